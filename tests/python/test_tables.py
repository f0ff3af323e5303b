"""Other libraries take a table as it is, with equal numbers."""

from __future__ import annotations

import subprocess
import sys

import numpy
import pytest
import sneddon
from conftest import FIRST_RUN


@pytest.fixture(scope="module")
def tests():
    return sneddon.run(FIRST_RUN, area_function="ideal", figures="none").tests


def same(table: sneddon.Table, numbers_of) -> None:
    for head in table:
        column = table[head]
        if not isinstance(column, list):
            other = numpy.array(numbers_of(head), dtype=float)
            assert numpy.array_equal(column, other, equal_nan=True), head


def test_pandas(tests):
    frame = tests.to_pandas()
    assert list(frame.columns) == tests.columns
    assert frame.attrs["units"]["H_IT_GPa"] == "GPa"
    assert list(frame["test_id"]) == tests["test_id"]
    same(tests, lambda head: frame[head])


def test_polars(tests):
    frame = tests.to_polars()
    assert frame.columns == tests.columns and frame.height == len(tests)
    assert frame["test_id"].to_list() == tests["test_id"]
    same(tests, lambda head: [numpy.nan if x is None else x for x in frame[head].to_list()])


def test_pyarrow_shares_the_memory(tests):
    pyarrow = pytest.importorskip("pyarrow")
    table = pyarrow.table(tests)
    table.validate(full=True)
    field = table.schema.field("H_IT_GPa")
    assert field.metadata[b"unit"] == b"GPa"
    chunk = table["H_IT_GPa"].chunk(0)
    address = tests["H_IT_GPa"].__array_interface__["data"][0]
    assert chunk.buffers()[1].address == address
    assert table["E_IT_GPa"].null_count == int(numpy.isnan(tests["E_IT_GPa"]).sum())
    same(tests, lambda head: table[head].to_numpy())
    words = table["test_id"].to_pylist()
    del table, chunk
    assert words == tests["test_id"]


def test_a_stream_that_nobody_takes_goes(tests):
    for _ in range(1000):
        tests.__arrow_c_stream__()


def test_columns_are_read_only(tests):
    column = tests["H_IT_GPa"]
    assert column.dtype == numpy.float64 and not column.flags.writeable
    with pytest.raises(KeyError):
        tests["H_IT"]
    with pytest.raises(TypeError):
        tests.numbers("test_id")


def test_none_of_them_is_needed():
    code = (
        "import sys\n"
        "for name in ('pandas', 'polars', 'pyarrow', 'tqdm'): sys.modules[name] = None\n"
        "import sneddon\n"
        f"study = sneddon.run({str(FIRST_RUN)!r}, area_function='ideal', progress=True)\n"
        "print(len(study.tests), study.tests['H_IT_GPa'].sum() > 0)\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "8 True\n"
