"""The inbox as cases: each with a line for the list, a card in plain words, and its acts."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication

from desktop import figures
from desktop.screens.conflicts_model import Act, Case, Half, Teller, short
from desktop.screens.conflicts_notices import Notices
from desktop.screens.conflicts_reading import Board
from desktop.screens.conflicts_words import field_words, table_words
from desktop.tones import Tone
from desktop.widgets import Line
from domain import customers
from domain.customers import Customer
from domain.replica import Transaction
from domain.replica.changeset import Value
from edge_sync import inbox as decisions
from edge_sync.inbox import Conflict, Duplicate, Side
from edge_sync.requests import OpenRequest, decide_request


def cases_of(board: Board, language: str) -> list[Case]:
    """Give everything that waits: what people disagree about first, then what is only to know."""
    disputes, notices = _Disputes(board, language), Notices(board, language)
    found = [disputes.crossed(each) for each in board.inbox.conflicts]
    found += [disputes.twice(each) for each in board.inbox.duplicates]
    found += [disputes.asked(each) for each in board.inbox.requests]
    found += [notices.set_aside(each) for each in board.inbox.quarantined]
    found += [notices.forked(each) for each in board.inbox.forks]
    found += [notices.taken_twice(each) for each in board.held]
    found += [notices.contested(each) for each in board.contested]
    found += [notices.promised(each) for each in board.promised]
    found += [notices.negative(each) for each in board.negative]
    return found


class _Disputes(Teller):
    """What two people disagree about, or one asks for."""

    # What two people did.

    def crossed(self, found: Conflict) -> Case:
        """Two people edited one field."""
        translate = QCoreApplication.translate
        name, what = self.name(found.table, found.record), field_words(found.field)
        text = translate(
            "Conflicts",
            "Two people changed this without seeing each other's change. Both are kept here"
            " until somebody chooses.",
        )
        keep = Act(
            translate("Conflicts", "Keep this"),
            self._settled(name, what, self._value(found, found.kept)),
            "keep what stands",
            run=partial(decisions.keep, conflict=found.id),
        )
        take = Act(
            translate("Conflicts", "Take this instead"),
            self._settled(name, what, self._value(found, found.other)),
            "take the other",
            run=partial(decisions.take_other, conflict=found.id),
        )
        halves = (self._half(found, found.kept, keep), self._half(found, found.other, take))
        tone = Tone.ERROR if found.review else Tone.WARNING
        when = figures.moment(max(found.kept.written_at, found.other.written_at))
        line = Line(("field", found.id), name, when, "", "", tone, what)
        title = f"{table_words(found.table)} \u00b7 {name}: {what}"
        holds = translate("Conflicts", "Holds now")
        return Case(line, title, text, halves, holds, acts=(keep, take))

    def _settled(self, name: str, what: str, value: str) -> str:
        text = QCoreApplication.translate("Conflicts", "%1: %2 is %3")
        return text.replace("%1", name).replace("%2", what).replace("%3", short(value))

    def _half(self, found: Conflict, side: Side, act: Act) -> Half:
        who = self.who(side.author)
        heading = " \u00b7 ".join(part for part in (who, side.station_name) if part)
        return Half(heading, self._value(found, side), figures.moment(side.written_at), act)

    def _value(self, found: Conflict, side: Side) -> str:
        return self.words(found.table, found.record, found.field, side.value)

    # What stands there twice.

    def twice(self, found: Duplicate) -> Case:
        """Two records with a value that should be taken once."""
        translate = QCoreApplication.translate
        what = field_words(found.field)
        value = self.words(found.table, found.record, found.field, found.value)
        both = Act(
            translate("Conflicts", "Both stay as they are"),
            translate("Conflicts", "Both stay: %1").replace("%1", short(value)),
            "both stay",
            run=partial(decisions.keep, conflict=found.id),
        )
        title = translate("Conflicts", "%1 twice: %2").replace("%1", what).replace("%2", value)
        line = Line(
            ("duplicate", found.id), value, table_words(found.table), "", "", Tone.WARNING,
            translate("Conflicts", "Taken twice"),
        )  # fmt: skip
        pair = (found.record, found.other)
        if found.table == "customer" and all(each in self.board.customers for each in pair):
            first, second = (self.board.customers[each] for each in pair)
            halves: tuple[Half, Half] | None = self._people(found, first, second)
            text = translate(
                "Conflicts",
                "Two customers have this in common. If they are one person, choose the profile"
                " that stays: the other becomes an alias, and nothing is deleted.",
            )
        elif found.table == "barcode":
            halves = self._codes(found)
            text = translate(
                "Conflicts",
                "Two products carry this code. While both do, every scan asks which one is meant.",
            )
        else:
            halves = None
            text = translate(
                "Conflicts",
                "Two entries have this in common. The one that was entered first is found by it;"
                " give the other one a value of its own.",
            )
        if halves is None:
            facts = tuple((self.name(found.table, each), "") for each in pair)
            return Case(line, title, text, facts=facts, acts=(both,))
        acts = tuple(half.act for half in halves if half.act is not None)
        return Case(line, title, text, halves, acts=(*acts, both))

    def _people(self, found: Duplicate, first: Customer, second: Customer) -> tuple[Half, Half]:
        """Two customers: either can take the other in."""
        translate = QCoreApplication.translate
        stays = translate("Conflicts", "Keep this profile")
        said = translate("Conflicts", "%1 and %2 are one customer now")
        said = said.replace("%1", first.name).replace("%2", second.name)
        into_first = Act(
            stays,
            said,
            "merge duplicates",
            run=partial(decisions.merge_duplicates, conflict=found.id),
        )

        def merge_into_second(tx: Transaction) -> None:
            tx.require(decisions.DECIDE)
            customers.merge_customers(tx, second.id, first.id)

        into_second = Act(stays, said, "merge duplicates", run=merge_into_second)
        return (
            Half(translate("Conflicts", "Entered first"), first.name, _about(first), into_first),
            Half(translate("Conflicts", "Entered later"), second.name, _about(second), into_second),
        )

    def _codes(self, found: Duplicate) -> tuple[Half, Half] | None:
        """Two products with one code: either can have it for itself."""
        translate = QCoreApplication.translate
        first, second = (self.board.names.get(each) for each in (found.record, found.other))
        if first is None or second is None:
            return None
        mine = translate("Conflicts", "It belongs here")
        said = translate("Conflicts", "The code is %1's alone now")
        one, two = first.words(self.language), second.words(self.language)
        to_first = Act(
            mine,
            said.replace("%1", one),
            "merge duplicates",
            run=partial(decisions.merge_duplicates, conflict=found.id),
        )

        def to_second(tx: Transaction) -> None:
            tx.require(decisions.DECIDE)
            decisions.mergers["barcode"](tx, found.other, found.record)

        other = Act(mine, said.replace("%1", two), "merge duplicates", run=to_second)
        return (
            Half(translate("Conflicts", "Had it first"), one, first.code, to_first),
            Half(translate("Conflicts", "Got it later"), two, second.code, other),
        )

    # What somebody asks for.

    def asked(self, found: OpenRequest) -> Case:
        """A site asks the owner of a record for a change."""
        translate = QCoreApplication.translate
        name = self.name(found.table, found.record)
        who = self.who(found.asked_by)
        place = " \u00b7 ".join(part for part in (who, found.station_name) if part)
        text = translate("Conflicts", "%1 asks the centre for a change, %2.")
        text = text.replace("%1", place).replace("%2", figures.moment(found.asked_at))
        if found.reason:
            reason = translate("Conflicts", "The reason given: %1").replace("%1", found.reason)
            text = f"{text} {reason}"
        accept = Act(
            translate("Conflicts", "Change it"),
            translate("Conflicts", "%1 is changed as asked").replace("%1", name),
            outside=lambda replica, actor: decide_request(replica, actor, found.id, accept=True),
        )
        refuse = Act(
            translate("Conflicts", "Leave it as it is"),
            translate("Conflicts", "%1 stays as it is").replace("%1", name),
            outside=lambda replica, actor: decide_request(replica, actor, found.id, accept=False),
        )
        line = Line(
            ("request", found.id),
            name,
            who,
            "",
            "",
            Tone.INFO,
            translate("Conflicts", "Change asked for"),
        )
        halves = (
            Half(translate("Conflicts", "As it is"), self._list(found, found.current), "", refuse),
            Half(
                translate("Conflicts", "As it is wanted"),
                self._list(found, found.changes),
                "",
                accept,
            ),
        )
        title = f"{table_words(found.table)} \u00b7 {name}"
        return Case(line, title, text, halves, acts=(accept, refuse))

    def _list(self, found: OpenRequest, values: Mapping[str, Value]) -> str:
        return "\n".join(
            f"{field_words(name)}: {self.words(found.table, found.record, name, values[name])}"
            for name in found.changes
            if name in values
        )


def _about(customer: Customer) -> str:
    """What tells a customer from another: phone, e-mail, notes."""
    parts = (customer.phone, customer.email, customer.notes)
    return "\n".join(part for part in parts if part)
