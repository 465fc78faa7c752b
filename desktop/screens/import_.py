"""Import: choose a file, see how it is understood, import it in a process of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QStackedWidget

from desktop.actions import Action, ActionSpec, act
from desktop.offload import Cancel, Failure
from desktop.scans import Outcome as Said
from desktop.scans import Scan
from desktop.screen import Screen
from desktop.screens.import_parts import PlanPage, RunPage
from desktop.screens.import_reading import Looked, Outcome, Wish, look
from desktop.screens.import_run import ImportRun, command_for
from desktop.text import QT_TRANSLATE_NOOP
from desktop.tones import Tone
from desktop.widgets import EmptyState, Steps, beside, column
from domain.importing import Choice
from domain.importing.errors import BadRowChoice
from domain.replica import Actor

OPEN = ActionSpec("import.open", QT_TRANSLATE_NOOP("Actions", "Choose a file"), "Ctrl+O", "import")
FILES = "*.csv *.tsv *.txt *.gz *.xlsx *.xlsm *.xls *.ods"
CHANGED = (
    "product",
    "barcode",
    "price",
    "customer",
    "supplier",
    "purchase_order",
    "sales_order",
) + (
    "sale",
    "movement",
    "receipt",
)
"""What an import may change: screens that show it read again."""


class ImportScreen(Screen):
    """Three steps: the file, its columns, the import."""

    id = "import"
    title_text = QT_TRANSLATE_NOOP("Screens", "Import")
    hint_text = QT_TRANSLATE_NOOP("Screens", "From spreadsheets")
    icon, group, permission = "import", "office", "import.run"

    def build(self) -> None:
        """The steps above, one page below."""
        self.looked: Looked | None = None
        self.runner: ImportRun | None = None
        self.outcome: Outcome | None = None
        self._wish: Wish | None = None
        self._looking: Cancel | None = None
        self.steps, self.start = Steps(), EmptyState("import")
        self.plan, self.result = PlanPage(), RunPage()
        self.pages = QStackedWidget()
        for page in (self.start, self.plan, self.result):
            self.pages.addWidget(page)
        box = column(self, beside(24, self.steps, 24, gap=0), self.pages, gap=0, margin=0)
        box.setContentsMargins(0, 4, 0, 0)
        box.setStretch(1, 1)
        self.setAcceptDrops(True)
        self.start.acted.connect(self.ask_file)
        self.plan.mapping.changed.connect(self._mapping_changed)
        self.result.progress.cancelled.connect(self._stop)

    def retranslate(self) -> None:
        """Set the texts."""
        self.start.set_words(
            self.tr("Bring in what you have"),
            self.tr("Products, customers, suppliers, orders or stock: a CSV or a spreadsheet."),
            self.tr("Choose a file"),
        )
        self.plan.mapping.retranslate()
        if self.looked is not None:
            self.plan.preview.show_file(self.looked)
        if self.outcome is not None and self.looked is not None:
            self.result.show_outcome(self.looked.path.name, self.outcome)
        self._turn_to(self.pages.currentIndex())

    def enter(self, params: Mapping[str, object]) -> None:
        """Go on where it was left; a ``file`` is looked at."""
        file = params.get("file")
        if isinstance(file, str | Path):
            self.take_file(Path(file))
        self.take_focus()

    def leave(self) -> bool:
        """An import goes on while other screens are shown."""
        return True

    def on_scan(self, scan: Scan) -> Said | None:  # noqa: ARG002 - nothing here is scanned
        """Say that scans belong elsewhere."""
        return Said(Tone.WARNING, self.tr("Files are imported here; nothing is scanned"))

    def screen_actions(self) -> Sequence[Action]:
        """Choose a file, go back, import."""
        if self.runner is not None:
            return []
        actions = [Action(OPEN, self.ask_file, primary=self.looked is None)]
        if self.pages.currentIndex() == 1:
            actions.append(
                act(
                    "confirm",
                    self._import,
                    enabled=lambda: self.looked is not None and not self.looked.missing,
                    label=self.tr("Import"),
                    primary=True,
                )
            )
        elif self.pages.currentIndex() and self.looked is not None:
            actions.append(act("back", lambda: self._turn_to(1), label=self.tr("Columns")))
        return actions

    # The file.

    def ask_file(self) -> None:
        """Open the system's dialog; it does not block the window."""
        dialog = QFileDialog(self, self.tr("Choose a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([f"{self.tr('Tables')} ({FILES})", f"{self.tr('All files')} (*)"])
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

    def take_file(self, path: Path) -> None:
        """Look at a file; its columns are guessed."""
        self.outcome = None
        self.plan.mapping.lines.set_value("")
        self._look(Wish(path))

    def _mapping_changed(self) -> None:
        """Another kind or column: understand the first rows anew."""
        if self._wish is not None:
            kind, columns = self.plan.mapping.choice()
            self._look(replace(self._wish, kind=kind, columns=columns))

    def _look(self, wish: Wish) -> None:
        currency = self.context.company.currency
        if self._looking is not None:
            self._looking.cancel()

        def show(looked: Looked) -> None:
            self._wish, self.looked = wish, looked
            self.plan.show_file(looked)
            self._turn_to(1)
            if not looked.certain and wish.kind is None:
                self.feedback.warning(self.tr("Say what the file holds: its headings do not tell"))

        def refuse(failure: Failure) -> None:
            self.feedback.error(failure.sentence)

        self._looking = self.work(lambda: look(wish, currency), show, failure=refuse)

    # The import.

    def _import(self) -> None:
        """Start the import; the window stays free."""
        looked, replica = self.looked, self.context.replica
        if looked is None or looked.missing or self.runner is not None:
            return
        lines = self.plan.mapping.lines.value()
        try:
            Choice.parse(lines) if lines else None
        except BadRowChoice:
            self.plan.mapping.lines.set_problem(self.tr("Write lines as in 2-50,77"))
            self.plan.mapping.lines.setFocus()
            return
        actor = self.context.session.actor
        user = actor.id if isinstance(actor, Actor) else None
        command = command_for(replica, looked, lines, user)
        runner = ImportRun(command, replica.child_environment())
        runner.progressed.connect(self._progress)
        self.runner, self.outcome = runner, None
        self._turn_to(2)
        self._progress("check", 0, 0)
        self.work(runner.run, self._imported, failure=self._not_imported, refreshes=CHANGED)

    def _stop(self) -> None:
        """Stop the import; what is imported stands."""
        runner = self.runner
        if runner is not None:
            self.work(runner.stop)

    def _progress(self, stage: str, done: int, total: int) -> None:
        """Show how far it is."""
        name = self.looked.path.name if self.looked is not None else ""
        self.result.show_progress(name, stage, done, total)

    def _imported(self, outcome: Outcome | None) -> None:
        """Show what was done."""
        self.runner = None
        if outcome is None:
            self._turn_to(1)
            self.feedback.warning(
                self.tr("Stopped. What was imported stands; import the file again to go on.")
            )
            return
        self.outcome = outcome
        name = self.looked.path.name if self.looked is not None else ""
        self.result.show_outcome(name, outcome)
        self._turn_to(2)
        if outcome.refused:
            words = self.tr("%n row(s) were left out", "", outcome.refused)
            self.feedback.warning(words)
        else:
            self.feedback.show_outcome(Said(Tone.SUCCESS, self.tr("All rows are in"), done=True))

    def _not_imported(self, failure: Failure) -> None:
        """Say why it ended."""
        self.runner = None
        self._turn_to(1)
        self.feedback.error(failure.sentence)

    def _turn_to(self, page: int) -> None:
        """Show a page and say which step it is."""
        self.pages.setCurrentIndex(page)
        names = (self.tr("File"), self.tr("Columns"), self.tr("Import"))
        self.steps.set_steps(names, page if self.outcome is None else len(names))
        self.actions_changed()
