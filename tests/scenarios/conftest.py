"""What scenarios share."""

from tests.gui.conftest import app, languages
from tests.gui.screens.support import make_screen
from tests.support.replicas import _keys_in_files, make_replica, replica

__all__ = ["_keys_in_files", "app", "languages", "make_replica", "make_screen", "replica"]
