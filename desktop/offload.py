"""The one way off the GUI thread: ``Query`` reads, ``Command`` writes, ``Work`` does the rest.

A query runs on one of a few reader threads; commands run on the one writer thread, in the order
they were given. Their callbacks run on the GUI thread. A command's result names the tables it
changed, and the :class:`Refresh` bus tells every screen that shows them. Nothing else in the room
starts a thread for work.

    Query(self, lambda c: stock.balance(c, item)).newest("balance").success(self._show).run(offload)
    Command(self, "receive", lambda tx: receiving.receive_line(tx, ...), actor).run(offload)
"""

import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Generic, Protocol, Self, TypeVar

import shiboken6
from PySide6.QtCore import QElapsedTimer, QEventLoop, QObject, Qt, QTimer, Signal, Slot

from desktop.messages import TypedError, sentence_for

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

Connection = Any
"""What a query's work is given: a read connection of the replica."""
Transaction = Any
"""What a command's work is given: an open transaction of the replica."""


class Cancel:
    """A flag set on one thread and read on another, with what to interrupt when it is set."""

    def __init__(self) -> None:
        """Start uncancelled."""
        self._lock = threading.Lock()
        self._cancelled = False
        self._interrupt: Callable[[], None] | None = None

    @property
    def cancelled(self) -> bool:
        """Whether the work's result is no longer wanted."""
        return self._cancelled

    def cancel(self) -> None:
        """Ask the work to stop; its callbacks will not run (a command under way still commits)."""
        with self._lock:
            self._cancelled = True
            if self._interrupt is not None:
                self._interrupt()

    @contextmanager
    def interrupting(self, interrupt: Callable[[], None]) -> Iterator[None]:
        """While the block runs, cancelling also calls this (such as a connection's interrupt)."""
        with self._lock:
            self._interrupt = interrupt
        try:
            yield
        finally:
            with self._lock:
                self._interrupt = None


@dataclass(frozen=True, slots=True)
class Written(Generic[T_co]):
    """What a command gave back, and the names of the tables (or topics) it changed."""

    value: T_co
    changed: frozenset[str]


class Store(Protocol):
    """The replica as the application binds it. Both methods run off the GUI thread."""

    def read(self, work: Callable[[Connection], T], cancel: Cancel) -> T:
        """Run the work with a read connection of this thread; honour the cancellation."""

    def write(
        self, name: str, actor: object, work: Callable[[Transaction], T], approval: object = None
    ) -> Written[T]:
        """Run the work in one transaction of this name and actor, and commit it.

        ``approval`` is a supervisor's yes that the transaction may use.
        """


@dataclass(frozen=True, slots=True)
class Failure:
    """Why work did not succeed, in words. ``log_id`` is set for a defect, empty otherwise."""

    sentence: str
    code: str
    error: BaseException
    log_id: str = ""


class Refresh(QObject):
    """The bus of "this changed": names of tables and topics, heard by the screens showing them."""

    changed = Signal(frozenset)

    def announce(self, topics: Iterable[str]) -> None:
        """Say that these changed; nothing is sent for none."""
        names = frozenset(topics)
        if names:
            self.changed.emit(names)


@dataclass(eq=False)
class _Job:
    """One piece of work on its way through the threads and back."""

    owner: QObject
    perform: Callable[[Store, Cancel], Written[Any]]
    writes: bool
    cancel: Cancel
    success: Callable[[Any], None] | None = None
    failure: Callable[[Failure], None] | None = None
    slot: str = ""
    result: Written[Any] | None = None
    error: BaseException | None = None


class Offload(QObject):
    """The reader pool and the writer thread of one window, and the way back to it."""

    unhandled = Signal(object)
    """A :class:`Failure` that no callback took; the shell shows it."""
    _arrived = Signal(object)

    def __init__(
        self,
        store: Store,
        on_defect: Callable[[BaseException], str],
        *,
        readers: int = 2,
        parent: QObject | None = None,
    ) -> None:
        """Start the threads. ``on_defect`` records an untyped error and gives its log id."""
        super().__init__(parent)
        self.refresh = Refresh(self)
        self._store = store
        self._on_defect = on_defect
        self._outstanding: set[_Job] = set()
        self._newest: dict[tuple[int, str], _Job] = {}
        self._reads: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._writes: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._readers = [self._thread(f"reader-{n}", self._reads) for n in range(readers)]
        self._writer = self._thread("writer", self._writes)

    def submit(self, job: _Job) -> Cancel:
        """Queue a job; the newest of the same owner and slot replaces the ones before it."""
        if job.slot:
            place = (id(job.owner), job.slot)
            older = self._newest.get(place)
            if older is not None:
                older.cancel.cancel()
            self._newest[place] = job
        self._outstanding.add(job)
        (self._writes if job.writes else self._reads).put(job)
        return job.cancel

    @property
    def busy(self) -> bool:
        """Whether any work has not come back yet."""
        return bool(self._outstanding)

    def settle(self, timeout_ms: int = 5000) -> bool:
        """Run the event loop until all work has come back (for tests and screenshots)."""
        clock = QElapsedTimer()
        clock.start()
        loop = QEventLoop()
        while self._outstanding and clock.elapsed() < timeout_ms:
            QTimer.singleShot(2, loop.quit)
            loop.exec()
        return not self._outstanding

    def close(self) -> None:
        """Finish every queued command, drop the queries, and end the threads."""
        for job in list(self._outstanding):
            if not job.writes:
                job.cancel.cancel()
        for _ in self._readers:
            self._reads.put(None)
        self._writes.put(None)
        self._writer.join()
        for reader in self._readers:
            reader.join(timeout=2)

    def _thread(self, name: str, work: "queue.SimpleQueue[_Job | None]") -> threading.Thread:
        """Start one thread over a queue. Only the writer outlives the window: it must commit."""
        thread = threading.Thread(
            target=self._serve, args=(work,), name=f"counterfoil-{name}", daemon=name != "writer"
        )
        thread.start()
        return thread

    def _serve(self, work: "queue.SimpleQueue[_Job | None]") -> None:
        """Take jobs until told to end; whatever a job raises goes back with it."""
        while (job := work.get()) is not None:
            if not job.cancel.cancelled:
                try:
                    job.result = job.perform(self._store, job.cancel)
                except Exception as error:  # noqa: BLE001 - the boundary: reported in _deliver
                    job.error = error
            if shiboken6.isValid(self):
                self._arrived.emit(job)

    @Slot(object)
    def _deliver(self, job: _Job) -> None:
        """Back on the GUI thread: call back, then tell the screens what changed."""
        self._outstanding.discard(job)
        place = (id(job.owner), job.slot)
        if self._newest.get(place) is job:
            del self._newest[place]
        wanted = shiboken6.isValid(job.owner) and not job.cancel.cancelled
        if job.result is not None:
            try:
                if wanted and job.success is not None:
                    job.success(job.result.value)
            finally:
                self.refresh.announce(job.result.changed)
        elif job.error is not None and (wanted or job.writes):
            self._fail(job, job.error, wanted=wanted)

    def _fail(self, job: _Job, error: BaseException, *, wanted: bool) -> None:
        """Turn an error into words; a defect is recorded first and gets a log id."""
        if isinstance(error, TypedError):
            failure = Failure(sentence_for(error), error.code, error)
        else:
            log_id = self._on_defect(error)
            failure = Failure(sentence_for(error, log_id), "defect", error, log_id)
        if wanted and job.failure is not None:
            job.failure(failure)
        else:
            self.unhandled.emit(failure)


class _Work(Generic[T]):
    """What queries and commands share: whom to call back."""

    def __init__(
        self, owner: QObject, perform: Callable[[Store, Cancel], Written[T]], *, writes: bool
    ) -> None:
        """Prepare the job; nothing runs before ``run``."""
        self._job = _Job(owner, perform, writes, Cancel())

    def success(self, then: Callable[[T], None] | None) -> Self:
        """Call this on the GUI thread with the result."""
        self._job.success = then
        return self

    def failure(self, then: Callable[[Failure], None] | None) -> Self:
        """Call this on the GUI thread instead of showing the failure's sentence."""
        self._job.failure = then
        return self

    def run(self, offload: Offload) -> Cancel:
        """Hand the work over; the result can cancel it."""
        return offload.submit(self._job)


class Query(_Work[T]):
    """Read something. The work gets a read connection and runs on a reader thread."""

    def __init__(self, owner: QObject, work: Callable[[Connection], T]) -> None:
        """``owner`` is the widget that asks: if it is gone, so is the answer."""

        def perform(store: Store, cancel: Cancel) -> Written[T]:
            return Written(store.read(work, cancel), frozenset())

        super().__init__(owner, perform, writes=False)

    def newest(self, slot: str) -> Self:
        """Let a newer query of the same owner and slot replace this one (search as you type)."""
        self._job.slot = slot
        return self


class Command(_Work[T]):
    """Change something. The work gets a transaction of this name and runs on the writer thread."""

    def __init__(
        self,
        owner: QObject,
        name: str,
        work: Callable[[Transaction], T],
        actor: object,
        *,
        refreshes: Iterable[str] = (),
        approval: object = None,
    ) -> None:
        """``refreshes`` adds topics to the tables that the transaction reports as changed."""
        topics = frozenset(refreshes)

        def perform(store: Store, _cancel: Cancel) -> Written[T]:
            written = store.write(name, actor, work, approval)
            return Written(written.value, written.changed | topics)

        super().__init__(owner, perform, writes=True)


class Work(_Work[T]):
    """Run something that opens its own transaction or takes long, on a reader thread."""

    def __init__(
        self, owner: QObject, work: Callable[[], T], *, refreshes: Iterable[str] = ()
    ) -> None:
        """``refreshes`` names what the work changes, if it succeeds."""
        topics = frozenset(refreshes)

        def perform(_store: Store, _cancel: Cancel) -> Written[T]:
            return Written(work(), topics)

        super().__init__(owner, perform, writes=False)
