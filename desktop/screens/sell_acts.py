"""What the sell screen can do to a cart besides scanning: its dialogs, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop import figures
from desktop.offload import Connection
from desktop.screens import till
from desktop.screens.sell_codes import Code
from desktop.screens.sell_prices import SellPrices
from desktop.screens.sell_stand import find_goods
from desktop.tones import Tone
from desktop.widgets import ChoiceDialog, Line, NumberDialog, PickDialog, TextDialog
from domain import counter, customers
from domain.catalogue import Product, product
from domain.counter import Cart, Offer, Sale, SaleHead
from domain.customers import Customer
from domain.replica import Approval, Transaction

if TYPE_CHECKING:
    from desktop.screens.sell import SellScreen

NOBODY = b""
VOID = "counter.void_line"
MOST_SALES_SHOWN = 60


class SellActs(QObject):
    """The dialogs of the sell screen."""

    def __init__(self, screen: SellScreen) -> None:
        """The screen holds the cart."""
        super().__init__(screen)
        self._screen = screen
        self._names: dict[bytes, str] = {}
        self.prices = SellPrices(screen)

    @property
    def _cart(self) -> Cart | None:
        return self._screen.cart

    # Quantity.

    def ask_quantity(self) -> None:
        """How many of the marked line? A number typed before is the answer."""
        cart, number = self._cart, self._screen.current_line
        if cart is None or number is None:
            return
        line = cart.line(number)
        typed = figures.parse_figure(self._screen.field.text(), line.decimals)
        if typed is not None and typed >= 0:
            self._screen.field.clear()
            self.set_quantity(number, typed)
            return
        dialog = NumberDialog(
            self._screen,
            line.named(self._screen.context.language),
            lambda steps: self.set_quantity(number, steps),
            places=line.decimals,
            start=line.steps,
            text=self.tr("How much of it?"),
            unit="" if line.unit == "pc" else line.unit,
        )
        dialog.open()

    def set_quantity(self, number: int, steps: int) -> None:
        """Set a line's quantity at the price for that many; zero takes the line out."""
        cart = self._cart
        if cart is None:
            return
        if steps == 0:
            self.remove_line(number)
            return
        item = cart.line(number).item
        others = sum(x.steps for x in cart.lines if x.item == item and x.number != number)

        def offer(connection: Connection) -> Offer:
            return counter.offer_of(connection, product(connection, item), cart.day, others + steps)

        def take(found: Offer) -> None:
            now = self._cart
            if now is not None and now.id == cart.id:
                what = self.tr("quantity")
                self.prices.try_to(
                    what, lambda: counter.set_quantity(now, number, steps, found), number
                )

        self._screen.query(offer, take)

    # Finding goods by name.

    def find(self, text: str = "") -> None:
        """Find goods by a few letters of their name."""
        screen = self._screen
        if screen.shift is None:
            return
        day, language = screen.shift.business_date, screen.context.language
        screen.field.clear()

        def take(key: object) -> None:
            if isinstance(key, bytes):
                screen.intake.take(Code("", product=key))

        dialog = PickDialog(
            screen,
            self.tr("Find goods"),
            [],
            take,
            prompt=self.tr("A few letters of the name, or the code"),
            asks=True,
            scanned=screen.on_scan,
        )

        def show(found: Sequence[tuple[Product, str]]) -> None:
            dialog.set_lines([Line(p.id, p.named(language), p.sku, price) for p, price in found])

        def search(words: str) -> None:
            screen.query(lambda c: find_goods(c, words, day), show, newest="find")

        dialog.wanted.connect(search)
        dialog.open()
        if text:
            dialog.field.setText(text)
            search(text)

    # Price and discount.

    def line_menu(self) -> None:
        """Everything unusual that can be done with a line or the whole sale."""
        cart, number = self._cart, self._screen.current_line
        if cart is None or number is None:
            return
        acts: list[tuple[Callable[[], object], str]] = [
            (lambda: self.prices.ask_price(number), self.tr("Another price")),
            (lambda: self.prices.ask_discount(number), self.tr("Discount on this line")),
            (lambda: self.prices.ask_discount(None), self.tr("Discount on the whole sale")),
            (lambda: self.remove_line(number), self.tr("Remove this line")),
            (self.void_cart, self.tr("Give up the whole sale")),
            (self.take_back, self.tr("Take these goods back without a receipt")),
        ]
        choices: list[tuple[object, str]] = [(n, words) for n, (_, words) in enumerate(acts)]

        def run(which: object) -> None:
            if isinstance(which, int):
                acts[which][0]()

        name = cart.line(number).named(self._screen.context.language)
        ChoiceDialog(self._screen, name, choices, run).open()

    # Taking out.

    def remove_line(self, number: int | None = None) -> None:
        """Take a line out for good: who and why is written down."""
        cart, at = self._cart, number if number is not None else self._screen.current_line
        if cart is None or at is None:
            return
        name = cart.line(at).named(self._screen.context.language)

        def because(reason: str) -> None:
            words = self.tr("Remove %1").replace("%1", name)
            till.with_right(
                self._screen, VOID, cart.id, words, lambda yes: self._remove(cart, at, reason, yes)
            )

        title = self.tr("Why remove %1?").replace("%1", name)
        till.ask_reason(self._screen, title, till.VOID_REASONS, because)

    def _remove(self, cart: Cart, number: int, reason: str, approval: Approval | None) -> None:
        def removed(after: Cart) -> None:
            self._screen.feedback.clear()
            self._screen.change(after)

        self._screen.command(
            "void a line",
            lambda tx: counter.void_line(tx, cart, number, reason),
            removed,
            approval=approval,
        )

    def void_cart(self) -> None:
        """Give the whole sale up."""
        cart = self._cart
        if cart is None or not cart.lines:
            return

        def because(reason: str) -> None:
            words = self.tr("Give up this sale")
            till.with_right(self._screen, VOID, cart.id, words, lambda yes: void(reason, yes))

        def void(reason: str, approval: Approval | None) -> None:
            self._screen.command(
                "void the sale",
                lambda tx: counter.void_cart(tx, cart, reason),
                lambda _done: self._begin_anew(self.tr("The sale was given up")),
                approval=approval,
            )

        till.ask_reason(self._screen, self.tr("Why give it up?"), till.VOID_REASONS, because)

    def _begin_anew(self, words: str) -> None:
        self._screen.new_cart()
        self._screen.feedback.success(words)

    def take_back(self) -> None:
        """The goods of the cart come back without a receipt: a supervisor approves."""
        cart = self._cart
        if cart is None or not cart.lines:
            return
        total = cart.terms.text(cart.totals().total)

        def because(reason: str) -> None:
            words = self.tr("Pay back %1 without a receipt").replace("%1", total)
            till.with_right(
                self._screen,
                till.OTHER_WAY_RIGHT,
                cart.id,
                words,
                lambda yes: refund(reason, yes),
                detail=total,
            )

        def refund(reason: str, approval: Approval | None) -> None:
            def work(tx: Transaction) -> Sale:
                cash = [counter.Tender(counter.CASH)]
                done = counter.refund_without_receipt(
                    tx,
                    cart,
                    cash,
                    reason,
                    damaged=reason == "faulty",
                )
                counter.clear_draft(tx, cart.till)
                return done

            def paid_back(done: Sale) -> None:
                self._screen.new_cart()
                self._screen.context.navigate("pay", done=done)

            self._screen.command("refund without receipt", work, paid_back, approval=approval)

        title = self.tr("Why do they come back?")
        till.ask_reason(self._screen, title, till.REFUND_REASONS, because)

    # Putting aside.

    def hold_or_recall(self) -> None:
        """Put the cart aside; with an empty one, take a held one up."""
        cart = self._cart
        if cart is None or not cart.lines:
            self._screen.query(
                lambda c: counter.held_sales(c, self._screen.context.site_number),
                self._choose_held,
            )
            return

        def hold(label: str) -> None:
            self._screen.command(
                "hold",
                lambda tx: counter.hold(tx, cart, label),
                lambda _id: self._begin_anew(self.tr("Held. F8 takes it up again.")),
            )

        TextDialog(
            self._screen,
            self.tr("Hold this sale"),
            hold,
            name=self.tr("A word to know it by"),
            text=self.tr("Any till of this shop can take it up again."),
            yes=self.tr("Hold"),
            optional=True,
        ).open()

    def _choose_held(self, held: Sequence[counter.Held]) -> None:
        if not held:
            self._screen.feedback.warning(self.tr("No sale is held"))
            return
        lines = [
            Line(
                each.id,
                each.label or figures.clock(each.held_at),
                f"{figures.clock(each.held_at)} \u00b7 {each.till} \u00b7 "
                + self.tr("%n line(s)", "", each.line_count),
                till.money(each.total, each.currency),
            )
            for each in held
        ]
        PickDialog(self._screen, self.tr("Held sales"), lines, self.recall).open()

    def recall(self, identifier: object) -> None:
        """Take a held sale up at this till."""
        shift = self._screen.shift
        if shift is None or not isinstance(identifier, bytes):
            return
        name, day = self._screen.till_name, shift.business_date
        self._screen.command(
            "recall",
            lambda tx: counter.recall(tx, identifier, name, day),
            self._recalled,
        )

    def _recalled(self, cart: Cart) -> None:
        self._screen.change(cart)

    # The customer.

    def ask_customer(self) -> None:
        """Whose purchase is it? By name, phone or e-mail."""
        cart, screen = self._cart, self._screen
        if cart is None:
            return
        first: list[Line] = []
        if cart.customer is not None:
            first.append(Line(NOBODY, self.tr("Nobody's"), self.tr("Take the name off this sale")))
        dialog = PickDialog(
            screen,
            self.tr("Customer"),
            first,
            self._attach,
            prompt=self.tr("Name, phone or e-mail"),
            asks=True,
        )

        def show(found: Sequence[Customer]) -> None:
            self._names = {each.id: each.name for each in found}
            dialog.set_lines([_customer_line(each) for each in found] or first)

        def search(words: str) -> None:
            screen.query(lambda c: customers.search(c, words, 30), show, newest="customer")

        dialog.wanted.connect(search)
        dialog.open()

    def _attach(self, key: object) -> None:
        cart = self._cart
        if cart is None or not isinstance(key, bytes):
            return
        name = self._names.get(key, "")
        after = counter.attach_customer(cart, key or None, name)
        self._screen.change(after, self.tr("customer"))

    # Receipts and the drawer.

    def receipts(self) -> None:
        """The latest receipts of this site: to print again, or to take goods back."""
        screen = self._screen
        site = screen.context.site_number

        def show(found: Sequence[SaleHead]) -> None:
            PickDialog(
                screen,
                self.tr("Receipts"),
                [self._receipt_line(head) for head in found],
                lambda key: screen.context.navigate("pay", sale=key),
                prompt=self.tr("Number, or time"),
                scanned=screen.on_scan,
            ).open()

        screen.query(lambda c: counter.sales(c, site, limit=MOST_SALES_SHOWN), show)

    def _receipt_line(self, head: SaleHead) -> Line:
        back = head.kind == counter.REFUND
        return Line(
            head.id,
            head.label,
            f"{figures.moment(head.occurred_at)} \u00b7 {head.till}",
            till.money(head.due, head.terms.currency),
            tone=Tone.WARNING if back else Tone.NEUTRAL,
            status=self.tr("Refund") if back else "",
        )

    def open_drawer(self) -> None:
        """Open the drawer without a sale: who and why is written down."""
        shift = self._screen.shift
        if shift is not None:
            till.open_drawer(self._screen, shift.id)


def _customer_line(each: Customer) -> Line:
    contact = " \u00b7 ".join(part for part in (each.phone, each.email) if part)
    return Line(each.id, each.name, contact)
