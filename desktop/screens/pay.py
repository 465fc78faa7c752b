"""Pay: one or several tenders, change large, the receipt only after the commit."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QStackedWidget

from desktop.actions import Action, ActionSpec, act
from desktop.messages import sentence_for
from desktop.offload import Connection, Failure
from desktop.scans import Outcome, Scan
from desktop.screen import Screen
from desktop.screens import till
from desktop.screens.pay_parts import Paid, TakeMoney, balance, with_tender
from desktop.text import QT_TRANSLATE_NOOP
from desktop.tones import Tone
from desktop.widgets import TextDialog, column
from domain import counter
from domain.counter import CARD, CASH, OTHER, TRANSFER, Cart, Sale, Tender
from domain.errors import CounterfoilError
from domain.replica import Approval

CARD_ACT = ActionSpec("pay.card", QT_TRANSLATE_NOOP("Actions", "Card"), "F2", "card")
TRANSFER_ACT = ActionSpec("pay.transfer", QT_TRANSLATE_NOOP("Actions", "Bank transfer"), "F3")
OTHER_ACT = ActionSpec("pay.other", QT_TRANSLATE_NOOP("Actions", "Other"), "F5", "gift")
RETURN_ACT = ActionSpec("pay.return", QT_TRANSLATE_NOOP("Actions", "Take goods back"), "F4")


class PayScreen(Screen):
    """Take the money for a cart, then show what was booked; or show a receipt again."""

    id = "pay"
    title_text = QT_TRANSLATE_NOOP("Screens", "Pay")
    icon, permission = "pay", "counter.sell"

    def build(self) -> None:
        """Two pages: taking the money, and what was booked."""
        self.cart: Cart | None = None
        self.sale: Sale | None = None
        self.tenders: list[Tender] = []
        self._approval: Approval | None = None
        self._paying, self._again = False, False
        self._receipt = self._copy = ""
        self.money, self.paid = TakeMoney(), Paid()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.money)
        self.pages.addWidget(self.paid)
        column(self, self.pages, gap=0).setContentsMargins(24, 10, 24, 10)
        self.money.given.connect(self.take)
        self.money.typed.connect(self.actions_changed)
        self.money.dropped.connect(self._drop)

    def retranslate(self) -> None:
        """Set the texts."""
        self.money.retranslate()
        self.paid.retranslate()
        self._show()

    # Coming and going.

    def enter(self, params: Mapping[str, object]) -> None:
        """Take the money for a cart; or show a sale: one just booked, or one from the books."""
        if params.get("resumed") and (self.cart is not None or self.sale is not None):
            return
        cart, done, sale = params.get("cart"), params.get("done"), params.get("sale")
        approval = params.get("approval")
        self._approval = approval if isinstance(approval, Approval) else None
        before, given = self.cart, self.tenders
        self.cart, self.sale, self.tenders = None, None, []
        self._paying = False
        if isinstance(done, Sale):
            self._booked(done)
        elif isinstance(sale, bytes):
            self._read_sale(sale, again=True)
        elif isinstance(cart, Cart):
            # A card that was charged stays charged while another thing is scanned.
            if before is not None and before.id == cart.id:
                self.tenders = given
            self._begin(cart)
        else:
            self._read_draft([])
        self._show()

    def _begin(self, cart: Cart) -> None:
        """Take a cart, unless it is in the books already (the way back leads here, too)."""
        site = self.context.site_number

        def known(connection: Connection) -> bool:
            try:
                counter.sale_head(connection, site, cart.id)
            except counter.UnknownSale:
                return False
            return True

        def decide(paid: bool) -> None:
            if paid:
                self._read_sale(cart.id, again=True)

        self.cart = cart
        self.query(known, decide, newest="known")

    def _read_draft(self, tenders: list[Tender]) -> None:
        """Go on with the cart that this till has kept."""
        name = counter.till_name(self.context.replica.station_number)

        def take(kept: Cart | None) -> None:
            if kept is None:
                self.context.navigate("sell")
                return
            self.cart, self.tenders = kept, tenders
            self._show()

        self.query(lambda connection: counter.draft(connection, name), take, newest="draft")

    def save_state(self) -> dict[str, object]:
        """What was given so far; the cart itself is kept by the till."""
        if self.cart is None or self.sale is not None:
            return {}
        return {"tenders": [[t.kind, t.amount, t.reference] for t in self.tenders]}

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Go on where a power cut stopped: nothing was booked, so nothing is lost or double."""
        kept = state.get("tenders")
        found = [Tender(*each) for each in kept] if isinstance(kept, list) else []
        self._read_draft(found)

    def take_focus(self) -> None:
        """Digits are amounts."""
        self.money.pad.setFocus()

    # Taking the money.

    def take(self, kind: str, amount: object = None) -> None:
        """Take a tender: the amount given, or all that is left."""
        cart = self.cart
        if cart is None or self.sale is not None or self._paying:
            return
        now = balance(cart.terms, cart.totals().total, self.tenders)
        if now.settled:
            self._finish()
            return
        rest = now.cash_left if kind == CASH else now.left
        minor = amount if isinstance(amount, int) else rest
        if kind == CASH:
            self._add(Tender(kind, minor))
            return
        if minor > now.left:
            over = cart.terms.text(minor - now.left)
            self.feedback.error(sentence_for(counter.TenderOver(over=over)))
            return
        self._ask_reference(kind, minor)

    def _ask_reference(self, kind: str, minor: int) -> None:
        """The terminal or the bank has said yes: its slip's number, if there is one."""
        cart = self.cart
        if cart is None:
            return
        amount = till.money(minor, cart.terms.currency)
        words = {
            CARD: self.tr("Wait until the card terminal says yes."),
            TRANSFER: self.tr("Wait until the payment has arrived."),
        }

        def check(text: str) -> str:
            try:
                counter.settle(cart.terms, minor, [Tender(kind, minor, text)])
            except CounterfoilError as error:
                return sentence_for(error)
            return ""

        TextDialog(
            self,
            f"{till.tender_words(kind)}: {amount}",
            lambda slip: self._add(Tender(kind, minor, slip or None)),
            name=self.tr("Slip number, if there is one"),
            text=words.get(kind, ""),
            yes=self.tr("It was paid"),
            optional=True,
            check=check,
        ).open()

    def _add(self, tender: Tender) -> None:
        """Add a tender; when all is paid, book it."""
        cart = self.cart
        if cart is None:
            return
        if tender.kind == CASH:
            after = with_tender(self.tenders, CASH, tender.amount or 0)
        else:
            after = [*self.tenders, tender]
        try:
            now = balance(cart.terms, cart.totals().total, after)
        except CounterfoilError as error:
            self.feedback.error(sentence_for(error))
            return
        self.feedback.clear()
        self.tenders = after
        self._show()
        if now.settled:
            self._finish()

    def _drop(self, at: object) -> None:
        """Take a tender back."""
        if isinstance(at, int) and 0 <= at < len(self.tenders) and not self._paying:
            del self.tenders[at]
            self._show()

    def _finish(self) -> None:
        """Book the sale: all of it, or nothing."""
        cart, tenders = self.cart, tuple(self.tenders)
        if cart is None or self._paying:
            return
        self._paying = True
        self.actions_changed()
        self.command(
            "sell",
            lambda tx: counter.pay(tx, cart, tenders),
            self._booked,
            failure=self._refused,
            approval=self._approval,
        )

    def _refused(self, failure: Failure) -> None:
        """Nothing was booked: ask for a supervisor where that helps, else say why."""
        self._paying = False
        self.actions_changed()
        cart, right = self.cart, till.right_missing(failure)
        need = counter.authority_needed(cart) if cart is not None else None
        if cart is not None and need is not None and right == need.permission:

            def again(approval: Approval) -> None:
                self._approval = approval
                self._finish()

            self.approve(right, cart.id, need.detail, again, detail=need.detail)
        elif cart is not None and isinstance(failure.error, counter.AlreadyPaid):
            self.feedback.warning(failure.sentence)
            self._read_sale(cart.id, again=True)
        else:
            self.feedback.error(failure.sentence)

    # What was booked.

    def _booked(self, sale: Sale) -> None:
        """The commit has returned: the drawer, the receipt, the change."""
        self._paying, self.cart, self.tenders = False, None, []
        cash = any(payment.tender == CASH for payment in sale.payments)
        if cash:
            till.kick_drawer(self)
        self.context.earcon.play("done")
        self._show_sale(sale, again=False)

    def _read_sale(self, identifier: bytes, *, again: bool) -> None:
        site = self.context.site_number

        def show(sale: Sale) -> None:
            self.cart = None
            self._show_sale(sale, again=again)

        self.query(lambda connection: counter.sale_of(connection, site, identifier), show)

    def _show_sale(self, sale: Sale, *, again: bool) -> None:
        """Show a booked sale; the first time, print its receipt."""
        self.sale, self._again = sale, again
        language = self.context.language

        def texts(connection: Connection) -> tuple[str, str]:
            plain = till.receipt_of(connection, sale, language)
            return plain, till.receipt_of(connection, sale, language, copy=True)

        def show(found: tuple[str, str]) -> None:
            if not again:
                till.print_out(self, found[0])
            if self.sale is sale:
                self._receipt, self._copy = found
                self._show()

        self._receipt = self._copy = ""
        self._show()
        self.query(texts, show)

    def print_again(self) -> None:
        """Print the receipt once more, marked as a copy."""
        if self._copy and till.print_out(self, self._copy):
            self.paid.receipt.set_text(self._copy)
            self.feedback.success(self.tr("Copy printed"))

    def on_scan(self, scan: Scan) -> Outcome | None:
        """After the sale, a scan begins the next one; before, no code is an amount."""
        if self.sale is not None:
            self.context.navigate("sell", scan=scan)
            return None
        text = self.tr("That is a code, no amount. F7 goes back to the goods.")
        return Outcome(Tone.WARNING, text)

    def _show(self) -> None:
        """Show the page of the moment."""
        if self.sale is not None:
            self.pages.setCurrentWidget(self.paid)
            shown = self._copy if self._again else self._receipt
            self.paid.show_sale(self.sale, shown)
        else:
            self.pages.setCurrentWidget(self.money)
            if self.cart is not None:
                total = self.cart.totals().total
                self.money.show_balance(self.cart.terms, total, self.tenders)
        self.actions_changed()

    def screen_actions(self) -> Sequence[Action]:
        """Tenders while it is paid; printing and the next customer after."""
        if self.sale is not None:
            sale = self.sale
            sold = sale.head.kind == counter.SALE

            def take_back() -> None:
                self.context.navigate("refund", sale=sale.id)

            return [
                act("print", self.print_again, label=self.tr("Print a copy")),
                Action(RETURN_ACT, take_back, enabled=lambda: sold),
                act("confirm", self._next, label=self.tr("Next customer"), primary=True),
            ]
        return [
            Action(CARD_ACT, lambda: self.money.take(CARD), enabled=self._taking),
            Action(TRANSFER_ACT, lambda: self.money.take(TRANSFER), enabled=self._taking),
            Action(OTHER_ACT, lambda: self.money.take(OTHER), enabled=self._taking),
            act("back", self._to_cart, label=self.tr("Back to the goods")),
            act("clear", self._clear, on_bar=False),
            act(
                "confirm",
                lambda: self.money.take(CASH),
                enabled=self._taking,
                label=self.tr("Cash %1").replace("%1", self._cash_words()),
                primary=True,
            ),
        ]

    def _cash_words(self) -> str:
        """What F12 takes: the amount typed, else all that is left in coins that exist."""
        if self.cart is None:
            return ""
        typed, terms = self.money.amount(), self.cart.terms
        now = balance(terms, self.cart.totals().total, self.tenders)
        return till.money(now.cash_left if typed is None else typed, terms.currency)

    def _taking(self) -> bool:
        return self.cart is not None and not self._paying

    def _next(self) -> None:
        self.sale = None
        self.context.navigate("sell")

    def _to_cart(self) -> None:
        self.context.navigate("sell")

    def _clear(self) -> None:
        """Esc: first what was typed, then the last tender."""
        if self.money.pad.text():
            self.money.pad.set_text("")
        elif self.tenders:
            self._drop(len(self.tenders) - 1)
