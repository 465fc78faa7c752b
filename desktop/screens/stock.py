"""Stock look-up: what is where, and why a number is what it is."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QStackedWidget

from desktop.actions import Action, ActionSpec, act
from desktop.offload import Connection, Failure
from desktop.scans import Outcome, Scan
from desktop.screen import Screen
from desktop.screens import stock_reading as reading
from desktop.screens.stock_parts import ListPage, ProductPage
from desktop.screens.stock_reading import Held, Hit, Place, Sheet, Target, Why
from desktop.screens.stock_why import WhyPage
from desktop.text import QT_TRANSLATE_NOOP
from desktop.tones import Tone
from desktop.widgets import ScanField, column

T = TypeVar("T")

WHY = ActionSpec("stock.why", QT_TRANSLATE_NOOP("Actions", "Why this number"), "Ctrl+I", "history")
TOTAL = ActionSpec("stock.total", QT_TRANSLATE_NOOP("Actions", "All places"), "Ctrl+T", "stock")
OLDER = ActionSpec("stock.older", QT_TRANSLATE_NOOP("Actions", "Older"), "Ctrl+O", "history")


class StockScreen(Screen):
    """Find goods, then drill down: product, place and lot, movements, changeset."""

    id = "stock"
    title_text = QT_TRANSLATE_NOOP("Screens", "Stock")
    hint_text = QT_TRANSLATE_NOOP("Screens", "What is where, and why")
    icon, group = "stock", "warehouse"
    refreshes_on = ("balance", "lot", "product", "barcode", "location", "count_wanted")

    def build(self) -> None:
        """One input above three pages."""
        self._hits: list[Hit] | None = None
        self._to_count: list[Held] = []
        self._place: Place | None = None
        self._sheet: Sheet | None = None
        self._why: Why | None = None
        self.field = ScanField(self, words=True)
        self.list, self.product, self.why = ListPage(), ProductPage(), WhyPage()
        self.pages = QStackedWidget()
        for page in (self.list, self.product, self.why):
            self.pages.addWidget(page)
        box = column(self, self.field, self.pages, gap=14)
        box.setContentsMargins(24, 8, 24, 16)
        box.setStretch(1, 1)
        self.field.textEdited.connect(self._search)
        self.field.submitted.connect(self._entered)
        self.field.stepped_down.connect(self._into_page)
        self.list.chosen.connect(self._open)
        self.product.asked.connect(self._ask_why)

    def retranslate(self) -> None:
        """Set the texts, also of what is shown."""
        self.field.set_prompt(self.tr("Scan or type a code or a name"))
        self.product.retranslate()
        self.why.retranslate()
        self._show()

    def enter(self, params: Mapping[str, object]) -> None:
        """Start with a search, or at once with a ``code`` or an ``item``."""
        code, item = params.get("code"), params.get("item")
        if not params.get("resumed"):
            self.field.clear()
        if params.get("resumed"):
            self.refresh()
        elif isinstance(code, str):
            self._look_up(Scan(code))
        elif isinstance(item, bytes):
            self._open(Target(item))
        else:
            self._start()

    def refresh(self) -> None:
        """Read again what is shown."""
        site, day = self.context.site_number, self._day()
        why, sheet, place = self._why, self._sheet, self._place
        if sheet is not None:
            self.query(
                lambda c: reading.sheet(c, site, sheet.product.id, day, sheet.lot),
                self._take_sheet,
                newest="sheet",
            )
        if why is not None:
            self._read(lambda c: reading.why(c, site, why.target, why.limit), self._take_why)
        elif sheet is None and place is not None:
            self._read(lambda c: reading.contents(c, site, place.location.id), self._take_place)
        elif sheet is None and self._hits is None:
            self.query(lambda c: reading.to_count(c, site), self._take_to_count, newest="count")
        elif sheet is None and self.field.text():
            self._search(self.field.text())

    def on_scan(self, scan: Scan) -> Outcome | None:
        """Look up whatever was scanned, from any page."""
        self._look_up(scan)
        return None

    def screen_actions(self) -> Sequence[Action]:
        """Find; up; why; older."""
        page = self.pages.currentWidget()
        actions = [act("find", self._find)]
        if page is not self.list or self._place is not None or self._hits is not None:
            actions.append(act("back", self._up))
            actions.append(act("clear", self._up, on_bar=False))
        if page is self.product:
            actions.append(Action(TOTAL, self._ask_total, enabled=self._has_sheet))
            actions.append(Action(WHY, self._ask_marked, enabled=self._has_mark, primary=True))
        if page is self.why and self._has_older():
            actions.append(Action(OLDER, self._older))
        return actions

    # Finding.

    def _find(self) -> None:
        """Begin a new search."""
        self._start()
        self.field.setFocus()

    def _start(self) -> None:
        """Show the first page."""
        self.field.clear()
        self._hits = self._place = self._sheet = self._why = None
        self._go()
        self.refresh()

    def _search(self, text: str) -> None:
        """Search as one types; the newest letters win."""
        if not text.strip():
            self._start()
            return
        site, day = self.context.site_number, self._day()
        self._read(lambda c: reading.search(c, site, text, day), self._take_hits)

    def _entered(self, text: str) -> None:
        """Take what was typed as a code; where it is none, as words."""
        self._look_up(Scan(text), typed=True)

    def _look_up(self, scan: Scan, *, typed: bool = False) -> None:
        """Ask what a code names."""
        site, day = self.context.site_number, self._day()

        def refused(failure: Failure) -> None:
            if typed and reading.is_refusal(failure.error):
                words = Failure(failure.sentence, failure.code, failure.error)
                query = reading.search
                self._read(
                    lambda c: query(c, site, scan.text, day), lambda hits: self._words(hits, words)
                )
            else:
                self.feedback.error(failure.sentence)

        def found(result: Sheet | Place | list[Hit]) -> None:
            self.field.clear()
            if isinstance(result, Sheet):
                self._place = self._hits = self._why = None
                self._take_sheet(result)
                self._go()
                self._say_found(result)
            elif isinstance(result, Place):
                self._take_place(result)
            else:
                self._take_hits(result)
                self.feedback.warning(self.tr("Several goods have this code. Choose one."))

        self.query(
            lambda c: reading.look_up(c, site, scan, day), found, failure=refused, newest="look"
        )

    def _words(self, hits: list[Hit], refusal: Failure) -> None:
        """Open the only hit; of several, let the arrows choose; of none, say so."""
        if len(hits) == 1:
            self._open(Target(hits[0].product.id))
            return
        self._take_hits(hits)
        if hits:
            self._into_page()
        else:
            self.feedback.error(refusal.sentence)

    def _say_found(self, sheet: Sheet) -> None:
        """Answer a scan: name the thing and how much of it is free."""
        name = sheet.product.named(self.context.language)
        free = sheet.product.format(sheet.available.promisable)
        text = self.tr("%1: %2 available").replace("%2", free).replace("%1", name)
        tone = Tone.SUCCESS if sheet.available.promisable else Tone.WARNING
        self.feedback.show_outcome(Outcome(tone, text))

    # Drilling down.

    def _open(self, target: object) -> None:
        """Open a product's sheet, or the reasons of one number."""
        if not isinstance(target, Target):
            return
        if target.place is not None:
            self._ask_why(target)
            return
        site, day = self.context.site_number, self._day()

        def show(sheet: Sheet) -> None:
            self._why = None
            self._take_sheet(sheet)
            self._go()

        self.query(lambda c: reading.sheet(c, site, target.item, day), show, newest="sheet")

    def _ask_why(self, target: object) -> None:
        """Ask why a number is what it is."""
        if isinstance(target, Target):
            site = self.context.site_number
            self._read(lambda c: reading.why(c, site, target), self._take_why)

    def _ask_marked(self) -> None:
        """Ask why the marked number is what it is."""
        self._ask_why(self.product.target())

    def _ask_total(self) -> None:
        """Ask why the number of all places is what it is."""
        self._ask_why(self.product.total())

    def _older(self) -> None:
        """Read further back."""
        why, site = self._why, self.context.site_number
        if why is not None:
            self._read(lambda c: reading.why(c, site, why.target, why.limit * 4), self._take_why)

    def _up(self) -> None:
        """Go up one level."""
        if self._why is not None:
            self._why = None
        elif self._sheet is not None:
            self._sheet = None
        else:
            self._start()
            return
        self._go()
        self.refresh()

    # What came back.

    def _take_hits(self, hits: list[Hit]) -> None:
        self._hits = hits
        self._place = self._sheet = self._why = None
        self._go(focus=False)

    def _take_place(self, place: Place) -> None:
        self._place = place
        self._hits = self._sheet = self._why = None
        self._go()

    def _take_to_count(self, held: list[Held]) -> None:
        self._to_count = held
        self._show()

    def _take_sheet(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._show()

    def _take_why(self, why: Why) -> None:
        fresh = self._why is None
        self._why = why
        if fresh:
            self._go()
        else:
            self._show()
            self.actions_changed()

    # Showing.

    def _go(self, *, focus: bool = True) -> None:
        """Show the page of the deepest level there is."""
        page = self.list if self._sheet is None else self.product
        self.pages.setCurrentWidget(self.why if self._why is not None else page)
        self._show()
        if focus and self.pages.currentWidget() is not self.list:
            self._into_page()
        self.actions_changed()

    def _show(self) -> None:
        """Fill the pages with what was read, in the language of the moment."""
        language = self.context.language
        if self._hits is not None:
            self.list.show_hits(self._hits, language)
        elif self._place is not None:
            self.list.show_place(self._place, language)
        else:
            self.list.show_to_count(self._to_count, language)
        if self._sheet is not None:
            self.product.show_sheet(self._sheet, language, self.context.now().date())
        if self._why is not None:
            self.why.show_why(self._why, language)

    def _into_page(self) -> None:
        """Put the keyboard into what is shown: Enter opens, arrows walk."""
        inner = (self.list.lines, self.product.table, self.why.table)
        inner[self.pages.currentIndex()].setFocus()

    def _read(self, work: Callable[[Connection], T], then: Callable[[T], None]) -> None:
        """Read for the page; a newer reading replaces one that has not come back."""
        self.query(work, then, newest="page")

    def _day(self) -> str:
        """Today, as the domain writes days."""
        return self.context.now().date().isoformat()

    def _has_sheet(self) -> bool:
        return self._sheet is not None

    def _has_mark(self) -> bool:
        return self.product.target() is not None

    def _has_older(self) -> bool:
        return self._why is not None and len(self._why.steps) >= self._why.limit
