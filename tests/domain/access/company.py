"""A small company for the tests of this folder."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from domain import access
from domain.replica import Replica
from tests.support.replicas import PROGRAM

PIN = "480271"
OTHER_PIN = "905318"


def staff(replica: Replica, *people: tuple[str, str]) -> dict[str, access.User]:
    """Make users (login, code of a standard role), all with the same PIN; give them by login."""
    with replica.transaction(PROGRAM, "staff") as tx:
        roles = access.create_standard_roles(tx)
        return {
            login: access.create_user(tx, login.title(), login, roles=[roles[code].id], pin=PIN)
            for login, code in people
        }


@dataclass
class Watch:
    """A stopwatch that the test moves by hand; a new process begins at zero."""

    milliseconds: int = 0
    names: Iterator[int] = field(default_factory=lambda: iter(range(1, 1000)))

    def __post_init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """Begin a new process."""
        self.process = f"process {next(self.names)}"
        self.milliseconds = 0

    @property
    def stopwatch(self) -> access.Stopwatch:
        """What the program is given."""
        now: Callable[[], int] = lambda: self.milliseconds  # noqa: E731
        return access.Stopwatch(self.process, now)
