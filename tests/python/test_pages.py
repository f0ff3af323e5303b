"""What the pages show is what comes out."""

from __future__ import annotations

import contextlib
import io
import re

import pytest
from conftest import ROOT


def blocks(page: str) -> list[tuple[str, str]]:
    """(language, text) of the fenced blocks."""
    return re.findall(r"^```(\w*)\n(.*?)^```", (ROOT / page).read_text(), re.M | re.S)


def output_of(code: str) -> str:
    words = io.StringIO()
    with contextlib.redirect_stdout(words):
        exec(compile(code, "page", "exec"), {})
    return words.getvalue()


@pytest.mark.parametrize("page", ["docs/how-to/use-it-from-python.md", "README.md"])
def test_the_first_lines_of_a_page(page, monkeypatch):
    monkeypatch.chdir(ROOT)
    pytest.importorskip("pandas")
    found = blocks(page)
    at = [language for language, _ in found].index("python")
    words = output_of(found[at][1])
    if at + 1 < len(found) and found[at + 1][0] == "":
        assert words == found[at + 1][1]
