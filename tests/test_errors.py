"""The errors that a person can meet, all of them: their codes, their sentences, their raisers."""

import ast
import pkgutil
import re
import string
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import desktop
import devices
import domain
import edge_sync
import forecasting
from devices.errors import DeviceProblem
from domain.errors import CounterfoilError

ROOT = Path(__file__).parent.parent
ROOMS = (domain, edge_sync, devices, forecasting, desktop)
ABSTRACT = {"counterfoil", "environment", "rule", "not_found", "forecast", "device_problem"}
"""Roots of families: they have no area."""

Kind = type[CounterfoilError] | type[DeviceProblem]


def _modules() -> Iterator[str]:
    for room in ROOMS:
        for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            if ".migrations" not in found.name:
                yield found.name


def _family(root: Kind) -> Iterator[Kind]:
    yield root
    for kind in root.__subclasses__():
        yield from _family(kind)


def every_error() -> list[Kind]:
    """Import the whole house and give every error class of ours, each once."""
    for name in _modules():
        import_module(name)
    found = {*_family(CounterfoilError), *_family(DeviceProblem)}
    rooms = tuple(room.__name__ for room in ROOMS)
    return sorted((k for k in found if k.__module__.split(".")[0] in rooms), key=_place)


def _place(kind: Kind) -> tuple[str, str]:
    return kind.__module__, kind.__name__


def places(sentence: str) -> set[str]:
    """The names of the facts that a sentence asks for."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.fixture(scope="module")
def errors() -> list[Kind]:
    return every_error()


def test_every_code_is_unique_and_names_its_area(errors: list[Kind]) -> None:
    assert [code for code, n in Counter(k.code for k in errors).items() if n > 1] == []
    for kind in errors:
        if issubclass(kind, DeviceProblem) or kind.code in ABSTRACT:
            assert re.fullmatch(r"[a-z_]+", kind.code), kind
        else:
            assert re.fullmatch(r"[a-z_]+\.[a-z0-9_]+", kind.code), kind


def test_every_sentence_is_a_sentence(errors: list[Kind]) -> None:
    for kind in errors:
        said = kind.sentence
        assert said[0].isupper() or said[0] in "“{", kind
        assert said[-1] in ".?" or said.endswith(("}", "}.")), kind
        assert "  " not in said, kind
        assert '"' not in said, f"{kind}: quotation marks are “ and ”"
        assert not re.search(r"\b(invalid|illegal|exception|null|errno|please)\b", said.lower()), (
            kind
        )
        assert len(said) <= 240, kind


def test_every_error_has_a_sentence_of_its_own(errors: list[Kind]) -> None:
    """Two errors that read alike could not be told apart; one may pass on what others said."""
    said = Counter(kind.sentence for kind in errors if "sentence" in vars(kind))
    assert {text for text, count in said.items() if count > 1} <= {"{words}"}


def test_whoever_raises_gives_every_fact_of_the_sentence(errors: list[Kind]) -> None:
    """Read from the sources: each call of an error's class names all places of its sentence."""
    known: dict[str, list[Kind]] = {}
    for kind in errors:
        known.setdefault(kind.__name__, []).append(kind)
    wrong, calls = [], 0
    for room in ROOMS:
        for path in sorted((ROOT / room.__name__).rglob("*.py")):
            for name, given, line in _made(ast.parse(path.read_text("utf-8"))):
                kinds = known.get(name, [])
                calls += bool(kinds)
                if kinds and not any(places(kind.sentence) <= given for kind in kinds):
                    wrong.append(f"{path.relative_to(ROOT)}:{line} {name}")
    assert wrong == []
    assert calls > 300, "the search has gone blind"


def _made(tree: ast.Module) -> Iterator[tuple[str, set[str], int]]:
    """Give the calls of classes (name, keywords, line), and raises of a bare class."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and not any(k.arg is None for k in node.keywords):
            name = _name_of(node.func)
            if name:
                yield name, {str(k.arg) for k in node.keywords}, node.lineno
        elif isinstance(node, ast.Raise) and node.exc is not None:
            name = _name_of(node.exc)
            if name:
                yield name, set(), node.lineno


def _name_of(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
