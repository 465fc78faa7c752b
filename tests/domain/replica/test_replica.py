"""The database, its settings, its refusals, and what a commit leaves behind."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import DBAPIError

from domain.errors import NotPermitted
from domain.replica import (
    Actor,
    DatabaseBusy,
    DiskFull,
    EngineTooOld,
    KeyMissing,
    KeyWrong,
    MixedScope,
    NotOwner,
    RecordGone,
    Replica,
    ReplicaExists,
    ReplicaInUse,
    ReplicaMissing,
    ReplicaTooNew,
    run,
)
from domain.replica.engine import check_version, sqlite_engine
from domain.replica.identity import Identity
from domain.values import now_ms
from tests.domain.replica.tables import draft, person, step, tariff, total
from tests.support.replicas import PROGRAM


def add_person(replica: Replica, name: str = "Ann", **values: object) -> bytes:
    with replica.transaction(PROGRAM, "add person") as tx:
        identifier = tx.new_id()
        tx.insert(person, id=identifier, name=name, archived=0, **values)
    return identifier


def count(replica: Replica, table: str) -> int:
    with replica.read() as connection:
        return int(run(connection, f"SELECT count(*) FROM {table}").scalar())


def test_every_setting_is_in_force(replica: Replica) -> None:
    with replica.read() as connection:
        values = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
        }
    expected = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0}
    assert values == expected


def test_nothing_readable_is_on_the_disk(replica: Replica) -> None:
    add_person(replica, "Zacharias Quetzalcoatl")
    for path in replica.folder.rglob("*"):
        if path.is_file() and path.name != "keys.json":
            assert b"Quetzalcoatl" not in path.read_bytes(), path


@pytest.mark.parametrize("version", ["3.40.1", "3.51.2", "3.52.0"])
def test_a_library_that_loses_commits_is_refused(version: str) -> None:
    with pytest.raises(EngineTooOld):
        check_version(version)


@pytest.mark.parametrize("version", ["3.51.3", "3.53.4", "4.0.0"])
def test_a_sound_library_is_taken(version: str) -> None:
    check_version(version)


def test_a_commit_leaves_rows_projection_changeset_and_roll(replica: Replica) -> None:
    ann = add_person(replica)
    with replica.transaction(PROGRAM, "walk") as tx:
        for line, quantity in ((1, 3), (2, 4)):
            tx.insert(step, line=line, person=ann, quantity=quantity)
    assert tx.touched == {"t_step", "t_total"}
    assert tx.changeset is not None
    with replica.read() as connection:
        assert run(connection, f"SELECT quantity FROM {total.name}").scalar() == 7
        assert run(connection, "SELECT command FROM changeset ORDER BY key").all() == [
            ("add person",),
            ("walk",),
        ]
    assert replica.till_roll is not None
    assert [e.changeset.hash() for e in replica.till_roll.read()][-1] == tx.changeset.hash()


def test_a_step_that_fails_leaves_nothing(replica: Replica) -> None:
    def fail() -> None:
        with replica.transaction(PROGRAM, "walk") as tx:
            tx.insert(person, id=tx.new_id(), name="Bob", archived=0)
            assert run(tx.connection, "SELECT count(*) FROM t_person").scalar() == 1
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert count(replica, "t_person") == 0
    assert count(replica, "changeset") == 0
    add_person(replica)
    assert count(replica, "t_person") == 1


@pytest.mark.parametrize("table", ["t_step", "changeset", "entry", "field_edit"])
def test_facts_and_journal_cannot_be_changed(replica: Replica, table: str) -> None:
    ann = add_person(replica)
    with replica.transaction(PROGRAM, "walk") as tx:
        tx.insert(step, line=1, person=ann, quantity=1)
        tx.update(person, ann, name="Anna")
    for statement in (f"UPDATE {table} SET site = 2", f"DELETE FROM {table}"):
        with pytest.raises(DBAPIError, match="append-only"), replica.read() as connection:
            connection.exec_driver_sql(statement)


def test_an_edit_is_kept_with_what_it_replaced(replica: Replica) -> None:
    ann = add_person(replica)
    for name in ("Anna", "Anna", "Annette"):
        with replica.transaction(PROGRAM, "rename") as tx:
            tx.update(person, ann, name=name)
    with replica.read() as connection:
        edits = run(connection, "SELECT hlc, base_hlc FROM field_edit ORDER BY hlc").all()
        assert run(connection, "SELECT name FROM t_person").scalar() == "Annette"
    assert [edit[1] for edit in edits] == [0, edits[0][0]]
    assert count(replica, "conflict") == 0


def test_what_is_not_here_cannot_be_edited(replica: Replica) -> None:
    with pytest.raises(RecordGone), replica.transaction(PROGRAM, "rename") as tx:
        tx.update(person, tx.new_id(), name="Nobody")


def test_only_the_centre_writes_what_it_owns(make_replica: Callable[..., Replica]) -> None:
    station = make_replica()
    with pytest.raises(NotOwner), station.transaction(PROGRAM, "tariff") as tx:
        tx.insert(tariff, id=tx.new_id(), name="summer")
    centre = make_replica(site=None, centre=True)
    with centre.transaction(PROGRAM, "tariff") as tx:
        tx.insert(tariff, id=tx.new_id(), name="summer")
    assert count(centre, "t_tariff") == 1


def test_one_step_writes_for_one_scope(replica: Replica) -> None:
    with pytest.raises(MixedScope), replica.transaction(PROGRAM, "both") as tx:
        tx.insert(person, id=tx.new_id(), name="Ann", archived=0)
        tx.insert(tariff, id=tx.new_id(), name="summer")
    assert count(replica, "t_person") == 0


def test_local_rows_make_no_changeset(replica: Replica) -> None:
    with replica.transaction(PROGRAM, "draft") as tx:
        tx.local(insert(draft).values(name="cart", text="{}"))
    assert tx.changeset is None
    assert count(replica, "t_draft") == 1
    with pytest.raises(TypeError), replica.transaction(PROGRAM, "trick") as tx:
        tx.local(insert(person).values(id=b"", name="x", site=1, changeset=1, archived=0))


def test_a_missing_right_is_named() -> None:
    clerk = Actor(b"1" * 16, "Li Wei", frozenset({"counter.sell"}))
    clerk.require("counter.sell")
    with pytest.raises(NotPermitted, match=r"Li Wei.*stock\.adjust"):
        clerk.require("stock.adjust")


def test_numbers_are_gapless_also_after_a_failure(replica: Replica) -> None:
    def take(*, fail: bool = False) -> str:
        with replica.transaction(PROGRAM, "number") as tx:
            number = tx.number("sale", tx.new_id())
            if fail:
                raise ZeroDivisionError
            return str(number)

    first = take()
    with pytest.raises(ZeroDivisionError):
        take(fail=True)
    assert [first[-6:], take()[-6:]] == ["000001", "000002"]


def test_a_second_process_is_refused_politely(replica: Replica) -> None:
    code = (
        "import sys; from pathlib import Path; from domain.replica import *\n"
        "try: Replica.open(Path(sys.argv[1]))\n"
        "except ReplicaInUse as problem: print(problem)"
    )
    folder = str(replica.folder)
    answer = subprocess.run([sys.executable, "-c", code, folder], capture_output=True, text=True)
    assert "already open" in answer.stdout, answer.stderr
    joining = "import sys; from pathlib import Path; from domain.replica import Replica\n"
    joining += "Replica.open(Path(sys.argv[1])).close(); print('joined')"
    joined = subprocess.run(
        [sys.executable, "-c", joining, folder],
        capture_output=True,
        text=True,
        env=replica.child_environment(),
    )
    assert joined.stdout.strip() == "joined", joined.stderr


def test_reopening_goes_on_in_the_same_log(replica: Replica) -> None:
    add_person(replica)
    folder = replica.folder
    replica.close()
    with Replica.open(folder) as again:
        add_person(again, "Bob")
        with again.read() as connection:
            assert run(connection, "SELECT seq FROM log").all() == [(2,)]
        assert again.life == "A"


def test_what_cannot_be_opened_says_why(replica: Replica, tmp_path: Path) -> None:
    folder = replica.folder
    with pytest.raises(ReplicaInUse):
        Replica.open(folder)
    with pytest.raises(ReplicaExists):
        Replica.create(folder, Identity(1, 1))
    replica.close()
    with pytest.raises(ReplicaMissing):
        Replica.open(tmp_path / "nowhere")
    keys = folder / "keys.json"
    good = keys.read_text()
    keys.write_text("{}")
    with pytest.raises(KeyMissing):
        Replica.open(folder)
    keys.write_text(good.replace('"database_key": "', '"database_key": "ff', 1))
    with pytest.raises(KeyWrong):
        Replica.open(folder)
    keys.write_text(good)
    Replica.open(folder).close()


def test_a_damaged_first_page_is_not_opened_as_data(replica: Replica) -> None:
    folder = replica.folder
    replica.close()
    path = folder / "replica.db"
    data = bytearray(path.read_bytes())
    data[100:120] = bytes(20)
    path.write_bytes(data)
    with pytest.raises(KeyWrong):
        Replica.open(folder)


def test_a_database_of_the_future_is_left_alone(replica: Replica) -> None:
    with replica._writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    folder = replica.folder
    replica.close()
    with pytest.raises(ReplicaTooNew):
        Replica.open(folder)


def test_a_full_disk_loses_nothing_that_was_said_to_be_safe(replica: Replica) -> None:
    add_person(replica)
    with replica._writer.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
        connection.rollback()
    with pytest.raises(DiskFull):
        for _ in range(200):
            add_person(replica, "x" * 2000)
    known = count(replica, "t_person")
    assert count(replica, "changeset") == known
    with replica._writer.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
        connection.rollback()
    add_person(replica, "after")
    assert count(replica, "t_person") == known + 1


def test_a_pc_in_the_year_2000_goes_on_in_order(make_replica: Callable[..., Replica]) -> None:
    replica = make_replica()
    add_person(replica)
    folder = replica.folder
    replica.close()
    with Replica.open(folder, wall=lambda: 946_684_800_000) as dead:
        add_person(dead, "Bob")
        with dead.read() as connection:
            stamps = [r[0] for r in run(connection, "SELECT hlc FROM changeset ORDER BY key")]
    assert stamps == sorted(stamps)
    assert stamps[1] >> 16 <= now_ms()


@pytest.mark.expects_log
def test_a_copied_database_begins_a_new_life(
    replica: Replica, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_person(replica)
    folder = replica.folder
    replica.close()
    clone = tmp_path / "clone"
    shutil.copytree(folder, clone)
    monkeypatch.setattr("domain.replica.replica.machine_id", lambda: "another machine")
    with Replica.open(clone) as copy:
        assert copy.life == "B"
        with copy.transaction(PROGRAM, "number") as tx:
            number = tx.number("sale", tx.new_id())
        assert (number.life, number.counter) == ("B", 1)
        assert count(copy, "log") == 2


def test_a_database_that_somebody_else_is_writing_to_is_busy_not_broken(
    replica: Replica,
) -> None:
    other = sqlite_engine(replica.folder / "replica.db", str(replica.keys.get("database_key")))
    with other.connect() as connection:
        connection.exec_driver_sql("UPDATE site_counter SET next_key = next_key")
        with pytest.raises(DatabaseBusy, match="Nothing was saved"):
            add_person(replica)
        connection.rollback()
    other.dispose()
    add_person(replica)
    assert count(replica, "t_person") == 1
