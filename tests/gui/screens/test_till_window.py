"""One customer in the real window: scans, keys, the receipt; nothing is cut off in a small one."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.language import Languages
from desktop.screens.pay import PayScreen
from desktop.screens.refund import RefundScreen
from desktop.screens.sell import SellScreen
from desktop.screens.shift import ShiftScreen
from desktop.session import UserSession
from desktop.shell import Shell
from devices.events import Scan
from domain import counter
from domain.replica import Replica
from tests.gui.screens.support import MakeScreen
from tests.gui.screens.tills import CUP, MILK, TEA, Counter, devices, open_counter
from tests.gui.test_accessibility import nameless

SCREENS = (SellScreen, PayScreen, RefundScreen, ShiftScreen)
SMALL = QSize(1024, 700)


@pytest.fixture
def till(make_screen: MakeScreen, replica: Replica) -> Counter:
    return open_counter(make_screen, replica)


@pytest.fixture
def languages(app: QApplication) -> Iterator[Languages]:
    speaking = Languages()
    speaking.use("en")
    yield speaking
    speaking.use("en")


@pytest.fixture
def shell(till: Counter, languages: Languages, qtbot: QtBot) -> Iterator[Shell]:
    """The window over the shop, Lin signed on, in its smallest size."""
    driver = till.screen(SellScreen)
    context = driver.context
    made = Shell(context, SCREENS, languages)
    qtbot.addWidget(made)
    made.resize(SMALL)
    made.show()
    qtbot.waitExposed(made)
    made.router.start()
    made.sign_in(UserSession(context.offload, till.people["lin"]))
    rest(made)
    yield made
    made.router.stop()
    made.close()


def rest(shell: Shell) -> None:
    for _ in range(3):
        assert shell.context.offload.settle()
        QApplication.processEvents()


def scan(shell: Shell, code: str) -> None:
    shell.router.receive(Scan("scanner", 0.0, 1, code.encode(), code, None, "serial"))
    rest(shell)


def press(shell: Shell, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(shell.focusWidget() or shell, key)
    rest(shell)


def test_a_customer_from_the_first_scan_to_the_receipt(
    shell: Shell, till: Counter, qtbot: QtBot
) -> None:
    scan(shell, TEA)
    scan(shell, CUP)
    press(shell, qtbot, Qt.Key.Key_F12)
    assert isinstance(shell.current, PayScreen)
    qtbot.keyClicks(shell.focusWidget(), "10")
    press(shell, qtbot, Qt.Key.Key_Return)
    assert shell.current.paid.change.value() == "€2.50"
    printed = devices(shell).printed  # type: ignore[arg-type]
    assert len(printed) == 1
    scan(shell, MILK)  # the next customer
    assert isinstance(shell.current, SellScreen)
    assert [line.title for line in shell.current.lines.lines()] == ["Milk 1 l"]
    scan(shell, till.sales()[0].label)
    assert isinstance(shell.current, RefundScreen)
    press(shell, qtbot, Qt.Key.Key_F7)
    assert isinstance(shell.current, SellScreen)
    assert shell.current.cart is not None
    assert len(shell.current.cart.lines) == 1


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_nothing_makes_the_small_window_larger(
    shell: Shell, till: Counter, languages: Languages, language: str
) -> None:
    languages.use(language)
    sold = till.sell(("TEA", 2), ("POT", 1), ("CUP", 12))
    for _ in range(5):
        scan(shell, TEA)
    shell.banner.error("Lot A17 of Green tea 100 g was good until 2026-03-01. Put it aside.")
    seen: list[QWidget] = []
    visits: list[tuple[str, dict[str, object]]] = [
        ("sell", {}),
        ("pay", {"cart": till.cart(("TEA", 1), ("POT", 9))}),
        ("pay", {"sale": sold.id}),
        ("refund", {"sale": sold.id}),
        ("shift", {}),
    ]
    for id_, params in visits:
        shell.navigate(id_, params)
        shell.banner.error("Something is wrong here, and it takes a whole line to say what it is.")
        rest(shell)
        assert shell.size() == SMALL, id_
        hint = shell.minimumSizeHint()
        assert hint.width() <= SMALL.width(), (id_, hint)
        assert hint.height() <= SMALL.height(), (id_, hint)
        assert nameless(shell) == [], id_
        assert shell.current is not None
        seen.append(shell.current)
    assert len(set(map(id, seen))) == 4
    screen = shell.current
    assert isinstance(screen, ShiftScreen)
    screen._begin_close()
    rest(shell)
    assert shell.minimumSizeHint().height() <= SMALL.height()
    assert nameless(shell) == []


def test_the_way_back_after_a_sale_never_sells_again(
    shell: Shell, till: Counter, qtbot: QtBot
) -> None:
    scan(shell, TEA)
    press(shell, qtbot, Qt.Key.Key_F12)
    press(shell, qtbot, Qt.Key.Key_F12)
    press(shell, qtbot, Qt.Key.Key_F12)
    assert isinstance(shell.current, SellScreen)
    press(shell, qtbot, Qt.Key.Key_F7)
    assert isinstance(shell.current, PayScreen)
    assert shell.current.sale is not None
    press(shell, qtbot, Qt.Key.Key_F12)
    assert [sale.kind for sale in till.sales()] == [counter.SALE]
