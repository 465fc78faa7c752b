"""After a power cut the same person finds the same screen with the same half-typed number."""

import json
from collections.abc import Mapping
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.context import Context
from desktop.language import Languages
from desktop.resume import Resume
from desktop.screen import Screen
from desktop.shell import Shell
from desktop.showcase import Anybody, TilesScreen


class Typing(Screen):
    """A screen with a half-typed number."""

    id = "typing"
    title_text = "Typing"
    icon, group = "hash", "warehouse"

    def build(self) -> None:
        self.number = ""

    def save_state(self) -> dict[str, object]:
        return {"number": self.number} if self.number else {}

    def restore_state(self, state: Mapping[str, object]) -> None:
        self.number = str(state["number"])


def window(context: Context, languages: Languages, path: Path, qtbot: QtBot) -> Shell:
    """A window that keeps and comes back."""
    made = Shell(context, [TilesScreen, Typing], languages)
    qtbot.addWidget(made)
    made.show()
    made.resume = Resume(made, path)  # type: ignore[attr-defined]
    made.start()
    return made


def test_the_same_person_comes_back_to_the_same_number(
    context: Context, languages: Languages, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "resume.json"
    first = window(context, languages, path, qtbot)
    first.sign_in(Anybody())
    first.navigate("typing")
    assert isinstance(first.current, Typing)
    first.current.number = "12"
    first.findChild(Resume).keep()
    context.offload.settle()
    assert json.loads(path.read_text(encoding="utf-8"))["state"] == {"number": "12"}
    first.router.stop()  # the power fails here: nothing is closed in order

    second = window(context, languages, path, qtbot)
    second.sign_in(Anybody("Zhao Yun"))
    qtbot.wait(20)
    assert isinstance(second.current, TilesScreen)
    second.sign_in(Anybody())
    qtbot.waitUntil(lambda: isinstance(second.current, Typing))
    assert isinstance(second.current, Typing)
    assert second.current.number == "12"
    assert second.banner.outcome is not None
    second.close()
    first.close()


def test_a_screen_with_nothing_to_lose_is_not_come_back_to(
    context: Context, languages: Languages, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "resume.json"
    path.write_text("{half", encoding="utf-8")
    made = window(context, languages, path, qtbot)
    made.sign_in(Anybody())
    made.navigate("typing")
    made.findChild(Resume).keep()
    context.offload.settle()
    assert path.read_text(encoding="utf-8") == "{half"
    made.close()
