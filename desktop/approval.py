"""A supervisor's approval, asked for on the spot: who, PIN, reason; checked off the GUI thread."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.offload import Failure
from desktop.widgets.dialogs import Credential, PinDialog
from domain import access
from domain.replica import Approval

if TYPE_CHECKING:
    from desktop.screen import Screen


def ask_approval(
    screen: "Screen",
    permission: str,
    subject: bytes | None,
    operation: str,
    then: Callable[[Approval], None],
    *,
    detail: str = "",
) -> None:
    """Open the dialog; a refusal stays in it with its sentence, a yes closes it."""
    context = screen.context

    def tr(text: str) -> str:
        return QCoreApplication.translate("Approval", text)

    reasons = [
        ("price_match", tr("Price match")),
        ("damaged", tr("Damaged goods")),
        ("customer_wish", tr("Customer's wish")),
        ("mistake", tr("Correction of a mistake")),
        ("other", tr("Other")),
    ]

    def open_dialog(people: list[tuple[str, str]]) -> None:
        dialog = PinDialog(screen, operation, reasons, people)

        def granted(approval: Approval) -> None:
            dialog.settle()
            then(approval)

        def refused(failure: Failure) -> None:
            dialog.set_problem(failure.sentence)

        def check(given: Credential) -> None:
            screen.work(
                lambda: access.approve(
                    context.replica,
                    given.login or given.badge,
                    given.pin,
                    permission=permission,
                    subject=subject,
                    reason=given.reason,
                    asker=context.session.actor,  # type: ignore[arg-type]
                    detail=detail,
                ),
                granted,
                failure=refused,
            )

        dialog.given.connect(check)
        dialog.open()

    screen.query(
        lambda connection: [
            (user.login, user.name)
            for user in access.users(connection)
            if permission in access.permissions_of(connection, user.id)
        ],
        open_dialog,
    )
