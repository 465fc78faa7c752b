"""A supervisor's approval, asked for on the spot: who, PIN, reason; checked off the GUI thread."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.offload import Failure
from desktop.text import QT_TRANSLATE_NOOP
from desktop.widgets.dialogs import Credential, PinDialog
from domain import access
from domain.replica import Approval

if TYPE_CHECKING:
    from desktop.screen import Screen

REASONS = (
    ("price_match", QT_TRANSLATE_NOOP("Approval", "Price match")),
    ("damaged", QT_TRANSLATE_NOOP("Approval", "Damaged goods")),
    ("customer_wish", QT_TRANSLATE_NOOP("Approval", "Customer's wish")),
    ("mistake", QT_TRANSLATE_NOOP("Approval", "Correction of a mistake")),
    ("other", QT_TRANSLATE_NOOP("Approval", "Other")),
)
"""Why an approval is given: the code that is kept, and its words."""


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
    say = QCoreApplication.translate
    reasons = [(code, say("Approval", words)) for code, words in REASONS]

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
