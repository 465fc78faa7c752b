"""The cart: a value that the screen holds and changes without a transaction.

Every function gives a new cart. To undo is to go back to the cart before. The id is minted with
the cart and becomes the sale's, so that a cart is paid once.
"""

from dataclasses import dataclass, field, replace

import msgspec

from domain.catalogue import BY_SERIAL, GOODS, Price, Product, TaxClass
from domain.counter.errors import (
    BadPrice,
    BadQuantity,
    CartEmpty,
    GoodsExpired,
    LabelRules,
    LineGone,
    OverrideTooFar,
    PriceMismatch,
    QuantityAbsurd,
    ReasonNeeded,
    SerialInCart,
    WeightNeeded,
)
from domain.counter.pricing import (
    RATE_SCALE,
    Discount,
    PricedItem,
    Terms,
    Totals,
    gross_of,
    price_lines,
)
from domain.stock import NO_LOT, SerialMissing
from domain.values import PRICE_SCALE, decimals_of, format_price, format_steps, new_id


@dataclass(frozen=True, slots=True)
class Limits:
    """What needs a supervisor, and what nobody may do; percentages in 1/10,000.

    ``discount`` is the largest part of a list price that may come off (overrides, discounts and
    shares together) with the right to discount alone; ``override`` how far from the list price
    any price may be; ``units`` the largest quantity of a line. Where ``trust_list`` is set, a
    list price below cost is the centre's decision and needs nobody.
    """

    discount: int = 1000
    override: int = 9000
    units: int = 9999
    trust_list: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """A product with the price and tax that hold for it now."""

    product: Product
    price: Price
    tax: TaxClass | None


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a scan offers for sale: how many steps, and what the label says besides.

    ``steps`` is None where a scale has to say it; ``amount`` is the label's, in minor units;
    ``own_line`` keeps it apart from other lines of the product.
    """

    offer: Offer
    steps: int | None
    lot: str = NO_LOT
    serial: str | None = None
    expires: str | None = None
    amount: int | None = None
    own_line: bool = False


@dataclass(frozen=True, slots=True)
class CartLine:
    """One line; it knows all that paying needs, so that paying asks no catalogue."""

    number: int
    item: bytes
    sku: str
    name: str
    name_zh: str | None
    goods: bool
    unit: str
    decimals: int
    tracking: str
    steps: int
    price: int
    list_price: int
    tax_class: bytes | None = None
    tax_code: str = ""
    tax_rate: int = 0
    cost: int | None = None
    lot: str = NO_LOT
    serial: str | None = None
    expires: str | None = None
    amount: int | None = None
    own_line: bool = False
    discount: Discount | None = None
    reason: str | None = None

    @property
    def overridden(self) -> bool:
        """Whether somebody changed the price."""
        return self.price != self.list_price

    @property
    def quantity_text(self) -> str:
        """The quantity in the product's unit: ``2``, ``1.250 kg``."""
        text = format_steps(self.steps, self.decimals)
        return text if self.unit == "pc" else f"{text} {self.unit}"

    def named(self, language: str) -> str:
        """The name in a language."""
        return self.name_zh or self.name if language.startswith("zh") else self.name

    def priced(self) -> PricedItem:
        """The line as the engine takes it."""
        return PricedItem(
            price=self.price,
            steps=self.steps,
            steps_per_unit=10**self.decimals,
            rate=self.tax_rate,
            tax_class=self.tax_class,
            tax_code=self.tax_code,
            discount=self.discount,
            amount=self.amount,
        )


@dataclass(frozen=True, slots=True)
class Cart:
    """What a customer is about to buy at a till on a business day."""

    terms: Terms
    till: str
    day: str
    limits: Limits = Limits()
    id: bytes = field(default_factory=new_id)
    lines: tuple[CartLine, ...] = ()
    taken_numbers: int = 0
    discount: Discount | None = None
    discount_reason: str | None = None
    customer: bytes | None = None
    customer_name: str = ""
    held: bytes | None = None
    """The held sale that this cart was taken up from."""

    def line(self, number: int) -> CartLine:
        """Give a line. Raises LineGone."""
        for each in self.lines:
            if each.number == number:
                return each
        raise LineGone(line=number)

    def totals(self) -> Totals:
        """Compute it with the one engine. Raises BadDiscount where lines were taken out since."""
        return price_lines(self.terms, [line.priced() for line in self.lines], self.discount)


def to_json(cart: Cart) -> bytes:
    """Write a cart so that another station, or this one after a power cut, can go on with it."""
    return msgspec.json.encode(cart)


def from_json(text: bytes) -> Cart:
    """Read a cart back; fields of a newer version are ignored."""
    return msgspec.json.decode(text, type=Cart)


def scan(cart: Cart, scanned: Scanned) -> Cart:
    """Put what was scanned into the cart; the same thing again adds to its line.

    Raises GoodsExpired, WeightNeeded, SerialMissing, SerialInCart, QuantityAbsurd, BadQuantity,
    PriceMismatch.
    """
    product, price = scanned.offer.product, scanned.offer.price
    if scanned.expires is not None and scanned.expires < cart.day:
        raise GoodsExpired(name=product.name, expires=scanned.expires)
    if (price.currency, price.tax_included) != (cart.terms.currency, cart.terms.tax_included):
        raise PriceMismatch(name=product.name)
    if scanned.steps is None:
        raise WeightNeeded(name=product.name)
    if product.tracking == BY_SERIAL:
        _check_serial(cart, product, scanned)
    apart = scanned.own_line or product.weighed or scanned.amount is not None
    if not apart and scanned.serial is None:
        for line in cart.lines:
            same = (line.item, line.lot, line.serial) == (product.id, scanned.lot, None)
            if same and not line.own_line:
                return _add_to(cart, line, scanned)
    number = cart.taken_numbers + 1
    line = _checked(cart, _line(number, scanned, own_line=apart))
    return replace(cart, lines=(*cart.lines, line), taken_numbers=number)


def add(cart: Cart, offer: Offer, steps: int | None = None) -> Cart:
    """Put a product into the cart that was chosen by hand: one unit, or what the scale says."""
    if steps is None and not offer.product.weighed:
        steps = offer.product.steps_per_unit
    return scan(cart, Scanned(offer, steps))


def _check_serial(cart: Cart, product: Product, scanned: Scanned) -> None:
    if not scanned.serial or scanned.steps != product.steps_per_unit:
        raise SerialMissing(item=product.name)
    if any((line.item, line.serial) == (product.id, scanned.serial) for line in cart.lines):
        raise SerialInCart(name=product.name, serial=scanned.serial)


def _line(number: int, scanned: Scanned, *, own_line: bool) -> CartLine:
    product, price, tax = scanned.offer.product, scanned.offer.price, scanned.offer.tax
    return CartLine(
        number=number,
        item=product.id,
        sku=product.sku,
        name=product.name,
        name_zh=product.name_zh,
        goods=product.kind == GOODS,
        unit=product.unit,
        decimals=product.decimals,
        tracking=product.tracking,
        steps=scanned.steps or 0,
        price=price.price,
        list_price=price.price,
        tax_class=tax.id if tax else None,
        tax_code=tax.code if tax else "",
        tax_rate=tax.rate if tax else 0,
        cost=product.cost,
        lot=scanned.lot,
        serial=scanned.serial,
        expires=scanned.expires,
        amount=scanned.amount,
        own_line=own_line,
    )


def _add_to(cart: Cart, line: CartLine, scanned: Scanned) -> Cart:
    """Add to a line; a price that holds for the larger quantity takes the place of the old."""
    changed = replace(line, steps=line.steps + (scanned.steps or 0))
    if not line.overridden:
        price = scanned.offer.price.price
        changed = replace(changed, price=price, list_price=price)
    return _with(cart, _checked(cart, changed))


def _checked(cart: Cart, line: CartLine) -> CartLine:
    if line.steps <= 0:
        raise BadQuantity(name=line.name)
    if line.steps > cart.limits.units * 10**line.decimals:
        quantity = format_steps(line.steps, line.decimals)
        raise QuantityAbsurd(name=line.name, quantity=quantity, limit=cart.limits.units)
    return line


def _with(cart: Cart, changed: CartLine) -> Cart:
    lines = tuple(changed if each.number == changed.number else each for each in cart.lines)
    after = replace(cart, lines=lines)
    after.totals()  # a discount that the line cannot bear any more is refused here
    return after


def set_quantity(cart: Cart, number: int, steps: int, offer: Offer | None = None) -> Cart:
    """Set how many steps of a line; ``offer`` brings the price that holds for that many.

    Raises LineGone, BadQuantity, QuantityAbsurd, LabelRules.
    """
    line = cart.line(number)
    if line.amount is not None or line.serial is not None:
        raise LabelRules(name=line.name)
    changed = replace(line, steps=steps)
    if offer is not None and not line.overridden:
        changed = replace(changed, price=offer.price.price, list_price=offer.price.price)
    return _with(cart, _checked(cart, changed))


def override_price(cart: Cart, number: int, price: int, reason: str) -> Cart:
    """Sell a line at another unit price (1/10,000), with the reason; paying needs authority.

    Raises LineGone, BadPrice, OverrideTooFar, LabelRules, ReasonNeeded.
    """
    line = cart.line(number)
    if line.amount is not None:
        raise LabelRules(name=line.name)
    if price < 0:
        raise BadPrice(name=line.name, price=format_price(price))
    if not reason.strip():
        raise ReasonNeeded
    if abs(price - line.list_price) * RATE_SCALE > line.list_price * cart.limits.override:
        raise OverrideTooFar(
            name=line.name,
            price=format_price(price),
            list_price=format_price(line.list_price),
        )
    return _with(cart, replace(line, price=price, reason=reason.strip()))


def discount_line(cart: Cart, number: int, discount: Discount | None, reason: str = "") -> Cart:
    """Give a discount on a line, or take it back with None. Raises LineGone, BadDiscount."""
    line = cart.line(number)
    if discount is not None:
        discount.of(gross_of(cart.terms, line.priced()), cart.terms)
    changed = replace(line, discount=discount, reason=reason.strip() or line.reason)
    return _with(cart, changed)


def discount_order(cart: Cart, discount: Discount | None, reason: str = "") -> Cart:
    """Give a discount on the whole, or take it back with None. Raises BadDiscount."""
    changed = replace(cart, discount=discount, discount_reason=reason.strip() or None)
    changed.totals()
    return changed


def attach_customer(cart: Cart, customer: bytes | None, name: str = "") -> Cart:
    """Say whose purchase it is, or nobody's."""
    return replace(cart, customer=customer, customer_name=name if customer else "")


def remove(cart: Cart, number: int) -> Cart:
    """Take a line out. Raises LineGone.

    A discount amount that what is left cannot bear goes too.
    """
    gone = cart.line(number)
    lines = tuple(line for line in cart.lines if line is not gone)
    changed = replace(cart, lines=lines)
    if cart.discount is not None and cart.discount.amount:
        before_discount = replace(changed, discount=None).totals()
        left = sum(line.amount for line in before_discount.lines)
        if left < cart.discount.amount:
            return replace(changed, discount=None, discount_reason=None)
    return changed


@dataclass(frozen=True, slots=True)
class Need:
    """The right that paying a cart asks for, and the figures that a supervisor approves."""

    permission: str
    detail: str


def authority_needed(cart: Cart, totals: Totals | None = None) -> Need | None:
    """Say which right the cart's prices need: the strongest of those that follow.

    ``counter.discount`` for discounts within the limit, ``counter.override_price`` for changed
    prices and larger discounts, ``counter.below_cost`` where a line brings less than its cost.
    """
    computed = totals or cart.totals()
    rights: list[str] = []
    texts: list[str] = []
    for line, money in zip(cart.lines, computed.lines, strict=True):
        right = _line_needs(cart, line, money.amount, money.net)
        if right is not None:
            rights.append(right)
            texts.append(f"{line.sku} {line.quantity_text}: {cart.terms.text(money.amount)}")
    for right in ("counter.below_cost", "counter.override_price", "counter.discount"):
        if right in rights:
            return Need(right, "; ".join(texts))
    return None


def _line_needs(cart: Cart, line: CartLine, amount: int, net: int) -> str | None:
    listed = gross_of(cart.terms, replace(line.priced(), price=line.list_price))
    as_listed = amount == listed and not line.overridden
    trusted = as_listed and cart.limits.trust_list
    if line.cost is not None and not trusted and _below_cost(cart.terms, line, net):
        return "counter.below_cost"
    if as_listed:
        return None
    # One step of rounding is nobody's decision: 20 % of 11.99 is 2.40.
    given = listed - amount - cart.terms.step
    if line.overridden or given * RATE_SCALE > listed * cart.limits.discount:
        return "counter.override_price"
    return "counter.discount"


def _below_cost(terms: Terms, line: CartLine, net: int) -> bool:
    """Compare exactly: minor units against 1/10,000 per unit."""
    scaled: int = net * PRICE_SCALE * 10**line.decimals
    cost: int = (line.cost or 0) * line.steps * 10 ** decimals_of(terms.currency)
    return scaled < cost


def check_payable(cart: Cart) -> None:
    """Refuse a cart that no till could have made. Raises CartEmpty, BadQuantity, …"""
    if not cart.lines:
        raise CartEmpty
    for line in cart.lines:
        _checked(cart, line)
        if line.expires is not None and line.expires < cart.day:
            raise GoodsExpired(name=line.name, expires=line.expires)
