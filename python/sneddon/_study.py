"""A whole study: a folder in, tables, findings, figures and the report out."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from html import escape
from typing import Any, NamedTuple

from . import _engine
from ._error import Error
from ._progress import Report, Shown, Wanted
from ._requests import Path, Settings, path_text, run_request, settings_of, texts_of
from ._table import Table, html_table


class Finding(NamedTuple):
    """What the tests say together."""

    about: str  #: ``"spread"``, ``"same"``, ``"trend"``, ...
    text: str


class Check(NamedTuple):
    """A check of the whole study (``sneddon explain CODE`` says what it asks)."""

    code: str
    verdict: str
    text: str
    reason: str  #: why it was not checked; ``""`` where it was
    evidence: dict[str, Any]


class Doubt(NamedTuple):
    """A warning, and the tests that it concerns (none: all)."""

    code: str
    text: str
    tests: list[str]


class Figure:
    """A figure of the report. A notebook shows it."""

    def __init__(self, name: str, svg: str, csv: str) -> None:
        self.name = name
        self.svg = svg  #: SVG of the report, 85 mm wide
        self.csv = csv  #: the numbers that it shows

    def save(self, path: Path) -> None:
        """As SVG, or the numbers where the name ends in .csv."""
        text = self.csv if path_text(path).endswith(".csv") else self.svg
        with open(path_text(path), "w", encoding="utf-8", newline="") as out:
            out.write(text)

    def _repr_svg_(self) -> str:
        return self.svg

    def __repr__(self) -> str:
        return f"<sneddon.Figure {self.name!r}>"


class Study:
    """The results of a run: the files of its folder, which the command line writes alike.

    Attributes:
        folder: OUT, with tests.csv, results.json, report.html, figures/. Without ``output`` it is
            a temporary one and goes with this object.
        summary: what the command line prints.
    """

    def __init__(self, folder: str, summary: str = "", owned: str = "") -> None:
        self.folder = folder
        self.summary = summary
        if owned:
            weakref.finalize(self, shutil.rmtree, owned, True)

    @cached_property
    def results(self) -> dict[str, Any]:
        """results.json (docs/results.md). None is what has no number."""
        if not os.path.isfile(os.path.join(self.folder, "results.json")):
            raise Error("SND-O004", self.folder, "rows alone: tests.csv and no results.json",
                        "the folder of a whole run", "run without rows_only")  # fmt: skip
        with open(os.path.join(self.folder, "results.json"), encoding="utf-8") as file:
            results: dict[str, Any] = json.load(file)
        return results

    @cached_property
    def tests(self) -> Table:
        """tests.csv: one row per test or cycle, quantities by their ids (docs/symbols.md)."""
        return Table(_engine.read_tests_table(self.folder))

    @cached_property
    def groups(self) -> Table:
        """One row per load function: n, and of each quantity mean, sd (n - 1), n, u_random of the
        mean and u_common, in the quantity's unit."""
        return _group_table(self.results["groups"])

    @property
    def clusters(self) -> dict[str, Any] | None:
        """The clusters with all that was tried; None where there are none."""
        clusters: dict[str, Any] | None = self.results["clusters"]
        return clusters

    @property
    def findings(self) -> list[Finding]:
        """What the tests say together, a sentence each."""
        return [Finding(found["about"], found["text"]) for found in self.results["statements"]]

    @property
    def checks(self) -> list[Check]:
        """The checks of the whole study with their verdicts."""
        return [
            Check(c["code"], c["verdict"], c["text"], c.get("reason", ""), c["evidence"])
            for c in self.results["checks"]
        ]

    @property
    def warnings(self) -> list[Doubt]:
        """Doubts, the tests of each."""
        return [Doubt(w["code"], w["text"], w["tests"]) for w in self.results["warnings"]]

    @property
    def figures(self) -> list[str]:
        """Names of the figures that were drawn."""
        folder = os.path.join(self.folder, "figures")
        files = os.listdir(folder) if os.path.isdir(folder) else []
        return sorted(file[:-4] for file in files if file.endswith(".svg"))

    def figure(self, name: str) -> Figure:
        """``study.figure("clusters")``. KeyError: it was not drawn."""
        if name not in self.figures:
            raise KeyError(f"{name}: the figures are {', '.join(self.figures)}")
        begin = os.path.join(self.folder, "figures", name)
        return Figure(name, _text_of(begin + ".svg"), _text_of(begin + ".csv"))

    def report(self, path: Path) -> None:
        """A copy of the report, one HTML file."""
        shutil.copyfile(os.path.join(self.folder, "report.html"), path_text(path))

    def __repr__(self) -> str:
        if not os.path.isfile(os.path.join(self.folder, "results.json")):
            return f"<sneddon.Study: {len(self.tests)} rows alone>"
        counts = self.results["counts"]
        return f"<sneddon.Study: {counts['rows_used']} of {counts['rows']} tests used>"

    def _repr_html_(self) -> str:
        heads = ["name", "n"]
        for quantity in ("h_max_nm", "H_IT_GPa", "E_IT_GPa", "W_plast_pJ", "creep_nm"):
            heads += [h for h in (f"{quantity}_mean", f"{quantity}_sd") if h in self.groups]
        found = "".join(f"<li>{escape(finding.text)}</li>" for finding in self.findings)
        doubts = "".join(f"<li>{escape(d.text)} [{escape(d.code)}]</li>" for d in self.warnings)
        return (
            f"<p>{escape(repr(self)[1:-1])}</p>{html_table(self.groups, heads, rows=20)}"
            f"<ul>{found}</ul><ul>{doubts}</ul>"
        )


def _text_of(path: str) -> str:
    with open(path, encoding="utf-8") as file:
        return file.read()


_statistics = ("mean", "sd", "n", "u_random", "u_common")


def _group_table(groups: list[dict[str, Any]]) -> Table:
    heads = ["name", "sample", "load_function", "n"]
    units = ["", "", "", ""]
    values: list[Any] = [[group[head] for group in groups] for head in heads]
    values[3] = [float(n) for n in values[3]]
    for quantity in _engine.quantities():
        name = quantity["id"]
        if not any(name in group for group in groups):
            continue
        for statistic in _statistics:
            heads.append(f"{name}_{statistic}")
            units.append("" if statistic == "n" else quantity["unit"])
            values.append([_number(group.get(name, {}).get(statistic)) for group in groups])
    return Table(_engine.Columns(heads, units, values))


def _number(value: float | None) -> float:
    return float("nan") if value is None else float(value)


def written_study(
    work: Callable[[Any, Report | None], str],
    request: Any,
    output: Path | None,
    progress: Wanted,
) -> Study:
    """What ``work`` of the engine writes: into ``output``, or a folder that goes with the study."""
    owned = "" if output is not None else tempfile.mkdtemp(prefix="sneddon-")
    request.output_folder = path_text(output) if output is not None else owned + "/out"
    try:
        with Shown(progress) as report:
            summary = work(request, report)
    except BaseException:
        if owned:
            shutil.rmtree(owned, True)
        raise
    return Study(request.output_folder, summary, owned)


def run(
    *paths: Path,
    output: Path | None = None,
    replace: bool = False,
    profile: str = "",
    area_function: Path | list[float] | tuple[float, ...] = "",
    poisson_ratio: float | None = None,
    settings: Settings | None = None,
    recipe: Path = "",
    units: Mapping[str, str] | None = None,
    columns: Mapping[str, str] | None = None,
    group_by: str = "",
    figures: str | Iterable[str] = "all",
    rows_only: bool = False,
    tables: str | Iterable[str] = (),
    table_columns: str | Iterable[str] = (),
    digits: int | None = None,
    decimal: str = "",
    date: str = "",
    exclude_flags: str | Iterable[str] = (),
    exclude: str | Iterable[str] = (),
    only: str | Iterable[str] = (),
    cache: Path = "",
    threads: int = 0,
    progress: Wanted = False,
) -> Study:
    """Reads, analyses and writes a study: the same bytes as ``sneddon run`` with these options.

    Args:
        paths: folders, files, patterns, ``@lists``; a study.toml in a folder counts.
        output: OUT; None = a temporary folder that goes with the study.
        replace: replace an OUT that Sneddon wrote (``-f``).
        profile, area_function, poisson_ratio, settings, recipe: as ``Analysis``.
        units: of columns whose head names none: ``{"load": "uN"}``.
        columns: of tables of results: ``{"H": "HARDNESS:GPa"}``.
        group_by: ``"load-function"``, ``"folder"`` or ``"none"``.
        figures: ``"all"``, ``"none"`` or names.
        rows_only: tests.csv alone, for very many tests. What is not among ``tests`` of the study
            raises Error SND-O004 then.
        tables: for other programs, some of ``"csv"``, ``"xlsx"``, ``"arrow"``, ``"parquet"``:
            tests.xlsx, tests.arrow, tests.parquet (which pyarrow writes), and datapackage.json.
        table_columns, digits, decimal: of tests_chosen.csv, the columns that were asked for, with
            so many significant digits and a decimal ``"point"`` or ``"comma"``; the workbook has
            these columns as well.
        exclude, only: test ids, files or patterns; ``exclude_flags``: codes.
        cache: a folder that keeps what each file gave: a file that is the same bytes is not read
            again.
        threads: 0 = all cores; the numbers stay the same.
        progress: True (tqdm's bar where there is tqdm, else a line on stderr), or a function of
            (files done, files in all).

    Returns:
        The study. Tests that could not be used are rows with their reason, not errors.

    Raises:
        Error: SND-U0xx (options), SND-O0xx (OUT). ImportError: parquet without pyarrow.
            KeyboardInterrupt: OUT is as it was before.
    """
    formats = [word.strip() for text in texts_of(tables) for word in text.split(",") if word]
    if "parquet" in formats:
        import pyarrow.parquet  # type: ignore[import-untyped, unused-ignore]  # before the work
    request = run_request(
        paths,
        profile=profile,
        area_function=area_function,
        poisson_ratio=poisson_ratio,
        settings=settings,
        recipe=recipe,
        units=units,
        columns=columns,
        group_by=group_by,
        figures=figures,
        date=date,
        exclude_flags=exclude_flags,
        exclude=exclude,
        only=only,
        cache=cache,
        threads=threads,
    )
    request.rows_only = rows_only
    request.tables = _tables_request(formats, table_columns, digits, decimal)
    request.may_replace_output = replace
    study = written_study(_engine.run, request, output, progress)
    if "parquet" in formats:
        study.tests.to_parquet(os.path.join(study.folder, "tests.parquet"))
        _engine.adopt_file(study.folder, "tests.parquet")
    return study


def _tables_request(
    formats: list[str], columns: str | Iterable[str], digits: int | None, decimal: str
) -> _engine.TablesRequest:
    tables = _engine.TablesRequest()
    # With parquet alone the engine writes what every table comes with.
    engines = [name for name in formats if name != "parquet"] or ["csv"]
    tables.formats = ",".join(engines) if formats else ""
    tables.columns = ",".join(texts_of(columns))
    tables.digits, tables.decimal = digits, decimal
    return tables


def open_study(folder: Path) -> Study:
    """The results of an earlier run. Raises Error SND-O004 (no results in the folder)."""
    if not os.path.isfile(os.path.join(path_text(folder), "results.json")):
        raise Error("SND-O004", path_text(folder), "no results.json",
                    "the folder of a run", "")  # fmt: skip
    return Study(path_text(folder))


def look(
    *paths: Path,
    area_function: Path | list[float] | tuple[float, ...] = "",
    poisson_ratio: float | None = None,
    units: Mapping[str, str] | None = None,
    threads: int = 0,
    progress: Wanted = False,
) -> _engine.Look:
    """What is in some files, before anything is computed: files with their formats, load
    functions, units, and what a run would lack. ``look(...).text`` is for a reader.

    Raises:
        Error: those of study.toml and of the options.
    """
    request = run_request(
        paths,
        area_function=area_function,
        poisson_ratio=poisson_ratio,
        units=units,
        threads=threads,
    )
    with Shown(progress) as report:
        return _engine.look(request, report)


def report(
    folder: Path,
    *,
    figures: str | Iterable[str] = "all",
    date: str = "",
    figure_formats: str | Iterable[str] = "svg,csv",
    figure_width: int = 85,
) -> _engine.ReportFiles:
    """Report and figures again from the files of OUT, without analysing.

    Args:
        folder: OUT of a run.
        figure_formats: some of svg, csv, json, pdf, png.
        figure_width: mm: 85, 120 or 180.

    Raises:
        Error: SND-O003, SND-O004, SND-U004.
    """
    request = _engine.ReportRequest()
    request.folder = path_text(folder)
    request.figures = ",".join(texts_of(figures))
    request.date = date
    request.figure_formats = ",".join(texts_of(figure_formats))
    request.figure_width = str(figure_width)
    return _engine.report(request)


def compare(first: Path, second: Path | None = None) -> str:
    """What differs between two OUT folders (options, tests, quantities, samples), or between one
    and the instrument's own results in its files. Text for a reader.

    Raises:
        Error: SND-U042, SND-U043, SND-U045.
    """
    if second is None:
        return _engine.compare_with_vendor(path_text(first))
    return _engine.compare(path_text(first), path_text(second))


def simulate(
    output: Path,
    preset: str = "zr50cu40al10",
    *,
    seed: int = 1,
    tests_per_load_function: int | None = None,
    settings: Settings | None = None,
    threads: int = 0,
    replace: bool = False,
    progress: Wanted = False,
) -> _engine.SimulateSummary:
    """A simulated study as a folder of instrument files with its truth (truth.csv) beside them.

    Args:
        output: the folder to write.
        preset: ``sneddon simulate --help`` lists them.
        settings: keys of docs/simulation.md -> values.

    Raises:
        Error: SND-U030 (no such preset), SND-U002 to SND-U005, SND-O0xx.
    """
    request = _engine.SimulateRequest()
    request.output_folder = path_text(output)
    request.preset = preset
    request.seed = seed
    request.tests_per_load_function = tests_per_load_function
    request.settings = settings_of(settings)
    request.threads = threads
    request.may_replace_output = replace
    with Shown(progress) as report_progress:
        return _engine.simulate(request, report_progress)
