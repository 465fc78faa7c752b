"""Shift: open with the float, move cash, look into it, count blind and close."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop import figures
from desktop.actions import Action, ActionSpec, act
from desktop.offload import Connection
from desktop.screen import Screen
from desktop.screens import till
from desktop.screens.shift_parts import CountGrid, movement_words, report_text
from desktop.text import QT_TRANSLATE_NOOP
from desktop.tones import Tone
from desktop.widgets import (
    BigNumber,
    Card,
    ChoiceDialog,
    ConfirmDialog,
    Form,
    Line,
    LineList,
    NumberDialog,
    NumberField,
    ReceiptView,
    Text,
    TextDialog,
    beside,
    column,
    row,
    stacked,
)
from domain import counter
from domain.counter import CARD, CASH, TENDERS, Held, Report, Shift
from domain.replica import Approval
from domain.values import decimals_of, format_minor
from edge_sync.status import unsent

MOVE = ActionSpec("shift.move", QT_TRANSLATE_NOOP("Actions", "Cash in or out"), "F4", "pay")
X_REPORT = ActionSpec("shift.x", QT_TRANSLATE_NOOP("Actions", "X report"), "F5", "chart")
X_RIGHT = "counter.x_report"
MOVEMENTS = (counter.PAID_OUT, counter.PAID_IN, counter.DROP, counter.BANK_DROP, counter.FLOAT_IN)


@dataclass(frozen=True, slots=True)
class Standing:
    """How the till stands, without a figure that a blind count must not know."""

    shift: Shift | None
    tenders: tuple[str, ...]
    held: tuple[Held, ...]
    unsent: int


def standing(connection: Connection, site: int, name: str, station: bytes) -> Standing:
    """Read how a till stands."""
    shift = counter.shift_open(connection, site, name)
    used: tuple[str, ...] = ()
    if shift is not None:
        used = tuple(t.name for t in counter.x_report(connection, shift).of_kind("tender"))
    held = tuple(counter.held_sales(connection, site))
    return Standing(shift, used, held, unsent(connection, station))


class ShiftScreen(Screen):
    """One drawer's day: from the float to the Z report."""

    id = "shift"
    title_text = QT_TRANSLATE_NOOP("Screens", "Shift")
    hint_text = QT_TRANSLATE_NOOP("Screens", "Float, cash, X and Z")
    icon, group, permission = "shift", "counter", "counter.sell"
    refreshes_on = ("shift", "shift_closed", "cash_movement", "held_state", "sale")

    def build(self) -> None:
        """Three pages: counting (to open and to close), the open shift, a report."""
        self.standing: Standing | None = None
        self.report: Report | None = None
        self._closing, self._busy = False, False
        self.count = CountGrid()
        self.pages = QStackedWidget()
        for page in (self._count_page(), self._open_page(), self._report_page()):
            self.pages.addWidget(page)
        column(self, self.pages, gap=0).setContentsMargins(24, 10, 24, 10)
        self.count.changed.connect(self._counted)
        self.count.finished.connect(self._after_cash)

    def _count_page(self) -> QWidget:
        """Notes and coins at the left, what they come to and the rest at the right."""
        page, card, money = QWidget(), Card(), Card()
        self._count_title, self._count_hint = Text("heading"), Text("muted", wrap=True)
        self.cash = BigNumber(role="display")
        self.cash.align_right()
        self.others: dict[str, NumberField] = {}
        self._form = Form()
        self._waiting = LineList(dense=True)
        box = column(card, self._count_title, self._count_hint, 6, self.count, None, gap=4)
        box.setContentsMargins(20, 14, 20, 14)
        column(money, self.cash, gap=0).setContentsMargins(20, 10, 20, 12)
        right = stacked(money, self._form, self._waiting, None, gap=12)
        right.setStretch(2, 99)
        body = beside(card, right, gap=20)
        body.setStretch(0, 9)
        body.setStretch(1, 5)
        column(page, body, gap=0, margin=0)
        return page

    def _open_page(self) -> QWidget:
        """The open shift: since when, by which float; what waits."""
        page, card = QWidget(), Card()
        self._till, self._since = Text("title"), Text("lead")
        self.float, self._day = BigNumber(), BigNumber()
        column(card, self._till, self._since, 12, row_of(self.float, self._day), gap=6)
        self._notes = LineList()
        column(page, card, self._notes, gap=16, margin=0).setStretch(1, 1)
        return page

    def _report_page(self) -> QWidget:
        """The report as it is printed, and the difference in large type."""
        page, card = QWidget(), Card()
        self.difference = BigNumber(role="display")
        self._verdict = Text("lead", wrap=True)
        self.paper = ReceiptView()
        column(card, self.difference, self._verdict, gap=8).setContentsMargins(28, 20, 28, 24)
        self._differences = LineList(dense=True)
        left = stacked(card, self._differences, gap=12)
        left.setStretch(1, 1)
        body = beside(left, self.paper, gap=20)
        body.setStretch(0, 1)
        column(page, body, gap=0, margin=0)
        return page

    def retranslate(self) -> None:
        """Set the texts."""
        self.float.set_caption(self.tr("Float"))
        self._day.set_caption(self.tr("Business day"))
        self._notes.set_name(self.tr("What waits"))
        self._waiting.set_name(self.tr("What waits"))
        self.paper.set_name(self.tr("Report"))
        self._differences.set_name(self.tr("Differences"))
        self._show()

    def enter(self, params: Mapping[str, object]) -> None:
        """See how the till stands."""
        if not params.get("resumed"):
            self.report, self._closing = None, False
            self.count.set_counts({})
        self.refresh()

    def refresh(self) -> None:
        """Read again how the till stands."""
        site, name = self.context.site_number, self.till_name
        station = self.context.replica.station
        self.query(
            lambda connection: standing(connection, site, name, station),
            self._stands,
            newest="standing",
        )

    @property
    def till_name(self) -> str:
        """The till of this station."""
        return counter.till_name(self.context.replica.station_number)

    @property
    def shift(self) -> Shift | None:
        """The open shift."""
        return self.standing.shift if self.standing is not None else None

    def _stands(self, found: Standing) -> None:
        self.standing = found
        company = self.context.company
        currency = found.shift.currency if found.shift is not None else company.currency
        self.count.set_money(counter.denominations(currency, company.cash_step), currency)
        self._offer_tenders(found)
        self._show()

    def _offer_tenders(self, found: Standing) -> None:
        """A field for each tender that was used, besides cash; the card's slip always."""
        wanted = [t for t in TENDERS if t != CASH and (t in found.tenders or t == CARD)]
        for name in wanted:
            if name not in self.others:
                places = decimals_of(self.context.company.currency)
                self.others[name] = NumberField(places=places)
                self._form.add(name, self.others[name])
                self.others[name].changed.connect(self._counted)

    def save_state(self) -> dict[str, object]:
        """What was counted so far."""
        counts = self.count.counts()
        if not counts or self.report is not None:
            return {}
        return {"closing": self._closing, "counts": [[v, n] for v, n in counts.items()]}

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Go on counting where a power cut stopped."""
        counts = state.get("counts")
        kept = {int(v): int(n) for v, n in counts} if isinstance(counts, list) else {}
        self._closing = bool(state.get("closing"))

        def show(found: Standing) -> None:
            self._stands(found)
            self.count.set_counts(kept)
            self._show()

        site, name, station = (
            self.context.site_number,
            self.till_name,
            self.context.replica.station,
        )
        self.query(lambda c: standing(c, site, name, station), show, newest="standing")

    def take_focus(self) -> None:
        """Counting begins at the largest note."""
        first = self.count.first()
        if first is not None and self.pages.currentIndex() == 0:
            first.setFocus()
        else:
            self.setFocus()

    # Opening.

    def _open_shift(self) -> None:
        if self._refuse_odd_numbers():
            return
        amount, name = self.count.total(), self.till_name
        self._busy = True

        def opened(shift: Shift) -> None:
            self._busy = False
            self.count.set_counts({})
            text = self.tr("The shift is open with %1")
            self.feedback.success(text.replace("%1", till.money(amount, shift.currency)))
            self.context.navigate("sell")

        self.command(
            "open shift",
            lambda tx: counter.open_shift(tx, amount, till=name),
            opened,
            failure=self._failed,
        )

    def _failed(self, failure: object) -> None:
        self._busy = False
        self.feedback.error(str(getattr(failure, "sentence", "")))
        self.actions_changed()

    def _refuse_odd_numbers(self) -> bool:
        """Whether something typed is no number; says so."""
        bad = self.count.problem() or (
            self._closing and any(f.edit.text() and f.value() is None for f in self._fields())
        )
        if bad:
            self.feedback.error(self.tr("One of the counts is not a number. It is marked."))
        return bad

    def _fields(self) -> Sequence[NumberField]:
        return tuple(self.others.values())

    # While it is open.

    def _ask_movement(self) -> None:
        choices: list[tuple[object, str]] = [(kind, movement_words(kind)) for kind in MOVEMENTS]
        ChoiceDialog(self, self.tr("Cash in or out"), choices, self._ask_amount).open()

    def _ask_amount(self, kind: object) -> None:
        shift = self.shift
        if shift is None:
            return

        def amount(minor: int) -> None:
            TextDialog(
                self,
                movement_words(str(kind)),
                lambda reason: self._move(shift, str(kind), minor, reason),
                name=self.tr("What for?"),
                text=till.money(minor, shift.currency),
                optional=kind == counter.FLOAT_IN,
            ).open()

        NumberDialog(
            self,
            movement_words(str(kind)),
            amount,
            places=decimals_of(shift.currency),
            unit=shift.currency,
        ).open()

    def _move(self, shift: Shift, kind: str, minor: int, reason: str) -> None:
        words = f"{movement_words(kind)}: {till.money(minor, shift.currency)}"

        def move(approval: Approval | None) -> None:
            def moved(_id: bytes) -> None:
                till.kick_drawer(self)
                self.feedback.success(words)

            self.command(
                "move cash",
                lambda tx: counter.move_cash(tx, shift.id, kind, minor, reason),
                moved,
                approval=approval,
            )

        detail = f"{kind} {format_minor(minor, shift.currency)}"
        till.with_right(self, till.CASH_RIGHT, shift.id, words, move, detail=detail)

    def _x_report(self) -> None:
        shift = self.shift
        if shift is None:
            return

        def look(approval: Approval | None) -> None:
            self.command(
                "x report",
                lambda tx: counter.look_into(tx, shift),
                self._show_report,
                approval=approval,
            )

        till.with_right(self, X_RIGHT, shift.id, self.tr("See the X report"), look)

    def _open_drawer(self) -> None:
        if self.shift is not None:
            till.open_drawer(self, self.shift.id)

    # Closing.

    def _begin_close(self) -> None:
        self._closing = True
        self.count.set_counts({})
        for field in self._fields():
            field.set_value(None)
        self._show()
        self.take_focus()

    def _keep_open(self) -> None:
        self._closing = False
        self._show()

    def _after_cash(self) -> None:
        """Enter after the last coin: on to the slips."""
        if self._closing and self._fields():
            self._fields()[0].setFocus()

    def _ask_close(self) -> None:
        """Say once more what will be declared: a closed shift is never changed."""
        shift = self.shift
        if shift is None or self._refuse_odd_numbers():
            return
        amount = till.money(self.count.total(), shift.currency)
        text = self.tr("Cash counted: %1. A closed shift cannot be changed.")
        ConfirmDialog(
            self,
            self.tr("Close the shift?"),
            text.replace("%1", amount),
            self.tr("Close the shift"),
            lambda: self._close(shift),
        ).open()

    def _close(self, shift: Shift) -> None:
        counts = self.count.counts()
        declared = {name: field.value() or 0 for name, field in self.others.items()}
        declared = {name: amount for name, amount in declared.items() if amount}
        declared[CASH] = self.count.total()
        self._busy = True

        def closed(report: Report) -> None:
            self._busy, self._closing = False, False
            self.count.set_counts({})
            self.context.earcon.play("done")
            self._show_report(report)
            till.print_out(self, report_text(report))

        self.command(
            "close shift",
            lambda tx: counter.close_shift(tx, shift.id, declared, counts),
            closed,
            failure=self._failed,
        )

    def _show_report(self, report: Report) -> None:
        self.report = report
        self._show()

    def _print(self) -> None:
        if self.report is not None and till.print_out(self, report_text(self.report)):
            self.feedback.success(self.tr("Report printed"))

    def _put_report_away(self) -> None:
        closed = self.report is not None and self.report.number is not None
        self.report = None
        self._show()
        if closed:
            self.context.navigate("home")

    # How it looks.

    def _counted(self) -> None:
        currency = self.shift.currency if self.shift else self.context.company.currency
        self.cash.set_value(till.money(self.count.total(), currency))
        self.actions_changed()

    def _show(self) -> None:
        """Show the page of the moment."""
        if self.standing is None:
            return
        if self.report is not None:
            self._fill_report(self.report)
        elif self.shift is None or self._closing:
            self._fill_count()
        else:
            self._fill_open(self.shift, self.standing)
        self.actions_changed()

    def _fill_count(self) -> None:
        closing = self._closing
        self._count_title.setText(
            self.tr("Count the drawer") if closing else self.tr("Count the float")
        )
        self._count_hint.setText(
            self.tr("Type how many there are of each. What should be there is shown after closing.")
            if closing
            else self.tr("Type how many notes and coins lie in the drawer; Enter goes on.")
        )
        self.cash.set_caption(self.tr("Cash counted") if closing else self.tr("Float"))
        for name, field in self.others.items():
            words = self.tr("%1, from the slips or the terminal")
            field.set_words(words.replace("%1", till.tender_words(name)))
        self._form.setVisible(closing)
        self._waiting.set_lines(self._in_short() if closing else [])
        self._waiting.setVisible(closing)
        self.pages.setCurrentIndex(0)
        self._counted()

    def _fill_open(self, shift: Shift, found: Standing) -> None:
        self._till.setText(self.tr("Till %1 is open").replace("%1", shift.till))
        since = self.tr("since %1").replace("%1", figures.moment(shift.opened_at))
        self._since.setText(since)
        self.float.set_value(till.money(shift.opening_float, shift.currency))
        self._day.set_value(figures.day(shift.business_date))
        self._notes.set_lines(self._what_waits())
        self._notes.setVisible(bool(found.held) or bool(found.unsent))
        self.pages.setCurrentIndex(1)

    def _in_short(self) -> list[Line]:
        """The same in two lines, for a narrow column."""
        found = self.standing
        if found is None:
            return []
        lines = []
        if found.held:
            words = self.tr("%n held sale(s)", "", len(found.held))
            labels = ", ".join(each.label or figures.clock(each.held_at) for each in found.held)
            lines.append(Line("held", words, labels, tone=Tone.WARNING))
        return lines + [line for line in self._what_waits() if line.key == "unsent"]

    def _what_waits(self) -> list[Line]:
        """Held sales and unsent changes: neither stops anybody from closing."""
        found = self.standing
        if found is None:
            return []
        lines = [
            Line(
                each.id,
                each.label or figures.clock(each.held_at),
                figures.clock(each.held_at),
                till.money(each.total, each.currency),
                tone=Tone.WARNING,
                status=self.tr("Held sale"),
            )
            for each in found.held
        ]
        if found.unsent:
            words = self.tr("%n change(s) unsent", "", found.unsent)
            safe = self.tr("Safe here; sent by themselves")
            lines.append(Line("unsent", words, safe, tone=Tone.INFO))
        return lines

    def _fill_report(self, report: Report) -> None:
        currency = report.shift.currency
        if report.number is None:
            self.difference.set_caption(self.tr("In the drawer should be"))
            self.difference.set_value(till.money(report.expected_cash, currency))
            self._verdict.setText(self.tr("The shift stays open."))
        else:
            off = report.difference
            self.difference.set_caption(self.tr("Difference"))
            sign = "+" if off > 0 else ""
            tone = Tone.WARNING if off else Tone.SUCCESS
            self.difference.set_value(sign + till.money(off, currency), tone)
            if off:
                words = self.tr("Too much was counted") if off > 0 else self.tr("Money is missing")
            else:
                words = self.tr("It is all there. The shift is closed.")
            self._verdict.setText(words)
        self._differences.set_lines(self._difference_lines(report))
        self.paper.set_text(report_text(report))
        self.pages.setCurrentIndex(2)

    def _difference_lines(self, report: Report) -> list[Line]:
        """Each tender: what was expected, what was counted, the difference."""
        currency = report.shift.currency
        lines = []
        for each in report.of_kind("tender"):
            if each.declared is None or each.difference is None:
                amount = till.money(each.amount, currency)
                lines.append(Line(each.name, till.tender_words(each.name), figure=amount))
                continue
            counted = self.tr("%1 counted of %2")
            counted = counted.replace("%1", till.money(each.declared, currency))
            sign = "+" if each.difference > 0 else ""
            lines.append(
                Line(
                    each.name,
                    till.tender_words(each.name),
                    counted.replace("%2", till.money(each.amount, currency)),
                    sign + till.money(each.difference, currency),
                    tone=Tone.WARNING if each.difference else Tone.SUCCESS,
                )
            )
        return lines

    def screen_actions(self) -> Sequence[Action]:
        """What fits the page of the moment."""
        if self.report is not None:
            return [
                act("print", self._print),
                act("confirm", self._put_report_away, label=self.tr("Done"), primary=True),
            ]
        if self.shift is None:
            amount = till.money(self.count.total(), self.context.company.currency)
            label = self.tr("Open with %1").replace("%1", amount)
            may = self.context.session.may("counter.open_shift")
            return [
                act(
                    "confirm",
                    self._open_shift,
                    enabled=lambda: self.standing is not None and may and not self._busy,
                    label=label,
                    primary=True,
                )
            ]
        may_close = self.context.session.may("counter.close_shift")
        if self._closing:
            return [
                act("back", self._keep_open, label=self.tr("Keep it open")),
                act(
                    "confirm",
                    self._ask_close,
                    enabled=lambda: may_close and not self._busy,
                    label=self.tr("Close the shift"),
                    primary=True,
                ),
            ]
        return [
            Action(MOVE, self._ask_movement),
            Action(X_REPORT, self._x_report),
            act("drawer", self._open_drawer),
            act(
                "confirm",
                self._begin_close,
                enabled=lambda: may_close,
                label=self.tr("Count and close"),
                primary=True,
            ),
        ]


def row_of(*pieces: QWidget) -> QWidget:
    """Widgets side by side as one."""
    holder = QWidget()
    row(holder, *pieces, None, gap=48)
    return holder
