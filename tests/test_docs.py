"""The documents are true: their sentences are the program's, their tests and links exist."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest
from PySide6.QtCore import QCoreApplication

from desktop.command_line import COMMANDS
from desktop.language import Languages
from desktop.messages import ERROR_CONTEXT
from devices.states import DeviceState, advice
from tests.gui.conftest import app, languages
from tests.test_errors import every_error

__all__ = ["app", "languages"]

tr = QCoreApplication.translate
ROOT = Path(__file__).parent.parent
BAD_INPUT = ROOT / "docs" / "bad-input.md"
ROOMS = ("domain", "edge_sync", "devices", "forecasting", "desktop")
PAGES = [
    ROOT / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
    *(ROOT / room / "README.md" for room in ROOMS),
]
NAMED_IN_THE_ISSUE = (
    "that nobody has", "of two products", "check digit", "wrong location", "expired lot",
    "order tolerates", "recalled lot", "refund above", "below cost", "wrong PIN", "No permission",
    "year 2000", "database is locked", "disk is full", "key is missing", "hub is unreachable",
    "hub refuses", "certificate is wrong", "unplugged in mid-scan", "network share",
    "may not be written", "newer version", "is damaged", "second process", "scanned as a quantity",
    "card number in notes", "hostile barcode", "Bad rows",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of the table: what happens, its sentences by code, its tests by file."""

    what: str
    sentences: dict[str, str]
    safe: str
    do: str
    tests: tuple[tuple[str, str], ...]


def kinds() -> Iterator[Kind]:
    """Read the tables of docs/bad-input.md."""
    for line in BAD_INPUT.read_text("utf-8").splitlines():
        if not line.startswith("| ") or line.startswith(("| ---", "| what happens")):
            continue
        what, said, safe, do, tests = (cell.strip() for cell in line.strip("|").split(" | "))
        sentences = re.findall(r"`([a-z_.0-9]+)` (.+?)(?:<br>|$)", said)
        named = re.findall(r"\[(test_\w+)\]\(\.\./(tests/[\w/]+\.py)\)", tests)
        yield Kind(what, dict(sentences), safe, do, tuple((path, name) for name, path in named))


KINDS = list(kinds())


@cache
def names_in(path: str) -> frozenset[str]:
    """The names of a file's test functions."""
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def test_every_kind_of_bad_input_is_there() -> None:
    whats = " ".join(kind.what for kind in KINDS).lower()
    assert [name for name in NAMED_IN_THE_ISSUE if name.lower() not in whats] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.what)
def test_a_kind_of_bad_input(kind: Kind) -> None:
    known = {error.code: error.sentence for error in every_error()}
    known |= {said.sentence_code: said.sentence for said in map(advice, DeviceState)}
    assert kind.safe
    assert kind.do
    assert kind.tests
    for code, sentence in kind.sentences.items():
        assert known.get(code) == sentence, code
    for path, name in kind.tests:
        assert name in names_in(path), f"{path} has no {name}"


def test_every_sentence_of_the_table_is_said_in_chinese_too(languages: Languages) -> None:
    languages.use("zh_CN")
    for kind in KINDS:
        for code, sentence in kind.sentences.items():
            device = code.startswith("device.")
            said = tr("Devices", sentence) if device else tr(ERROR_CONTEXT, sentence)
            assert re.search("[\u4e00-\u9fff]", said), sentence


def test_every_command_is_named_where_people_look() -> None:
    text = " ".join(
        (ROOT / page).read_text("utf-8") for page in ("README.md", "docs/first-hour.md")
    )
    known = {name for name in COMMANDS if name not in STARTED_BY_THE_PROGRAM}
    assert {name for name in known if not re.search(rf"`[^`]*\b{name}\b[^`]*`", text)} == set()


STARTED_BY_THE_PROGRAM = {"open", "agent", "read-file"}
"""``open`` is what happens without a command; the others nobody types."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    gone = []
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        place, _, mark = link.partition("#")
        if re.match(r"[a-z]+:", place):
            continue
        target = (page.parent / unquote(place)).resolve() if place else page
        if not target.exists() or (mark and target.suffix == ".md" and mark not in anchors(target)):
            gone.append(link)
    assert gone == []


def anchors(page: Path) -> set[str]:
    """The marks of a page's headings, as the forges make them."""
    heads = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}
