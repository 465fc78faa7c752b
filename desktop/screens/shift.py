"""Shift: open with the float, move cash, look into it, count blind and close."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QStackedWidget

from desktop import figures
from desktop.actions import Action, ActionSpec, act
from desktop.screen import Screen
from desktop.screens import till
from desktop.screens.shift_pages import CountPage, OpenPage, ReportPage, Standing, standing
from desktop.screens.shift_parts import movement_words, report_text
from desktop.text import QT_TRANSLATE_NOOP
from desktop.tones import Tone
from desktop.widgets import (
    ChoiceDialog,
    ConfirmDialog,
    Line,
    NumberDialog,
    TextDialog,
    column,
)
from domain import counter
from domain.counter import Report, Shift
from domain.replica import Approval
from domain.values import decimals_of, format_minor

MOVE = ActionSpec("shift.move", QT_TRANSLATE_NOOP("Actions", "Cash in or out"), "F4", "pay")
X_REPORT = ActionSpec("shift.x", QT_TRANSLATE_NOOP("Actions", "X report"), "F5", "chart")
X_RIGHT = "counter.x_report"
MOVEMENTS = (counter.PAID_OUT, counter.PAID_IN, counter.DROP, counter.BANK_DROP, counter.FLOAT_IN)


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
        self.count, self.open, self.result = CountPage(), OpenPage(), ReportPage()
        self.pages = QStackedWidget()
        for page in (self.count, self.open, self.result):
            self.pages.addWidget(page)
        column(self, self.pages, gap=0).setContentsMargins(24, 10, 24, 10)
        self.count.changed.connect(self.actions_changed)

    def retranslate(self) -> None:
        """Set the texts."""
        self._show()

    def enter(self, params: Mapping[str, object]) -> None:
        """See how the till stands."""
        if not params.get("resumed"):
            self.report, self._closing = None, False
            self.count.begin({})
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
        self.count.set_money(currency, company.cash_step, found.tenders)
        self._show()

    def save_state(self) -> dict[str, object]:
        """What was counted so far."""
        counts = self.count.grid.counts()
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
            self.count.begin(kept)
            self._show()

        site, name, station = (
            self.context.site_number,
            self.till_name,
            self.context.replica.station,
        )
        self.query(lambda c: standing(c, site, name, station), show, newest="standing")

    def take_focus(self) -> None:
        """Counting begins at the largest note."""
        first = self.count.grid.first()
        if first is not None and self.pages.currentIndex() == 0:
            first.setFocus()
        else:
            self.setFocus()

    # Opening.

    def _open_shift(self) -> None:
        if self._refuse_odd_numbers():
            return
        amount, name = self.count.grid.total(), self.till_name
        self._busy = True

        def opened(shift: Shift) -> None:
            self._busy = False
            self.count.begin({})
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
        odd = self.count.odd(closing=self._closing)
        if odd:
            self.feedback.error(self.tr("One of the counts is not a number. It is marked."))
        return odd

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
        self.count.begin({})
        self._show()
        self.take_focus()

    def _keep_open(self) -> None:
        self._closing = False
        self._show()

    def _ask_close(self) -> None:
        """Say once more what will be declared: a closed shift is never changed."""
        shift = self.shift
        if shift is None or self._refuse_odd_numbers():
            return
        amount = till.money(self.count.grid.total(), shift.currency)
        text = self.tr("Cash counted: %1. A closed shift cannot be changed.")
        ConfirmDialog(
            self,
            self.tr("Close the shift?"),
            text.replace("%1", amount),
            self.tr("Close the shift"),
            lambda: self._close(shift),
        ).open()

    def _close(self, shift: Shift) -> None:
        counts, declared = self.count.grid.counts(), self.count.declared()
        self._busy = True

        def closed(report: Report) -> None:
            self._busy, self._closing = False, False
            self.count.begin({})
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

    def _show(self) -> None:
        """Show the page of the moment."""
        if self.standing is None:
            return
        if self.report is not None:
            self.result.show_report(self.report)
            self.pages.setCurrentWidget(self.result)
        elif self.shift is None or self._closing:
            waiting = self._in_short() if self._closing else []
            self.count.show_words(closing=self._closing, waiting=waiting)
            self.pages.setCurrentWidget(self.count)
        else:
            self.open.show_shift(self.shift, self._what_waits())
            self.pages.setCurrentWidget(self.open)
        self.actions_changed()

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

    def screen_actions(self) -> Sequence[Action]:
        """What fits the page of the moment."""
        if self.report is not None:
            return [
                act("print", self._print),
                act("confirm", self._put_report_away, label=self.tr("Done"), primary=True),
            ]
        if self.shift is None:
            amount = till.money(self.count.grid.total(), self.context.company.currency)
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
