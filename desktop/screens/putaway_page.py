"""What the putaway screen shows: the bin in the largest type, and what waits beside it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop import figures
from desktop.screens.goods_words import amount, lot_facts, lot_words
from desktop.screens.putaway_reading import Hand, Waiting
from desktop.widgets import (
    ItemCard,
    Line,
    LineList,
    ScanField,
    Steps,
    Text,
    beside,
    column,
    stacked,
)


def waiting_lines(found: Sequence[Waiting], language: str) -> list[Line]:
    """Give what waits as lines."""
    rows = []
    for each in found:
        parts = (each.product.sku, lot_words(each.balance.lot, each.balance.expires))
        detail = " \u00b7 ".join(part for part in parts if part)
        figure = amount(each.product, each.balance.on_hand)
        rows.append(Line(each.key, each.product.named(language), detail, figure))
    return rows


class PutAwayPage(QWidget):
    """Steps and count above; field and card at the left, what waits at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it is shown something."""
        super().__init__(parent)
        self.steps, self.count = Steps(), Text("muted")
        self.field, self.card, self.list = ScanField(), ItemCard(tall=True), LineList()
        left = stacked(self.field, self.card, gap=16)
        left.setStretch(1, 1)
        body = beside(left, self.list)
        body.setStretch(0, 4)
        body.setStretch(1, 5)
        head = beside(self.steps, self.count, gap=14)
        column(self, head, body, gap=12, margin=0).setStretch(1, 1)

    def retranslate(self) -> None:
        """Set the fixed texts."""
        self.list.set_name(self.tr("Waiting to be put away"))

    def show_state(self, hand: Hand | None, waiting: Sequence[Waiting], language: str) -> None:
        """Show the goods in hand, if there are any, and what waits."""
        rows = waiting_lines(waiting, language)
        first = rows[0].key if rows and self.list.current_key() is None else None
        self.list.set_lines(rows, hand.goods.key if hand is not None else first)
        self.count.setText(self.tr("%n item(s) waiting", "", len(rows)))
        names = [self.tr("Scan the item"), self.tr("Scan the bin")]
        self.steps.set_steps(names, 0 if hand is None else 1)
        self.field.set_prompt(self.tr("Scan an item") if hand is None else self.bin_prompt(hand))
        if hand is None:
            self.card.set_item(self.tr("Scan an item, or take the marked one"))
            self.card.set_facts([])
            self.card.figure.hide()
        else:
            self._show_hand(hand, language)

    def bin_prompt(self, hand: Hand) -> str:
        """Say which bin to scan."""
        if hand.bin is None:
            return self.tr("Scan the bin")
        return self.tr("Scan bin %1").replace("%1", hand.bin.code)

    def _show_hand(self, hand: Hand, language: str) -> None:
        """Show where the goods go, and how many."""
        product, balance = hand.goods.product, hand.goods.balance
        self.card.set_item(product.named(language), product.sku)
        self.card.figure.set_caption(self.tr("Put into"))
        code = hand.bin.code if hand.bin is not None else self.tr("any bin")
        self.card.figure.set_value(code)
        facts = [(self.tr("Quantity"), amount(product, hand.part))]
        facts += lot_facts(balance.lot, balance.expires, hand.serial)
        rest = hand.goods.free - hand.part
        if len(hand.plan) > 1:
            place, part = hand.plan[1]
            words = self.tr("%1 in %2").replace("%1", figures.quantity(part, product.decimals))
            facts.append((self.tr("Then"), words.replace("%2", place.code)))
        elif rest > 0 and hand.serial is None:
            facts.append((self.tr("Stays here"), amount(product, rest)))
        self.card.set_facts(facts)
        self.card.figure.show()
