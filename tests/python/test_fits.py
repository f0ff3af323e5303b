"""Fits of arrays: closed forms, and the JSON of the command line for a file of the same numbers."""

from __future__ import annotations

import json
import subprocess

import numpy
import pytest
import sneddon


def told(program, *arguments: str) -> dict:
    run = subprocess.run(
        [program, "fit", *arguments, "--json"], check=True, capture_output=True, text=True
    )
    return json.loads(run.stdout)


def same(fit: sneddon.Fit, expected: dict) -> bool:
    return {k: v for k, v in fit.items() if k not in ("file", "columns")} == {
        k: v for k, v in expected.items() if k not in ("file", "columns")
    }


def write(path, **columns) -> str:
    rows = [",".join(columns)]
    rows += [",".join(repr(float(x)) for x in row) for row in zip(*columns.values())]
    path.write_text("\n".join(rows) + "\n")
    return str(path)


def test_unloading(program, tmp_path, cone):
    _, depth, load = (column[250:] for column in cone)
    fit = sneddon.fit_unloading(depth, load)
    # Exact data: rounding alone.
    assert fit["parameters"]["S_uN_per_nm"] == pytest.approx(250, rel=1e-8)
    assert fit["parameters"]["m"] == pytest.approx(1.5, rel=1e-8)
    file = write(tmp_path / "u.csv", **{"h (nm)": depth, "P (uN)": load})
    assert same(fit, told(program, "unloading", file, "--columns", "h (nm),P (uN)"))
    assert "unloading" in repr(fit) and "<pre>" in fit._repr_html_()


def test_creep_law(program, tmp_path):
    rng = numpy.random.default_rng(1)
    t = numpy.arange(1, 301) * 0.1
    h = 0.05 * t + 4 * t**0.3 + rng.normal(0, 0.02, t.size)
    fit = sneddon.fit_creep_law(t, h, nonnegative=True)
    for name, truth in (("a", 0.05), ("b", 4), ("c", 0.3)):
        # 4 standard errors: 1 in 16 000 fails, and the seed is fixed.
        assert abs(fit["parameters"][name] - truth) < 4 * fit["standard_errors"][name]
    file = write(tmp_path / "c.csv", **{"t (s)": t, "h (nm)": h})
    assert same(
        fit, told(program, "creep-law", file, "--columns", "t (s),h (nm)", "--nonnegative")
    )
    with pytest.raises(ValueError, match="h1"):
        sneddon.fit_creep_law(t, h, free=["h1"])


def test_distribution(program, tmp_path):
    values = numpy.random.default_rng(2).weibull(6, 80) * 105
    fit = sneddon.fit_distribution(values, models=["normal", "weibull"], replicates=99)
    file = write(tmp_path / "d.csv", values=values)
    assert same(
        fit,
        told(program, "distribution", file, "--column", "values", "--models", "normal,weibull",
             "--replicates", "99"),
    )  # fmt: skip


def test_mixture(program, tmp_path):
    rng = numpy.random.default_rng(3)
    columns = {
        "H": numpy.concatenate([rng.normal(5, 0.2, 60), rng.normal(8, 0.3, 60)]),
        "E": numpy.concatenate([rng.normal(90, 4, 60), rng.normal(130, 4, 60)]),
    }
    fit = sneddon.fit_mixture(columns, components=(1, 4), labels=True)
    file = write(tmp_path / "m.csv", **columns)
    assert same(
        fit, told(program, "mixture", file, "--columns", "H,E", "--components", "1..4")
    )
    assert fit.labels is not None and len(fit.labels) == 120
    label = fit.labels["label"]
    assert len(set(label[:60])) == 1 and len(set(label[60:])) == 1 and label[0] != label[-1]


def test_what_is_not_finite_is_named():
    with pytest.raises(sneddon.Error) as refused:
        sneddon.fit_mixture({"H": [1.0, float("nan"), 2.0, 3.0]})
    assert refused.value.code == "SND-U022"
    assert "row 2" in refused.value.where
    with pytest.raises(sneddon.Error) as refused:
        sneddon.fit_mixture({"H": [1.0, 2.0], "E": [1.0]})
    assert refused.value.code == "SND-U050"
