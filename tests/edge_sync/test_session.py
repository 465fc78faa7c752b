"""Stations and a hub agree, without a network between them: each test on both databases."""

import shutil
from collections.abc import Callable

import pytest
import zstandard

from domain.replica import Replica, books
from domain.replica.changeset import EDIT, INSERT
from domain.replica.journal_tables import station as station_table
from edge_sync import forks, segment
from edge_sync.desk import Desk
from edge_sync.errors import (
    HubTooOld,
    NotAHub,
    NotOffered,
    RequestMalformed,
    StationRevoked,
    StationTooOld,
    StationUnknown,
)
from edge_sync.protocol import Cursor, Hello, Pull, Push, PushAnswer, decode, encode
from edge_sync.segment import HEADER_SIZE, JSON_ZLIB, open_segment
from edge_sync.session import Session
from edge_sync.shelf import make_segments, own_logs
from edge_sync.status import who_has_what
from tests.edge_sync.world import (
    ITEM,
    PROGRAM,
    Wire,
    count,
    digests,
    edit_customer,
    member,
    new_customer,
    new_price,
    note,
    sell,
    write_raw,
)

MakeMember = Callable[..., Session]


def settle(*sessions: Session) -> None:
    """Exchange until everybody has everything."""
    for _ in range(2):
        for session in sessions:
            session.exchange()


def own_segment(session: Session, site: int = 1, after: int = 0) -> bytes:
    """Give the station's own segment of a scope."""
    replica = session.replica
    with replica.read() as connection:
        own = [o for o in own_logs(connection, replica) if o.head.site == site]
        return next(data for _, data in make_segments(connection, replica, own[0], after))


def test_what_one_station_sold_the_other_and_the_hub_have(
    desk: Desk, make_member: MakeMember
) -> None:
    first, second = make_member(1, 1), make_member(1, 2)
    new_price(desk.replica, 499)
    customer = new_customer(first.replica, "Ada")
    for _ in range(3):
        sell(first.replica, 2)
    sell(second.replica, 5)

    settle(first, second)
    edit_customer(second.replica, customer, name="Ada Lovelace")
    settle(second, first)

    expected = digests(desk.replica, {0, 1})
    assert expected["t_sale"][0] == 4
    assert expected["t_customer"][0] == 1
    assert digests(first.replica, {0, 1}) == expected
    assert digests(second.replica, {0, 1}) == expected
    assert first.pending() == second.pending() == 0


def test_a_week_without_the_hub_changes_nothing(desk: Desk, make_member: MakeMember) -> None:
    first, second = make_member(1, 1), make_member(1, 2)
    for station, number in ((first, 90), (second, 30)):
        for _ in range(number):
            sell(station.replica)
    assert (first.pending(), second.pending()) == (90, 30)

    settle(first, second)

    assert first.pending() == second.pending() == 0
    assert count(desk.replica, "SELECT quantity FROM t_sold") == 120
    assert digests(first.replica, {0, 1}) == digests(second.replica, {0, 1})


def test_the_json_codec_carries_the_same(desk: Desk, make_member: MakeMember) -> None:
    plain = make_member(1, 1)
    debug = Session(plain.replica, plain.hub, Wire(desk, plain.replica), codec=JSON_ZLIB)
    sell(plain.replica, 3)
    debug.exchange()
    assert count(desk.replica, "SELECT quantity FROM t_sold") == 3


def test_the_hub_keeps_and_forwards_what_it_received_verbatim(
    desk: Desk, make_member: MakeMember
) -> None:
    first = make_member()
    sell(first.replica)
    sent = own_segment(first)
    first.exchange()
    with desk.replica.read() as connection:
        text = "SELECT payload FROM segment WHERE site = 1"
        kept = [bytes(row[0]) for row in connection.exec_driver_sql(text)]
    assert kept == [sent]


def test_a_station_of_another_site_receives_no_byte(desk: Desk, make_member: MakeMember) -> None:
    here, there = make_member(1, 1), make_member(2, 1)
    with here.replica.transaction(PROGRAM, "secret command") as tx:
        tx.insert(note, id=tx.new_id(), text="secret text")
    here.exchange()
    wire = Wire(desk, there.replica, keep=True)

    Session(there.replica, there.hub, wire).exchange()

    with there.replica.read() as connection:
        sites = connection.exec_driver_sql("SELECT DISTINCT site FROM changeset").scalars().all()
    assert set(sites) <= {0, 2}
    assert own_segment(here) not in wire.seen
    assert b"secret" not in wire.seen
    assert here.replica.station in wire.seen_plain()  # its record is global
    assert b"secret" not in wire.seen_plain()


def test_asking_for_another_site_gives_nothing(desk: Desk, make_member: MakeMember) -> None:
    here, there = make_member(1, 1), make_member(2, 1)
    sell(here.replica)
    here.exchange()
    caller = desk.caller(there.replica.station)
    asked = Pull([Cursor(1)], [])
    assert desk.pull(caller, asked).segments == []


def test_crossing_edits_are_the_same_conflict_everywhere(
    desk: Desk, make_member: MakeMember
) -> None:
    first, second = make_member(1, 1), make_member(1, 2)
    customer = new_customer(first.replica, "Grace", "1")
    settle(first, second)
    edit_customer(first.replica, customer, phone="2")
    edit_customer(second.replica, customer, phone="3")

    settle(first, second)

    expected = digests(desk.replica, {0, 1})
    assert expected["conflict"][0] == 1
    assert digests(first.replica, {0, 1}) == digests(second.replica, {0, 1}) == expected


@pytest.mark.expects_log  # psycopg mentions a batch that it could not finish
def test_a_poisoned_changeset_is_set_aside_and_the_next_flows(
    desk: Desk, make_member: MakeMember
) -> None:
    first, second = make_member(1, 1), make_member(1, 2)
    sell(first.replica, 1)
    write_raw(first.replica, [[INSERT, "t_sale", ["line", "item"], [[0, ITEM]]]])  # no quantity
    write_raw(first.replica, [[INSERT, "t_sale", ["line"], [["text"]]]])
    write_raw(
        first.replica, [[INSERT, "t_sale", ["line", "item", "quantity"], [[0, ITEM, 1 << 63]]]]
    )
    write_raw(first.replica, {"not": "a list"})
    sell(first.replica, 2)

    settle(first, second)

    for replica in (desk.replica, second.replica):
        assert count(replica, "SELECT count(*) FROM quarantine") == 4
        assert count(replica, "SELECT quantity FROM t_sold") == 3
    assert first.pending() == 0
    assert digests(desk.replica, {0, 1}) == digests(second.replica, {0, 1})


@pytest.mark.expects_log
def test_what_a_projection_chokes_on_is_set_aside_alone(
    desk: Desk, make_member: MakeMember
) -> None:
    first, second = make_member(1, 1), make_member(1, 2)
    sell(first.replica, 1)
    columns = ["line", "item", "quantity"]
    write_raw(first.replica, [[INSERT, "t_sale", columns, [[0, ITEM, 13]]]])
    sell(first.replica, 2)

    settle(first, second)

    for replica in (desk.replica, second.replica):
        assert count(replica, "SELECT count(*) FROM quarantine") == 1
        assert count(replica, "SELECT quantity FROM t_sold") == 3


def test_what_the_centre_owns_a_station_cannot_write(desk: Desk, make_member: MakeMember) -> None:
    first, second = make_member(1, 1), make_member(1, 2)
    price = new_price(desk.replica, 100)
    settle(first, second)
    edit = [price, "amount", 1, 1 << 62, 0, 0]
    write_raw(first.replica, [[EDIT, "t_price", [edit]]], site=0)
    write_raw(first.replica, [[INSERT, "t_price", ["id", "amount"], [[bytes(16), 1]]]], site=0)
    write_raw(first.replica, [[INSERT, "t_note", ["id", "text"], [[bytes(16), "x"]]]], site=0)
    customer = new_customer(first.replica, "Ada")

    settle(first, second)

    for replica in (desk.replica, second.replica):
        text = "SELECT count(*) FROM quarantine WHERE reason = ?"
        assert count(replica, text, "not_owner") == 2
        assert count(replica, text, "wrong_scope") == 1
        assert count(replica, "SELECT amount FROM t_price WHERE id = ?", price) == 100
        assert count(replica, "SELECT count(*) FROM t_customer WHERE id = ?", customer) == 1


@pytest.mark.expects_log
def test_tampered_foreign_and_nonsense_segments_are_refused(
    desk: Desk, make_member: MakeMember
) -> None:
    first, other = make_member(1, 1), make_member(2, 1)
    for session in (first, other):
        sell(session.replica)
    true = own_segment(first)
    altered = bytearray(true)
    altered[100] ^= 1
    plain = zstandard.decompress(true[HEADER_SIZE:])
    forged = true[:HEADER_SIZE] + zstandard.compress(plain.replace(b"sell", b"SELL"))
    caller = desk.caller(first.replica.station)

    pushed = [bytes(altered), forged, own_segment(other, site=2), b"nonsense", true]
    results = [o.result for o in desk.push(caller, Push(pushed)).outcomes]

    assert results == [
        *("segment.forged", "segment.forged", "segment.foreign", "segment.malformed", "taken"),
    ]
    assert count(desk.replica, "SELECT count(*) FROM changeset WHERE site = 2") == 0


@pytest.mark.expects_log
def test_a_station_cannot_write_for_another_site(
    desk: Desk, make_member: MakeMember, make_replica: Callable[..., Replica]
) -> None:
    """Its database was tampered with, its key is true: the centre's word about it counts."""
    first = make_member(1, 1)
    with first.replica.merging() as merging:
        log = books.new_log_id()
        replica = first.replica
        place = (merging.connection, 2, log, replica.station)
        books.open_log(*place, "A", replica.public_key)
    write_raw(first.replica, [[INSERT, "t_note", ["id", "text"], [[bytes(16), "x"]]]], 2, log)
    report = first.exchange()
    assert report.refused == ["segment.foreign"]
    assert count(desk.replica, "SELECT count(*) FROM changeset WHERE site = 2") == 0


def test_only_stations_that_the_centre_knows_are_answered(
    desk: Desk, make_member: MakeMember, make_replica: Callable[..., Replica]
) -> None:
    known = make_member(1, 1)
    stranger = member(make_replica(1, 9), desk)
    with pytest.raises(StationUnknown):
        stranger.exchange()
    sell(known.replica)
    with desk.replica.transaction(PROGRAM, "revoke") as tx:
        tx.update(station_table, known.replica.station, revoked=1)
    with pytest.raises(StationRevoked):
        known.exchange()
    assert known.pending() == 1  # nothing is lost, nothing is dropped


def test_versions_and_verbs(desk: Desk, make_member: MakeMember) -> None:
    session = make_member()
    caller = desk.caller(session.replica.station)
    with pytest.raises(StationTooOld):
        desk.hello(caller, Hello(0, "0001", []))
    with pytest.raises(HubTooOld):
        desk.hello(caller, Hello(1, "9999", []))
    for verb in ("snapshot", "hashes", "dance"):
        with pytest.raises(NotOffered):
            desk.answer(verb, caller, b"")
    with pytest.raises(RequestMalformed):
        desk.answer("push", caller, b"\x91" * 5000)
    with pytest.raises(NotAHub):
        Desk(session.replica)


def test_a_station_restored_unnoticed_is_a_fork_that_loses_nothing(
    desk: Desk, make_member: MakeMember, caplog: pytest.LogCaptureFixture
) -> None:
    first, second = make_member(1, 1), make_member(1, 2)
    sell(first.replica, 1)
    settle(first, second)
    replica = first.replica
    replica.close()
    backup = replica.folder.with_name("station backup")
    shutil.copytree(replica.folder, backup)
    with Replica.open(replica.folder) as lived:
        sell(lived, 20)
        member(lived, desk).exchange()
    shutil.rmtree(replica.folder)
    shutil.copytree(backup, replica.folder)  # database, keys and till roll: nothing shows it

    with Replica.open(replica.folder) as restored:
        sell(restored, 300)
        session = member(restored, desk)
        session.exchange()
        assert session.report.forks == 1
        assert session.pending() == 1  # what was written twice stays, unsent and shown
        sell(restored, 4000)
        session.exchange()
        settle(second)

        assert restored.life == "B"
        with restored.read() as connection:
            assert [(f.own, f.seq) for f in forks.forks(connection)] == [(True, 2)]
            assert any(
                s.own and s.here > s.at_hub for s in who_has_what(connection, restored.station)
            )
        assert count(restored, "SELECT quantity FROM t_sold") == 4301
    assert count(desk.replica, "SELECT quantity FROM t_sold") == 4021
    assert digests(desk.replica, {0, 1}) == digests(second.replica, {0, 1})


def test_an_answer_from_a_desk_is_a_message(desk: Desk, make_member: MakeMember) -> None:
    session = make_member()
    sell(session.replica)
    caller = desk.caller(session.replica.station)
    data = desk.answer("push", caller, encode(Push([own_segment(session)])))
    outcome = decode(data, PushAnswer).outcomes[0]
    assert (outcome.result, outcome.head.seq, outcome.quarantined) == ("taken", 1, 0)
    assert open_segment(own_segment(session)).header.head == outcome.head.hash
    assert segment.VERSION == 1
