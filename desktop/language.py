"""The language of the interface, changed at run time; and a pseudo-language that finds clipping."""

import re

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from resources import locate

LANGUAGES: dict[str, str] = {"en": "English", "zh_CN": "\u7b80\u4f53\u4e2d\u6587"}
"""Code and own name of each language."""

PSEUDO = "pseudo"

_ACCENTS = str.maketrans("AaEeIiOoUuCcNnSsYyLlDdTt", "ÅåÉéÎîÖöÛûÇçÑñŠšÝýĽľĎďŤť")
_PLACES = re.compile(r"(%n|%L?\d+|\{[^}]*\})")


def pseudo(text: str) -> str:
    """Make a text look foreign and two fifths longer, leaving its places as they are."""
    parts = _PLACES.split(text)
    accented = [part if n % 2 else part.translate(_ACCENTS) for n, part in enumerate(parts)]
    padding = "~" * round(len(text) * 0.4)
    return f"[{''.join(accented)}{padding}]"


class PseudoTranslator(QTranslator):
    """Translates everything into the pseudo-language."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        """Give the pseudo text; Qt fills in the plural's number."""
        del context, disambiguation, n
        return pseudo(source) if source else ""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Tell Qt to ask."""
        return False


class Languages(QObject):
    """Holds the language in force."""

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """English until another one is used."""
        super().__init__(parent)
        self.code = "en"
        self._installed: list[QTranslator] = []

    def use(self, code: str) -> None:
        """Put a language in force, open windows included; an unknown one is a KeyError."""
        if code != PSEUDO and code not in LANGUAGES:
            raise KeyError(code)
        self.code = code
        QLocale.setDefault(locale_of(code))
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = _translators(code, self)
        for translator in self._installed:
            QCoreApplication.installTranslator(translator)
        self.changed.emit(code)

    def next_code(self) -> str:
        """Give the language that the switch goes to."""
        codes = list(LANGUAGES)
        return codes[(codes.index(self.code) + 1) % len(codes)] if self.code in codes else codes[0]


def system_code() -> str:
    """Give the language of ours that fits the system's."""
    chinese = QLocale.system().language() == QLocale.Language.Chinese
    return "zh_CN" if chinese else "en"


def locale_of(code: str) -> QLocale:
    """Give the locale of a language: how it writes dates and numbers."""
    if code == "zh_CN":
        return QLocale(QLocale.Language.Chinese, QLocale.Country.China)
    system = QLocale.system()
    if system.language() == QLocale.Language.English:
        return system
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def _translators(code: str, parent: QObject) -> list[QTranslator]:
    """Load a language's translators: Qt's own dialogs, then ours, which are asked first."""
    if code == PSEUDO:
        return [PseudoTranslator(parent)]
    found = []
    for folder, name in (
        (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{code}"),
        (str(locate("translations")), f"counterfoil_{code}"),
    ):
        translator = QTranslator(parent)
        if translator.load(name, folder):
            found.append(translator)
    return found
