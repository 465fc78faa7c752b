"""Deciding what crossed: edits, duplicates, requests, set-aside changes, impossible stock."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from desktop.founding import Founding, furnish
from desktop.screens.conflicts import ConflictsScreen
from desktop.tones import Tone
from domain import access, catalogue, customers, stock
from domain.catalogue import NewProduct
from domain.catalogue.tables import tax_class
from domain.replica import Actor, Replica, books, run
from domain.stock import Move
from edge_sync import tables  # noqa: F401 - declares the tables of the exchange
from edge_sync.requests import request_change
from tests.gui.screens.support import Driver, MakeScreen, titles
from tests.support.replicas import PROGRAM, exchange


@dataclass
class Pair:
    """Two stations of one shop and a customer that both have."""

    here: Replica
    there: Replica
    customer: bytes

    def meet(self) -> None:
        exchange(self.here, self.there)
        exchange(self.there, self.here)

    def edit(self, replica: Replica, **changes: str) -> None:
        with replica.transaction(PROGRAM, "edit") as tx:
            customers.edit_customer(tx, self.customer, **changes)  # type: ignore[arg-type]

    def phone(self) -> str | None:
        with self.here.read() as connection:
            return customers.get(connection, self.customer).phone


@pytest.fixture
def pair(make_replica: Callable[..., Replica]) -> Pair:
    here, there = make_replica(standalone=True), make_replica(station=2, standalone=True)
    furnish(here, Founding("Harbour", site="Camden", pin="280461"))
    with here.transaction(PROGRAM, "new customer") as tx:
        grace = customers.create_customer(tx, "Grace Hopper", phone="+442079460001")
    made = Pair(here, there, grace.id)
    made.meet()
    return made


@pytest.fixture
def boss(pair: Pair) -> Actor:
    with pair.here.transaction(PROGRAM, "staff") as tx:
        roles = {each.code: each.id for each in access.roles(tx.connection)}
        user = access.create_user(tx, "Sam Boss", "sam", roles=[roles["owner"]], pin="739205")
        return access.actor_of(tx.connection, user.id)


Desk = Driver[ConflictsScreen]


@pytest.fixture
def crossed(pair: Pair, boss: Actor, make_screen: MakeScreen) -> Desk:
    """Two people have given one customer another phone number."""
    pair.edit(pair.here, phone="+442079460002")
    pair.edit(pair.there, phone="+442079460003")
    pair.meet()
    desk = make_screen(ConflictsScreen, pair.here, boss)
    desk.enter()
    return desk


def sides(desk: Desk) -> list[str]:
    return [side.value.text() for side in desk.screen.sides._sides]


def test_nothing_waits(pair: Pair, boss: Actor, make_screen: MakeScreen) -> None:
    desk = make_screen(ConflictsScreen, pair.here, boss)
    desk.enter()
    assert desk.screen.nothing.isVisible()
    assert desk.screen.screen_actions() == ()


def test_a_card_says_in_plain_words_what_crossed(crossed: Desk) -> None:
    (line,) = crossed.screen.list.lines()
    assert (line.title, line.status) == ("Grace Hopper", "Phone number")
    assert crossed.screen.heading.text() == "Customer · Grace Hopper: Phone number"
    assert sides(crossed) == ["+442079460003", "+442079460002"]
    assert "Two people changed this" in crossed.screen.text.text()


def test_one_key_keeps_what_stands(crossed: Desk, pair: Pair) -> None:
    crossed.act("confirm")
    crossed.settle()
    assert pair.phone() == "+442079460003"
    assert crossed.said == ["Grace Hopper: Phone number is +442079460003"]
    assert crossed.screen.nothing.isVisible()


def test_one_touch_takes_the_other(crossed: Desk, pair: Pair) -> None:
    crossed.screen.sides.chosen.emit(1)
    crossed.settle()
    crossed.settle()
    assert pair.phone() == "+442079460002"
    pair.meet()
    with pair.there.read() as connection:
        assert customers.get(connection, pair.customer).phone == "+442079460002"
        assert run(connection, "SELECT count(*) FROM conflict WHERE decided = 0").scalar() == 0


def test_what_another_decided_meanwhile_is_said(crossed: Desk, pair: Pair) -> None:
    conflict = crossed.screen.list.lines()[0].key
    assert isinstance(conflict, tuple)
    with pair.here.transaction(PROGRAM, "decide") as tx:
        from edge_sync import inbox

        inbox.keep(tx, conflict[1])
    crossed.act("confirm")
    assert crossed.said == ["This has been decided already."]
    assert crossed.tone is Tone.ERROR


@pytest.mark.parametrize(("act", "stays"), [("confirm", "Ada King"), ("exception", "Ada Lovelace")])
def test_two_profiles_become_one_customer(
    pair: Pair, boss: Actor, make_screen: MakeScreen, act: str, stays: str
) -> None:
    for replica, name in ((pair.here, "Ada King"), (pair.there, "Ada Lovelace")):
        with replica.transaction(PROGRAM, "new customer") as tx:
            customers.create_customer(tx, name, phone="+442079460009")
    pair.meet()
    desk = make_screen(ConflictsScreen, pair.here, boss)
    desk.enter()
    assert set(sides(desk)) == {"Ada King", "Ada Lovelace"}
    assert sides(desk)[0] == "Ada King"
    desk.act(act)
    desk.settle()
    assert desk.screen.nothing.isVisible(), desk.said
    with pair.here.read() as connection:
        found = customers.by_phone(connection, "+442079460009")
    assert [each.name for each in found if not each.archived] == [stays]


def two_mugs(pair: Pair) -> None:
    for sku, name in (("MUG", "Mug"), ("CUP", "Cup")):
        with pair.here.transaction(PROGRAM, "new product") as tx:
            new = NewProduct(sku, name, barcodes=["4006381333931"])
            catalogue.create_product(tx, new)


@pytest.mark.parametrize(("act", "sku"), [("confirm", "MUG"), ("exception", "CUP")])
def test_a_code_is_given_to_one_product(
    pair: Pair, boss: Actor, make_screen: MakeScreen, act: str, sku: str
) -> None:
    two_mugs(pair)
    desk = make_screen(ConflictsScreen, pair.here, boss)
    desk.enter()
    assert sides(desk) == ["Mug", "Cup"]
    desk.act(act)
    with pair.here.read() as connection:
        assert catalogue.find_code(connection, "4006381333931").product.sku == sku


def test_two_products_may_keep_one_code(pair: Pair, boss: Actor, make_screen: MakeScreen) -> None:
    two_mugs(pair)
    desk = make_screen(ConflictsScreen, pair.here, boss)
    desk.enter()
    assert desk.screen.third.isVisible()
    desk.screen.third.click()
    desk.settle()
    desk.settle()
    assert desk.screen.nothing.isVisible()
    with pair.here.read() as connection:
        assert len(catalogue.matches(connection, "4006381333931")) == 2


def ask(pair: Pair, replica: Replica) -> bytes:
    """Ask for another rate of the standard tax; give the tax class."""
    with pair.here.transaction(PROGRAM, "tax") as tx:
        vat = catalogue.create_tax_class(tx, "S", "Standard", 1900)
    pair.meet()
    with replica.transaction(PROGRAM, "ask") as tx:
        request_change(tx, tax_class, vat, {"rate": 2000}, "The law has changed")
    pair.meet()
    return vat


@pytest.mark.parametrize(("act", "rate"), [("confirm", 2000), ("exception", 1900)])
def test_the_owner_answers_what_is_asked(
    pair: Pair, boss: Actor, make_screen: MakeScreen, act: str, rate: int
) -> None:
    vat = ask(pair, pair.there)
    desk = make_screen(ConflictsScreen, pair.here, boss)
    desk.enter()
    assert sides(desk) == ["Rate: 19 %", "Rate: 20 %"]
    assert "The law has changed" in desk.screen.text.text()
    desk.act(act)
    desk.settle()
    with pair.here.read() as connection:
        found = catalogue.tax_class(connection, vat)
    assert found is not None
    assert found.rate == rate
    assert desk.screen.nothing.isVisible()


def test_who_may_not_answer_is_told_who_can(pair: Pair, make_screen: MakeScreen) -> None:
    ask(pair, pair.there)
    sam = Actor(bytes(16), "Sam", frozenset({"conflicts.decide"}))
    desk = make_screen(ConflictsScreen, pair.here, sam)
    desk.enter()
    assert "Only the centre can decide" in desk.screen.text.text()
    assert not desk.can("confirm")
    assert not desk.screen.sides.isEnabled()


def set_aside(pair: Pair, reason: str) -> None:
    """Treat the newest company-wide change as one that could not be applied."""
    with pair.here.merging() as merging:
        run(
            merging.connection,
            "INSERT INTO quarantine (site, key, reason, detail, since)"
            " SELECT 0, max(key), ?, 'support reads this', 0 FROM changeset WHERE site = 0",
            reason,
        )


def take_but_set_aside(pair: Pair) -> None:
    """Let the other station edit, and take that in while it cannot be applied."""
    pair.edit(pair.there, notes="Rings the bell")
    with pair.there.read() as connection:
        name = bytes(pair.there.station)
        text = "SELECT log, seq FROM log WHERE site = 0 AND station = ?"
        log, seq = run(connection, text, name).one()
        changesets = books.read(connection, 0, log, 0, seq)
        key = run(connection, "SELECT public_key FROM log WHERE log = ?", log).scalar()
    with pair.here.merging() as merging:
        books.open_log(merging.connection, 0, log, name, "A", key)
        merging.take(0, log, changesets, lambda _changeset: ("not_applicable", "no such row"))


def test_a_change_that_was_set_aside_is_tried_again(
    pair: Pair, boss: Actor, make_screen: MakeScreen
) -> None:
    take_but_set_aside(pair)
    desk = make_screen(ConflictsScreen, pair.here, boss)
    desk.enter()
    assert desk.screen.list.lines()[0].status == "Set aside"
    assert ("What was done", "edit") in desk.screen.facts.facts()
    desk.act("confirm")
    desk.settle()
    assert desk.said == ["The change is in the books now"]
    assert desk.screen.nothing.isVisible()


def test_what_still_cannot_be_applied_stays(
    pair: Pair, boss: Actor, make_screen: MakeScreen
) -> None:
    set_aside(pair, "not_applicable")
    desk = make_screen(ConflictsScreen, pair.here, boss)
    desk.enter()
    desk.act("confirm")
    assert desk.said == ["It still cannot be applied. It stays here."]
    assert desk.tone is Tone.WARNING
    assert len(desk.screen.list.lines()) == 1


def test_what_nothing_can_cure_is_only_shown(
    pair: Pair, boss: Actor, make_screen: MakeScreen
) -> None:
    set_aside(pair, "not_owner")
    desk = make_screen(ConflictsScreen, pair.here, boss)
    desk.enter()
    assert "belongs to the centre" in desk.screen.text.text()
    assert not desk.can("confirm")


def test_stock_below_zero_leads_to_the_stock(
    pair: Pair, boss: Actor, make_screen: MakeScreen
) -> None:
    with pair.here.transaction(PROGRAM, "new product") as tx:
        tea = catalogue.create_product(tx, NewProduct("TEA", "Green tea", "绿茶"))
    with pair.here.transaction(PROGRAM, "sell") as tx:
        floor = stock.find_location(tx.connection, 1, "SHOP")
        out = stock.find_usage(tx.connection, 1, stock.CUSTOMER)
        stock.post(tx, [Move(tea, 2, floor.id, out.id, "sale")])
    desk = make_screen(ConflictsScreen, pair.here, boss, language="zh_CN")
    desk.enter()
    assert titles(desk.screen.list) == ["绿茶"]
    desk.act("confirm")
    assert desk.went == [("stock", {"code": "TEA"})]


def test_skipping_goes_round_and_deciding_stays_at_its_place(crossed: Desk, pair: Pair) -> None:
    two_mugs(pair)
    crossed.screen.refresh()
    crossed.settle()
    screen = crossed.screen
    assert titles(screen.list) == ["Grace Hopper", "4006381333931"]
    crossed.act("next")
    assert screen.heading.text() == "Code twice: 4006381333931"
    crossed.act("next")
    crossed.act("confirm")
    crossed.settle()
    assert titles(screen.list) == ["4006381333931"]
    assert screen.heading.text() == "Code twice: 4006381333931"
