"""The unattended day: two real windows without a display, driven through scanner, scale and keys.

The hub and both sync agents are processes of their own; the simulated devices hang at their lines.
Each step is a printed line with its time. What no screen can do is done by the trade's own
commands, and the line says so.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desktop.application import StationApplication
from desktop.demo import day_end
from desktop.demo.camera import Camera
from desktop.demo.children import HubProcess
from desktop.demo.company import DemoPlace, Tell
from desktop.demo.data import DemoData, load
from desktop.demo.driver import Hands, interruptible
from desktop.demo.showing import plug_everything_in
from desktop.demo.year import SHOP_SITE, WAREHOUSE_SITE
from desktop.preferences import Preferences
from desktop.tones import Tone
from domain.replica import Replica
from edge_sync.status import unsent

MEETING_S = 90.0
"""How long a station may take to find the hub again: it looks at least every 20 s."""


@dataclass
class Day:
    """The stage: both stations, the hub, and where the lines and the pictures go."""

    place: DemoPlace
    data: DemoData
    hub: HubProcess
    warehouse: Hands
    shop: Hands
    camera: Camera
    tell: Tell
    log: list[str] = field(default_factory=list)

    def say(self, who: str, text: str) -> None:
        """Print a step."""
        line = f"{datetime.now().astimezone():%H:%M:%S}  {who}: {text}"
        self.log.append(line)
        self.tell(line)

    def sign_on(self, hands: Hands, role: str) -> None:
        """Let somebody with a role take a window."""
        user = next(each for each in self.data.users if each.role == role)
        hands.sign_on(user.login, user.pin)
        self.say(hands.name, f"{user.name} signs on ({role})")

    def approve(self, hands: Hands) -> str:
        """Let the supervisor say yes in the dialog that asks for it."""
        user = next(each for each in self.data.users if each.role == "supervisor")
        return hands.approve(user.login, user.pin)

    def unsent(self, hands: Hands) -> int:
        """How many changesets a station has not sent."""
        with hands.replica.read() as connection:
            return unsent(connection, hands.replica.station)

    def await_level(self) -> None:
        """Wait until nothing is unsent. Raises StepFailed."""
        for hands in (self.warehouse, self.shop):
            hands.wait_for("sending everything", partial(self._is_level, hands), MEETING_S)

    def _is_level(self, hands: Hands) -> bool:
        return not self.unsent(hands)


def play_alone(place: DemoPlace, tell: Tell, shots: Path | None) -> int:
    """Make a Qt application without a display, play the day, say how it went.

    Gives the exit status: 0 where every step came about and all agree.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_hear_qt)
    application = QApplication.instance() or QApplication(["counterfoil"])
    if not isinstance(application, QApplication):
        raise TypeError("the day needs an application with widgets")
    with interruptible():
        return 0 if play(application, place, tell, shots) else 1


def _hear_qt(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Pass on what Qt says, except that a window without a display has no size hints."""
    if kind is not QtMsgType.QtDebugMsg and "propagateSizeHints" not in text:
        sys.stderr.write(text + "\n")


Chapter = Callable[[Day], None]


def play(
    application: QApplication,
    place: DemoPlace,
    tell: Tell,
    shots: Path | None,
    chapters: Sequence[Chapter] | None = None,
) -> bool:
    """Play the day; True where all three replicas are whole and equal at its end.

    Raises StepFailed where a step did not come about.
    """
    started = time.monotonic()
    camera = Camera(shots)
    try:
        with opened_day(application, place, tell, camera) as day:
            for chapter in the_story() if chapters is None else chapters:
                chapter(day)
            day.await_level()
    finally:
        camera.finish()
    fine = day_end.compare(place, tell)
    if shots is not None:
        tell(f"{camera.count} pictures; look at {shots / 'index.html'}")
    tell(f"The day took {time.monotonic() - started:.0f} s.")
    return fine


def the_story() -> Sequence[Chapter]:
    """The chapters, in their order."""
    from desktop.demo import day_office, day_orders, day_shop, day_warehouse

    return (
        day_warehouse.receive,
        day_warehouse.put_away,
        day_orders.pick_and_ship,
        day_shop.open_shift,
        day_shop.sell,
        day_office.apart,
        day_shop.sell_while_apart,
        day_office.together,
        day_office.decide,
        day_shop.refund,
        day_shop.close_shift,
        day_office.reorder,
        day_office.look_around,
    )


@contextmanager
def opened_day(
    application: QApplication, place: DemoPlace, tell: Tell, camera: Camera
) -> Iterator[Day]:
    """Start hub, devices and both windows; end them in order."""
    with ExitStack() as stack:
        hub = HubProcess(place)
        stack.callback(hub.down)
        hub.up()
        benches = plug_everything_in(place, hub.port, stack)
        hands = {site: _open_station(application, home, stack) for _, site, home in place.stations}
        day = Day(
            place,
            load(),
            hub,
            Hands("warehouse", hands[WAREHOUSE_SITE], benches[WAREHOUSE_SITE]),
            Hands("shop", hands[SHOP_SITE], benches[SHOP_SITE]),
            camera,
            tell,
        )
        day.say("hub", f"answers at port {hub.port}")
        for each in (day.warehouse, day.shop):
            each.wait_for("its devices", partial(_all_online, each))
            names = ", ".join(state.name for state in each.station.devices.states())
            day.say(each.name, f"window open; devices ready: {names}")
        camera.take(day.warehouse, "sign-on")
        yield day


def _open_station(application: QApplication, home: Path, stack: ExitStack) -> StationApplication:
    from desktop.screens import SCREENS

    replica = stack.enter_context(Replica.open(home))
    preferences = Preferences(language="en")
    station = StationApplication(
        application, replica, SCREENS, preferences=preferences, silent=True
    )
    stack.callback(station.close)
    station.start()
    return station


def _all_online(hands: Hands) -> bool:
    states = hands.station.devices.states()
    return bool(states) and all(state.tone is Tone.SUCCESS for state in states)
