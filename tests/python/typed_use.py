"""What a caller writes, checked by mypy --strict and never run: the types that are promised."""

from __future__ import annotations

import numpy
import sneddon
from numpy.typing import NDArray


def a_study() -> float:
    study = sneddon.run("measurements", area_function="tip.ara", settings={"peak.load": "fitted"})
    hardness: NDArray[numpy.float64] = study.tests.numbers("H_IT_GPa")
    names: list[str] = study.groups.columns
    texts = [finding.text for finding in study.findings] + [c.verdict for c in study.checks]
    study.figure("clusters").save("clusters.svg")
    return float(hardness.mean()) + len(names) + len(texts)


def one_test() -> float:
    test: sneddon.Test = sneddon.read("a.txt", units={"load": "mN"})[0]
    depth: NDArray[numpy.float64] = test.depth_nm
    result: sneddon.Analysed = sneddon.Analysis(area_function="ideal").test(test)
    pair = test.position_um
    x = pair[0] if pair is not None else 0.0
    flags: list[sneddon.Flag] = result.cycles[0].flags
    return result["H_IT_GPa"] + x + float(depth[0]) + sum(flag.number for flag in flags)


def a_fit() -> str:
    fit = sneddon.fit_unloading([1.0, 2.0], [3.0, 4.0], space="load")
    try:
        sneddon.calibrate("silica", form="cap-cone")
    except sneddon.Error as error:
        return error.code + error.fix
    return fit.text
