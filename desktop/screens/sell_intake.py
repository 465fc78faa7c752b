"""Takes codes into the cart of the sell screen, and asks for what a code alone does not say."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from desktop import figures
from desktop.offload import Failure
from desktop.scans import Outcome, Scan
from desktop.screen import Screen
from desktop.screens import till
from desktop.screens.sell_codes import (
    Code,
    CodeQueue,
    Found,
    LotOnHand,
    look_up,
    steps_of_weight,
)
from desktop.tones import Tone
from desktop.widgets import ChoiceDialog, Line, NumberDialog, PickDialog, TextDialog
from devices.events import Weight
from domain import barcodes, counter
from domain.catalogue import BY_SERIAL, Product
from domain.counter import Cart, SaleHead, Scanned
from domain.errors import CounterfoilError
from domain.stock import NO_LOT


class Desk(Protocol):
    """What the intake needs to know of the screen, and tells it."""

    def cart_now(self) -> Cart | None:
        """The cart, or None while nothing can be sold."""

    def put(self, cart: Cart, what: str) -> None:
        """The cart after a code; ``what`` names the goods."""

    def open_receipt(self, head: SaleHead) -> None:
        """The code was a receipt's."""

    def refuse(self, error: CounterfoilError) -> None:
        """A rule says no."""

    def not_found(self, code: Code, failure: Failure) -> None:
        """Nobody knows the code."""

    def idle(self) -> None:
        """Everything scanned so far is in the cart."""


@dataclass(frozen=True, slots=True)
class _Ask:
    """Goods on their way into the cart, and the lots to choose from."""

    scanned: Scanned
    lots: Sequence[LotOnHand]
    times: int

    @property
    def product(self) -> Product:
        """The product."""
        return self.scanned.offer.product


class LotDialog(PickDialog):
    """Which lot? The first is the one that should go; a scan of the next goods accepts it."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        lines: Sequence[Line],
        then: Callable[[object], object],
        *,
        text: str,
        prompt: str,
        other: Callable[[Scan], object],
    ) -> None:
        """``other`` takes a scan that is no lot, after the first lot was accepted."""
        super().__init__(parent, title, lines, then, text=text, prompt=prompt)
        self._other = other

    def on_scan(self, scan: Scan) -> Outcome | None:
        """A lot's code chooses it; anything else accepts the first one and goes on."""
        reading = barcodes.read(scan.text, aim=scan.aim)
        codes = [line.key for line in self.list.lines()]
        for wanted in (reading.lot, scan.text):
            if wanted in codes:
                self._choose(wanted)
                return None
        self._choose_current()
        self._other(scan)
        return None


class Intake(QObject):
    """The way of every code into the cart, one after the other."""

    def __init__(self, screen: Screen, desk: Desk) -> None:
        """``desk`` is the screen again, as the intake knows it."""
        super().__init__(screen)
        self._screen, self._desk = screen, desk
        self._queue = CodeQueue(self._start, desk.idle)

    @property
    def busy(self) -> bool:
        """Whether a code is under way."""
        return self._queue.busy

    def take(self, code: Code) -> None:
        """Take a code after those before it."""
        self._queue.add(code)

    def _start(self, code: Code) -> None:
        cart = self._desk.cart_now()
        if cart is None:
            self._queue.clear()
            self._queue.done()
            return
        context = self._screen.context
        region = context.company.region
        self._screen.query(
            lambda connection: look_up(connection, context.site_number, cart, code, region),
            self._found,
            failure=lambda failure: self._failed(code, failure),
        )

    def _failed(self, code: Code, failure: Failure) -> None:
        self._desk.not_found(code, failure)
        self._queue.done()

    def _found(self, found: Found) -> None:
        if found.receipt is not None:
            self._desk.open_receipt(found.receipt)
            self._queue.done()
        elif len(found.goods) == 1:
            self._ask(_Ask(found.goods[0], found.lots, found.code.times))
        else:
            self._choose_goods(found)

    def _choose_goods(self, found: Found) -> None:
        """One code, several products: a person says which."""
        language = self._screen.context.language
        choices: list[tuple[object, str]] = [
            (n, f"{each.offer.product.named(language)}  \u00b7  {each.offer.product.sku}")
            for n, each in enumerate(found.goods)
        ]

        def chosen(which: object) -> None:
            if isinstance(which, int):
                self._ask(_Ask(found.goods[which], (), found.code.times))

        dialog = ChoiceDialog(
            self._screen, self.tr("Which one is it?"), choices, chosen, found.code.text
        )
        self._open(dialog)

    # What a code does not say.

    def _ask(self, ask: _Ask) -> None:
        """Ask for serial number, lot or weight, or put the goods into the cart."""
        cart = self._desk.cart_now()
        scanned = ask.scanned
        if cart is None:
            self._queue.done()
        elif ask.product.tracking == BY_SERIAL and not scanned.serial:
            self._ask_serial(ask)
        elif scanned.lot == NO_LOT and len(ask.lots) > 1:
            before = [line.lot for line in cart.lines if line.item == ask.product.id and line.lot]
            if before:
                self._ask(self._with(ask, lot=before[-1]))
            else:
                self._ask_lot(ask)
        elif scanned.steps is None:
            self._weigh(ask)
        else:
            self._put(cart, ask)

    def _put(self, cart: Cart, ask: _Ask) -> None:
        try:
            for _ in range(max(1, ask.times)):
                cart = counter.scan(cart, ask.scanned)
        except CounterfoilError as error:
            self._desk.refuse(error)
        else:
            self._desk.put(cart, ask.product.named(self._screen.context.language))
        self._queue.done()

    @staticmethod
    def _with(
        ask: _Ask, *, lot: str | None = None, serial: str | None = None, steps: int | None = None
    ) -> _Ask:
        """The same goods with one thing more known."""
        known = ask.scanned
        scanned = Scanned(
            known.offer,
            known.steps if steps is None else steps,
            known.lot if lot is None else lot,
            known.serial if serial is None else serial,
            known.expires,
            known.amount,
            known.own_line,
        )
        return _Ask(scanned, () if lot is not None else ask.lots, ask.times)

    def _ask_serial(self, ask: _Ask) -> None:
        """Every piece has its number: scan it from the box."""
        product = ask.product

        def check(text: str) -> str:
            reading = barcodes.read(text)
            if reading.kind == "gtin" and len(text) in (8, 12, 13, 14):
                return self.tr("That is the code of the product. Scan its serial number")
            return ""

        def given(text: str) -> None:
            serial = barcodes.read(text).serial or text
            self._ask(_Ask(self._with(ask, serial=serial).scanned, ask.lots, 1))

        dialog = TextDialog(
            self._screen,
            self.tr("Serial number"),
            given,
            name=self.tr("Scan or type the serial number"),
            text=product.named(self._screen.context.language),
            check=check,
        )
        self._open(dialog)

    def _ask_lot(self, ask: _Ask) -> None:
        """Several lots are on hand: the one that should go first is marked."""
        product = ask.product
        good_until = self.tr("Best before %1")
        lines = [
            Line(
                lot.code,
                lot.code,
                good_until.replace("%1", figures.day(lot.expires)) if lot.expires else "",
                till.quantity(lot.steps, product.decimals, product.unit),
                status=self.tr("Goes first") if n == 0 else "",
                tone=Tone.SUCCESS if n == 0 else Tone.NEUTRAL,
            )
            for n, lot in enumerate(ask.lots)
        ]
        dialog = LotDialog(
            self._screen,
            self.tr("Which lot?"),
            lines,
            lambda code: self._ask(self._with(ask, lot=str(code))),
            text=product.named(self._screen.context.language),
            prompt=self.tr("Scan or type the lot"),
            other=lambda scan: self.take(Code(scan.text, scan.aim)),
        )
        self._open(dialog)

    def _weigh(self, ask: _Ask) -> None:
        """Ask the scale; where it has no answer, a person types the weight."""
        name = ask.product.named(self._screen.context.language)
        text = self.tr("Weighing %1\u2026").replace("%1", name)
        self._screen.feedback.show_outcome(Outcome(Tone.INFO, text))
        self._screen.context.devices.weigh(lambda answer: self._weighed(ask, answer))

    def _weighed(self, ask: _Ask, answer: object) -> None:
        steps = None
        if isinstance(answer, Weight) and answer.settled and answer.value is not None:
            steps = steps_of_weight(ask.product, answer.value, answer.unit or "")
        if steps is not None and steps > 0:
            self._ask(self._with(ask, steps=steps))
            return
        if isinstance(answer, Failure):
            why = answer.sentence
        elif steps is not None:
            why = self.tr("The scale is empty. Put the goods on it, or type the weight.")
        else:
            why = self.tr("No scale answers here. Type the weight.")
        self._screen.feedback.clear()
        product = ask.product
        dialog = NumberDialog(
            self._screen,
            product.named(self._screen.context.language),
            lambda typed: self._ask(self._with(ask, steps=typed)),
            places=product.decimals,
            text=why,
            unit=product.unit,
        )
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        """Open a dialog; closing it without an answer drops the code."""
        dialog.rejected.connect(self._queue.done)
        dialog.open()
