"""The replica as the way off the GUI thread binds it."""

from collections.abc import Callable
from typing import TypeVar

from desktop.offload import Cancel, Connection, Transaction, Written
from domain.replica import Actor, Approval, Replica

T = TypeVar("T")


class ReplicaStore:
    """Runs queries and commands on a replica; both methods run off the GUI thread."""

    def __init__(self, replica: Replica) -> None:
        """The replica stays its owner's: it is closed elsewhere, after the last command."""
        self._replica = replica

    def read(self, work: Callable[[Connection], T], cancel: Cancel) -> T:
        """Run the work on one snapshot; cancelling interrupts the statement that is running."""
        with self._replica.read() as connection:
            driver = connection.connection.driver_connection
            if driver is None:
                return work(connection)
            try:
                with cancel.interrupting(driver.interrupt):
                    return work(connection)
            finally:
                if cancel.cancelled:
                    # An interrupted connection may hold half-run statements: it is not used again.
                    connection.invalidate()

    def write(
        self, name: str, actor: object, work: Callable[[Transaction], T], approval: object = None
    ) -> Written[T]:
        """Run the work in one transaction and commit it; say which tables changed."""
        if not isinstance(actor, Actor):
            raise TypeError("nobody is signed on")
        yes = approval if isinstance(approval, Approval) else None
        with self._replica.transaction(actor, name, approval=yes) as tx:
            value = work(tx)
        return Written(value, frozenset(tx.touched))
