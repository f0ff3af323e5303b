"""A study from Python is the study of the command line, byte by byte."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy
import pytest
import sneddon
from conftest import FIRST_RUN


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_out_is_that_of_the_command_line(command_line, tmp_path):
    expected = command_line(str(FIRST_RUN), "--area-function", "ideal")
    study = sneddon.run(FIRST_RUN, area_function="ideal", output=tmp_path / "out")
    assert files_of(Path(study.folder)) == files_of(expected)


def test_keys_of_the_recipe_are_those_of_the_command_line(command_line, tmp_path):
    expected = command_line(
        str(FIRST_RUN), "--area-function", "24.5,500", "--profile", "triboscan", "--poisson",
        "0.3", "--set", "unloading.window_low=0.3", "--set", "unloading.window_high=0.9",
        "--exclude", "example_0003_LC.txt",
    )  # fmt: skip
    study = sneddon.run(
        FIRST_RUN,
        output=tmp_path / "out",
        area_function=(24.5, 500),
        profile="triboscan",
        poisson_ratio=0.3,
        settings={"unloading.window_low": 0.3, "unloading.window_high": 0.9},
        exclude=["example_0003_LC.txt"],
    )
    assert files_of(Path(study.folder)) == files_of(expected)
    assert study.results["counts"]["rows_used"] == 7


def test_columns_are_the_cells_of_tests_csv(tmp_path):
    study = sneddon.run(FIRST_RUN, area_function="ideal", output=tmp_path / "out")
    with open(tmp_path / "out" / "tests.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    table = study.tests
    assert table.columns == list(rows[0])
    assert len(table) == len(rows) == 8
    for head in table:
        cells = [row[head] for row in rows]
        column = table[head]
        if isinstance(column, list):
            assert column == cells
        else:
            assert [float(c) if c else None for c in cells] == [
                None if numpy.isnan(x) else x for x in column
            ]
    assert table.units["H_IT_GPa"] == table.units["H_IT_GPa_u_random"] == "GPa"
    assert table.units["test_id"] == "" and table.units["x_um"] == "µm"


def test_groups_findings_checks_and_figures(tmp_path):
    study = sneddon.run(FIRST_RUN, area_function="ideal", output=tmp_path / "out")
    results = json.loads((tmp_path / "out" / "results.json").read_text(encoding="utf-8"))
    means = [group["H_IT_GPa"]["mean"] for group in results["groups"]]
    assert list(study.groups["H_IT_GPa_mean"]) == means
    assert study.groups["name"] == ["hold 0 s", "hold 10 s"]
    assert study.groups.units["H_IT_GPa_sd"] == "GPa"
    assert [finding.text for finding in study.findings] == [
        statement["text"] for statement in results["statements"]
    ]
    assert {check.code for check in study.checks} >= {"drift", "circularity"}
    assert study.clusters is None
    figure = study.figure("hardness")
    assert figure._repr_svg_().startswith("<svg") or "<svg" in figure.svg[:500]
    with pytest.raises(KeyError, match="hardness"):
        study.figure("hardnes")
    html = study._repr_html_()
    assert "hold 10 s" in html and "SND-A046" in html and "GPa" in html


def test_a_temporary_folder_goes_with_its_study():
    study = sneddon.run(FIRST_RUN, area_function="ideal", figures="none")
    folder = Path(study.folder)
    assert (folder / "report.html").exists()
    del study
    assert not folder.exists()


def test_rows_alone(tmp_path):
    whole = sneddon.run(FIRST_RUN, area_function="ideal", figures="none")
    rows = sneddon.run(FIRST_RUN, area_function="ideal", rows_only=True, output=tmp_path / "out")
    assert list(rows.tests["H_IT_GPa"]) == list(whole.tests["H_IT_GPa"])
    assert repr(rows) == f"<sneddon.Study: {len(whole.tests)} rows alone>"
    for work in (lambda: rows.findings, lambda: sneddon.report(tmp_path / "out")):
        with pytest.raises(sneddon.Error, match="rows alone") as refused:
            work()
        assert refused.value.code == "SND-O004"


def test_open_and_report_again(tmp_path):
    study = sneddon.run(FIRST_RUN, area_function="ideal", output=tmp_path / "out")
    again = sneddon.open_study(tmp_path / "out")
    assert list(again.tests["H_IT_GPa"]) == list(study.tests["H_IT_GPa"])
    made = sneddon.report(tmp_path / "out", figures=["hardness"])
    assert made.figures == ["hardness"]
    study.report(tmp_path / "page.html")
    assert (tmp_path / "page.html").read_bytes() == (tmp_path / "out/report.html").read_bytes()
    with pytest.raises(sneddon.Error) as refused:
        sneddon.open_study(tmp_path)
    assert refused.value.code == "SND-O004"


def test_an_error_says_what_to_do(tmp_path):
    with pytest.raises(sneddon.Error) as refused:
        sneddon.run(FIRST_RUN, settings={"unloading.window_lo": 0.3}, output=tmp_path / "out")
    error = refused.value
    assert error.code.startswith("SND-U00")
    assert "unloading.window_lo" in error.where + error.found
    assert "window_low" in error.fix + error.expected
    assert error.code in str(error)
    assert not (tmp_path / "out").exists()


def test_look_compare_and_simulate(tmp_path):
    look = sneddon.look(FIRST_RUN)
    assert sum(file.tests for file in look.files) == 8
    assert [f.name for f in look.load_functions] == ["hold 0 s", "hold 10 s"]
    assert look.missing == [] and "11 files" in look.text
    made = sneddon.simulate(tmp_path / "sim", tests_per_load_function=2, seed=3)
    assert made.tests == 2 * made.load_functions
    one = sneddon.run(FIRST_RUN, area_function="ideal", output=tmp_path / "a")
    two = sneddon.run(FIRST_RUN, area_function="24.5,900", output=tmp_path / "b")
    assert "H_IT_GPa" in sneddon.compare(one.folder, two.folder)


@pytest.mark.parametrize("has_tqdm", [True, False])
def test_progress(has_tqdm, monkeypatch, capsys, tmp_path):
    import sys

    if not has_tqdm:
        monkeypatch.setitem(sys.modules, "tqdm.auto", None)
        monkeypatch.setattr("sneddon._progress.time.monotonic", iter(range(0, 10000, 11)).__next__)
    sneddon.run(FIRST_RUN, area_function="ideal", output=tmp_path / "out", progress=True)
    words = capsys.readouterr().err
    assert ("11/11" in words) if has_tqdm else ("11 of 11" in words)


def test_progress_tells_a_function(tmp_path):
    seen = []
    sneddon.run(FIRST_RUN, area_function="ideal", output=tmp_path / "out",
                progress=lambda done, total: seen.append((done, total)))  # fmt: skip
    assert seen[-1] == (11, 11)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
