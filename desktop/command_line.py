"""``counterfoil``: the application, and everything that IT does without a window.

Each subcommand is a module of ``desktop.commands`` with ``add(parser)`` and ``run(arguments)``;
it is imported when it is asked for, so that the hub never loads Qt and ``--help`` is quick.
"""

import argparse
import errno
import logging
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from domain.errors import CounterfoilError, EnvironmentProblem

COMMANDS = {
    "open": "open the application (what happens without a command)",
    "demo": "run a demo company: a hub, two stations, simulated devices",
    "init": "make a new company on this PC",
    "hub": "run the hub that stations exchange with",
    "code": "make a one-time code with which a station enrols at the hub",
    "enrol": "enrol this PC as a station at a hub",
    "sync": "exchange with the hub now, or show what is unsent",
    "agent": "exchange with the hub again and again (started by the application)",
    "import": "read products, customers, orders … from files",
    "device": "list devices, or simulate one",
    "doctor": "prove that the books are whole, or say where they are not",
    "backup": "make a verified backup",
    "restore": "put a backup in the place of this PC's data",
    "forecast": "forecast demand and propose orders",
    "shot": "write screenshots of every screen",
    "read-file": "open a file within limits (started by import)",
}


class SystemRefused(EnvironmentProblem):
    """The operating system refused something: an address in use, a name that is no file."""

    code = "desktop.system_refused"
    sentence = (
        "The computer refused this: {reason}. What was saved before is safe. "
        "Check the name or address that was given, or ask IT."
    )


def default_folder() -> Path:
    """Where this user's replica is unless ``--data`` or ``COUNTERFOIL_DATA_FOLDER`` says so."""
    named = os.environ.get("COUNTERFOIL_DATA_FOLDER")
    if named:
        return Path(named)
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "Counterfoil"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Counterfoil"
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "counterfoil"


def module_of(command: str | None) -> str:
    """Name the module of a command."""
    return f"desktop.commands.{str(command).replace('-', '_')}_"


def parser_of(name: str | None) -> argparse.ArgumentParser:
    """Make the parser, with the named subcommand's own options."""
    parser = argparse.ArgumentParser(
        prog="counterfoil", description="Offline-first warehouse and shop client."
    )
    parser.add_argument(
        "--data", type=Path, default=None, metavar="FOLDER", help="the folder of the replica"
    )
    parser.add_argument("--verbose", action="store_true", help="say more while working")
    parsers = parser.add_subparsers(dest="command", metavar="COMMAND")
    for command, text in COMMANDS.items():
        sub = parsers.add_parser(command, help=text, description=text[0].upper() + text[1:] + ".")
        if command == name:
            import_module(module_of(command)).add(sub)
    return parser


def _command_in(arguments: Sequence[str]) -> str | None:
    return next((word for word in arguments if word in COMMANDS), None)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; give its exit status: 0 done, 1 refused or failed, 2 wrong use."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    name = _command_in(words)
    if name is None and not {"-h", "--help"} & set(words):
        words.append("open")
        name = "open"
    options = parser_of(name).parse_args(words)
    if options.data is None:
        options.data = default_folder()
    level = logging.INFO if options.verbose else logging.WARNING
    logging.basicConfig(level=level, format="%(levelname)s %(name)s: %(message)s")
    try:
        return int(import_module(module_of(name)).run(options) or 0)
    except CounterfoilError as problem:
        return _refuse(problem, name, options.data)
    except BrokenPipeError:
        # Whoever read our output has gone (`| head`): there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as problem:
        return _refuse(in_words(problem), name, options.data)
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        return 130


def in_words(problem: OSError) -> CounterfoilError:
    """Say what the operating system refused."""
    from domain.replica import DiskFull, NotWritable

    if problem.errno == errno.ENOSPC:
        return DiskFull()
    if problem.filename is not None and isinstance(problem, _NOT_WRITABLE):
        return NotWritable(path=problem.filename)
    where = f" ({problem.filename})" if problem.filename is not None else ""
    return SystemRefused(reason=f"{problem.strerror or problem}{where}")


_NOT_WRITABLE = (PermissionError, NotADirectoryError, IsADirectoryError, FileExistsError)


def _refuse(problem: CounterfoilError, command: str | None, folder: Path) -> int:
    if sys.stderr is not None:  # a window started from the desktop has no console
        sys.stderr.write(f"{problem}\n")
    if command == "open":
        from desktop.start_problem import show

        show(problem, folder)
    return 1


if __name__ == "__main__":
    sys.exit(main())
