"""What the reorder screen shows: proposals by supplier with their account, and the drafts."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
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
GAP, ROW_GAP = 8, 2
BAR_ROOM = 14
"""The figures stay clear of the scroll bar."""


class Account(QWidget):
    """The exact account of a quantity, like a bill: words at the left, figures at the right.

    The rows scroll where there is no room for all of them; the result is always in view.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it gets rows."""
        super().__init__(parent)
        holder, above, below = QWidget(), QWidget(), QWidget()
        self._sum, self._result = _grid(above), _grid(below)
        room = column(holder, above, None, gap=0, margin=0)
        room.setContentsMargins(0, 0, BAR_ROOM, 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        self._result.setContentsMargins(0, 0, BAR_ROOM, 0)
        box = column(self, area, below, gap=ROW_GAP, margin=0)
        box.setStretch(0, 1)
        self._rows: tuple[words.Row, ...] = ()

    @property
    def rows(self) -> tuple[words.Row, ...]:
        """The rows shown."""
        return self._rows

    def set_rows(self, rows: Sequence[words.Row]) -> None:
        """Show these rows."""
        for grid in (self._sum, self._result):
            while grid.count():
                gone = grid.takeAt(0).widget()
                gone.hide()
                gone.deleteLater()
        self._rows = tuple(rows)
        self.setAccessibleName("; ".join(f"{row.words} {row.figure}" for row in rows))
        for row in rows:
            grid = self._result if row.result else self._sum
            at = grid.count()  # more than there are rows: empty ones take no room
            if row.total or row.result:
                rule = Rule()
                grid.addWidget(rule, at, 0, 1, 2)
                rule.show()
            role = "heading" if row.result else "strong" if row.total else "body"
            figure = Text("title" if row.result else role, row.figure)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            name = Text(role, row.words, wrap=True)
            for place, text in enumerate((name, figure)):
                grid.addWidget(text, at + 1, place)
                text.show()  # at once, or it would be measured as nothing
                text.ensurePolished()

    def height_of_all(self, width: int) -> int:
        """Give the height at which nothing has to scroll."""
        inner = width - BAR_ROOM
        return ROW_GAP + sum(_height(grid, inner) for grid in (self._sum, self._result))


def _grid(holder: QWidget) -> QGridLayout:
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(ROW_GAP)
    grid.setColumnStretch(0, 1)
    return grid


def _height(grid: QGridLayout, width: int) -> int:
    return grid.heightForWidth(width) if grid.hasHeightForWidth() else grid.sizeHint().height()


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
        head = beside(self.code, None, self.sure)
        chart = stacked(self.chart, self.under, gap=0)
        self._box = column(self, head, self.title, chart, self.account, None, gap=GAP, margin=20)
        self._box.setStretch(3, 99)
        self._parts = (self.under, self.account, self.sure)
        self._filled = False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """See again whether there is room for the chart."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the chart only where the whole account is in view below it.

        What it shows stands in words under it; the account has no other place.
        """
        room, margins = self.contentsRect(), self._box.contentsMargins()
        width = room.width() - margins.left() - margins.right()
        needed = margins.top() + margins.bottom() + 4 * GAP + CHART_HEIGHT
        needed += max(self.code.sizeHint().height(), self.sure.sizeHint().height())
        needed += self.title.heightForWidth(width) + self.under.sizeHint().height()
        account = self.account.height_of_all(width)
        self.account.setMaximumHeight(account)
        needed += account
        self.chart.setVisible(self._filled and needed <= room.height())

    def show_nothing(self, title: str) -> None:
        """Say what to do instead."""
        self.title.setText(title)
        self.code.clear()
        self._filled = False
        for part in (*self._parts, self.chart):
            part.hide()

    def show_proposal(self, proposal: Proposal, chosen: int, language: str) -> None:
        """Show one item's account."""
        self.title.setText(proposal.product.named(language))
        self.code.setText(proposal.product.sku)
        code = proposal.line.confidence
        tone = words.CONFIDENCE_TONES.get(code, Tone.NEUTRAL)
        self.sure.set_state(words.confidence(code), tone)
        self.account.set_rows(words.account_rows(proposal, chosen))
        self._filled = True
        for part in self._parts:
            part.show()
        self._fit()

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
