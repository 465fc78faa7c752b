"""A table over any number of rows: a vector of keys, pages read when they come into view.

The model holds the keys in order and a few dozen pages; a reader thread fetches a page when a row
of it is painted; until then the row is a placeholder. The delegate paints from the page and asks
the model for nothing, which is what keeps a million rows smooth.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from desktop.offload import Cancel, Connection, Offload, Query
from desktop.tones import Tone
from desktop.widgets.lines import NO_INDEX, Index

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)

PAGE_ROWS = 256
PAGES_KEPT = 64
PAGES_NEAR = 2
"""A page asked for and not yet read is forgotten when the view is further away than this."""


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: what it says of a row, and how.

    ``sort`` is the name the source knows for sorting by it; empty means it cannot. ``tone`` turns
    the cell into a pill where it gives a tone. ``stretch`` shares out the room that is left.
    A column is as wide as its title and the words of ``widest`` need, at least ``width``.
    """

    title: Callable[[], str]
    text: Callable[[R], str]
    width: int = 160
    stretch: int = 0
    right: bool = False
    strong: bool = False
    sort: str = ""
    tone: Callable[[R], Tone | None] | None = None
    widest: Callable[[], Sequence[str]] = tuple


class PageSource(Protocol[R_co]):
    """Where the rows come from. Both methods run on a reader thread."""

    def keys(self, connection: Connection, sort: str, *, descending: bool) -> Sequence[Any]:
        """Give the keys of all rows in order; an array or a list, small per row."""

    def page(self, connection: Connection, keys: Sequence[Any]) -> Sequence[R_co | None]:
        """Give the rows of these keys in the same order; None for one that is gone."""


class PagedModel(QAbstractTableModel, Generic[R]):
    """Keys in memory, rows a page at a time."""

    counted = Signal(int)
    """The number of rows, whenever the keys were read."""
    arrived = Signal()
    """A page came; the view repaints."""

    def __init__(self, columns: Sequence[Column[R]], parent: QObject) -> None:
        """Start without rows."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self.loading = False
        self._keys: Sequence[Any] = ()
        self._pages: OrderedDict[int, Sequence[R | None]] = OrderedDict()
        self._asked: dict[int, Cancel] = {}
        self._source: PageSource[R] | None = None
        self._offload: Offload | None = None
        self._sort, self._descending = "", False

    def load(self, source: PageSource[R], offload: Offload) -> None:
        """Read the keys of a source and show its rows."""
        self._source, self._offload = source, offload
        self.reload()

    def reload(self) -> None:
        """Read the keys again; the rows shown stay until they are there."""
        source, offload = self._source, self._offload
        if source is None or offload is None:
            return
        sort, descending = self._sort, self._descending
        self.loading = True
        query = Query(self, lambda c: source.keys(c, sort, descending=descending))
        query.success(self._take_keys).newest("keys").run(offload)

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show a few rows that are already in memory."""
        self._source = None
        self._take_keys(range(len(rows)))
        for first in range(0, len(rows), PAGE_ROWS):
            self._pages[first // PAGE_ROWS] = rows[first : first + PAGE_ROWS]

    def order_by(self, sort: str, *, descending: bool) -> None:
        """Sort by a name that the source knows."""
        self._sort, self._descending = sort, descending
        self.reload()

    def row(self, at: int) -> R | None:
        """Give a row if its page is there; else ask for the page and give None."""
        number, within = divmod(at, PAGE_ROWS)
        page = self._pages.get(number)
        if page is None:
            self._ask(number)
            return None
        self._pages.move_to_end(number)
        return page[within] if within < len(page) else None

    def key(self, at: int) -> Any:
        """Give the key of a row."""
        return self._keys[at]

    @property
    def pages_held(self) -> int:
        """How many pages are in memory now."""
        return len(self._pages)

    # What Qt asks.

    def rowCount(self, parent: Index = NO_INDEX) -> int:  # noqa: N802 - Qt's name
        """Give the number of keys."""
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: Index = NO_INDEX) -> int:  # noqa: N802 - Qt's name
        """Give the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's words, for screen readers and the clipboard; painting does not ask."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        row = self.row(index.row())
        return None if row is None else self.columns[index.column()].text(row)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Give a column's title."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    # How pages come.

    def _take_keys(self, keys: Sequence[Any]) -> None:
        """Show new keys; the pages of the old ones are dropped."""
        self.beginResetModel()
        for cancel in self._asked.values():
            cancel.cancel()
        self._asked.clear()
        self._pages.clear()
        self._keys = keys
        self.loading = False
        self.endResetModel()
        self.counted.emit(len(keys))

    def _ask(self, number: int) -> None:
        """Ask a reader for a page, once; forget pages that scrolled out of sight unread."""
        source, offload = self._source, self._offload
        if source is None or offload is None or number in self._asked:
            return
        for other in [n for n in self._asked if abs(n - number) > PAGES_NEAR]:
            self._asked.pop(other).cancel()
        keys = self._keys[number * PAGE_ROWS : (number + 1) * PAGE_ROWS]
        query = Query(self, lambda c: source.page(c, keys))
        cancel = query.success(lambda rows: self._take_page(number, rows)).run(offload)
        self._asked[number] = cancel

    def _take_page(self, number: int, rows: Sequence[R | None]) -> None:
        """Keep a page; the one unused for longest makes room."""
        self._asked.pop(number, None)
        self._pages[number] = rows
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        self.arrived.emit()
