"""What every test is watched for."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

EXAMPLES = """
import logging
import threading
import time
import pytest

def test_thread_left():
    threading.Thread(target=time.sleep, args=(4,), name="forgotten").start()

def test_thread_that_ends():
    threading.Thread(target=time.sleep, args=(0.2,)).start()

def test_log_surprise():
    logging.getLogger("till").warning("drawer open")

@pytest.mark.expects_log
def test_log_announced():
    logging.getLogger("till").error("drawer stuck")

def test_log_read(caplog):
    logging.getLogger("till").warning("drawer open")
    assert "open" in caplog.text

def test_real_data(data_folder):
    assert False

def test_private_home():
    import keyring.core, os
    assert "counterfoil-test-" in os.environ["XDG_DATA_HOME"]
    assert keyring.core.load_env() is not None
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
"""


def test_threads_and_log_lines_that_nobody_announced_fail_a_test(tmp_path: Path) -> None:
    example = tmp_path / "test_example.py"
    example.write_text(EXAMPLES, encoding="utf-8")
    missing = tmp_path / "nowhere"
    options = ["-p", "tests.conftest", "-q", "-p", "no:cacheprovider", "-c", "pyproject.toml"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "--rootdir", str(tmp_path), str(example)],
        cwd=ROOT,
        env={**os.environ, "COUNTERFOIL_DATA": str(missing)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert re.findall(r"ERROR at teardown of (\w+)", done.stdout) == [
        "test_thread_left",
        "test_log_surprise",
    ]
    assert "left running: forgotten" in done.stdout
    assert "WARNING till: drawer open" in done.stdout
    assert f"no real data: {missing} does not exist" in done.stdout
    assert "6 passed, 1 skipped, 2 errors" in done.stdout, done.stdout
