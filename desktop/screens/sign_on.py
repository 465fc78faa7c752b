"""Sign-on: a badge, or a name and a PIN. The tiles are the people of this company."""

import math
import time
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.actions import Action, act
from desktop.language import LANGUAGES
from desktop.offload import Failure
from desktop.scans import Outcome, Scan
from desktop.screen import Screen
from desktop.screens.sign_on_parts import UNLOCK_REASONS, Person, PinCard, people
from desktop.session import UserSession
from desktop.text import QT_TRANSLATE_NOOP
from desktop.tones import Tone
from desktop.widgets import (
    Credential,
    EmptyState,
    PinDialog,
    ScanField,
    Text,
    Tile,
    TileGrid,
    column,
    row,
    stacked,
)
from domain import access
from domain.replica import Actor

TICK_MS = 250


class SignOnScreen(Screen):
    """Who works here? Scan, tap or type; then the PIN."""

    id = "sign_on"
    title_text = QT_TRANSLATE_NOOP("Screens", "Sign on")
    icon = "badge"
    refreshes_on = ("user", "role", "lockout")

    def build(self) -> None:
        """People at the left, the PIN pad at the right."""
        self._people: list[Person] = []
        self._name, self._last = "", ""
        self._busy = False
        self._until: dict[str, float] = {}
        self._locked: set[str] = set()
        self.heading = Text("heading")
        self.field = ScanField(self, words=True)
        self.grid = TileGrid()
        self.nobody = EmptyState("users")
        self.nobody.hide()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        column(holder, self.grid, self.nobody, None, gap=0, margin=4)
        area.setWidget(holder)
        left = stacked(self.heading, self.field, 8, area, gap=12)
        self.card = PinCard()
        self.pad = self.card.pad
        self.pad.changed.connect(self._digits_changed)
        self.pad.entered.connect(self._sign_on)
        self.card.unlock_asked.connect(self._ask_unlock)
        row(self, left, self.card, gap=24, margin=24).setStretch(0, 1)
        self.field.textEdited.connect(self._filter)
        self.field.submitted.connect(self._typed)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    def retranslate(self) -> None:
        """Set the texts."""
        self.heading.setText(self.tr("Who is working here now?"))
        self.field.set_prompt(self.tr("Scan your badge, or type your name"))
        self.nobody.set_words(
            self.tr("Nobody can sign on here yet"),
            self.tr("Users come from the centre: let this station exchange with the hub."),
        )
        self.card.retranslate()
        self._show_people(self._people)
        self._show_state()

    def enter(self, params: Mapping[str, object]) -> None:
        """Ask who it is; whoever locked the window only types the PIN."""
        self._choose(self._last if params.get("locked") else "")
        self.refresh()

    def leave(self) -> bool:
        """Forget what was typed."""
        self._timer.stop()
        self._clear_digits()
        return True

    def refresh(self) -> None:
        """Read the people again."""
        self.query(people, self._take_people, newest="people")

    def take_focus(self) -> None:
        """Type the PIN where somebody is chosen, else the name."""
        place: QWidget = self.pad if self._name and self.pad.isEnabled() else self.field
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_scan(self, scan: Scan) -> Outcome | None:
        """A badge signs on for routine work, or names who types the PIN next."""
        if self._busy:
            return None
        self._work_on(scan.text)
        self.work(
            lambda: access.sign_in_by_badge(self.context.replica, scan.text),
            lambda actor: self._let_in(actor, badge_alone=True),
            failure=lambda failure: self._badge_refused(scan.text, failure),
        )
        return None

    def screen_actions(self) -> Sequence[Action]:
        """Sign on; another language."""
        codes = list(LANGUAGES)
        here = self.context.language
        other = codes[(codes.index(here) + 1) % len(codes)] if here in codes else codes[0]
        return [
            act("language", lambda: self.context.speak(other), label=LANGUAGES[other]),
            act("clear", lambda: self._choose(""), on_bar=False),
            act(
                "confirm",
                lambda: self._sign_on(self.pad.text()),
                enabled=self._ready,
                label=self.tr("Sign on"),
                primary=True,
            ),
        ]

    # Who it is.

    def _take_people(self, found: list[Person]) -> None:
        """Show everybody; where there is one person only, it is that one."""
        self._people = found
        self._locked = {person.login for person in found if person.locked}
        self._show_people(found)
        if not self._name and len(found) == 1:
            self._choose(found[0].login)
        self._show_state()

    def _show_people(self, found: Sequence[Person]) -> None:
        """Give each person a tile."""
        tiles = []
        for person in found:
            tile = Tile("user")
            roles = [QCoreApplication.translate("Roles", title) for title in person.roles]
            tile.set_words(person.name, ", ".join(roles))
            tile.set_count(self.tr("Locked") if person.locked else "", Tone.ERROR)
            tile.set_chosen(person.login == self._name)
            tile.clicked.connect(lambda _=False, login=person.login: self._choose(login))
            tiles.append(tile)
        self.grid.set_tiles(tiles)
        self.nobody.setVisible(not self._people)

    def _matching(self, text: str) -> list[Person]:
        """The people whose name or sign-on name has these letters."""
        wanted = text.casefold().split()
        return [
            person
            for person in self._people
            if all(word in f"{person.name} {person.login}".casefold() for word in wanted)
        ]

    def _filter(self, text: str) -> None:
        """Show only those whom the letters fit."""
        self._show_people(self._matching(text))

    def _typed(self, text: str) -> None:
        """Take a name: a sign-on name, the only one that fits, or one to be tried as it is."""
        folded = text.casefold()
        exact = [person for person in self._people if person.login.casefold() == folded]
        found = exact or self._matching(text)
        self._show_people(self._people)
        self._choose(found[0].login if len(found) == 1 else text)

    def _choose(self, name: str) -> None:
        """Go on to the PIN of this person; the empty name starts anew."""
        self._name = name
        self._clear_digits()
        with QSignalBlocker(self.field):
            self.field.clear()
        self._show_people(self._people)
        self._show_state()
        self.take_focus()
        self.actions_changed()

    def _person(self) -> Person | None:
        """The person chosen, if it is one that the tiles show."""
        return next((p for p in self._people if p.login == self._name), None)

    # The PIN.

    def _ready(self) -> bool:
        """Whether there is something to try."""
        return bool(self._name and self.pad.text()) and not self._busy and not self._wait()

    def _wait(self) -> int:
        """The seconds until the chosen person may try again."""
        return max(0, math.ceil(self._until.get(self._name, 0.0) - time.monotonic()))

    def _sign_on(self, pin: str) -> None:
        """Check name and PIN off the GUI thread."""
        if not self._ready():
            return
        name = self._name
        self._work_on(name)
        self.work(
            lambda: access.sign_in(self.context.replica, name, pin),
            lambda actor: self._let_in(actor, badge_alone=False),
            failure=self._refused,
        )

    def _work_on(self, name: str) -> None:
        """Show that it is being checked."""
        self._busy, self._name = True, name
        self._clear_digits()
        self._show_state()
        self.actions_changed()

    def _let_in(self, actor: Actor, *, badge_alone: bool) -> None:
        """Give the window to the person, if there is anything they may do."""
        self._busy = False
        if not actor.permissions:
            text = self.tr("%1 has no role here yet. Ask a manager for one.")
            self.feedback.error(text.replace("%1", actor.name))
            self._choose("")
            return
        known = next((p.login for p in self._people if p.id == actor.id), "")
        self._last, self._name = known, ""
        self._until.pop(known, None)
        self._show_state()
        self.context.sign_in(UserSession(self.context.offload, actor, badge_alone=badge_alone))

    def _badge_refused(self, badge: str, failure: Failure) -> None:
        """Ask for the PIN where the badge is not enough; say where it is unknown."""
        if failure.code == "access.sign_in_refused":
            self._busy = False
            self._choose("")
            self.feedback.error(self.tr("This badge is not known here. Choose your name."))
            return
        if failure.code == "access.pin_needed":
            self._busy = False
            self._choose(badge)
            self.feedback.warning(failure.sentence)
            return
        self._refused(failure)

    def _refused(self, failure: Failure) -> None:
        """Say why; count down where it is a matter of waiting."""
        self._busy = False
        if failure.code == "access.too_many_tries":
            seconds = getattr(failure.error, "params", {}).get("seconds", 0)
            self._until[self._name] = time.monotonic() + int(seconds)
            self._timer.start()
        elif failure.code == "access.locked_out":
            self._locked.add(self._name)
            self.refresh()
        self._show_state()
        self.take_focus()
        self.actions_changed()
        self.feedback.error(failure.sentence)

    def _tick(self) -> None:
        """Count down; when it is over, the pad works again."""
        self._show_state()
        if not self._wait():
            self._timer.stop()
            self.take_focus()
            self.actions_changed()

    # A supervisor unlocks.

    def _ask_unlock(self) -> None:
        """Ask who unlocks, and why."""
        person = self._person()
        if person is None:
            return
        self.query(
            lambda connection: [
                (user.login, user.name)
                for user in access.users(connection)
                if user.id != person.id
                and user.has_pin
                and "access.unlock" in access.permissions_of(connection, user.id)
            ],
            lambda able: self._open_unlock(person, able),
        )

    def _open_unlock(self, person: Person, able: list[tuple[str, str]]) -> None:
        """Open the supervisor's dialog."""
        words = [(c, QCoreApplication.translate("SignOn", text)) for c, text in UNLOCK_REASONS]
        operation = self.tr("Unlock %1 after too many wrong PINs").replace("%1", person.name)
        dialog = PinDialog(self, operation, words, able)
        replica = self.context.replica

        def unlock(given: Credential) -> None:
            supervisor = access.sign_in(replica, given.login or given.badge, given.pin)
            with replica.transaction(supervisor, "unlock user") as tx:
                access.unlock(tx, person.id, given.reason)

        def done(_result: None) -> None:
            dialog.settle()
            self._locked.discard(person.login)
            self._choose(person.login)
            text = self.tr("%1 is unlocked. Type the PIN.").replace("%1", person.name)
            self.feedback.success(text)

        def check(given: Credential) -> None:
            self.work(
                lambda: unlock(given),
                done,
                failure=lambda failure: dialog.set_problem(failure.sentence),
                refreshes=("lockout",),
            )

        dialog.given.connect(check)
        dialog.open()

    # How it looks.

    def _clear_digits(self) -> None:
        """Forget the digits typed so far."""
        self.pad.set_text("")

    def _digits_changed(self, digits: str) -> None:
        """The first digit makes signing on possible."""
        if len(digits) < 2:
            self.actions_changed()

    def _show_state(self) -> None:
        """Say who is chosen and what comes next."""
        person, wait = self._person(), self._wait()
        locked = self._name in self._locked
        if not self._name:
            title, hint = self.tr("Choose your name"), self.tr("or hold your badge to the scanner")
        else:
            title = person.name if person is not None else self.tr("Your PIN")
            hint = self.tr("Type your PIN")
        if self._busy:
            hint = self.tr("Checking\u2026")
        elif locked:
            hint = self.tr("Locked after too many wrong PINs")
        elif wait:
            clock = f"{wait // 60}:{wait % 60:02d}"
            hint = self.tr("Try again in %1").replace("%1", clock)
        able = bool(self._name) and not self._busy and not locked and not wait
        self.card.show_state(title, hint, able=able, unlock=locked and person is not None)
