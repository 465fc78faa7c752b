"""The real window over a real replica: signing on, going about, locking, changing rights."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.context import Context, NoDevices
from desktop.earcon import SilentEarcon
from desktop.founding import Founding, furnish
from desktop.language import Languages
from desktop.offload import Offload
from desktop.scans import Scan
from desktop.screens.customers import CustomersScreen
from desktop.screens.home import HomeScreen
from desktop.screens.sign_on import SignOnScreen
from desktop.screens.stock import StockScreen
from desktop.shell import Shell
from desktop.store import ReplicaStore
from domain import access, catalogue, company
from domain.replica import Replica
from tests.gui.conftest import NOON
from tests.support.replicas import PROGRAM


@pytest.fixture
def window(replica: Replica, languages: Languages, qtbot: QtBot) -> Iterator[Shell]:
    """Sign-on, home, customers and stock of a shop whose clerk has a badge."""
    furnish(replica, Founding("Harbour", site="Camden", currency="GBP", pin="280461"))
    with replica.transaction(PROGRAM, "staff") as tx:
        roles = {each.code: each.id for each in access.roles(tx.connection)}
        access.create_user(tx, "Tom", "tom", roles=[roles["clerk"]], pin="739205", badge="04AB12")
        product = catalogue.NewProduct("TEA", "Tea", "茶", barcodes=["6923450657713"])
        catalogue.create_product(tx, product)
    defects: list[BaseException] = []

    def record(error: BaseException) -> str:
        defects.append(error)
        return "CF-TEST-0001"

    offload = Offload(ReplicaStore(replica), record)
    with replica.read() as connection:
        about = company.company(connection)
    context = Context(
        offload,
        NoDevices(),
        SilentEarcon(),
        "Camden",
        "W01",
        replica=replica,
        company=about,
        site_number=1,
        clock=lambda: NOON,
    )
    made = Shell(context, [SignOnScreen, HomeScreen, CustomersScreen, StockScreen], languages)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    qtbot.waitExposed(made)
    made.start()
    offload.settle()
    yield made
    made.router.stop()
    made.close()
    offload.close()
    assert not defects, defects


def scan(window: Shell, text: str) -> None:
    """Scan as a serial scanner does."""
    assert window.current is not None
    window.current.on_scan(Scan(text))
    for _ in range(3):
        window.context.offload.settle()


def here(window: Shell) -> str:
    return window.current.id if window.current is not None else ""


def test_nobody_goes_anywhere_before_signing_on(window: Shell) -> None:
    assert here(window) == "sign_on"
    for place in ("home", "stock", "customers"):
        window.navigate(place)
        assert here(window) == "sign_on"
    assert not any(entry.key.startswith("go:") for entry in window._entries())


def test_a_badge_opens_the_window_and_a_scan_leads_to_the_goods(window: Shell) -> None:
    scan(window, "04AB12")
    assert here(window) == "home"
    assert window.context.session.user_name == "Tom"
    scan(window, "6923450657713")
    assert here(window) == "stock"
    assert window.banner.outcome is not None
    assert window.banner.outcome.text == "Tea: 0 available"


def test_whoever_locked_comes_back_to_the_same_page(window: Shell) -> None:
    scan(window, "04AB12")
    scan(window, "6923450657713")
    window.lock()
    assert here(window) == "sign_on"
    scan(window, "04AB12")
    assert here(window) == "stock"
    stock = window.current
    assert isinstance(stock, StockScreen)
    assert stock.pages.currentWidget() is stock.product


def test_names_follow_the_language_at_once(window: Shell) -> None:
    scan(window, "04AB12")
    scan(window, "6923450657713")
    stock = window.current
    assert isinstance(stock, StockScreen)
    window.languages.use("zh_CN")
    stock.field.clear()
    scan(window, "6923450657713")
    assert window.banner.outcome is not None
    assert window.banner.outcome.text == "茶：可用 0"
    assert window.header.title.text() == "库存"


def test_a_right_that_is_taken_away_closes_the_page(window: Shell) -> None:
    scan(window, "04AB12")
    window.navigate("customers")
    assert here(window) == "customers"
    with window.context.replica.transaction(PROGRAM, "no customers") as tx:
        role = next(r for r in access.roles(tx.connection) if r.code == "clerk")
        access.set_permission(tx, role.id, "customers.view", allowed=False)
    window.context.offload.refresh.announce({"role_permission"})
    for _ in range(3):
        window.context.offload.settle()
    assert here(window) == "home"
    window.navigate("customers")
    assert here(window) == "home"
