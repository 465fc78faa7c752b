"""Holding, cancelling and settling an order: with a reason, and a supervisor's yes if need be."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.screens.orders_words import CANCEL_REASONS, HOLD_REASONS, reasons, say
from desktop.widgets import ChoiceDialog, NumberDialog
from domain import orders
from domain.orders import OrderLine
from domain.replica import Approval, Transaction

if TYPE_CHECKING:
    from desktop.screens.orders_order import OrderPage

HOLD_RIGHT, CANCEL_RIGHT = "orders.hold", "orders.cancel"


class OrderChanges:
    """The acts that need a reason, for the order of a page."""

    def __init__(self, page: "OrderPage") -> None:
        """``page`` shows the order."""
        self._page = page

    def _with_right(self, right: str, words: str, run: Callable[[Approval | None], None]) -> None:
        if self._page.host.context.session.may(right):
            run(None)
        else:
            self._page.host.approve(right, self._page.identifier_now, words, run)

    def ask_hold(self) -> None:
        """Ask why the order is stopped."""
        title = QCoreApplication.translate("Orders", "Why is %1 held?").replace(
            "%1", self._page.number
        )
        ChoiceDialog(self._page, title, reasons(HOLD_REASONS), self._hold).appear()

    def _hold(self, reason: object) -> None:
        identifier, number = self._page.identifier_now, self._page.number
        words = QCoreApplication.translate("Orders", "Hold order %1").replace("%1", number)
        said = QCoreApplication.translate("Orders", "%1 is on hold").replace("%1", number)
        self._with_right(
            HOLD_RIGHT,
            words,
            lambda approval: self._page.run(
                "hold order",
                lambda tx: orders.hold_order(tx, identifier, str(reason)),
                said,
                approval,
            ),
        )

    def release(self) -> None:
        """Let a held order go on."""
        identifier, number = self._page.identifier_now, self._page.number
        words = QCoreApplication.translate("Orders", "Release the hold of order %1").replace(
            "%1", number
        )
        said = QCoreApplication.translate("Orders", "%1 goes on").replace("%1", number)
        self._with_right(
            HOLD_RIGHT,
            words,
            lambda approval: self._page.run(
                "release hold", lambda tx: orders.release_order(tx, identifier), said, approval
            ),
        )

    def ask_cancel(self) -> None:
        """Ask what is cancelled: the marked line, or all that is open."""
        view, line = self._page.view, self._page.table.current()
        if view is None or not view.open:
            return
        whole = QCoreApplication.translate("Orders", "Cancel all that is not shipped")
        if line is None or not line.state.open or len(view.order.lines) == 1:
            self._ask_cancel_reason(None, 0)
            return
        name = self._page.item_words(line)
        choices: list[tuple[object, str]] = [
            (True, QCoreApplication.translate("Orders", "Cancel only: %1").replace("%1", name)),
            (False, whole),
        ]
        title = QCoreApplication.translate("Orders", "What is to be cancelled?")
        ChoiceDialog(
            self._page, title, choices, lambda only: self._cancel_what(line, only)
        ).appear()

    def _cancel_what(self, line: OrderLine, only: object) -> None:
        product = self._page.product_of(line)
        if not only or product is None:
            self._ask_cancel_reason(None, 0)
            return
        if line.state.open == product.steps_per_unit:
            self._ask_cancel_reason(line, line.state.open)
            return
        NumberDialog(
            self._page,
            QCoreApplication.translate("Orders", "How much is not wanted any more?"),
            lambda steps: self._ask_cancel_reason(line, steps),
            places=product.decimals,
            start=line.state.open,
            text=self._page.item_words(line),
        ).appear()

    def _ask_cancel_reason(self, line: OrderLine | None, steps: int) -> None:
        title = QCoreApplication.translate("Orders", "Why is it cancelled?")
        ChoiceDialog(
            self._page,
            title,
            reasons(CANCEL_REASONS),
            lambda reason: self._cancel(line, steps, str(reason)),
            "" if line is None else self._page.item_words(line),
        ).appear()

    def _cancel(self, line: OrderLine | None, steps: int, reason: str) -> None:
        identifier, number = self._page.identifier_now, self._page.number
        said = QCoreApplication.translate("Orders", "%1 cancelled").replace(
            "%1", number if line is None else self._page.item_words(line)
        )

        def work(tx: Transaction) -> None:
            if line is None:
                orders.cancel_order(tx, identifier, reason)
            else:
                orders.cancel_line(tx, identifier, line.line, steps, reason)

        words = (
            QCoreApplication.translate("Orders", "Cancel order %1: %2")
            .replace("%1", number)
            .replace("%2", say(reason))
        )
        self._with_right(
            CANCEL_RIGHT,
            words,
            lambda approval: self._page.run("cancel order", work, said, approval),
        )

    def ask_settle(self) -> None:
        """Ask what became of goods that went out against a cancellation."""
        back, stays = (
            QCoreApplication.translate("Orders", "They came back"),
            QCoreApplication.translate("Orders", "The customer keeps them"),
        )
        title = QCoreApplication.translate("Orders", "What became of the goods?")
        ChoiceDialog(self._page, title, [(back, back), (stays, stays)], self._settle).appear()

    def _settle(self, reason: object) -> None:
        view, identifier = self._page.view, self._page.identifier_now
        if view is None or not view.expected_back:
            return
        line = view.order.line(view.expected_back)
        words = QCoreApplication.translate("Orders", "Settle order %1").replace(
            "%1", self._page.number
        )
        said = QCoreApplication.translate("Orders", "%1 is settled").replace(
            "%1", self._page.number
        )
        self._with_right(
            CANCEL_RIGHT,
            words,
            lambda approval: self._page.run(
                "settle return",
                lambda tx: orders.settle_return(
                    tx, identifier, line.line, line.state.return_expected, str(reason)
                ),
                said,
                approval,
            ),
        )
