"""Two pages of the stock screen: a list of goods or of a place, and one product."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import figures
from desktop.screens import stock_words as words
from desktop.screens import till
from desktop.screens.goods_words import amount, lot_words
from desktop.screens.stock_reading import Held, Hit, Place, Sheet, Target
from desktop.tones import Tone
from desktop.widgets import (
    Column,
    EmptyState,
    ItemCard,
    Line,
    LineList,
    PagedTable,
    Text,
    column,
)
from domain.catalogue import Product
from domain.stock import Balance

DASH = "\u2013"
"""Where there is nothing to say."""


class ListPage(QWidget):
    """Products or the contents of a place; where there is nothing, what to do."""

    chosen = Signal(object)
    """The key of the line: a :class:`Target`; one without a place is a product."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing was looked for yet."""
        super().__init__(parent)
        self.heading, self.lines, self.empty = Text("heading"), LineList(), EmptyState("search")
        column(self, self.heading, self.lines, self.empty, gap=10, margin=0)
        self.lines.chosen.connect(self.chosen)

    def show_hits(self, hits: Sequence[Hit], language: str) -> None:
        """Show products, each with what can be promised of it."""
        self.heading.setText(self.tr("%n product(s)", "", len(hits)))
        self._show([self._hit(hit, language) for hit in hits])
        if not hits:
            self.empty.set_words(
                self.tr("Nothing is called that"),
                self.tr("Try fewer letters, the other language, or scan the barcode."),
            )

    def show_place(self, place: Place, language: str) -> None:
        """Show what lies in a place."""
        location = place.location
        name = f"{location.code} \u00b7 {location.name}" if location.name else location.code
        self.heading.setText(self.tr("In %1").replace("%1", name))
        self._show([self._held(held, language, here=True) for held in place.holds])
        self.empty.set_words(
            self.tr("%1 is empty").replace("%1", location.code),
            self.tr("Nothing lies here by the books."),
        )

    def show_to_count(self, held: Sequence[Held], language: str) -> None:
        """Show the places to count, or what to do first."""
        self.heading.setText(self.tr("To count: the books and the shelf differ here"))
        self._show([self._held(each, language, Tone.WARNING) for each in held])
        self.empty.set_words(
            self.tr("Scan or type to look something up"),
            self.tr("Any barcode, SKU, name in English or Chinese, or the label of a place."),
        )

    def _show(self, lines: Sequence[Line]) -> None:
        self.lines.set_lines(lines)
        self.lines.set_name(self.heading.text())
        self.heading.setVisible(bool(lines))
        self.lines.setVisible(bool(lines))
        self.empty.setVisible(not lines)
        if lines:
            self.lines.select(lines[0].key)

    def _hit(self, hit: Hit, language: str) -> Line:
        product, found = hit.product, hit.available
        other = product.name if language.startswith("zh") else product.name_zh
        mine = product.named(language)
        detail = " \u00b7 ".join(x for x in (product.sku, other if other != mine else "") if x)
        note = self.tr("available")
        if found.on_hand != found.promisable:
            note = self.tr("of %1 on hand").replace("%1", amount(product, found.on_hand))
        return Line(Target(product.id), mine, detail, amount(product, found.promisable), note)

    def _held(
        self, held: Held, language: str, tone: Tone = Tone.NEUTRAL, *, here: bool = False
    ) -> Line:
        product, balance = held.product, held.balance
        state = words.lot_state(balance.status)
        place = "" if here else balance.location.code
        detail = [product.sku, place, lot_words(balance.lot, balance.expires)]
        return Line(
            Target(product.id, balance.location.id, balance.lot),
            product.named(language),
            " \u00b7 ".join(part for part in detail if part),
            amount(product, balance.on_hand),
            self.tr("on hand"),
            words.lot_tone(balance.status) or tone,
            state or (self.tr("Below zero") if balance.on_hand < 0 else ""),
        )


class ProductPage(QWidget):
    """A product: what can be promised, and where how much of it lies."""

    asked = Signal(object)
    """The :class:`Target` of the number whose reasons are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """No product yet."""
        super().__init__(parent)
        self._product: Product | None = None
        self._today = self._soon = ""
        self.item = ItemCard()
        self.table: PagedTable[Balance] = PagedTable(self._columns())
        self.table.chosen.connect(self._ask)
        column(self, self.item, self.table, gap=14, margin=0).setStretch(1, 1)

    def retranslate(self) -> None:
        """Name the table and say what an empty one means."""
        self.table.set_name(self.tr("Where it is"))
        self.table.set_empty("stock", self.tr("There is none of it at this site"))

    def show_sheet(self, sheet: Sheet, language: str, today: date) -> None:
        """Show a product; the lot that was scanned is marked."""
        product, found = sheet.product, sheet.available
        fresh = self._product is None or self._product.id != product.id
        self._product = product
        self._today = today.isoformat()
        self._soon = (today + timedelta(days=words.SOON_DAYS)).isoformat()
        other = product.name if language.startswith("zh") else product.name_zh
        code = [product.sku, *sheet.barcodes[:2], other if other != product.named(language) else ""]
        self.item.set_item(product.named(language), " \u00b7 ".join(part for part in code if part))
        facts = [
            (self.tr("On hand"), amount(product, found.on_hand)),
            (self.tr("Reserved"), amount(product, found.reserved)),
        ]
        if found.blocked:
            facts.append((self.tr("Held back"), amount(product, found.blocked)))
        if sheet.price is not None:
            price = till.unit_price(sheet.price.price, sheet.price.currency)
            facts.append((self.tr("Price"), price))
        self.item.set_facts(facts)
        self.item.figure.set_caption(self.tr("Available"))
        self.item.figure.set_value(amount(product, found.promisable))
        self._show_state(found.on_hand, found.promisable)
        self.table.set_rows(sheet.balances)
        scanned = [
            n for n, each in enumerate(sheet.balances) if sheet.lot and each.lot == sheet.lot
        ]
        if scanned:
            self.table.mark(scanned[0])
        elif fresh and sheet.balances:
            self.table.mark(0)

    def target(self) -> Target | None:
        """Give the number that is marked."""
        row = self.table.current()
        return None if row is None else Target(row.item, row.location.id, row.lot)

    def total(self) -> Target | None:
        """Give the number of all places together."""
        return None if self._product is None else Target(self._product.id)

    def _show_state(self, on_hand: int, promisable: int) -> None:
        if on_hand < 0:
            self.item.set_state(self.tr("Below zero: count it"), Tone.WARNING)
        elif on_hand == 0:
            self.item.set_state(self.tr("None here"), Tone.NEUTRAL)
        elif promisable == 0:
            self.item.set_state(self.tr("All of it is promised or held back"), Tone.WARNING)
        else:
            self.item.set_state(self.tr("In stock"), Tone.SUCCESS)

    def _columns(self) -> list[Column[Balance]]:
        return [
            Column(lambda: self.tr("Place"), self._place, width=180, stretch=1, strong=True),
            Column(lambda: self.tr("Lot"), lambda b: b.lot or DASH, width=132),
            Column(lambda: self.tr("Best before"), self._expiry, width=208, tone=self._expiry_tone),
            Column(
                lambda: self.tr("State"),
                lambda b: words.lot_state(b.status),
                width=158,
                tone=lambda b: words.lot_tone(b.status),
            ),
            Column(lambda: self.tr("On hand"), lambda b: self._amount(b.on_hand), 106, right=True),
            Column(
                lambda: self.tr("Reserved"), lambda b: self._amount(b.reserved), 106, right=True
            ),
            Column(
                lambda: self.tr("Available"),
                lambda b: self._amount(b.available if b.usable_on(self._today) else 0),
                width=106,
                right=True,
                strong=True,
            ),
        ]

    def _place(self, balance: Balance) -> str:
        location = balance.location
        return f"{location.code}  {location.name}" if location.name else location.code

    def _expiry(self, balance: Balance) -> str:
        return figures.day(balance.expires) if balance.expires else DASH

    def _expiry_tone(self, balance: Balance) -> Tone | None:
        return words.expiry_tone(balance.expires, self._today, self._soon)

    def _amount(self, steps: int) -> str:
        return "" if self._product is None else amount(self._product, steps)

    def _ask(self, row: Balance) -> None:
        self.asked.emit(Target(row.item, row.location.id, row.lot))
