"""Entering an order by hand: scan the items, say for whom, enter it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import figures
from desktop.actions import Action, ActionSpec, act
from desktop.messages import sentence_for
from desktop.offload import Connection, Failure
from desktop.scans import Outcome, Scan
from desktop.screen import Screen
from desktop.screens import till
from desktop.screens.goods_words import amount, counted
from desktop.screens.orders_reading import (
    Draft,
    DraftLine,
    WhichProduct,
    priced,
    scan_item,
)
from desktop.text import QT_TRANSLATE_NOOP
from desktop.tones import Tone
from desktop.widgets import (
    BigNumber,
    Button,
    Card,
    ChoiceDialog,
    ConfirmDialog,
    Line,
    LineList,
    NumberDialog,
    PickDialog,
    ScanField,
    Text,
    TextDialog,
    column,
    row,
    stacked,
)
from domain import catalogue, customers, orders
from domain.barcodes import BarcodeRefused
from domain.catalogue import Product
from domain.customers import Customer
from domain.errors import NotFound

_DRAFT = ActionSpec(
    "orders.keep_draft", QT_TRANSLATE_NOOP("Actions", "Keep as a draft"), "", "pause"
)
_NOTE = ActionSpec("orders.note", QT_TRANSLATE_NOOP("Actions", "Note"), "", "tag")
FOUND = 30


class EntryPage(QWidget):
    """One field; the customer and the total above, the lines below."""

    left = Signal()
    """Back to the list; what was entered so far stays."""
    entered = Signal(bytes)
    """The id of the order that was entered."""

    def __init__(self, screen: Screen) -> None:
        """``screen`` is the way to the replica."""
        super().__init__()
        self._screen = screen
        self.draft = Draft("")
        self.field, self.lines = ScanField(), LineList()
        self.field.submitted.connect(self._typed)
        self.customer, self.note = Text("heading", wrap=True), Text("muted", wrap=True)
        self.choose = Button("secondary", "user")
        self.choose.clicked.connect(self.ask_customer)
        self.total = BigNumber()
        self.total.align_right()
        card = Card()
        who = stacked(self.customer, self.note, gap=2)
        box = row(card, who, self.choose, self.total, gap=24)
        box.setContentsMargins(20, 12, 24, 12)
        box.setStretch(0, 1)
        page = column(self, card, self.field, self.lines, gap=12)
        page.setContentsMargins(24, 8, 24, 10)
        page.setStretch(2, 1)
        self.lines.chosen.connect(self._touch)

    def retranslate(self) -> None:
        """Set the texts."""
        self.field.set_prompt(self.tr("Scan an item"))
        self.lines.set_name(self.tr("Lines of the order"))
        self.total.set_caption(self.tr("Total"))
        self.choose.setText(self.tr("Customer"))
        self.show_draft()

    def begin(self, customer: Customer | None = None) -> None:
        """Go on with the order being entered, or begin one, for a customer if one was given."""
        if not self.draft.lines:
            self.draft = Draft(self._screen.context.company.currency)
        if customer is not None:
            self.draft = replace(self.draft, customer=customer)
        self._changed()

    def acts(self) -> Sequence[Action]:
        """Correct, find, say for whom, enter."""
        some = bool(self.draft.lines)
        return [
            act("back", self.left.emit, label=self.tr("Orders")),
            act("quantity", self._ask_quantity, enabled=lambda: some),
            act("find", self._ask_item),
            act("customer", self.ask_customer),
            Action(_NOTE, self._ask_note),
            Action(_DRAFT, lambda: self._enter(confirmed=False), enabled=lambda: some),
            act("clear", self._ask_discard, enabled=lambda: some, on_bar=False),
            act(
                "confirm",
                lambda: self._enter(confirmed=True),
                enabled=lambda: some,
                label=self.tr("Enter the order"),
                primary=True,
            ),
        ]

    # Lines.

    def scan(self, scan: Scan) -> Outcome | None:
        """Add what was scanned."""
        day = self._day()
        self._screen.query(
            lambda c: scan_item(c, scan, day),
            lambda found: self._add(*found),
            failure=self._not_added,
        )
        return None

    def _day(self) -> str:
        return self._screen.context.now().date().isoformat()

    def _typed(self, text: str) -> None:
        outcome = self.scan(Scan(text))
        if outcome is not None:
            self._screen.feedback.show_outcome(outcome)

    def _add(self, line: DraftLine, has_price: bool) -> None:
        before, language = self.draft, self._screen.context.language
        self.draft = before.with_line(line)
        name = counted(line.product, line.steps, language)
        if has_price:
            self._screen.feedback.success(self.tr("%1 added").replace("%1", name))
        else:
            text = self.tr("%1 added. It has no price: it costs nothing.")
            self._screen.feedback.warning(text.replace("%1", name))
        self._changed()

    def _not_added(self, failure: Failure) -> None:
        error, language = failure.error, self._screen.context.language
        if isinstance(error, WhichProduct):
            choices: list[tuple[object, str]] = [
                (match.product, f"{match.product.named(language)} \u00b7 {match.product.sku}")
                for match in error.found
            ]
            ChoiceDialog(self, self.tr("Which of these is it?"), choices, self._picked).appear()
        elif isinstance(error, NotFound):
            self._screen.feedback.error(failure.sentence)
            self._ask_item(failure.sentence)
        elif isinstance(error, BarcodeRefused):
            self._screen.feedback.error(sentence_for(error))
        else:
            self._screen.feedback.error(failure.sentence)

    def _picked(self, product: object) -> None:
        if not isinstance(product, Product):
            return
        day = self._day()
        self._screen.query(
            lambda c: priced(c, product, product.steps_per_unit, day),
            lambda found: self._add(*found),
        )

    def _ask_item(self, text: str = "") -> None:
        """Find an item by its name."""
        language = self._screen.context.language
        found: dict[object, Product] = {}
        dialog = PickDialog(
            self,
            self.tr("Which item is it?"),
            [],
            lambda key: self._picked(found.get(key)),
            text=text,
            prompt=self.tr("Type a part of its name or its number"),
            asks=True,
            scanned=self.scan,
        )

        def show(products: list[Product]) -> None:
            found.update({each.id: each for each in products})
            dialog.set_lines([Line(each.id, each.named(language), each.sku) for each in products])

        def search(typed: str) -> None:
            self._screen.query(
                lambda c: catalogue.find_products(c, typed, FOUND), show, newest="find item"
            )

        dialog.wanted.connect(search)
        dialog.appear()

    def _ask_quantity(self) -> None:
        """Correct the quantity of the newest line; nothing takes the line away."""
        last = self.draft.lines[-1]
        NumberDialog(
            self,
            self.tr("How much is ordered?"),
            self._set_steps,
            places=last.product.decimals,
            start=last.steps,
            text=last.product.named(self._screen.context.language),
            unit="" if last.product.unit == "pc" else last.product.unit,
        ).appear()

    def _set_steps(self, steps: int) -> None:
        self.draft = self.draft.with_steps(steps)
        self._changed()

    def _touch(self, product: object) -> None:
        if isinstance(product, bytes):
            self.draft = self.draft.touching(product)
            self._changed()

    def _undo(self) -> None:
        if self.draft.past:
            self.draft = self.draft.past[-1]
            self._changed()

    # For whom.

    def ask_customer(self) -> None:
        """Find the customer by name, phone or e-mail."""
        found: dict[object, Customer] = {}
        dialog = PickDialog(
            self,
            self.tr("Who orders?"),
            [],
            lambda key: self._set_customer(found.get(key)),
            prompt=self.tr("Name, phone number or e-mail"),
            asks=True,
        )

        def show(people: list[Customer]) -> None:
            found.update({each.id: each for each in people})
            dialog.set_lines(
                [Line(each.id, each.name, each.phone or each.email or "") for each in people]
            )

        def search(typed: str) -> None:
            self._screen.query(
                lambda c: customers.search(c, typed, FOUND), show, newest="find customer"
            )

        dialog.wanted.connect(search)
        dialog.appear()

    def _set_customer(self, customer: Customer | None) -> None:
        self.draft = replace(self.draft, customer=customer)
        self._changed()

    def _ask_note(self) -> None:
        TextDialog(
            self, self.tr("A note for those who pick and pack"), self._set_note,
            name=self.tr("Note"), optional=True,
        ).appear()  # fmt: skip

    def _set_note(self, text: str) -> None:
        self.draft = replace(self.draft, note=text)
        self._changed()

    # Entering.

    def _enter(self, *, confirmed: bool) -> None:
        new = self.draft.order(confirmed=confirmed)

        def entered(identifier: bytes) -> None:
            self.draft = Draft(self._screen.context.company.currency)
            self._changed()
            text = self.tr("The order is entered") if confirmed else self.tr("The draft is kept")
            self.entered.emit(identifier)
            self._screen.feedback.show_outcome(Outcome(Tone.SUCCESS, text, done=True))

        self._screen.command("enter order", lambda tx: orders.enter_order(tx, new), entered)

    def _ask_discard(self) -> None:
        """Throw away what was entered so far."""
        title = self.tr("Throw this order away?")
        text = self.tr("%n line(s) were entered and nothing is kept.", "", len(self.draft.lines))
        ConfirmDialog(self, title, text, self.tr("Throw away"), self._discard, danger=True).appear()

    def _discard(self) -> None:
        self.draft = Draft(self._screen.context.company.currency)
        self._changed()

    # Showing and keeping.

    def _changed(self) -> None:
        self.show_draft()
        if self.draft.past:
            last = (self.draft.lines or self.draft.past[-1].lines)[-1]
            name = last.product.named(self._screen.context.language)
            self._screen.offer_undo(name, self._undo)
        else:
            self._screen.clear_undo()

    def show_draft(self) -> None:
        """Show the order as it is so far, the newest line first."""
        draft, language = self.draft, self._screen.context.language
        name = draft.customer.name if draft.customer is not None else ""
        self.customer.setText(name or self.tr("No customer yet"))
        reach = "" if draft.customer is None else draft.customer.phone or draft.customer.email or ""
        self.note.setText(" \u00b7 ".join(part for part in (reach, draft.note) if part))
        self.note.setVisible(bool(self.note.text()))
        self.total.set_value(till.money(draft.total, draft.currency) if draft.currency else "")
        rows = [_line(each, draft.currency, language) for each in reversed(draft.lines)]
        self.lines.set_lines(rows, rows[0].key if rows else None)

    def save(self) -> dict[str, object]:
        """What a power cut must not lose."""
        draft = self.draft
        if not draft.lines:
            return {}
        return {
            "lines": [[each.product.id.hex(), each.steps, each.price] for each in draft.lines],
            "customer": draft.customer.id.hex() if draft.customer is not None else "",
            "note": draft.note,
        }

    def restore(self, state: Mapping[str, object]) -> None:
        """Take back what ``save`` gave, as far as it still exists."""
        rows, who, note = state.get("lines"), str(state.get("customer") or ""), state.get("note")
        if not isinstance(rows, list):
            return
        currency = self._screen.context.company.currency

        def read(connection: Connection) -> Draft:
            known = catalogue.products(connection, [bytes.fromhex(str(each[0])) for each in rows])
            lines = tuple(
                DraftLine(known[item], int(steps), int(price))
                for item, steps, price in ((bytes.fromhex(str(e[0])), e[1], e[2]) for e in rows)
                if item in known
            )
            customer = customers.get(connection, bytes.fromhex(who)) if who else None
            return Draft(currency, lines, customer, note=str(note or ""))

        self._screen.query(read, self._restored)

    def _restored(self, draft: Draft) -> None:
        self.draft = draft
        self._changed()


def _line(line: DraftLine, currency: str, language: str) -> Line:
    product = line.product
    price = till.unit_price(line.price, currency)
    unit = f" / {product.unit}" if product.unit != "pc" else ""
    return Line(
        product.id,
        product.named(language),
        f"{product.sku} \u00b7 {price}{unit}",
        amount(product, line.steps),
        till.money(line.amount(currency), currency) if currency else figures.figure(line.steps),
    )
