"""From scans to a counted pick; a refused scan leaves the step as it was."""

import pytest

from domain import picking
from domain.barcodes import BarcodeRefused
from domain.catalogue import NewProduct, UnknownBarcode, create_product
from domain.picking import (
    LocationFirst,
    LotFirst,
    SerialScannedTwice,
    Step,
    TooMany,
    WrongItem,
    WrongLocation,
    WrongLot,
    WrongSerial,
)
from domain.replica import Replica
from domain.stock import LotExpired, SerialMissing
from tests.support.replicas import PROGRAM
from tests.support.warehouse import Warehouse, build, release, tasks

DAY = "2026-11-22"
GTIN = "4006381333931"


@pytest.fixture
def house(replica: Replica) -> Warehouse:
    """A warehouse with 10 PLAIN in B1, 5 of lot A in B2, three serials in B3."""
    house = build(replica)
    house.receive("PLAIN", 10, "B1")
    house.receive("LOTTED", 5, "B2", "A", "2099-01-01")
    for serial in ("S1", "S2", "S3"):
        house.receive("SERIAL", 1, "B3", serial=serial)
    return house


def _begin(house: Warehouse, item: str, steps: int) -> Step:
    task = tasks(house, release(house, house.order((item, steps))))[0]
    with house.replica.read() as connection:
        return picking.begin(connection, task)


def _scan(house: Warehouse, step: Step, *texts: str, day: str = DAY) -> Step:
    with house.replica.read() as connection:
        for text in texts:
            step = picking.scan(connection, 1, step, text, day)
    return step


def test_bin_then_goods_each_scan_counts_one(house: Warehouse) -> None:
    step = _begin(house, "PLAIN", 3)
    assert step.wants == "place"
    step = _scan(house, step, "B1")
    assert step.wants == "item"
    step = _scan(house, step, GTIN, "0" + GTIN)
    assert (step.wants, step.steps, step.full) == ("ready", 2, False)
    assert _scan(house, step, "PLAIN").full


def test_a_scanner_that_names_the_symbology_reads_bins_all_the_same(house: Warehouse) -> None:
    step = _scan(house, _begin(house, "PLAIN", 3), "]C0B1", f"]E0{GTIN}")
    assert (step.at_place, step.steps) == (True, 1)


def test_the_bin_again_means_the_bin_again(house: Warehouse) -> None:
    step = _scan(house, _begin(house, "PLAIN", 3), "B1", GTIN)
    assert _scan(house, step, "B1") == step


def test_what_does_not_fit_is_named(house: Warehouse) -> None:
    step = _begin(house, "PLAIN", 1)
    with pytest.raises(LocationFirst, match="B1"):
        _scan(house, step, GTIN)
    with pytest.raises(WrongLocation, match="This is B2"):
        _scan(house, step, "B2")
    step = _scan(house, step, "B1")
    with pytest.raises(WrongLocation):
        _scan(house, step, "B2")
    with pytest.raises(WrongItem, match="This is Lotted"):
        _scan(house, step, "LOTTED")
    with pytest.raises(UnknownBarcode):
        _scan(house, step, "NOBODY")
    with pytest.raises(BarcodeRefused):
        _scan(house, step, "x" * 300)
    with pytest.raises(TooMany):
        _scan(house, step, GTIN, GTIN)


def test_a_typed_quantity_replaces_the_count(house: Warehouse) -> None:
    step = _scan(house, _begin(house, "PLAIN", 8), "B1", GTIN)
    assert picking.typed(step, 8).full
    with pytest.raises(TooMany):
        picking.typed(step, 9)


def test_the_lot_is_confirmed_before_more_is_counted(house: Warehouse) -> None:
    step = _scan(house, _begin(house, "LOTTED", 3), "B2", "LOTTED")
    assert (step.wants, step.steps) == ("lot", 1)
    with pytest.raises(LotFirst, match="Scan the lot of Lotted too: A"):
        _scan(house, step, "LOTTED")
    with pytest.raises(WrongLot, match="This is lot B"):
        _scan(house, step, "B")
    with pytest.raises(LotExpired):
        _scan(house, step, "A", day="2099-01-02")
    step = _scan(house, step, "A", "LOTTED", "LOTTED")
    assert step.full


def test_one_code_may_say_goods_lot_and_expiry(house: Warehouse) -> None:
    from domain.catalogue import add_barcode
    from tests.support.replicas import PROGRAM

    with house.replica.transaction(PROGRAM, "barcode") as tx:
        add_barcode(tx, house.items["LOTTED"], "09506000134352")
    step = _scan(house, _begin(house, "LOTTED", 2), "B2")
    full = "]C1010950600013435217980101" + "10A"
    with pytest.raises(WrongLot):
        _scan(house, step, full + "9")
    with pytest.raises(LotExpired):  # the label says 1998, whatever the books say
        _scan(house, step, full)
    step = _scan(house, step, "]C1010950600013435217301231" + "10A")
    assert (step.wants, step.steps) == ("ready", 1)


def test_each_piece_is_scanned_once(house: Warehouse) -> None:
    step = _scan(house, _begin(house, "SERIAL", 2), "B3", "SERIAL")
    assert (step.wants, step.steps) == ("serial", 0)
    step = _scan(house, step, "S3")
    with pytest.raises(SerialScannedTwice):
        _scan(house, step, "S3")
    with pytest.raises(WrongSerial):
        _scan(house, step, "S9")
    with pytest.raises(SerialMissing):
        picking.typed(step, 2)
    step = _scan(house, step, "S1")
    assert step.full
    assert step.serials == ("S3", "S1")


def test_the_code_of_loose_goods_says_what_and_not_how_much(house: Warehouse) -> None:
    with house.replica.transaction(PROGRAM, "loose goods") as tx:
        rice = NewProduct("RICE", "Rice", unit="kg", decimals=3, weighed=True)
        house.items["RICE"] = create_product(tx, rice)
    house.receive("RICE", 5_000, "B4")
    step = _scan(house, _begin(house, "RICE", 250), "B4", "RICE")
    with pytest.raises(TooMany, match=r"Only 0\.250 kg .* 0\.300 kg"):
        picking.typed(step, 300)
    with (
        house.replica.transaction(PROGRAM, "pick") as tx,
        pytest.raises(TooMany, match=r"Only 0\.250 kg .* 1\.500 kg"),
    ):
        picking.pick_task_goods(tx, step.task.id, 1_500)
    assert (step.wants, step.steps, step.full) == ("ready", 0, False)
    assert picking.typed(step, 250).full
