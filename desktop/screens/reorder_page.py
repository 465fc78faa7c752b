"""What the reorder screen shows: proposals by supplier with their account, and the drafts."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QWidget

from desktop import figures
from desktop.screens import reorder_words as words
from desktop.screens.reorder_reading import Draft, Plan, Proposal
from desktop.tones import Tone
from desktop.widgets import (
    Band,
    BandChart,
    Card,
    EmptyState,
    Line,
    LineList,
    ProgressPanel,
    Rule,
    StatusPill,
    Text,
    beside,
    column,
    stacked,
)
from domain.purchasing import Order

CHART_HEIGHT = 96


class Account(QWidget):
    """The exact account of a quantity, like a bill: words at the left, figures at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it gets rows."""
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(0, 1)
        self._rows: tuple[words.Row, ...] = ()

    @property
    def rows(self) -> tuple[words.Row, ...]:
        """The rows shown."""
        return self._rows

    def set_rows(self, rows: Sequence[words.Row]) -> None:
        """Show these rows."""
        while self._grid.count():
            gone = self._grid.takeAt(0).widget()
            gone.hide()
            gone.deleteLater()
        self._rows = tuple(rows)
        self.setAccessibleName("; ".join(f"{row.words} {row.figure}" for row in rows))
        at = 0
        for row in rows:
            if row.total or row.result:
                self._grid.addWidget(Rule(), at, 0, 1, 2)
                at += 1
            role = "heading" if row.result else "strong" if row.total else "body"
            figure = Text("title" if row.result else role, row.figure)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(Text(role, row.words, wrap=True), at, 0)
            self._grid.addWidget(figure, at, 1)
            at += 1


class Detail(Card):
    """One item: what was sold and what is expected, and why this quantity."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it is shown a proposal."""
        super().__init__(parent)
        self.title, self.code = Text("heading", wrap=True), Text("muted")
        self.sure = StatusPill()
        self.chart, self.under = BandChart(), Text("caption")
        self.chart.setFixedHeight(CHART_HEIGHT)
        self.account = Account()
        holder = QWidget()
        room = column(holder, self.account, None, gap=0, margin=0)
        room.setContentsMargins(0, 0, 14, 0)  # the figures stay clear of the scroll bar
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        head = beside(self.code, None, self.sure)
        chart = stacked(self.chart, self.under, gap=0)
        box = column(self, head, self.title, chart, area, gap=8, margin=20)
        box.setStretch(3, 1)
        self._parts = (self.chart, self.under, area, self.sure)

    def show_nothing(self, title: str) -> None:
        """Say what to do instead."""
        self.title.setText(title)
        self.code.clear()
        for part in self._parts:
            part.hide()

    def show_proposal(self, proposal: Proposal, chosen: int, language: str) -> None:
        """Show one item's account."""
        self.title.setText(proposal.product.named(language))
        self.code.setText(proposal.product.sku)
        code = proposal.line.confidence
        tone = words.CONFIDENCE_TONES.get(code, Tone.NEUTRAL)
        self.sure.set_state(words.confidence(code), tone)
        self.account.set_rows(words.account_rows(proposal, chosen))
        for part in self._parts:
            part.show()

    def show_weeks(self, proposal: Proposal, sold: Sequence[int]) -> None:
        """Draw what was sold in the last weeks, and what is expected in the next."""
        unit = proposal.product.steps_per_unit
        history = tuple(steps / unit for steps in sold)
        ahead = tuple(milli / 1000 / unit for milli in proposal.line.forecast_milli)
        text = self.tr("%1 weeks sold (last %3), %2 weeks expected (next %4)")
        for place, value in (
            ("%1", str(len(history))),
            ("%2", str(len(ahead))),
            ("%3", words.weekly(proposal, sold[-1] * 1000 if sold else 0)),
            ("%4", words.weekly(proposal, (*proposal.line.forecast_milli, 0)[0])),
        ):
            text = text.replace(place, value)
        self.under.setText(text)
        self.chart.set_band(Band(history, ahead), text)


class PlanPage(QWidget):
    """The proposals by supplier at the left, the marked one's account at the right."""

    marked = Signal()
    """Another proposal was marked."""
    run_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it is shown a plan."""
        super().__init__(parent)
        self.about, self.list, self.detail = Text("muted"), LineList(), Detail()
        self.progress, self.nothing = ProgressPanel(), EmptyState("reorder")
        self.nothing.acted.connect(self.run_asked)
        self.body = QWidget()
        both = beside(self.list, self.detail)
        both.setStretch(0, 11)
        both.setStretch(1, 9)
        column(self.body, both, gap=0, margin=0)
        policy = QSizePolicy.Policy
        self.detail.setSizePolicy(policy.Ignored, policy.Preferred)
        self.list.setSizePolicy(policy.Ignored, policy.Expanding)
        box = column(self, self.about, self.progress, self.body, self.nothing, gap=12)
        box.setContentsMargins(24, 8, 24, 16)
        box.setStretch(2, 1)
        box.setStretch(3, 1)
        self.list.selectionModel().currentChanged.connect(self._mark)

    def _mark(self) -> None:
        self.marked.emit()

    def retranslate(self) -> None:
        """Set the fixed texts."""
        self.list.set_name(self.tr("Proposals"))
        self.progress.retranslate()

    def current(self) -> bytes | None:
        """The item that is marked."""
        key = self.list.current_key()
        return key if isinstance(key, bytes) else None

    def show_plan(
        self,
        plan: Plan,
        quantities: Mapping[bytes, int],
        left_out: Collection[bytes],
        language: str,
    ) -> None:
        """Show the proposals, or what it means that there are none."""
        rows = words.plan_lines(plan, quantities, left_out, language)
        known = {row.key for row in rows}
        first = next((row.key for row in rows if not row.heading), None)
        now = self.list.current_key()
        self.list.set_lines(rows, now if now in known else first)
        self.body.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.about.setVisible(plan.run is not None)
        if plan.run is None:
            self.nothing.set_words(
                self.tr("No forecast was made yet"),
                self.tr("It looks at a year of sales and proposes what to buy."),
                self.tr("Forecast now"),
            )
            return
        self.nothing.set_words(
            self.tr("Nothing needs to be ordered"),
            self.tr("What is here and on its way lasts until the next order."),
            self.tr("Forecast again"),
        )
        self.about.setText(self._about(plan))

    def _about(self, plan: Plan) -> str:
        """Say when the plan was made, of how much, and what it could not plan."""
        run = plan.run
        if run is None:
            return ""
        text = self.tr("Planned %1 for %2: %n item(s)", "", run.items)
        text = text.replace("%1", figures.moment(run.finished_at))
        parts = [text.replace("%2", figures.day(run.day))]
        if run.without_supplier:
            parts.append(self.tr("%n without a supplier", "", run.without_supplier))
        if run.oddities:
            parts.append(self.tr("%n oddity(ies) in the sales", "", run.oddities))
        return " \u00b7 ".join(parts)


class DraftsPage(QWidget):
    """Drafts and sent orders at the left, the lines of the marked one at the right."""

    marked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it is shown orders."""
        super().__init__(parent)
        self.list, self.lines = LineList(), LineList()
        self.lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.nothing = EmptyState("orders")
        self.body = QWidget()
        both = beside(self.list, self.lines)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        column(self.body, both, gap=0, margin=0)
        policy = QSizePolicy.Policy
        for shown in (self.list, self.lines):
            shown.setSizePolicy(policy.Ignored, policy.Expanding)
        box = column(self, self.body, self.nothing, gap=0)
        box.setContentsMargins(24, 8, 24, 16)
        self.list.selectionModel().currentChanged.connect(self._mark)

    def _mark(self) -> None:
        self.marked.emit()

    def retranslate(self) -> None:
        """Set the fixed texts."""
        self.list.set_name(self.tr("Orders to suppliers"))
        self.lines.set_name(self.tr("Lines of the order"))
        self.nothing.set_words(
            self.tr("No order waits to be sent"),
            self.tr("Proposals that you accept become drafts here."),
        )

    def current(self) -> bytes | None:
        """The order that is marked."""
        key = self.list.current_key()
        return key if isinstance(key, bytes) else None

    def show_orders(self, orders: Collection[Order]) -> None:
        """Show drafts and sent orders."""
        rows: list[Line] = words.order_lines(orders)
        known = {row.key for row in rows}
        now = self.list.current_key()
        self.list.set_lines(rows, now if now in known else rows[0].key if rows else None)
        self.body.setVisible(bool(rows))
        self.nothing.setVisible(not rows)

    def show_draft(self, draft: Draft | None, language: str) -> None:
        """Show the lines of the marked order."""
        self.lines.set_lines([] if draft is None else words.draft_lines(draft, language))
