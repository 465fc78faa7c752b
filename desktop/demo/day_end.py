"""The end of the day: the doctor examines all three books, and they must be equal."""

import time
from contextlib import ExitStack

from desktop.demo.company import DemoPlace, Tell
from desktop.demo.running import DemoHub
from domain.replica import Replica
from domain.replica.digest import table_digests
from domain.replica.doctor import examine
from edge_sync.client import exchange_once


def compare(place: DemoPlace, tell: Tell) -> bool:
    """Exchange what is left, examine each replica, compare them table by table."""
    with ExitStack() as stack:
        hub = DemoHub(place)
        stack.callback(hub.close)
        hub.up()
        stations = {
            site: (name, stack.enter_context(Replica.open(home)))
            for name, site, home in place.stations
        }
        for _ in range(2):  # what the second sends, the first has to fetch
            for _, station in stations.values():
                exchange_once(station)
        hub.down()
        tell("")
        everybody = [("Hub", hub.replica), *stations.values()]
        fine = [_examine(name, replica, tell) for name, replica in everybody]
        equal = [_equal(hub.replica, *stations[site], site, tell) for site in stations]
    return all(fine) and all(equal)


def _examine(name: str, replica: Replica, tell: Tell) -> bool:
    started = time.monotonic()
    verdicts = examine(replica)
    bad = [verdict for verdict in verdicts if not verdict.fine]
    for verdict in bad:
        tell(f"doctor  {name}: BAD {verdict.name}: {'; '.join(verdict.findings[:3])}")
    if not bad:
        seconds = time.monotonic() - started
        tell(f"doctor  {name}: the books are whole, {len(verdicts)} examinations, {seconds:.1f} s")
    return not bad


def _equal(hub: Replica, name: str, station: Replica, site: int, tell: Tell) -> bool:
    """Compare what a station and the hub must agree on: what is global, and the site's own."""
    found = []
    for replica in (hub, station):
        with replica.read() as connection:
            found.append(table_digests(connection, {0, site}, projections=True))
    different = [table for table in found[0] if found[0][table] != found[1].get(table)]
    if different:
        tell(f"equal   {name}: NOT EQUAL to the hub: {', '.join(different)}")
        return False
    rows = sum(digest[0] for digest in found[0].values())
    tell(f"equal   {name}: {len(found[0])} tables with {rows:,} rows, the same as at the hub")
    return True
