"""The demo with windows: started as a newcomer does, obeyed from its console, ended cleanly."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from desktop.commands import demo_
from desktop.demo.children import HubProcess, answers
from desktop.demo.company import DemoPlace, build, claim
from desktop.demo.data import load
from desktop.demo.running import Bench
from desktop.demo.showing import Console, codes, welcome
from desktop.demo.tags import tags_of
from desktop.demo.today import index_of
from domain.barcodes.epc import decode
from domain.replica.errors import ReplicaInUse

PATIENCE_S = 90


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> DemoPlace:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COUNTERFOIL_KEYS", "file")
        return build(tmp_path_factory.mktemp("demo") / "company", today=date(2026, 10, 5), days=7)


def run_demo(place: DemoPlace, typed: str) -> subprocess.CompletedProcess[str]:
    """Start the demo with windows that nobody sees, type into its console, wait for its end."""
    return subprocess.run(
        [sys.executable, "-m", "desktop.command_line", "demo", "--folder", str(place.folder)],
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "DISPLAY": ":none", "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).resolve().parent.parent.parent,
        timeout=PATIENCE_S,
        check=False,
    )


def test_both_windows_open_the_hub_goes_and_comes_and_quit_ends_all(place: DemoPlace) -> None:
    ran = run_demo(place, "hub down\nweigh 0.350\nshop scan 9529100010104\nhub up\nquit\n")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "271828  Jonas Brandt" in ran.stdout
    for said in (
        "The hub is away",
        "shop: 0.350 kg on the scale",
        "shop: scanned 9529100010104",
        "The hub is back",
        "Closing.",
    ):
        assert said in ran.stdout
    logs = [path.read_text("utf-8") for path in (place.folder / "logs").glob("*.log")]
    assert not any("Traceback" in log for log in logs), logs
    hub = (place.folder / "logs" / "hub.log").read_text("utf-8")
    assert hub.count("The hub has stopped") == 2
    assert not answers(place.port)


def test_a_second_demo_on_the_same_company_is_refused(place: DemoPlace) -> None:
    with claim(place.folder):
        ran = run_demo(place, "quit\n")
    assert ran.returncode == 1
    assert "already open on this data" in ran.stderr


def test_a_second_claim_in_the_same_process_is_refused_too(place: DemoPlace) -> None:
    with claim(place.folder), pytest.raises(ReplicaInUse), claim(place.folder):
        pass


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("weigh heavy", "A weight is a number"),
        ("tags NONE-1", "There is no product 'NONE-1'"),
        ("dance", "Type here"),
        ("codes", "9529100040804"),
    ],
)
def test_the_console_answers_what_it_cannot_do(place: DemoPlace, line: str, said: str) -> None:
    told: list[str] = []
    Console(HubProcess(place), {1: Bench({}), 2: Bench({})}, told.append).obey(line)
    assert said in told[0]


def test_everybody_and_everything_to_scan_is_on_the_first_page(place: DemoPlace) -> None:
    data = load()
    page = welcome(place, data)
    assert all(user.pin in page and user.name in page for user in data.users)
    assert codes(data) in page


def test_each_tag_says_its_product_and_is_unlike_every_other() -> None:
    data = load()
    item = data.goods[index_of(data, "KIT-020")]
    tags = tags_of(item)
    assert len(set(tags)) == len(tags) == 3
    assert {decode(tag).gtin for tag in tags} == {(item.gtin or "").zfill(14)}


def test_in_a_checkout_the_company_stays_in_the_checkout() -> None:
    folder = demo_.demo_folder()
    checkout = Path(demo_.__file__).resolve().parent.parent.parent
    inside = Path(sys.prefix) == checkout / ".venv"
    assert (folder == checkout / ".runtime" / "demo") is inside
    assert inside or folder.name == demo_.NAME
