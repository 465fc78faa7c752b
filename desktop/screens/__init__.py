"""The screens of the application, in the order of the rail.

Each writer of a screen adds its own line; nothing else lists screens.
"""

from desktop.screen import Screen
from desktop.screens.conflicts import ConflictsScreen
from desktop.screens.customers import CustomersScreen
from desktop.screens.home import HomeScreen
from desktop.screens.import_ import ImportScreen
from desktop.screens.orders import OrdersScreen
from desktop.screens.pay import PayScreen
from desktop.screens.pick import PickScreen
from desktop.screens.putaway import PutAwayScreen
from desktop.screens.receive import ReceiveScreen
from desktop.screens.refund import RefundScreen
from desktop.screens.reorder import ReorderScreen
from desktop.screens.sell import SellScreen
from desktop.screens.shift import ShiftScreen
from desktop.screens.sign_on import SignOnScreen
from desktop.screens.stock import StockScreen
from desktop.screens.sync import SyncScreen

SCREENS: tuple[type[Screen], ...] = (
    SignOnScreen,
    HomeScreen,
    ReceiveScreen,
    PutAwayScreen,
    OrdersScreen,
    PickScreen,
    SellScreen,
    PayScreen,
    RefundScreen,
    ShiftScreen,
    CustomersScreen,
    StockScreen,
    ReorderScreen,
    ConflictsScreen,
    ImportScreen,
    SyncScreen,
)
