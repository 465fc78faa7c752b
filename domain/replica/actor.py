"""Who does something: a person with rights, or the program itself."""

import time
from dataclasses import dataclass, field

from domain.errors import NotPermitted
from domain.values import new_id

EVERYTHING = "*"


@dataclass(frozen=True, slots=True)
class Approval:
    """A supervisor's yes to one operation: bound to a right and to what it is about.

    ``subject`` is the id of the document that it was given for, ``detail`` the figure that was
    shown (a price, an amount); it cannot be used for another. ``id`` makes it good for one use,
    ``given_at`` (monotonic seconds of this process) for a short time.
    """

    approver: bytes
    approver_name: str
    permission: str
    subject: bytes | None
    reason: str
    detail: str = ""
    id: bytes = field(default_factory=new_id)
    given_at: float = field(default_factory=time.monotonic)


@dataclass(frozen=True, slots=True)
class Actor:
    """A signed-on person (or the program) and the rights of its roles."""

    id: bytes | None
    name: str
    permissions: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def program(cls, name: str) -> "Actor":
        """The program acting by itself: an import, a simulation, a migration."""
        return cls(None, name, frozenset({EVERYTHING}))

    def may(self, permission: str) -> bool:
        """Whether the actor holds a right."""
        return EVERYTHING in self.permissions or permission in self.permissions

    def require(self, permission: str) -> None:
        """Refuse with a readable error where the right is missing. Raises NotPermitted."""
        if not self.may(permission):
            raise NotPermitted(actor=self.name, permission=permission)
