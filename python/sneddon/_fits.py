"""The fits of ``sneddon fit`` for arrays: the same numbers as of a file with these columns."""

from __future__ import annotations

import csv
import json
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from . import _engine
from ._progress import Shown, Wanted
from ._table import Table

if TYPE_CHECKING:
    from numpy.typing import ArrayLike


class Fit(Mapping[str, Any]):
    """What a fit found: the keys of ``sneddon fit --json``, None for what has no number.

    ``fit.text`` is what the command line prints; ``fit.flags`` are the doubts, which are not
    errors; ``fit.labels`` is a table of rows with their component where it was asked for.
    """

    def __init__(self, found: tuple[str, str], labels: Table | None = None) -> None:
        self._found: dict[str, Any] = json.loads(found[0])
        self.text = found[1]
        self.labels = labels

    @property
    def flags(self) -> list[Any]:
        """Doubts, each with its name and text."""
        flags: list[Any] = self._found.get("flags", [])
        return flags

    def __getitem__(self, key: str) -> Any:
        return self._found[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return f"<pre>{escape(self.text)}</pre>"


def _in_memory(columns: Mapping[str, ArrayLike]) -> _engine.ColumnsInMemory:
    import numpy

    given = _engine.ColumnsInMemory()
    given.names = list(columns.keys())
    given.columns = [
        numpy.asarray(columns[name], dtype=numpy.float64).ravel().tolist() for name in given.names
    ]
    return given


def fit_unloading(
    depth_nm: ArrayLike,
    load_uN: ArrayLike,
    *,
    window: tuple[float, float] = (0.95, 0.20),
    space: str = "depth",
) -> Fit:
    """The power law P = B (h - h_p)^m through all points with window[1] <= P/P_max <= window[0].

    Args:
        depth_nm, load_uN: the unloading, shape (points,), at least 6 in the window.
        window: shares of the largest load.
        space: ``"depth"`` or ``"load"``, which of the two carries the residuals.

    Returns:
        ``parameters``, ``standard_errors``, ``intervals_95`` of h_p_nm, m, S_uN_per_nm (slope at
        P_max), B_uN_per_nm_to_m. Errors are widened for first-order autoregressive residuals.

    Raises:
        Error: SND-U022 (not finite), SND-U023 (too few points), SND-U024, SND-U050.

    Oliver and Pharr 1992, J. Mater. Res. 7, 1564, eq. 9.
    """
    if space not in ("depth", "load"):
        raise ValueError(f"space is depth or load, not {space}")
    columns = _in_memory({"h (nm)": depth_nm, "P (uN)": load_uN})
    return Fit(_engine.fit_unloading(columns, min(window), max(window), space == "load"))


def fit_creep_law(
    time_s: ArrayLike,
    depth_nm: ArrayLike,
    *,
    free: Sequence[str] = (),
    nonnegative: bool = False,
) -> Fit:
    """The creep law h = h0 + a t + b (t - t0)^c with errors for correlated noise.

    Args:
        time_s, depth_nm: the hold, shape (points,), times ascending; at least 4 points.
        free: ``"h0"`` and ``"t0"`` are fitted where they are named, else 0.
        nonnegative: a >= 0 and b >= 0, exactly.

    Returns:
        ``parameters`` a (nm/s), b (nm/s^c), c, h0 (nm), t0 (s), their ``standard_errors`` and
        ``intervals_95``, the other laws, and how a, b, c move with the start.

    Raises:
        Error: SND-U022, SND-U023, SND-U024 (times not ascending, or before t0), SND-U050.

    Variable projection: Golub and Pereyra 1973, SIAM J. Numer. Anal. 10, 413.
    """
    unknown = set(free) - {"h0", "t0"}
    if unknown:
        raise ValueError(f"free names h0 and t0, not {', '.join(sorted(unknown))}")
    columns = _in_memory({"t (s)": time_s, "h (nm)": depth_nm})
    return Fit(_engine.fit_creep_law(columns, "h0" in free, "t0" in free, nonnegative))


def fit_distribution(
    values: ArrayLike,
    *,
    models: Sequence[str] = (),
    censored: ArrayLike | None = None,
    upper: ArrayLike | None = None,
    rounded: float = 0,
    replicates: int = 1000,
    all_replicates: bool = False,
    seed: int = 1,
    threads: int = 0,
    progress: Wanted = False,
) -> Fit:
    """Distributions by maximum likelihood, ranked, with p values of a parametric bootstrap.

    Args:
        values: shape (n,), at least 2, in any unit.
        models: normal, lognormal, exponential, weibull2 (weibull), weibull3, gamma, power_law,
            discrete_power_law; none = all.
        censored: shape (n,): 0 the value, 1 it is larger, -1 it is smaller.
        upper: shape (n,): the value lies between the one of ``values`` and this one.
        rounded: the step to which values were rounded.
        replicates: samples behind a p value, 0 for none.

    Returns:
        ``models`` with parameters, intervals, criteria, distances and p values.

    Raises:
        Error: SND-U004, SND-U022, SND-U023, SND-U024, SND-U050.

    Clauset, Shalizi and Newman 2009, SIAM Rev. 51, 661; Vuong 1989, Econometrica 57, 307.
    """
    columns = {"values": values}
    request = _engine.DistributionFitRequest()
    request.column = "values"
    if censored is not None:
        columns["censored"] = censored
        request.censored_column = "censored"
    if upper is not None:
        columns["upper"] = upper
        request.upper_column = "upper"
    request.models = list(models)
    request.rounded_to = rounded
    request.replicates = replicates
    request.runs_all_replicates = all_replicates
    request.seed = seed
    request.threads = threads
    with Shown(progress) as report:
        return Fit(_engine.fit_distribution(_in_memory(columns), request, report))


def fit_mixture(
    columns: Mapping[str, ArrayLike],
    *,
    components: int | tuple[int, int] = (1, 8),
    mode: str = "converged",
    weights: ArrayLike | None = None,
    bootstrap: int = 0,
    lrt: int = 0,
    family: str = "gaussian",
    noise: bool = False,
    groups: bool = False,
    labels: bool = False,
    seed: int = 0,
    threads: int = 0,
) -> Fit:
    """Gaussian mixtures with full covariances: how many groups, and which.

    Args:
        columns: name -> values of shape (n,), 1 to 8 of them, in any units (a pandas.DataFrame
            serves as well).
        components: k, or the smallest and the largest k to try.
        mode: ``"converged"`` (standardised, many starts, to a zero gradient) or
            ``"scikit-learn"`` (as GaussianMixture does by default).
        weights: shape (n,): how often each row counts.
        bootstrap: choose k again on so many resamples of the rows.
        lrt: test k against k + 1 with so many samples simulated from k.
        family: ``"gaussian"``, ``"t"``, ``"skew-normal"`` or ``"all"``.
        noise: each family once more, with rows spread evenly over the box.
        groups: whether components are groups: merging, normality within each, modes.
        labels: ``fit.labels`` is a table: component and posteriors of each row.

    Returns:
        ``fits`` for each k with weights, means, covariances, BIC, AIC, ICL, and what chooses.

    Raises:
        Error: SND-G020 to SND-G024, SND-U004, SND-U022, SND-U050.

    McLachlan and Peel 2000, Finite Mixture Models; Kass and Raftery 1995, JASA 90, 773.
    """
    if mode not in ("converged", "scikit-learn"):
        raise ValueError(f"mode is converged or scikit-learn, not {mode}")
    given = {name: columns[name] for name in columns.keys()}
    request = _engine.MixtureFitRequest()
    request.columns = list(given)
    if weights is not None:
        request.weights_column = "weights of the rows"
        given[request.weights_column] = weights
    fewest, most = (components, components) if isinstance(components, int) else components
    request.fewest_components, request.most_components = fewest, most
    request.is_scikit_learn = mode == "scikit-learn"
    request.bootstrap_samples, request.simulated_samples = bootstrap, lrt
    request.family, request.has_noise, request.asks_for_groups = family, noise, groups
    request.seed, request.threads = seed, threads
    if not labels:
        return Fit(_engine.fit_mixture(_in_memory(given), request, None))
    with tempfile.TemporaryDirectory(prefix="sneddon-") as folder:
        request.labels_file = os.path.join(folder, "labels.csv")
        found = _engine.fit_mixture(_in_memory(given), request, None)
        return Fit(found, _read_labels(request.labels_file))


def _read_labels(file: str) -> Table:
    with open(file, encoding="utf-8", newline="") as lines:
        heads, *rows = csv.reader(lines)
    columns: list[object] = [[float(cell) if cell else float("nan") for cell in column] for column in zip(*rows)]
    return Table(_engine.Columns(heads, [""] * len(heads), columns))
