"""The newcomer's file: what it says, what it hands to the tools, how it behaves under Ctrl+C."""

import ast
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

import run

FILE = Path(run.__file__)
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals and shebangs")


def test_parses_on_pythons_that_it_turns_away() -> None:
    ast.parse(FILE.read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize(
    ("version", "sentence"),
    [
        ((3, 9, 18), "Python 3.11 or newer is needed, this is 3.9."),
        ((3, 14, 0), "Python 3.11, 3.12 or 3.13 is needed, this is 3.14."),
    ],
)
def test_says_which_python_is_needed(version: tuple[int, ...], sentence: str) -> None:
    program = f"import runpy, sys; sys.version_info = {version}; runpy.run_path({str(FILE)!r})"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith(sentence)
    assert "Traceback" not in done.stderr


def test_names_no_address_of_any_index() -> None:
    assert re.findall(r"\w+://[\w.-]+", FILE.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("output", "beginning"),
    [
        ("error: Failed to write: No space left on device (os error 28)", "The disk is full"),
        ("OSError: [Errno 28] No space left on device: '/x'", "The disk is full"),
        ("error: Hash mismatch for `six==1.17.0`", "A downloaded package is not the one"),
        ("invalid peer certificate: UnknownIssuer", "The index's certificate is not trusted"),
        ("HTTP status client error (401 Unauthorized) for url", "The package index or the proxy"),
        ("dns error: failed to lookup address information", "The network or the package index"),
        ("Temporary failure resolving 'mirror'\nE: Unable to locate package libgl1", "The network"),
        ("ERROR: No matching distribution found for uv==0.13.9", "The package index lacks"),
        ("[Errno 13] Permission denied: '/srv/.venv'", "This folder cannot be written"),
        ("first\nsecond\n  third\nfourth\n", "second / third / fourth"),
    ],
)
def test_tells_the_cause_in_a_sentence(output: str, beginning: str) -> None:
    assert run.cause_of(output).startswith(beginning)


def test_reads_what_pip_is_configured_with() -> None:
    listed = (
        ":env:.cert='/ignored: the variable itself follows'\n"
        "global.index-url='scheme://mirror/simple'\n"
        "global.extra_index_url='\\nscheme://one\\nscheme://two'\n"
        "install.trusted-host='mirror'\n"
    )
    assert run.pip_settings(listed, {"PIP_CERT": "/ca.pem", "PIP_INDEX_URL": "scheme://own"}) == {
        "index-url": "scheme://own",
        "extra-index-url": " scheme://one scheme://two",
        "trusted-host": "mirror",
        "cert": "/ca.pem",
    }


def test_hands_pips_settings_to_uv(tmp_path: Path) -> None:
    variables = run.uv_variables(
        {
            "index-url": "scheme://mirror/simple",
            "extra-index-url": " scheme://one  scheme://two",
            "find-links": f"{tmp_path} {tmp_path}/missing scheme://pages",
            "trusted-host": "mirror",
            "default-timeout": "180",
            "cert": "/ca.pem",
            "proxy": "scheme://proxy",
        }
    )
    assert variables["UV_DEFAULT_INDEX"] == "scheme://mirror/simple"
    assert variables["UV_INDEX"] == "scheme://one scheme://two"
    assert variables["UV_FIND_LINKS"] == f"{tmp_path},scheme://pages"
    assert variables["UV_INSECURE_HOST"] == "mirror"
    assert variables["UV_HTTP_TIMEOUT"] == "180"
    assert variables["SSL_CERT_FILE"] == "/ca.pem"
    assert variables["ALL_PROXY"] == "scheme://proxy"
    assert variables["UV_PYTHON_DOWNLOADS"] == "never"


def test_without_settings_uv_keeps_its_own_index() -> None:
    assert not {"UV_DEFAULT_INDEX", "UV_INDEX", "UV_FIND_LINKS"} & run.uv_variables({}).keys()


def test_a_nearly_full_disk_is_named_before_anything_is_fetched(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=200_000_000))
    with pytest.raises(run.Trouble, match=r"needs 1\.5 GB, and 0\.2 GB are free in "):
        run.install_packages()


@pytest.mark.parametrize(
    ("manager", "command"),
    [
        ("dnf", "dnf install libglvnd-glx"),
        ("pacman", "pacman -S libglvnd"),
        ("zypper", "zypper install libglvnd"),
        ("none", "apt-get install libgl1"),
    ],
)
def test_names_the_packages_for_the_system_it_is_on(
    manager: str, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: name if name == manager else None)
    monkeypatch.setattr(run, "loads", lambda _: False)
    row = next(row.split() for row in run.LIBRARIES.splitlines() if "libGL.so.1" in row)
    with pytest.raises(run.Trouble, match=f"as root: {command}$"):
        run.install_libraries([row])


def test_every_library_has_a_name_in_every_system() -> None:
    rows = [row.split() for row in run.LIBRARIES.split("\n") if row]
    assert {len(row) for row in rows} == {2 + len(run.MANAGERS)}
    assert {row[0] for row in rows} == {"all", "x11", "way"}


def test_two_runs_at_once_take_turns(tmp_path: Path) -> None:
    place = tmp_path / "lock"
    with place.open("a") as first, place.open("a") as second:
        assert run.try_lock(first.fileno())
        assert not run.try_lock(second.fileno())
        first.close()
        assert run.try_lock(second.fileno())


@posix
def test_an_awkward_folder_name_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "仓库 'no. 1' & more"
    (root / "desktop").mkdir(parents=True)
    (root / "desktop" / "command_line.py").write_text("import sys; print(sys.argv[1:])")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", root / ".venv"], check=True)
    monkeypatch.setattr(run, "ROOT", root)
    monkeypatch.setattr(run, "VENV", root / ".venv")
    monkeypatch.setattr(run, "SCRIPTS", root / ".venv/bin")
    monkeypatch.setattr(run, "PYTHON", root / ".venv/bin/python")
    run.install_project()
    done = subprocess.run(
        [root / ".venv/bin/counterfoil", "import", "my goods.csv"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "['import', 'my goods.csv']\n", done.stderr


@posix
def test_after_ctrl_c_the_program_may_finish_its_own_good_bye() -> None:
    child = (
        "import time\n"
        "try: print('ready', flush=True); time.sleep(60)\n"
        "except KeyboardInterrupt: time.sleep(0.6); print('good-bye', flush=True); exit(7)"
    )
    program = f"import run, os, sys; sys.exit(run.run_child([sys.executable, '-c', {child!r}], "
    with subprocess.Popen(
        [sys.executable, "-c", program + "dict(os.environ)))"],
        cwd=FILE.parent,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(0.5)  # the parent must be waiting for its child by now
        os.killpg(process.pid, signal.SIGINT)
        assert process.stdout.read() == "good-bye\n"
    assert process.returncode == 7


@pytest.mark.parametrize(("arguments", "code"), [([], 0), (["--help"], 0), (["fly"], 2)])
def test_tells_its_commands(
    arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run.main(arguments) == code
    assert "demo" in capsys.readouterr().out
