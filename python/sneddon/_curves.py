"""One test at a time: from a file, or from columns in memory."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from . import _engine
from ._error import Error
from ._requests import Path, Settings, analysis_request, path_text

if TYPE_CHECKING:
    from numpy.typing import ArrayLike


def _column(values: ArrayLike) -> Any:
    import numpy

    return numpy.ascontiguousarray(values, dtype=numpy.float64)


def read(
    path: Path,
    *,
    units: Mapping[str, str] | None = None,
    columns: Mapping[str, str] | None = None,
    threads: int = 1,
) -> list[_engine.Test]:
    """The tests of one file of an instrument; its format is found from its bytes.

    Args:
        path: any file that ``sneddon formats`` lists.
        units: of columns whose head names none: ``{"load": "mN", "depth": "um", "time": "s"}``.
        columns: of tables of results, quantity -> head.
        threads: for files that are packed in pieces; 0 = all cores.

    Returns:
        One ``Test`` per indent. ``time_s``, ``depth_nm`` and ``load_uN`` are float64 arrays of
        shape (points,) that share the engine's memory and are read-only, NaN where the file has no
        number; ``channels`` are the further columns in their own units.

    Raises:
        Error: SND-R001 to SND-R030, what is wrong with the file and where; SND-U011 for a file
            that belongs beside tests (a tip file, notes).
    """
    content = _engine.read(path_text(path), dict(units or {}), dict(columns or {}), threads)
    if content.companion:
        raise Error("SND-U011", path_text(path), "no test but " + content.companion,
                    "a file with tests", "")  # fmt: skip
    return content.take_tests()


class Analysis:
    """The choices of an analysis, checked once, for many curves.

    Args:
        profile: ``"sneddon"`` (default), ``"triboscan"``, ``"antonpaar"`` or ``"nanosuite"``: the
            choices that give a vendor's numbers.
        area_function: a tip file, the coefficients C0, C1, ... (nm^2/nm^2, nm^2/nm, ...),
            ``"ideal"`` or ``"cap-cone:R_nm:angle_deg"``. Without one there is no hardness.
        poisson_ratio: of the specimen; without it there is no indentation modulus.
        settings: recipe keys (docs/recipe.md) -> values: ``{"unloading.window_low": 0.3}``.
        recipe: a recipe file.

    Raises:
        Error: SND-U002 to SND-U010 (options), those of reading a tip file.

    ISO 14577-1:2015; Oliver and Pharr 1992, J. Mater. Res. 7, 1564. Any number of threads may use
    one analysis at the same time: the GIL is released.
    """

    def __init__(
        self,
        *,
        profile: str = "",
        area_function: Path | list[float] | tuple[float, ...] = "",
        poisson_ratio: float | None = None,
        settings: Settings | None = None,
        recipe: Path = "",
    ) -> None:
        self._recipe = _engine.analysis_recipe(
            analysis_request(
                profile=profile,
                area_function=area_function,
                poisson_ratio=poisson_ratio,
                settings=settings,
                recipe=recipe,
            )
        )

    def __call__(
        self, time_s: ArrayLike, depth_nm: ArrayLike, load_uN: ArrayLike
    ) -> _engine.Analysed:
        """Columns of shape (points,) in s, nm and uN, in the order of time; NaN is a missing
        number. Returns quantities by their ids (docs/symbols.md): ``result["H_IT_GPa"]`` of the
        first cycle, NaN where there is none, and ``result.cycles`` with uncertainties, flags and
        pop-ins. Raises Error SND-U050 (columns of unequal length)."""
        return _engine.analyse_columns(
            _column(time_s), _column(depth_nm), _column(load_uN), self._recipe
        )

    def test(self, test: _engine.Test) -> _engine.Analysed:
        """A test of ``read``, with what its file states (segments, corrections, compliance)."""
        return _engine.analyse_test(test, self._recipe)


def analyse(
    time_s: ArrayLike,
    depth_nm: ArrayLike,
    load_uN: ArrayLike,
    *,
    profile: str = "",
    area_function: Path | list[float] | tuple[float, ...] = "",
    poisson_ratio: float | None = None,
    settings: Settings | None = None,
    recipe: Path = "",
) -> _engine.Analysed:
    """One test from columns in memory: ``Analysis(...)(time_s, depth_nm, load_uN)``.

    >>> result = sneddon.analyse(t, h, F, area_function="ideal", poisson_ratio=0.3)
    >>> result["H_IT_GPa"], result.cycles[0].u_random["H_IT_GPa"]
    """
    analysis = Analysis(
        profile=profile,
        area_function=area_function,
        poisson_ratio=poisson_ratio,
        settings=settings,
        recipe=recipe,
    )
    return analysis(time_s, depth_nm, load_uN)
