"""Nanoindentation analysis: from files of instruments to numbers with uncertainties.

    import sneddon
    study = sneddon.run("measurements/", area_function="tip.ara", poisson_ratio=0.3)
    study.tests["H_IT_GPa"]          # NumPy, float64, GPa
    study.tests.to_pandas()
    study.figure("hardness")

The numbers are those of the command line, bit for bit: both call the same engine.
"""

import atexit as _atexit

from . import _engine, _html
from ._calibrate import calibrate, write_tip_file
from ._curves import Analysis, analyse, read
from ._engine import Analysed, AnalysedCycle, CalibrationReport, Flag, Look, ShardReceipt, Test
from ._error import Error
from ._fits import Fit, fit_creep_law, fit_distribution, fit_mixture, fit_unloading
from ._parts import merge, shard
from ._study import (
    Check,
    Doubt,
    Figure,
    Finding,
    Study,
    compare,
    look,
    open_study,
    report,
    run,
    simulate,
)
from ._table import Table

__version__ = _engine.version
__all__ = [
    "Analysed",
    "AnalysedCycle",
    "Analysis",
    "CalibrationReport",
    "Check",
    "Doubt",
    "Error",
    "Figure",
    "Finding",
    "Fit",
    "Flag",
    "Look",
    "ShardReceipt",
    "Study",
    "Table",
    "Test",
    "analyse",
    "calibrate",
    "compare",
    "fit_creep_law",
    "fit_distribution",
    "fit_mixture",
    "fit_unloading",
    "look",
    "merge",
    "open_study",
    "read",
    "report",
    "run",
    "shard",
    "simulate",
    "write_tip_file",
]

_atexit.register(_engine.join_left_behind)
_html.install()
