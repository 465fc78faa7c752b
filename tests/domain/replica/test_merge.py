"""Replicas that hold the same changesets hold the same tables, in whatever order they came."""

import itertools
import random
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.replica import Identity, Policy, Replica, books, run
from domain.replica.changeset import Changeset, pack, unpack
from domain.replica.digest import table_digests
from domain.replica.fields import CREATION, FieldEdit, resolve
from domain.replica.merge import BrokenChain
from tests.domain.replica.tables import person, step
from tests.support.replicas import PROGRAM, exchange


def digests(replica: Replica) -> dict[str, tuple[int, str]]:
    with replica.read() as connection:
        return table_digests(connection, projections=True)


def rows(replica: Replica, text: str) -> list[tuple[object, ...]]:
    with replica.read() as connection:
        return [tuple(row) for row in run(connection, text)]


def test_what_is_taken_twice_is_applied_once(two_stations: tuple[Replica, Replica]) -> None:
    one, two = two_stations
    with one.transaction(PROGRAM, "walk") as tx:
        ann = tx.new_id()
        tx.insert(person, id=ann, name="Ann", archived=0)
        tx.insert(step, line=1, person=ann, quantity=5)
    assert exchange(one, two) == 1
    assert exchange(one, two) == 0
    assert rows(two, "SELECT quantity FROM t_total") == [(5,)]


def test_an_edit_of_what_one_has_seen_simply_follows(
    two_stations: tuple[Replica, Replica],
) -> None:
    one, two = two_stations
    with one.transaction(PROGRAM, "add") as tx:
        ann = tx.new_id()
        tx.insert(person, id=ann, name="Ann", archived=0)
        tx.update(person, ann, name="Anna")
    exchange(one, two)
    with two.transaction(PROGRAM, "rename") as tx:
        tx.update(person, ann, name="Annette")
    exchange(two, one)
    assert rows(one, "SELECT name FROM t_person") == [("Annette",)]
    assert rows(one, "SELECT count(*) FROM conflict") == [(0,)]


def test_two_edits_that_did_not_see_each_other_are_both_kept(
    two_stations: tuple[Replica, Replica],
) -> None:
    one, two = two_stations
    with one.transaction(PROGRAM, "add") as tx:
        ann = tx.new_id()
        tx.insert(person, id=ann, name="Ann", phone=None, archived=0)
    exchange(one, two)
    for replica, name in ((one, "Anna"), (two, "Hannah")):
        with replica.transaction(PROGRAM, "rename") as tx:
            tx.update(person, ann, name=name)
    exchange(one, two)
    exchange(two, one)
    found = rows(one, "SELECT kind, field, kept, other, decided FROM conflict")
    assert [(k, f, unpack(a), unpack(b), d) for k, f, a, b, d in found] == [
        ("field", "name", "Hannah", "Anna", 0)
    ]
    assert digests(one) == digests(two)


def test_different_fields_do_not_conflict(two_stations: tuple[Replica, Replica]) -> None:
    one, two = two_stations
    with one.transaction(PROGRAM, "add") as tx:
        ann = tx.new_id()
        tx.insert(person, id=ann, name="Ann", archived=0)
    exchange(one, two)
    with one.transaction(PROGRAM, "rename") as tx:
        tx.update(person, ann, name="Anna")
    with two.transaction(PROGRAM, "phone") as tx:
        tx.update(person, ann, phone="+4930123")
    exchange(one, two)
    exchange(two, one)
    assert rows(one, "SELECT name, phone FROM t_person") == [("Anna", "+4930123")]
    assert rows(two, "SELECT count(*) FROM conflict") == [(0,)]


def test_a_value_taken_twice_offline_keeps_both(two_stations: tuple[Replica, Replica]) -> None:
    one, two = two_stations
    for replica in (one, two):
        with replica.transaction(PROGRAM, "add") as tx:
            tx.insert(person, id=tx.new_id(), name="Ann", phone="+49301", archived=0)
    exchange(one, two)
    exchange(two, one)
    assert rows(one, "SELECT kind, field FROM conflict") == [("duplicate", "phone")]
    assert digests(one) == digests(two)


def test_a_wrong_clock_loses_no_edit(make_replica: Callable[..., Replica]) -> None:
    """Ten years ahead and ten years behind: each edit replaces what its author saw."""
    one, two = make_replica(), make_replica(station=2)
    now = one.clock.wall()
    one.clock._wall = lambda: now + 10 * 365 * 86_400_000
    two.clock._wall = lambda: now - 10 * 365 * 86_400_000
    with one.transaction(PROGRAM, "add") as tx:
        ann = tx.new_id()
        tx.insert(person, id=ann, name="0", archived=0)
    for number in range(1, 9):
        replica, other = (one, two) if number % 2 else (two, one)
        with replica.transaction(PROGRAM, "rename") as tx:
            tx.update(person, ann, name=str(number))
        exchange(one, two)
        exchange(two, one)
        assert rows(other, "SELECT name FROM t_person") == [(str(number),)]
    assert rows(one, "SELECT count(*) FROM conflict") == [(0,)]
    assert two.clock.last >> 16 < now


def carry(source: Replica, site: int, log: int) -> list[Changeset]:
    with source.read() as connection:
        return books.read(connection, site, log)


def only_log(replica: Replica) -> tuple[int, int]:
    ((site, log),) = rows(replica, "SELECT site, log FROM log")
    return int(str(site)), int(str(log))


def open_foreign_log(target: Replica, source: Replica, site: int, log: int) -> None:
    with target.merging() as merging:
        books.open_log(
            merging.connection, site, log, source.station, source.life, source.public_key
        )


def test_a_gap_and_a_changed_changeset_are_refused(
    two_stations: tuple[Replica, Replica],
) -> None:
    one, two = two_stations
    for name in ("Ann", "Bob", "Cid"):
        with one.transaction(PROGRAM, "add") as tx:
            tx.insert(person, id=tx.new_id(), name=name, archived=0)
    site, log = only_log(one)
    open_foreign_log(two, one, site, log)
    all_three = carry(one, site, log)
    with pytest.raises(BrokenChain), two.merging() as merging:
        merging.take(site, log, all_three[1:])
    with two.merging() as merging:
        merging.take(site, log, all_three[:2])
    forged = Changeset(
        **{n: getattr(all_three[1], n) for n in Changeset.__slots__} | {"command": "forged"}
    )
    with pytest.raises(BrokenChain), two.merging() as merging:
        merging.take(site, log, [forged])
    assert rows(two, "SELECT count(*) FROM t_person") == [(2,)]


def poisoned(replica: Replica, body: object) -> Changeset:
    """Write a changeset of our own whose body no replica of today can apply."""
    with replica.transaction(PROGRAM, "add") as tx:
        tx.insert(person, id=tx.new_id(), name="before", archived=0)
    site, log = only_log(replica)
    last = carry(replica, site, log)[-1]
    fields = {n: getattr(last, n) for n in Changeset.__slots__}
    fields |= {"seq": last.seq + 1, "previous": last.hash(), "body": pack(body)}
    return Changeset(**fields)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ([[0, "t_from_the_future", ["id"], [[b"1" * 16]]]], "newer_version"),
        ([[0, "t_person", ["id", "shoe_size"], [[b"1" * 16, 44]]]], "newer_version"),
        ([[0, "t_person", ["id"], [[b"1" * 16]]]], "not_applicable"),
        ([[7, "t_person"]], "newer_version"),
        ("rubbish", "not_applicable"),
    ],
)
def test_a_poisoned_changeset_is_set_aside_and_the_next_one_flows(
    two_stations: tuple[Replica, Replica], body: object, reason: str
) -> None:
    one, two = two_stations
    bad = poisoned(one, body)
    site, log = only_log(one)
    fields = {n: getattr(bad, n) for n in Changeset.__slots__}
    good_body = pack([[0, "t_person", ["id", "name", "archived"], [[b"2" * 16, "after", 0]]]])
    fields |= {"seq": bad.seq + 1, "previous": bad.hash(), "body": good_body}
    open_foreign_log(two, one, site, log)
    with two.merging() as merging:
        taken = merging.take(site, log, [*carry(one, site, log), bad, Changeset(**fields)])
    assert (taken.applied, len(taken.quarantined)) == (2, 1)
    assert rows(two, "SELECT reason FROM quarantine") == [(reason,)]
    assert rows(two, "SELECT name FROM t_person ORDER BY name") == [("after",), ("before",)]


edits = st.lists(
    st.tuples(
        st.integers(0, 2),  # which replica
        st.sampled_from(["add", "walk", "name", "phone", "best", "notes", "meet"]),
        st.integers(0, 5),  # which person, which partner
        st.integers(0, 3),  # which value
    ),
    max_size=25,
)


@given(edits, st.randoms(use_true_random=False))
@settings(max_examples=25)
def test_any_history_converges(
    history: list[tuple[int, str, int, int]], rnd: random.Random
) -> None:
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        replicas = [Replica.create(Path(folder) / str(n), Identity(1, n)) for n in range(3)]
        try:
            play(replicas, history)
            for _ in range(2):
                pairs = list(itertools.permutations(replicas, 2))
                rnd.shuffle(pairs)
                for source, target in pairs:
                    exchange(source, target)
            first = digests(replicas[0])
            assert all(digests(other) == first for other in replicas[1:])
        finally:
            for replica in replicas:
                replica.close()


def play(replicas: list[Replica], history: list[tuple[int, str, int, int]]) -> None:
    people: list[bytes] = []
    for who, what, which, value in history:
        replica = replicas[who]
        if what == "meet":
            exchange(replica, replicas[which % 3])
            continue
        if what == "add":
            with replica.transaction(PROGRAM, "add") as tx:
                people.append(tx.new_id())
                phone = f"+49{value}"
                tx.insert(person, id=people[-1], name="new", phone=phone, archived=0)
            continue
        known = {r[0] for r in rows(replica, "SELECT id FROM t_person")}
        here = [p for p in people if p in known]
        if not here:
            continue
        chosen = here[which % len(here)]
        with replica.transaction(PROGRAM, what) as tx:
            if what == "walk":
                tx.insert(step, line=1, person=chosen, quantity=value)
            else:
                tx.update(person, chosen, **{what: value if what == "best" else f"v{value}"})


def edit(hlc: int, base: tuple[int, int] = CREATION, value: object = None) -> FieldEdit:
    return FieldEdit((hlc, 1), base, None, value if value is not None else hlc)  # type: ignore[arg-type]


def test_the_tree_of_edits_names_each_lost_branch() -> None:
    a, b = edit(1), edit(2)
    a_again = edit(5, base=(1, 1))
    result = resolve([a, b, a_again], Policy.LATER)
    assert result.value == 5
    assert [(lost.branch, lost.tip.value) for lost in result.lost] == [((2, 1), 2)]


def test_the_greater_value_wins_where_the_field_says_so() -> None:
    assert resolve([edit(1, value=90), edit(2, value=40)], Policy.MAXIMUM).value == 90


def test_sets_are_united_where_the_field_says_so() -> None:
    left, right = edit(1, value=pack(["a", "b"])), edit(2, value=pack(["b", "c"]))
    assert unpack(resolve([left, right], Policy.UNION).value) == ["a", "b", "c"]  # type: ignore[arg-type]
