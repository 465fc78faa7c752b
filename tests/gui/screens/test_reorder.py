"""Reordering: the plan with its account, changing it, drafts, sending; the planner's process."""

import os
import sys
from datetime import timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import forecasting.tables  # noqa: F401 - declares the tables
from desktop.language import Languages
from desktop.screens.reorder import ReorderScreen
from desktop.screens.reorder_run import CannotStart, PlanRun
from desktop.tones import Tone
from desktop.widgets import ConfirmDialog, NumberDialog, Text
from domain import catalogue, company, purchasing, stock
from domain.replica import Actor, Replica
from domain.stock import Move
from forecasting import book
from forecasting.errors import SettingsError, WorkerFailed
from tests.forecasting.test_ledger import DAYS, LAST, plan
from tests.gui.screens.support import Driver, MakeScreen, titles
from tests.support.replicas import PROGRAM

Desk = Driver[ReorderScreen]
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def shop(replica: Replica) -> Replica:
    """Tea of Acme sells 3 a day, cups of Bolt 2 a day; both in packs of 12 and nearly gone."""
    with replica.transaction(PROGRAM, "found") as tx:
        company.found_company(tx, company.NewCompany("T"))
        company.open_site(tx, 1, "Shop", "shop")
    with replica.transaction(PROGRAM, "places") as tx:
        company.set_up_places(tx, "shop")
    with replica.transaction(PROGRAM, "goods") as tx:
        new = [catalogue.NewProduct("TEA", "Tea"), catalogue.NewProduct("CUP", "Cup")]
        tea, cup = catalogue.create_products(tx, new)
        sellers = purchasing.create_suppliers(
            tx,
            [
                purchasing.NewSupplier("ACME", "Acme", lead_time_days=7),
                purchasing.NewSupplier("BOLT", "Bolt", minimum_order_amount=50_000),
            ],
        )
        for seller, item in zip(sellers, (tea, cup), strict=True):
            terms = purchasing.NewTerms(seller, item, 10_000, pack_steps=12)
            purchasing.set_supplier_item(tx, terms)
    sell(replica, tea, 3)
    sell(replica, cup, 2)
    return replica


def sell(replica: Replica, item: bytes, a_day: int) -> None:
    """Sell every day until ten are left."""
    with replica.read() as connection:
        floor = stock.find_location(connection, 1, company.SALES_FLOOR).id
        customer = stock.customer_place(connection, 1).id
        outside = stock.find_usage(connection, 1, stock.SUPPLIER).id
    first = LAST - timedelta(days=DAYS - 1)
    opening = Move(
        *(item, a_day * DAYS + 10, outside, floor, "receipt"),
        business_date=(first - timedelta(days=1)).isoformat(),
    )
    sold = [
        Move(
            *(item, a_day, floor, customer, "sale"),
            business_date=(first + timedelta(days=number)).isoformat(),
        )
        for number in range(DAYS)
    ]
    with replica.transaction(PROGRAM, "history") as tx:
        stock.post(tx, [opening, *sold])


@pytest.fixture
def desk(make_screen: MakeScreen, shop: Replica) -> Desk:
    """The screen over a plan of both items."""
    plan(shop)
    made = make_screen(ReorderScreen, shop, PROGRAM)
    made.enter()
    return made


def dialog(desk: Desk, kind: type[W]) -> W:
    desk.settle()
    found = [w for w in desk.screen.window().findChildren(kind) if w.isVisible()]
    assert found, f"no {kind.__name__} is open"
    return found[-1]


def states(desk: Desk) -> dict[str, tuple[str, str]]:
    """Figure and status of each line."""
    return {each.title: (each.figure, each.status) for each in desk.screen.page.list.lines()}


def mark(desk: Desk, title: str) -> None:
    line = next(each for each in desk.screen.page.list.lines() if each.title == title)
    desk.screen.page.list.select(line.key)
    desk.settle()


def number(desk: Desk, value: str) -> None:
    asked = dialog(desk, NumberDialog)
    desk.qtbot.keyClicks(asked.pad, value)
    desk.qtbot.keyClick(asked.pad, Qt.Key.Key_Return)
    desk.settle()


def test_proposals_stand_below_their_supplier(desk: Desk) -> None:
    assert titles(desk.screen.page.list) == ["Acme", "Tea", "Bolt", "Cup"]
    heads = [each for each in desk.screen.page.list.lines() if each.heading]
    assert "below the minimum of \u20ac500.00" in heads[1].detail
    assert heads[1].tone is Tone.WARNING
    assert desk.screen.page.list.current_key() is not None, "the first item is marked"
    desk.qtbot.keyClick(desk.screen.page.list, Qt.Key.Key_Down)
    desk.settle()
    assert desk.screen.page.detail.title.text() == "Cup", "arrows pass over headings"


def number_of(figure: str) -> int:
    """The number in a figure of the account, with its sign."""
    for sign, plain in (("=", ""), ("+", ""), (" ", ""), ("\u2212", "-")):
        figure = figure.replace(sign, plain)
    return int(figure)


def test_the_account_adds_up_in_words(desk: Desk, languages: Languages) -> None:
    desk.screen.retranslate()
    rows = desk.screen.page.detail.account.rows
    words = [row.words for row in rows]
    assert words[0] == "Expected sales of 14 days, about 3 a day"
    assert "On hand" in words
    figures = {row.words: row.figure for row in rows}
    total = 0
    for row in rows[:-1]:
        value = number_of(row.figure)
        if row.total:
            assert value == total, f"{row.words} is the sum of what stands above"
        else:
            total += value
    assert number_of(rows[-1].figure) == total
    assert total % 12 == 0
    assert figures["On hand"] == "\u2212 10"


def test_the_weeks_are_drawn_and_said(desk: Desk) -> None:
    desk.settle()
    said = desk.screen.page.detail.under.text()
    assert said == "12 weeks sold (last 21), 8 weeks expected (next 21)"


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("size", [(1184, 600), (1184, 520), (928, 530), (928, 330)])
def test_the_whole_figures_are_in_view(
    desk: Desk, languages: Languages, language: str, size: tuple[int, int]
) -> None:
    languages.use(language)
    desk.settle()
    desk.screen.retranslate()
    desk.settle()
    desk.screen.resize(*size)
    desk.settle()
    detail = desk.screen.page.detail
    seen = detail.account.findChildren(Text)
    for text in seen:
        assert text.wordWrap() or text.width() >= text.sizeHint().width(), text.text()
        assert text.visibleRegion().boundingRect().width() in (0, text.width()), text.text()
    order = seen[-1]
    assert order.text() == detail.account.rows[-1].figure
    assert order.visibleRegion().boundingRect() == order.rect(), "the result never scrolls away"
    assert detail.chart.isHidden() == (size[1] < 600), "the account goes before the chart"
    if size[1] > 330:
        assert all(text.visibleRegion().boundingRect() == text.rect() for text in seen)


def test_a_quantity_becomes_what_the_supplier_sells(desk: Desk) -> None:
    mark(desk, "Tea")
    desk.act("quantity")
    number(desk, "70")
    assert states(desk)["Tea"] == ("72", "Chosen")
    assert desk.said[-1] == "72 is the nearest that the supplier sells"
    rows = desk.screen.page.detail.account.rows
    assert rows[-2].words == "Changed by you"
    desk.act("quantity")
    number(desk, "0")
    assert states(desk)["Tea"][1] == "Left out"


def test_what_is_left_out_is_not_ordered(desk: Desk, shop: Replica) -> None:
    mark(desk, "Cup")
    desk.act("hold")
    assert states(desk)["Cup"][1] == "Left out"
    assert not desk.can("reorder.supplier")
    desk.act("confirm")
    assert desk.screen.pages.currentIndex() == 1
    with shop.read() as connection:
        (order,) = purchasing.orders(connection, 1, (purchasing.DRAFT,))
        assert order.supplier_name == "Acme"
        assert order.origin == purchasing.REORDER
    desk.act("back")
    assert states(desk)["Tea"][1] == "Ordered"
    mark(desk, "Tea")
    assert not desk.can("quantity")
    mark(desk, "Cup")
    desk.act("hold")
    assert states(desk)["Cup"][1] == "Chosen"


def test_one_supplier_alone(desk: Desk, shop: Replica) -> None:
    mark(desk, "Cup")
    desk.act("reorder.supplier")
    with shop.read() as connection:
        (order,) = purchasing.orders(connection, 1)
    assert order.supplier_name == "Bolt"


def test_a_draft_is_sent(desk: Desk, shop: Replica) -> None:
    mark(desk, "Tea")
    desk.act("reorder.supplier")
    assert titles(desk.screen.drafts.list) == ["Acme"]
    assert titles(desk.screen.drafts.lines) == ["Tea"]
    desk.act("confirm")
    assert "sent to Acme" in desk.said[-1]
    assert not desk.can("confirm"), "it is sent"
    with shop.read() as connection:
        (order,) = purchasing.orders(connection, 1)
    assert order.status == purchasing.SENT


def test_below_the_minimum_is_asked_and_approved(desk: Desk, shop: Replica) -> None:
    mark(desk, "Cup")
    desk.act("reorder.supplier")
    desk.act("confirm")
    asked = dialog(desk, ConfirmDialog)
    assert "delivers from" in asked.text.text()
    desk.qtbot.keyClick(asked, Qt.Key.Key_Return)
    desk.settle()
    with shop.read() as connection:
        (order,) = purchasing.orders(connection, 1)
    assert (order.status, order.approved) == (purchasing.SENT, True)


def test_a_draft_is_discarded(desk: Desk, shop: Replica, qtbot: QtBot) -> None:
    desk.act("confirm")
    assert len(desk.screen.drafts.list.lines()) == 2
    desk.act("exception")
    asked = dialog(desk, ConfirmDialog)
    asked._confirm()
    desk.settle()
    assert "discarded" in desk.said[-1]
    assert len(desk.screen.drafts.list.lines()) == 1


def test_without_the_right_to_order(make_screen: MakeScreen, shop: Replica) -> None:
    plan(shop)
    looker = Actor(b"\x01" * 16, "Lo", frozenset({"reorder.propose"}))
    desk = make_screen(ReorderScreen, shop, looker)
    desk.enter()
    assert not desk.can("confirm")
    assert not desk.can("reorder.supplier")


def test_a_scan_finds_the_item(desk: Desk) -> None:
    desk.scan("CUP")
    assert desk.screen.page.detail.title.text() == "Cup"


def test_changes_survive_a_power_cut(desk: Desk, make_screen: MakeScreen, shop: Replica) -> None:
    mark(desk, "Tea")
    desk.act("quantity")
    number(desk, "96")
    mark(desk, "Cup")
    desk.act("hold")
    again = make_screen(ReorderScreen, shop, PROGRAM)
    again.enter()
    again.screen.restore_state(desk.screen.save_state())
    again.settle()
    assert states(again)["Tea"] == ("96", "Chosen")
    assert states(again)["Cup"][1] == "Left out"


def test_the_planner_runs_beside_the_window(make_screen: MakeScreen, shop: Replica) -> None:
    desk = make_screen(ReorderScreen, shop, PROGRAM)
    desk.enter()
    assert desk.screen.page.nothing.isVisibleTo(desk.screen)
    desk.screen.page.nothing.acted.emit()
    assert desk.screen.page.progress.isVisibleTo(desk.screen)
    assert not desk.can("reorder.run"), "one run at a time"
    assert desk.context.offload.settle(40_000)
    desk.settle()
    assert desk.said[-1] == "The new plan is ready"
    assert not desk.screen.page.progress.isVisibleTo(desk.screen)
    with shop.read() as connection:
        kept = book.newest_run(connection, 1)
    assert kept is not None
    assert desk.screen.plan.run == kept


def worker(mode: str) -> PlanRun:
    """A planner of the tests: it plans, refuses, breaks or takes its time."""
    return PlanRun([sys.executable, "-m", "tests.forecasting.worker", mode], os.environ)


def test_the_planner_tells_how_far_it_is(qtbot: QtBot) -> None:
    heard: list[tuple[int, int]] = []
    planner = worker("plan")
    planner.progressed.connect(lambda done, total: heard.append((done, total)))
    assert planner.run()
    assert heard[-1] == (6, 6)


def test_the_planners_refusal_is_said_as_our_own_error() -> None:
    with pytest.raises(SettingsError, match="review_days"):
        worker("refused").run()


def test_a_planner_that_breaks_or_cannot_start() -> None:
    with pytest.raises(WorkerFailed):
        worker("broken").run()
    with pytest.raises(CannotStart):
        PlanRun(["/no/such/program"], {}).run()


def test_the_planner_is_stopped(desk: Desk, qtbot: QtBot) -> None:
    planner = worker("slow")
    begun: list[int] = []
    planner.progressed.connect(lambda done, _total: begun.append(done))
    desk.screen.planner = planner
    desk.screen.work(planner.run, desk.screen._planned, failure=desk.screen._not_planned)
    qtbot.waitUntil(lambda: bool(begun), timeout=10_000)
    desk.screen.page.progress.cancelled.emit()
    desk.settle()
    assert desk.said[-1] == "Stopped. The plan before is still there."
    assert desk.screen.planner is None


def test_a_planner_that_is_stopped_before_it_began_never_starts() -> None:
    planner = worker("plan")
    planner.stop()
    assert not planner.run()
