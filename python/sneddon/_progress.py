"""How far a long computation is: tqdm's bar where there is tqdm, else a line on stderr."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any, Union

Report = Callable[[int, int], None]
Wanted = Union[bool, Report]


class _Line:
    """As the command line: on a terminal one line that changes, elsewhere one each 10 s."""

    def __init__(self) -> None:
        self.is_terminal = sys.stderr.isatty()
        self.begin = time.monotonic()
        self.next = self.begin + (0.5 if self.is_terminal else 10)
        self.is_shown = False

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now < self.next or done == 0:
            return
        self.next = now + (0.1 if self.is_terminal else 10)
        rate = done / (now - self.begin)
        text = f"  {done} of {total}   {rate:.3g}/s   {(total - done) / rate:.0f} s left"
        sys.stderr.write(f"\r{text}\x1b[K" if self.is_terminal else text + "\n")
        sys.stderr.flush()
        self.is_shown = self.is_terminal

    def close(self) -> None:
        if self.is_shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


class _Bar:
    def __init__(self, tqdm: Any) -> None:
        self.tqdm = tqdm
        self.bar: Any = None

    def __call__(self, done: int, total: int) -> None:
        if self.bar is None:
            self.bar = self.tqdm(total=total, unit="files")
        self.bar.total = total
        self.bar.update(done - self.bar.n)

    def close(self) -> None:
        if self.bar is not None:
            self.bar.close()


class Shown:
    """``with Shown(progress) as report``: what the engine calls, or None."""

    def __init__(self, wanted: Wanted) -> None:
        self.shown: _Line | _Bar | None = None
        self.report: Report | None = None
        if callable(wanted):
            self.report = wanted
        elif wanted:
            try:
                from tqdm.auto import tqdm  # type: ignore[import-untyped, unused-ignore]
            except ImportError:
                self.shown = _Line()
            else:
                self.shown = _Bar(tqdm)
            self.report = self.shown

    def __enter__(self) -> Report | None:
        return self.report

    def __exit__(self, *_: object) -> None:
        if self.shown is not None:
            self.shown.close()
