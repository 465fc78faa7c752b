"""Refund: what comes back of a receipt, line by line, never more than was sold and paid."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt

from desktop import figures, theme
from desktop.actions import Action, ActionSpec, act
from desktop.messages import sentence_for
from desktop.offload import Connection, Failure
from desktop.scans import Outcome, Scan
from desktop.screen import Screen
from desktop.screens import till
from desktop.screens.refund_parts import (
    Basket,
    basket_lines,
    goes_back,
    named,
    one_of,
    way_back,
)
from desktop.text import QT_TRANSLATE_NOOP
from desktop.tones import Tone
from desktop.widgets import (
    BigNumber,
    Button,
    Card,
    ChoiceDialog,
    LineList,
    NumberDialog,
    ScanField,
    Text,
    beside,
    column,
    stacked,
)
from domain import barcodes, catalogue, counter
from domain.counter import Refundable, Sale, Tender, Totals
from domain.errors import CounterfoilError
from domain.replica import Approval, Transaction

ALL = ActionSpec("refund.all", QT_TRANSLATE_NOOP("Actions", "Everything"), "F5", "return")
TENDER = ActionSpec("refund.tender", QT_TRANSLATE_NOOP("Actions", "Paid back by"), "F3", "pay")


class RefundScreen(Screen):
    """Goods come back by receipt; scanning them chooses them."""

    id = "refund"
    title_text = QT_TRANSLATE_NOOP("Screens", "Take goods back")
    icon, permission = "return", "counter.sell"

    def build(self) -> None:
        """Left the receipt's lines, right what is given back."""
        self.basket: Basket | None = None
        self._totals: Totals | None = None
        self._chosen_way: str | None = None
        self._busy = False
        self.field, self.lines = ScanField(), LineList()
        self.lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._number, self._facts = Text("heading"), Text("muted", wrap=True)
        self.due, self._way = BigNumber(role="display"), LineList(dense=True)
        self.due.align_right()
        self._way.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tender = Button("secondary", "pay")
        self._tender.clicked.connect(self._ask_way)
        self._way.setMinimumHeight(theme.current().size("line_dense") + 2)
        about, money = Card(), Card()
        column(about, self._number, self._facts, gap=4).setContentsMargins(20, 10, 20, 10)
        column(money, self.due, gap=4).setContentsMargins(20, 10, 20, 12)
        left = stacked(self.field, self.lines, gap=12)
        left.setStretch(1, 1)
        right = stacked(about, money, self._way, self._tender, gap=12)
        right.setStretch(2, 1)
        body = beside(left, right, gap=20)
        body.setStretch(0, 8)
        body.setStretch(1, 5)
        column(self, body, gap=0).setContentsMargins(24, 10, 24, 10)
        self.field.submitted.connect(lambda text: self._take(Scan(text)))

    def retranslate(self) -> None:
        """Set the texts."""
        self.field.set_prompt(self.tr("Scan what comes back"))
        self.lines.set_name(self.tr("Lines of the receipt"))
        self._way.set_name(self.tr("How the money goes back"))
        self._tender.setText(self.tr("Pay back another way"))
        self._show()

    def enter(self, params: Mapping[str, object]) -> None:
        """Read what can still come back of a sale."""
        sale = params.get("sale")
        if params.get("resumed") and self.basket is not None:
            return
        self.basket, self._totals, self._chosen_way, self._busy = None, None, None, False
        self._show()
        if isinstance(sale, bytes):
            self._read(sale)

    def _read(self, sale: bytes) -> None:
        site = self.context.site_number
        self.query(lambda connection: counter.refundable(connection, site, sale), self._begin)

    def _begin(self, found: Refundable) -> None:
        if found.sale.kind != counter.SALE:
            self.feedback.error(sentence_for(counter.NothingToRefund(number=found.sale.label)))
            return
        self.basket = Basket(found)
        if not any(line.left for line in found.lines):
            self.feedback.warning(self.tr("Everything on this receipt came back already"))
        self._show()

    # What comes back.

    def on_scan(self, scan: Scan) -> Outcome | None:
        """Goods on the receipt are chosen; another receipt is opened."""
        self._take(scan)
        return None

    def _take(self, scan: Scan) -> None:
        site = self.context.site_number

        def find(connection: Connection) -> tuple[bytes | None, bytes | None, str]:
            try:
                head = counter.find_sale(connection, site, scan.text)
            except counter.UnknownSale:
                reading = barcodes.read(scan.text, aim=scan.aim).demand()
                product = catalogue.find_code(connection, reading.gtin14 or reading.text).product
                return None, product.id, product.named(self.context.language)
            return head.id, None, ""

        def found(what: tuple[bytes | None, bytes | None, str]) -> None:
            sale, item, name = what
            if sale is not None:
                self.enter({"sale": sale})
            elif item is not None:
                self._add(item, name)

        self.query(find, found)

    def _add(self, item: bytes, name: str) -> None:
        """One more of a product comes back, from the first line that has any left."""
        basket = self.basket
        if basket is None:
            return
        of_it = [line for line in basket.source.lines if line.item == item]
        if not of_it:
            text = self.tr("%1 is not on this receipt").replace("%1", name)
            self.feedback.error(text)
            return
        free = [line for line in of_it if basket.of(line.line).steps < line.left]
        line = (free or of_it)[0]
        self._choose(line.line, basket.of(line.line).steps + one_of(line))

    def _choose(self, number: int, steps: int) -> None:
        """Choose how much of a line, within its cap."""
        basket = self.basket
        if basket is None:
            return
        try:
            after = basket.with_steps(number, steps, self.context.language)
        except CounterfoilError as error:
            self.feedback.error(sentence_for(error))
            return
        name = named(basket.line(number), self.context.language)
        self.offer_undo(name, lambda: self._change(basket))
        self.context.earcon.play("ok")
        self._change(after, number)

    def _change(self, basket: Basket, current: int | None = None) -> None:
        """Show another choice, and ask what it gives back."""
        self.basket = basket
        self.feedback.clear()
        self._quote()
        self._show(current)

    def _quote(self) -> None:
        basket = self.basket
        returned = basket.returned() if basket is not None else []
        if basket is None or not returned:
            self._totals = None
            return
        site, sale = self.context.site_number, basket.source.sale.id

        def show(totals: Totals) -> None:
            self._totals = totals
            self._show()

        self.query(lambda c: counter.quote_refund(c, site, sale, returned), show, newest="quote")

    def _current(self) -> int | None:
        key = self.lines.current_key()
        return key if isinstance(key, int) else None

    def _ask_quantity(self) -> None:
        basket, number = self.basket, self._current()
        if basket is None or number is None:
            return
        line = basket.line(number)
        most = self.tr("At most %1").replace(
            "%1", till.quantity(line.left, line.decimals, line.unit)
        )
        NumberDialog(
            self,
            named(line, self.context.language),
            lambda steps: self._choose(number, steps),
            places=line.decimals,
            start=basket.of(number).steps or line.left,
            text=most,
            unit="" if line.unit == "pc" else line.unit,
        ).open()

    def _switch_condition(self) -> None:
        """Damaged goods never go back to the shelf."""
        basket, number = self.basket, self._current()
        if basket is None or number is None or not basket.of(number).steps:
            return
        damaged = not basket.of(number).damaged
        self._change(basket.with_condition(number, damaged=damaged), number)

    def _everything(self) -> None:
        basket = self.basket
        if basket is not None:
            self.offer_undo(self.tr("everything"), lambda: self._change(basket))
            self._change(basket.all_of_it())

    # How the money goes back.

    def _tenders(self) -> list[Tender]:
        """The way the money goes back: as it came, unless another was chosen."""
        basket, totals = self.basket, self._totals
        if basket is None or totals is None:
            return []
        if self._chosen_way is not None:
            return [Tender(self._chosen_way)]
        return way_back(-totals.total, basket.source.tenders)

    def _ask_way(self) -> None:
        choices: list[tuple[object, str]] = [("", self.tr("As it was paid"))]
        choices += [(kind, till.tender_words(kind)) for kind in counter.TENDERS]

        def chosen(kind: object) -> None:
            self._chosen_way = str(kind) or None
            self._show()

        text = self.tr("Another way than the sale was paid needs a supervisor.")
        ChoiceDialog(self, self.tr("How does the money go back?"), choices, chosen, text).open()

    # Booking it.

    def _ask_reason(self) -> None:
        if self.basket is not None and self._totals is not None and not self._busy:
            till.ask_reason(
                self, self.tr("Why do they come back?"), till.REFUND_REASONS, self._with_right
            )

    def _with_right(self, reason: str) -> None:
        basket = self.basket
        if basket is None:
            return
        words = self.tr("Refund of receipt %1").replace("%1", basket.source.sale.label)
        sale = basket.source.sale.id
        till.with_right(
            self, till.REFUND_RIGHT, sale, words, lambda yes: self._refund(basket, reason, yes)
        )

    def _refund(self, basket: Basket, reason: str, approval: Approval | None) -> None:
        """Book the refund: goods, money and taxes together, or nothing."""
        tenders, totals = self._tenders(), self._totals
        if totals is None:
            return
        name = counter.till_name(self.context.replica.station_number)
        detail = basket.source.sale.terms.text(totals.total)
        self._busy = True

        def work(tx: Transaction) -> Sale:
            return counter.refund(
                tx,
                basket.source.sale.id,
                basket.returned(),
                tenders,
                reason,
                till=name,
                document=basket.document,
            )

        def done(sale: Sale) -> None:
            self._busy, self.basket = False, None
            self.clear_undo()
            self.context.navigate("pay", done=sale)

        def refused(failure: Failure) -> None:
            self._busy = False
            self._refused(failure, detail, lambda yes: self._refund(basket, reason, yes))

        self.command("refund", work, done, failure=refused, approval=approval)

    def _refused(self, failure: Failure, detail: str, again: Callable[[Approval], object]) -> None:
        """Ask for a supervisor where the money goes another way than it came; else say why."""
        basket = self.basket
        if basket is None or till.right_missing(failure) != till.OTHER_WAY_RIGHT:
            self.feedback.error(failure.sentence)
            return
        words = self.tr("Pay %1 back another way than it was paid").replace("%1", detail)
        self.approve(
            till.OTHER_WAY_RIGHT,
            basket.source.sale.id,
            words,
            lambda yes: _run(again, yes),
            detail=detail,
        )

    # How it looks.

    def _show(self, current: int | None = None) -> None:
        """Show the receipt, what is chosen of it, and what it gives back."""
        basket = self.basket
        currency = basket.source.sale.terms.currency if basket is not None else "EUR"
        self.due.set_caption(self.tr("Give back"))
        total = -self._totals.total if self._totals is not None else 0
        if basket is not None:
            head = basket.source.sale
            self._number.setText(head.label)
            facts = [figures.moment(head.occurred_at), head.till]
            facts.append(till.money(head.due, currency))
            self._facts.setText(" \u00b7 ".join(facts))
            marked = current if current is not None else self._current()
            first = basket.source.lines[0].line if basket.source.lines else None
            self.lines.set_lines(basket_lines(basket, self.context.language), marked or first)
        else:
            self._number.setText("")
            self._facts.setText("")
            self.lines.set_lines([])
        shown = self._goes_back(total)
        due = sum(amount for _, amount in shown)
        self.due.set_value(till.money(due, currency), Tone.WARNING if due else Tone.NEUTRAL)
        self._way.set_lines([till.money_line(kind, amount, currency) for kind, amount in shown])
        self.actions_changed()

    def _goes_back(self, total: int) -> list[tuple[str, int]]:
        """What each tender pays back; nothing where the way does not fit the amount."""
        tenders = self._tenders()
        if self.basket is None or not tenders:
            return []
        try:
            return goes_back(self.basket.source.sale.terms, total, tenders)
        except CounterfoilError as error:
            self.feedback.error(sentence_for(error))
            return []

    def undo_action(self) -> Action | None:
        """Take back the last choice; the name of the goods would not fit on the key."""
        undo = super().undo_action()
        return None if undo is None else replace(undo, label=self.tr("Undo"), undo_text=undo.label)

    def screen_actions(self) -> Sequence[Action]:
        """Quantity, condition, everything, and giving the money back."""

        def some() -> bool:
            return self._totals is not None and not self._busy

        def any_line() -> bool:
            return self.basket is not None and bool(self.basket.source.lines)

        return [
            act("quantity", self._ask_quantity, enabled=any_line),
            act("exception", self._switch_condition, enabled=some, label=self.tr("Damaged")),
            Action(ALL, self._everything, enabled=any_line),
            Action(TENDER, self._ask_way, enabled=some, on_bar=False),
            act("back", lambda: self.context.navigate("sell"), label=self.tr("Back to the till")),
            act(
                "confirm",
                self._ask_reason,
                enabled=some,
                label=self.tr("Give the money back"),
                primary=True,
            ),
        ]


def _run(then: Callable[[Approval], object], approval: Approval) -> None:
    then(approval)
