"""The gallery renders every screen in every theme and language, the same each time."""

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop import showcase


def test_the_showcase_is_rendered_twice_the_same(app: QApplication, tmp_path: Path) -> None:
    first = showcase.render_into(tmp_path / "a", themes=("dark",), languages=("zh_CN",))
    second = showcase.render_into(tmp_path / "b", themes=("dark",), languages=("zh_CN",))
    assert len(first) == len(showcase.entries())
    for one, other in zip(first, second, strict=True):
        image = QImage(str(one))
        assert (image.width(), image.height()) == (1280, 800)
        assert image == QImage(str(other)), one.name
    page = (tmp_path / "a" / "index.html").read_text(encoding="utf-8")
    assert all(path.name in page for path in first)
