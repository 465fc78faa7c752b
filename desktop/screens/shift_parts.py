"""Parts of the shift screen: counting notes and coins, and a report as it is printed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from desktop import figures
from desktop.screens import till
from desktop.text import QT_TRANSLATE_NOOP
from desktop.widgets import Text
from domain.counter import CASH, Report, display_width
from domain.values import decimals_of, from_moment

translate = QCoreApplication.translate

_MOVES = {
    Qt.Key.Key_Return: 1,
    Qt.Key.Key_Enter: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
}
_TAX_CLASSES: Mapping[str, str] = {
    "standard": QT_TRANSLATE_NOOP("Report", "standard"),
    "reduced": QT_TRANSLATE_NOOP("Report", "reduced"),
    "zero": QT_TRANSLATE_NOOP("Report", "zero rate"),
    "exempt": QT_TRANSLATE_NOOP("Report", "exempt"),
}
"""The usual tax classes in words; others keep their own code."""
_LONGEST = 5
_WIDE = 212
"""The width of a column that has room for its sums."""


class CountGrid(QWidget):
    """How many of each note and coin; Enter goes to the next. The amounts add up beside them."""

    changed = Signal()
    """A number was typed."""
    finished = Signal()
    """Enter in the last field."""

    def __init__(self, parent: QWidget | None = None, *, columns: int = 3) -> None:
        """Empty until it knows the currency."""
        super().__init__(parent)
        self._columns, self._currency = columns, ""
        self._values: tuple[int, ...] = ()
        self._edits: list[QLineEdit] = []
        self._sums: list[Text] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(10)

    def set_money(self, values: Sequence[int], currency: str) -> None:
        """Offer these notes and coins (minor units), largest first."""
        if (tuple(values), currency) == (self._values, self._currency):
            return
        while self._grid.count():
            gone = self._grid.takeAt(0).widget()
            gone.hide()
            gone.deleteLater()
        self._values, self._currency = tuple(values), currency
        self._edits, self._sums = [], []
        down = -(-len(values) // self._columns)
        for at, value in enumerate(values):
            across, row = divmod(at, down)
            name = Text("strong", till.money(value, currency))
            name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            edit, amount = QLineEdit(), Text("muted")
            edit.setMaxLength(_LONGEST)
            edit.setAlignment(Qt.AlignmentFlag.AlignRight)
            edit.setFixedWidth(70)
            edit.setAccessibleName(name.text())
            edit.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
            edit.installEventFilter(self)
            edit.textEdited.connect(self._edited)
            for column, widget in enumerate((name, edit, amount)):
                self._grid.addWidget(widget, row, across * 4 + column)
            self._edits.append(edit)
            self._sums.append(amount)
        for across in range(self._columns):
            self._grid.setColumnStretch(across * 4 + 2, 1)
            self._grid.setColumnMinimumWidth(across * 4, 64)
        self._add_up()

    def counts(self) -> dict[int, int]:
        """How many of each value; those without a number are left out."""
        found = {}
        for value, edit in zip(self._values, self._edits, strict=True):
            count = figures.parse_figure(edit.text())
            if count:
                found[value] = count
        return found

    def set_counts(self, counts: Mapping[int, int]) -> None:
        """Show numbers that were counted before."""
        for value, edit in zip(self._values, self._edits, strict=True):
            edit.setText(str(counts[value]) if counts.get(value) else "")
        self._add_up()

    def total(self) -> int:
        """What it comes to, in minor units."""
        return sum(value * count for value, count in self.counts().items())

    def problem(self) -> bool:
        """Whether something was typed that is no number; its field is marked."""
        return any(not _is_count(edit.text()) for edit in self._edits)

    def first(self) -> QWidget | None:
        """Where counting begins."""
        return self._edits[0] if self._edits else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter and the arrows walk through the fields."""
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and isinstance(watched, QLineEdit):
            step = _MOVES.get(Qt.Key(event.key()))
            if step is not None:
                at = self._edits.index(watched) + step
                if at >= len(self._edits):
                    self.finished.emit()
                else:
                    edit = self._edits[max(0, at)]
                    edit.setFocus()
                    edit.selectAll()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where it is narrow, only the sum of all is shown."""
        super().resizeEvent(event)
        wide = self.width() >= self._columns * _WIDE
        for amount in self._sums:
            amount.setVisible(wide)
        for across in range(self._columns):
            self._grid.setColumnMinimumWidth(across * 4 + 2, 66 if wide else 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as it is without the sums."""
        return QSize(self._columns * 160, super().minimumSizeHint().height())

    def _edited(self, _text: str) -> None:
        self._add_up()
        self.changed.emit()

    def _add_up(self) -> None:
        """Show what each value comes to."""
        counts = self.counts()
        for value, edit, amount in zip(self._values, self._edits, self._sums, strict=True):
            count = counts.get(value, 0)
            amount.setText(till.money(value * count, self._currency) if count else "")
            mark = "false" if _is_count(edit.text()) else "true"
            if edit.property("problem") != mark:
                edit.setProperty("problem", mark)
                edit.style().unpolish(edit)
                edit.style().polish(edit)


def _is_count(text: str) -> bool:
    count = figures.parse_figure(text) if text.strip() else 0
    return count is not None and count >= 0


def report_text(report: Report, width: int = 42) -> str:
    """An X or Z report for the printer; every figure is the stored one."""
    return "\n".join(_Lines(report, width).lines()) + "\n"


def movement_words(kind: str) -> str:
    """Name a kind of cash movement."""
    words = {
        "float_in": translate("Report", "Change money brought"),
        "paid_in": translate("Report", "Paid in"),
        "paid_out": translate("Report", "Paid out"),
        "drop": translate("Report", "To the safe"),
        "bank_drop": translate("Report", "To the bank"),
    }
    return words.get(kind, kind)


class _Lines:
    """The lines of one report."""

    def __init__(self, report: Report, width: int) -> None:
        self._report, self._width = report, width
        self._currency = report.shift.currency
        self._found: list[str] = []

    def lines(self) -> list[str]:
        """Head, sales, taxes, drawer, tenders, what is noticed."""
        self._head()
        self._sales()
        self._drawer()
        self._tenders()
        self._noticed()
        self._rule()
        return self._found

    def _rule(self) -> None:
        self._found.append("-" * self._width)

    def _pair(self, left: str, right: str) -> None:
        gap = self._width - display_width(left) - display_width(right)
        if gap < 1:
            self._found.append(left)
            left, gap = "", self._width - display_width(right)
        self._found.append(left + " " * gap + right)

    def _money(self, words: str, amount: int) -> None:
        places = figures.money(amount, decimals_of(self._currency))
        self._pair(words, places)

    def _head(self) -> None:
        report, shift = self._report, self._report.shift
        title = translate("Report", "X REPORT")
        if report.number is not None:
            title = translate("Report", "Z REPORT") + f" {report.number}"
        self._found.append(title)
        name = translate("Report", "Till") + f" {shift.till}"
        self._pair(name, figures.day(shift.business_date))
        self._pair(translate("Report", "Opened"), _when(shift.opened_at))
        if shift.closed_at is not None:
            self._pair(translate("Report", "Closed"), _when(shift.closed_at))
        self._rule()

    def _sales(self) -> None:
        report = self._report
        for kind, words in (
            ("sales", translate("Report", "Sales")),
            ("refunds", translate("Report", "Refunds")),
        ):
            total = report.total(kind)
            self._money(f"{words} ({total.count})", total.amount)
        self._pair(translate("Report", "Items"), figures.figure(report.amount("items")))
        self._money(translate("Report", "Discounts"), report.amount("discount"))
        self._money(translate("Report", "Net"), report.amount("net"))
        tax = translate("Report", "Tax")
        for each in report.of_kind("tax"):
            name = each.name
            if name in _TAX_CLASSES:
                name = translate("Report", _TAX_CLASSES[name])
            self._money(f"{tax} {name}", each.amount)
        if report.amount("rounding"):
            self._money(translate("Report", "Rounded to coins"), report.amount("rounding"))
        self._rule()

    def _drawer(self) -> None:
        report = self._report
        self._money(translate("Report", "Float"), report.amount("float"))
        for each in report.of_kind("cash"):
            self._money(f"{movement_words(each.name)} ({each.count})", each.amount)
        self._rule()

    def _tenders(self) -> None:
        counted, off = translate("Report", "counted"), translate("Report", "difference")
        for each in self._report.of_kind("tender"):
            words = till.tender_words(each.name)
            if each.name == CASH:
                words += " " + translate("Report", "(in the drawer)")
            self._money(words, each.amount)
            if each.declared is not None:
                self._money(f"  {counted}", each.declared)
                self._money(f"  {off}", each.difference or 0)

    def _noticed(self) -> None:
        voids, opened = self._report.total("voids"), self._report.total("opened")
        if voids.count or opened.count:
            self._rule()
        if voids.count:
            removed = translate("Report", "Lines removed")
            self._money(f"{removed} ({voids.count})", voids.amount)
        if opened.count:
            words = translate("Report", "Drawer opened without a sale")
            self._pair(words, figures.figure(opened.count))


def _when(moment: int) -> str:
    return f"{from_moment(moment).astimezone():%Y-%m-%d %H:%M}"
