"""Parts of the sell screen: a cart as lines, the item in hand, and the card of the total."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.screens import till
from desktop.screens.sell_stand import TileGoods
from desktop.tones import Tone
from desktop.widgets import (
    BigNumber,
    Card,
    Line,
    LineList,
    PricedThing,
    StatusPill,
    Text,
    beside,
    column,
)
from domain.counter import Cart, CartLine, LineTotals, Totals

translate = QCoreApplication.translate

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def line_facts(cart: Cart, line: CartLine) -> str:
    """How many at which price, and what else there is to say of a line."""
    currency = cart.terms.currency
    price = till.unit_price(line.price, currency)
    count = till.quantity(line.steps, line.decimals, line.unit)
    parts = [f"{count} \u00d7 {price}"]
    if line.overridden:
        listed = till.unit_price(line.list_price, currency)
        parts.append(translate("SellParts", "was %1").replace("%1", listed))
    if line.lot:
        parts.append(translate("SellParts", "Lot %1").replace("%1", line.lot))
    if line.serial:
        number = translate("SellParts", "no. %1")
        parts.append(number.replace("%1", line.serial))
    return " \u00b7 ".join(parts)


def item_facts(cart: Cart, line: CartLine) -> list[tuple[str, str]]:
    """The same as named facts, for the card of the item in hand."""
    currency = cart.terms.currency
    facts = [
        (translate("SellParts", "Quantity"), till.quantity(line.steps, line.decimals, line.unit)),
        (translate("SellParts", "Price"), till.unit_price(line.price, currency)),
    ]
    if line.serial:
        facts.append((translate("SellParts", "Serial number"), line.serial))
    elif line.lot:
        facts.append((translate("SellParts", "Lot"), line.lot))
    return facts


def discount_words(cart: Cart, line: CartLine, money: LineTotals) -> str:
    """What comes off a line: ``−10 %``, ``−€1.00``; empty where nothing does."""
    if line.discount is None or not money.discount:
        return ""
    if line.discount.percent:
        return f"\u2212{till.percent(line.discount.percent)}"
    return till.money(-money.discount, cart.terms.currency)


def cart_lines(cart: Cart, totals: Totals, language: str) -> list[Line]:
    """The lines of a cart as they are shown."""
    return [
        Line(
            line.number,
            line.named(language),
            line_facts(cart, line),
            till.money(money.gross - money.discount, cart.terms.currency),
            discount_words(cart, line, money),
        )
        for line, money in zip(cart.lines, totals.lines, strict=True)
    ]


def tile_of(goods: TileGoods, language: str) -> PricedThing:
    """A product on a tile: its name, and the price of one unit."""
    product = goods.product
    price = till.unit_price(goods.price, goods.currency)
    unit = "" if product.unit == "pc" else f" / {product.unit}"
    return PricedThing(product.id, product.named(language), price + unit)


def pieces(cart: Cart) -> int:
    """How many things are in the cart; what is weighed counts as one."""
    return sum(line.steps if line.decimals == 0 else 1 for line in cart.lines)


class ArrowKeys(QObject):
    """Lets the arrow keys walk through lines while a field keeps the focus."""

    moved = Signal(object)
    """The key of the line that is marked now."""

    def __init__(self, field: QWidget, lines: LineList) -> None:
        """Belongs to the field."""
        super().__init__(field)
        self._lines = lines
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take up and down; leave every other key to the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _MOVES.get(Qt.Key(event.key()))
            keys = [line.key for line in self._lines.lines()]
            if step is not None and keys:
                at = self._lines.currentIndex().row() + step
                key = keys[max(0, min(at, len(keys) - 1))]
                self._lines.select(key)
                self.moved.emit(key)
                return True
        return super().eventFilter(watched, event)


class TotalCard(Card):
    """What is due, in the largest type of the window, and what is to be known beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing is due yet."""
        super().__init__(parent)
        self.number = BigNumber(role="display")
        self.number.align_right()
        self._left, self._right = Text("muted"), Text("muted")
        self._pills = {name: StatusPill() for name in ("customer", "approval", "held")}
        for pill in self._pills.values():
            pill.hide()
        pills = beside(*self._pills.values(), None, gap=8)
        pills.addStrut(self._pills["held"].sizeHint().height())
        box = column(
            self,
            self.number,
            beside(self._left, None, self._right),
            pills,
            gap=6,
        )
        box.setContentsMargins(20, 14, 20, 14)

    def show_cart(self, cart: Cart | None, totals: Totals | None, currency: str) -> None:
        """Show what a cart comes to."""
        due = totals.total if totals is not None else 0
        self.number.set_caption(self.tr("Total"))
        self.number.set_value(till.money(due, currency))
        count = pieces(cart) if cart is not None else 0
        words = self.tr("%n item(s)", "", count)
        self._left.setText(words)
        off = totals.discount if totals is not None else 0
        text = self.tr("Discount %1").replace("%1", till.money(-off, currency))
        self._right.setText(text if off else "")
        self._pill("customer", cart.customer_name if cart is not None else "", Tone.INFO)

    def show_need(self, *, needed: bool) -> None:
        """Say that a supervisor has to approve these prices."""
        self._pill("approval", self.tr("Needs approval") if needed else "", Tone.WARNING)

    def show_held(self, count: int) -> None:
        """Say how many sales are held at this site."""
        words = self.tr("%n held", "sales", count)
        self._pill("held", words if count else "", Tone.NEUTRAL)

    def words(self) -> list[str]:
        """The words of the pills in view, for tests."""
        return [p.accessibleName() for p in self._pills.values() if not p.isHidden()]

    def _pill(self, name: str, words: str, tone: Tone) -> None:
        pill = self._pills[name]
        pill.set_state(words, tone)
        pill.setVisible(bool(words))
