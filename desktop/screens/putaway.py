"""Put away: take what waits in receiving, carry it to the bin on the screen, scan the bin."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop.actions import Action, act
from desktop.offload import Failure
from desktop.scans import Outcome, Scan
from desktop.screen import Screen
from desktop.screens.goods_words import PIECE, amount, counted, lot_words
from desktop.screens.putaway_page import PutAwayPage
from desktop.screens.putaway_reading import (
    Hand,
    Put,
    Waiting,
    bins_of,
    find_goods,
    plan,
    put_away,
    read_waiting,
    take_back,
)
from desktop.screens.receive_parts import GoodsDialog
from desktop.text import QT_TRANSLATE_NOOP
from desktop.tones import Tone
from desktop.widgets import (
    ChoiceDialog,
    EmptyState,
    Line,
    NumberDialog,
    PickDialog,
    column,
)
from domain import catalogue, receiving, stock
from domain.stock import Location


class PutAwayScreen(Screen):
    """From receiving to the shelf."""

    id = "putaway"
    title_text = QT_TRANSLATE_NOOP("Screens", "Put away")
    hint_text = QT_TRANSLATE_NOOP("Screens", "From receiving to the shelf")
    icon, group, permission = "putaway", "warehouse", "stock.move"
    refreshes_on = ("balance", "location")

    def build(self) -> None:
        """The goods in hand at the left, what waits at the right; or that nothing waits."""
        self._waiting: list[Waiting] = []
        self.hand: Hand | None = None
        self._doubt = ""
        self._follow: tuple[bytes, str] | None = None
        self.page = PutAwayPage()
        self.nothing = EmptyState("putaway")
        self.nothing.acted.connect(lambda: self.context.navigate("receive"))
        box = column(self, self.page, self.nothing)
        box.setContentsMargins(24, 10, 24, 16)
        self.nothing.hide()
        self.page.field.submitted.connect(self._typed)
        self.page.list.chosen.connect(self._choose)

    def retranslate(self) -> None:
        """Set the texts."""
        self.page.retranslate()
        self.nothing.set_words(
            self.tr("Everything is in its place"),
            self.tr("What is received appears here."),
            self.tr("Receive"),
        )
        self._show()

    # Coming and going.

    def enter(self, params: Mapping[str, object]) -> None:
        """Show what waits; goods that were in hand stay there."""
        del params
        self.refresh()

    def refresh(self) -> None:
        """Read again what waits."""
        site = self.context.site_number
        self.query(lambda c: read_waiting(c, site), self._take_waiting, newest="waiting")

    def save_state(self) -> dict[str, object]:
        """Keep what is in hand."""
        hand = self.hand
        if hand is None:
            return {}
        item, lot = hand.goods.key
        return {"item": item.hex(), "lot": lot, "steps": hand.steps, "serial": hand.serial or ""}

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Take it in hand again, if it still waits."""
        site, serial = self.context.site_number, str(state.get("serial", "")) or None
        key = (bytes.fromhex(str(state.get("item", ""))), str(state.get("lot", "")))
        steps = int(str(state.get("steps", "0")))

        def found(waiting: list[Waiting]) -> None:
            self._take_waiting(waiting)
            goods = next((each for each in waiting if each.key == key), None)
            if goods is not None and steps > 0:
                self._take(goods, steps, serial)

        self.query(lambda c: read_waiting(c, site), found)

    def screen_actions(self) -> Sequence[Action]:
        """Take in hand, another bin, another amount."""
        if self.hand is None:
            return [
                act(
                    "confirm",
                    lambda: self._choose(self.page.list.current_key()),
                    enabled=lambda: bool(self._waiting),
                    label=self.tr("Take in hand"),
                    primary=True,
                )
            ]
        hand = self.hand
        return [
            act("quantity", self._ask_quantity, enabled=lambda: hand.serial is None),
            act("next", self._skip, enabled=lambda: len(self._waiting) > 1),
            act("full-bin", self._bin_full, enabled=lambda: hand.bin is not None),
            act("find", self._ask_bin, label=self.tr("Choose bin")),
            act("clear", self._put_down, on_bar=False),
        ]

    def on_scan(self, scan: Scan) -> Outcome | None:
        """Take the goods, then the bin; other goods at any time."""
        if self.hand is None:
            self._find(scan)
        else:
            self._place(self.hand, scan)
        return None

    def _typed(self, text: str) -> None:
        """Treat a typed code as a scan."""
        self.on_scan(Scan(text))

    # The goods.

    def _take_waiting(self, found: list[Waiting]) -> None:
        """Show what waits; go on with the rest of what was just put away."""
        self._waiting = found
        keys = {each.key for each in found}
        if self.hand is not None and self.hand.goods.key not in keys:
            self._put_down()
        follow, self._follow = self._follow, None
        rest = next((each for each in found if each.key == follow and each.free), None)
        if rest is not None and self.hand is None:
            self._take(rest)
        self._show()
        self.actions_changed()

    def _find(self, scan: Scan) -> None:
        """Find the goods that were scanned among what waits."""
        waiting = list(self._waiting)

        def found(answer: tuple[list[Waiting], str | None]) -> None:
            goods, serial = answer
            if not goods:
                self.feedback.error(self.tr("Nothing of this waits to be put away"))
            elif len(goods) == 1:
                self._begin(goods[0], serial)
            else:
                self._ask_lot(goods, serial)

        self.query(
            lambda c: find_goods(c, waiting, scan),
            found,
            failure=lambda failure: self._not_found(scan, failure),
            newest="find",
        )

    def _not_found(self, scan: Scan, failure: Failure) -> None:
        """Say so; a bin that was scanned too early is told apart from a wrong code."""
        if not isinstance(failure.error, catalogue.UnknownBarcode):
            self.feedback.error(failure.sentence)
            return
        site = self.context.site_number

        def early(place: Location) -> None:
            text = self.tr("%1 is a bin. Scan the item first.")
            self.feedback.warning(text.replace("%1", place.code))

        self.query(
            lambda c: stock.find_location(c, site, scan.text),
            early,
            failure=lambda _: self.feedback.error(failure.sentence),
        )

    def _ask_lot(self, goods: Sequence[Waiting], serial: str | None) -> None:
        """Several lots wait: the person reads which one it is."""
        choices = [
            (each, f"{self._lot_of(each)} \u00b7 {amount(each.product, each.free)}")
            for each in goods
        ]

        def chosen(value: object) -> None:
            if isinstance(value, Waiting):
                self._begin(value, serial)

        name = goods[0].product.named(self.context.language)
        ChoiceDialog(self, self.tr("Which lot is it?"), choices, chosen, name).appear()

    def _lot_of(self, goods: Waiting) -> str:
        """Name a lot; one without a name is named by its product."""
        words = lot_words(goods.balance.lot, goods.balance.expires)
        return words or goods.product.named(self.context.language)

    def _choose(self, key: object) -> None:
        """Take the goods of a line."""
        goods = next((each for each in self._waiting if each.key == key), None)
        if goods is not None:
            self._begin(goods)

    def _begin(self, goods: Waiting, serial: str | None = None) -> None:
        """Take goods in hand; those with serial numbers one by one."""
        product = goods.product
        if product.tracking != catalogue.BY_SERIAL:
            self._take(goods, goods.free)
        elif serial is not None:
            self._take(goods, product.steps_per_unit, serial)
        else:
            GoodsDialog(
                *(self, product, product.named(self.context.language)),
                lambda _lot, _day, number: self._begin(goods, number),
            ).appear()

    def _take(
        self,
        goods: Waiting,
        steps: int | None = None,
        serial: str | None = None,
        full: Sequence[bytes] = (),
    ) -> None:
        """Find the bins and show the first one."""
        site, wanted = self.context.site_number, goods.free if steps is None else steps
        if not wanted:
            text = self.tr("%1 is promised to an order: leave it here")
            name = goods.product.named(self.context.language)
            self.feedback.warning(text.replace("%1", name))
            return
        self.query(
            lambda c: plan(c, site, goods, wanted, serial, full), self._take_hand, newest="plan"
        )

    def _take_hand(self, hand: Hand) -> None:
        """The bins are known."""
        self.hand, self._doubt = hand, ""
        if hand.bin is None:
            self.feedback.warning(self.tr("No bin has room. Scan the bin you choose."))
        self._show()
        self.actions_changed()

    def _put_down(self) -> None:
        """Leave the goods where they are."""
        self.hand, self._doubt = None, ""
        self._show()
        self.actions_changed()

    # The bin.

    def _place(self, hand: Hand, scan: Scan) -> None:
        """Put the goods into the bin that was scanned; the same wrong bin again means yes."""
        anywhere = bool(self._doubt) and scan.text == self._doubt
        self.command(
            "put away",
            lambda tx: put_away(tx, hand, scan.text, anywhere=anywhere),
            self._placed,
            failure=lambda failure: self._not_placed(scan, failure),
        )

    def _placed(self, put: Put) -> None:
        """Say where it is now; the rest of it comes next."""
        product = put.hand.goods.product
        name = counted(product, put.hand.part, self.context.language)
        self._follow = put.hand.goods.key
        if put.hand.part >= put.hand.goods.free or put.hand.serial is not None:
            self._follow = None
        self._put_down()
        text = self.tr("%1 is in %2").replace("%1", name).replace("%2", put.place.code)
        last = len(self._waiting) == 1 and put.hand.part >= self._waiting[0].balance.on_hand
        self.feedback.show_outcome(Outcome(Tone.SUCCESS, text, done=last))
        self.offer_undo(self.tr("last putaway"), lambda: self._undo_put(put))

    def _not_placed(self, scan: Scan, failure: Failure) -> None:
        """Ask for a second scan of another bin; take other goods; say what is wrong."""
        error = failure.error
        if isinstance(error, receiving.WrongBin):
            self._doubt = scan.text
            text = self.tr("This is %1, not %2. To put it here, scan %1 again.")
            text = text.replace("%1", str(error.params["scanned"]))
            self.feedback.warning(text.replace("%2", str(error.params["expected"])))
        elif isinstance(error, stock.UnknownLocation):
            self._find_instead(scan, failure)
        else:
            self._doubt = ""
            self.feedback.error(failure.sentence)

    def _find_instead(self, scan: Scan, failure: Failure) -> None:
        """It was no bin: perhaps other goods; else it is a wrong code."""
        waiting = list(self._waiting)
        hand = self.hand

        def found(answer: tuple[list[Waiting], str | None]) -> None:
            goods, serial = answer
            if hand is not None and [hand.goods.key] == [each.key for each in goods]:
                self.feedback.warning(self.page.bin_prompt(hand))
            elif len(goods) == 1:
                self._begin(goods[0], serial)
            elif goods:
                self._ask_lot(goods, serial)
            else:
                self.feedback.error(failure.sentence)

        self.query(
            lambda c: find_goods(c, waiting, scan),
            found,
            failure=lambda _: self.feedback.error(failure.sentence),
        )

    def _undo_put(self, put: Put) -> None:
        """Take the last putaway back."""
        name = counted(put.hand.goods.product, put.hand.part, self.context.language)

        def undone(_nothing: None) -> None:
            self.feedback.warning(self.tr("%1 taken back to receiving").replace("%1", name))

        self.command("undo putaway", lambda tx: take_back(tx, put), undone)

    # Another amount, another bin, other goods.

    def _ask_quantity(self) -> None:
        """Ask how much is carried."""
        hand = self.hand
        if hand is None:
            return
        product = hand.goods.product
        NumberDialog(
            self,
            self.tr("How much do you carry?"),
            lambda steps: self._take(hand.goods, max(steps, 1), None, hand.full),
            places=product.decimals,
            start=hand.part,
            text=product.named(self.context.language),
            unit="" if product.unit == PIECE else product.unit,
        ).appear()

    def _bin_full(self) -> None:
        """Go to the next bin."""
        hand = self.hand
        if hand is not None and hand.bin is not None:
            self._take(hand.goods, hand.steps, hand.serial, (*hand.full, hand.bin.id))

    def _ask_bin(self) -> None:
        """Let another bin be chosen; scanning it confirms it."""
        hand, site = self.hand, self.context.site_number
        if hand is None:
            return

        def ask(found: list[Location]) -> None:
            rows = [Line(each, each.code, each.name) for each in found]
            PickDialog(self, self.tr("Which bin?"), rows, chosen, scanned=self.on_scan).appear()

        def chosen(place: object) -> None:
            if isinstance(place, Location):
                self._take_hand(replace(hand, plan=((place, hand.steps),)))

        source = hand.goods.balance.location.id
        self.query(lambda c: bins_of(c, site, source), ask)

    def _skip(self) -> None:
        """Take the goods of the next line."""
        hand = self.hand
        keys = [each.key for each in self._waiting]
        at = keys.index(hand.goods.key) if hand is not None and hand.goods.key in keys else -1
        self._choose(keys[(at + 1) % len(keys)])

    # How it looks.

    def _show(self) -> None:
        """Show the goods in hand and what waits."""
        self.page.show_state(self.hand, self._waiting, self.context.language)
        appears = bool(self._waiting) and self.page.isHidden()
        self.page.setVisible(bool(self._waiting))
        self.nothing.setVisible(not self._waiting)
        if appears and self.isVisible():
            self.take_focus()
