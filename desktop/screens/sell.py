"""Sell: scan to cart. The last thing large, the total larger, everything by keyboard."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from desktop.actions import Action, ActionSpec, act
from desktop.messages import sentence_for
from desktop.offload import Failure
from desktop.scans import Outcome, Scan
from desktop.screen import Screen
from desktop.screens import till
from desktop.screens.sell_acts import SellActs
from desktop.screens.sell_codes import Code, split_times
from desktop.screens.sell_intake import Intake
from desktop.screens.sell_parts import ArrowKeys, TotalCard, cart_lines, item_facts, tile_of
from desktop.screens.sell_stand import Stand, TileGoods, best_sellers, stand_of
from desktop.text import QT_TRANSLATE_NOOP
from desktop.tones import Tone
from desktop.widgets import (
    EmptyState,
    ItemCard,
    LineList,
    PriceTiles,
    ScanField,
    beside,
    column,
    stacked,
)
from domain import counter
from domain.counter import Cart, Need, SaleHead, Shift
from domain.errors import CounterfoilError
from domain.replica import Approval

TILE_DAYS = 28
"""Best sellers are those of the last four weeks."""
MOST_UNDO = 100


class SellScreen(Screen):
    """Scan to cart, and pay with F12."""

    id = "sell"
    title_text = QT_TRANSLATE_NOOP("Screens", "Sell")
    hint_text = QT_TRANSLATE_NOOP("Screens", "Scan, and take the money")
    icon, group, permission = "sell", "counter", "counter.sell"
    refreshes_on = ("sale", "shift", "shift_closed", "held_state")

    def build(self) -> None:
        """Left what was scanned, right what it comes to and what is tapped."""
        self.cart: Cart | None = None
        self.shift: Shift | None = None
        self._past: list[tuple[str, Cart]] = []
        self._early: list[Code] = []
        self._entering = False
        self._times, self._held, self._currency = 0, 0, "EUR"
        self._tiles: tuple[str, list[TileGoods]] = ("", [])
        self.field, self.lines = ScanField(words=True), LineList(dense=True)
        self.item = ItemCard(role="number")
        self.total, self.tiles = TotalCard(), PriceTiles()
        self.intake, self.acts = Intake(self, self), SellActs(self)
        self.empty, self.closed = EmptyState("scan"), EmptyState("shift")
        self.pages = QStackedWidget()
        # What is shown while the cart is empty does not claim room while it is not.
        self.pages.setMinimumHeight(64)
        for page in (self.empty, self.lines):
            self.pages.addWidget(page)
        self.item.hide()
        left = stacked(self.field, self.item, self.pages, gap=12)
        left.setStretch(2, 1)
        right = stacked(self.total, self.tiles, gap=12)
        right.setStretch(1, 1)
        body = beside(left, right, gap=20)
        body.setStretch(0, 8)
        body.setStretch(1, 5)
        box = column(self, body, self.closed, gap=0)
        box.setContentsMargins(24, 10, 24, 10)
        self.closed.hide()
        self.field.submitted.connect(self.typed)
        ArrowKeys(self.field, self.lines).moved.connect(self._show_item)
        self.lines.chosen.connect(self._chosen)
        self.lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tiles.tapped.connect(self._tapped)
        self.closed.acted.connect(lambda: self.context.navigate("shift"))

    def retranslate(self) -> None:
        """Set the texts."""
        self.field.set_prompt(self.tr("Scan, or type a code or a name"))
        self.lines.set_name(self.tr("Lines of this sale"))
        self.empty.set_words(
            self.tr("Scan the first thing"),
            self.tr("Type 3* to count the next scan three times. A receipt takes goods back."),
        )
        self.closed.set_words(
            self.tr("No shift is open at this till"),
            self.tr("Open one with the money that lies in the drawer."),
            self.tr("Open a shift"),
        )
        self._show_tiles()
        self.show_cart()

    # Coming and going.

    def enter(self, params: Mapping[str, object]) -> None:
        """Go on with the cart of this till; a scan made elsewhere is taken."""
        scan = params.get("scan")
        self._early = [Code(scan.text, scan.aim)] if isinstance(scan, Scan) else []
        self._entering = True
        self._read()

    def refresh(self) -> None:
        """Read again how it stands."""
        self._read()

    def _read(self) -> None:
        mine = self.cart.id if self.cart is not None else None
        site, name = self.context.site_number, self.till_name
        self.query(
            lambda connection: stand_of(connection, site, name, mine),
            lambda stand: self._stand(stand, mine),
        )

    @property
    def till_name(self) -> str:
        """The till of this station."""
        return counter.till_name(self.context.replica.station_number)

    def _stand(self, stand: Stand, asked: bytes | None) -> None:
        """Take up the draft, drop a cart that was paid, close where no shift is open."""
        early, self._early, self._entering = self._early, [], False
        self.shift, self._held = stand.shift, stand.held
        self._currency = stand.terms.currency
        self.closed.setVisible(stand.shift is None)
        for widget in (self.field, self.pages, self.total, self.tiles):
            widget.setVisible(stand.shift is not None)
        if stand.shift is None:
            self.cart = None
            self.item.hide()
            self.actions_changed()
            return
        day = stand.shift.business_date
        if self.cart is not None and stand.paid and self.cart.id == asked:
            self.cart = None
        if self.cart is None:
            kept = stand.draft
            fresh = counter.new_cart(stand.terms, self.till_name, day)
            self.cart = replace(kept, day=day) if kept is not None else fresh
            self._past.clear()
        elif self.cart.day != day:
            self.cart = replace(self.cart, day=day)
        self._read_tiles(day)
        self.show_cart()
        for code in early:
            self.intake.take(code)

    def _take(self, code: Code) -> None:
        """Take a code; one that comes before it is known how it stands waits for that."""
        if self._entering:
            self._early.append(code)
        else:
            self.intake.take(code)

    def _read_tiles(self, day: str) -> None:
        """Read the best sellers once a day."""
        if self._tiles[0] == day:
            return
        self._tiles = (day, [])
        since = (date.fromisoformat(day) - timedelta(days=TILE_DAYS)).isoformat()
        site = self.context.site_number
        self.query(lambda c: best_sellers(c, site, day, since), self._take_tiles, newest="tiles")

    def _take_tiles(self, found: list[TileGoods]) -> None:
        self._tiles = (self._tiles[0], found)
        self._show_tiles()

    def _show_tiles(self) -> None:
        language = self.context.language
        self.tiles.set_things([tile_of(each, language) for each in self._tiles[1]])

    # What is scanned, typed and tapped.

    def on_scan(self, scan: Scan) -> Outcome | None:
        """Take a code; a number that was typed before says how many times."""
        if self.shift is None and not self._entering:
            return Outcome(Tone.ERROR, sentence_for(counter.NoShift(till=self.till_name)))
        typed = self.field.text().strip()
        if typed.isascii() and typed.rstrip("*").isdigit() and len(typed) <= 4:
            self._times = int(typed.rstrip("*"))
            self.field.clear()
        self._take(Code(scan.text, scan.aim, self._take_times()))
        return None

    def typed(self, text: str) -> None:
        """Take what was typed: a code, a name, ``3*`` for the next scan, ``3*`` and a code."""
        times, rest = split_times(text)
        if times and not rest:
            self._times = times
            self._show_times()
            return
        if times:
            self._times = times
        self._take(Code(rest, times=self._take_times(), typed=True))

    def _take_times(self) -> int:
        times, self._times = max(1, self._times), 0
        self._show_times()
        return times

    def _show_times(self) -> None:
        prompt = self.tr("Scan, or type a code or a name")
        if self._times > 1:
            prompt = self.tr("%1 times the next scan").replace("%1", str(self._times))
        self.field.set_prompt(prompt)

    def _tapped(self, product: object) -> None:
        if isinstance(product, bytes):
            self._take(Code("", times=self._take_times(), product=product))
        self.take_focus()

    def _chosen(self, number: object) -> None:
        if isinstance(number, int):
            self._show_item(number)
        self.take_focus()

    # What the intake tells (sell_intake.Desk).

    def cart_now(self) -> Cart | None:
        """The cart, or None while no shift is open."""
        return self.cart if self.shift is not None else None

    def put(self, cart: Cart, what: str) -> None:
        """The cart after a code: shown, kept, sounded; Ctrl+Z goes back to the one before."""
        changed = {line.number for line in cart.lines} - {
            line.number for line in (self.cart.lines if self.cart is not None else ())
        }
        before = {line.number: line for line in (self.cart.lines if self.cart else ())}
        touched = changed or {n.number for n in cart.lines if before.get(n.number) != n}
        self.change(cart, what, current=max(touched, default=None))
        self.feedback.clear()
        self.context.earcon.play("ok")

    def open_receipt(self, head: SaleHead) -> None:
        """A receipt was scanned: its goods can come back."""
        self.context.navigate("refund", sale=head.id)

    def refuse(self, error: CounterfoilError) -> None:
        """Say why not; the cart is as it was."""
        self.feedback.error(sentence_for(error))

    def not_found(self, code: Code, failure: Failure) -> None:
        """A code nobody knows; what was typed with letters is looked for by name."""
        if code.typed and failure.code == "catalogue.unknown_barcode" and not code.text.isdigit():
            self.acts.find(code.text)
        else:
            self.feedback.error(failure.sentence)

    def idle(self) -> None:
        """Everything scanned is in the cart: paying is possible."""
        self.actions_changed()

    # The cart.

    def change(self, cart: Cart, what: str = "", *, current: int | None = None) -> None:
        """Show and keep another cart; with ``what``, Ctrl+Z goes back to the one before."""
        if what and self.cart is not None:
            self._past = [*self._past[-MOST_UNDO:], (what, self.cart)]
        else:
            self._past.clear()
        self.keep(cart, current)

    def keep(self, cart: Cart, current: int | None = None) -> None:
        """Show a cart, and save it so that a power cut loses nothing."""
        self.cart = cart
        self.command("keep the cart", lambda tx: counter.save_draft(tx, cart))
        self.show_cart(current)

    def new_cart(self) -> None:
        """Begin with the next customer; the one before is held, paid or given up."""
        if self.cart is not None and self.shift is not None:
            day = self.shift.business_date
            self.cart = counter.new_cart(self.cart.terms, self.till_name, day)
        self._past.clear()
        self.show_cart()

    def undo_action(self) -> Action | None:
        """Take back the last scan, step by step as far as this customer goes."""
        if not self._past:
            return None
        what = self._past[-1][0]
        text = self.tr("Undo: %1").replace("%1", what)
        return act("undo", self._undo_last, label=self.tr("Undo"), undo_text=text)

    def _undo_last(self) -> None:
        if not self._past:
            return
        _, cart = self._past.pop()
        self.feedback.clear()
        self.keep(cart)

    @property
    def current_line(self) -> int | None:
        """The number of the marked line, else of the last one."""
        if self.cart is None or not self.cart.lines:
            return None
        key = self.lines.current_key()
        known = {line.number for line in self.cart.lines}
        return key if isinstance(key, int) and key in known else self.cart.lines[-1].number

    @property
    def need(self) -> Need | None:
        """The right that these prices need, where this person does not hold it."""
        if self.cart is None or not self.cart.lines:
            return None
        need = counter.authority_needed(self.cart)
        return None if need is None or self.context.session.may(need.permission) else need

    def show_cart(self, current: int | None = None) -> None:
        """Show the lines, the last one large, and what they come to."""
        cart = self.cart
        currency = cart.terms.currency if cart is not None else self._currency
        totals = cart.totals() if cart is not None and cart.lines else None
        self.total.show_cart(cart, totals, currency)
        self.total.show_need(needed=self.need is not None)
        self.total.show_held(self._held)
        self.pages.setCurrentWidget(self.lines if totals is not None else self.empty)
        self.item.setVisible(totals is not None and self.shift is not None)
        if cart is not None and totals is not None:
            wanted = current if current is not None else cart.lines[-1].number
            self.lines.set_lines(cart_lines(cart, totals, self.context.language), wanted)
            self._show_item(wanted)
        self.actions_changed()

    def _show_item(self, number: int) -> None:
        """Show a line in large type."""
        if self.cart is None:
            return
        totals = self.cart.totals()
        for line, money in zip(self.cart.lines, totals.lines, strict=True):
            if line.number == number:
                self.item.set_item(line.named(self.context.language), line.sku)
                self.item.set_facts(item_facts(self.cart, line))
                amount = till.money(money.gross - money.discount, self.cart.terms.currency)
                self.item.figure.set_value(amount)

    # What can be done.

    def screen_actions(self) -> Sequence[Action]:
        """The acts of the till, paying last and largest."""
        acts, full = self.acts, self._full
        hold = self.tr("Hold") if full() else self.tr("Recall")
        return [
            act("quantity", acts.ask_quantity, enabled=full),
            act("find", lambda: acts.find(self.field.text()), enabled=self._open),
            act("exception", acts.line_menu, enabled=full, label=self.tr("Change\u2026")),
            act("hold", acts.hold_or_recall, enabled=lambda: full() or self._held > 0, label=hold),
            act("customer", acts.ask_customer, enabled=self._open),
            act("print", acts.receipts, label=self.tr("Receipts"), on_bar=True),
            act("drawer", acts.open_drawer, enabled=self._open, on_bar=False),
            Action(REMOVE, acts.remove_line, enabled=full, on_bar=False),
            act("clear", self._clear, on_bar=False),
            act("confirm", self.pay, enabled=self._payable, label=self.tr("Pay"), primary=True),
        ]

    def _open(self) -> bool:
        return self.shift is not None

    def _full(self) -> bool:
        return self.shift is not None and self.cart is not None and bool(self.cart.lines)

    def _payable(self) -> bool:
        return self._full() and not self.intake.busy

    def _clear(self) -> None:
        self._times = 0
        self._show_times()

    def pay(self) -> None:
        """Go on to the money; where the prices need a supervisor, ask for the yes here."""
        cart, need = self.cart, self.need
        if cart is None or not self._payable():
            return
        if need is None:
            self.context.navigate("pay", cart=cart)
            return

        def go(approval: Approval) -> None:
            self.context.navigate("pay", cart=cart, approval=approval)

        self.approve(need.permission, cart.id, need.detail, go, detail=need.detail)


REMOVE = ActionSpec("sell.remove", QT_TRANSLATE_NOOP("Actions", "Remove line"), "", "trash")
