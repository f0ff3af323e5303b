"""What the package promises to editors and readers: stubs, words, names."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys

import pytest
import sneddon
from conftest import ROOT


def test_the_stub_is_that_of_the_module(tmp_path):
    """To make it again: python -m nanobind.stubgen -m sneddon._engine -o python/sneddon/_engine.pyi"""
    pytest.importorskip("nanobind")
    made = tmp_path / "_engine.pyi"
    subprocess.run(
        [sys.executable, "-m", "nanobind.stubgen", "-q", "-m", "sneddon._engine", "-o", made],
        check=True,
    )
    assert made.read_text() == (ROOT / "python/sneddon/_engine.pyi").read_text()


@pytest.mark.parametrize("name", sneddon.__all__)
def test_every_public_name_says_what_it_is(name):
    words = inspect.getdoc(getattr(sneddon, name))
    assert words and words[0].isupper()


@pytest.mark.parametrize(
    "name", [n for n in sneddon.__all__ if inspect.isfunction(getattr(sneddon, n))]
)
def test_a_function_names_its_arguments(name):
    """Every code that a docstring names is one of the engine's, and no function is without types."""
    function = getattr(sneddon, name)
    signature = inspect.signature(function)
    assert signature.return_annotation is not inspect.Signature.empty
    for parameter in signature.parameters.values():
        assert parameter.annotation is not inspect.Parameter.empty, parameter
    pages = "".join(path.read_text() for path in (ROOT / "src/base/codes").glob("*.cpp"))
    for code in re.findall(r"SND-[A-Z]\d{3}", inspect.getdoc(function) or ""):
        assert f'"{code}"' in pages, code


def test_the_page_of_the_package_is_made_from_its_docstrings():
    """To make it again: python scripts/make-python-page > docs/python.md"""
    made = subprocess.run(
        [sys.executable, ROOT / "scripts/make-python-page"], capture_output=True, text=True, check=True
    )
    assert made.stdout == (ROOT / "docs/python.md").read_text(encoding="utf-8")


def test_an_error_survives_pickling():
    import pickle

    error = sneddon.Error("SND-R007", "a.txt:4", "two heads", "one", "remove one")
    again = pickle.loads(pickle.dumps(error))
    assert (again.code, again.where, again.fix) == ("SND-R007", "a.txt:4", "remove one")
    assert str(again) == "a.txt:4: found two heads; expected one; remove one [SND-R007]"


def test_the_version_is_that_of_the_program(program):
    run = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    assert sneddon.__version__ in run.stdout


def test_settings_are_the_text_of_the_command_line():
    import numpy
    from sneddon._requests import text_of

    assert [text_of(value) for value in (True, 0.1, 3, "h(P)", [4.9, 4.2], (24.5,))] == [
        "true", "0.1", "3", "h(P)", "4.9,4.2", "24.5",
    ]  # fmt: skip
    assert text_of(numpy.float64(0.1)) == "0.1"
    assert text_of(numpy.int64(3)) == "3"
    assert text_of(numpy.bool_(True)) == "true"
