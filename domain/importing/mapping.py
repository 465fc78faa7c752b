"""Which column of a file says what: guessed from the headings, and changeable."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from domain.importing.cells import Dates
from domain.importing.errors import ColumnNeeded, KindNotClear, NoSuchColumn, NoSuchField
from domain.importing.kinds import BARCODES, KINDS, Kind, folded, headings, kind_of

GUESSED = ("barcodes", "products", "customers", "suppliers", "purchase_orders", "orders", "sales")
"""The kinds that a file's headings can tell, the likelier first."""

_CONTAINED = 5  # a heading must have so many letters to be found inside another


JOIN = " + "
"""Between columns that make a field together: ``Shelf + Bin`` is read as ``A-12``."""


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """A kind and the column of each of its fields; ``decimal`` and ``dates`` as in the cells.

    ``meanings`` says, by field, what some texts stand for, as values already read: a status 4
    that means yes; None means nothing is said.
    """

    kind: str
    columns: Mapping[str, str] = field(default_factory=dict)
    decimal: str = "."
    dates: Dates = "dmy"
    meanings: Mapping[str, Mapping[str, object]] = field(default_factory=dict)

    def with_columns(self, changes: Mapping[str, str | None]) -> "ColumnMap":
        """Give the map with some fields' columns changed; None or empty takes one away.

        Raises NoSuchField.
        """
        kind = kind_of(self.kind)
        columns = dict(self.columns)
        for name, column in changes.items():
            if kind.field(name) is None:
                known = ", ".join(each.name for each in kind.fields)
                raise NoSuchField(field=name, kind=kind.title, known=known)
            columns.pop(name, None)
            if column:
                columns[name] = column
        return replace(self, columns=columns)

    def check(self, file: str, columns: Iterable[str], elsewhere: Iterable[str] = ()) -> None:
        """Refuse what cannot work with a file's columns. Raises NoSuchColumn, ColumnNeeded.

        ``elsewhere`` are fields that another file says.
        """
        known = list(columns)
        listed = ", ".join(known)
        for column in self.columns.values():
            for part in parts_of(column, known):
                if part not in known:
                    raise NoSuchColumn(file=file, column=part, columns=listed)
        have = {*self.columns, *elsewhere}
        kind = kind_of(self.kind)
        for each in kind.fields:
            if each.needed and each.name not in have:
                raise ColumnNeeded(file=file, field=each.title, columns=listed)
        for group in kind.one_of:
            if not have & set(group):
                titles = " / ".join(each.title for each in kind.fields if each.name in group)
                raise ColumnNeeded(file=file, field=titles, columns=listed)


def parts_of(column: str, known: Iterable[str]) -> tuple[str, ...]:
    """Give the columns that make a field: one, or several that are joined."""
    return (column,) if column in known else tuple(part.strip() for part in column.split(JOIN))


def guess(kind: str, columns: Sequence[str]) -> ColumnMap:
    """Guess which column says what: the same heading first, then one inside the other.

    Every column is used once at most. Raises UnknownKind.
    """
    names = headings(kind_of(kind).name)
    free = {folded(column): column for column in reversed(columns) if folded(column)}
    found: dict[str, str] = {}
    for rank in range(max(len(words) for words in names.values())):
        for name, words in names.items():
            if name not in found and rank < len(words) and words[rank] in free:
                found[name] = free.pop(words[rank])
    for name, words in names.items():
        if name not in found:
            near = next((h for h in free if _is_near(h, words)), None)
            if near is not None:
                found[name] = free.pop(near)
    return ColumnMap(kind, found)


def _is_near(heading: str, words: Sequence[str]) -> bool:
    long = 2 if any(ord(c) > 0x2E80 for c in heading) else _CONTAINED  # Han words are short
    return any(len(word) >= long and word in heading for word in words)


def guess_kind(file: str, columns: Sequence[str]) -> ColumnMap:
    """Guess what a file holds, by which kind's fields its headings name. Raises KindNotClear."""
    best: tuple[int, ColumnMap] | None = None
    for name in GUESSED:
        names = headings(name)
        own = {folded(column) for column in columns}
        exact = [field for field, words in names.items() if own & set(words)]
        candidate = guess(name, columns)
        if not _is_whole(KINDS[name], exact):
            continue
        score = len(exact) * 2 + len(candidate.columns)
        if best is None or score > best[0]:
            best = (score, candidate)
    if best is None:
        raise KindNotClear(file=file, known=", ".join(KINDS))
    return best[1]


def _is_whole(kind: Kind, fields: Iterable[str]) -> bool:
    have = set(fields)
    if kind.name == BARCODES and {"sku", "name"} <= have:
        return False  # a list of products that have barcodes
    needed = all(each.name in have for each in kind.fields if each.needed)
    return needed and all(have & set(group) for group in kind.one_of)
