"""Pictures of the windows at work: each moment in both themes and both languages."""

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog

from desktop import gallery, theme
from desktop.demo.driver import Hands

LOOKS = tuple((mode, code) for mode in theme.MODES for code in ("en", "zh_CN"))


class Camera:
    """Takes pictures into a folder, and writes the page that shows them all."""

    def __init__(self, folder: Path | None) -> None:
        """Without a folder no picture is taken; those of an earlier day go."""
        self._folder = folder
        if folder is not None:
            for mode, code in LOOKS:
                for old in folder.glob(f"[0-9][0-9]-*-{mode}-{code}.png"):
                    old.unlink()
        self._titles: list[str] = []
        self.count = 0

    def take(self, hands: Hands, name: str) -> None:
        """Take the window's picture in every look, with the dialog above it."""
        if self._folder is None:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        title = f"{len(self._titles) + 1:02d}-{name}"
        self._titles.append(title)
        languages, mode = hands.station.languages, theme.current().mode
        code, said = languages.code, hands.shell.banner.outcome
        for look, language in LOOKS:
            if language != code and hands.dialog() is not None:
                continue  # a dialog keeps the words that it was opened with
            _dress(look)
            if languages.code != language:
                languages.use(language)
                hands.screen.refresh()
            hands.settle()
            if language != code:
                hands.shell.banner.clear()  # so does a message
            elif said is not None:
                hands.shell.banner.show_outcome(said)
            _picture(hands).save(str(self._folder / f"{title}-{look}-{language}.png"))
            self.count += 1
        _dress(mode)
        languages.use(code)
        hands.settle()

    def finish(self) -> None:
        """Write ``index.html``."""
        if self._folder is not None and self._titles:
            gallery.write_page(self._folder, self._titles, theme.MODES, ("en", "zh_CN"))


def _dress(mode: str) -> None:
    application = QApplication.instance()
    if isinstance(application, QApplication) and theme.current().mode != mode:
        theme.apply(application, theme.Theme(mode))


def _picture(hands: Hands) -> QPixmap:
    shell = hands.shell
    shell.banner.setMaximumHeight(72 if shell.banner.outcome is not None else 0)
    QApplication.processEvents()
    picture = shell.grab()
    painter = QPainter(picture)
    for dialog in shell.findChildren(QDialog):
        if dialog.isVisible():
            painter.drawPixmap(dialog.pos() - shell.mapToGlobal(QPoint(0, 0)), dialog.grab())
    painter.end()
    return picture
