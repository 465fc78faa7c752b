"""What is done to scans after they were made: corrected, rejected, labelled, undone, finished."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.scans import Outcome
from desktop.screens import receive_words as words
from desktop.screens.goods_words import PIECE, counted
from desktop.screens.receive_intake import Intake
from desktop.screens.receive_parts import CloseSheet
from desktop.screens.receive_scans import ALL, Board, Last
from desktop.tones import Tone
from desktop.widgets import ChoiceDialog, NumberDialog
from domain import receiving
from domain.receiving import Discrepancy, Receipt


class Changes(QObject):
    """The acts of the action bar on the delivery in hand."""

    finished = Signal()
    """The receipt was closed."""

    def __init__(self, intake: Intake) -> None:
        """Work on one delivery."""
        super().__init__(intake)
        self._intake, self._screen = intake, intake.screen

    def ask_quantity(self) -> None:
        """Correct how much came in the last scan."""
        last, intake = self._intake.last, self._intake
        if last is None:
            return

        def corrected(steps: int) -> None:
            intake.receive(replace(last.attempt, steps=steps))

        intake.ask_number(self.tr("How much came?"), last.product, corrected, last.steps)

    def ask_reason(self) -> None:
        """Reject what was refused just now, else goods of the last scan."""
        choices = [
            (receiving.DAMAGED, self.tr("Damaged")),
            (receiving.WRONG, self.tr("Wrong item")),
            (receiving.EXPIRED, self.tr("Expired")),
        ]
        refused, last = self._intake.refused, self._intake.last

        def chosen(reason: object) -> None:
            if refused is not None:
                self._intake.receive(replace(refused, rejected=ALL, reason=str(reason)))
            elif last is not None:
                self._reject(last, str(reason))

        title = self.tr("Why is it rejected?")
        name = "" if last is None or refused is not None else self._name(last, last.steps)
        ChoiceDialog(self._screen, title, choices, chosen, name).appear()

    def _name(self, last: Last, steps: int) -> str:
        return counted(last.product, steps, self._intake.language)

    def _reject(self, last: Last, reason: str) -> None:
        """Ask how much of the last scan is no good, unless it was one piece."""

        def reject(steps: int) -> None:
            bad = min(steps, last.steps)
            self._intake.receive(replace(last.attempt, rejected=bad, reason=reason))

        if last.steps == last.product.steps_per_unit:
            reject(last.steps)
            return
        title = self.tr("How much is rejected?")
        self._intake.ask_number(title, last.product, reject, last.steps)

    def ask_labels(self) -> None:
        """Ask how many labels are wanted of the last scan."""
        last = self._intake.last
        if last is None:
            return
        piece = last.product.unit == PIECE
        NumberDialog(
            self._screen,
            self.tr("How many labels?"),
            lambda copies: self._print(last, copies),
            start=last.steps // last.product.steps_per_unit if piece else 1,
            text=last.product.named(self._intake.language),
        ).appear()

    def _print(self, last: Last, copies: int) -> None:
        """Note that labels are wanted, print them, note that they were printed."""
        board, language = self._intake.board, self._intake.language
        if board is None or board.receipt is None:
            return
        receipt = board.receipt.id
        scan = next(each for each in board.scans if each.id == last.lines[-1])

        def printed(request: bytes) -> None:
            text = words.label_text(scan, last.product, copies, language)
            self._screen.context.devices.print_text("label", text)
            self._screen.command(
                "labels printed", lambda tx: receiving.finish_labels(tx, request, copies)
            )
            said = self.tr("%n label(s) for %1", "", copies)
            self._screen.feedback.success(said.replace("%1", last.product.named(language)))

        self._screen.command(
            "request labels",
            lambda tx: receiving.request_line_labels(tx, receipt, scan.id, copies),
            printed,
        )

    def undo(self, last: Last) -> None:
        """Take a scan back."""
        board = self._intake.board
        if board is None or board.receipt is None:
            return
        receipt, name = board.receipt.id, self._name(last, last.steps)

        def undone(_nothing: None) -> None:
            self._screen.feedback.warning(self.tr("%1 taken back").replace("%1", name))

        self._screen.command(
            "undo receive", lambda tx: receiving.undo_scan(tx, receipt, last.lines), undone
        )

    def ask_finish(self) -> None:
        """Show what is not as ordered, then close."""
        board, site = self._intake.board, self._screen.context.site_number
        if board is None or board.receipt is None:
            return
        receipt = board.receipt
        self._screen.query(
            lambda c: receiving.discrepancies(c, site, receipt.id),
            lambda found: self._show_finish(board, receipt, found),
        )

    def _show_finish(self, board: Board, receipt: Receipt, found: list[Discrepancy]) -> None:
        """Open the summary."""
        rows = words.difference_lines(found, board.items, self._intake.language)
        if board.order is None:
            came = self.tr("%n scan(s), without an order", "", len(board.scans))
        elif rows:
            good = len(board.lines) - sum(1 for each in found if each.order_line is not None)
            came = self.tr("%1 of %2 lines came as ordered")
            came = came.replace("%1", str(good)).replace("%2", str(len(board.lines)))
        else:
            came = self.tr("Everything came as ordered")
        CloseSheet(self._screen, rows, came, lambda: self._finish(receipt)).appear()

    def _finish(self, receipt: Receipt) -> None:
        """Close the receipt: from here on it can only be rolled back as a whole."""

        def closed(found: list[Discrepancy]) -> None:
            self.finished.emit()
            text = self.tr("Receipt %1 finished, as ordered")
            if found:
                text = self.tr("Receipt %1 finished, %n difference(s) noted", "", len(found))
            text = text.replace("%1", receipt.number)
            self._screen.feedback.show_outcome(Outcome(Tone.SUCCESS, text, done=True))

        self._screen.command(
            "close receipt", lambda tx: receiving.close_receipt(tx, receipt.id), closed
        )
