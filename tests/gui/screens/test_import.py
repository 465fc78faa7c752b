"""The import screen over a real replica, its import in a real process."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.screens.import_ import ImportScreen
from desktop.tones import Tone
from domain import access, catalogue
from domain.replica import Replica, run
from tests.domain.importing import world
from tests.gui.screens.support import Driver, MakeScreen, cells, titles
from tests.support.replicas import PROGRAM

PRODUCTS = """
    货号,品名,条码,售价,Remark
    A1,苹果汁 1L,4006381333931,12.50,fresh
    A2,红茶,4006381333932,"1,250.00",
    A3,,,5,
    A4,Rice,4.00638E+12,5,
"""
MILLISECONDS = 60_000  # a child process starts an interpreter, on a busy machine


@pytest.fixture
def screen(replica: Replica, make_screen: MakeScreen) -> Driver[ImportScreen]:
    """The import screen of a shop, for the buyer."""
    world.found(replica)
    with replica.transaction(PROGRAM, "users") as tx:
        roles = access.create_standard_roles(tx)
        buyer = access.create_user(tx, "Ben", "2", roles=[roles["buyer"].id], pin="273849")
    with replica.read() as connection:
        actor = access.actor_of(connection, buyer.id)
    driver: Driver[ImportScreen] = make_screen(ImportScreen, replica, actor)
    driver.enter()
    return driver


def look_at(driver: Driver[ImportScreen], path: Path) -> None:
    """Choose a file, as the dialog would."""
    driver.screen.take_file(path)
    driver.settle()


def import_it(driver: Driver[ImportScreen]) -> None:
    """Press Import and wait for the process."""
    confirm = next(a for a in driver.screen.screen_actions() if a.id == "confirm")
    assert confirm.enabled()
    confirm.run()
    wait_for_end(driver)


def wait_for_end(driver: Driver[ImportScreen]) -> None:
    """Wait until no import runs."""
    assert driver.context.offload.settle(MILLISECONDS)
    QApplication.processEvents()
    assert driver.screen.runner is None
    assert not driver.defects, driver.defects


def test_a_file_is_shown_as_it_is_understood(screen: Driver[ImportScreen], tmp_path: Path) -> None:
    look_at(screen, world.write(tmp_path, "p.csv", PRODUCTS))
    plan = screen.screen.plan
    assert plan.mapping.kind.value() == "products"
    assert plan.mapping.field("sku").value() == "货号"
    assert cells(plan.preview.table) == [
        ["2", "A1", "苹果汁 1L", "4006381333931", "12.50"],
        ["3", "A2", "红茶", "4006381333932", "1250.00"],
    ]
    empty, cut, wrong = plan.preview.problems.lines()
    assert (empty.title, empty.detail, empty.note) == (
        "Line 4 · 品名",
        "The cell is empty.",
        "left out",
    )
    assert cut.detail.startswith("“4.00638E+12” has lost digits in a spreadsheet.")
    assert (wrong.title, wrong.note) == ("Line 3 · 条码", "imported; have a look")
    assert "4 rows" in plan.preview.about.text()


def test_a_column_can_be_chosen_by_hand(screen: Driver[ImportScreen], tmp_path: Path) -> None:
    look_at(screen, world.write(tmp_path, "p.csv", "Ref,Wording\nA1,Juice\nA2,Tea"))
    mapping = screen.screen.plan.mapping
    assert screen.tone is Tone.WARNING  # the headings tell nothing
    assert not screen.can("confirm")
    for name, heading in (("sku", "Ref"), ("name", "Wording")):
        mapping.field(name).set_value(heading)
        mapping.field(name).changed.emit()
        screen.settle()
    assert screen.can("confirm")
    assert cells(screen.screen.plan.preview.table)[0] == ["2", "A1", "Juice"]


def test_another_kind_guesses_anew(screen: Driver[ImportScreen], tmp_path: Path) -> None:
    look_at(screen, world.write(tmp_path, "c.csv", "Number,Name,Phone\n7,Ann,0151 12345678"))
    mapping = screen.screen.plan.mapping
    mapping.kind.set_value("customers")
    mapping.kind.changed.emit()
    screen.settle()
    assert mapping.field("phone").value() == "Phone"
    assert screen.can("confirm")


def test_importing_in_a_process_of_its_own(
    screen: Driver[ImportScreen], replica: Replica, tmp_path: Path
) -> None:
    look_at(screen, world.write(tmp_path, "p.csv", PRODUCTS))
    import_it(screen)
    result = screen.screen.result
    assert titles(result.done) == ["Products"]
    assert result.done.lines()[0].figure == "2"
    assert len(titles(result.problems)) == 3
    assert screen.said[-1] == "2 row(s) were left out"
    with replica.read() as connection:
        assert catalogue.find_code(connection, "4006381333931").product.name == "苹果汁 1L"
        actor = run(
            connection, "SELECT actor FROM changeset WHERE command = 'import products'"
        ).scalar()
        assert access.who_was(connection, actor) == "Ben"
    import_again(screen)


def import_again(screen: Driver[ImportScreen]) -> None:
    """The same file once more: everything was here."""
    screen.act("back")
    import_it(screen)
    line = screen.screen.result.done.lines()[0]
    assert (line.figure, line.note) == ("0", "2 were here")


def test_chosen_lines(screen: Driver[ImportScreen], replica: Replica, tmp_path: Path) -> None:
    look_at(screen, world.write(tmp_path, "p.csv", PRODUCTS))
    lines = screen.screen.plan.mapping.lines
    lines.set_value("two")
    screen.act("confirm")
    assert screen.screen.runner is None  # nothing started: that names no lines
    lines.set_value("3")
    import_it(screen)
    assert screen.said[-1] == "All rows are in"
    assert world.ask(replica, "SELECT count(*) FROM product") == 1


def test_stopping_leaves_whole_steps(
    screen: Driver[ImportScreen], replica: Replica, tmp_path: Path
) -> None:
    rows = "\n".join(f"S{n},Product {n}" for n in range(24_000))
    look_at(screen, world.write(tmp_path, "p.csv", f"sku,name\n{rows}"))
    confirm = next(a for a in screen.screen.screen_actions() if a.id == "confirm")
    confirm.run()
    runner = screen.screen.runner
    assert runner is not None
    stages: list[str] = []
    runner.progressed.connect(lambda stage, done, _total: stages.append(stage) if done else None)
    screen.qtbot.waitUntil(lambda: bool(stages), timeout=MILLISECONDS)
    screen.screen.result.progress.cancelled.emit()
    wait_for_end(screen)
    assert "Stopped" in screen.said[-1]
    assert int(str(world.ask(replica, "SELECT count(*) FROM product"))) % 4000 == 0


def test_a_file_that_cannot_be_read_is_named(screen: Driver[ImportScreen], tmp_path: Path) -> None:
    look_at(screen, tmp_path / "gone.csv")
    assert screen.said == ["The file gone.csv cannot be opened: No such file or directory."]
    assert screen.screen.looked is None


def test_what_the_process_refuses_is_said_here(
    screen: Driver[ImportScreen], tmp_path: Path
) -> None:
    path = world.write(tmp_path, "p.csv", PRODUCTS)
    look_at(screen, path)
    path.unlink()
    import_it(screen)
    assert screen.said[-1].startswith("The file p.csv cannot be opened")
