"""How a table is declared: what kind it is, who receives its rows, who may edit them.

Every business area declares its tables with ``fact``, ``record``, ``projection`` or ``local`` in
its ``tables.py``. The declarations make ordinary SQLAlchemy tables; what is more is in ``Spec``.

Columns that the transaction fills in by itself:

- ``site``: the scope of the row, leading every key (0 is global);
- ``changeset``: the local key of the changeset that wrote the row (facts and records).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    SmallInteger,
    String,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine

GLOBAL = 0
"""The scope that every replica receives; sites are numbered from 1."""

ID = LargeBinary(16)
"""A UUIDv7 in 16 bytes."""
QUANTITY = BigInteger()
"""Whole steps of an item."""
AMOUNT = BigInteger()
"""Minor units of the company's currency."""
PRICE = BigInteger()
"""1/10,000 of the currency unit."""
MOMENT = BigInteger()
"""Milliseconds since 1970 UTC."""
STAMP = BigInteger()
"""A hybrid logical clock's stamp."""
DAY = String(10)
"""An ISO date."""
CODE = String(64)
"""A short code of a closed list, or a barcode."""
TEXT = Text()
"""A text that people wrote."""
COUNT = Integer()
FLAG = SmallInteger()
"""0 or 1."""
BLOB = LargeBinary()

metadata = MetaData()


class Kind(Enum):
    """What may happen to the rows of a table."""

    FACT = "fact"
    RECORD = "record"
    PROJECTION = "projection"
    LOCAL = "local"
    JOURNAL = "journal"


class Scope(Enum):
    """Who receives the rows of a table."""

    GLOBAL = "global"
    SITE = "site"
    ANY = "any"
    """The row takes the scope of its transaction: an answer travels with its question."""


class Owner(Enum):
    """Who may edit a record: the centre, the site, or everybody (merged field by field)."""

    CENTRE = "centre"
    SITE = "site"
    SHARED = "shared"


class Policy(Enum):
    """Which of two values wins when two people edited without seeing each other."""

    LATER = "later"
    MAXIMUM = "maximum"
    UNION = "union"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Spec:
    """What the replica knows about a table beyond its columns."""

    table: Table
    kind: Kind
    scope: Scope = Scope.SITE
    owner: Owner = Owner.SHARED
    policies: dict[str, Policy] = field(default_factory=dict)
    unique: tuple[str, ...] = ()
    append_only: bool = False
    """Whether the database itself must refuse to change or delete rows."""
    name: str = field(init=False)
    """The table's name."""
    columns: tuple[str, ...] = field(init=False)
    """The columns that a changeset carries: all but those that the transaction fills in."""

    def __post_init__(self) -> None:
        """Look names up once: every row that is written asks for them."""
        # SQLAlchemy's names are a subclass of str that MessagePack refuses.
        names = (str(c.name) for c in self.table.columns)
        carried = tuple(name for name in names if name not in ("site", "changeset"))
        object.__setattr__(self, "name", str(self.table.name))
        object.__setattr__(self, "columns", carried)

    @property
    def synced(self) -> bool:
        """Whether rows travel in changesets."""
        return self.kind in (Kind.FACT, Kind.RECORD)

    def policy(self, column: str) -> Policy:
        """The merge policy of one column."""
        return self.policies.get(column, Policy.LATER)


specs: dict[str, Spec] = {}
"""Every declared table by its name."""


def column(name: str, kind: TypeEngine[Any], *, null: bool = False) -> Column[Any]:
    """Declare a column; a value is required unless ``null``."""
    return Column(name, kind, nullable=null)


def _declare(
    name: str,
    columns: Sequence[Column[Any]],
    key: Sequence[str],
    indexes: Sequence[Sequence[str]],
    auto: list[Column[Any]],
) -> Table:
    own_indexes = [Index(f"ix_{name}_{'_'.join(i)}", *i) for i in indexes]
    return Table(
        name,
        metadata,
        *auto,
        *columns,
        PrimaryKeyConstraint(*key, name=f"pk_{name}"),
        *own_indexes,
        sqlite_with_rowid=False,
    )


def fact(
    name: str,
    *columns: Column[Any],
    key: Sequence[str] = ("id",),
    scope: Scope = Scope.SITE,
    indexes: Sequence[Sequence[str]] = (),
) -> Table:
    """Declare a table whose rows are only ever inserted.

    ``key`` names the columns that, behind the site, identify a row: ``("id",)`` for a document,
    ``("document", "line")`` for its lines, ``("changeset", "line")`` for movements. An index
    by changeset is made where the key does not begin with it, for the audit trail.
    """
    auto = [
        Column("site", Integer, nullable=False),
        Column("changeset", BigInteger, nullable=False),
    ]
    all_indexes: list[Sequence[str]] = list(indexes)
    if key[0] != "changeset":
        all_indexes.append(("site", "changeset"))
    table = _declare(name, columns, ("site", *key), all_indexes, auto)
    specs[name] = Spec(table, Kind.FACT, scope)
    return table


def record(
    name: str,
    *columns: Column[Any],
    owner: Owner,
    scope: Scope = Scope.GLOBAL,
    policies: dict[str, Policy] | None = None,
    unique: Sequence[str] = (),
    indexes: Sequence[Sequence[str]] = (),
) -> Table:
    """Declare a table whose rows are edited; the key is ``id``, which is added here.

    ``unique`` names columns whose values should not be taken twice; where two stations take one
    offline, both rows stay and the pair goes to the inbox. It makes no database constraint.
    """
    auto: list[Column[Any]] = [
        Column("site", Integer, nullable=False),
        Column("changeset", BigInteger, nullable=False),
        Column("id", ID, nullable=False),
    ]
    all_indexes: list[Sequence[str]] = [*indexes, *(("site", name) for name in unique)]
    table = _declare(name, columns, ("site", "id"), all_indexes, auto)
    specs[name] = Spec(table, Kind.RECORD, scope, owner, dict(policies or {}), tuple(unique))
    return table


def projection(
    name: str,
    *columns: Column[Any],
    key: Sequence[str],
    indexes: Sequence[Sequence[str]] = (),
) -> Table:
    """Declare a table computed from facts and records; its key leads with the site."""
    auto = [Column("site", Integer, nullable=False)]
    table = _declare(name, columns, ("site", *key), indexes, auto)
    specs[name] = Spec(table, Kind.PROJECTION)
    return table


def local(
    name: str,
    *columns: Column[Any],
    key: Sequence[str],
    indexes: Sequence[Sequence[str]] = (),
) -> Table:
    """Declare a table whose rows never leave this station."""
    table = _declare(name, columns, key, indexes, [])
    specs[name] = Spec(table, Kind.LOCAL)
    return table


def journal(
    name: str,
    *columns: Column[Any],
    key: Sequence[str],
    indexes: Sequence[Sequence[str]] = (),
    append_only: bool = True,
) -> Table:
    """Declare a table of the replica's own books: changesets, logs, edits."""
    table = _declare(name, columns, key, indexes, [])
    specs[name] = Spec(table, Kind.JOURNAL, append_only=append_only)
    return table


def append_only(spec: Spec) -> bool:
    """Whether the database itself must refuse to change or delete rows of this table."""
    return spec.kind is Kind.FACT or spec.append_only
