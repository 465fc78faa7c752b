"""The doctor proves that the books are whole, and finds each kind of harm."""

import shutil
from pathlib import Path

import pytest

from domain.replica import Replica, ReplicaDamaged, run
from domain.replica.backup import NotABackup, backup, restore, verify
from domain.replica.doctor import Verdict, examine
from tests.domain.replica.tables import person, step
from tests.support.replicas import PROGRAM


def some_work(replica: Replica, times: int = 3) -> None:
    for number in range(times):
        with replica.transaction(PROGRAM, "work") as tx:
            ann = tx.new_id()
            tx.insert(person, id=ann, name=f"Ann {number}", phone="+49301", archived=0)
            tx.update(person, ann, name="Anna")
            tx.insert(step, line=1, person=ann, quantity=number)
            tx.number("walk", ann)


def verdicts(replica: Replica) -> dict[str, Verdict]:
    return {verdict.name: verdict for verdict in examine(replica)}


def harm(replica: Replica, *statements: str) -> None:
    """Change the database behind the program's back, as a manager with the key could."""
    with replica._writing() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
        connection.commit()


def test_sound_books_are_found_sound(replica: Replica) -> None:
    some_work(replica)
    heard: list[str] = []
    found = examine(replica, lambda name, done, total: heard.append(name))
    assert [v.name for v in found if not v.fine] == []
    assert {"pages", "chain", "replay"} <= set(heard)


@pytest.mark.parametrize(
    ("examination", "statements"),
    [
        ("replay", ["UPDATE t_person SET name = 'changed behind our back'"]),
        ("projections", ["UPDATE t_total SET quantity = quantity + 1"]),
        (
            "chain",
            ["DROP TRIGGER guard_changeset_update", "UPDATE changeset SET command = 'harmless'"],
        ),
        (
            "chain",
            ["DROP TRIGGER guard_entry_delete", "DELETE FROM entry WHERE seq = 2"],
        ),
        ("chain", ["UPDATE log SET signature = zeroblob(64)"]),
        (
            "numbers",
            [
                "DROP TRIGGER guard_document_number_delete",
                "DELETE FROM document_number WHERE counter = 2",
            ],
        ),
        (
            "till roll",
            [
                "DROP TRIGGER guard_entry_delete",
                "DELETE FROM entry WHERE seq = 3",
            ],
        ),
    ],
)
def test_harm_is_found(replica: Replica, examination: str, statements: list[str]) -> None:
    some_work(replica)
    harm(replica, *statements)
    found = verdicts(replica)[examination]
    assert not found.fine
    assert found.findings


def test_a_copy_is_whole_and_encrypted(replica: Replica) -> None:
    some_work(replica)
    key = str(replica.keys.get("database_key"))
    copy = backup(replica.folder, key)
    verify(copy, key)
    assert not copy.read_bytes().startswith(b"SQLite format 3")
    data = bytearray(copy.read_bytes())
    data[5 * 4096 + 17] ^= 1
    copy.write_bytes(data)
    with pytest.raises(ReplicaDamaged):
        verify(copy, key)


@pytest.mark.expects_log
def test_a_lost_database_comes_back_from_backup_and_till_roll(replica: Replica) -> None:
    some_work(replica)
    copy = backup(replica.folder, str(replica.keys.get("database_key")))
    some_work(replica, 4)
    folder = replica.folder
    replica.close()
    (folder / "replica.db").write_bytes(b"burnt")
    aside = restore(copy, folder)
    assert aside is not None
    assert aside.read_bytes() == b"burnt"
    with Replica.open(folder) as again:
        with again.read() as connection:
            assert run(connection, "SELECT count(*) FROM t_person").scalar() == 7
        assert again.life == "A"
        assert [v.name for v in examine(again) if not v.fine] == []
        some_work(again, 1)


@pytest.mark.expects_log
def test_without_the_till_roll_a_restored_database_takes_new_numbers(replica: Replica) -> None:
    some_work(replica)
    copy = backup(replica.folder, str(replica.keys.get("database_key")))
    some_work(replica)
    folder = replica.folder
    replica.close()
    shutil.rmtree(folder / "tillroll")
    restore(copy, folder)
    with Replica.open(folder) as again:
        assert again.life == "B"


def test_what_is_not_a_backup_is_refused_before_anything_is_touched(
    replica: Replica, tmp_path: Path
) -> None:
    some_work(replica)
    folder = replica.folder
    replica.close()
    before = (folder / "replica.db").read_bytes()
    wrong = tmp_path / "holiday.jpg"
    wrong.write_bytes(b"\xff\xd8" * 5000)
    with pytest.raises(NotABackup):
        restore(wrong, folder)
    with pytest.raises(NotABackup):
        restore(tmp_path / "nowhere.db", folder)
    assert (folder / "replica.db").read_bytes() == before


def test_the_till_roll_is_topped_up_after_a_cut_between_commit_and_roll(replica: Replica) -> None:
    some_work(replica)
    folder = replica.folder
    (roll,) = (folder / "tillroll").glob("*.roll")
    whole = roll.read_bytes()
    replica.close()
    roll.write_bytes(whole[:-40])  # a torn last record
    with Replica.open(folder) as again:
        assert again.till_roll is not None
        assert len({e.changeset.seq for e in again.till_roll.read()}) == 3
