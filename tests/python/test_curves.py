"""One test: closed forms, memory that is shared, and the command line's numbers."""

from __future__ import annotations

import numpy
import pytest
import sneddon
from conftest import FIRST_RUN, cone_curve

FILE = FIRST_RUN / "example_0004_LC.txt"


def test_a_cone_has_the_numbers_of_the_closed_form(cone):
    result = sneddon.analyse(*cone, area_function="ideal", poisson_ratio=0.3)
    # The curve is exact; h_max is a quadratic through the last 0.2 s of a root: 1e-8 of it.
    assert result["S_uN_per_nm"] == pytest.approx(250, rel=1e-9)
    assert result["h_c_nm"] == pytest.approx(270, rel=1e-7)
    H = 10000 / (24.5 * 270**2) * 1e3
    assert result["H_IT_GPa"] == pytest.approx(H, rel=1e-7)
    E_r = numpy.sqrt(numpy.pi) * 250 / (2 * numpy.sqrt(24.5 * 270**2)) * 1e3
    assert result["E_r_GPa"] == pytest.approx(E_r, rel=1e-7)
    assert result["E_IT_GPa"] == pytest.approx(
        (1 - 0.3**2) / (1 / E_r - (1 - 0.07**2) / 1141), rel=1e-7
    )
    cycle = result.cycles[0]
    assert cycle.is_usable and cycle.u_random["H_IT_GPa"] >= 0
    assert cycle.fit.m == pytest.approx(1.5, rel=1e-9)
    assert [segment.kind for segment in result.segments] == ["load", "unload"]


def test_columns_are_what_the_file_gives(command_line):
    test = sneddon.read(FILE)[0]
    of_file = sneddon.Analysis(area_function="ideal", poisson_ratio=0.365).test(test)
    of_columns = sneddon.analyse(test.time_s, test.depth_nm, test.load_uN, area_function="ideal")
    options = ("--area-function", "ideal", "--poisson", "0.365")
    out = sneddon.open_study(command_line(str(FILE), *options))
    cycle = of_file.cycles[0]
    of_run = set()
    for quantity, value in cycle.values.items():
        told = out.tests.numbers(quantity)[0]
        if numpy.isnan(value) and not numpy.isnan(told):
            of_run.add(quantity)
        else:
            assert numpy.array_equal(value, told, equal_nan=True), quantity
    # What a run finds beside the analysis of a test: the creep law of its hold, the contact radius.
    assert of_run <= {
        *(f"creep_{end}" for end in ("a_nm_per_s", "b_nm", "c", "rate_nm_per_s", "5s_nm", "10s_nm")),
        "strain_rate_per_s", "rate_sensitivity", "contact_radius_nm",
    }  # fmt: skip
    for quantity in ("H_IT_GPa", "E_r_GPa"):
        assert cycle.u_random[quantity] == out.tests.numbers(quantity + "_u_random")[0]
    assert of_columns["H_IT_GPa"] == of_file["H_IT_GPa"]


def test_curves_share_the_memory_of_the_engine():
    test = sneddon.read(FILE)[0]
    first, second = test.depth_nm, test.depth_nm
    assert first.dtype == numpy.float64 and first.shape == (len(test),)
    assert first.__array_interface__["data"][0] == second.__array_interface__["data"][0]
    assert not first.flags.owndata and not first.flags.writeable
    with pytest.raises(ValueError):
        first[0] = 1
    with pytest.raises(ValueError):
        first.flags.writeable = True
    kept = test.depth_nm.copy()
    del test, second
    assert numpy.array_equal(first, kept, equal_nan=True)  # the array keeps its owner


def test_what_a_file_is_and_is_not(tmp_path):
    with pytest.raises(sneddon.Error) as refused:
        sneddon.read(tmp_path / "absent.txt")
    assert refused.value.code == "SND-R001"
    with pytest.raises(sneddon.Error) as refused:
        sneddon.read(FIRST_RUN / "tip.ara")
    assert refused.value.code == "SND-U011" and "area function" in refused.value.found


def test_columns_of_unequal_length(cone):
    time, depth, load = cone
    with pytest.raises(sneddon.Error) as refused:
        sneddon.analyse(time, depth, load[:-1])
    assert refused.value.code == "SND-U050"
    assert "499 loads" in refused.value.found


def test_a_quantity_that_is_none(cone):
    result = sneddon.analyse(*cone)
    assert numpy.isnan(result["H_IT_GPa"])  # no area function, no hardness
    with pytest.raises(KeyError, match="did you mean H_IT_GPa"):
        result["H_IT_Gpa"]


def test_lists_and_other_types_of_numbers_serve(cone):
    lists = sneddon.analyse(*(list(column) for column in cone), area_function="ideal")
    strided = sneddon.analyse(
        *(numpy.repeat(column, 2)[::2] for column in cone), area_function="ideal"
    )
    exact = sneddon.analyse(*cone, area_function="ideal")
    assert lists["H_IT_GPa"] == strided["H_IT_GPa"] == exact["H_IT_GPa"]


def test_html_of_test_and_result(cone):
    html = sneddon.analyse(*cone, area_function="ideal")._repr_html_()
    assert "H_IT" in html and "GPa" in html
    assert "points" in sneddon.read(FILE)[0]._repr_html_()
    assert len(cone_curve(100)[0]) == 100
