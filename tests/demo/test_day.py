"""The unattended day, run for real: processes, windows, devices; twice in a row."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.demo.camera import LOOKS
from desktop.demo.company import build
from desktop.demo.day import play


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    return tmp_path / "demo"


def lines_about(lines: list[str], who: str) -> str:
    """The lines of one who, in one text."""
    return "\n".join(line for line in lines if f"  {who}: " in line)


def test_the_day_runs_through_twice_and_all_books_agree(qapp: QApplication, demo: Path) -> None:
    place = build(demo, today=date.today(), days=28)  # noqa: DTZ011 - the local day
    for day in (1, 2):
        lines: list[str] = []
        assert play(qapp, place, lines.append, None), "\n".join(lines)
        said = "\n".join(lines)
        warehouse, shop = lines_about(lines, "warehouse"), lines_about(lines, "shop")
        assert "24 × Chilli crisp 210 g received, 24 to come" in warehouse
        assert "rejected: put it aside" in warehouse
        assert "now 1 more than ordered" in warehouse
        assert "RFID: 3 tags of Pepper mill walnut" in warehouse
        assert "0.350 kg Dragon Well green tea from the scale" in shop
        assert "card 20.00, cash 100.00, change 45.57" in shop
        assert "4 changesets wait for the hub" in shop
        assert "counted blind, difference 0.00 EUR" in shop
        assert said.count("the books are whole") == 3
        assert said.count("the same as at the hub") == 2
        ordered_again = "is in the books; ordered again" in said
        assert ordered_again is (day == 2)


def test_pictures_show_every_look_and_the_page_names_them(
    qapp: QApplication, demo: Path, tmp_path: Path
) -> None:
    place = build(demo, today=date.today(), days=7)  # noqa: DTZ011 - the local day
    shots = tmp_path / "shots"
    lines: list[str] = []
    assert play(qapp, place, lines.append, shots, chapters=()), "\n".join(lines)
    names = {path.name for path in shots.glob("*.png")}
    assert names == {f"01-sign-on-{mode}-{code}.png" for mode, code in LOOKS}
    page = (shots / "index.html").read_text("utf-8")
    assert all(name in page for name in names)
    sizes = {name: (shots / name).stat().st_size for name in names}
    assert min(sizes.values()) > 10_000
