"""The demo with a display: two windows, a hub that can be taken away, devices on a text console."""

import contextlib
import os
import queue
import signal
import threading
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from decimal import Decimal, InvalidOperation

from desktop.commands.console import table
from desktop.demo.children import HubProcess, open_window
from desktop.demo.company import DemoPlace, Tell, moved
from desktop.demo.data import DemoData, load
from desktop.demo.running import Bench, element_string, plug_in, set_up_bench
from desktop.demo.tags import tags_of
from desktop.demo.today import index_of, todays_delivery
from desktop.demo.year import SHOP_SITE, WAREHOUSE_SITE
from domain.replica import Replica

LOOK_S = 0.3
WORDS = {"warehouse": WAREHOUSE_SITE, "shop": SHOP_SITE}

HELP = """Type here, with "warehouse" or "shop" in front to say which station (else the last one):
  scan CODE          its scanner reads a barcode
  weigh KILOGRAMS    something lies on the shop's scale (0 takes it off)
  tags SKU …         tagged goods stand before the warehouse's reader (no SKU: none do)
  hub down, hub up   the hub goes away, and comes back
  codes              what there is to scan
  quit               close both windows and the hub"""


def show(place: DemoPlace, say: Tell, language: str | None = None) -> int:
    """Run the demo until both windows are closed, somebody says quit, or Ctrl+C.

    Raises ReplicaInUse, DemoChildEnded.
    """
    with ExitStack() as stack:
        hub = HubProcess(place)
        stack.callback(hub.down)
        hub.up()
        benches = plug_everything_in(place, hub.port, stack)
        windows = [
            open_window(name, home, place.folder / "logs" / f"{home.name}.log", language)
            for name, _, home in place.stations
        ]
        for window in windows:
            stack.callback(window.end)
        for window in windows:
            stack.callback(window.ask_to_end)  # both at once, before each is waited for
        say(welcome(place, load()))
        Console(hub, benches, say).run(lambda: any(window.running for window in windows))
        failed = [window for window in windows if window.status]
        for window in failed:
            say(f"{window.name} ended with a failure; what it said is in {window.said}")
        say("Closing. The company stays; the next start goes on with it.")
    return 1 if failed else 0


def plug_everything_in(place: DemoPlace, port: int, stack: ExitStack) -> dict[int, Bench]:
    """Start each station's devices, and tell it where they and the hub are.

    Raises ReplicaInUse where a station is open in another process: nothing is unplugged there.
    """
    if port != place.port:
        moved(place, port)
    benches = {}
    for _, site, home in place.stations:
        with Replica.open(home) as station:
            bench = set_up_bench(place, site)
            stack.callback(bench.close)
            plug_in(station, bench, port)
        benches[site] = bench
    return benches


class Console:
    """The text console: lines from standard input, one command each."""

    def __init__(self, hub: HubProcess, benches: dict[int, Bench], say: Tell) -> None:
        """``benches`` are the devices by site."""
        self._hub, self._benches, self._say = hub, benches, say
        self._site = SHOP_SITE
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._stopping = threading.Event()

    def run(self, alive: Callable[[], bool]) -> None:
        """Obey until told to stop, or until nothing is alive any more."""
        threading.Thread(target=self._listen, name="console", daemon=True).start()
        before = {number: signal.signal(number, self._stop) for number in _endings()}
        try:
            while alive() and not self._stopping.is_set():
                try:
                    line = self._lines.get(timeout=LOOK_S)
                except queue.Empty:
                    continue
                self.obey(line)
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def obey(self, line: str) -> None:
        """Do what a line says; a line that says nothing known is answered with the help."""
        words = line.split()
        if words and words[0] in WORDS:
            self._site = WORDS[words.pop(0)]
        match words:
            case []:
                return
            case ["quit" | "exit"]:
                self._stopping.set()
            case ["hub", "down"]:
                self._hub.down()
                self._say("The hub is away. Work on: the status strip counts what is unsent.")
            case ["hub", "up"]:
                self._hub.up()
                self._say("The hub is back. What was unsent goes out by itself.")
            case ["scan", _, *_]:
                code = line.split("scan", 1)[1].strip()
                self._benches[self._site].scan(code)
                self._say(f"{_name_of(self._site)}: scanned {code}")
            case ["weigh", kilograms]:
                self._weigh(kilograms)
            case ["tags", *skus]:
                self._present(skus)
            case ["codes"]:
                self._say(codes(load()))
            case _:
                self._say(HELP)

    def _weigh(self, kilograms: str) -> None:
        try:
            weight = Decimal(kilograms.replace(",", "."))
        except InvalidOperation:
            self._say("A weight is a number of kilograms: weigh 0.350")
            return
        self._benches[SHOP_SITE].weigh(weight)
        self._say(f"shop: {weight} kg on the scale")

    def _present(self, skus: Sequence[str]) -> None:
        data = load()
        try:
            goods = [data.goods[index_of(data, sku.upper())] for sku in skus]
        except KeyError as unknown:
            self._say(f"There is no product {unknown}")
            return
        tags = [tag for item in goods for tag in tags_of(item)]
        self._benches[WAREHOUSE_SITE].present(*tags)
        self._say(f"warehouse: {len(tags)} tags before the reader")

    def _listen(self) -> None:
        """Read lines as they are typed; not through ``sys.stdin``, whose lock outlives us."""
        rest = b""
        with contextlib.suppress(OSError):
            while read := os.read(0, 1024):
                *whole, rest = (rest + read).split(b"\n")
                for line in whole:
                    self._lines.put(line.decode(errors="replace"))

    def _stop(self, *_: object) -> None:
        self._stopping.set()


def _name_of(site: int) -> str:
    return next(name for name, number in WORDS.items() if number == site)


def _endings() -> list[signal.Signals]:
    names = ("SIGINT", "SIGTERM", "SIGBREAK", "SIGHUP")
    return [signal.Signals[name] for name in names if hasattr(signal, name)]


def welcome(place: DemoPlace, data: DemoData) -> str:
    """Who can sign on, and what to try."""
    people = [(user.login, user.pin, user.name, user.role) for user in data.users]
    return f"""
{data.name} {data.name_zh}: two windows are open, the warehouse's and the shop's.

{table(("login", "PIN", "name", "role"), people)}

What to try
  Warehouse  sign on as 2; Receive: scan the delivery of today (below); put it away; allocate and
             pick a web order
  Shop       sign on as 3; open a shift; scan goods, weigh 0.350 and scan the tea; pay
  Both       "hub down": work on at both; edit one customer at both; "hub up"; see Conflicts
  Office     sign on as 5 at the warehouse: Reorder

{codes(data)}

{HELP}

The company is in {place.folder}; its keys are in files beside it, which is enough for invented data
(a real station keeps them in the system's key store).
"""


def codes(data: DemoData) -> str:
    """What there is to scan."""
    coming = [(data.goods[i], steps) for i, steps in todays_delivery(data).lines]
    rows = [(item.gtin, f"{steps} come today, by the piece", item.name) for item, steps in coming]
    rows += [(item.case_gtin, f"a case of {item.case}", item.name) for item, _ in coming]
    weighed = next(item for item in data.goods if item.weighed)
    rows.append((weighed.gtin, "goes over the scale", weighed.name))
    rows += [(item.gtin, "sold in the shop", item.name) for item in data.goods[:3]]
    label = element_string(coming[0][0].gtin or "", "L26-11", "2027-06-30")
    rows.append((label, "a label with lot and last day", coming[0][0].name))
    return table(("code", "what", "name"), rows)
