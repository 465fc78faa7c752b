"""The actions that belong to the window and are there on every screen."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from desktop.actions import Action, act
from desktop.offload import Query

if TYPE_CHECKING:
    from desktop.shell import Shell


def window_actions(shell: "Shell") -> Sequence[Action]:
    """Give the window's actions, those first that are asked for most."""

    def signed_on() -> bool:
        return bool(shell.context.session.user_name)

    def speak() -> None:
        shell.languages.use(shell.languages.next_code())

    return (
        act("help", shell.open_help, on_bar=False),
        act("palette", shell.open_palette, on_bar=False),
        act("back", shell.back, enabled=signed_on, on_bar=False),
        act("menu", lambda: shell.go_if_there("home"), enabled=signed_on, on_bar=False),
        act("devices", lambda: shell.go_if_there("sync"), enabled=signed_on, on_bar=False),
        act("clear", shell.clear, on_bar=False),
        act("lock", shell.lock, enabled=signed_on, on_bar=False),
        act("mute", shell.switch_sound, on_bar=False),
        act("theme", shell.switch_theme, on_bar=False),
        act("language", speak, on_bar=False),
        act("barcodes", lambda: print_barcodes(shell), on_bar=False),
    )


def print_barcodes(shell: "Shell") -> None:
    """Write the sheet of command barcodes as a PDF and open it with the system's viewer."""
    from desktop.barcode_sheet import write_pdf

    place = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(place))
    path = folder / "counterfoil-commands.pdf"
    title = QCoreApplication.translate("Actions", "Command barcodes")
    actions = list(shell.actions_now())

    def write(_connection: object) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        write_pdf(path, title, actions)
        return path

    def show(written: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(written)))
        text = QCoreApplication.translate("Actions", "The barcodes are in %1")
        shell.banner.success(text.replace("%1", str(written)))

    Query(shell, write).success(show).run(shell.context.offload)
