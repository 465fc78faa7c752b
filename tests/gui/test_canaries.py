"""Canaries: what must never happen and would be noticed too late."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

ROOT = Path(__file__).resolve().parent.parent.parent
HEAVY = ("pandas", "numpy", "statsmodels", "scipy", "alembic", "httpx", "requests")

FIRST_PAINT = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from desktop import theme
from desktop.language import Languages
from desktop.context import Context, NoDevices
from desktop.earcon import SilentEarcon
from desktop.offload import Offload
from desktop.shell import Shell
from desktop.showcase import Anybody, LinesScreen, ShowcaseStore, TableScreen, TilesScreen
theme.apply(app, theme.Theme("light"))
offload = Offload(ShowcaseStore(), str)
context = Context(offload, NoDevices(), SilentEarcon())
shell = Shell(context, [TilesScreen, LinesScreen, TableScreen], Languages())
shell.start()
shell.sign_in(Anybody())
shell.show()
app.processEvents()
assert not shell.grab().toImage().isNull()
shell.close()
offload.close()
print(",".join(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def test_void_calls_leave_the_reference_count_of_none_alone(app: QApplication) -> None:
    """PySide6 6.12.0 drops a reference a call under Python <= 3.11 and then aborts."""
    widget = QWidget()
    before = sys.getrefcount(None)
    for _ in range(10_000):
        widget.setEnabled(True)
    assert abs(sys.getrefcount(None) - before) < 500


def test_nothing_heavy_is_imported_before_the_first_paint() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    loaded = set(done.stdout.strip().splitlines()[-1].split(","))
    assert loaded.isdisjoint(HEAVY), sorted(loaded & set(HEAVY))
    assert "PySide6" in loaded
