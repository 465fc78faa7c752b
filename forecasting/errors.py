"""What can go wrong in forecasting that a person can understand.

CounterfoilError
└── ForecastError
    ├── HistoryRangeError      the span of days asked for cannot be used
    ├── SettingsError          a planning setting is out of its range
    ├── ForecastCancelled      somebody pressed cancel; nothing was changed
    └── WorkerFailed           the worker process ended without a result
"""

from domain.errors import CounterfoilError


class ForecastError(CounterfoilError):
    """The root of this area's errors."""

    code = "forecast"
    sentence = "The forecast could not be made."


class HistoryRangeError(ForecastError):
    """The days asked for run backwards or span more than the planner keeps."""

    code = "forecast.history_range"
    sentence = "The days from {first} to {last} cannot be used: give 7 to {most} days, in order."


class SettingsError(ForecastError):
    """A setting of the plan is outside its range."""

    code = "forecast.settings"
    sentence = "The planning setting “{name}” cannot be {value}: it must be {rule}."


class ForecastCancelled(ForecastError):
    """The run was stopped from outside; no result exists and nothing was written."""

    code = "forecast.cancelled"
    sentence = "The forecast was cancelled. Nothing was changed."


class WorkerFailed(ForecastError):
    """The worker process ended without saying why."""

    code = "forecast.worker_failed"
    sentence = (
        "The forecast stopped unexpectedly (exit status {status}). Nothing was changed; "
        "run it again, and if it stops again send the report."
    )
