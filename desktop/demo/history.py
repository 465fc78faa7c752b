"""Write the demo's year into the books, four weeks a step, as another program's past would come."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from desktop.demo.demand import SHOP
from desktop.demo.master import PROGRAM, Known
from desktop.demo.year import (
    OPENING,
    RECEIPT,
    SHOP_SITE,
    TRANSFER,
    WAREHOUSE_SITE,
    WRITE_OFF,
    Entry,
    Parcel,
    Ticket,
    Year,
)
from domain import company, counter, orders, purchasing, receiving, stock
from domain.counter import PastLine, PastSale
from domain.replica import Replica, Transaction
from domain.stock import Move

T = TypeVar("T")
_STEP_DAYS = 28


def moment(day: date, minute: int) -> int:
    """A minute of a day, in ms UTC, taking the demo's clocks for UTC."""
    begins = datetime.combine(day, time(), UTC)
    return int((begins + timedelta(minutes=minute)).timestamp() * 1000)


class History:
    """Writes a year. The order of what is written within a step does not matter to balances."""

    def __init__(self, replica: Replica, known: Known, year: Year) -> None:
        self._replica, self._known, self._year = replica, known, year
        self._goods = known.data.goods
        self._orders: dict[int, bytes] = {}
        """Index of a purchase to the order's id."""

    def write(self) -> None:
        """Write all of it, step by step, site by site."""
        year = self._year
        entries = sorted(year.entries, key=lambda entry: entry.day)
        tickets = sorted(year.tickets, key=lambda ticket: (ticket.day, ticket.minute))
        bought = sorted(range(len(year.purchases)), key=lambda i: year.purchases[i].ordered)
        entry_days = [entry.day for entry in entries]
        ticket_days = [ticket.day for ticket in tickets]
        bought_days = [year.purchases[i].ordered for i in bought]
        for first in range(0, year.calendar.days, _STEP_DAYS):
            after = min(first + _STEP_DAYS, year.calendar.days)
            came = _between(entries, entry_days, first, after)
            sold = _between(tickets, ticket_days, first, after)
            ordered = _between(bought, bought_days, first, after)
            when = moment(year.calendar.day(after - 1), 20 * 60)
            with self._replica.transaction(
                PROGRAM, "take over history", occurred_at=when, site=WAREHOUSE_SITE
            ) as tx:
                self._write_warehouse(tx, came, sold, ordered)
            with self._replica.transaction(
                PROGRAM, "take over history", occurred_at=when, site=SHOP_SITE
            ) as tx:
                self._write_shop(tx, came, sold, first)

    # The warehouse.

    def _write_warehouse(
        self,
        tx: Transaction,
        entries: Sequence[Entry],
        tickets: Sequence[Ticket],
        ordered: Sequence[int],
    ) -> None:
        places = self._known.places[WAREHOUSE_SITE]
        self._order(tx, ordered)
        self._receive(tx, [entry for entry in entries if entry.kind == RECEIPT])
        moves: list[Move] = []
        for entry in entries:
            home = self._known.bins[entry.parcel.product]
            if entry.kind == OPENING and entry.site == WAREHOUSE_SITE:
                stock.see_lot(*self._lot(tx, entry.parcel))
                moves.append(self._move(entry, places[stock.LOSS], home))
            elif entry.kind == WRITE_OFF and entry.site == WAREHOUSE_SITE:
                moves.append(self._move(entry, home, places[stock.LOSS]))
            elif entry.kind == TRANSFER:
                moves.append(self._move(entry, home, places[stock.TRANSIT]))
        stock.post(tx, moves)
        self._ship(tx, [ticket for ticket in tickets if ticket.channel != SHOP])

    def _order(self, tx: Transaction, numbers: Sequence[int]) -> None:
        made = [self._year.purchases[number] for number in numbers]
        written = purchasing.create_orders(
            tx,
            [
                purchasing.NewOrder(
                    supplier=self._known.suppliers[each.supplier],
                    currency=self._known.data.currency,
                    lines=tuple(self._order_line(*line, each.due) for line in each.lines),
                    origin=purchasing.REORDER,
                    expected=self._day(each.due),
                    sent_day=self._day(each.ordered),
                )
                for each in made
            ],
        )
        self._orders.update(zip(numbers, written, strict=True))

    def _order_line(self, product: int, steps: int, due: int) -> purchasing.NewLine:
        item = self._goods[product]
        supplier = next(s for s in self._known.data.suppliers if s.code == item.supplier)
        return purchasing.NewLine(
            product=self._known.products[product],
            quantity=steps,
            price=item.cost,
            steps_per_unit=10**item.decimals,
            due=self._day(due),
            tolerance=supplier.tolerance,
        )

    def _receive(self, tx: Transaction, entries: Sequence[Entry]) -> None:
        """Receive the deliveries of a step and put them away."""
        places = self._known.places[WAREHOUSE_SITE]
        deliveries: dict[int, list[Entry]] = {}
        for entry in entries:
            deliveries.setdefault(entry.purchase, []).append(entry)
        moves: list[Move] = []
        for number, came in deliveries.items():
            lines = [product for product, _ in self._year.purchases[number].lines]
            receipt = receiving.receive_order_lines(
                tx,
                self._orders[number],
                [self._arrived(lines, entry.parcel) for entry in came],
                day=self._day(came[0].day),
            )
            if sum(entry.parcel.steps for entry in came) < sum(
                steps for _, steps in self._year.purchases[number].lines
            ):
                purchasing.close_short(tx, self._orders[number], "the supplier had no more")
            for entry in came:
                home = self._known.bins[entry.parcel.product]
                move = self._move(entry, places[company.RECEIVING], home, document=receipt)
                moves.append(move)
        stock.post(tx, moves)

    def _arrived(self, lines: Sequence[int], parcel: Parcel) -> receiving.Arrived:
        return receiving.Arrived(
            number=lines.index(parcel.product) + 1,
            received=parcel.steps,
            lot=parcel.lot,
            expires=parcel.good_until,
            serial=parcel.serial,
        )

    def _ship(self, tx: Transaction, tickets: Sequence[Ticket]) -> None:
        """Enter the web orders of a step, picked and shipped."""
        places = self._known.places[WAREHOUSE_SITE]
        first = self._year.tickets.index(tickets[0]) if tickets else 0
        entered = orders.record_orders(
            tx,
            [
                orders.NewOrder(
                    lines=[self._web_line(parcel, price) for parcel, price in ticket.lines],
                    channel="web",
                    reference=f"WEB-{10_000 + first + number}",
                    customer=self._known.customers[ticket.customer],
                    ship_to=self._known.data.customers[ticket.customer].name,
                    currency=self._known.data.currency,
                    ordered_at=self._moment(ticket),
                )
                for number, ticket in enumerate(tickets)
            ],
        )
        moves: list[Move] = []
        for document, ticket in zip(entered, tickets, strict=True):
            for line, (parcel, _) in enumerate(ticket.lines, 1):
                home = self._known.bins[parcel.product]
                entry = Entry(ticket.day, orders.PICK, WAREHOUSE_SITE, parcel)
                packing, customer = places[company.PACKING], places[stock.CUSTOMER]
                moves.append(self._move(entry, home, packing, document, line))
                entry = entry._replace(kind=orders.SHIP)
                moves.append(self._move(entry, packing, customer, document, line))
        stock.post(tx, moves)

    def _web_line(self, parcel: Parcel, price: int) -> orders.NewLine:
        tax = self._known.tax[self._goods[parcel.product].tax]
        return orders.NewLine(
            self._known.products[parcel.product], parcel.steps, price, tax_class=tax
        )

    # The shop.

    def _write_shop(
        self, tx: Transaction, entries: Sequence[Entry], tickets: Sequence[Ticket], first: int
    ) -> None:
        places = self._known.places[SHOP_SITE]
        floor = places[company.SALES_FLOOR]
        moves: list[Move] = []
        for entry in entries:
            if entry.site != SHOP_SITE:
                continue
            if entry.kind == WRITE_OFF:
                moves.append(self._move(entry, floor, places[stock.LOSS]))
                continue
            outside = stock.TRANSIT if entry.kind == TRANSFER else stock.LOSS
            stock.see_lot(*self._lot(tx, entry.parcel))
            moves.append(self._move(entry, places[outside], floor))
        ends = counter.Places(floor, places[stock.CUSTOMER])
        sold = [ticket for ticket in tickets if ticket.channel == SHOP]
        for number, ticket in enumerate(sold, first * 1000 + 1):
            sale = counter.record_sale(tx, self._past_sale(ticket, number), ends)
            for line, (parcel, _) in enumerate(ticket.lines, 1):
                entry = Entry(ticket.day, "sale", SHOP_SITE, parcel)
                moves.append(self._move(entry, floor, ends.customer, sale, line))
        stock.post(tx, moves)

    def _past_sale(self, ticket: Ticket, number: int) -> PastSale:
        known = ticket.customer >= 0
        return PastSale(
            reference=f"K1-{number:06d}",
            occurred_at=self._moment(ticket),
            lines=[self._past_line(parcel, price) for parcel, price in ticket.lines],
            currency=self._known.data.currency,
            customer=self._known.customers[ticket.customer] if known else None,
            tender=counter.CARD if ticket.card else counter.CASH,
            business_date=self._day(ticket.day),
        )

    def _past_line(self, parcel: Parcel, price: int) -> PastLine:
        item = self._goods[parcel.product]
        return PastLine(
            item=self._known.products[parcel.product],
            steps=parcel.steps,
            price=price,
            decimals=item.decimals,
            unit=item.unit,
            name=item.name,
            moves=False,  # the movement knows lot and serial number, the past line does not
            rate=self._known.rates[item.tax],
            tax_class=self._known.tax[item.tax],
            tax_code=item.tax,
            cost=item.cost,
        )

    # Both.

    def _lot(self, tx: Transaction, parcel: Parcel) -> tuple[Transaction, bytes, str, str | None]:
        return tx, self._known.products[parcel.product], parcel.lot, parcel.good_until

    def _move(
        self,
        entry: Entry,
        source: bytes,
        target: bytes,
        document: bytes | None = None,
        line: int | None = None,
    ) -> Move:
        reason = "putaway" if entry.kind == RECEIPT else entry.kind
        return Move(
            item=self._known.products[entry.parcel.product],
            steps=entry.parcel.steps,
            source=source,
            target=target,
            reason=reason,
            lot=entry.parcel.lot,
            serial=entry.parcel.serial,
            document=document,
            document_line=line,
            unit_cost=entry.price or None,
            business_date=self._day(entry.day),
        )

    def _day(self, number: int) -> str:
        return self._year.calendar.day(number).isoformat()

    def _moment(self, ticket: Ticket) -> int:
        return moment(self._year.calendar.day(ticket.day), ticket.minute)


def _between(things: Sequence[T], days: Sequence[int], first: int, after: int) -> Sequence[T]:
    return things[bisect_left(days, first) : bisect_left(days, after)]
