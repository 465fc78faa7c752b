"""What every test has: a private home, strict logs and threads, PostgreSQL, the real data.

- ``postgres_url``: a fresh PostgreSQL database, a SQLAlchemy URL; ``postgres_server``: its server.
- ``data_folder``: the real data sets (``COUNTERFOIL_DATA``, else ``../shared/data``); a test that
  uses it is marked ``realdata`` and skipped, with the reason, where the folder is missing.
- A test fails that leaves a thread running, or logs a warning that it did not announce with
  ``@pytest.mark.expects_log`` (or read through ``caplog``).
- Hypothesis profiles, by ``HYPOTHESIS_PROFILE``: ``everyday``, ``ci`` (always the same examples),
  ``long``.
"""

import atexit
import logging
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.support.postgres import PostgresServer

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("COUNTERFOIL_DATA") or ROOT.parent / "shared" / "data")
THREAD_SECONDS = 2.0  # what a thread that was told to stop may take


def _private_home() -> None:
    """Keep tests away from the user's screen, settings, data and key store."""
    parent = os.environ.get("COUNTERFOIL_TEST_HOME")  # set by the process that started this worker
    home = Path(tempfile.mkdtemp(prefix="counterfoil-test-", dir=parent))
    if parent is None:
        os.environ["COUNTERFOIL_TEST_HOME"] = str(home)
        atexit.register(shutil.rmtree, home, ignore_errors=True)
    for name in (
        "XDG_CACHE_HOME",
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "XDG_RUNTIME_DIR",
        "XDG_STATE_HOME",
        "APPDATA",
        "LOCALAPPDATA",
    ):
        folder = home / name.lower()
        folder.mkdir(mode=0o700)
        os.environ[name] = str(folder)
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


_private_home()

settings.register_profile("everyday", deadline=None)
settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    max_examples=40,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("long", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "everyday"))


def pytest_configure(config: pytest.Config) -> None:
    """Name the marks that this file reads."""
    config.addinivalue_line("markers", "expects_log: logs a warning or error on purpose")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whoever uses the real data is marked so, and skipped where there is none."""
    for item in items:
        if "data_folder" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.realdata)
        if item.get_closest_marker("realdata") and not DATA.is_dir():
            item.add_marker(pytest.mark.skip(reason=f"no real data: {DATA} does not exist"))


@pytest.fixture(scope="session")
def data_folder() -> Path:
    """The folder of the real data sets, read only."""
    if not DATA.is_dir():
        pytest.skip(f"no real data: {DATA} does not exist")
    return DATA


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """One PostgreSQL for the whole run."""
    with PostgresServer() as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """An empty PostgreSQL database of the test's own, as a SQLAlchemy URL."""
    with postgres_server.new_database() as url:
        yield url


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """Fail a test that leaves a non-daemon thread behind."""
    before = set(threading.enumerate())
    yield
    until = time.monotonic() + THREAD_SECONDS
    while left := [t for t in threading.enumerate() if t not in before and not t.daemon]:
        if time.monotonic() > until:
            pytest.fail(f"left running: {', '.join(thread.name for thread in left)}")
        left[0].join(0.02)


class _Warnings(logging.Handler):
    """Keeps what was logged at WARNING or above, as text."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_surprise_in_the_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning or an error without saying that it will."""
    handler = _Warnings()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    announced = request.node.get_closest_marker("expects_log") or "caplog" in request.fixturenames
    if handler.lines and not announced:
        pytest.fail("logged unexpectedly:\n" + "\n".join(handler.lines))
