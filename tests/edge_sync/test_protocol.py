"""The pure core under a hostile schedule: requests and answers lost, doubled, out of order."""

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from domain.replica.changeset import START
from edge_sync.protocol import (
    Cursor,
    Exchange,
    HelloAnswer,
    LogHead,
    Outcome,
    Place,
    PullAnswer,
    PushAnswer,
    admit,
    granted,
    worth_waiting,
)
from edge_sync.segment import Header

PLACE: Place = (1, 7)


def name(seq: int, life: str = "a") -> bytes:
    """Name the hash of a changeset: the same number of another history has another one."""
    return START if seq == 0 else f"{life}{seq}".encode().ljust(16, b".")


def run_of(first: int, last: int) -> Header:
    """Describe a segment of the one log."""
    count = last - first + 1
    return Header(1, *PLACE, first, count, "0001", bytes(16), "A", name(first - 1), name(last))


@dataclass
class ModelHub:
    """The hub's side, as small as it can be: one log, its hashes."""

    seq: int = 0
    taken: list[int] = field(default_factory=list)

    def head(self) -> LogHead:
        return LogHead(*PLACE, self.seq, name(self.seq))

    def hello(self) -> HelloAnswer:
        heads = [self.head()] if self.seq else []
        return HelloAnswer(1, "0001", "e", [0, 1], heads, [])

    def push(self, header: Header) -> PushAnswer:
        ours = {
            s: name(s) if s <= self.seq else None for s in (header.first_seq - 1, header.last_seq)
        }
        result = admit(self.head(), header, ours)
        if result == "continues":
            self.taken += range(self.seq + 1, header.last_seq + 1)
            self.seq, result = header.last_seq, "taken"
        return PushAnswer("e", [Outcome(self.head(), result)])


steps = st.lists(
    st.sampled_from(["write", "hello", "push", "push again", "answer lost", "restore hub"]),
    max_size=60,
)


@given(steps, st.integers(1, 4))
def test_whatever_happens_on_the_way_the_hub_ends_with_everything_once(
    schedule: list[str], size: int
) -> None:
    hub = ModelHub()
    station = Exchange({PLACE: LogHead(*PLACE, 0)}, {})
    old: list[Header] = []
    for step in [*schedule, "write", "hello", *["push"] * 80]:
        top = station.own[PLACE].seq
        if step == "write":
            station.own[PLACE] = LogHead(*PLACE, top + 1, name(top + 1))
        elif step == "hello":
            assert station.greeted(hub.hello()) == {}
        elif step == "restore hub":
            hub.seq //= 2
            hub.taken = hub.taken[: hub.seq]
        elif step == "push again" and old:
            hub.push(old[len(old) // 2])
        elif step in ("push", "answer lost"):
            for _, after in station.unsent():
                old.append(run_of(after + 1, min(after + size, top)))
                answer = hub.push(old[-1])
                if step == "push":
                    assert station.pushed(PLACE, answer) == {}
    assert station.unsent() == []
    assert hub.taken == list(range(1, station.own[PLACE].seq + 1))


def test_the_same_number_with_another_hash_is_a_fork() -> None:
    head = LogHead(*PLACE, 5, name(5))
    other = {4: name(4), 5: b"x" * 16, 3: b"x" * 16, 6: None}
    assert admit(head, run_of(6, 6), {5: name(5), 6: None}) == "continues"
    assert admit(head, run_of(6, 6), other) == "fork"
    assert admit(head, run_of(4, 6), other) == "fork"
    assert admit(head, run_of(5, 5), other) == "fork"
    assert admit(head, run_of(5, 5), {4: name(4), 5: name(5)}) == "known"
    assert admit(head, run_of(7, 8), {6: None, 8: None}) == "gap"


def test_a_forked_log_is_sent_no_further_and_told_once() -> None:
    station = Exchange({PLACE: LogHead(*PLACE, 9, name(9))}, {PLACE: 5})
    answer = HelloAnswer(1, "0001", "e", [0, 1], [LogHead(*PLACE, 9)], [LogHead(*PLACE, 8)])
    assert station.greeted(answer) == {PLACE: LogHead(*PLACE, 8)}
    assert station.greeted(answer) == {}
    assert station.unsent() == []
    assert station.acknowledged[PLACE] == 5


def test_what_the_hub_refuses_is_kept_and_asked_again_after_the_next_greeting() -> None:
    station = Exchange({PLACE: LogHead(*PLACE, 2, name(2))}, {})
    hub = ModelHub()
    station.greeted(hub.hello())
    station.pushed(PLACE, PushAnswer("e", [Outcome(LogHead(*PLACE, 0), "segment.foreign")]))
    assert station.unsent() == []
    station.greeted(hub.hello())
    assert station.unsent() == [(PLACE, 0)]


def test_a_cursor_of_another_epoch_is_replaced_by_the_vector() -> None:
    station = Exchange({PLACE: LogHead(*PLACE, 2)}, {})
    station.greeted(ModelHub().hello())
    neighbour = LogHead(1, 8, 4)
    vector = [LogHead(0, 1, 9), LogHead(*PLACE, 2), neighbour]

    asked = station.pull({0: Cursor(0, "e", 30), 1: Cursor(1, "before", 20)}, vector, 99)

    assert asked.cursors == [Cursor(0, "e", 30), Cursor(1)]
    assert asked.have == [LogHead(*PLACE, 2), neighbour]
    assert asked.wait == 25


def test_the_global_scope_is_sent_first_and_a_station_sees_its_own_site() -> None:
    places = [(3, 1), (0, 2)]
    station = Exchange({p: LogHead(*p, 1) for p in places}, {})
    assert [place for place, _ in station.unsent()] == [(0, 2), (3, 1)]
    assert granted(3) == (0, 3)


def test_only_an_empty_answer_is_held_back() -> None:
    nothing = PullAnswer("e", [], [], more=False)
    assert worth_waiting(nothing, 5)
    assert not worth_waiting(nothing, 0)
    assert not worth_waiting(PullAnswer("e", [], [b"x"], more=False), 5)
