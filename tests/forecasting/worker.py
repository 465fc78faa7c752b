"""A worker process for the tests: plans a small shop the way the command line does.

``python -m tests.forecasting.worker plan|slow|broken|refused|stubborn``
"""

import sys
import time
from collections.abc import Mapping

from forecasting.errors import SettingsError
from forecasting.process import Cancelled, Progress, serve


def work(progress: Progress, cancelled: Cancelled) -> Mapping[str, object]:
    """Do what the first argument says."""
    from forecasting.runner import run
    from forecasting.settings import Settings
    from tests.forecasting.shops import ShopSource, poisson, shop

    mode = sys.argv[1]
    source = ShopSource(shop(*(poisson(2, 120, seed) for seed in range(6))))
    settings = Settings(chunk_items=2, with_statsmodels=False)
    if mode == "broken":
        print("a library says hello", flush=True)
        raise RuntimeError("a defect")
    if mode == "refused":
        raise SettingsError(name="review_days", value=0, rule="from 1 to 366")
    if mode == "stubborn":
        progress(0, 1)
        time.sleep(60)
    while True:
        result = run(source, settings, progress=progress, cancelled=cancelled)
        if mode == "plan":
            return {"items": len(result.plans)}


if __name__ == "__main__":
    sys.exit(serve(work))
