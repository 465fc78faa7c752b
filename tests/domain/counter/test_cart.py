"""The cart as a value: scanning, quantities, prices, discounts."""

from dataclasses import replace

import pytest

from domain.barcodes import Template, check_digit, read
from domain.catalogue import NoPrice, UnknownBarcode, add_barcode
from domain.company import NewCompany, found_company
from domain.counter import (
    BadDiscount,
    BadPrice,
    BadQuantity,
    Cart,
    Discount,
    GoodsExpired,
    LabelRules,
    LineGone,
    OverrideTooFar,
    PriceMismatch,
    QuantityAbsurd,
    ReasonNeeded,
    Scanned,
    SerialInCart,
    Terms,
    WeightNeeded,
    add,
    attach_customer,
    authority_needed,
    company_terms,
    discount_line,
    discount_order,
    from_json,
    look_up,
    override_price,
    remove,
    scan,
    set_quantity,
    to_json,
)
from domain.stock import LotExpired, LotRecalled, SerialMissing, set_lot_status
from tests.domain.counter.shop import DAY, Shop
from tests.support.replicas import PROGRAM

GS = "\x1d"
WEIGHT_LABEL = Template("21PPPPPWWWWWC")
PRICE_LABEL = Template("22PPPPPMMMMMC")


def scanned(shop: Shop, cart: Cart, text: str, aim: str | None = None) -> Cart:
    """Scan a code as the screen does."""
    reading = read(text, aim=aim, templates=[WEIGHT_LABEL, PRICE_LABEL])
    with shop.replica.read() as connection:
        return scan(cart, look_up(connection, 1, cart, reading))


def label(twelve: str) -> str:
    return f"{twelve}{check_digit(twelve)}"


def give_plu(shop: Shop, sku: str, plu: str) -> None:
    with shop.replica.transaction(PROGRAM, "plu") as tx:
        add_barcode(tx, shop.offer(sku).product.id, plu)


def test_any_barcode_of_an_item_adds_to_its_line(shop: Shop) -> None:
    cart = shop.cart()
    for code in ("4012345678901", "96385074", "CUP"):
        cart = scanned(shop, cart, code)
    (line,) = cart.lines
    assert (line.sku, line.steps, cart.totals().total) == ("CUP", 3, 897)


def test_weighed_codes_make_lines_of_their_own(shop: Shop) -> None:
    give_plu(shop, "HAM", "123")
    cart = scanned(shop, shop.cart(), label("210012300250"))
    cart = scanned(shop, cart, label("210012300250"))
    assert [line.steps for line in cart.lines] == [250, 250]
    assert [money.gross for money in cart.totals().lines] == [495, 495]


def test_the_price_in_a_code_is_what_the_line_costs(shop: Shop) -> None:
    give_plu(shop, "HAM", "00123")
    cart = scanned(shop, shop.cart(), label("220012301234"))
    (line,) = cart.lines
    assert (line.amount, cart.totals().total) == (1234, 1234)
    assert line.steps == 623  # 12.34 at 19.80 a kg
    with pytest.raises(LabelRules):
        set_quantity(cart, line.number, 2)


def test_a_lot_is_kept_apart_and_a_bad_one_refused(shop: Shop) -> None:
    shop.receive("MILK", 10, "L1", "2026-12-01")
    shop.receive("MILK", 10, "L2", "2026-11-21")
    item = "0105000159484695"
    cart = scanned(shop, shop.cart(("MILK", 1)), f"{item}10L1", aim="]C1")
    assert [line.lot for line in cart.lines] == ["", "L1"]
    with pytest.raises(LotExpired):
        scanned(shop, cart, f"{item}10L2", aim="]C1")
    with shop.replica.transaction(PROGRAM, "recall") as tx:
        set_lot_status(tx, shop.offer("MILK").product.id, "L1", "recalled", "glass")
    with pytest.raises(LotRecalled):
        scanned(shop, cart, f"{item}10L1", aim="]C1")


def test_the_date_in_the_code_is_enough_to_refuse(shop: Shop) -> None:
    with pytest.raises(GoodsExpired):
        scanned(shop, shop.cart(), f"01050001594846951726112110X{GS}", aim="]C1")
    last_day = scanned(shop, shop.cart(), f"01050001594846951726112210X{GS}", aim="]C1")
    assert last_day.lines[0].expires == DAY


def test_each_serial_number_is_a_line(shop: Shop) -> None:
    offer = shop.offer("PHONE")
    cart = scan(shop.cart(), Scanned(offer, 1, serial="S1"))
    cart = scan(cart, Scanned(offer, 1, serial="S2"))
    assert len(cart.lines) == 2
    with pytest.raises(SerialInCart):
        scan(cart, Scanned(offer, 1, serial="S2"))
    with pytest.raises(SerialMissing):
        add(cart, offer)


def test_what_cannot_go_into_a_cart(shop: Shop) -> None:
    cart = shop.cart()
    with pytest.raises(UnknownBarcode):
        scanned(shop, cart, "5901234123457")
    with pytest.raises(WeightNeeded):
        add(cart, shop.offer("HAM"))
    with pytest.raises(NoPrice):
        shop.offer("GIFT")
    with pytest.raises(PriceMismatch):
        add(replace(cart, terms=Terms("EUR", tax_included=False)), shop.offer("TEA"))


def test_quantities_are_above_zero_and_no_barcodes(shop: Shop) -> None:
    cart = shop.cart(("TEA", 1))
    for steps in (0, -1):
        with pytest.raises(BadQuantity):
            set_quantity(cart, 1, steps)
    with pytest.raises(QuantityAbsurd):
        set_quantity(cart, 1, 4_006_381_333_931)
    assert set_quantity(cart, 1, 12).totals().total == 12 * 450


def test_an_override_has_a_reason_and_limits(shop: Shop) -> None:
    cart = shop.cart(("TEA", 2))
    cheaper = override_price(cart, 1, 40_000, "dented")
    assert (cheaper.totals().total, cheaper.lines[0].list_price) == (800, 45_000)
    for price, reason, error in (
        (40_000, " ", ReasonNeeded),
        (-1, "x", BadPrice),
        (1_000, "x", OverrideTooFar),
        (4_500_000, "x", OverrideTooFar),
    ):
        with pytest.raises(error):
            override_price(cart, 1, price, reason)


def test_which_right_a_price_needs(shop: Shop) -> None:
    """The shop of these tests lets everybody with the right give 20 %."""
    cart = shop.cart(("TEA", 2), ("CUP", 1))

    def right(changed: Cart) -> str | None:
        need = authority_needed(changed)
        return need.permission if need else None

    assert right(cart) is None
    assert right(discount_line(cart, 1, Discount(percent=2000))) == "counter.discount"
    assert right(discount_line(cart, 1, Discount(percent=2100))) == "counter.override_price"
    assert right(discount_order(cart, Discount(percent=2000))) == "counter.discount"
    assert right(override_price(cart, 1, 44_000, "dented")) == "counter.override_price"
    assert right(override_price(cart, 1, 21_000, "dented")) == "counter.below_cost"  # 1.96 net
    below = authority_needed(override_price(cart, 1, 21_000, "dented"))
    assert below is not None
    assert below.detail == "TEA 2: 4.20 EUR"


def test_a_discount_that_a_line_cannot_bear(shop: Shop) -> None:
    cart = discount_line(shop.cart(("TEA", 2)), 1, Discount(amount=600))
    with pytest.raises(BadDiscount):
        set_quantity(cart, 1, 1)
    with pytest.raises(BadDiscount):
        discount_line(cart, 1, Discount(amount=901))
    whole = discount_order(shop.cart(("TEA", 2), ("CUP", 1)), Discount(amount=800), "regular")
    assert remove(whole, 1).discount is None
    assert remove(whole, 2).discount == Discount(amount=800)


def test_numbers_of_lines_are_not_used_again(shop: Shop) -> None:
    cart = remove(shop.cart(("TEA", 1), ("CUP", 1)), 2)
    assert [line.number for line in add(cart, shop.offer("POT")).lines] == [1, 3]
    with pytest.raises(LineGone):
        cart.line(2)


def test_a_cart_is_written_and_read_back_exactly(shop: Shop) -> None:
    cart = attach_customer(shop.cart(("TEA", 3), ("HAM", 333)), b"k" * 16, "李雷")
    cart = discount_order(override_price(cart, 1, 40_000, "试饮"), Discount(percent=500))
    cart = scan(cart, Scanned(shop.offer("PHONE"), 1, serial="S1"))
    assert from_json(to_json(cart)) == cart


def test_the_companys_terms(shop: Shop) -> None:
    with shop.replica.transaction(PROGRAM, "company") as tx:
        found_company(tx, NewCompany("Teahouse", "EUR", tax_rounding="global", cash_step=5))
    with shop.replica.read() as connection:
        assert company_terms(connection) == Terms(
            "EUR", tax_included=True, rounding="global", cash_step=5
        )
