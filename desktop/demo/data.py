"""Read the demo company from ``resources/demo``: products, customers, suppliers, users.

Prices and costs are in 1/10,000 of the currency unit, minimum orders in minor units, quantities
in the product's smallest steps. Check digits of barcodes are computed here.
"""

import csv
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from domain.barcodes.gtin import check_digit
from domain.values import parse_minor, parse_price

ITEM_GAP = 10
"""Item numbers between two rows of the list: the variants of a row take those in between."""
_SHARES = (5, 4, 3, 2)
"""How the demand of a row is shared out among its variants."""
GRAMS_A_PURCHASE = 240


@dataclass(frozen=True, slots=True)
class DemoProduct:
    """A product that is sold, or (``style_of`` of others) the style that variants belong to."""

    sku: str
    name: str
    name_zh: str
    category: str
    tax: str
    unit: str
    tracking: str
    shelf_life_days: int | None
    price: int
    cost: int
    supplier: str
    season: str
    purchases: int
    """Purchases expected in a usual week, in thousandths."""
    case: int
    """Pieces in a case; 0 where it is not sold in cases."""
    gtin: str | None
    """EAN-13; None of a style."""
    style_of: str | None = None
    """The SKU of the style."""
    attributes: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def decimals(self) -> int:
        """Digits of the smallest step: grams of what is sold by kg."""
        return 3 if self.weighed else 0

    @property
    def weighed(self) -> bool:
        """Whether it goes over the scale."""
        return self.unit == "kg"

    @property
    def sold(self) -> bool:
        """Whether it is sold itself, not through its variants."""
        return self.gtin is not None

    @property
    def case_gtin(self) -> str | None:
        """The GTIN-14 of a case: packaging level 1, the piece's digits, a check digit."""
        return with_check_digit("1" + self.gtin[:12]) if self.case and self.gtin else None

    @property
    def typical_steps(self) -> int:
        """About how much a customer takes at once, in hundredths of a step."""
        return GRAMS_A_PURCHASE * 100 if self.weighed else 140


@dataclass(frozen=True, slots=True)
class DemoCustomer:
    """A customer as typed in."""

    name: str
    phone: str
    email: str
    language: str
    notes: str
    consent: bool


@dataclass(frozen=True, slots=True)
class DemoSupplier:
    """A supplier; ``minimum_order`` in minor units, ``tolerance`` in 1/10,000."""

    code: str
    name: str
    email: str
    phone: str | None
    lead_time_days: int
    minimum_order: int
    tolerance: int
    rating: int


@dataclass(frozen=True, slots=True)
class DemoUser:
    """A user, with the PIN that the demo prints."""

    login: str
    name: str
    role: str
    pin: str
    language: str


@dataclass(frozen=True, slots=True)
class DemoSite:
    """A site."""

    number: int
    name: str
    kind: str
    address: str


@dataclass(frozen=True, slots=True)
class Promotion:
    """Cheaper for some days of each year: ``start`` is (month, day), parts are in percent."""

    name: str
    category: str
    start: tuple[int, int]
    days: int
    discount: int
    lift: int


@dataclass(frozen=True, slots=True)
class DemoBin:
    """A place on the warehouse's walk: up one side of an aisle, down the next."""

    code: str
    walk_order: int


@dataclass(frozen=True, slots=True)
class DemoData:
    """All of it."""

    name: str
    name_zh: str
    currency: str
    region: str
    cash_step: int
    growth: int
    """What the year adds to demand, in percent."""
    sites: Sequence[DemoSite]
    tax_classes: Sequence[tuple[str, str, int]]
    """Code, name, rate in 1/10,000."""
    products: Sequence[DemoProduct]
    """Styles stand before their variants."""
    suppliers: Sequence[DemoSupplier]
    customers: Sequence[DemoCustomer]
    users: Sequence[DemoUser]
    bins: Sequence[DemoBin]
    seasons: Mapping[str, Sequence[int]]
    shop_week: Sequence[int]
    web_week: Sequence[int]
    promotions: Sequence[Promotion]

    @property
    def goods(self) -> list[DemoProduct]:
        """What is sold, without the styles: the products that indices of the year mean."""
        return [product for product in self.products if product.sold]


def with_check_digit(payload: str) -> str:
    """Append the GS1 check digit."""
    return f"{payload}{check_digit(payload)}"


@cache
def load() -> DemoData:
    """Read the demo company."""
    folder = files("resources") / "demo"
    facts = tomllib.loads((folder / "company.toml").read_text("utf-8"))
    company = facts["company"]
    currency = company["currency"]
    return DemoData(
        name=company["name"],
        name_zh=company["name_zh"],
        currency=currency,
        region=company["region"],
        cash_step=company["cash_step"],
        growth=company["year_growth_percent"],
        sites=[DemoSite(**site) for site in facts["sites"]],
        tax_classes=[(t["code"], t["name"], t["rate"]) for t in facts["tax_classes"]],
        products=_products(_rows("products.csv"), company["gtin_prefix"], facts["variants"]),
        suppliers=[_supplier(each, currency) for each in facts["suppliers"]],
        customers=[_customer(row) for row in _rows("customers.csv")],
        users=[DemoUser(**user) for user in facts["users"]],
        bins=_bins(**facts["bins"]),
        seasons=facts["seasons"],
        shop_week=facts["weekdays"]["shop"],
        web_week=facts["weekdays"]["web"],
        promotions=[_promotion(each) for each in facts["promotions"]],
    )


def _rows(name: str) -> list[dict[str, str]]:
    text = (files("resources") / "demo" / name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def _products(
    rows: Sequence[Mapping[str, str]], prefix: str, words: Mapping[str, Sequence[str]]
) -> list[DemoProduct]:
    made: list[DemoProduct] = []
    for row in rows:
        number, purchases = int(row["item"]), _purchases(row)
        if not row["variants"]:
            made.append(_product(row, purchases, _gtin(prefix, number)))
            continue
        made.append(_product(row, purchases, None))
        attribute, _, listed = row["variants"].partition("=")
        values = listed.split("/")
        shares = _SHARES[: len(values)]
        for offset, (value, share) in enumerate(zip(values, shares, strict=True), 1):
            code, english, chinese = words[value]
            variant = {
                **row,
                "sku": f"{row['sku']}-{code}",
                "name": f"{row['name']}, {english}",
                "name_zh": f"{row['name_zh']}（{chinese}）",
            }
            gtin = _gtin(prefix, number + offset)
            part = purchases * share // sum(shares)
            made.append(_product(variant, part, gtin, row["sku"], {attribute: english}))
    return made


def _product(
    row: Mapping[str, str],
    purchases: int,
    gtin: str | None,
    style: str | None = None,
    attributes: Mapping[str, str] | None = None,
) -> DemoProduct:
    return DemoProduct(
        sku=row["sku"],
        name=row["name"],
        name_zh=row["name_zh"],
        category=row["category"],
        tax=row["tax"],
        unit=row["unit"],
        tracking=row["tracking"],
        shelf_life_days=int(row["shelf_life_days"]) if row["shelf_life_days"] else None,
        price=parse_price(row["price"]),
        cost=parse_price(row["cost"]),
        supplier=row["supplier"],
        season=row["season"],
        purchases=purchases,
        case=int(row["case"] or 0),
        gtin=gtin,
        style_of=style,
        attributes=attributes or {},
    )


def _purchases(row: Mapping[str, str]) -> int:
    """Thousandths of purchases a week: ``weekly`` counts purchases, or kg of what is weighed."""
    weekly = parse_minor(row["weekly"], "EUR") * 10
    return weekly * 1000 // GRAMS_A_PURCHASE if row["unit"] == "kg" else weekly


def _gtin(prefix: str, number: int) -> str:
    return with_check_digit(f"{prefix}{number:0{12 - len(prefix)}d}")


def _supplier(row: Mapping[str, Any], currency: str) -> DemoSupplier:
    return DemoSupplier(
        code=row["code"],
        name=row["name"],
        email=row["email"],
        phone=row.get("phone"),
        lead_time_days=row["lead_time_days"],
        minimum_order=parse_minor(row["minimum_order"], currency),
        tolerance=row["tolerance_percent"] * 100,
        rating=row["rating"],
    )


def _customer(row: Mapping[str, str]) -> DemoCustomer:
    return DemoCustomer(
        name=row["name"],
        phone=row["phone"],
        email=row["email"],
        language=row["language"],
        notes=row["notes"],
        consent=row["consent"] == "yes",
    )


def _promotion(row: Mapping[str, Any]) -> Promotion:
    month, day = row["start"].split("-")
    start = (int(month), int(day))
    return Promotion(
        row["name"],
        row["category"],
        start,
        row["days"],
        row["discount_percent"],
        row["lift_percent"],
    )


def _bins(aisles: str, bays: int, levels: int) -> list[DemoBin]:
    made: list[DemoBin] = []
    for aisle_number, aisle in enumerate(aisles):
        walk = range(1, bays + 1) if aisle_number % 2 == 0 else range(bays, 0, -1)
        for bay in walk:
            for level in range(1, levels + 1):
                made.append(DemoBin(f"{aisle}-{bay:02d}-{level}", 100 + len(made)))
    return made
