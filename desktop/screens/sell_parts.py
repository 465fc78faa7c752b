"""Parts of the sell screen: a cart as lines, the item in hand, and the card of the total."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.screens import till
from desktop.tones import Tone
from desktop.widgets import BigNumber, Card, Line, StatusPill, Text, beside, column
from domain.counter import Cart, CartLine, LineTotals, Totals

translate = QCoreApplication.translate


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


def pieces(cart: Cart) -> int:
    """How many things are in the cart; what is weighed counts as one."""
    return sum(line.steps if line.decimals == 0 else 1 for line in cart.lines)


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
