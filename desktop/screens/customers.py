"""Customers: find, enter, edit, make one of two, and what they bought."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QStackedWidget

from desktop.actions import Action, ActionSpec, act
from desktop.offload import Failure, Transaction
from desktop.scans import Outcome, Scan
from desktop.screen import Screen
from desktop.screens.customers_panes import Finder, ProfilePane
from desktop.screens.customers_parts import MergeSheet
from desktop.screens.customers_reading import Profile, profile, still_there
from desktop.text import QT_TRANSLATE_NOOP
from desktop.widgets import ConfirmDialog, EmptyState, row
from domain import customers
from domain.customers import Customer, DuplicateHint

NEW = ActionSpec("customers.new", QT_TRANSLATE_NOOP("Actions", "New customer"), "Ctrl+N", "plus")
ARCHIVE = ActionSpec("customers.archive", QT_TRANSLATE_NOOP("Actions", "Archive"), "", "trash")
EDIT = "customers.edit"


class CustomersScreen(Screen):
    """A list at the left, one customer at the right.

    What is half typed is kept in memory only: the file that outlives a power cut is not encrypted,
    and people's data stay inside the replica.
    """

    id = "customers"
    title_text = QT_TRANSLATE_NOOP("Screens", "Customers")
    hint_text = QT_TRANSLATE_NOOP("Screens", "Find, enter and edit")
    icon, group, permission = "users", "counter", "customers.view"
    refreshes_on = ("customer", "sale", "rights")

    def build(self) -> None:
        """The finder at the left; at the right nobody yet, or one customer."""
        self._profile: Profile | None = None
        self._hints: Sequence[DuplicateHint] = ()
        self._new, self._dirty = False, False
        self.finder, self.pane = Finder(), ProfilePane()
        self.field, self.form = self.finder.field, self.pane.form
        self.start = EmptyState("users")
        self.pages = QStackedWidget()
        self.pages.addWidget(self.start)
        self.pages.addWidget(self.pane)
        row(self, self.finder, self.pages, gap=24).setContentsMargins(24, 8, 24, 12)
        self.field.textEdited.connect(self._search)
        self.field.submitted.connect(self._entered)
        self.finder.chosen.connect(self._choose)
        self.start.acted.connect(self._enter_new)
        self.form.edited.connect(self._edited)
        self.pane.hints.opened.connect(self._choose)
        self.pane.hints.merging.connect(self._ask_merge)

    def retranslate(self) -> None:
        """Set the texts."""
        self.finder.retranslate()
        self.pane.retranslate()
        self._show_start()
        if not self._dirty:
            self._show_profile()

    def enter(self, params: Mapping[str, object]) -> None:
        """Open a ``customer``, or start with a search; what was typed before is still there."""
        wanted = params.get("customer")
        if isinstance(wanted, bytes):
            self._choose(wanted)
        elif params.get("new") and self._may_edit():
            self._enter_new()
        elif self._dirty:
            self.feedback.warning(self.tr("You were still editing. F12 saves it."))
        else:
            self.refresh()
        self.form.set_editable(self._may_edit())

    def refresh(self) -> None:
        """Read again what is shown; what is being typed stays."""
        if self.finder.text:
            self._search(self.finder.text)
        if self.finder.recent:
            last = self.finder.recent
            self.query(lambda c: still_there(c, last), self.finder.renew, newest="recent")
        if self._profile is not None and not self._dirty:
            self._read(self._profile.customer.id)
        self.form.set_editable(self._may_edit())
        self._show_start()
        self.actions_changed()

    def on_scan(self, scan: Scan) -> Outcome | None:
        """Look the code up as a phone number, an e-mail or a name."""
        self._entered(scan.text)
        return None

    def screen_actions(self) -> Sequence[Action]:
        """Find, new, archive, save."""
        actions = [act("find", self.finder.begin)]
        if self._may_edit():
            actions.append(Action(NEW, self._ask_new))
            if self._profile is not None:
                actions.append(Action(ARCHIVE, self._ask_archive))
            actions.append(
                act(
                    "confirm",
                    self._save,
                    enabled=lambda: self._dirty,
                    label=self.tr("Save"),
                    primary=True,
                )
            )
        if self._dirty:
            actions.append(act("clear", self._discard, label=self.tr("Discard"), on_bar=True))
        return actions

    # Finding.

    def _may_edit(self) -> bool:
        return self.context.session.may(EDIT)

    def _search(self, text: str) -> None:
        """Search as one types."""
        self.query(lambda c: customers.search(c, text), self.finder.show_found, newest="search")

    def _entered(self, text: str) -> None:
        """Open the only one that fits; of several, let the arrows choose."""

        def found(hits: list[Customer]) -> None:
            self.finder.show_found(hits)
            if len(hits) == 1:
                self._choose(hits[0].id)
            elif hits:
                self.finder.list.setFocus()
            else:
                words = self.tr("No customer is found by %1").replace("%1", text[:40])
                self.feedback.warning(words)

        self.query(lambda c: customers.search(c, text), found, newest="search")

    # One customer.

    def _choose(self, identifier: object) -> None:
        """Show a customer; what was typed and not saved is asked about first."""
        if not isinstance(identifier, bytes):
            return
        self._when_clean(lambda: self._read(identifier, fresh=True))

    def _read(self, identifier: bytes, *, fresh: bool = False) -> None:
        """Read a profile."""

        def show(found: Profile) -> None:
            if self._dirty and not fresh:
                return
            self._new, self._dirty = False, False
            self._profile = found
            self._show_profile()
            self.finder.mark(found.customer)

        self.query(lambda c: profile(c, identifier), show, newest="profile")

    def _show_profile(self) -> None:
        """Fill the right side."""
        found = self._profile
        if found is None:
            return
        self._hints = found.hints
        self.pane.show_profile(found, self.context.company.currency)
        self._show_hints()
        self.pages.setCurrentIndex(1)
        self.actions_changed()

    def _show_start(self) -> None:
        """Say what to do first."""
        self.start.set_words(
            self.tr("Whom are you looking for?"),
            self.tr("Type the beginning of a name, any four digits of a phone, or an e-mail."),
            self.tr("New customer") if self._may_edit() else "",
        )

    def _show_hints(self) -> None:
        """Show who looks alike; merging is for what is saved."""
        may = self._may_edit() and not self._new and not self._dirty
        self.pane.hints.show_hints(self._hints, may_merge=may)

    def _ask_new(self) -> None:
        """Enter a new customer, after what is being typed was settled."""
        self._when_clean(self._enter_new)

    def _enter_new(self) -> None:
        """Start an empty profile; what was searched for is its beginning."""
        begun = self.finder.text
        self._profile, self._new, self._dirty = None, True, False
        self._hints = ()
        self.pane.show_new(begun, self.context.language)
        self._show_hints()
        self.pages.setCurrentIndex(1)
        if begun:
            self._edited()
        self.actions_changed()

    # Editing.

    def _edited(self) -> None:
        """Something was typed: it can be saved, and may look like somebody else."""
        if not self._dirty:
            self._dirty = True
            self.actions_changed()
        typed = self.form.values()
        own = self._profile.customer.id if self._profile is not None else None
        self.query(
            lambda c: customers.duplicate_hints(
                c,
                name=str(typed["name"]),
                phone=str(typed["phone"]),
                email=str(typed["email"]),
                ignore=own,
            ),
            self._take_hints,
            newest="hints",
        )

    def _take_hints(self, hints: list[DuplicateHint]) -> None:
        self._hints = hints
        self._show_hints()

    def _save(self) -> None:
        """Save what changed, and only that: others may be editing the rest."""
        if not self._dirty:
            return
        typed: dict[str, Any] = self.form.values()
        if self._profile is None:
            self.command(
                "enter customer",
                lambda tx: customers.create_customer(tx, typed.pop("name"), **typed),
                self._saved,
                failure=self._refused,
            )
            return
        before = self._profile.customer
        changes = self._changes(typed)
        self.command(
            "edit customer",
            lambda tx: customers.edit_customer(tx, before.id, **changes),
            lambda now: self._saved(now, before, changes),
            failure=self._refused,
        )

    def _changes(self, typed: dict[str, Any]) -> dict[str, Any]:
        """Give the fields that differ from what was read."""
        if self._profile is None:
            return typed
        shown = _as_typed(self._profile.customer)
        return {name: value for name, value in typed.items() if value != shown[name]}

    def _saved(
        self,
        now: Customer,
        before: Customer | None = None,
        changes: Mapping[str, object] | None = None,
    ) -> None:
        """Say so, and let it be taken back."""
        self._dirty, self._new = False, False
        self._read(now.id, fresh=True)
        self.feedback.success(self.tr("%1 is saved").replace("%1", now.name))
        if before is None:

            def give_up(tx: Transaction) -> None:
                customers.archive_customer(tx, now.id)

            self.offer_undo(now.name, lambda: self._take_back("archive customer", give_up))
        elif changes:
            old: dict[str, Any] = {
                name: value for name, value in _as_typed(before).items() if name in changes
            }

            def restore(tx: Transaction) -> None:
                customers.edit_customer(tx, now.id, **old)

            self.offer_undo(now.name, lambda: self._take_back("edit customer", restore))

    def _take_back(self, name: str, work: Callable[[Transaction], None]) -> None:
        """Undo by one more step; nothing is erased."""

        def done(_result: object) -> None:
            self.feedback.success(self.tr("Taken back"))
            self._reset()
            self.refresh()

        self.command(name, work, done)

    def _refused(self, failure: Failure) -> None:
        """Show what is wrong at the field that it is about."""
        field = self.form.blame(failure.code)
        self.pane.show_form()
        self.form.set_problems({field: failure.sentence} if field else {})
        self.feedback.error(failure.sentence)

    def _discard(self) -> None:
        """Go back to what is saved."""
        self._dirty = False
        if self._profile is not None:
            self._show_profile()
        else:
            self._reset()

    def _reset(self) -> None:
        """Show the saved profile, or nobody."""
        self._dirty = False
        if self._new or self._profile is None:
            self._new, self._profile = False, None
            self.pages.setCurrentIndex(0)
        self.actions_changed()

    def _when_clean(self, then: Callable[[], None]) -> None:
        """Go on at once, or after a yes to losing what was typed."""
        if not self._dirty:
            then()
            return

        def go() -> None:
            self._dirty = False
            then()

        ConfirmDialog(
            self,
            self.tr("Discard what you typed?"),
            self.tr("The changes to %1 are not saved.").replace("%1", self.pane.heading.text()),
            self.tr("Discard"),
            go,
            danger=True,
        ).open()

    # Merging and archiving.

    def _ask_merge(self, other: bytes) -> None:
        """Ask which of two profiles stays."""
        if self._profile is None:
            return
        mine = self._profile.customer
        hint = next((h.customer for h in self._hints if h.customer.id == other), None)
        if hint is not None:
            MergeSheet(self, mine, hint, self._merge).open()

    def _merge(self, keep: bytes, other: bytes) -> None:
        """Make one customer of two."""

        def done(kept: Customer) -> None:
            self.clear_undo()
            self._read(kept.id, fresh=True)
            self.feedback.success(self.tr("%1 is one customer now").replace("%1", kept.name))

        self.command("merge customers", lambda tx: customers.merge_customers(tx, keep, other), done)

    def _ask_archive(self) -> None:
        """Ask before a customer is taken out of search."""
        if self._profile is None:
            return
        customer = self._profile.customer
        ConfirmDialog(
            self,
            self.tr("Archive %1?").replace("%1", customer.name),
            self.tr("They are not found any more. Their purchases stay in the books."),
            self.tr("Archive"),
            lambda: self._archive(customer),
        ).open()

    def _archive(self, customer: Customer) -> None:
        """Take a customer out of search; Ctrl+Z brings them back."""

        def done(_result: None) -> None:
            self._profile, self._dirty = None, False
            self._reset()
            self.refresh()
            self.feedback.success(self.tr("%1 is archived").replace("%1", customer.name))
            self.offer_undo(customer.name, restore)

        def restore() -> None:
            self.command(
                "restore customer",
                lambda tx: customers.restore_customer(tx, customer.id),
                self._saved,
            )

        self.command(
            "archive customer", lambda tx: customers.archive_customer(tx, customer.id), done
        )


def _as_typed(customer: Customer) -> dict[str, Any]:
    """Write a customer the way the form gives its values."""
    return {
        "name": customer.name,
        "phone": customer.phone_typed or customer.phone or "",
        "email": customer.email or "",
        "language": customer.language,
        "marketing_consent": customer.marketing_consent_at is not None,
        "notes": customer.notes,
    }
