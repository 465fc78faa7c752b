"""``counterfoil demo``: a whole company on this PC. Two windows, or a day without a display."""

import argparse
import os
import sys
from pathlib import Path

from desktop.commands.console import say

IN_A_CHECKOUT = Path(".runtime") / "demo"
NAME = "counterfoil-demo"


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_place(parser)
    parser.add_argument(
        "--unattended", action="store_true", help="play a day without windows, also with a display"
    )
    parser.add_argument("--language", choices=("en", "zh_CN"), help="the language of the windows")
    parser.add_argument(
        "--shots", type=Path, metavar="FOLDER", help="where the pictures of an unattended day go"
    )
    parser.add_argument(
        "--no-shots", action="store_true", help="no pictures: the unattended day is much shorter"
    )


def add_place(parser: argparse.ArgumentParser) -> None:
    """Declare where the demo company is, and how it is made."""
    parser.add_argument("--folder", type=Path, help="the demo company's folder")
    parser.add_argument("--days", type=int, default=365, help="days of its past (default 365)")
    parser.add_argument("--fresh", action="store_true", help="make it anew")


def run(options: argparse.Namespace) -> int:
    """Show the company in two windows; without a display play the day."""
    from desktop.demo.company import build, claim

    # Invented data needs no key store, and a demo must not ask for the password of one.
    os.environ["COUNTERFOIL_KEYS"] = "file"
    folder = (options.folder or demo_folder()).resolve()
    with claim(folder):
        place = build(folder, say, days=options.days, fresh=options.fresh)
        if options.unattended or not has_display():
            from desktop.demo.day import play_alone

            shots = None if options.no_shots else options.shots or folder.parent / "demo-screens"
            return play_alone(place, say, shots)
        from desktop.demo.showing import show

        return show(place, say, options.language)


def demo_folder() -> Path:
    """Where the demo company is: in the checkout that this runs from, else in the user's data."""
    from desktop.command_line import default_folder

    checkout = Path(__file__).resolve().parent.parent.parent
    if Path(sys.prefix) == checkout / ".venv":
        return checkout / IN_A_CHECKOUT
    return default_folder().parent / NAME


def has_display() -> bool:
    """Whether windows can open here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
