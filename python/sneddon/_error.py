"""The one exception of the package."""

from __future__ import annotations


class Error(Exception):
    """What the engine refuses, in the order in which a user needs it.

    Attributes:
        code: key of ``sneddon explain CODE``, such as ``"SND-R007"``.
        where: file, line, column or option.
        found: what was there.
        expected: what should have been there.
        fix: what to type; empty when there is nothing to do.
    """

    def __init__(self, code: str, where: str, found: str, expected: str, fix: str) -> None:
        super().__init__(code, where, found, expected, fix)
        self.code, self.where, self.found = code, where, found
        self.expected, self.fix = expected, fix

    def __str__(self) -> str:
        parts = [f"found {self.found}"]
        if self.expected:
            parts.append(f"expected {self.expected}")
        if self.fix:
            parts.append(self.fix)
        place = f"{self.where}: " if self.where else ""
        return f"{place}{'; '.join(parts)} [{self.code}]"
