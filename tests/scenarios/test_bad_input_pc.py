"""Bad weather around the program: keys, disks, folders, files, clocks, words on the command line.

Each ends in one sentence and exit status 1 (2 for wrong use), with the data as it was.
"""

import os
import random
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.command_line import main
from domain import counter
from domain.errors import CounterfoilError
from domain.replica import (
    DiskFull,
    KeyMissing,
    KeyWrong,
    NotWritable,
    OnNetworkShare,
    Replica,
    ReplicaDamaged,
    ReplicaInUse,
    ReplicaTooNew,
    run,
    volume,
)
from domain.replica.doctor import examine
from domain.values import now_ms
from tests.domain.importing.attacks import write_xlsx
from tests.support.refusals import assert_clear, books_of
from tests.support.shop import Shop, code_of, make_shop, open_till, sell

YEAR_2000 = 946_684_800_000
NOBODY = 65_534
Say = Callable[..., tuple[int, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A shop's folder, closed, with one sale in its books."""
    with make_shop(tmp_path / "shop", 3) as replica:
        sell(replica, open_till(replica, 3), random.Random(1))
    return tmp_path / "shop"


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Say:
    """Give a command; its exit status and what it said, which is never a traceback."""

    def call(folder: Path, *words: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["counterfoil"])
        try:
            status = main(["--data", str(folder), *words])
        except SystemExit as end:
            status = int(end.code or 0)
        said = "".join(capsys.readouterr())
        assert "Traceback" not in said
        return status, said

    return call


def process(*words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "desktop.command_line", *words],
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


def opened(folder: Path) -> None:
    """Open a replica and close it again."""
    Replica.open(folder).close()


def stays_closed(folder: Path, kind: type[CounterfoilError], *words: str) -> None:
    """Opening is refused with these words, and not a byte of the database changes."""
    before = (folder / "replica.db").read_bytes()
    with pytest.raises(kind) as raised:
        opened(folder)
    assert_clear(raised.value, *words)
    assert (folder / "replica.db").read_bytes() == before


@contextmanager
def an_ordinary_user() -> Iterator[None]:
    """Lay root's rights down for a moment: root may write everywhere."""
    if sys.platform == "win32" or os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


# The database and its key.


def test_the_key_is_missing(folder: Path) -> None:
    keys = folder / "keys.json"
    good = keys.read_bytes()
    for bad in (b"{}", b"{ spilt coffee"):
        keys.write_bytes(bad)
        stays_closed(folder, KeyMissing, "The data is safe", "enrol this station again")
        assert keys.read_bytes() == bad, "what may be mended is not written over"
    keys.write_bytes(good)
    opened(folder)


def test_a_database_of_a_newer_version(folder: Path) -> None:
    with Replica.open(folder) as replica, replica._writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    stays_closed(folder, ReplicaTooNew, "newer version", "9999", "Nothing was changed")


def test_a_damaged_database(folder: Path, say: Say) -> None:
    """At whichever page the damage is: said, never written over, and the backup brings it back."""
    assert say(folder, "backup", "--to", str(folder.parent / "usb"))[0] == 0
    (copy,) = (folder.parent / "usb").glob("*.db")
    database = folder / "replica.db"
    good = database.read_bytes()
    for page in (0, 1, len(good) // 8192, len(good) // 4096 - 2):
        spoilt = bytearray(good)
        spoilt[page * 4096 + 100 : page * 4096 + 140] = bytes(40)
        database.write_bytes(spoilt)
        status, said = say(folder, "doctor")
        assert status == 1
        assert "estore" in said, "what to do is said"
        assert database.read_bytes() == spoilt
    stays_closed_or_opens(folder)
    assert say(folder, "restore", str(copy))[0] == 0
    assert "The books are whole" in say(folder, "doctor")[1]
    assert list(folder.glob("replica-aside-*.db")), "the damaged one is kept"


def stays_closed_or_opens(folder: Path) -> None:
    """Whatever damage does to opening, it is one of ours."""
    try:
        opened(folder)
    except (KeyWrong, ReplicaDamaged) as problem:
        assert_clear(problem, "not changed", "backup")


def test_a_second_process(folder: Path, say: Say) -> None:
    with Replica.open(folder) as replica:
        before = books_of(replica)
        with pytest.raises(ReplicaInUse) as raised:
            opened(folder)
        assert_clear(raised.value, str(os.getpid()), "Nothing was changed", "Close it there")
        status, said = say(folder, "forecast", "--plain")
        assert (status, "already open" in said) == (1, True)
        assert books_of(replica) == before


# The disk and its folders.


def test_a_full_disk(folder: Path) -> None:
    """The sale that has no room is not there at all; with room again the next one is."""
    with Replica.open(folder) as replica:
        limit(replica, 2)
        dice, shop, sold = random.Random(2), open_again(replica), 0
        full: DiskFull | None = None
        while full is None:
            before = books_of(replica)
            try:
                sell(replica, shop, dice)
                sold += 1
            except DiskFull as problem:
                full = problem
        assert_clear(full, "Nothing was saved of this step", "before is safe", "Free some space")
        assert books_of(replica) == before
        limit(replica, 1_000_000)
        sell(replica, shop, dice)
        with replica.read() as connection:
            assert run(connection, "SELECT count(*) FROM sale").scalar() == 1 + sold + 1
        assert [v.name for v in examine(replica) if not v.fine] == []


def limit(replica: Replica, more: int) -> None:
    """Let the database grow by so many pages."""
    with replica._writer.connect() as connection:
        pages = int(connection.exec_driver_sql("PRAGMA page_count").scalar_one())
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + more}")
        connection.rollback()


def open_again(replica: Replica) -> Shop:
    """The shop as its till knows it, the shift being open already."""
    return Shop(tuple(code_of(n) for n in range(3)), counter.till_name(replica.station_number))


def test_a_folder_that_may_not_be_written(say: Say) -> None:
    with tempfile.TemporaryDirectory() as place:
        above = Path(place)
        above.chmod(0o755)
        with make_shop(above / "shop", 1):
            pass
        for path in (*above.rglob("*"), above):
            path.chmod(0o555 if path.is_dir() else 0o444)
        before = {path: path.stat().st_mtime_ns for path in above.rglob("*.db")}
        with an_ordinary_user():
            status, said = say(above / "new", "restore", str(above / "none.db"))
            assert (status, f"may not write to {above / 'new'}" in said) == (1, True)
            with pytest.raises(NotWritable) as raised:
                opened(above / "shop")
            status, said = say(above / "shop", "doctor")
        assert_clear(raised.value, str(above / "shop"), "Nothing was changed", "Ask IT")
        assert (status, "may not write to" in said) == (1, True)
        assert {path: path.stat().st_mtime_ns for path in above.rglob("*.db")} == before
        for path in (above, *above.rglob("*")):
            path.chmod(0o755)


def test_a_file_where_the_folder_should_be(tmp_path: Path, say: Say) -> None:
    place = tmp_path / "folder"
    place.write_text("a letter")
    for words in (("doctor",), ("forecast", "--plain"), ("sync",), ("restore", "x.db")):
        status, said = say(place, *words)
        assert status == 1
        assert str(place) in said
    window = process("--data", str(place), "open")
    assert window.returncode == 1
    assert f"may not write to {place}" in window.stderr
    assert place.read_text() == "a letter"


def test_odd_folders_and_files_work(tmp_path: Path, say: Say) -> None:
    """Spaces, signs that mean something in an address, and Chinese: all are only names."""
    place = tmp_path / "店 铺 #1%20'x&y;z" / "数据"
    with make_shop(place, 3) as replica:
        sell(replica, open_till(replica, 3), random.Random(1))
    goods = tmp_path / "商品 表 #2.csv"
    goods.write_text("sku,name\nT-1,绿茶\n", encoding="gb18030")
    assert say(place, "import", str(goods), "--as", "products", "--encoding", "gb18030")[0] == 0
    assert say(place, "backup", "--to", str(tmp_path / "U 盘"))[0] == 0
    (copy,) = (tmp_path / "U 盘").glob("*.db")
    assert say(place, "restore", str(copy))[0] == 0
    assert "The books are whole" in say(place, "doctor")[1]


@pytest.mark.parametrize(
    ("path", "share"),
    [
        (r"\\server\shop", True),
        (r"\\?\UNC\server\shop", True),
        ("//server/shop", True),
        (r"C:\Counterfoil", False),
        (r"\\?\C:\Counterfoil", False),
    ],
)
def test_a_share_by_its_windows_name(path: str, share: bool) -> None:
    assert volume.is_share(path) is share


@pytest.mark.skipif(sys.platform == "win32", reason="the table of mounts is not of Windows")
def test_a_network_share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, say: Say) -> None:
    real = os.path.realpath(tmp_path)
    table = tmp_path / "mounts"
    table.write_text(
        f"rootfs / ext4 rw 0 0\n//nas/pos {real}/the\\040office cifs rw 0 0\n"
        f"/dev/sda {real}/the\\040office/here ext4 rw 0 0\n"
    )
    monkeypatch.setattr(volume, "MOUNTS", table)
    share = tmp_path / "the office"
    with pytest.raises(OnNetworkShare) as raised:
        make_shop(share / "shop", 1)
    assert_clear(raised.value, str(share / "shop"), "must be on a disk of this PC")
    assert not share.exists()
    assert say(share / "shop", "doctor")[0] == 1
    make_shop(share / "here" / "shop", 1).close()


# The clock.


def test_the_clock_is_in_the_year_2000(folder: Path) -> None:
    """An empty BIOS battery: selling goes on, numbers and order stay right."""
    with Replica.open(folder, wall=lambda: YEAR_2000) as replica:
        shop = open_again(replica)
        second = sell(replica, shop, random.Random(3))
        with replica.read() as connection:
            stamps = [row[0] for row in run(connection, "SELECT hlc FROM changeset ORDER BY key")]
            numbers = run(
                connection,
                "SELECT count(*), count(DISTINCT document) "
                "FROM document_number WHERE kind = 'sale'",
            ).one()
        assert [v.name for v in examine(replica) if not v.fine] == []
    assert stamps == sorted(set(stamps))
    assert stamps[-1] >> 16 <= now_ms()
    assert numbers == (2, 2)
    with Replica.open(folder) as replica:
        third = sell(replica, open_again(replica), random.Random(4))
    assert second.head.number != third.head.number


# Files and words.


def test_a_bad_import_file(folder: Path, tmp_path: Path, say: Say) -> None:
    picture = tmp_path / "goods.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    sums = write_xlsx(
        tmp_path / "goods.xlsx", ['<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>']
    )
    cut = tmp_path / "cut.xlsx"
    cut.write_bytes(sums.read_bytes()[:300])
    before = folder_books(folder)
    for path in (picture, sums, cut, tmp_path / "none.csv", tmp_path):
        status, said = say(folder, "import", str(path), "--as", "products")
        assert status == 1, said
        assert path.name in said
    assert folder_books(folder) == before


def test_bad_rows_are_named_and_the_good_ones_come_in_once(
    folder: Path, tmp_path: Path, say: Say
) -> None:
    rows = tmp_path / "goods.csv"
    rows.write_text("sku,name,cost\nT-1,Tea,1.50\nT-2,Cup,1.50.00\nT-1,Tea again,2\n")
    status, said = say(folder, "import", str(rows), "--as", "products")
    assert status == 1
    assert "line 3" in said
    assert "1.50.00" in said
    assert "line 4" in said
    before = folder_books(folder)
    say(folder, "import", str(rows), "--as", "products")
    assert folder_books(folder) == before


def folder_books(folder: Path) -> object:
    """What a closed replica holds."""
    with Replica.open(folder) as replica:
        return books_of(replica)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("hub", "--listen", "junk"), "not an address"),
        (("hub", "--listen", "127.0.0.1:99999"), "not an address"),
        (("hub", "--postgres", "nonsense"), "database server cannot be reached"),
        (("hub", "--postgres", "postgresql+psycopg://u@127.0.0.1:1/x"), "cannot be reached"),
        (("import", "x.csv", "--delimiter", ";;"), "not one character"),
        (("restore", "none.db"), "there is no such file"),
        (("enrol", "https://127.0.0.1:1", "ABCD"), "not an enrolment code"),
        (("sync",), "not enrolled"),
    ],
)
def test_wrong_words_on_the_command_line(
    folder: Path, say: Say, words: tuple[str, ...], told: str
) -> None:
    before = folder_books(folder)
    status, said = say(folder, *words)
    assert status in (1, 2)
    assert told in said
    assert folder_books(folder) == before


def test_an_address_in_use(folder: Path, say: Say) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        status, said = say(folder, "hub", "--listen", f"127.0.0.1:{port}")
    assert status == 1
    assert "The computer refused this" in said


def test_a_company_that_cannot_be_founded_leaves_an_empty_folder(tmp_path: Path) -> None:
    place = tmp_path / "new"
    place.mkdir()
    (place / "notes.txt").write_text("mine")

    def init(*words: str, pin: str) -> subprocess.CompletedProcess[str]:
        return process("--data", str(place), "init", *words, stdin=f"{pin}\n")

    weak = init("Corner shop", pin="12")
    assert weak.returncode == 1
    assert "PIN" in weak.stderr
    euro = init("Corner shop", "--currency", "EURO", pin="481516")
    assert "EURO" in euro.stderr
    assert [path.name for path in place.iterdir()] == ["notes.txt"]
    assert init("Corner shop", pin="481516").returncode == 0
