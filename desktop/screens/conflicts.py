"""Conflicts: what people must look at, as cards in plain words, settled with one touch."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.actions import Action, ActionSpec, act
from desktop.screen import Screen
from desktop.screens.conflicts_cases import cases_of
from desktop.screens.conflicts_model import Act, Case
from desktop.screens.conflicts_reading import Board, read_board
from desktop.text import QT_TRANSLATE_NOOP
from desktop.widgets import (
    Button,
    Card,
    EmptyState,
    LineList,
    SideBySide,
    Text,
    beside,
    column,
    stacked,
)
from desktop.widgets.facts import FactList
from edge_sync import requests

_THIRD = ActionSpec("conflicts.third", QT_TRANSLATE_NOOP("Actions", "Leave both"), "", "check")
LIST_WIDTH = 300


class ConflictsScreen(Screen):
    """What waits for a decision at the left, one of it at the right."""

    id = "conflicts"
    title_text = QT_TRANSLATE_NOOP("Screens", "Conflicts")
    hint_text = QT_TRANSLATE_NOOP("Screens", "Decide what crossed")
    icon, group, permission = "conflict", "office", "conflicts.decide"
    refreshes_on = (
        "conflict", "conflict_decision", "change_request", "change_decision", "quarantine", "log",
        "sync_fork", "customer", "barcode", "held_state", "balance", "sales_order_state",
    )  # fmt: skip

    def build(self) -> None:
        """The list, the card beside it, and what is said when nothing waits."""
        self._cases: list[Case] = []
        self._board: Board | None = None
        self.list = LineList(dense=True)
        self.list.setFixedWidth(LIST_WIDTH)
        self.heading, self.text = Text("heading", wrap=True), Text("muted", wrap=True)
        self.sides = SideBySide()
        self.facts = FactList()
        self._fact_card = Card()
        column(self._fact_card, self.facts, margin=20)
        self.third = Button()
        self.third.clicked.connect(lambda: self._settle(2))
        self._case = QWidget()
        foot = beside(self.third, None)
        box = column(
            self._case, self.heading, self.text, self.sides, self._fact_card, foot, None, gap=12,
            margin=0,
        )  # fmt: skip
        box.setContentsMargins(0, 0, 6, 0)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._case)
        self.nothing = EmptyState("check-circle")
        page = column(self, stacked(beside(self.list, self._area, gap=16)), self.nothing)
        page.setContentsMargins(24, 12, 18, 12)
        self.list.selectionModel().currentRowChanged.connect(self._show_case)
        self.sides.chosen.connect(self._choose_side)
        self.nothing.hide()

    def retranslate(self) -> None:
        """Set the texts."""
        self.list.set_name(self.tr("What waits for a decision"))
        self.nothing.set_words(
            self.tr("Nothing waits for a decision"),
            self.tr("Changes that cross are kept and shown here. Nothing gets lost."),
        )
        self._show_board()

    def enter(self, params: Mapping[str, object]) -> None:
        """Read what waits."""
        del params
        self.refresh()

    def refresh(self) -> None:
        """Read again."""
        site, currency = self.context.site_number, self.context.company.currency
        self.query(lambda c: read_board(c, site, currency), self._take, newest="inbox")

    def take_focus(self) -> None:
        """Start in the list: the arrows walk through what waits."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def screen_actions(self) -> Sequence[Action]:
        """Give the acts of the case in view."""
        case = self._current()
        if case is None:
            return ()
        actions = [act("next", self._next, enabled=lambda: len(self._cases) > 1)]
        for spec, at in (("exception", 1), ("confirm", 0)):
            if at < len(case.acts):
                made = act(
                    spec,
                    lambda n=at: self._settle(n),  # type: ignore[misc]
                    enabled=lambda: self._may(case),
                    label=self._label(case, at),
                    primary=at == 0,
                )
                actions.append(made)
        if len(case.acts) > 2:
            actions.append(
                Action(_THIRD, lambda: self._settle(2), label=case.acts[2].words, on_bar=False)
            )
        return actions

    def _label(self, case: Case, at: int) -> str:
        """Name an act on the bar; of two halves, say which one it takes."""
        chosen = case.acts[at]
        if case.halves is None:
            return chosen.words
        both_alike = case.halves[0].act is not None and case.halves[1].act is not None
        if both_alike and case.acts[0].words == case.acts[1].words:
            left = chosen is case.halves[0].act
            return self.tr("Take the left one") if left else self.tr("Take the right one")
        return chosen.words

    # Showing.

    def _take(self, board: Board) -> None:
        """Show what was read."""
        self._board = board
        self._show_board()

    def _show_board(self) -> None:
        """Show the list, staying at the case in view, or at the one that took its place."""
        if self._board is None:
            return
        at = max(0, self.list.currentIndex().row())
        key = self.list.current_key()
        self._cases = cases_of(self._board, self.context.language)
        keys = [case.line.key for case in self._cases]
        if key not in keys and keys:
            key = keys[min(at, len(keys) - 1)]
        self.list.set_lines([case.line for case in self._cases], key)
        self.list.setVisible(bool(self._cases))
        self._area.setVisible(bool(self._cases))
        self.nothing.setVisible(not self._cases)
        self._show_case()

    def _current(self) -> Case | None:
        at = self.list.currentIndex().row()
        return self._cases[at] if 0 <= at < len(self._cases) else None

    def _show_case(self) -> None:
        """Show the chosen case."""
        case = self._current()
        if case is None:
            self.actions_changed()
            return
        self.heading.setText(case.title)
        self.text.setText(self._explained(case))
        self.sides.setVisible(case.halves is not None)
        if case.halves is not None:
            for at, half in enumerate(case.halves):
                words = half.act.words if half.act is not None else ""
                self.sides.set_side(at, half.heading, half.value, half.detail, words)
            self.sides.set_winner(0 if case.holds else None, case.holds)
            self.sides.setEnabled(self._may(case))
        self._fact_card.setVisible(bool(case.facts))
        self.facts.set_facts(case.facts)
        self.third.setVisible(len(case.acts) > 2)
        self.third.setText(case.acts[2].words if len(case.acts) > 2 else "")
        self._area.verticalScrollBar().setValue(0)
        self.actions_changed()

    def _explained(self, case: Case) -> str:
        if self._may(case):
            return case.text
        return f"{case.text} {self.tr('Only the centre can decide about it.')}"

    def _may(self, case: Case) -> bool:
        """Whether it can be settled here: the centre answers requests."""
        if not _is_request(case):
            return True
        replica = self.context.replica
        here = bool(replica.centre or replica.standalone)
        return here and self.context.session.may(requests.DECIDE)

    # Settling.

    def _choose_side(self, which: int) -> None:
        case = self._current()
        chosen = case.halves[which].act if case is not None and case.halves is not None else None
        if case is not None and chosen is not None:
            self._settle(case.acts.index(chosen))

    def _next(self) -> None:
        """Leave it for later and look at the next one."""
        at = (self.list.currentIndex().row() + 1) % max(1, len(self._cases))
        self.list.select(self._cases[at].line.key)

    def _settle(self, at: int) -> None:
        """Do what was chosen."""
        case = self._current()
        if case is None or at >= len(case.acts) or not self._may(case):
            return
        chosen = case.acts[at]
        if chosen.go is not None:
            screen, params = chosen.go
            self.context.navigate(screen, **params)
        elif chosen.run is not None:
            self.command(chosen.command, chosen.run, lambda _: self._settled(chosen))
        elif chosen.outside is not None:
            self._settle_outside(chosen)

    def _settle_outside(self, chosen: Act) -> None:
        """Do what opens transactions of its own."""
        replica, actor, outside = self.context.replica, self.context.session.actor, chosen.outside
        if outside is None:
            return
        self.work(
            lambda: outside(replica, actor),  # type: ignore[arg-type]
            lambda worked: self._settled(chosen, worked=worked is not False),
            refreshes=("conflict", "change_decision", "quarantine"),
        )

    def _settled(self, chosen: Act, *, worked: bool = True) -> None:
        """Say what became of it."""
        if worked:
            self.feedback.success(chosen.said)
        else:
            self.feedback.warning(self.tr("It still cannot be applied. It stays here."))


def _is_request(case: Case) -> bool:
    return isinstance(case.line.key, tuple) and case.line.key[0] == "request"
