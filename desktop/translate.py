"""Collecting, filling and compiling the translations; see ``desktop/README.md``.

    python -m desktop.translate update | missing | fill FILE [LANGUAGE [PART]] | release | check

There is one ``.ts`` file for each part of the sources (a screen, the foundation, the errors of an
area), so that several hands can add text at the same time. ``lupdate`` reads our Python; the
sentences of errors, which live in rooms without Qt, are collected from their classes first. English
needs a file only for its plurals.
"""

import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

import PySide6

from resources import locate

ROOT = Path(__file__).parent.parent
ROOMS_WITH_ERRORS = ("domain", "edge_sync", "devices", "forecasting", "desktop")
NOT_TRANSLATED = ("showcase.py", "gallery.py", "translate.py")
LANGUAGE = "zh_CN"
COMMAND_AT = {"command": 0, "run": 0, "transaction": 1, "Command": 1, "Act": 2}
"""Calls that name a command, and which of their arguments it is."""
Words = Mapping[str, str | list[str]]


def parts() -> dict[str, list[Path]]:
    """Give the source files of each part that speaks through Qt."""
    found: dict[str, list[Path]] = {}
    for path in sorted((ROOT / "desktop").rglob("*.py")):
        inner = path.relative_to(ROOT / "desktop").parts
        if inner[-1] in NOT_TRANSLATED:
            continue
        if inner[0] == "screens" and len(inner) > 1:
            name = "screen_" + (
                inner[1].removesuffix(".py") if inner[1] != "__init__.py" else "all"
            )
        elif inner[0] in {"commands", "command_line.py"}:
            name = "commands"
        else:
            name = "foundation"
        found.setdefault(name, []).append(path)
    return found


def sentences() -> dict[str, list[str]]:
    """Give the sentences of the error classes by area: class attributes called ``sentence``."""
    found: dict[str, list[str]] = {}
    for room in ROOMS_WITH_ERRORS:
        for path in sorted((ROOT / room).rglob("*.py")):
            inner = path.relative_to(ROOT).parts
            area = inner[1] if room == "domain" and len(inner) > 2 else inner[0]
            for sentence in _sentences_of(path):
                found.setdefault(f"errors_{area}", []).append(sentence)
    return found


def command_names() -> list[str]:
    """Give the names under which the journal keeps what was done: ``self.command("put away", …)``.

    They are shown beside every changeset (context ``Commands``).
    """
    found: set[str] = set()
    for room in ("domain", "edge_sync", "forecasting", "desktop"):
        for path in (ROOT / room).rglob("*.py"):
            if path.name not in NOT_TRANSLATED:
                found.update(_commands_of(path))
    return sorted(found)


def update(target: Path | None = None) -> None:
    """Bring the ``.ts`` files up to date with the sources, below ``target``."""
    base = target or locate("translations")
    with tempfile.TemporaryDirectory() as scratch:
        sources = parts()
        collected = {name: ("errors", texts) for name, texts in sentences().items()}
        collected["journal"] = ("Commands", command_names())
        for name, (context, texts) in collected.items():
            path = Path(scratch) / f"{name}.py"
            calls = [f'QCoreApplication.translate("{context}", {_quoted(text)})' for text in texts]
            path.write_text("\n".join(dict.fromkeys(calls)) + "\n", encoding="utf-8")
            sources[name] = [path]
        _update_language(base / LANGUAGE, sources, LANGUAGE)
        _update_language(base / "en", sources, "en", "-pluralonly")


def release(target: Path | None = None) -> None:
    """Compile all parts of each language into one ``.qm``."""
    base = target or locate("translations")
    for language in (LANGUAGE, "en"):
        files = [str(path) for path in sorted((base / language).glob("*.ts"))]
        made = base / f"counterfoil_{language}.qm"
        beside = made.with_suffix(".new")
        _run("lrelease", ["-silent", *files, "-qm", str(beside)])
        # Programs that run now read the old file from memory: it must not change below them.
        beside.replace(made)


def missing(target: Path | None = None) -> dict[str, list[str]]:
    """Give the sources without a finished translation, by ``language/part``."""
    base = target or locate("translations")
    found: dict[str, list[str]] = {}
    for path in sorted(base.glob("*/*.ts")):
        for message in _messages(ET.parse(path)):  # noqa: S314 - our own file
            translation = message.find("translation")
            if translation is not None and translation.get("type") == "unfinished":
                place = f"{path.parent.name}/{path.stem}"
                found.setdefault(place, []).append(message.findtext("source") or "")
    return found


def fill(words: Words, language: str = LANGUAGE, part: str = "") -> int:
    """Put translations in wherever their source occurs; gives how many entries were filled.

    ``part`` is the beginning of the parts' names to be filled; without it all of them.
    A plural's translation is a list of its forms: one in Chinese, two in English.
    """
    filled = 0
    for path in sorted((locate("translations") / language).glob(f"{part}*.ts")):
        tree = ET.parse(path)  # noqa: S314 - our own file
        before = filled
        for message in _messages(tree):
            chosen = words.get(message.findtext("source") or "")
            translation = message.find("translation")
            if chosen is None or translation is None:
                continue
            translation.attrib.pop("type", None)
            if message.get("numerus") == "yes":
                forms = [chosen] if isinstance(chosen, str) else chosen
                for form in translation.findall("numerusform"):
                    translation.remove(form)
                for text in forms:
                    ET.SubElement(translation, "numerusform").text = text
            else:
                translation.text = chosen if isinstance(chosen, str) else chosen[0]
            filled += 1
        if filled != before:
            tree.write(path, encoding="utf-8", xml_declaration=True)
    update()
    return filled


def check() -> list[str]:
    """Give what is stale or unfinished, in words; an empty list when all is well."""
    here = locate("translations")
    problems = [
        f"{place}: no translation of {text!r}"
        for place, texts in missing().items()
        for text in texts
    ]
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch)
        for path in here.glob("*/*.ts"):
            (copy / path.parent.name).mkdir(exist_ok=True)
            (copy / path.parent.name / path.name).write_bytes(path.read_bytes())
        update(copy)
        release(copy)
        names = {
            path.relative_to(base) for base in (here, copy) for path in base.rglob("*.[tq][sm]")
        }
        problems += [
            f"{name}: stale; run update, fill and release"
            for name in sorted(names)
            if not _same(here / name, copy / name)
        ]
    return problems


def _update_language(
    folder: Path, sources: Mapping[str, list[Path]], language: str, *options: str
) -> None:
    """Bring one language's files up to date; parts without texts have none."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, files in sources.items():
        _lupdate(files, folder / f"{name}.ts", language, *options)
    for path in folder.glob("*.ts"):
        if path.stem not in sources or "<message" not in path.read_text(encoding="utf-8"):
            path.unlink()


def _same(one: Path, other: Path) -> bool:
    """Whether two files exist and say the same, whatever the line ends."""
    if not (one.exists() and other.exists()):
        return False
    return one.read_bytes().replace(b"\r\n", b"\n") == other.read_bytes().replace(b"\r\n", b"\n")


def _sentences_of(path: Path) -> Iterator[str]:
    """Give the ``sentence`` of every class in a file."""
    text = path.read_text(encoding="utf-8")
    if "sentence" not in text:
        return
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.ClassDef):
            continue
        for statement in node.body:
            if isinstance(statement, ast.Assign):
                targets: Sequence[ast.expr] = statement.targets
            elif isinstance(statement, ast.AnnAssign):
                targets = [statement.target]
            else:
                continue
            named = any(isinstance(one, ast.Name) and one.id == "sentence" for one in targets)
            value = statement.value
            if named and isinstance(value, ast.Constant) and isinstance(value.value, str):
                yield value.value


def _commands_of(path: Path) -> Iterator[str]:
    """Give the names of the transactions that a file opens."""
    text = path.read_text(encoding="utf-8")
    if not any(f"{name}(" in text for name in COMMAND_AT):
        return
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        if name == "run" and len(node.args) == 1:
            continue  # an act of the window, by its id
        at = COMMAND_AT.get(name, len(node.args))
        value = node.args[at] if at < len(node.args) else None
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield value.value


def _quoted(text: str) -> str:
    """Write a text as ``lupdate`` reads it: double quotes, simple escapes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _messages(
    tree: "ET.ElementTree[ET.Element]",
) -> Iterator[ET.Element]:
    """Give all messages of a ``.ts``."""
    return tree.getroot().iter("message")


def _lupdate(sources: Sequence[Path], target: Path, language: str, *options: str) -> None:
    """Run ``lupdate`` over files, so that the same sources always give the same file."""
    with tempfile.NamedTemporaryFile("w", suffix=".lst", delete=False, encoding="utf-8") as file:
        file.write("\n".join(str(path) for path in sources))
    steady = ["-silent", "-no-obsolete", "-locations", "none", "-source-language", "en"]
    steady += ["-disable-heuristic", "sametext", "-disable-heuristic", "similartext"]
    steady += ["-target-language", language, *options]
    try:
        _run("lupdate", [*steady, f"@{file.name}", "-ts", str(target)])
    finally:
        Path(file.name).unlink()


def _run(tool: str, arguments: Sequence[str]) -> None:
    """Run one of Qt's tools out of the PySide6 package."""
    name = f"{tool}.exe" if sys.platform == "win32" else tool
    path = Path(PySide6.__file__).parent / name
    done = subprocess.run([str(path), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{tool} failed: {done.stderr or done.stdout}")


def main(arguments: Sequence[str]) -> int:
    """Run one verb of the command line."""
    verb = arguments[0] if arguments else ""
    if verb == "update":
        update()
    elif verb == "release":
        release()
    elif verb == "missing":
        sys.stdout.write(json.dumps(missing(), ensure_ascii=False, indent=1) + "\n")
    elif verb == "fill" and len(arguments) > 1:
        words = json.loads(Path(arguments[1]).read_text(encoding="utf-8"))
        language = arguments[2] if len(arguments) > 2 else LANGUAGE
        part = arguments[3] if len(arguments) > 3 else ""
        sys.stdout.write(f"{fill(words, language, part)} entries filled\n")
    elif verb == "check":
        problems = check()
        sys.stdout.write("".join(f"{problem}\n" for problem in problems))
        return 1 if problems else 0
    else:
        sys.stdout.write("usage: update | missing | fill FILE.json [LANGUAGE] | release | check\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
