"""Before and after the walk: choosing, taking and making lists; shipping what is picked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.offload import Failure
from desktop.scans import Outcome
from desktop.screens import pick_words as words
from desktop.screens.ship_sheet import ShipSheet
from desktop.tones import Tone
from desktop.widgets import ChoiceDialog, ConfirmDialog
from domain import picking, shipping
from domain.picking import ListTaken
from domain.replica import Transaction
from domain.shipping import Shipment

if TYPE_CHECKING:
    from desktop.screens.pick import PickScreen


class PackingDesk:
    """What is done at the desk, where lists begin and parcels leave."""

    def __init__(self, screen: "PickScreen") -> None:
        """``screen`` shows the lists and walks them."""
        self._screen = screen
        self._carrier = ""

    # Choosing a list.

    def begin_marked(self) -> None:
        """Do what the marked line is for."""
        self.choose(self._screen.choose.list.current_key())

    def choose(self, key: object) -> None:
        """Take a list, make one of what is ready, or ship what is picked."""
        if isinstance(key, bytes):
            self.claim(key)
        elif key == words.READY_KEY:
            self._ask_new_list()
        elif isinstance(key, tuple):
            self.ask_ship_order(key[1])

    def claim(self, identifier: bytes, *, take_over: bool = False) -> None:
        """Take a list, so that nobody else picks it."""
        self._screen.command(
            "claim list",
            lambda tx: picking.claim_list(tx, identifier, take_over=take_over),
            lambda _: self._screen.begin_list(identifier),
            failure=lambda failure: self._not_claimed(identifier, failure),
        )

    def _not_claimed(self, identifier: bytes, failure: Failure) -> None:
        """Ask whether a list is taken over from who has it."""
        if not isinstance(failure.error, ListTaken):
            self._screen.feedback.error(failure.sentence)
            return
        self._screen.feedback.warning(failure.sentence)
        name = str(failure.error.params["user"])
        text = QCoreApplication.translate(
            "Pick", "%1 cannot go on with it then. Ask first, so that nothing is picked twice."
        )
        ConfirmDialog(
            self._screen,
            QCoreApplication.translate("Pick", "Take the list over?"),
            text.replace("%1", name),
            QCoreApplication.translate("Pick", "Take it over"),
            lambda: self.claim(identifier, take_over=True),
        ).appear()

    def _ask_new_list(self) -> None:
        """Ask how the orders that are ready are picked."""
        count = self._screen.choices.ready
        if count == 1:
            self._make_list(None)
            return
        choices: list[tuple[object, str]] = [
            (1, QCoreApplication.translate("Pick", "Only the first order")),
            (count, QCoreApplication.translate("Pick", "All %n together, in one walk", "", count)),
        ]
        title = QCoreApplication.translate("Pick", "What is picked now?")
        ChoiceDialog(self._screen, title, choices, self._make_list).appear()

    def _make_list(self, most: object) -> None:
        """Make a list of orders that are ready, and take it."""
        site = self._screen.context.site_number
        limit = most if isinstance(most, int) else 1

        def make(tx: Transaction) -> bytes:
            made = picking.release_list(tx, picking.ready_to_pick(tx.connection, site, limit))
            picking.claim_list(tx, made)
            return made

        self._screen.command("release to picking", make, self._screen.begin_list)

    # Shipping.

    def ask_ship(self) -> None:
        """Ship the marked order of the list that is done."""
        order = self._screen.done.marked_order()
        if order is not None:
            self.ask_ship_order(order)

    def ask_ship_order(self, order: bytes) -> None:
        """Ask for the carrier, then ship what is picked of an order."""
        rows = (
            *self._screen.choices.packed,
            *(self._screen.board.packed if self._screen.board is not None else ()),
        )
        row = next((each for each in rows if each.id == order), None)
        name = "" if row is None else row.ship_to or row.number
        title = QCoreApplication.translate("Pick", "Ship to %1").replace("%1", name)
        text = QCoreApplication.translate("Pick", "What is missing stays open as a backorder.")
        text = text if row is not None and row.waiting else ""
        ShipSheet(
            self._screen,
            title,
            text,
            lambda *given: self._ship(order, *given),
            carrier=self._carrier,
        ).appear()

    def _ship(self, order: bytes, carrier: str, tracking: str) -> None:
        self._carrier = carrier

        def sent(shipment: Shipment) -> None:
            self._screen.clear_undo()
            text = QCoreApplication.translate("Pick", "Shipped: %1").replace("%1", shipment.number)
            self._screen.feedback.show_outcome(Outcome(Tone.SUCCESS, text, done=True))
            self._screen.refresh()

        self._screen.command(
            "ship order",
            lambda tx: shipping.ship(tx, order, carrier=carrier, tracking=tracking),
            sent,
        )
