"""Tables for other programs: what each of them reads is what tests.csv says."""

from __future__ import annotations

import csv
import json
import math
import shutil
import subprocess
from pathlib import Path

import pytest
import sneddon
from conftest import FIRST_RUN
from test_run import files_of

#: Every table at once, of a study with words, empty cells and whole numbers.
EVERYTHING = ("--tables", "csv,xlsx,arrow", "--digits", "5", "--decimal", "comma",
              "--columns", "test_id,status,F_max_uN,H_IT_GPa,E_IT_GPa,cluster")  # fmt: skip


@pytest.fixture(scope="module")
def out(command_line) -> Path:
    return command_line(str(FIRST_RUN), "--area-function", "ideal", *EVERYTHING[:2])


@pytest.fixture(scope="module")
def chosen(command_line) -> Path:
    return command_line(str(FIRST_RUN), "--area-function", "ideal", *EVERYTHING)


@pytest.fixture(scope="module")
def rows(out) -> list[dict[str, str]]:
    with open(out / "tests.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def assert_same(rows: list[dict[str, str]], head: str, values: list) -> None:
    """Numbers bit by bit; what is empty in tests.csv is nothing."""
    assert len(values) == len(rows)
    for row, value in zip(rows, values):
        cell = row[head]
        is_nothing = value is None or value == "" or value != value
        if cell == "" or is_nothing:
            assert cell == "" and is_nothing, (head, cell, value)
        elif isinstance(value, str):
            assert value == cell
        else:
            assert float(value) == float(cell), (head, cell, value)


def test_workbook_by_openpyxl(out, rows):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(out / "tests.xlsx")
    assert book.sheetnames == ["groups", "tests", "clusters", "units", "recipe"]
    sheet = book["tests"]
    heads = [cell.value for cell in sheet[1]]
    assert heads == list(rows[0]) and sheet.freeze_panes == "A2"
    for i, head in enumerate(heads):
        assert_same(rows, head, [sheet.cell(2 + r, 1 + i).value for r in range(len(rows))])
    kinds = {type(cell.value) for row in sheet.iter_rows(min_row=2) for cell in row}
    assert kinds <= {str, int, float, type(None)}, "numbers are numbers"
    study = sneddon.open_study(out)
    groups = [[cell.value for cell in row] for row in book["groups"].iter_rows()]
    for i, head in enumerate(groups[0]):
        column = study.groups[head]
        for group, value in zip(groups[1:], column):
            assert group[i] == (None if value != value else value), head
    assert groups[0] == study.groups.columns
    units = {row[0].value: row[1].value for row in book["units"].iter_rows(min_row=2)}
    assert {head: unit or "" for head, unit in units.items()} == study.tests.units
    recipe = {row[0].value: row[1].value for row in book["recipe"].iter_rows(min_row=2)}
    assert recipe["unloading.window_low"] == str(study.results["recipe"]["unloading.window_low"])


def test_arrow_by_pandas_polars_and_duckdb(out, rows):
    pyarrow = pytest.importorskip("pyarrow")
    import pyarrow.ipc

    arrow = pyarrow.ipc.open_file(out / "tests.arrow").read_all()
    arrow.validate(full=True)
    assert arrow.schema.field("H_IT_GPa").metadata == {b"unit": b"GPa"}
    assert arrow.schema.field("cycle").type == pyarrow.int64()
    assert arrow.schema.metadata[b"generator"].startswith(b"sneddon ")
    duckdb = pytest.importorskip("duckdb")
    mean = duckdb.sql("select avg(H_IT_GPa) from arrow").fetchall()[0][0]
    assert mean == pytest.approx(sum(float(row["H_IT_GPa"]) for row in rows) / len(rows), rel=1e-14)
    pandas = pytest.importorskip("pandas").read_feather(out / "tests.arrow")
    polars = pytest.importorskip("polars").read_ipc(out / "tests.arrow")
    for head in rows[0]:
        assert_same(rows, head, arrow[head].to_pylist())
        assert_same(rows, head, polars[head].to_list())
        assert_same(rows, head, [None if x != x else x for x in pandas[head].tolist()])
        found = duckdb.sql(f'select "{head}" from arrow').fetchall()
        assert_same(rows, head, [row[0] for row in found])


def test_arrow_of_several_batches(command_line, tmp_path):
    """A property map of 70,000 rows: 65,536 a batch."""
    pyarrow = pytest.importorskip("pyarrow")
    import pyarrow.ipc

    table = tmp_path / "map.csv"
    lines = [f"{i % 300},{i // 300},{3 + i % 7},{80 + i % 11}" for i in range(70000)]
    table.write_text("X (um),Y (um),HARDNESS (GPa),MODULUS (GPa)\n" + "\n".join(lines) + "\n")
    out = command_line(str(table), "--tables", "arrow,xlsx", "--figures", "none")
    file = pyarrow.ipc.open_file(out / "tests.arrow")
    assert file.num_record_batches == 2
    found = file.read_all()
    found.validate(full=True)
    with open(out / "tests.csv", encoding="utf-8", newline="") as cells:
        rows = list(csv.DictReader(cells))
    for head in ("test_id", "H_IT_GPa", "x_um", "cluster"):
        assert_same(rows, head, found[head].to_pylist())


def soffice(*arguments: str, profile: Path) -> None:
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", *arguments],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip


needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="no LibreOffice (Debian: libreoffice-calc-nogui)"
)


@needs_libreoffice
def test_workbook_by_libreoffice(out, rows, tmp_path):
    """The sheet `tests` as CSV again: 44 comma, 34 quotes, 76 UTF-8, sheet 2, cells as they are."""
    options = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,2"
    soffice("--convert-to", options, "--outdir", str(tmp_path), str(out / "tests.xlsx"),
            profile=tmp_path / "profile")  # fmt: skip
    with open(tmp_path / "tests-tests.csv", encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    assert list(found[0]) == list(rows[0])
    for head in rows[0]:
        if all(is_number(row[head]) for row in rows):
            # LibreOffice writes 15 digits.
            for row, again in zip(rows, found):
                assert float(again[head]) == pytest.approx(float(row[head]), rel=1e-14)
        elif all(row[head] == "" or not is_number(row[head]) for row in rows):
            assert [row[head] for row in found] == [row[head] for row in rows]


def is_number(cell: str) -> bool:
    try:
        return math.isfinite(float(cell))
    except ValueError:
        return False


@needs_libreoffice
def test_comma_csv_by_libreoffice_in_german(chosen, tmp_path):
    """Read as de-DE (0x407), written as en-US: the numbers were taken for numbers."""
    read = "CSV:59,34,76,1,,1031,false,true"
    write = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033"
    soffice("--infilter=" + read, "--convert-to", write, "--outdir", str(tmp_path),
            str(chosen / "tests_chosen.csv"), profile=tmp_path / "profile")  # fmt: skip
    with open(tmp_path / "tests_chosen.csv", encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file))
    with open(chosen / "tests.csv", encoding="utf-8", newline="") as file:
        expected = list(csv.DictReader(file))
    assert list(found[0]) == EVERYTHING[-1].split(",")
    for row, again in zip(expected, found):
        assert again["test_id"] == row["test_id"]
        for head in ("F_max_uN", "H_IT_GPa", "E_IT_GPa"):
            assert float(again[head]) == float(f"{float(row[head]):.5g}"), head


def test_comma_csv_by_pandas(chosen):
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_csv(chosen / "tests_chosen.csv", sep=";", decimal=",")
    with open(chosen / "tests.csv", encoding="utf-8", newline="") as file:
        expected = list(csv.DictReader(file))
    assert list(frame.columns) == EVERYTHING[-1].split(",")
    assert list(frame["H_IT_GPa"]) == [float(f"{float(r['H_IT_GPa']):.5g}") for r in expected]


def test_the_data_package_is_valid(out, chosen):
    frictionless = pytest.importorskip("frictionless")
    for folder in (out, chosen):
        report = frictionless.validate(str(folder / "datapackage.json"))
        assert report.valid, report.flatten(["code", "message"])
        package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
        named = {resource["path"] for resource in package["resources"]}
        there = {path.name for path in folder.iterdir() if path.is_file()}
        assert there - named == {"report.html", "datapackage.json", ".sneddon-files"}


def test_the_validator_sees_a_changed_table(out, tmp_path):
    frictionless = pytest.importorskip("frictionless")
    copy = tmp_path / "out"
    shutil.copytree(out, copy)
    text = (copy / "tests.csv").read_text(encoding="utf-8")
    (copy / "tests.csv").write_text(text.replace("used", "usee", 1), encoding="utf-8")
    assert not frictionless.validate(str(copy / "datapackage.json")).valid


def test_from_python_the_same_bytes(chosen, tmp_path):
    study = sneddon.run(
        FIRST_RUN, area_function="ideal", output=tmp_path / "out", tables=["csv", "xlsx", "arrow"],
        table_columns=EVERYTHING[-1].split(","), digits=5, decimal="comma",
    )  # fmt: skip
    assert files_of(Path(study.folder)) == files_of(chosen)


def test_the_number_of_threads_changes_no_byte(tmp_path):
    found = []
    for threads in (1, 2):
        study = sneddon.run(
            FIRST_RUN, area_function="ideal", output=tmp_path / str(threads), threads=threads,
            figures="none", tables="csv,xlsx,arrow", decimal="comma",
        )  # fmt: skip
        found.append(files_of(Path(study.folder)))
    assert found[0] == found[1]


def test_parquet(tmp_path):
    pyarrow = pytest.importorskip("pyarrow")
    import pyarrow.parquet

    study = sneddon.run(FIRST_RUN, area_function="ideal", output=tmp_path / "out", tables="parquet")
    table = pyarrow.parquet.read_table(tmp_path / "out" / "tests.parquet")
    assert table.equals(pyarrow.table(study.tests))
    assert table.schema.field("H_IT_GPa").metadata[b"unit"] == b"GPa"
    assert (tmp_path / "out" / "datapackage.json").exists()
    # It counts as written by us: another run may replace it.
    sneddon.run(FIRST_RUN, area_function="ideal", output=tmp_path / "out", replace=True)
    assert not (tmp_path / "out" / "tests.parquet").exists()


def test_the_command_line_says_who_writes_parquet(program, tmp_path):
    run = subprocess.run(
        [program, "run", str(FIRST_RUN), "-o", str(tmp_path / "out"), "--tables", "parquet"],
        capture_output=True, text=True,
    )  # fmt: skip
    assert run.returncode != 0 and "SND-U063" in run.stderr and "sneddon.run" in run.stderr
    assert not (tmp_path / "out").exists()


def test_report_and_compare_read_an_out_with_tables(chosen, program, tmp_path):
    copy = tmp_path / "out"
    shutil.copytree(chosen, copy)
    before = (copy / "report.html").read_bytes()
    subprocess.run([program, "report", copy], check=True, capture_output=True)
    assert (copy / "report.html").read_bytes() == before
    assert (copy / "tests.xlsx").exists()
    text = subprocess.run([program, "compare", copy, chosen], check=True, capture_output=True)
    assert text.stdout
