"""What nobody disagrees about but somebody must know: set aside, forked, impossible."""

from PySide6.QtCore import QCoreApplication

from desktop import figures
from desktop.screens import till
from desktop.screens.conflicts_model import Act, Case, Teller
from desktop.screens.conflicts_words import reason_words
from desktop.tones import Tone
from desktop.widgets import Line
from domain import counter, orders
from domain.counter import Held
from domain.orders import OrderRow
from domain.stock import Balance
from edge_sync import inbox as decisions
from edge_sync.forks import Fork
from edge_sync.inbox import Quarantined


class Notices(Teller):
    """What the exchange could not do, and what cannot be true."""

    # What the exchange could not do.

    def set_aside(self, found: Quarantined) -> Case:
        """A changeset that could not be applied."""
        translate = QCoreApplication.translate
        station = found.station_name or translate("Conflicts", "another station")
        title = translate("Conflicts", "A change from %1 was set aside").replace("%1", station)
        again = Act(
            translate("Conflicts", "Try again"),
            translate("Conflicts", "The change is in the books now"),
            outside=lambda replica, _actor: decisions.repair(replica, found.site, found.key),
        )
        facts = (
            (translate("Conflicts", "What was done"), found.command),
            (translate("Conflicts", "By"), self.who(found.author)),
            (translate("Conflicts", "When"), figures.moment(found.occurred_at)),
            (translate("Conflicts", "For support"), found.detail),
        )
        tone = Tone.WARNING if found.repairable else Tone.ERROR
        line = Line(
            ("quarantine", found.site, found.key), station, found.command, "", "", tone,
            translate("Conflicts", "Set aside"),
        )  # fmt: skip
        kept = translate("Conflicts", "It is kept, and everything after it went on.")
        text = f"{reason_words(found.reason)} {kept}"
        return Case(line, title, text, facts=facts, acts=(again,) if found.repairable else ())

    def forked(self, found: Fork) -> Case:
        """A log of which two versions exist."""
        translate = QCoreApplication.translate
        station = found.station or translate("Conflicts", "a station")
        if found.own:
            station = translate("Conflicts", "this station")
        title = translate("Conflicts", "Two histories of %1").replace("%1", station)
        text = translate(
            "Conflicts",
            "Its data was restored from a backup or copied to another PC. Both histories are kept;"
            " it writes a new one, and what was done since flows on. Do not use the copy.",
        )
        facts = (
            (translate("Conflicts", "Noticed"), figures.moment(found.noticed)),
            (translate("Conflicts", "They differ from change"), figures.figure(found.seq)),
        )
        status = translate("Conflicts", "Restored or copied")
        line = Line(("fork", found.site, found.log), station, "", "", "", Tone.ERROR, status)
        return Case(line, title, text, facts=facts)

    # What cannot be true.

    def taken_twice(self, found: Held) -> Case:
        """A held sale that two tills took up."""
        translate = QCoreApplication.translate
        title = translate("Conflicts", "Held sale taken up twice: %1").replace("%1", found.label)
        text = translate(
            "Conflicts",
            "Two tills took up the same held sale while they could not see each other. Look"
            " whether the customer paid twice, and refund one sale if so.",
        )
        facts = (
            (translate("Conflicts", "Amount"), till.money(found.total, found.currency)),
            (translate("Conflicts", "Held at"), found.till),
            (translate("Conflicts", "When"), figures.moment(found.held_at)),
        )
        seen = Act(
            translate("Conflicts", "It is settled"),
            translate("Conflicts", "Settled: %1").replace("%1", found.label),
            "settle held sale",
            run=lambda tx: counter.settle_held(tx, found.id, ""),
        )
        status = translate("Conflicts", "Taken up twice")
        line = Line(("held", found.id), found.label, found.till, "", "", Tone.ERROR, status)
        return Case(line, title, text, facts=facts, acts=(seen,))

    def contested(self, found: OrderRow) -> Case:
        """An order that one station cancelled and another shipped."""
        translate = QCoreApplication.translate
        title = translate("Conflicts", "Order %1: cancelled here, shipped there")
        text = translate(
            "Conflicts",
            "What was shipped counts as shipped. The goods that were cancelled meanwhile are"
            " expected back, or the customer keeps them: the order says what is open.",
        )
        number = found.number or found.reference or ""
        facts = ((translate("Conflicts", "Customer"), found.ship_to),) if found.ship_to else ()
        act = Act(translate("Conflicts", "Open the order"), go=("orders", {"order": found.id}))
        status = translate("Conflicts", "Shipped and cancelled")
        line = Line(("order", found.id), number, found.ship_to, "", "", Tone.WARNING, status)
        return Case(line, title.replace("%1", number), text, facts=facts, acts=(act,))

    def promised(self, found: Balance) -> Case:
        """More is promised than lies there."""
        translate = QCoreApplication.translate
        text = translate(
            "Conflicts",
            "More of it is promised to orders than lies there. Putting the promises right takes"
            " them back from the orders that came last and looks for other stock.",
        )
        again = Act(
            translate("Conflicts", "Put the promises right"),
            translate("Conflicts", "The promises are right again"),
            "settle promises",
            run=orders.settle_promises,
        )
        status = translate("Conflicts", "Promised too often")
        return self._goods(found, "promised", status, text, (again, self._look(found)))

    def negative(self, found: Balance) -> Case:
        """Less than nothing lies there."""
        translate = QCoreApplication.translate
        text = translate(
            "Conflicts",
            "The books say that less than nothing lies there: goods went out before they were"
            " entered, or came from another place. Count the place.",
        )
        status = translate("Conflicts", "Below zero")
        return self._goods(found, "negative", status, text, (self._look(found),))

    def _goods(
        self, found: Balance, kind: str, status: str, text: str, acts: tuple[Act, ...]
    ) -> Case:
        translate = QCoreApplication.translate
        named = self.board.names.get(found.item)
        name = named.words(self.language) if named is not None else ""
        decimals = self.board.decimals.get(found.item, 0)
        facts = [
            (translate("Conflicts", "Place"), found.location.code),
            (translate("Conflicts", "Lies there"), figures.quantity(found.on_hand, decimals)),
            (translate("Conflicts", "Promised"), figures.quantity(found.reserved, decimals)),
        ]
        if found.lot:
            facts.insert(1, (translate("Conflicts", "Lot"), found.lot))
        key = (kind, found.item, found.location.id, found.lot)
        line = Line(key, name, found.location.code, "", "", Tone.WARNING, status)
        return Case(line, f"{name}: {status}", text, facts=tuple(facts), acts=acts)

    def _look(self, found: Balance) -> Act:
        named = self.board.names.get(found.item)
        words = QCoreApplication.translate("Conflicts", "Look at the stock")
        return Act(words, go=("stock", {"code": named.code if named is not None else ""}))
