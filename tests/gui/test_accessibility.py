"""Whatever can have the focus has a name and a role; nothing is clipped in a longer language."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from desktop import showcase
from desktop.chrome.sheets import HelpSheet, PaletteSheet
from desktop.language import PSEUDO, Languages, pseudo
from desktop.shell import Shell
from desktop.widgets import ConfirmDialog, NumberDialog, PinDialog, Sheet

SCREENS = [showcase.TilesScreen.id, "show-lines", "show-table", "show-decide"]


def focusable(parent: QWidget) -> list[QWidget]:
    """Give the visible widgets that the keyboard or a click can focus."""
    return [
        widget
        for widget in parent.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]


def nameless(parent: QWidget) -> list[str]:
    """Give the focusable widgets without a name for screen readers."""
    found = []
    for widget in focusable(parent):
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name) if interface else ""
        role = interface.role() if interface else QAccessible.Role.NoRole
        if not name or role == QAccessible.Role.NoRole:
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}: {role}")
    return found


@pytest.mark.parametrize("screen", SCREENS)
def test_every_focusable_widget_has_a_name_and_a_role(shell: Shell, screen: str) -> None:
    shell.navigate(screen)
    shell.context.offload.settle()
    assert len(focusable(shell)) >= 3
    assert nameless(shell) == []


@pytest.mark.parametrize("screen", SCREENS)
def test_tab_reaches_every_focusable_widget(shell: Shell, screen: str) -> None:
    shell.navigate(screen)
    shell.context.offload.settle()
    wanted = {w for w in focusable(shell) if w.focusPolicy() & Qt.FocusPolicy.TabFocus}
    reached, widget = set(), shell.nextInFocusChain()
    while widget is not shell and widget not in reached:
        reached.add(widget)
        widget = widget.nextInFocusChain()
    assert wanted <= reached


def dialogs(shell: Shell) -> list[Sheet]:
    """Give one of each dialog."""
    return [
        ConfirmDialog(shell, "Sure?", "It is unusual.", "Yes", print, rescan="1"),
        NumberDialog(shell, "Quantity", print),
        PinDialog(shell, "Sell below cost", [("a", "Price match")]),
        PaletteSheet(shell, shell._entries()),
        HelpSheet(shell, shell.actions_now(), print),
    ]


def test_every_dialog_is_named_too(shell: Shell) -> None:
    for dialog in dialogs(shell):
        dialog.appear()
        assert nameless(dialog) == [], type(dialog).__name__
        assert dialog.windowTitle()
        dialog.reject()


def test_the_pseudo_language_is_longer_and_keeps_its_places() -> None:
    text = pseudo("Step %1 of %2: {name}")
    assert "%1" in text
    assert "%2" in text
    assert "{name}" in text
    assert len(text) > 1.4 * len("Step %1 of %2: {name}")


def clipped(parent: QWidget) -> list[str]:
    """Give the texts of buttons and unwrapped labels that are wider than their widget."""
    found = []
    # A text that changed a moment ago (the clock) has its new width only after the layout.
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    for widget in parent.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QAbstractButton | QLabel):
            continue
        if isinstance(widget, QLabel) and (widget.wordWrap() or not widget.text()):
            continue
        metrics = QFontMetrics(widget.font())
        hint = widget.sizeHint().width()
        if hint > widget.width() + 2 and metrics.horizontalAdvance(widget.text()) > widget.width():
            found.append(f"{type(widget).__name__} {widget.text()!r}: {hint} > {widget.width()}")
    return found


@pytest.mark.parametrize("language", ["en", "zh_CN", PSEUDO])
def test_nothing_is_clipped_in_any_language(
    shell: Shell, languages: Languages, language: str
) -> None:
    languages.use(language)
    for screen in SCREENS:
        shell.navigate(screen)
        shell.context.offload.settle()
        QTest.qWait(20)
        assert clipped(shell) == [], screen
    for dialog in dialogs(shell):
        dialog.appear()
        QTest.qWait(20)
        assert clipped(dialog) == [], type(dialog).__name__
        dialog.reject()
