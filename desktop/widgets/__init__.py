"""The few widgets every screen is composed of. Screens import them from here and add no style.

Layout     column, row, beside, stacked; Card, Rule
Words      Text(role), StatusPill, BigNumber, FactList, EmptyState
Acts       Button(kind, icon), IconButton, Tile and TileGrid
Input      ScanField, KeyPad; Form with TextField, NotesField, NumberField, ChoiceField,
           CheckField
Lists      LineList of Line; ItemCard; PriceTiles; PagedTable of Column over a PageSource
Progress   Steps, ProgressPanel
Marks      Sparkline, Bars, BandChart of Band; ReceiptView
Decisions  ConfirmDialog, NumberDialog, ChoiceDialog, PickDialog, TextDialog, PinDialog; SideBySide
"""

from desktop.widgets.ask import TextDialog
from desktop.widgets.basics import (
    Button,
    Card,
    IconButton,
    Rule,
    Text,
    beside,
    column,
    row,
    set_property,
    stacked,
)
from desktop.widgets.dialogs import (
    ChoiceDialog,
    ConfirmDialog,
    Credential,
    NumberDialog,
    PinDialog,
)
from desktop.widgets.facts import FactList
from desktop.widgets.forms import (
    CheckField,
    ChoiceField,
    Field,
    Form,
    NotesField,
    NumberField,
    TextField,
)
from desktop.widgets.keypad import KeyPad
from desktop.widgets.lines import ItemCard, Line, LineList
from desktop.widgets.marks import Band, BandChart, Bars, BigNumber, Sparkline, StatusPill
from desktop.widgets.paged import Column, PagedModel, PageSource
from desktop.widgets.panels import EmptyState, ProgressPanel, SideBySide, Steps
from desktop.widgets.pick import PickDialog
from desktop.widgets.price_tiles import PricedThing, PriceTiles
from desktop.widgets.receipt import ReceiptView
from desktop.widgets.scan_field import ScanField
from desktop.widgets.sheet import Sheet
from desktop.widgets.table import PagedTable
from desktop.widgets.tiles import Tile, TileGrid

__all__ = [
    "Band",
    "BandChart",
    "Bars",
    "BigNumber",
    "Button",
    "Card",
    "CheckField",
    "ChoiceDialog",
    "ChoiceField",
    "Column",
    "ConfirmDialog",
    "Credential",
    "EmptyState",
    "FactList",
    "Field",
    "Form",
    "IconButton",
    "ItemCard",
    "KeyPad",
    "Line",
    "LineList",
    "NotesField",
    "NumberDialog",
    "NumberField",
    "PageSource",
    "PagedModel",
    "PagedTable",
    "PickDialog",
    "PinDialog",
    "PriceTiles",
    "PricedThing",
    "ProgressPanel",
    "ReceiptView",
    "Rule",
    "ScanField",
    "Sheet",
    "SideBySide",
    "Sparkline",
    "StatusPill",
    "Steps",
    "Text",
    "TextDialog",
    "TextField",
    "Tile",
    "TileGrid",
    "beside",
    "column",
    "row",
    "set_property",
    "stacked",
]
