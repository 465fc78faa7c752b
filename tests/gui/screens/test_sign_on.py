"""Who works here: badges, names, PINs, waiting, locking, unlocking, languages."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from desktop.language import Languages
from desktop.screens.sign_on import SignOnScreen
from desktop.session import UserSession
from desktop.tones import Tone
from desktop.widgets import Credential, PinDialog, Tile
from domain import access
from domain.replica import Replica
from tests.gui.screens.support import Driver, MakeScreen
from tests.support.replicas import PROGRAM

PIN, OTHER_PIN = "280461", "739205"


@pytest.fixture
def staff(replica: Replica) -> dict[str, access.User]:
    """A cashier with a badge, a supervisor with a badge, and someone without a role."""
    with replica.transaction(PROGRAM, "staff") as tx:
        roles = access.create_standard_roles(tx)
        made = [
            access.create_user(
                tx, "Lin Mei", "lin", roles=[roles["cashier"].id], pin=PIN, badge="04A21F77"
            ),
            access.create_user(
                tx, "Sam Boss", "sam", roles=[roles["supervisor"].id], pin=OTHER_PIN, badge="04BB"
            ),
            access.create_user(tx, "Pat New", "pat", pin="918273"),
            access.create_user(tx, "No Entry", "none", roles=[roles["clerk"].id]),
        ]
    return {user.login: user for user in made}


@pytest.fixture
def desk(
    make_screen: MakeScreen,
    replica: Replica,
    staff: dict[str, access.User],
) -> Driver[SignOnScreen]:
    """The sign-on screen with three people to choose from."""
    driver = make_screen(SignOnScreen, replica)
    driver.enter()
    return driver


def tiles(desk: Driver[SignOnScreen]) -> list[str]:
    return [t.text() for t in desk.screen.grid.findChildren(Tile) if not t.isHidden()]


def tap(desk: Driver[SignOnScreen], name: str) -> None:
    tile = next(t for t in desk.screen.grid.findChildren(Tile) if t.text() == name)
    desk.qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)


def type_pin(desk: Driver[SignOnScreen], pin: str) -> None:
    desk.qtbot.keyClicks(desk.screen.pad, pin)
    desk.qtbot.keyClick(desk.screen.pad, Qt.Key.Key_Return)
    desk.settle()


def test_a_tap_on_a_name_and_the_pin_sign_on(desk: Driver[SignOnScreen]) -> None:
    assert tiles(desk) == ["Lin Mei", "Pat New", "Sam Boss"]
    tap(desk, "Lin Mei")
    assert desk.screen.card.words == ("Lin Mei", "Type your PIN")
    type_pin(desk, PIN)
    (session,) = desk.sessions
    assert session.user_name == "Lin Mei"
    assert session.may("counter.refund")
    assert not session.may("access.manage")
    assert desk.screen.pad.text() == ""


def test_a_typed_name_works_like_a_tap(desk: Driver[SignOnScreen]) -> None:
    desk.qtbot.keyClicks(desk.screen.field, "bo")
    assert tiles(desk) == ["Sam Boss"]
    desk.qtbot.keyClick(desk.screen.field, Qt.Key.Key_Return)
    assert desk.screen.card.words[0] == "Sam Boss"
    desk.qtbot.keyClicks(desk.screen.pad, OTHER_PIN)
    desk.act("confirm")
    assert desk.sessions[0].user_name == "Sam Boss"


def test_a_name_that_nobody_has_is_refused_like_a_wrong_pin(desk: Driver[SignOnScreen]) -> None:
    desk.qtbot.keyClicks(desk.screen.field, "nobody")
    desk.qtbot.keyClick(desk.screen.field, Qt.Key.Key_Return)
    type_pin(desk, "111222")
    assert not desk.sessions
    assert desk.said == ["The name and the PIN do not match. Try again, or ask a supervisor."]
    assert desk.tone is Tone.ERROR


def test_a_badge_alone_is_enough_for_routine_work(desk: Driver[SignOnScreen]) -> None:
    desk.scan("04:A2:1F:77")
    (session,) = desk.sessions
    assert isinstance(session, UserSession)
    assert session.badge_alone
    assert session.may("counter.sell")
    assert not session.may("counter.refund"), "a badge can be copied: it proves nothing"


def test_a_supervisors_badge_asks_for_the_pin(desk: Driver[SignOnScreen]) -> None:
    desk.scan("04BB")
    assert not desk.sessions
    assert desk.said == ["The badge alone is not enough here. Enter your PIN as well."]
    assert desk.tone is Tone.WARNING
    type_pin(desk, OTHER_PIN)
    assert desk.sessions[0].may("counter.discount")


def test_an_unknown_badge_says_so(desk: Driver[SignOnScreen]) -> None:
    desk.scan("0400FFEE")
    assert desk.said == ["This badge is not known here. Choose your name."]
    assert desk.tone is Tone.ERROR
    assert desk.screen.card.words[0] == "Choose your name"


def test_someone_without_a_role_is_not_let_in(desk: Driver[SignOnScreen]) -> None:
    tap(desk, "Pat New")
    type_pin(desk, "918273")
    assert not desk.sessions
    assert desk.said == ["Pat New has no role here yet. Ask a manager for one."]


def test_wrong_pins_make_wait_and_the_wait_is_counted_down(
    desk: Driver[SignOnScreen], monkeypatch: pytest.MonkeyPatch
) -> None:
    tap(desk, "Lin Mei")
    for _ in range(5):
        type_pin(desk, "000111")
    assert desk.said[-1] == "Too many wrong tries. Wait 30 seconds, then try again."
    assert not desk.screen.pad.isEnabled()
    assert not desk.can("confirm")
    assert desk.screen.card.words[1] in {"Try again in 0:30", "Try again in 0:29"}
    tap(desk, "Sam Boss")
    assert desk.screen.pad.isEnabled(), "only the one who typed wrong waits"
    tap(desk, "Lin Mei")
    later = time.monotonic() + 31
    monkeypatch.setattr("desktop.screens.sign_on.time.monotonic", lambda: later)
    desk.qtbot.waitUntil(desk.screen.pad.isEnabled, timeout=2000)
    assert desk.screen.card.words[1] == "Type your PIN"


def lock_out(replica: Replica, name: str) -> None:
    """Ten wrong PINs, each after the delay that it has to wait for."""
    now = 0
    for _ in range(10):
        now += 100_000_000
        watch = access.Stopwatch("test", lambda at=now: at)
        with pytest.raises((access.SignInRefused, access.TooManyTries, access.LockedOut)):
            access.sign_in(replica, name, "000111", watch=watch)


def test_a_locked_name_is_unlocked_by_a_supervisor(
    desk: Driver[SignOnScreen], replica: Replica, staff: dict[str, access.User]
) -> None:
    lock_out(replica, "lin")
    desk.enter()
    tap(desk, "Lin Mei")
    assert desk.screen.card.words[1] == "Locked after too many wrong PINs"
    assert not desk.screen.pad.isEnabled()
    desk.screen.card.unlock_asked.emit()
    desk.settle()
    dialog = desk.screen.window().findChild(PinDialog)
    assert dialog is not None
    dialog.given.emit(Credential(PIN, "", "forgot_pin", "sam"))
    desk.settle()
    assert dialog.isVisible(), "a wrong PIN of the supervisor keeps the dialog open"
    dialog.given.emit(Credential(OTHER_PIN, "", "forgot_pin", "sam"))
    desk.settle()
    assert desk.said[-1] == "Lin Mei is unlocked. Type the PIN."
    type_pin(desk, PIN)
    assert desk.sessions[-1].user_name == "Lin Mei"
    with replica.read() as connection:
        (kept,) = access.overrides(connection, 1)
    assert (kept.permission, kept.reason) == ("access.unlock", "forgot_pin")
    assert kept.subject == staff["lin"].id


def test_one_person_is_chosen_at_once_and_nobody_is_said(
    make_screen: MakeScreen, make_replica: Callable[..., Replica]
) -> None:
    alone = make_replica(standalone=True)
    desk = make_screen(SignOnScreen, alone)
    desk.enter()
    assert desk.screen.nobody.isVisible()
    with alone.transaction(PROGRAM, "staff") as tx:
        roles = access.create_standard_roles(tx)
        access.create_user(tx, "Owner", "1", roles=[roles["owner"].id], pin=PIN)
    desk.context.offload.refresh.announce({"user"})
    desk.settle()
    assert desk.screen.card.words[0] == "Owner"
    assert not desk.screen.nobody.isVisible()


def test_whoever_locked_the_window_only_types_the_pin(desk: Driver[SignOnScreen]) -> None:
    tap(desk, "Lin Mei")
    type_pin(desk, PIN)
    desk.enter(locked=True)
    assert desk.screen.card.words == ("Lin Mei", "Type your PIN")
    desk.act("clear")
    assert desk.screen.card.words[0] == "Choose your name"


def test_the_language_is_switched_without_signing_on(
    desk: Driver[SignOnScreen], languages: Languages
) -> None:
    desk.context.use_language = languages.use
    desk.act("language")
    assert languages.code == "zh_CN"


def test_rights_follow_the_centre_while_someone_works(
    desk: Driver[SignOnScreen], replica: Replica, staff: dict[str, access.User]
) -> None:
    tap(desk, "Lin Mei")
    type_pin(desk, PIN)
    (session,) = desk.sessions
    heard: list[frozenset[str]] = []
    desk.context.offload.refresh.changed.connect(heard.append)
    with replica.transaction(PROGRAM, "no refunds") as tx:
        role = next(r for r in access.roles(tx.connection) if r.code == "cashier")
        access.set_permission(tx, role.id, "counter.refund", allowed=False)
    desk.context.offload.refresh.announce({"role_permission"})
    desk.settle()
    assert not session.may("counter.refund")
    assert session.may("counter.sell")
    assert frozenset({"rights"}) in heard
    with replica.transaction(PROGRAM, "left") as tx:
        access.archive_user(tx, staff["lin"].id)
    desk.context.offload.refresh.announce({"user"})
    desk.settle()
    assert not session.may("counter.sell")
    assert session.may("")
