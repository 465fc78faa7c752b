"""What the import screen shows: the columns at the left, what they come to at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QWidget

from desktop import figures
from desktop.messages import translate_sentence
from desktop.screens import import_words as words
from desktop.screens.import_reading import Looked, Outcome, Shown, Trouble
from desktop.tones import Tone
from desktop.widgets import (
    Card,
    ChoiceField,
    Column,
    Line,
    LineList,
    PagedTable,
    ProgressPanel,
    StatusPill,
    Text,
    TextField,
    beside,
    column,
    row,
    stacked,
)
from domain.importing import KINDS, kind_of

MAPPING_WIDTH = 420
PROBLEMS_HEIGHT = 164
IN_A_ROW = 2
"""Fields beside each other."""
NOTHING = ""
"""The choice of no column."""


class MappingPane(Card):
    """What the file holds, which lines, and the column of each field."""

    changed = Signal()
    """Another kind or column was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until a file was looked at."""
        super().__init__(parent)
        self.kind, self.lines = ChoiceField(), TextField()
        self.kind.changed.connect(self._kind_changed)
        self._fields: dict[str, ChoiceField] = {}
        self._looked: Looked | None = None
        self._new_kind: str | None = None
        self._title = Text("label")
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 12, 0)
        self._grid.setSpacing(12)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._holder)
        head = beside(self.kind, self.lines, gap=12)
        head.setStretch(0, 1)
        head.setStretch(1, 1)
        for field in (self.kind, self.lines):
            head.setAlignment(field, Qt.AlignmentFlag.AlignTop)
            field.setMinimumWidth(0)
            field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        box = column(self, head, self._title, area, gap=12, margin=20)
        box.setStretch(2, 1)
        self.setFixedWidth(MAPPING_WIDTH)

    def retranslate(self) -> None:
        """Set the fixed texts."""
        self.kind.set_words(self.tr("What it holds"))
        self.lines.set_words(self.tr("Lines"), self.tr("Empty for all, or as in 2-50,77"))
        self._title.setText(self.tr("Columns of the file"))
        if self._looked is not None:
            self.show_file(self._looked)

    def show_file(self, looked: Looked) -> None:
        """Offer the kinds, and for each field of the kind the file's columns."""
        before = self._looked
        self._looked, self._new_kind = looked, None
        offered = [*looked.ready, *KINDS]
        self.kind.set_choices([(name, words.kind(name)) for name in offered])
        self.kind.set_value(looked.kind)
        if before is None or (before.kind, before.headings) != (looked.kind, looked.headings):
            self._make_fields(looked)
        for name, field in self._fields.items():
            needed = name in looked.missing
            field.set_words(words.field(name))
            field.set_value(looked.columns.columns.get(name, NOTHING))
            field.set_problem(self.tr("A column is needed here") if needed else "")

    def choice(self) -> tuple[str, dict[str, str | None]]:
        """Give the kind, and the column of each field; another kind starts with a guess."""
        kind = str(self.kind.value())
        if self._new_kind is not None:
            return kind, {}
        return kind, {name: str(each.value() or "") for name, each in self._fields.items()}

    def field(self, name: str) -> ChoiceField:
        """Give the choice of a field's column."""
        return self._fields[name]

    def _make_fields(self, looked: Looked) -> None:
        """Make a choice for each field; those that have a column come first."""
        for field in self._fields.values():
            self._grid.removeWidget(field)
            field.hide()
            field.deleteLater()
        names = [each.name for each in kind_of(looked.columns.kind).fields]
        used = set(looked.columns.columns) | set(looked.missing)
        names.sort(key=lambda name: name not in used)
        self._fields = {name: ChoiceField() for name in names}
        choices = [(NOTHING, self.tr("– none –")), *((c, c) for c in looked.headings)]
        for at, field in enumerate(self._fields.values()):
            field.set_choices(choices)
            field.changed.connect(self.changed)
            field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            place = divmod(at, IN_A_ROW)
            self._grid.addWidget(field, *place, Qt.AlignmentFlag.AlignTop)
        for number in range(IN_A_ROW):
            self._grid.setColumnStretch(number, 1)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def _kind_changed(self) -> None:
        self._new_kind = str(self.kind.value())
        self.changed.emit()


class PreviewPane(QWidget):
    """The first rows as they are understood, and what is wrong with them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until a file was looked at."""
        super().__init__(parent)
        self.name, self.about = Text("heading"), Text("muted")
        self.state = StatusPill()
        self.table: PagedTable[Shown] = PagedTable([])
        self.problems = LineList(dense=True)
        self.problems.setMaximumHeight(PROBLEMS_HEIGHT)
        head = beside(stacked(self.name, self.about, gap=2), None, self.state)
        self._box = column(self, head, self.table, self.problems, gap=12, margin=0)
        self._box.setStretch(1, 1)
        self._fields: tuple[str, ...] = ()

    def show_file(self, looked: Looked) -> None:
        """Show the rows and their problems."""
        self.name.setText(looked.path.name)
        count = figures.quantity(looked.rows)
        rows = self.tr("%1 rows") if looked.exact else self.tr("about %1 rows")
        parts = [rows.replace("%1", count), looked.encoding.upper()]
        self.about.setText(" · ".join(part for part in parts if part))
        bad = len({each.line for each in looked.troubles if each.refused})
        if looked.missing:
            self.state.set_state(self.tr("Choose the columns"), Tone.WARNING)
        elif bad:
            words_ = self.tr("%n of the first rows cannot be used", "", bad)
            self.state.set_state(words_, Tone.WARNING)
        else:
            self.state.set_state(self.tr("The first rows are fine"), Tone.SUCCESS)
        self._show_rows(looked)
        show_troubles(self.problems, looked.troubles)

    def _show_rows(self, looked: Looked) -> None:
        fields = tuple(
            each.name
            for each in kind_of(looked.columns.kind).fields
            if each.name in looked.columns.columns
        )
        if fields != self._fields:
            self._fields = fields
            table = PagedTable(_columns(fields))
            table.set_name(self.tr("The first rows, as they are understood"))
            self._box.replaceWidget(self.table, table)
            self.table.hide()
            self.table.deleteLater()
            self.table = table
        self.table.set_empty("import", self.tr("No row can be used as it is"))
        self.table.set_rows(looked.preview)


def _columns(fields: Sequence[str]) -> list[Column[Shown]]:
    def title(name: str) -> Column[Shown]:
        return Column(
            lambda: words.field(name),
            lambda row: row.cells.get(name, ""),
            width=_WIDTHS.get(name, 136),
            stretch=1,
            right=name in _FIGURES,
            strong=name in ("sku", "number", "code"),
        )

    line: Column[Shown] = Column(
        lambda: QCoreApplication.translate("ImportWords", "Line"),
        lambda row: str(row.line),
        width=84,
        right=True,
    )
    return [line, *map(title, fields)]


_WIDTHS = {"name": 220, "customer": 200, "ship_to": 220, "barcode": 192, "unit": 96, "size": 96}
_FIGURES = frozenset(
    ("price", "cost", "quantity", "received", "rejected", "tax", "freight", "discount", "units")
    + ("lead_time", "minimum", "maximum", "tolerance", "rating")
)


def show_troubles(lines: LineList, troubles: Sequence[Trouble]) -> None:
    """List problems, those that leave a row out first; nothing is shown where there are none."""
    ordered = sorted(troubles, key=lambda each: (not each.refused, each.line))
    lines.set_lines(
        [
            Line(
                key=at,
                title=_place(each),
                detail=translate_sentence(each.template, each.params),
                note=_fate(each),
                tone=Tone.ERROR if each.refused else Tone.WARNING,
            )
            for at, each in enumerate(ordered)
        ]
    )
    lines.setVisible(bool(troubles))


def _place(each: Trouble) -> str:
    line = QCoreApplication.translate("ImportWords", "Line %1")
    return " · ".join(part for part in (line.replace("%1", str(each.line)), each.column) if part)


def _fate(each: Trouble) -> str:
    translate = QCoreApplication.translate
    if each.refused:
        return translate("ImportWords", "left out")
    return translate("ImportWords", "imported; have a look")


class RunPage(QWidget):
    """How far the import is, and then what it did."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it is shown something."""
        super().__init__(parent)
        self.progress = ProgressPanel()
        self.title, self.about = Text("title"), Text("muted")
        self.done, self.problems = LineList(dense=True), LineList(dense=True)
        self.body = QWidget()
        both = beside(self.done, self.problems, gap=24)
        both.setStretch(0, 2)
        both.setStretch(1, 3)
        inner = column(self.body, self.title, self.about, gap=8, margin=0)
        inner.addLayout(both, 1)
        box = column(self, self.progress, self.body, gap=12)
        box.setStretch(1, 1)
        box.addStretch(0)

    def show_progress(self, file: str, stage: str, done: int, total: int) -> None:
        """Show how far it is."""
        self.body.hide()
        detail = ""
        if total:
            text = self.tr("%1: %2 of %3").replace("%1", words.stage(stage))
            detail = text.replace("%2", figures.quantity(done)).replace(
                "%3", figures.quantity(total)
            )
        title = self.tr("Importing %1").replace("%1", file)
        self.progress.show_progress(title, done, total, detail)

    def show_outcome(self, file: str, outcome: Outcome) -> None:
        """Show what came of it."""
        self.progress.hide()
        self.body.show()
        total = sum(outcome.imported.values())
        title = self.tr("%1 is imported") if total else self.tr("%1: nothing new")
        self.title.setText(title.replace("%1", file))
        text = self.tr("%1 rows read, %2 left out")
        text = text.replace("%1", figures.quantity(outcome.rows))
        self.about.setText(text.replace("%2", figures.quantity(outcome.refused)))
        lines = []
        for name in dict.fromkeys((*outcome.imported, *outcome.already)):
            new, old = outcome.imported.get(name, 0), outcome.already.get(name, 0)
            note = self.tr("%1 were here").replace("%1", figures.quantity(old)) if old else ""
            tone = Tone.SUCCESS if new else Tone.NEUTRAL
            figure = figures.quantity(new)
            lines.append(Line(name, words.stage(name), figure=figure, note=note, tone=tone))
        self.done.set_lines(lines)
        show_troubles(self.problems, outcome.troubles)


class PlanPage(QWidget):
    """Columns at the left, rows at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until a file was looked at."""
        super().__init__(parent)
        self.mapping, self.preview = MappingPane(), PreviewPane()
        row(self, self.mapping, self.preview, gap=24).setContentsMargins(24, 8, 24, 12)

    def show_file(self, looked: Looked) -> None:
        """Show a file."""
        self.mapping.show_file(looked)
        self.preview.show_file(looked)
