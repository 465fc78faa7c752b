#!/usr/bin/env python3
"""Sets Counterfoil up on this machine and starts it: ``python3 run.py demo``.

One file of the standard library alone. What it makes stays in this folder: ``.venv`` (the packages
of requirements.lock) and ``.cache``. It parses on old Pythons, so that it can turn them away.
"""

import contextlib
import ctypes
import errno
import hashlib
import importlib.util
import locale
import os
import platform
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from html import escape
from pathlib import Path

if not (3, 11) <= sys.version_info[:2] <= (3, 13):
    _need = "3.11 or newer" if sys.version_info < (3, 11) else "3.11, 3.12 or 3.13"
    _fit = [
        name
        for name in ("python3.13", "python3.12", "python3.11")
        if shutil.which(name)
        and subprocess.call([name, "-c", ""], stderr=subprocess.DEVNULL) == 0  # not a mere shim
    ]
    _hint = f" {_fit[0]} is here: start run.py with it." if _fit else ""
    sys.exit("Python {} is needed, this is {}.{}.{}".format(_need, *sys.version_info[:2], _hint))

ROOT = Path(__file__).resolve().parent
VENV, CACHE = ROOT / ".venv", ROOT / ".cache"
NATIVE = CACHE / "native"
LOCK = ROOT / "requirements.lock"
STAMP, UNFINISHED = VENV / "set-up-of", VENV / "set-up-unfinished"
WINDOWS = os.name == "nt"
SCRIPTS = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = SCRIPTS / ("python.exe" if WINDOWS else "python")
SPACE_NEEDED = 1_500_000_000  # bytes: the packages, their cache, the system libraries

USAGE = """python3 run.py COMMAND [ARGUMENTS]

  demo    the main job: a demo company, its hub, its devices and two stations
  test    all checks and the quick tests; with ARGUMENTS pytest alone, with these
  lint    the checks alone: style, types, who may import whom
  shot    screenshots of every screen
  doctor  examine a station's database
  setup   prepare this folder and stop

The first start sets this folder up, which takes a minute; the later ones go ahead at once."""

UV = """uv==0.13.9
  --hash=sha256:d7f459fe4fd247d830351c75686d3996ace3c6f3f728eb0e85a30b7ada0cef19
  --hash=sha256:5435c5ce14a56431208ca0996416d310f1598e8c2c8ba707688985a16bb82dbe
  --hash=sha256:6a44b2ed8111d2f60d2b92627c5dccda3f7ed7570b18ce115e569cd68c28246b
  --hash=sha256:66c512266d633bef48384a1f53003f41f2a8e7b36fe6e7fbfd3e0fd52d96fa63
"""  # Linux x86-64 and ARM, Windows, macOS; others get pip, which is slower

# Who needs it, the library, and its package for apt-get, dnf, pacman and zypper.
LIBRARIES = """
all libglib-2.0.so.0        libglib2.0-0       glib2             glib2             libglib-2_0-0
all libz.so.1               zlib1g             zlib              zlib              libz1
all libGL.so.1              libgl1             libglvnd-glx      libglvnd          libglvnd
all libEGL.so.1             libegl1            libglvnd-egl      libglvnd          libglvnd
all libdbus-1.so.3          libdbus-1-3        dbus-libs         dbus              libdbus-1-3
all libfontconfig.so.1      libfontconfig1     fontconfig        fontconfig        libfontconfig1
all libxkbcommon.so.0       libxkbcommon0      libxkbcommon      libxkbcommon      libxkbcommon0
x11 libX11-xcb.so.1         libx11-xcb1        libX11-xcb        libx11            libX11-xcb1
x11 libxcb-cursor.so.0      libxcb-cursor0     xcb-util-cursor   xcb-util-cursor   libxcb-cursor0
x11 libxcb-icccm.so.4       libxcb-icccm4      xcb-util-wm       xcb-util-wm       libxcb-icccm4
x11 libxcb-keysyms.so.1     libxcb-keysyms1    xcb-util-keysyms  xcb-util-keysyms  libxcb-keysyms1
x11 libxcb-randr.so.0       libxcb-randr0      libxcb            libxcb            libxcb-randr0
x11 libxcb-shape.so.0       libxcb-shape0      libxcb            libxcb            libxcb-shape0
x11 libxcb-sync.so.1        libxcb-sync1       libxcb            libxcb            libxcb-sync1
x11 libxcb-xfixes.so.0      libxcb-xfixes0     libxcb            libxcb            libxcb-xfixes0
x11 libxcb-xkb.so.1         libxcb-xkb1        libxcb            libxcb            libxcb-xkb1
x11 libxkbcommon-x11.so.0   libxkbcommon-x11-0 libxkbcommon-x11 libxkbcommon-x11 libxkbcommon-x11-0
way libwayland-client.so.0  libwayland-client0 libwayland-client wayland          libwayland-client0
way libwayland-cursor.so.0  libwayland-cursor0 libwayland-cursor wayland          libwayland-cursor0
way libwayland-egl.so.1     libwayland-egl1    libwayland-egl    wayland           libwayland-egl1
"""
MANAGERS = {"apt-get": "install", "dnf": "install", "pacman": "-S", "zypper": "install"}
# Graphics drivers and what they need, 260 MB, which windows drawn in software never load.
DRIVERS = re.compile(r"mesa|llvm|drm|gbm|glapi|libz3|sensors|pciaccess|libelf|icu|xml2")

# What a tool's output means: the first pattern that is found, and the sentence for it.
CAUSES = """
no space left|os error 28\\b|errno 28\\b|disk quota|not enough space|os error 112
The disk is full: make room (1.5 GB for a first set-up), then start the same again.

hash mismatch|do not match the hashes
A downloaded package is not the one that requirements.lock names; it was not installed.

certificate|unknownissuer|\\bssl:
The index's certificate is not trusted here: see PIP_CERT in docs/setup.md.

\\b40[137] |unauthorized|forbidden|proxy authentication
The package index or the proxy refuses: see the password in its address (docs/setup.md).

dns error|resolv(e|ing) |name or service|unreachable|no route|timed out|could not connect\
|connection (refused|reset|error|broken)|failed to fetch|error sending request\
|urlopen error|newconnectionerror|unable to locate package
The network or the package index cannot be reached: see to the connection, the proxy or the \
index setting (docs/setup.md), then start the same again.

no solution found|no matching distribution
The package index lacks a package of requirements.lock for this machine, or does not show it \
without a name and password in its address (docs/setup.md).

permission denied|os error 13\\b|read-only file system|os error 30\\b
This folder cannot be written, or programs may not be started from it: use another one.
"""

IS_SATISFIED = """
import sys
from importlib.metadata import version
from packaging.requirements import Requirement
assert sys.version.split()[0] == sys.argv[1]
for line in open(sys.argv[2], encoding="utf-8"):
    if line[0].isalnum():
        wanted = Requirement(line.rstrip().rstrip(chr(92)))
        if wanted.marker is None or wanted.marker.evaluate():
            assert wanted.specifier.contains(version(wanted.name), prereleases=True)
"""


class Trouble(Exception):
    """Something that the person at the keyboard can put right; the text says it in a sentence."""


def say(text: str) -> None:
    """Print one line at once."""
    print(text, flush=True)


def cause_of(output: str) -> str:
    """What a tool's output means, in a sentence; its own last lines where no rule fits."""
    for rule in CAUSES.strip().split("\n\n"):
        pattern, sentence = rule.splitlines()
        if re.search(pattern, output, re.IGNORECASE):
            return sentence
    return " / ".join(line.strip() for line in output.strip().splitlines()[-3:])


def run_tool(
    command: list[str], doing: str, env: dict[str, str] | None = None, cwd: Path = ROOT
) -> str:
    """Run a tool, show the lines that tell of progress, return all; Trouble when it fails."""
    lines = []
    with subprocess.Popen(
        command,
        cwd=cwd,
        env={**(os.environ if env is None else env), "LC_ALL": "C.UTF-8", "PIP_NO_INPUT": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            lines.append(line)
            if line.startswith(("Downloading", "Installed ", "Successfully ")):
                say("  " + line.strip()[:90])
    if process.returncode:
        raise Trouble(f"{doing} did not work. {cause_of(''.join(lines))}")
    return "".join(lines)


def run_child(command: list[str], env: dict[str, str]) -> int:
    """Run a program in the foreground to its end; Ctrl+C and SIGTERM are the program's to obey."""
    process = subprocess.Popen(command, cwd=ROOT, env=env)
    signal.signal(signal.SIGTERM, lambda *_: process.terminate())
    while True:
        with contextlib.suppress(KeyboardInterrupt):  # the terminal sends it to the child as well
            return process.wait()


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Hold the folder's lock; a second run.py waits here."""
    CACHE.mkdir(exist_ok=True)
    with (CACHE / "set-up.lock").open("a") as file:
        if not try_lock(file.fileno()):
            say("Another run.py is setting up this folder; waiting for it.")
            while not try_lock(file.fileno()):
                time.sleep(0.2)
        yield


def try_lock(number: int) -> bool:
    """Lock the open file unless another process has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in (errno.EAGAIN, errno.EACCES, errno.EDEADLK):
            raise
        return False
    return True


# ---- the installer: uv, which is one download; else pip


def find_pip(may_fetch: bool) -> list[str]:
    """The command that runs pip: this Python's, a private one, or Debian's copy, fetched."""
    own = CACHE / "pip" / SCRIPTS.name / PYTHON.name
    if importlib.util.find_spec("pip"):
        return [sys.executable, "-m", "pip"]
    if may_fetch and not own.exists() and importlib.util.find_spec("ensurepip"):
        with contextlib.suppress(Trouble):
            run_tool([sys.executable, "-m", "venv", str(CACHE / "pip")], "Making a private pip")
    if own.exists():
        return [str(own), "-m", "pip"]
    wheels = debian_pips()
    if may_fetch and not wheels and shutil.which("apt-get"):
        say("Getting pip from the system's packages, for this folder alone.")
        unpack_packages(["python3-pip-whl"])
        wheels = debian_pips()
    return [sys.executable, f"{wheels[0]}/pip"] if wheels else []


def debian_pips() -> list[Path]:
    """The wheels of pip in Debian's package for venv: the system's, or unpacked in .cache."""
    return [p for top in (Path("/"), NATIVE) for p in top.glob("usr/share/python-wheels/pip-*.whl")]


def pip_settings(listed: str, environ: dict[str, str]) -> dict[str, str]:
    """pip's settings from what ``pip config list`` prints and from the PIP_* variables."""
    settings = {}
    for key, value in re.findall(r"^[\w-]+\.([\w-]+)='(.*)'$", listed, re.MULTILINE):
        settings[key.replace("_", "-")] = value.replace("\\n", " ")
    for name, value in environ.items():
        if name.startswith("PIP_") and value:
            settings[name[4:].lower().replace("_", "-")] = value
    return settings


def uv_variables(settings: dict[str, str]) -> dict[str, str]:
    """pip's settings as uv's variables, for uv does not read them; missing folders are left out."""
    extra = " ".join(settings.get("extra-index-url", "").split())
    links = [p for p in settings.get("find-links", "").split() if "://" in p or Path(p).exists()]
    found = {
        "UV_DEFAULT_INDEX": settings.get("index-url", ""),
        "UV_INDEX": extra,
        "UV_INDEX_STRATEGY": "unsafe-best-match" if extra else "",  # pip's way; hashes keep it safe
        "UV_FIND_LINKS": ",".join(links),
        "UV_INSECURE_HOST": " ".join(settings.get("trusted-host", "").split()),
        "UV_HTTP_TIMEOUT": settings.get("timeout", settings.get("default-timeout", "")),
        "SSL_CERT_FILE": settings.get("cert", ""),
        "SSL_CLIENT_CERT": settings.get("client-cert", ""),
        "ALL_PROXY": settings.get("proxy", ""),
        "UV_CACHE_DIR": str(CACHE / "uv-cache"),
        "UV_PYTHON_DOWNLOADS": "never",
        "UV_SYSTEM_CERTS": "1",
        "UV_NATIVE_TLS": "1",  # what older releases call it
    }
    return {name: value for name, value in found.items() if value}


def fetch_uv(pip: list[str]) -> None:
    """Let pip put the pinned uv into .cache; where it cannot, pip will do uv's work."""
    say("Getting uv, which installs the packages.")
    pins = CACHE / "uv.txt"
    pins.write_text(UV.replace("\n  ", " "), encoding="utf-8")
    options = [
        "--retries",
        "1",
        "--no-deps",
        "--only-binary",
        ":all:",
        "--require-hashes",
        "-r",
        str(pins),
    ]
    with contextlib.suppress(Trouble):
        run_tool([*pip, "install", *options, "--target", str(CACHE / "uv")], "Getting uv")


def find_uv() -> str:
    """The path of uv, the system's or ours; empty if there is none."""
    return shutil.which("uv") or shutil.which("uv", path=str(CACHE / "uv" / "bin")) or ""


def install_packages() -> None:
    """Make .venv and install exactly what requirements.lock names."""
    free = shutil.disk_usage(ROOT).free
    if free < SPACE_NEEDED:
        gigabytes = f"{SPACE_NEEDED / 1e9:.1f} GB, and {free / 1e9:.1f} GB are"
        raise Trouble(f"The disk is nearly full: setting up needs {gigabytes} free in {ROOT}.")
    uv = find_uv()
    pip = find_pip(may_fetch=not uv)
    if pip and not uv:
        fetch_uv(pip)
        uv = find_uv()
    if not (uv or pip):
        raise Trouble(
            "pip is missing. Install it (Debian, Ubuntu: apt-get install python3-venv python3-pip; "
            "Fedora: dnf install python3-pip; openSUSE: zypper install python3-pip), then start "
            "the same again."
        )
    settings = pip_settings(
        run_tool([*pip, "config", "list"], "pip") if pip else "", {**os.environ}
    )
    env = {**uv_variables(settings), **os.environ}
    with contextlib.suppress(FileNotFoundError):
        shutil.rmtree(VENV)
    say(f"Making {VENV.name} and installing the packages of {LOCK.name}.")
    wanted = ["--require-hashes", "-r", str(LOCK)]
    if uv:
        run_tool([uv, "venv", "--no-project", "-p", sys.executable, str(VENV)], "Making .venv", env)
        UNFINISHED.touch()
        if settings.get("no-index", "").lower() in ("1", "true", "yes", "on"):
            wanted.append("--no-index")
        command = [uv, "pip", "install", "--python", str(PYTHON), *wanted]
    else:
        run_tool([sys.executable, "-m", "venv", "--without-pip", str(VENV)], "Making .venv")
        UNFINISHED.touch()
        command = [*pip, "--python", str(PYTHON), "install", "--progress-bar", "off", *wanted]
    run_tool(command, "Installing the packages", env)
    UNFINISHED.unlink()


def install_project() -> None:
    """Let the environment find this folder's packages, and give it the command ``counterfoil``."""
    folder = "Lib" if WINDOWS else "lib/python%d.%d" % sys.version_info[:2]  # noqa: UP031
    line = f"import sys; sys.path.append({str(ROOT)!a})\n"  # ASCII, whatever the folder's name
    (VENV / folder / "site-packages" / "counterfoil.pth").write_text(line, encoding="ascii")
    if WINDOWS:
        text = '@"%~dp0python.exe" -P -m desktop.command_line %*\n'
        (SCRIPTS / "counterfoil.cmd").write_text(text, encoding="ascii")
    else:
        script = SCRIPTS / "counterfoil"
        exports = "".join(f"export {k}={shlex.quote(v)}\n" for k, v in native_variables().items())
        start = f'exec {shlex.quote(str(PYTHON))} -P -m desktop.command_line "$@"\n'
        script.write_text("#!/bin/sh\n" + exports + start, encoding="utf-8")
        script.chmod(0o755)


# ---- the system's libraries


def unpack_packages(names: list[str]) -> None:
    """Fetch Debian packages with what they need and unpack them in .cache: no root, no traces."""
    state = CACHE / "apt"
    for folder in ("lists/partial", "archives/partial", "debs"):
        (state / folder).mkdir(parents=True, exist_ok=True)
    private = (f"Dir::State::Lists={state}/lists", f"Dir::Cache={state}", "Debug::NoLocking=1")
    apt = ["apt-get", "-q", *(f"-o{option}" for option in (*private, "APT::Sandbox::User="))]
    run_tool([*apt, "update"], "Reading the system's package lists")
    plan = run_tool([*apt, "-s", "--no-install-recommends", "install", *names], "Finding packages")
    chosen = [n for n in re.findall(r"^Inst (\S+)", plan, re.MULTILINE) if not DRIVERS.search(n)]
    run_tool([*apt, "download", *chosen], "Fetching system packages", cwd=state / "debs")
    for package in (state / "debs").glob("*.deb"):
        run_tool(["dpkg-deb", "-x", str(package), str(NATIVE)], "Unpacking system packages")
    shutil.rmtree(state)


def native_folders() -> list[str]:
    """The folders of privately unpacked libraries."""
    tops = (NATIVE / "lib", NATIVE / "usr/lib")
    return [str(folder) for top in tops for folder in top.glob("*-linux-gnu*")]


def native_variables() -> dict[str, str]:
    """What lets programs find the privately unpacked libraries, fonts and keyboards."""
    folders = native_folders()
    if not folders:
        return {}
    before = os.environ.get("LD_LIBRARY_PATH")
    found = {"LD_LIBRARY_PATH": ":".join([*folders, before] if before else folders)}
    if not Path("/etc/fonts/fonts.conf").exists():
        found["FONTCONFIG_FILE"] = str(NATIVE / "fonts.conf")
    if not Path("/usr/share/X11/xkb").exists():
        found["XKB_CONFIG_ROOT"] = str(NATIVE / "usr/share/X11/xkb")
    return found


def loads(library: str) -> bool:
    """Whether the system or .cache has the library."""
    with contextlib.suppress(OSError):
        return bool(ctypes.CDLL(library))
    return any(Path(folder, library).exists() for folder in native_folders())


def install_libraries(missing: list[list[str]]) -> None:
    """Install what Qt needs of the system: with apt-get as root, else unpacked in .cache."""
    names = sorted({row[2] for row in missing})
    if shutil.which("apt-get"):
        say(f"Installing system libraries: {' '.join(names)}.")
        if os.geteuid() == 0:
            with contextlib.suppress(Trouble):
                run_tool(["apt-get", "-q", "update"], "apt-get")
                options = ["-q", "-y", "--no-install-recommends"]
                env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
                run_tool(["apt-get", *options, "install", *names], "apt-get", env)
        if not all(loads(row[1]) for row in missing):
            unpack_packages(names)
            fonts = "".join(
                f"<dir>{top}/usr/share/fonts</dir>" for top in ("", escape(str(NATIVE)))
            )
            text = f"<fontconfig>{fonts}<cachedir prefix='xdg'>fontconfig</cachedir></fontconfig>"
            (NATIVE / "fonts.conf").write_text(text, encoding="utf-8")
    missing = [row for row in missing if not loads(row[1])]
    if missing:
        column = next((n for n, name in enumerate(MANAGERS) if shutil.which(name)), 0)
        manager = [*MANAGERS][column]
        packages = " ".join(sorted({row[2 + column] for row in missing}))
        raise Trouble(
            f"System libraries are missing ({', '.join(row[1] for row in missing)}). "
            f"Install them, as root: {manager} {MANAGERS[manager]} {packages}"
        )


# ---- the whole


def is_satisfied() -> bool:
    """Whether .venv already holds every package of the lock file, for this Python."""
    if not PYTHON.exists() or UNFINISHED.exists():
        return False
    check = [str(PYTHON), "-c", IS_SATISFIED, platform.python_version(), str(LOCK)]
    return subprocess.run(check, cwd=ROOT, capture_output=True, check=False).returncode == 0


def is_set_up(key: str) -> bool:
    """Whether .venv was made from these very inputs."""
    return PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8") == key


def prepare(display: str) -> None:
    """Set the folder up unless it is: packages, the project itself, the system's libraries."""
    for folder in (ROOT, VENV, CACHE, *ROOT.glob(".*_cache")):
        if folder.exists() and not os.access(folder, os.W_OK):
            raise Trouble(
                f"You may not write to {folder}. Work as its owner, remove it, or make your own "
                "clone in a folder that is yours."
            )
    inputs = [LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes()]
    facts = [platform.python_version(), platform.machine(), sys.platform, str(ROOT)]
    key = hashlib.sha256(b"\n".join([*inputs, *(fact.encode() for fact in facts)])).hexdigest()
    needed = [row.split() for row in LIBRARIES.split("\n") if row[:3] in ("all", display)]
    needed = needed if sys.platform == "linux" else []
    if is_set_up(key) and all(loads(row[1]) for row in needed):
        return
    with one_at_a_time():
        if not is_set_up(key):
            if not is_satisfied():
                install_packages()
            install_project()
            STAMP.write_text(key, encoding="utf-8")
        missing = [row for row in needed if not loads(row[1])]
        if missing:
            install_libraries(missing)
            install_project()  # its command names the folders of the libraries


def display_here() -> str:
    """The kind of screen that windows can open on: x11, way(land), own (not Linux) or none."""
    if sys.platform != "linux":
        return "own"
    kinds = (("x11", "DISPLAY"), ("way", "WAYLAND_DISPLAY"))
    return next((kind for kind, variable in kinds if os.environ.get(variable)), "none")


def child_environment(display: str) -> dict[str, str]:
    """The variables for programs of .venv."""
    env = {**os.environ, **native_variables(), "VIRTUAL_ENV": str(VENV)}
    env["PATH"] = os.pathsep.join([str(SCRIPTS), env.get("PATH", os.defpath)])
    for name in ("PYTHONHOME", "PYTHONPATH"):
        env.pop(name, None)
    if display == "none":
        env.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        locale.setlocale(locale.LC_ALL, "")
        has_utf8 = locale.getencoding().lower() in ("utf-8", "utf8")
    except locale.Error:
        has_utf8 = False
    if not has_utf8 and not WINDOWS:
        env["LC_ALL"] = "C.UTF-8"  # without it Qt complains, and Chinese names cannot be printed
    return env


def lint(env: dict[str, str]) -> list[str]:
    """Run the checks; the names of those that found something."""
    checks = ("ruff check .", "ruff format --check .", "mypy", "lint-imports")
    failed = []
    for check in checks:
        say(f"== {check}")
        program, *arguments = check.split()
        if run_child([str(SCRIPTS / program), *arguments], env):
            failed.append(check)
    return failed


def test(arguments: list[str], env: dict[str, str]) -> int:
    """The checks and the quick tests; given arguments, pytest with just these."""
    env.setdefault("QT_QPA_PLATFORM", "offscreen")
    if arguments:
        return run_child([str(PYTHON), "-m", "pytest", *arguments], env)
    failed = lint(env)
    env.setdefault("HYPOTHESIS_PROFILE", "ci")
    quick = ["-n", "2", "--dist", "worksteal", "-m", "not slow and not xvfb"]
    code = run_child([str(PYTHON), "-m", "pytest", *quick], env)
    if failed:
        say(f"Found by the checks above, to be mended: {', '.join(failed)}.")
    return code or bool(failed)


def main(arguments: list[str]) -> int:
    """Prepare the folder and run one command; the exit code."""
    command, rest = (arguments or ["help"])[0], arguments[1:]
    if command not in ("demo", "test", "lint", "shot", "doctor", "setup"):
        say(USAGE)
        return 0 if command in ("help", "-h", "--help") else 2
    try:
        display = "none" if command in ("test", "lint", "shot") else display_here()
        prepare(display)
        env = child_environment(display)
        if command == "setup":
            say(f"This folder is set up. Python: {PYTHON}")
            return 0
        if command == "test":
            return test(rest, env)
        if command == "lint":
            return bool(lint(env))
        return run_child([str(PYTHON), "-m", "desktop.command_line", command, *rest], env)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Setting up did not work. {cause_of(str(error))}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. The same command goes on from here.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
