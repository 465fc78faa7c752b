"""The list of orders: by status and channel, found by number, reference or the customer's name."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop import figures
from desktop.offload import Failure
from desktop.screen import Screen
from desktop.screens import till
from desktop.screens.orders_reading import (
    Filter,
    OrderSource,
    Overview,
    Shown,
    look_up,
    read_overview,
)
from desktop.screens.orders_words import (
    STATUSES,
    channel_words,
    number_of,
    status_tone,
    status_words,
)
from desktop.widgets import Button, ChoiceField, Column, PagedTable, ScanField, beside, column

WIDE_NUMBER = "S000-W0W0-00-000000"
"""An order's number takes no more room than this; what is unique of it stands at its end."""
PACKED = "packed"
"""The choice of orders that lie picked and are to be shipped; not a status of its own."""


class ListPage(QWidget):
    """One field, two choices, one table of any length."""

    opened = Signal(bytes)
    """The id of the order that was chosen or found."""
    counted = Signal()
    """The overview was read again."""

    def __init__(self, screen: Screen) -> None:
        """``screen`` is the way to the replica."""
        super().__init__()
        self._screen = screen
        self._filter = Filter()
        self.overview = Overview({}, (), 0, 0)
        self.field = ScanField(words=True)
        self.field.submitted.connect(self.find)
        self.status, self.channel = ChoiceField(), ChoiceField()
        self.status.changed.connect(self._choose)
        self.channel.changed.connect(self._choose)
        self.status.setFixedWidth(230)
        self.channel.setFixedWidth(190)
        self.people = Button("secondary", "close")
        self.people.clicked.connect(self.clear)
        self.people.hide()
        self.table: PagedTable[Shown] = PagedTable(_columns())
        self.table.chosen.connect(lambda shown: self.opened.emit(shown.row.id))
        head = beside(self.field, self.status, self.channel, gap=12)
        head.setStretch(0, 1)
        box = column(self, head, beside(self.people, None), self.table, gap=10)
        box.setContentsMargins(24, 8, 24, 10)
        box.setStretch(2, 1)

    def retranslate(self) -> None:
        """Set the texts."""
        self.field.set_prompt(self.tr("Order number, reference or customer"))
        self.table.set_name(self.tr("Orders"))
        self.table.set_empty("orders", self.tr("No order fits"))
        self.status.set_words(self.tr("Status"))
        self.channel.set_words(self.tr("Channel"))
        self._offer()
        self.table.viewport().update()

    def refresh(self) -> None:
        """Read the counts, and the list, keeping the place."""
        site = self._screen.context.site_number
        self._screen.query(lambda c: read_overview(c, site), self._take, newest="overview")
        self._load()

    def show_filter(self, chosen: Filter) -> None:
        """Show the orders of a filter."""
        self._filter = chosen
        self.people.setVisible(chosen.people is not None)
        self.people.setText(self.tr("Orders of \u201c%1\u201d").replace("%1", chosen.text))
        self._load()

    def clear(self) -> None:
        """Show all orders again."""
        self.status.set_value("")
        self.channel.set_value("")
        self.show_filter(Filter())

    @property
    def filtered(self) -> bool:
        """Whether some orders are left out."""
        return self._filter != Filter()

    def look_for(self, text: str) -> None:
        """Open the order of a number or reference, or list the orders of a customer."""
        site = self._screen.context.site_number
        self._screen.query(
            lambda c: look_up(c, site, text), self._found, failure=self._not_found, newest="find"
        )

    def _found(self, found: bytes | Filter) -> None:
        if isinstance(found, bytes):
            self.opened.emit(found)
        else:
            self.show_filter(found)

    def _not_found(self, failure: Failure) -> None:
        self._screen.feedback.error(failure.sentence)

    def _load(self) -> None:
        source = OrderSource(self._screen.context.site_number, self._filter)
        self.table.load(source, self._screen.context.offload)

    def _take(self, overview: Overview) -> None:
        self.overview = overview
        self._offer()
        self.counted.emit()

    def _offer(self) -> None:
        """Offer the statuses with their counts, and the channels that there are."""
        counts = self.overview.counts
        choices: list[tuple[object, str]] = [("", self.tr("All orders"))]
        for status in STATUSES:
            number = counts.get(status, 0)
            shown = f"{status_words(status)} ({figures.figure(number)})"
            choices.append((status, shown if number else status_words(status)))
        choices.append((PACKED, self.tr("Picked, to be shipped")))
        self.status.set_choices(choices)
        channels = [(name, channel_words(name)) for name in self.overview.channels]
        self.channel.set_choices([("", self.tr("All channels")), *channels])

    def _choose(self) -> None:
        status, channel = self.status.value(), self.channel.value()
        packed = status == PACKED
        self.show_filter(
            Filter(
                status=None if packed or not status else str(status),
                channel=str(channel) if channel else None,
                packed=packed,
                people=self._filter.people,
                text=self._filter.text,
            )
        )


def _columns() -> list[Column[Shown]]:
    translate = QCoreApplication.translate
    return [
        Column(
            lambda: translate("Orders", "Number"),
            lambda s: number_of(s.row),
            strong=True,
            widest=lambda: [WIDE_NUMBER],
        ),
        Column(lambda: translate("Orders", "Customer"), _customer, 150, stretch=1),
        Column(
            lambda: translate("Orders", "Ordered"),
            lambda s: figures.moment(s.row.ordered_at),
            198,
            sort="ordered",
        ),
        Column(
            lambda: translate("Orders", "Amount"),
            lambda s: till.money(s.row.amount, s.row.currency),
            112,
            right=True,
            sort="amount",
        ),
        Column(
            lambda: translate("Orders", "Status"),
            _status,
            sort="status",
            tone=lambda s: status_tone(s.row),
            widest=lambda: [translate("Orders", "To be settled"), *map(status_words, STATUSES)],
        ),
    ]


def _customer(shown: Shown) -> str:
    reference = shown.row.reference if shown.row.number else ""
    return " \u00b7 ".join(part for part in (shown.customer, reference) if part)


def _status(shown: Shown) -> str:
    if shown.row.contested:
        return QCoreApplication.translate("Orders", "To be settled")
    return status_words(shown.row.status)
