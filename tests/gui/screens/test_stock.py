"""Stock look-up: any code or name, what is where, and why a number is what it is."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from desktop.founding import Founding, furnish
from desktop.screens.stock import StockScreen
from desktop.screens.stock_reading import Target
from desktop.tones import Tone
from domain import access, catalogue, company, orders, stock
from domain.replica import Actor, Replica
from domain.stock import Move
from tests.gui.screens.support import Driver, MakeScreen, cells, titles
from tests.support.replicas import PROGRAM

OAT, TEA = "7394376616228", "6923450657713"


@dataclass
class Shop:
    """A shop with two products, three bins, and a little history."""

    replica: Replica
    wang: Actor
    oat: bytes
    tea: bytes
    bins: dict[str, bytes]
    supplier: bytes
    customer: bytes

    def move(self, command: str, *moves: Move) -> None:
        """Write movements as Wang."""
        with self.replica.transaction(self.wang, command) as tx:
            stock.post(tx, moves)


@pytest.fixture
def shop(replica: Replica) -> Shop:
    """Oat milk in two lots, one of them on hold; jasmine tea without a lot."""
    furnish(replica, Founding("Harbour", site="Camden", currency="GBP", pin="280461"))
    with replica.transaction(PROGRAM, "set up") as tx:
        roles = {each.code: each.id for each in access.roles(tx.connection)}
        user = access.create_user(
            tx, "Wang Fang", "wang", roles=[roles["supervisor"]], pin="739205"
        )
        oat = catalogue.create_product(
            tx,
            catalogue.NewProduct("OAT-1", "Oat milk", "燕麦奶", tracking="lot", barcodes=[OAT]),
        )
        tea = catalogue.create_product(
            tx, catalogue.NewProduct("TEA-1", "Jasmine tea", "茉莉花茶", barcodes=[TEA])
        )
        lists = catalogue.price_lists(tx.connection)
        catalogue.set_prices(tx, lists["RETAIL"], [catalogue.NewPrice(oat, 29_900)])
        wang = access.actor_of(tx.connection, user.id)
    with replica.transaction(PROGRAM, "bins") as tx:
        bins = {
            code: stock.create_location(tx, code, "", walk_order=100 + n)
            for n, code in enumerate(("A-01", "A-02"))
        }
        supplier = stock.find_usage(tx.connection, 1, stock.SUPPLIER).id
        customer = stock.find_usage(tx.connection, 1, stock.CUSTOMER).id
    made = Shop(replica, wang, oat, tea, bins, supplier, customer)
    with replica.transaction(wang, "receive goods") as tx:
        document = tx.new_id()
        tx.number("receipt", document)
        stock.see_lot(tx, oat, "L1", "2026-03-31")
        stock.see_lot(tx, oat, "L2", "2026-11-30")
        stock.post(
            tx,
            [
                Move(oat, 24, supplier, bins["A-01"], "receipt", lot="L1", document=document),
                Move(oat, 40, supplier, bins["A-02"], "receipt", lot="L2", document=document),
            ],
        )
    made.move("sell", Move(oat, 5, bins["A-01"], customer, "sale", lot="L1"))
    with replica.transaction(wang, "hold lot") as tx:
        stock.set_lot_status(tx, oat, "L2", stock.ON_HOLD, "damaged pallet")
        stock.reserve(tx, tx.new_id(), 1, oat, bins["A-01"], "L1", 4)
    return made


@pytest.fixture
def look(make_screen: MakeScreen, shop: Shop) -> Driver[StockScreen]:
    """The screen as it is entered."""
    driver = make_screen(StockScreen, shop.replica, shop.wang)
    driver.enter()
    return driver


def type_in(look: Driver[StockScreen], text: str, *, enter: bool = False) -> None:
    look.screen.field.setText("")
    look.screen.field.insert(text)
    look.screen.field.textEdited.emit(text)
    look.settle()
    if enter:
        look.qtbot.keyClick(look.screen.field, Qt.Key.Key_Return)
        look.settle()
        look.settle()


@pytest.mark.parametrize("text", ["oat", "燕麦", "OAT-1", OAT])
def test_goods_are_found_as_one_types_in_both_languages(
    look: Driver[StockScreen], text: str
) -> None:
    type_in(look, text)
    (line,) = look.screen.list.lines.lines()
    assert (line.title, line.figure, line.note) == ("Oat milk", "15", "of 59 on hand")
    assert "燕麦奶" in line.detail


def test_names_follow_the_language(make_screen: MakeScreen, shop: Shop) -> None:
    look = make_screen(StockScreen, shop.replica, shop.wang, language="zh_CN")
    look.enter()
    type_in(look, "oat")
    assert titles(look.screen.list.lines) == ["燕麦奶"]


def test_a_scan_opens_the_product_with_places_lots_and_days(look: Driver[StockScreen]) -> None:
    look.scan(OAT)
    assert look.said == ["Oat milk: 15 available"]
    assert look.tone is Tone.SUCCESS
    assert cells(look.screen.product.table) == [
        ["A-01", "L1", "31 Mar 2026", "", "19", "4", "15"],
        ["A-02", "L2", "30 Nov 2026", "On hold", "40", "0", "0"],
    ]


def test_a_gs1_code_marks_its_lot(look: Driver[StockScreen]) -> None:
    look.scan("]C10107394376616228" + "10L2")
    target = look.screen.product.target()
    assert target is not None
    assert target.lot == "L2"


def test_a_label_of_a_place_shows_what_lies_there(look: Driver[StockScreen], shop: Shop) -> None:
    look.scan("A-02")
    (line,) = look.screen.list.lines.lines()
    assert (line.title, line.figure, line.status) == ("Oat milk", "40", "On hold")
    look.screen.list.lines.clicked.emit(look.screen.list.lines.currentIndex())
    look.settle()
    assert look.screen.why.number.value() == "40"
    look.act("back")
    assert titles(look.screen.list.lines) == ["Oat milk"]
    with shop.replica.transaction(PROGRAM, "bin") as tx:
        stock.create_location(tx, "B-99", "")
    look.scan("B-99")
    assert look.screen.list.empty.isVisible()


def test_an_unknown_code_and_a_wrong_digit_say_so_and_keep_the_page(
    look: Driver[StockScreen],
) -> None:
    look.scan(OAT)
    look.scan("4006381333931")
    assert look.tone is Tone.ERROR
    assert "4006381333931" in look.said[-1]
    look.scan("]E0" + OAT[:-1] + "9")
    assert look.tone is Tone.ERROR
    assert look.screen.pages.currentWidget() is look.screen.product


def test_two_goods_with_one_code_are_offered_for_choice(
    look: Driver[StockScreen], shop: Shop
) -> None:
    with shop.replica.transaction(PROGRAM, "same code") as tx:
        catalogue.add_barcode(tx, shop.tea, OAT)
    look.scan(OAT)
    assert look.tone is Tone.WARNING
    assert sorted(titles(look.screen.list.lines)) == ["Jasmine tea", "Oat milk"]


def test_enter_opens_the_only_hit_and_says_when_there_is_none(look: Driver[StockScreen]) -> None:
    type_in(look, "jasm", enter=True)
    assert look.screen.pages.currentWidget() is look.screen.product
    type_in(look, "zzz", enter=True)
    assert look.tone is Tone.ERROR
    assert "zzz" in look.said[-1]


def test_from_a_balance_to_its_movements_to_the_changeset(
    look: Driver[StockScreen], shop: Shop
) -> None:
    look.scan(OAT)
    look.qtbot.keyClick(look.screen.product.table, Qt.Key.Key_Return)
    look.settle()
    why = look.screen.why
    assert why.number.value() == "19"
    assert why.pill.accessibleName().startswith("2 movement")
    rows = cells(why.table)
    assert [row[1:] for row in rows] == [
        ["Sold", "Wang Fang", "\u22125", "19"],
        ["Received", "Wang Fang", "+24", "24"],
    ]
    words = why.card.words()
    assert words[0] == "Wang Fang"
    assert "First station (A)" in words
    assert "Sell" in words
    assert "A-01 \u2192 CUSTOMER" in words
    why.table.mark(1)
    words = why.card.words()
    assert "Receive goods" in words
    assert any(w.startswith("S001-W01A-") and w.endswith("-000001") for w in words)
    with shop.replica.read() as connection:
        posted = stock.why(connection, 1, shop.oat, [shop.bins["A-01"]], "L1")[1]
    assert posted.changeset_hash.hex()[:16] in words


def test_all_places_together_and_up_again(look: Driver[StockScreen], shop: Shop) -> None:
    look.enter(item=shop.oat)
    look.act("stock.total")
    assert look.screen.why.number.value() == "59"
    assert len(cells(look.screen.why.table)) == 3
    look.act("clear")
    assert look.screen.pages.currentWidget() is look.screen.product
    look.act("back")
    assert look.screen.pages.currentWidget() is look.screen.list
    assert not look.can("back")


def test_long_histories_are_read_in_parts(
    look: Driver[StockScreen], shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(6):
        shop.move("sell", Move(shop.oat, 1, shop.bins["A-01"], shop.customer, "sale", lot="L1"))
    monkeypatch.setattr("desktop.screens.stock_reading.FIRST_MOVEMENTS", 3)
    look.screen._ask_why(Target(shop.oat, shop.bins["A-01"], "L1"))
    look.settle()
    assert look.screen.why.pill.accessibleName().startswith("The newest 3")
    assert [row[4] for row in cells(look.screen.why.table)] == ["13", "14", "15"]
    look.act("stock.older")
    assert look.screen.why.pill.accessibleName().startswith("8 movement")
    assert not look.can("stock.older")


def test_a_number_that_changes_changes_on_the_screen(look: Driver[StockScreen], shop: Shop) -> None:
    look.scan(OAT)
    look.screen._ask_marked()
    look.settle()
    shop.move("sell", Move(shop.oat, 2, shop.bins["A-01"], shop.customer, "sale", lot="L1"))
    look.context.offload.refresh.announce({"balance"})
    look.settle()
    assert look.screen.why.number.value() == "17"
    look.act("back")
    assert cells(look.screen.product.table)[0][4] == "17"


def test_places_to_count_come_first(look: Driver[StockScreen], shop: Shop) -> None:
    assert look.screen.list.empty.isVisible()
    with shop.replica.read() as connection:
        floor = stock.find_location(connection, 1, company.SALES_FLOOR).id
    shop.move("sell", Move(shop.tea, 3, floor, shop.customer, "sale"))
    with shop.replica.transaction(PROGRAM, "found less") as tx:
        orders.want_count(tx, shop.oat, shop.bins["A-01"], "L1", "missing", None)
    look.enter()
    lines = {line.title: line for line in look.screen.list.lines.lines()}
    assert lines["Jasmine tea"].status == "Below zero"
    assert lines["Jasmine tea"].figure == "\u22123"
    assert lines["Oat milk"].figure == "19"


def test_keys_walk_from_the_field_into_the_list_and_open(look: Driver[StockScreen]) -> None:
    type_in(look, "jas")
    look.qtbot.keyClick(look.screen.field, Qt.Key.Key_Down)
    look.qtbot.keyClick(look.screen.list.lines, Qt.Key.Key_Return)
    look.settle()
    assert look.screen.pages.currentWidget() is look.screen.product
    look.act("find")
    assert look.screen.pages.currentWidget() is look.screen.list
