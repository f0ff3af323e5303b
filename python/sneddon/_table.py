"""Columns with units, which other libraries take without a copy."""

from __future__ import annotations

import os
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, Any, Union

from . import _engine

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Column = Union["NDArray[numpy.float64]", list[str]]


class Table:
    """Columns of one length, each with its name and unit.

    ``table["H_IT_GPa"]`` is a NumPy array of shape (rows,) and dtype float64 that shares the
    engine's memory and is read-only, NaN where there is no number; a column of words is a list of
    str. ``table.units["H_IT_GPa"]`` is ``"GPa"``, ``""`` for words and pure numbers.

    pandas, polars, pyarrow and duckdb take a table as it is: the Arrow PyCapsule protocol
    (``__arrow_c_stream__``) needs none of them to be installed.
    """

    def __init__(self, columns: _engine.Columns) -> None:
        self._columns = columns

    @property
    def columns(self) -> list[str]:
        """Names in the order of the file."""
        return self._columns.heads

    @property
    def units(self) -> dict[str, str]:
        """Unit of each column, as printed."""
        return {head: self._columns.unit(head) for head in self.columns}

    def __len__(self) -> int:
        return len(self._columns)

    def __iter__(self) -> Iterator[str]:
        return iter(self.columns)

    def keys(self) -> list[str]:
        """The same as ``columns``: a table is a mapping of columns."""
        return self.columns

    def __contains__(self, head: object) -> bool:
        return head in self.columns

    def __getitem__(self, head: str) -> Column:
        if self._columns.is_text(head):
            return self._columns.texts(head)
        return self._columns.numbers(head)

    def numbers(self, head: str) -> NDArray[numpy.float64]:
        """A column of numbers, shape (rows,). KeyError: no such column; TypeError: words."""
        if self._columns.is_text(head):
            raise TypeError(f"{head} is a column of words")
        return self._columns.numbers(head)

    def __arrow_c_stream__(self, requested_schema: object = None) -> Any:
        """One batch. Numbers share memory; a missing number is null; a field's metadata has
        ``unit``. A requested schema is not looked at, as the protocol allows."""
        return self._columns.arrow_stream()

    def to_pandas(self) -> Any:
        """A pandas.DataFrame; ``attrs["units"]`` holds the units. ImportError without pandas."""
        import pandas  # type: ignore[import-untyped, unused-ignore]

        frame = pandas.DataFrame({head: self[head] for head in self})
        frame.attrs["units"] = self.units
        return frame

    def to_polars(self) -> Any:
        """A polars.DataFrame, null where there is no number. ImportError without polars."""
        import polars

        return polars.DataFrame(self)

    def to_parquet(self, path: str | os.PathLike[str]) -> None:
        """A Parquet file, null where there is no number; the metadata of a field has its unit.
        ImportError without pyarrow."""
        import pyarrow  # type: ignore[import-untyped, unused-ignore]
        import pyarrow.parquet  # type: ignore[import-untyped, unused-ignore]

        pyarrow.parquet.write_table(pyarrow.table(self), os.fspath(path))

    def __repr__(self) -> str:
        return f"<sneddon.Table: {len(self)} rows, {len(self.columns)} columns>"

    def _repr_html_(self) -> str:
        return html_table(self, self.columns[:12], rows=10)


def cell(value: object) -> str:
    """5 digits: enough to read, the table has them all."""
    if isinstance(value, float):
        return "" if value != value else f"{value:.5g}"
    return str(value)


def html_table(table: Table, heads: list[str], rows: int) -> str:
    units = table.units
    lines = ["<table><thead><tr>"]
    for head in heads:
        unit = f"<br><small>{escape(units[head])}</small>" if units[head] else ""
        lines.append(f"<th>{escape(head)}{unit}</th>")
    lines.append("</tr></thead><tbody>")
    shown = {head: table[head] for head in heads}
    for row in range(min(rows, len(table))):
        cells = (escape(cell(_plain(shown[head][row]))) for head in heads)
        lines.append("<tr>" + "".join(f"<td>{text}</td>" for text in cells) + "</tr>")
    lines.append("</tbody></table>")
    lines.append(f"<p>{len(table)} rows, {len(table.columns)} columns</p>")
    return "".join(lines)


def _plain(value: Any) -> object:
    return value if isinstance(value, str) else float(value)
