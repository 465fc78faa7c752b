"""The widgets at work on made-up data: what the gallery renders and designers look at."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from desktop.actions import Action, act
from desktop.chrome.bars import StationStatus
from desktop.context import Context, NoDevices
from desktop.earcon import SilentEarcon
from desktop.gallery import Entry, render
from desktop.offload import Cancel, Connection, Offload, Transaction, Written
from desktop.scans import Outcome, Scan
from desktop.screen import DeviceState, Screen
from desktop.text import QT_TRANSLATE_NOOP
from desktop.tones import Tone
from desktop.widgets import (
    Band,
    BandChart,
    Bars,
    BigNumber,
    Card,
    Column,
    ConfirmDialog,
    EmptyState,
    ItemCard,
    Line,
    LineList,
    NumberDialog,
    PagedTable,
    PinDialog,
    ProgressPanel,
    ScanField,
    SideBySide,
    Sparkline,
    StatusPill,
    Steps,
    Text,
    Tile,
    TileGrid,
    beside,
    column,
)

T = TypeVar("T")
NOON = datetime(2026, 3, 20, 11, 42, tzinfo=timezone(timedelta(hours=0)))


class ShowcaseStore:
    """A store without a database: the work gets None."""

    def read(self, work: Callable[[Connection], T], cancel: Cancel) -> T:  # noqa: ARG002
        """Run the work."""
        return work(None)

    def write(
        self,
        name: str,  # noqa: ARG002 - the store's protocol
        actor: object,  # noqa: ARG002
        work: Callable[[Transaction], T],
        approval: object = None,  # noqa: ARG002
    ) -> Written[T]:
        """Run the work; nothing changes."""
        return Written(work(None), frozenset())


@dataclass(frozen=True, slots=True)
class Anybody:
    """A person who may do everything."""

    user_name: str = "Lin Mei"
    actor: object = None

    def may(self, permission: str) -> bool:  # noqa: ARG002 - allowed whatever it is
        """Allow it."""
        return True


GOODS = (
    ("Oat milk, barista 1 L", "6901234567892", "24", "2 × 12"),
    ("茉莉花茶 Jasmine tea 250 g", "6923450657713", "40", ""),
    ("Dark chocolate 72 %, 100 g", "4006381333931", "12", ""),
    ("陶瓷马克杯 Ceramic mug, sea green", "5012345678900", "6", ""),
    ("Washing-up liquid, lemon 500 ml", "5000159461122", "18", ""),
)


class TilesScreen(Screen):
    """Home: tiles in groups."""

    id = "home"
    title_text = QT_TRANSLATE_NOOP("Screens", "Home")
    icon = "home"

    TILES: ClassVar[tuple[tuple[str, str, str, Tone], ...]] = (
        ("receive", "Receive", "3", Tone.INFO),
        ("putaway", "Put away", "12", Tone.WARNING),
        ("pick", "Pick", "7", Tone.INFO),
        ("sell", "Sell", "", Tone.INFO),
        ("orders", "Orders", "41", Tone.NEUTRAL),
        ("customers", "Customers", "", Tone.INFO),
        ("reorder", "Reorder", "9", Tone.INFO),
        ("conflict", "Conflicts", "2", Tone.ERROR),
    )

    def build(self) -> None:
        """Tiles in one grid."""
        self.grid = TileGrid()
        tiles = []
        for icon, title, count, tone in self.TILES:
            tile = Tile("users" if icon == "customers" else icon)
            tile.set_words(title, "Scan the label to begin" if icon == "receive" else "")
            tile.set_count(count, tone)
            tiles.append(tile)
        self.grid.set_tiles(tiles)
        column(self, self.grid, None)


class LinesScreen(Screen):
    """Goods in: scan field, item in hand, lines."""

    id = "show-lines"
    title_text = QT_TRANSLATE_NOOP("Screens", "Receive")
    icon, group = "receive", "warehouse"

    def build(self) -> None:
        """The field, the item, the lines."""
        self.field, self.item, self.lines = ScanField(), ItemCard(), LineList()
        self.steps = Steps()
        box = column(self, self.steps, self.field, self.item, self.lines, margin=24)
        box.setStretch(3, 1)

    def retranslate(self) -> None:
        """Set the texts."""
        self.field.set_prompt(self.tr("Scan an item"))
        self.lines.set_name(self.tr("Lines"))
        self.steps.set_steps(["Order", "Count", "Put away"], 1)

    def enter(self, params: Mapping[str, object]) -> None:
        """Show made-up lines."""
        del params
        name, code, _, _ = GOODS[0]
        self.item.set_item(name, code)
        self.item.set_facts([("Lot", "A17"), ("Best before", "31 Mar 2027"), ("Bin", "03-B-12")])
        self.item.set_state("Expected", Tone.INFO)
        self.item.figure.set_caption("of 48")
        self.item.figure.set_value("24")
        tones = (Tone.SUCCESS, Tone.SUCCESS, Tone.WARNING, Tone.ERROR, Tone.NEUTRAL)
        words = ("Complete", "Complete", "4 short", "Damaged", "")
        self.lines.set_lines(
            [
                Line(code, name, code, figure, note, tone, word, ticks=3 - n // 2)
                for n, ((name, code, figure, note), tone, word) in enumerate(
                    zip(GOODS, tones, words, strict=True)
                )
            ],
            current=GOODS[1][1],
        )

    def on_scan(self, scan: Scan) -> Outcome | None:
        """Say what was scanned."""
        return Outcome(Tone.SUCCESS, scan.text)

    def screen_actions(self) -> Sequence[Action]:
        """Give the acts of a receipt."""
        return [
            act("quantity", self.close),
            act("exception", self.close),
            act("print", self.close),
            act("hold", self.close, enabled=lambda: False),
            act("confirm", self.close, primary=True),
        ]


Row = tuple[str, str, str, str, Tone]


class TableScreen(Screen):
    """A hundred thousand rows and the figures beside them."""

    id = "show-table"
    title_text = QT_TRANSLATE_NOOP("Screens", "Stock")
    icon, group = "stock", "warehouse"

    def build(self) -> None:
        """Figures above, table below."""
        columns: list[Column[Row]] = [
            Column(
                lambda: "Product", lambda r: r[0], width=300, stretch=1, strong=True, sort="name"
            ),
            Column(lambda: "Code", lambda r: r[1], width=180),
            Column(lambda: "State", lambda r: r[2], width=170, tone=lambda r: r[4]),
            Column(lambda: "On hand", lambda r: r[3], width=130, right=True, sort="on_hand"),
        ]
        self.table: PagedTable[Row] = PagedTable(columns)
        figures = []
        for caption, value, tone in (
            ("On hand", "128,406", Tone.NEUTRAL),
            ("Available", "121,930", Tone.NEUTRAL),
            ("Below reorder point", "37", Tone.WARNING),
        ):
            number, card = BigNumber(), Card()
            number.set_caption(caption)
            number.set_value(value, tone)
            column(card, number, margin=20)
            figures.append(card)
        box = column(self, beside(*figures), self.table)
        box.setStretch(1, 1)

    def retranslate(self) -> None:
        """Set the texts."""
        self.table.set_name(self.title())

    def enter(self, params: Mapping[str, object]) -> None:
        """Load made-up rows."""
        del params
        self.table.load(MadeUpRows(), self.context.offload)
        self.context.offload.settle()
        self.table.mark(2)


class MadeUpRows:
    """A source of a hundred thousand rows."""

    def keys(self, connection: Connection, sort: str, *, descending: bool) -> Sequence[Any]:
        """Give numbers."""
        del connection, sort
        return range(99_999, -1, -1) if descending else range(100_000)

    def page(self, connection: Connection, keys: Sequence[Any]) -> Sequence[Row]:
        """Make rows up."""
        del connection
        states = (("Available", Tone.SUCCESS), ("Low", Tone.WARNING), ("Hold", Tone.ERROR))
        rows = []
        for key in keys:
            name, code, _, _ = GOODS[key % len(GOODS)]
            words, tone = states[(key * 7) % 11 // 4]
            rows.append((f"{name} no. {key}", code, words, f"{key * 37 % 900:,}", tone))
        return rows


class DecisionsScreen(Screen):
    """A conflict, charts, progress."""

    id = "show-decide"
    title_text = QT_TRANSLATE_NOOP("Screens", "Conflicts")
    icon, group = "conflict", "office"

    def build(self) -> None:
        """Sides above, charts below."""
        self.sides, self.spark, self.bars, self.band = (
            SideBySide(),
            Sparkline(),
            Bars(),
            BandChart(),
        )
        self.pill = StatusPill("Both kept", Tone.INFO)
        heading = Text("heading", "Lin Mei's phone number was changed twice")
        chart_card, bars_card = Card(), Card()
        column(chart_card, Text("label", "Weekly demand, and the next eight weeks"), self.band)
        column(bars_card, beside(Text("label", "Sales this week"), None, self.spark), self.bars)
        column(
            self,
            beside(heading, self.pill, None),
            self.sides,
            beside(chart_card, bars_card),
            None,
        )

    def enter(self, params: Mapping[str, object]) -> None:
        """Show made-up figures."""
        del params
        self.sides.set_side(
            0, "Here, shop", "138 0013 8000", "Zhao Yun, 20 Mar 11:02, W03", "Keep this"
        )
        self.sides.set_side(
            1, "Warehouse", "139 1234 5678", "Lin Mei, 20 Mar 10:58, W01", "Keep this"
        )
        self.sides.set_winner(0, "Later edit")
        self.spark.set_values([4, 6, 5, 9, 7, 8, 12], "Rising")
        days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        self.bars.set_values([120, 90, 140, 110, 180, 230], days, "Saturday is best", stress=5)
        history = (30.0, 32, 28, 35, 41, 38, 36, 44, 47, 43, 40, 48, 52, 50)
        ahead = (51.0, 53, 54, 52, 55, 57, 58, 60)
        low = tuple(value - 4 - n for n, value in enumerate(ahead))
        high = tuple(value + 4 + n for n, value in enumerate(ahead))
        self.band.set_band(Band(history, ahead, low, high, 22.0), "Rising to 60 a week")


class EmptyScreen(Screen):
    """Nothing to do."""

    id = "show-empty"
    title_text = QT_TRANSLATE_NOOP("Screens", "Put away")
    icon, group = "putaway", "warehouse"

    def build(self) -> None:
        """One empty state."""
        self.empty = EmptyState("putaway")
        self.empty.set_words("Everything is in its place", "New receipts appear here.", "Receive")
        self.panel = ProgressPanel()
        self.panel.show_progress("Importing products", 318, 1000, "31,800 of 100,000 rows")
        column(self, self.empty, self.panel)


def _buttons(screen: TilesScreen) -> None:
    """Show an error and a big button row below the tiles."""
    screen.feedback.error("Lot A17 expired on 1 March. Take another lot.")


def entries() -> Sequence[Entry]:
    """Give the pictures of the showcase."""
    return (
        Entry(TilesScreen),
        Entry(TilesScreen, name="show-error", prepare=_buttons),
        Entry(LinesScreen, prepare=lambda s: s.feedback.success("24 × Oat milk received")),
        Entry(TableScreen),
        Entry(DecisionsScreen),
        Entry(EmptyScreen),
        Entry(
            LinesScreen,
            name="show-number",
            prepare=lambda s: NumberDialog(s, "Quantity", print, start=24, unit="pcs").appear(),
        ),
        Entry(
            LinesScreen,
            name="show-pin",
            prepare=lambda s: PinDialog(
                s, "Sell below cost: Oat milk at £0.90", [("match", "Price match")]
            ).appear(),
        ),
        Entry(
            LinesScreen,
            name="show-confirm",
            prepare=lambda s: ConfirmDialog(
                s, "Another bin?", "03-B-14 was not suggested.", "Put it here", print, rescan="1"
            ).appear(),
        ),
        Entry(LinesScreen, name="show-palette", prepare=lambda s: s.window().open_palette()),
        Entry(LinesScreen, name="show-help", prepare=lambda s: s.window().open_help()),
    )


def render_into(folder: Path, **options: Any) -> list[Path]:
    """Render the showcase; the application must exist."""
    offload = Offload(ShowcaseStore(), str)
    context = Context(offload, NoDevices(), SilentEarcon(), "Camden", "W03", clock=lambda: NOON)
    devices = (
        DeviceState("Scanner", "scan", Tone.SUCCESS),
        DeviceState("Scale", "scale", Tone.WARNING, "no answer"),
    )
    status = StationStatus(37, NOON - timedelta(hours=2, minutes=14), 2, None, devices)
    try:
        return render(entries(), context, folder, session=Anybody(), status=status, **options)
    finally:
        offload.close()
