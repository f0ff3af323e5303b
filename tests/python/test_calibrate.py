"""Calibration: the points are those that the words ask for, as at a terminal."""

from __future__ import annotations

import pytest
import sneddon


@pytest.fixture(scope="module")
def profiles(tmp_path_factory):
    """Curves of one load with a column of stiffness: profiles have depths, unloadings have one."""
    folder = tmp_path_factory.mktemp("csm") / "glass"
    sneddon.simulate(folder, "csm", tests_per_load_function=8)
    return folder


def test_points_are_profiles_or_unloadings(profiles):
    report = sneddon.calibrate(profiles, form="cap-cone")
    assert "cells of depth of 8 tests" in report.text
    assert report.area.n > 8
    with pytest.raises(sneddon.Error) as of_one_depth:
        sneddon.calibrate(profiles, form="cap-cone", points_from="unloadings")
    assert of_one_depth.value.code == "SND-A034"


def test_an_unknown_source_of_points_is_named(profiles):
    with pytest.raises(ValueError, match="points_from is one of profiles, unloadings, not peaks"):
        sneddon.calibrate(profiles, points_from="peaks")
