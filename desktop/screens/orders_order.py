"""One order: its lines with what has become of each, and what can be done with it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop import figures
from desktop.actions import Action, ActionSpec, act
from desktop.screen import Screen
from desktop.screens import till
from desktop.screens.goods_words import amount
from desktop.screens.orders_changes import OrderChanges
from desktop.screens.orders_reading import View, read_order
from desktop.screens.orders_words import (
    channel_words,
    line_words,
    number_of,
    say,
    status_tone,
    status_words,
)
from desktop.screens.ship_sheet import ShipSheet
from desktop.text import QT_TRANSLATE_NOOP
from desktop.tones import Tone
from desktop.widgets import Column, ItemCard, PagedTable, Text, column
from domain import orders, picking, shipping
from domain.catalogue import Product
from domain.orders import Allocation, OrderLine
from domain.replica import Approval, Transaction
from domain.shipping import Shipment

_ALLOCATE = ActionSpec("orders.allocate", QT_TRANSLATE_NOOP("Actions", "Allocate"), "", "stock")
_TO_PICK = ActionSpec("orders.to_pick", QT_TRANSLATE_NOOP("Actions", "To picking"), "", "pick")
_SHIP = ActionSpec("orders.ship", QT_TRANSLATE_NOOP("Actions", "Ship"), "", "truck")
_SETTLE = ActionSpec("orders.settle", QT_TRANSLATE_NOOP("Actions", "Goods came back"), "", "return")
_CLOSE = ActionSpec("orders.close", QT_TRANSLATE_NOOP("Actions", "Put away"), "", "check")
_STEPS = (_ALLOCATE, _TO_PICK, _SHIP, _CLOSE)
"""Their order is the order's way: the first that is possible is the one to do."""


class OrderPage(QWidget):
    """The card of an order above the table of its lines."""

    left = Signal()
    """Back to the list."""

    def __init__(self, screen: Screen) -> None:
        """``screen`` is the way to the replica."""
        super().__init__()
        self.host = screen
        self.identifier: bytes | None = None
        self.view: View | None = None
        self._carrier = ""
        self.changes = OrderChanges(self)
        self.card, self.note = ItemCard(), Text("strong", wrap=True)
        self.table: PagedTable[OrderLine] = PagedTable(self._columns())
        self.table.marked.connect(lambda _row: screen.actions_changed())
        box = column(self, self.card, self.note, self.table, gap=10)
        box.setContentsMargins(24, 8, 24, 10)
        box.setStretch(2, 1)

    def retranslate(self) -> None:
        """Set the texts."""
        self.table.set_name(self.tr("Lines of the order"))
        self.show_view()

    def open(self, identifier: bytes) -> None:
        """Show an order."""
        self.identifier, self.view = identifier, None
        self.refresh()

    def refresh(self) -> None:
        """Read the order again."""
        identifier, site = self.identifier, self.host.context.site_number
        if identifier is None:
            return
        day = self.host.context.now().date().isoformat()
        self.host.query(lambda c: read_order(c, site, identifier, day), self._take, newest="order")

    def mark_item(self, product: bytes) -> bool:
        """Go to the line of a product; False where there is none."""
        lines = self.view.order.lines if self.view is not None else ()
        for at, line in enumerate(lines):
            if line.product == product:
                self.table.mark(at)
                return True
        return False

    def acts(self) -> Sequence[Action]:
        """What can be done with the order now: the next step is the loud one."""
        actions = [act("back", self.left.emit, label=self.tr("Orders"))]
        view = self.view
        if view is None:
            return actions
        held = view.order.head.held
        if view.open:
            label = self.tr("Release the hold") if held else self.tr("Hold")
            run = self.changes.release if held else self.changes.ask_hold
            actions.append(act("hold", run, label=label))
            actions.append(act("exception", self.changes.ask_cancel, label=self.tr("Cancel\u2026")))
        if view.expected_back:
            actions.append(Action(_SETTLE, self.changes.ask_settle))
        return [*actions, *self._steps(view)]

    def _steps(self, view: View) -> list[Action]:
        """The steps of the order's way that are possible now; the first one is at F12."""
        if view.order.head.held:
            return []
        if not view.order.confirmed:
            return [act("confirm", self._confirm, label=self.tr("Confirm"), primary=True)]
        possible: dict[str, tuple[bool, Callable[[], object]]] = {
            _SHIP.id: (view.packed and not view.ready, self.ask_ship),
            _TO_PICK.id: (view.ready, self._to_picking),
            _ALLOCATE.id: (view.backorder, self._allocate),
            _CLOSE.id: (view.order.status == orders.SHIPPED, self._close),
        }
        order = (_TO_PICK, _SHIP, _ALLOCATE, _CLOSE)
        ways = [(spec, possible[spec.id][1]) for spec in order if possible[spec.id][0]]
        if view.packed and not any(spec is _SHIP for spec, _ in ways):
            ways.append((_SHIP, self.ask_ship))
        found = [
            Action(spec, run) if n else act("confirm", run, label=self._title(spec), primary=True)
            for n, (spec, run) in enumerate(ways)
        ]
        if not found and view.lists:
            go = partial(self.host.context.navigate, "pick")
            found = [act("confirm", go, label=self.tr("Go to picking"), primary=True)]
        return found

    def _title(self, spec: ActionSpec) -> str:
        return QCoreApplication.translate("Actions", spec.title)

    # Showing.

    def _take(self, view: View) -> None:
        if view.order.id != self.identifier:
            return
        self.view = view
        self.show_view()
        self.host.actions_changed()

    def show_view(self) -> None:
        """Show what was read."""
        view = self.view
        if view is None:
            return
        head = view.order.head
        who = head.ship_to or (view.customer.name if view.customer is not None else "")
        parts = (
            number_of(head),
            head.reference if head.number else "",
            channel_words(head.channel),
        )
        self.card.set_item(
            who or self.tr("No customer"), " \u00b7 ".join(part for part in parts if part)
        )
        self.card.set_state(status_words(head.status), status_tone(head))
        self.card.figure.set_caption(self.tr("%n line(s)", "", head.lines))
        self.card.figure.set_value(till.money(head.amount, head.currency))
        self.card.set_facts(self._facts(view))
        self.note.setText(self._note(view))
        self.note.setVisible(bool(self.note.text()))
        self.table.set_rows(view.order.lines)

    def _facts(self, view: View) -> list[tuple[str, str]]:
        head = view.order.head
        facts = [(self.tr("Ordered"), figures.moment(head.ordered_at))]
        if head.requested:
            facts.append((self.tr("Wanted on"), figures.day(head.requested)))
        if view.lists:
            facts.append((self.tr("Picking"), self.tr("On %n list(s)", "", view.lists)))
        return facts

    def _note(self, view: View) -> str:
        """What must be known before anything else: the hold, a dispute, the last shipment."""
        order = view.order
        if order.hold_reasons:
            text = self.tr("On hold: %1").replace("%1", "; ".join(map(say, order.hold_reasons)))
        elif view.expected_back:
            text = self.tr(
                "Shipped at one station while it was cancelled at another: goods are expected back."
            )
        elif order.complete_only and order.status != orders.SHIPPED:
            text = self.tr("The customer takes all or nothing.")
        elif view.shipments:
            last = view.shipments[-1]
            text = self.tr("Shipped on %1").replace("%1", figures.day(last.day))
            text += "".join(f" \u00b7 {part}" for part in (last.carrier, last.tracking) if part)
        else:
            text = order.note
        return text

    def _columns(self) -> list[Column[OrderLine]]:
        translate = QCoreApplication.translate
        numbers: tuple[tuple[Callable[[], str], Callable[[OrderLine], int]], ...] = (
            (lambda: translate("Orders", "Promised"), lambda line: line.state.reserved),
            (lambda: translate("Orders", "Picked"), lambda line: line.state.picked),
            (lambda: translate("Orders", "Shipped"), lambda line: line.state.shipped),
            (lambda: translate("Orders", "Missing"), lambda line: line.state.backorder),
        )
        return [
            Column(
                lambda: translate("Orders", "Item"), self.item_words, 170, stretch=1, strong=True
            ),
            Column(
                lambda: translate("Orders", "Ordered"),
                lambda line: self._amount(line, line.state.ordered),
                96,
                right=True,
                widest=lambda: self._of_lines(lambda line: self._amount(line, line.state.ordered)),
            ),
            *(self._number(title, of) for title, of in numbers),
            Column(
                lambda: "", self._state, 140, tone=_tone, widest=lambda: self._of_lines(self._state)
            ),
        ]

    def _number(
        self, title: Callable[[], str], of: Callable[[OrderLine], int]
    ) -> Column[OrderLine]:
        """A column of quantities; a dash for none."""

        def words(line: OrderLine) -> str:
            return self._amount(line, of(line)) if of(line) else "\u2013"

        return Column(title, words, 86, right=True, widest=lambda: self._of_lines(words))

    def _of_lines(self, words: Callable[[OrderLine], str]) -> list[str]:
        """Give what a column says of the lines in view."""
        return [] if self.view is None else [words(line) for line in self.view.order.lines]

    def product_of(self, line: OrderLine) -> Product | None:
        """The product of a line."""
        return self.view.items.get(line.product) if self.view is not None else None

    def item_words(self, line: OrderLine) -> str:
        """The name of a line's product."""
        product = self.product_of(line)
        return "" if product is None else product.named(self.host.context.language)

    def _amount(self, line: OrderLine, steps: int) -> str:
        product = self.product_of(line)
        return str(steps) if product is None else amount(product, steps)

    def _state(self, line: OrderLine) -> str:
        """How the line stands; of one that waits, what the site could give it."""
        words = line_words(line.state, stocked=line.stocked)[0]
        there = self.view.available.get(line.line) if self.view is not None else None
        if line.state.backorder and there is not None and there.available.promisable:
            free = self._amount(line, there.available.promisable)
            return self.tr("%1 free").replace("%1", free)
        return words

    # Steps.

    def run(
        self, name: str, work: Callable[[Transaction], object], said: str, approval: object = None
    ) -> None:
        """Do something with the order and say so."""
        self.host.command(
            name,
            work,
            lambda _: self.host.feedback.success(said),
            approval=approval if isinstance(approval, Approval) else None,
        )

    @property
    def number(self) -> str:
        """The order's number."""
        return "" if self.view is None else number_of(self.view.order.head)

    def _confirm(self) -> None:
        identifier = self.identifier_now
        said = self.tr("%1 confirmed").replace("%1", self.number)
        self.run("confirm order", lambda tx: orders.confirm_order(tx, identifier), said)

    def _allocate(self) -> None:
        identifier = self.identifier_now

        def done(made: Allocation) -> None:
            number = self.number
            if made.complete:
                text = self.tr("%1: everything is promised").replace("%1", number)
                self.host.feedback.success(text)
            elif made.promised:
                text = self.tr("%1: promised in part, the rest waits").replace("%1", number)
                self.host.feedback.warning(text)
            else:
                text = self.tr("%1: no free stock, it waits").replace("%1", number)
                self.host.feedback.warning(text)

        self.host.command("allocate order", lambda tx: orders.allocate(tx, identifier), done)

    def _to_picking(self) -> None:
        identifier = self.identifier_now
        said = self.tr("%1 is on a pick list").replace("%1", self.number)
        self.run("release to picking", lambda tx: picking.release_list(tx, [identifier]), said)

    def ask_ship(self) -> None:
        """Ask for the carrier, then ship what is picked."""
        title = self.tr("Ship %1").replace("%1", self.number)
        text = self.tr("Everything that is picked goes out; what is missing stays open.")
        ShipSheet(self, title, text, self._ship, carrier=self._carrier).appear()

    def _ship(self, carrier: str, tracking: str) -> None:
        identifier = self.identifier_now
        self._carrier = carrier

        def done(sent: Shipment) -> None:
            text = self.tr("%1 shipped: %2").replace("%1", self.number)
            self.host.feedback.success(text.replace("%2", sent.number))

        self.host.command(
            "ship order",
            lambda tx: shipping.ship(tx, identifier, carrier=carrier, tracking=tracking),
            done,
        )

    def _close(self) -> None:
        identifier = self.identifier_now
        said = self.tr("%1 put away").replace("%1", self.number)
        self.run("close order", lambda tx: orders.close_order(tx, identifier), said)

    @property
    def identifier_now(self) -> bytes:
        """The order's id."""
        return self.identifier or b""


def _tone(line: OrderLine) -> Tone:
    return line_words(line.state, stocked=line.stocked)[1]
