"""The translations are complete and fresh, and the language changes while the window is open."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from desktop import translate
from desktop.language import LANGUAGES, Languages
from desktop.messages import translate_sentence
from domain.errors import NotFound


def test_nothing_is_stale_and_nothing_unfinished() -> None:
    """If this fails: python -m desktop.translate update, missing, fill, release."""
    assert translate.check() == []


def test_errors_speak_chinese(languages: Languages) -> None:
    languages.use("zh_CN")
    said = translate_sentence(NotFound.sentence, {"what": "A17"})
    assert "A17" in said
    assert said != "A17 was not found."


def test_the_language_sets_numbers_and_dates(languages: Languages) -> None:
    for code in LANGUAGES:
        languages.use(code)
        assert QLocale().name().startswith(code[:2])
    assert QCoreApplication.translate("Actions", "Confirm") == "\u786e\u8ba4"
    languages.use("en")
    assert QCoreApplication.translate("Actions", "Confirm") == "Confirm"


def test_an_unknown_language_is_refused(languages: Languages) -> None:
    with pytest.raises(KeyError):
        languages.use("xx")
    assert languages.code == "en"


def test_the_sentences_of_error_classes_are_found(tmp_path: Path) -> None:
    path = tmp_path / "errors.py"
    path.write_text(
        "class A(Exception):\n"
        "    code = 'a.b'\n"
        "    sentence: ClassVar[str] = (\n        'Say \"{x}\" '\n        'twice.'\n    )\n"
        "class B:\n    other = 'no'\n",
        encoding="utf-8",
    )
    assert list(translate._sentences_of(path)) == ['Say "{x}" twice.']


def test_translations_keep_the_places_of_their_sources() -> None:
    """A lost {name} or %1 would hide a fact; an invented one would show as it is."""
    import re
    from xml.etree import ElementTree as ET

    from resources import locate

    place = re.compile(r"\{[^}]*\}|%n|%\d")
    for path in sorted(locate("translations").glob("zh_CN/*.ts")):
        for message in ET.parse(path).getroot().iter("message"):  # noqa: S314 - our own file
            source = message.findtext("source") or ""
            node = message.find("translation")
            assert node is not None
            words = "".join(node.itertext()).strip()
            if words:
                assert set(place.findall(words)) == set(place.findall(source)), (path.name, source)
