"""Run a module with a clock that stands in another year: `python off_clock.py YEAR MODULE ...`."""

import datetime as dt
import runpy
import sys
import time

_now = dt.datetime.now


class Off(dt.datetime):
    """Days of the year that the clock is set to."""

    @classmethod
    def now(cls, tz=None):
        return cls.combine(_now(tz).date().replace(year=int(YEAR), day=1), _now(tz).timetz())

    utcnow = now


class OffDay(dt.date):
    @classmethod
    def today(cls):
        return Off.now().date()


if __name__ == "__main__":
    _, YEAR, *sys.argv = sys.argv
    began = Off.now(dt.UTC).timestamp() - time.time()
    clock = time.time
    time.time = lambda: clock() + began
    dt.datetime, dt.date = Off, OffDay
    sys.path.insert(0, ".")
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
