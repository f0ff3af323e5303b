"""The program that the package is held to, and curves whose answer is known."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import numpy
import pytest

ROOT = Path(__file__).parents[2]
FIRST_RUN = ROOT / "examples" / "first-run"


@pytest.fixture(scope="session")
def program() -> Path:
    """The command line of the same sources; scripts/test-python says where it is."""
    path = Path(os.environ.get("SNEDDON_PROGRAM", ROOT / "build/release/bin/sneddon"))
    if not path.exists():
        pytest.fail(f"{path} is missing: cmake --build --preset release --target sneddon_cli")
    return path


@pytest.fixture(scope="session")
def command_line(program, tmp_path_factory):
    """OUT of `sneddon run` with the options of the tests."""

    def run(*arguments: str) -> Path:
        out = tmp_path_factory.mktemp("cli") / "out"
        subprocess.run([program, "run", *arguments, "-o", str(out), "-q"], check=True)
        return out

    return run


def cone_curve(points: int = 500) -> tuple[numpy.ndarray, numpy.ndarray, numpy.ndarray]:
    """A cone's loading F = C h^2 and an unloading F = B (h - h_p)^1.5 of chosen stiffness.

    F_max 10 000 uN, h_max 300 nm, h_p 240 nm: S = 1.5 F_max/(h_max - h_p) = 250 uN/nm,
    h_c = 300 - 0.75 * 10000/250 = 270 nm, H = F_max/(24.5 h_c^2) = 5.5989 GPa.
    """
    half = points // 2
    up = numpy.linspace(0, 10, half, endpoint=False)
    down = numpy.linspace(10, 20, points - half)
    h_up = 300 * numpy.sqrt(up / 10)
    F_down = 10000 * (20 - down) / 10
    h_down = 240 + 60 * (F_down / 10000) ** (1 / 1.5)
    return (
        numpy.concatenate([up, down]),
        numpy.concatenate([h_up, h_down]),
        numpy.concatenate([1000 * up, F_down]),
    )


@pytest.fixture
def cone():
    return cone_curve()
