"""What a product is, in frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from domain.values import Factor, Quantity, format_steps

GOODS, SERVICE = "goods", "service"
NOT_TRACKED, BY_LOT, BY_SERIAL = "none", "lot", "serial"


@dataclass(frozen=True, slots=True)
class Product:
    """A product or a variant of one."""

    id: bytes
    sku: str
    name: str
    name_zh: str | None
    kind: str
    unit: str
    decimals: int
    tracking: str
    shelf_life_days: int | None
    tax_class: bytes | None
    category: str | None
    style: bytes | None
    attributes: Mapping[str, str] = field(hash=False)
    weighed: bool
    cost: int | None
    archived: bool

    @property
    def steps_per_unit(self) -> int:
        """How many smallest steps one unit has: 1 for pieces, 1000 for kg counted in grams."""
        return int(10**self.decimals)

    def named(self, language: str) -> str:
        """The name in a language (``zh…`` or any other)."""
        return self.name_zh or self.name if language.startswith("zh") else self.name

    def quantity(self, units: Decimal | int) -> Quantity:
        """Turn an amount in the product's unit into steps. Raises NotWholeSteps."""
        return Factor(self.steps_per_unit).steps(units)

    def format(self, quantity: Quantity | int) -> str:
        """Write a quantity in the product's unit: ``1.250 kg``, ``12``."""
        steps = quantity.steps if isinstance(quantity, Quantity) else quantity
        text = format_steps(steps, self.decimals)
        return text if self.unit == "pc" else f"{text} {self.unit}"


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack level of a product."""

    id: bytes
    product: bytes
    level: str
    name: str
    factor: Factor

    @property
    def steps(self) -> Quantity:
        """What one pack holds."""
        return self.factor.steps(1)


@dataclass(frozen=True, slots=True)
class Match:
    """What a barcode names: a product, perhaps one of its packs, and what one scan counts."""

    product: Product
    pack: Pack | None
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Price:
    """A price that holds: 1/10,000 of the currency for one unit."""

    price: int
    currency: str
    tax_included: bool
    price_list: bytes


@dataclass(frozen=True, slots=True)
class TaxClass:
    """A tax class; ``rate`` in 1/10,000."""

    id: bytes
    code: str
    name: str
    rate: int
