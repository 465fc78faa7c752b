"""What is done with a draft order: sent, also below the supplier's minimum, or thrown away."""

from PySide6.QtCore import QObject

from desktop.offload import Failure
from desktop.screen import Screen
from desktop.screens.reorder_reading import discard, send
from desktop.screens.reorder_words import cost
from desktop.widgets import ConfirmDialog
from domain import purchasing
from domain.purchasing import Order


class Sending(QObject):
    """The acts on drafts, with their questions."""

    def __init__(self, screen: Screen) -> None:
        """Work for a screen."""
        super().__init__(screen)
        self._screen = screen

    def send(self, identifier: bytes, *, anyway: bool = False) -> None:
        """Send a draft; below the minimum only after a question."""
        screen = self._screen

        def sent(order: Order) -> None:
            text = self.tr("%1 sent to %2: %3").replace("%1", order.number)
            text = text.replace("%2", order.supplier_name)
            text = text.replace("%3", cost(order.total, order.currency))
            screen.feedback.success(text)

        def refused(failure: Failure) -> None:
            if isinstance(failure.error, purchasing.BelowMinimum):
                self._ask_anyway(identifier, failure.sentence)
            else:
                screen.feedback.error(failure.sentence)

        screen.command(
            "send order", lambda tx: send(tx, identifier, anyway=anyway), sent, failure=refused
        )

    def _ask_anyway(self, identifier: bytes, sentence: str) -> None:
        """Ask whether an order below the minimum goes out all the same."""
        title, yes = self.tr("Less than the supplier delivers"), self.tr("Send it anyway")
        ConfirmDialog(
            *(self._screen, title, sentence, yes),
            lambda: self.send(identifier, anyway=True),
        ).appear()

    def ask_discard(self, order: Order) -> None:
        """Ask before a draft is thrown away."""
        screen = self._screen

        def discarded(_nothing: None) -> None:
            screen.feedback.warning(self.tr("Draft %1 discarded").replace("%1", order.number))

        def run() -> None:
            screen.command("discard order", lambda tx: discard(tx, order.id), discarded)

        title = self.tr("Discard draft %1?").replace("%1", order.number)
        text = self.tr("The next forecast proposes these items again.")
        ConfirmDialog(screen, title, text, self.tr("Discard"), run, danger=True).appear()
