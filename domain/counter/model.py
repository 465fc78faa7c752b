"""Shifts, sales and reports in frozen values; amounts in minor units."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.counter.pricing import LineTotals, TaxTotals, Terms
from domain.counter.tenders import CASH, Payment

SALE, REFUND = "sale", "refund"

FLOAT_IN, PAID_IN, PAID_OUT = "float_in", "paid_in", "paid_out"
DROP, BANK_DROP, OPENED = "drop", "bank_drop", "opened"
INTO_DRAWER = (FLOAT_IN, PAID_IN)
OUT_OF_DRAWER = (PAID_OUT, DROP, BANK_DROP)


@dataclass(frozen=True, slots=True)
class Shift:
    """One person's or one day's use of a drawer."""

    id: bytes
    site: int
    till: str
    business_date: str
    opened_at: int
    opening_float: int
    currency: str
    closed_at: int | None = None

    @property
    def open(self) -> bool:
        """Whether it takes sales."""
        return self.closed_at is None


@dataclass(frozen=True, slots=True)
class SaleLine:
    """A sold or (below zero) refunded line; ``decimals`` are the quantity's."""

    line: int
    item: bytes
    name: str | None
    name_zh: str | None
    unit: str
    decimals: int
    quantity: int
    price: int
    list_price: int | None
    money: LineTotals
    tax_class: bytes | None
    tax_code: str | None
    tax_rate: int
    cost: int | None
    lot: str | None
    serial: str | None
    original: bytes | None
    original_line: int | None
    reason: str | None

    def named(self, language: str) -> str:
        """The name on the receipt."""
        chinese = self.name_zh if language.startswith("zh") else None
        return chinese or self.name or ""


@dataclass(frozen=True, slots=True)
class SaleHead:
    """A sale or refund without its lines. ``reference`` is another system's number of it."""

    id: bytes
    site: int
    number: str | None
    kind: str
    shift: bytes | None
    till: str
    customer: bytes | None
    original: bytes | None
    reference: str | None
    business_date: str
    occurred_at: int
    terms: Terms
    line_count: int
    discount: int
    net: int
    tax: int
    total: int
    rounding: int
    change: int
    reason: str | None

    @property
    def label(self) -> str:
        """What people call it: our number, else the other system's."""
        return self.number or self.reference or self.id.hex()[:12]

    @property
    def due(self) -> int:
        """What was to be paid, after cash was rounded."""
        return self.total + self.rounding


@dataclass(frozen=True, slots=True)
class Sale:
    """A whole sale or refund, as the receipt prints it and the books hold it."""

    head: SaleHead
    lines: tuple[SaleLine, ...]
    taxes: tuple[TaxTotals, ...]
    payments: tuple[Payment, ...]

    @property
    def id(self) -> bytes:
        """The sale's identifier."""
        return self.head.id

    @property
    def total(self) -> int:
        """What is due before cash is rounded."""
        return self.head.total


@dataclass(frozen=True, slots=True)
class RefundableLine:
    """A sold line and what can still come back of it, in steps and minor units."""

    line: int
    item: bytes
    name: str | None
    name_zh: str | None
    unit: str
    decimals: int
    sold: int
    refunded: int
    paid: int
    paid_back: int

    @property
    def left(self) -> int:
        """Steps that can still be refunded; never below zero."""
        return max(self.sold - self.refunded, 0)


@dataclass(frozen=True, slots=True)
class Refundable:
    """What can still come back of a sale, and by which tenders."""

    sale: SaleHead
    lines: tuple[RefundableLine, ...]
    tenders: tuple[tuple[str, int], ...]
    """What each tender brought in and was not yet paid back."""


@dataclass(frozen=True, slots=True)
class Total:
    """A line of an X or Z report; for a tender ``amount`` is what should be there."""

    kind: str
    name: str
    count: int
    amount: int
    base: int | None = None
    declared: int | None = None

    @property
    def difference(self) -> int | None:
        """Declared less expected; None where nothing was declared."""
        return None if self.declared is None else self.declared - self.amount


@dataclass(frozen=True, slots=True)
class Report:
    """An X report (no number), or the Z report of a closed shift as it was stored.

    ``totals`` by kind: ``sales`` and ``refunds`` (amount with tax), ``items`` (pieces sold less
    refunded), ``net``, ``tax`` by code, ``discount``, ``rounding``, ``float``, ``cash`` by kind
    of movement, ``voids``, ``opened``, ``tender`` by tender (expected, and declared in a Z).
    """

    shift: Shift
    totals: tuple[Total, ...]
    number: str | None = None

    def total(self, kind: str, name: str = "") -> Total:
        """Give a line; one that is missing is zero."""
        for each in self.totals:
            if (each.kind, each.name) == (kind, name):
                return each
        return Total(kind, name, 0, 0)

    def amount(self, kind: str, name: str = "") -> int:
        """Give a line's amount."""
        return self.total(kind, name).amount

    @property
    def expected_cash(self) -> int:
        """What the drawer should hold."""
        return self.amount("tender", CASH)

    @property
    def difference(self) -> int:
        """What was declared too much or too little, over all tenders."""
        return sum(total.difference or 0 for total in self.totals)

    def of_kind(self, kind: str) -> Sequence[Total]:
        """Give all lines of a kind."""
        return [total for total in self.totals if total.kind == kind]


@dataclass(frozen=True, slots=True)
class Held:
    """A cart put aside."""

    id: bytes
    till: str
    label: str
    customer: bytes | None
    line_count: int
    total: int
    currency: str
    held_at: int
    state: str
    recalls: int


@dataclass(frozen=True, slots=True)
class SalesTotals:
    """Sales less refunds of some days; ``cost`` of the lines whose cost is known."""

    sales: int
    refunds: int
    lines: int
    discount: int
    net: int
    tax: int
    total: int
    cost: int
