"""A small company for the tests of the exchange: tables, a hub, stations, a wire that can fail."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import zstandard
from sqlalchemy.engine import Connection

from domain.replica import (
    CODE,
    COUNT,
    FLAG,
    ID,
    QUANTITY,
    TEXT,
    Actor,
    Identity,
    Owner,
    Policy,
    Replica,
    Scope,
    Written,
    books,
    column,
    fact,
    projection,
    projects,
    record,
    run,
    run_many,
)
from domain.replica.changeset import Changeset, pack
from domain.replica.digest import Digest, table_digests
from domain.replica.journal_tables import site as site_table
from domain.replica.journal_tables import station as station_table
from domain.values import new_id
from edge_sync import tables  # noqa: F401 - declares the tables of the exchange
from edge_sync.desk import Desk
from edge_sync.membership import Membership, join
from edge_sync.protocol import PullAnswer, decode
from edge_sync.segment import HEADER_SIZE
from edge_sync.session import Session

PROGRAM = Actor.program("test")

customer = record(
    "t_customer",
    column("name", TEXT),
    column("phone", CODE, null=True),
    owner=Owner.SHARED,
    policies={"phone": Policy.REVIEW},
)
supplier = record(
    "t_supplier",
    column("code", CODE),
    column("archived", FLAG),
    owner=Owner.SHARED,
    unique=("code",),
)
price = record("t_price", column("amount", QUANTITY), owner=Owner.CENTRE)
sale = fact(
    "t_sale",
    column("line", COUNT),
    column("item", ID),
    column("quantity", QUANTITY),
    key=("changeset", "line"),
)
sold = projection("t_sold", column("item", ID), column("quantity", QUANTITY), key=("item",))
note = fact("t_note", column("id", ID), column("text", TEXT), scope=Scope.SITE)

ITEM = bytes(15) + b"\x01"


@projects(reads=[sale], writes=[sold])
def project_sold(connection: Connection, written: Written) -> None:
    """Add up what was sold; a quantity of 13 is one that this projection chokes on."""
    rows = []
    for row in written.rows(sale):
        if row["quantity"] == 13:
            raise ValueError("thirteen")
        rows.append((row["site"], row["item"], row["quantity"]))
    run_many(
        connection,
        "INSERT INTO t_sold (site, item, quantity) VALUES (?, ?, ?) ON CONFLICT (site, item)"
        " DO UPDATE SET quantity = t_sold.quantity + excluded.quantity",
        rows,
    )


def sell(replica: Replica, quantity: int = 1, lines: int = 1) -> None:
    """Sell something at the station's site."""
    with replica.transaction(PROGRAM, "sell") as tx:
        for line in range(lines):
            tx.insert(sale, line=line, item=ITEM, quantity=quantity)


def new_customer(replica: Replica, name: str, phone: str | None = None) -> bytes:
    """Write a customer."""
    identifier = new_id()
    with replica.transaction(PROGRAM, "new customer") as tx:
        tx.insert(customer, id=identifier, name=name, phone=phone)
    return identifier


def edit_customer(replica: Replica, identifier: bytes, **changes: str) -> None:
    """Edit a customer."""
    with replica.transaction(PROGRAM, "edit customer") as tx:
        tx.update(customer, identifier, **changes)


def new_price(hub: Replica, amount: int) -> bytes:
    """Let the centre write a price."""
    identifier = new_id()
    with hub.transaction(PROGRAM, "new price") as tx:
        tx.insert(price, id=identifier, amount=amount)
    return identifier


def name_station(hub: Replica, replica: Replica, name: str = "station") -> None:
    """Let the centre know a station, as enrolment does."""
    with hub.transaction(PROGRAM, "enrol") as tx:
        tx.insert(
            station_table,
            id=replica.station,
            number=replica.station_number,
            at_site=replica.site,
            name=name,
            public_key=replica.public_key,
            revoked=0,
        )


@dataclass
class Wire:
    """Carries a station's requests to the desk without a network; ``cut`` unplugs it."""

    desk: Desk
    replica: Replica
    cut: bool = False
    seen: bytes = b""
    keep: bool = False
    kept: list[bytes] = field(default_factory=list)

    def __call__(self, verb: str, data: bytes) -> bytes:
        if self.cut:
            raise ConnectionError("unplugged")
        caller = self.desk.caller(self.replica.station)
        answer = self.desk.answer(verb, caller, data)
        if self.keep:
            self.seen += answer
            self.kept += decode(answer, PullAnswer).segments if verb == "pull" else []
        return answer

    def seen_plain(self) -> bytes:
        """Give all segments that came over the wire, unpacked."""
        return b"".join(d[:HEADER_SIZE] + zstandard.decompress(d[HEADER_SIZE:]) for d in self.kept)


class Member(Session):
    """A station's session with a hub in the same process."""

    def __init__(self, replica: Replica, desk: Desk) -> None:
        hub = Membership("", desk.replica.station, desk.replica.public_key, "")
        with replica.merging() as merging:
            join(merging.connection, hub)
        self.wire = Wire(desk, replica)
        super().__init__(replica, hub, self.wire)

    def reconnect(self, desk: Desk) -> None:
        """Go on with the hub as it is after a restart."""
        self.wire.desk = desk


def member(replica: Replica, desk: Desk) -> Member:
    """Give a station's session with a hub in the same process."""
    return Member(replica, desk)


def digests(replica: Replica, sites: set[int]) -> dict[str, Digest]:
    """Digest everything that replicas of these scopes must agree on."""
    with replica.read() as connection:
        return table_digests(connection, sites, projections=True)


def count(replica: Replica, text: str, *params: int | str | bytes) -> int:
    """Run a query that counts."""
    with replica.read() as connection:
        return int(run(connection, text, *params).scalar() or 0)


MakeHub = Callable[[], Replica]


def open_hub_on_sqlite(folder: Path) -> Replica:
    """Make or open the centre's replica in a folder."""
    if (folder / "replica.db").exists():
        return Replica.open(folder)
    return Replica.create(folder, Identity(None, 0, centre=True))


def make_site(hub: Replica, number: int) -> None:
    """Let the centre open a site."""
    with hub.transaction(PROGRAM, "open site") as tx:
        tx.insert(
            site_table,
            id=new_id(),
            number=number,
            name=f"Site {number}",
            kind="shop",
            currency="EUR",
            timezone="Europe/Berlin",
            address="",
            archived=0,
        )


def write_raw(replica: Replica, body: Any, site: int = 1, log: int | None = None) -> None:
    """Write a changeset as no program of ours would, but signed and chained as it should be."""
    with replica.merging() as merging:
        connection = merging.connection
        key = books.take_key(connection, site, replica.clock)
        number = replica.own_log(connection, site) if log is None else log
        head = books.head(connection, site, number)
        changeset = Changeset(
            site=site,
            log=number,
            seq=head.seq + 1,
            previous=head.hash,
            hlc=replica.clock.tick(),
            actor=None,
            command="raw",
            version=1,
            occurred_at=replica.clock.wall(),
            nonce=1,
            body=pack(body),
        )
        books.append(connection, key, changeset, replica.sign)
