"""A supervisor's approval, asked for on the spot: who, PIN, reason; checked off the GUI thread."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.offload import Failure
from desktop.text import QT_TRANSLATE_NOOP
from desktop.widgets.dialogs import Credential, PinDialog
from domain import access
from domain.replica import Approval

if TYPE_CHECKING:
    from desktop.screen import Screen

_WISH = ("customer_wish", QT_TRANSLATE_NOOP("Approval", "Customer's wish"))
_MISTAKE = ("mistake", QT_TRANSLATE_NOOP("Approval", "Correction of a mistake"))
_OTHER = ("other", QT_TRANSLATE_NOOP("Approval", "Other"))

REASONS = {
    "counter": (
        ("price_match", QT_TRANSLATE_NOOP("Approval", "Price match")),
        ("damaged", QT_TRANSLATE_NOOP("Approval", "Damaged goods")),
        _WISH,
        _MISTAKE,
        _OTHER,
    ),
    "receiving": (
        ("more_delivered", QT_TRANSLATE_NOOP("Approval", "More was delivered, and accepted")),
        ("supplier_agreed", QT_TRANSLATE_NOOP("Approval", "Agreed with the supplier")),
        _MISTAKE,
        _OTHER,
    ),
}
"""Why an approval is given, by the area of the right: the code that is kept, and its words."""


def reasons_for(permission: str) -> Sequence[tuple[str, str]]:
    """Give the reasons that fit a right, the likeliest first: codes, and words to translate."""
    return REASONS.get(permission.partition(".")[0], (_WISH, _MISTAKE, _OTHER))


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
    reasons = [(code, say("Approval", words)) for code, words in reasons_for(permission)]

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
