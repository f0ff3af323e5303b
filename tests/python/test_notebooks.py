"""The notebooks run from top to bottom, and what they find is what the command line finds."""

from __future__ import annotations

import json

import pytest
import sneddon
from conftest import ROOT


def run(name: str) -> dict:
    """The names that the cells leave; a last expression is shown as a notebook would."""
    notebook = json.loads((ROOT / "python/notebooks" / name).read_text())
    names: dict = {}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            exec(compile("".join(cell["source"]), name, "exec"), names)
    return names


def test_a_first_study(monkeypatch, command_line):
    pytest.importorskip("pandas")
    monkeypatch.chdir(ROOT)
    study = run("first-study.ipynb")["study"]
    expected = sneddon.open_study(command_line("examples/first-run", "--area-function", "ideal"))
    assert study.results == expected.results


def test_own_curves():
    found = run("own-curves.ipynb")
    # Exact but for h_max, a quadratic through the last 0.2 s of a root.
    assert found["result"]["H_IT_GPa"] == pytest.approx(10000 / (24.5 * 270**2) * 1e3, rel=1e-6)
    assert max(found["hardness"]) - min(found["hardness"]) < 1e-9 * found["hardness"][0]


def test_beside_others(monkeypatch):
    """Given one stiffness, micromechanics has our contact; scikit-learn's optimum is ours. Its
    covariances carry 1e-6 on the diagonal (reg_covar), hence 1e-6 and not the last digit."""
    pytest.importorskip("sklearn")
    pytest.importorskip("micromechanics")
    monkeypatch.setenv("MPLBACKEND", "agg")
    monkeypatch.chdir(ROOT)
    found = run("beside-others.ipynb")
    for name, ratio in found["ratios"].items():
        assert ratio == pytest.approx(1, rel=1e-12), name
    ours, theirs = found["bic"]
    assert ours == pytest.approx(theirs, rel=1e-6)
