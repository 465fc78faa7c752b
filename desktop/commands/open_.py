"""``counterfoil open``: the application's window."""

import argparse
import os
import signal
import sys

from desktop.commands.console import add_until_closed, open_replica, when_input_ends


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--language", choices=("en", "zh_CN"), help="the language to start in")
    parser.add_argument("--no-agent", action="store_true", help="do not exchange with the hub")
    add_until_closed(parser)


def run(options: argparse.Namespace) -> int:
    """Open the window on this PC's replica; a second start brings the first window forward."""
    from PySide6.QtWidgets import QApplication

    from desktop.single_instance import SingleInstance

    seen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not seen:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(sys.argv[:1])
    options.data.mkdir(parents=True, exist_ok=True)
    instance = SingleInstance(options.data)
    if not instance.claim(sys.argv[1:]):
        return 0
    from desktop.application import StationApplication
    from desktop.screens import SCREENS

    with open_replica(options.data) as replica:
        station = StationApplication(application, replica, SCREENS, with_agent=not options.no_agent)
        station.crash.install()
        if options.language:
            station.languages.use(options.language)
        instance.called.connect(lambda _: station.shell.activateWindow())
        station.start()
        if options.until_closed:
            when_input_ends(station.end_asked.emit)
        # Ctrl+C in the terminal closes the window in order; the status timer lets Python hear it.
        signal.signal(signal.SIGINT, lambda *_: station.end_asked.emit())
        try:
            return application.exec()
        finally:
            station.close()
            instance.release()
