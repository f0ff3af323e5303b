"""Frame compliance and area function from indents in a reference material."""

from __future__ import annotations

from collections.abc import Mapping

from . import _engine
from ._requests import Path, Settings, path_text, run_request


def calibrate(
    *paths: Path,
    kind: str = "area",
    reference: str = "fused-silica",
    E_GPa: float | None = None,
    nu: float | None = None,
    form: str = "polynomial",
    terms: int = 0,
    from_depth_nm: float = 0,
    frame_compliance_nm_per_uN: float | None = None,
    frame_from: str = "load",
    points_from: str = "profiles",
    table_columns: str = "",
    profile: str = "",
    area_function: Path | list[float] | tuple[float, ...] = "",
    settings: Settings | None = None,
    recipe: Path = "",
    units: Mapping[str, str] | None = None,
) -> _engine.CalibrationReport:
    """What ``sneddon calibrate`` does.

    Args:
        paths: curves of the reference, or a table with ``table_columns``.
        kind: ``"area"`` (area function and frame compliance) or ``"frame"`` (the latter alone).
        reference: fused-silica, tungsten, aluminium, or a name with ``E_GPa`` and ``nu``.
        form: ``"polynomial"``, ``"cap-cone"`` or ``"thurn-cook"``.
        terms: of the polynomial, 1 to 9; 0 = chosen.
        frame_from: ``"load"`` (1/S against 1/sqrt(F)) or ``"area"`` (found together).
        points_from: of curves with a column of stiffness, ``"profiles"`` (every depth of their
            loading) or ``"unloadings"``; curves without one give their unloadings.
        table_columns: heads of depth, load and stiffness: ``"h (nm),F (mN),S (N/m)"``.

    Returns:
        ``text`` as at a terminal, ``frame`` (C_f in nm/uN with u), ``area`` (parameters with their
        covariance; None for kind frame), ``study_table`` for study.toml, ``tip_file_text``.

    Raises:
        Error: SND-U040, SND-U041, SND-A034 to SND-A036, and those of files and options.

    Oliver and Pharr 1992, J. Mater. Res. 7, 1564; ISO 14577-2:2015.
    """
    kinds = {"area": _engine.CalibrationKind.area, "frame": _engine.CalibrationKind.frame}
    forms = {
        "polynomial": _engine.AreaForm.polynomial,
        "cap-cone": _engine.AreaForm.cap_cone,
        "thurn-cook": _engine.AreaForm.thurn_cook,
    }
    frames = {"load": _engine.FrameFrom.load, "area": _engine.FrameFrom.area}
    points = {
        "profiles": _engine.PointsFrom.profiles,
        "unloadings": _engine.PointsFrom.unloadings,
    }
    for name, value, known in (
        ("kind", kind, list(kinds)),
        ("form", form, list(forms)),
        ("frame_from", frame_from, list(frames)),
        ("points_from", points_from, list(points)),
    ):
        if value not in known:
            raise ValueError(f"{name} is one of {', '.join(known)}, not {value}")
    request = _engine.CalibrationRequest()
    request.kind, request.form, request.frame_from = kinds[kind], forms[form], frames[frame_from]
    request.points_from = points[points_from]
    request.run = run_request(
        paths,
        profile=profile,
        area_function=area_function,
        settings=settings,
        recipe=recipe,
        units=units,
    )
    request.columns = table_columns
    request.reference = reference
    request.E_GPa, request.poisson_ratio = E_GPa, nu
    request.terms, request.from_depth_nm = terms, from_depth_nm
    request.frame_compliance_nm_per_uN = frame_compliance_nm_per_uN
    return _engine.calibrate(request)


def write_tip_file(report: _engine.CalibrationReport, path: Path) -> None:
    """The area function as a Hysitron .ara file. ValueError for a form that it cannot hold."""
    if report.tip_file_text is None:
        raise ValueError("a tip file holds a polynomial of up to 6 terms; use study_table")
    with open(path_text(path), "w", encoding="utf-8", newline="") as out:
        out.write(report.tip_file_text)
