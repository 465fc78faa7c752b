"""Receive: choose a delivery by scan, number or list, scan the goods in, finish the receipt."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from desktop.actions import Action, ActionSpec, act
from desktop.messages import sentence_for
from desktop.scans import Outcome, Scan
from desktop.screen import Screen
from desktop.screens.item_codes import meaning
from desktop.screens.receive_changes import Changes
from desktop.screens.receive_intake import BLIND_RIGHT, Intake
from desktop.screens.receive_pages import BoardPage, Chooser
from desktop.screens.receive_scans import Attempt, Expected, Found, Task, expected, look_up
from desktop.text import QT_TRANSLATE_NOOP
from desktop.tones import Tone
from desktop.widgets import Line, PickDialog, column
from domain import purchasing, receiving
from domain.barcodes import BarcodeRefused
from domain.catalogue import Product
from domain.replica import Approval

_BLIND = ActionSpec("receive.blind", QT_TRANSLATE_NOOP("Actions", "Without an order"), "", "plus")


class ReceiveScreen(Screen):
    """Goods in, by scan."""

    id = "receive"
    title_text = QT_TRANSLATE_NOOP("Screens", "Receive")
    hint_text = QT_TRANSLATE_NOOP("Screens", "Scan goods in")
    icon, group, permission = "receive", "warehouse", "receiving.receive"
    refreshes_on = (
        "receipt", "receipt_line", "receipt_event", "receipt_state",
        "purchase_order_state", "purchase_line_state",
    )  # fmt: skip

    def build(self) -> None:
        """One page to choose a delivery, one to scan it in."""
        self.intake: Intake | None = None
        self._changes: Changes | None = None
        self.chooser, self.board = Chooser(), BoardPage()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.chooser)
        self.pages.addWidget(self.board)
        column(self, self.pages, gap=0, margin=0)
        self.chooser.chosen.connect(self._begin)
        self.chooser.blind_asked.connect(self._ask_blind)
        self.chooser.entered.connect(self._typed)
        self.chooser.list.selectionModel().currentChanged.connect(self._marked)
        self.board.field.submitted.connect(self._typed)

    def retranslate(self) -> None:
        """Set the texts."""
        self.chooser.retranslate()
        self.board.retranslate()
        self._show()

    # Coming and going.

    def enter(self, params: Mapping[str, object]) -> None:
        """Begin with a delivery that was named, go on with the one in hand, or choose."""
        order, receipt = params.get("order"), params.get("receipt")
        named = isinstance(order, bytes), isinstance(receipt, bytes)
        if any(named):
            task = Task(order if named[0] else None, receipt if named[1] else None)  # type: ignore[arg-type]
            self._begin(task)
        else:
            self.refresh()

    def refresh(self) -> None:
        """Read the deliveries, or the one in hand, again."""
        if self.intake is not None:
            self.intake.read()
            return
        site = self.context.site_number
        self.query(lambda c: expected(c, site), self._take_expected, newest="expected")

    def save_state(self) -> dict[str, object]:
        """Keep which delivery is in hand; what was scanned is in the books already."""
        if self.intake is None:
            return {}
        task = self.intake.task
        return {"order": (task.order or b"").hex(), "receipt": (task.receipt or b"").hex()}

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Go on with that delivery."""
        order, receipt = (bytes.fromhex(str(state.get(k, ""))) for k in ("order", "receipt"))
        if order or receipt:
            self._begin(Task(order or None, receipt or None))

    def take_focus(self) -> None:
        """Put the focus into the field of the page."""
        field = self.chooser.field if self.intake is None else self.board.field
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def screen_actions(self) -> Sequence[Action]:
        """Give the acts of the page."""
        intake, changes = self.intake, self._changes
        if intake is None or changes is None:
            begin = act(
                "confirm",
                lambda: self._begin(self.chooser.current()),
                enabled=lambda: self.chooser.current() is not None,
                label=self.tr("Begin"),
                primary=True,
            )
            return [Action(_BLIND, self._ask_blind), begin]
        last, board = intake.last, intake.board
        find = self.tr("For goods whose label cannot be read.")
        several = last is not None and last.attempt.serial is None
        bad = last is not None or intake.refused is not None
        done = board is not None and bool(board.scans)
        return [
            act("quantity", changes.ask_quantity, enabled=lambda: several),
            act("exception", changes.ask_reason, enabled=lambda: bad, label=self.tr("Reject")),
            act(
                *("print", changes.ask_labels),
                enabled=lambda: last is not None,
                label=self.tr("Labels"),
            ),
            act("back", self._leave_delivery, label=self.tr("Deliveries")),
            act("find", lambda: intake.pick_item(Attempt(), find)),
            act(
                *("confirm", changes.ask_finish),
                enabled=lambda: done,
                label=self.tr("Finish"),
                primary=True,
            ),
        ]

    def on_scan(self, scan: Scan) -> Outcome | None:
        """Take a delivery note, an order, an item."""
        if self.intake is None:
            site = self.context.site_number
            self.query(
                lambda c: look_up(c, site, scan),
                lambda found: self._take_found(found, scan),
                newest="look up",
            )
            return None
        try:
            reading = meaning(scan)
        except BarcodeRefused as refused:
            return Outcome(Tone.ERROR, sentence_for(refused))
        self.intake.receive(Attempt(reading))
        return None

    def _typed(self, text: str) -> None:
        """Treat a typed code as a scan."""
        self._take(Scan(text))

    def _take(self, scan: Scan) -> None:
        """Take a scan that the router does not know of, and show what is said at once."""
        outcome = self.on_scan(scan)
        if outcome is not None:
            self.feedback.show_outcome(outcome)

    # Choosing a delivery.

    def _marked(self) -> None:
        """Another delivery was marked."""
        self.actions_changed()

    def _take_expected(self, found: list[Expected]) -> None:
        """Show what can be received."""
        self.chooser.show_expected(found, self.context.now().date())
        self.actions_changed()

    def _take_found(self, found: Found, scan: Scan) -> None:
        """Begin what was scanned; an item finds its order and is received at once."""
        if found.task is not None:
            self._begin(found.task)
        elif found.closed:
            text = self.tr("%1 is finished: nothing more is expected for it")
            self.feedback.warning(text.replace("%1", found.closed))
        elif len(found.orders) == 1:
            self._begin(Task(found.orders[0]))
            self._take(scan)
        elif found.product is not None:
            self._show_waiting(found.product, found.orders)

    def _show_waiting(self, product: Product, orders: Sequence[bytes]) -> None:
        """Ask which delivery it is, where several expect the item; say so where none does."""
        name = product.named(self.context.language)
        fits = self.chooser.show_only(orders)
        text = self.tr("%1 is on no order that is expected")
        if fits:
            text = self.tr("%n deliveries expect %1: choose one", "", fits)
        self.feedback.warning(text.replace("%1", name))
        self.actions_changed()

    def _ask_blind(self) -> None:
        """Ask who delivers what nobody ordered."""

        def ask(found: list[purchasing.Supplier]) -> None:
            rows = [Line(each.id, each.name, each.code) for each in found]
            nobody = Line("", self.tr("Unknown supplier"), self.tr("To be found out later"))
            title = self.tr("Who delivers?")
            PickDialog(self, title, [*rows, nobody], self._open_blind).appear()

        self.query(purchasing.suppliers, ask)

    def _open_blind(self, key: object) -> None:
        """Open a receipt without an order, with a supervisor's yes where it takes one."""
        supplier = key if isinstance(key, bytes) else None

        def run(approval: Approval | None = None) -> None:
            self.command(
                "open blind receipt",
                lambda tx: receiving.open_blind_receipt(tx, supplier=supplier),
                lambda receipt: self._begin(Task(None, receipt)),
                approval=approval,
            )

        if self.context.session.may(BLIND_RIGHT):
            run()
        else:
            self.approve(BLIND_RIGHT, supplier, self.tr("Receive goods without an order"), run)

    # The delivery in hand.

    def _begin(self, task: object) -> None:
        """Take a delivery in hand."""
        if not isinstance(task, Task):
            return
        self._drop()
        self.intake = Intake(self, task)
        self._changes = Changes(self.intake)
        self._changes.finished.connect(self._leave_delivery)
        self.intake.changed.connect(self._show)
        self._turn_to(1)
        self.intake.read()

    def _leave_delivery(self) -> None:
        """Leave the delivery as it is and choose another."""
        self._drop()
        self._turn_to(0)
        self.refresh()

    def _drop(self) -> None:
        """Let go of the delivery in hand: what still comes back of it finds nobody."""
        if self.intake is not None:
            self.intake.changed.disconnect(self._show)
        self.intake, self._changes = None, None
        self.clear_undo()

    def _turn_to(self, page: int) -> None:
        """Show a page."""
        self._show()
        self.pages.setCurrentIndex(page)
        self.take_focus()
        self.actions_changed()

    def _show(self) -> None:
        """Show how the delivery in hand stands, and what can be done."""
        intake, changes = self.intake, self._changes
        last = intake.last if intake is not None else None
        board = intake.board if intake is not None else None
        self.board.show_board(board, last, self.context.language)
        if last is None or changes is None:
            self.clear_undo()
        else:
            self.offer_undo(self.tr("last scan"), lambda: changes.undo(last))
        self.actions_changed()
