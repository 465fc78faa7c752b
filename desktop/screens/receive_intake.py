"""The delivery in hand: every scan is tried, and what it lacks is asked for and tried again."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.offload import Connection, Failure
from desktop.screen import Screen
from desktop.screens.goods_words import PIECE, amount, counted
from desktop.screens.receive_parts import GoodsDialog
from desktop.screens.receive_scans import (
    AmountNeeded,
    Attempt,
    Board,
    Done,
    Last,
    Task,
    last_of,
    matches_of,
    open_for,
    perform,
    read_board,
)
from desktop.widgets import ChoiceDialog, ConfirmDialog, Line, NumberDialog, PickDialog
from domain import catalogue, receiving, stock
from domain.catalogue import Match, Product
from domain.replica import Approval

BLIND_RIGHT, OVER_RIGHT = "receiving.blind", "receiving.over_tolerance"


class Intake(QObject):
    """One delivery being received. The books are the state; this remembers who scanned what."""

    changed = Signal()
    """The board was read again, or what can be done has changed."""

    def __init__(self, screen: Screen, task: Task) -> None:
        """Take a delivery in hand; ``read`` fills the board."""
        super().__init__()  # no parent: it lives as long as somebody waits for it
        self.screen, self.task = screen, task
        self.board: Board | None = None
        self.last: Last | None = None
        self.refused: Attempt | None = None
        """Goods that must not be stocked (an expired lot): they can be received as rejected."""
        self._groups: dict[bytes, tuple[bytes, ...]] = {}

    @property
    def language(self) -> str:
        """The language of the moment."""
        return self.screen.context.language

    def read(self) -> None:
        """Read how the delivery stands."""
        site, task = self.screen.context.site_number, self.task
        self.screen.query(lambda c: read_board(c, site, task), self._take_board, newest="board")

    def _take_board(self, board: Board) -> None:
        """Show it; what an earlier visit scanned can be corrected and undone, too."""
        if self.board is None and board.scans:
            self._groups |= {scan.id: (scan.id,) for scan in board.scans}
            self.screen.feedback.success(self.tr("Receiving goes on where it was left"))
        self.board, self.last = board, last_of(board, self._groups)
        self.changed.emit()

    def receive(self, attempt: Attempt, approval: Approval | None = None) -> None:
        """Receive a scan; whatever is missing is asked for."""
        task, self.refused = self.task, None
        self.screen.command(
            "receive goods",
            lambda tx: perform(tx, task, attempt),
            self._received,
            failure=lambda failure: self._not_received(attempt, failure),
            approval=approval,
        )

    def _received(self, done: Done) -> None:
        """Say what came; the screen hears by itself that lines changed."""
        for line in done.scanned.lines:
            self._groups[line] = done.scanned.lines
        self.task = replace(self.task, receipt=done.receipt)
        name, scanned = counted(done.product, done.steps, self.language), done.scanned
        feedback = self.screen.feedback
        if done.rejected:
            name = counted(done.product, done.rejected, self.language)
            feedback.warning(self.tr("%1 rejected: put it aside").replace("%1", name))
        elif scanned.kind in (receiving.OVER, receiving.OVER_APPROVED):
            more = amount(done.product, scanned.received - scanned.ordered)
            text = self.tr("%1: now %2 more than ordered").replace("%1", name)
            feedback.warning(text.replace("%2", more))
        elif scanned.kind == receiving.BLIND:
            feedback.success(self.tr("%1 received").replace("%1", name))
        elif scanned.open == 0:
            feedback.success(self.tr("%1: complete").replace("%1", name))
        else:
            left = amount(done.product, scanned.open)
            text = self.tr("%1 received, %2 to come").replace("%1", name)
            feedback.success(text.replace("%2", left))

    def _not_received(self, attempt: Attempt, failure: Failure) -> None:
        """Ask for what is missing, ask a supervisor, or say why it was refused."""
        error, feedback = failure.error, self.screen.feedback
        if isinstance(error, AmountNeeded):
            self._with_product(attempt, self._ask_amount)
        elif isinstance(error, receiving.LotMissing | stock.SerialMissing):
            feedback.warning(failure.sentence)
            self._with_product(attempt, self._ask_lot)
        elif isinstance(error, receiving.OverTolerance):
            feedback.warning(failure.sentence)
            self._ask_supervisor(attempt, error)
        elif isinstance(error, receiving.NotOnOrder):
            feedback.warning(failure.sentence)
            self._ask_unordered(attempt, failure.sentence)
        elif isinstance(error, catalogue.AmbiguousBarcode):
            feedback.warning(failure.sentence)
            self._ask_which(attempt)
        elif isinstance(error, catalogue.UnknownBarcode):
            feedback.error(failure.sentence)
            self.pick_item(attempt, failure.sentence)
        else:
            if isinstance(error, stock.LotNotUsable):
                self.refused = attempt
                self.changed.emit()
            feedback.error(failure.sentence)

    # What is missing.

    def _matches(self, attempt: Attempt, then: Callable[[list[Match]], None]) -> None:
        """Read what an attempt can be about."""
        site, order = self.screen.context.site_number, self.task.order

        def read(connection: Connection) -> list[Match]:
            if attempt.item is not None or attempt.reading is None:
                item = catalogue.product(connection, attempt.item or b"")
                return [Match(item, None, item.quantity(1))]
            return matches_of(connection, site, order, attempt.reading)

        self.screen.query(read, then)

    def _with_product(self, attempt: Attempt, then: Callable[[Attempt, Product], None]) -> None:
        """Read which product an attempt is about, then ask."""

        def ask(found: list[Match]) -> None:
            product = found[0].product
            then(replace(attempt, item=product.id), product)

        self._matches(attempt, ask)

    def _ask_which(self, attempt: Attempt) -> None:
        """Let one of several products be chosen."""

        def ask(found: list[Match]) -> None:
            choices = [
                (each.product.id, f"{each.product.named(self.language)} \u00b7 {each.product.sku}")
                for each in found
            ]
            title = self.tr("Which of these is it?")
            ChoiceDialog(
                *(self.screen, title, choices, lambda item: self._chosen(attempt, item))
            ).appear()

        self._matches(attempt, ask)

    def _chosen(self, attempt: Attempt, item: object) -> None:
        """Go on with the product that a person chose."""
        if isinstance(item, bytes):
            self.receive(replace(attempt, item=item))

    def ask_number(
        self, title: str, product: Product, then: Callable[[int], object], start: int | None = None
    ) -> None:
        """Ask for an amount of a product; ``then`` gets steps."""
        NumberDialog(
            *(self.screen, title, then),
            places=product.decimals,
            start=start,
            text=product.named(self.language),
            unit="" if product.unit == PIECE else product.unit,
        ).appear()

    def _ask_amount(self, attempt: Attempt, product: Product) -> None:
        """Ask how much of loose goods came."""
        title = self.tr("How much came?")
        self.ask_number(title, product, lambda steps: self.receive(replace(attempt, steps=steps)))

    def _ask_lot(self, attempt: Attempt, product: Product) -> None:
        """Ask for the lot or the serial number; the lot of the scan before is the best guess."""
        scans = self.board.scans if self.board is not None else ()
        own = [scan for scan in scans if scan.item == product.id and scan.lot]

        def given(lot: str, expires: str | None, serial: str | None) -> None:
            self.receive(replace(attempt, lot=lot, expires=expires, serial=serial))

        GoodsDialog(
            *(self.screen, product, product.named(self.language), given),
            lot=own[-1].lot if own else "",
            expires=own[-1].expires if own else None,
        ).appear()

    def _ask_supervisor(self, attempt: Attempt, error: receiving.OverTolerance) -> None:
        """More than the tolerance: a supervisor may say yes to this one scan."""
        text = self.tr("%2: receive %1 in all, %3 ordered")
        for place, name in (("%1", "total"), ("%2", "item"), ("%3", "ordered")):
            text = text.replace(place, str(error.params[name]))
        subject = error.params["subject"]
        self.screen.approve(
            *(OVER_RIGHT, subject if isinstance(subject, bytes) else None, text),
            lambda approval: self.receive(attempt, approval),
        )

    def _ask_unordered(self, attempt: Attempt, sentence: str) -> None:
        """Ask whether goods that are not on the order are taken all the same."""
        code = attempt.reading.text if attempt.reading is not None else ""
        title, yes = self.tr("Not on this order"), self.tr("Receive it anyway")
        blind = replace(attempt, blind=True)
        ConfirmDialog(
            *(self.screen, title, sentence, yes, lambda: self._take_unordered(blind)), rescan=code
        ).appear()

    def _take_unordered(self, attempt: Attempt) -> None:
        """Receive goods that are on no order; where it takes a yes, the receipt must be open."""
        if self.screen.context.session.may(BLIND_RIGHT):
            self.receive(attempt)
            return
        task = self.task

        def ask(receipt: bytes) -> None:
            self.task = replace(task, receipt=receipt)
            self.screen.approve(
                *(BLIND_RIGHT, receipt, self.tr("Receive goods that are not on the order")),
                lambda approval: self.receive(attempt, approval),
            )

        self.screen.command("open receipt", lambda tx: task.receipt or open_for(tx, task), ask)

    def pick_item(self, attempt: Attempt, sentence: str) -> None:
        """Let the item be found by name: first what the order still expects."""
        dialog = PickDialog(
            *(self.screen, self.tr("Which item is it?"), self._open_rows()),
            lambda item: self._chosen(attempt, item),
            text=sentence,
            prompt=self.tr("Type a part of its name or its number"),
            asks=True,
            scanned=self.screen.on_scan,
        )
        language = self.language

        def search(text: str) -> None:
            self.screen.query(
                lambda c: catalogue.find_products(c, text, 30),
                lambda found: dialog.set_lines(
                    [Line(item.id, item.named(language), item.sku) for item in found]
                ),
                newest="find item",
            )

        dialog.wanted.connect(search)
        dialog.appear()

    def _open_rows(self) -> list[Line]:
        """Give the order's items of which something is still to come."""
        board = self.board
        lines = board.lines if board is not None else ()
        items = [board.items[line.product] for line in lines if line.open > 0] if board else []
        return [Line(item.id, item.named(self.language), item.sku) for item in items]
