"""Pictures of every screen in every theme and language, without a display, and a page of them all.

    QT_QPA_PLATFORM=offscreen python -m desktop.gallery FOLDER

renders the showcase of the widgets. A program renders its own screens with :func:`render`.
"""

import html
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog

from desktop import theme
from desktop.chrome.bars import StationStatus
from desktop.context import Context, Guest
from desktop.language import Languages
from desktop.screen import Screen, Session
from desktop.shell import Shell


@dataclass(frozen=True, slots=True)
class Entry:
    """One picture: a screen, the parameters it is entered with, and what happens before.

    ``prepare`` gets the screen after its queries have come back (to scan, to open a dialog).
    """

    screen: type[Screen]
    params: Mapping[str, object] = field(default_factory=dict)
    name: str = ""
    prepare: Callable[[Any], object] | None = None
    signed_on: bool = True

    @property
    def title(self) -> str:
        """The name of the picture's file."""
        return self.name or self.screen.id


def render(
    entries: Sequence[Entry],
    context: Context,
    folder: Path,
    *,
    session: Session,
    places: Sequence[type[Screen]] = (),
    status: StationStatus | None = None,
    themes: Sequence[str] = theme.MODES,
    languages: Sequence[str] = ("en", "zh_CN"),
    size: QSize | None = None,
) -> list[Path]:
    """Render every entry in every theme and language; gives the PNGs, and writes ``index.html``.

    ``places`` are further screens that the rail shows. The application must exist.
    """
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("a QApplication must exist before anything can be rendered")
    folder.mkdir(parents=True, exist_ok=True)
    speaking = Languages()
    kinds = list(dict.fromkeys([*places, *(entry.screen for entry in entries)]))
    pictures = []
    for mode in themes:
        theme.apply(application, theme.Theme(mode))
        for language in languages:
            speaking.use(language)
            shell = Shell(context, kinds, speaking)
            shell.resize(size or QSize(1280, 800))
            shell.show()
            shell.show_status(status or StationStatus())
            for entry in entries:
                path = folder / f"{entry.title}-{mode}-{language}.png"
                _picture(shell, entry, session).save(str(path))
                pictures.append(path)
            shell.close()
            shell.deleteLater()
            application.processEvents()
    speaking.use("en")
    write_page(folder, [entry.title for entry in entries], themes, languages)
    return pictures


def _picture(shell: Shell, entry: Entry, session: Session) -> QPixmap:
    """Enter a screen, let it come to rest, and take its picture with the dialogs above it."""
    context = shell.context
    if entry.signed_on and context.session is not session:
        shell.sign_in(session)
    elif not entry.signed_on:
        context.session = Guest()
        shell.retranslate()
    shell.navigate(entry.screen.id, entry.params)
    screen = shell.screen_for(entry.screen.id)
    _rest(shell)
    if entry.prepare is not None:
        entry.prepare(screen)
        _rest(shell)
    picture = shell.grab()
    painter = QPainter(picture)
    for dialog in shell.findChildren(QDialog):
        if dialog.isVisible():
            where = dialog.pos() - shell.mapToGlobal(QPoint(0, 0))
            painter.drawPixmap(where, dialog.grab())
            dialog.reject()
    painter.end()
    _rest(shell)
    return picture


def _rest(shell: Shell) -> None:
    """Let queries come back and layouts settle."""
    application = QApplication.instance()
    for _ in range(3):
        shell.context.offload.settle()
        if application is not None:
            application.processEvents()
    shell.banner.setMaximumHeight(72 if shell.banner.outcome is not None else 0)
    if application is not None:
        application.processEvents()


_PAGE = """<!doctype html><meta charset="utf-8"><title>Counterfoil: all screens</title>
<style>body{{font:15px/1.5 system-ui,sans-serif;margin:32px;background:#f6f4ef;color:#1b1c22}}
section{{display:grid;grid-template-columns:repeat(auto-fill,minmax(420px,1fr));gap:20px}}
figure{{margin:0}}img{{width:100%;border-radius:10px;border:1px solid #e2ddd3;display:block}}
figcaption{{color:#5b5a62;padding:6px 2px}}h2{{margin:36px 0 10px}}</style>
<h1>Counterfoil</h1>{body}
"""


def write_page(
    folder: Path, titles: Sequence[str], themes: Sequence[str], languages: Sequence[str]
) -> None:
    """Write the contact sheet of the pictures that are there."""
    parts = []
    for title in titles:
        parts.append(f"<h2>{html.escape(title)}</h2><section>")
        for mode in themes:
            for language in languages:
                name = f"{title}-{mode}-{language}.png"
                if not (folder / name).exists():
                    continue
                name = html.escape(name)
                parts.append(
                    f'<figure><a href="{name}"><img src="{name}" loading="lazy" alt="{name}"></a>'
                    f"<figcaption>{mode}, {language}</figcaption></figure>"
                )
        parts.append("</section>")
    page = _PAGE.format(body="\n".join(parts))
    (folder / "index.html").write_text(page, encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Render the showcase of the widgets into a folder."""
    from desktop import showcase

    application = QApplication.instance() or QApplication([])
    folder = Path(arguments[0] if arguments else "demo-screens/widgets")
    pictures = showcase.render_into(folder)
    sys.stdout.write(f"{len(pictures)} pictures in {folder}\n")
    application.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
