"""What a caller asks -> what the engine is asked, as text: the same as on the command line."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Union

from . import _engine

Path = Union[str, "os.PathLike[str]"]
Setting = Union[str, float, int, bool, "list[float]", "tuple[float, ...]"]
Settings = Mapping[str, Setting]


def text_of(value: Setting) -> str:
    """As ``--set key=value`` has it: numbers with all their digits, lists with commas."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return ",".join(text_of(item) for item in value)
    if isinstance(value, str):
        return value
    item = getattr(value, "item", None)  # a number of NumPy
    return text_of(item()) if item is not None else repr(value)


def settings_of(settings: Settings | None) -> list[tuple[str, str]]:
    return [(key, text_of(value)) for key, value in (settings or {}).items()]


def texts_of(values: Iterable[str] | str) -> list[str]:
    """One text is a list of one, not of its letters."""
    return [values] if isinstance(values, str) else [str(value) for value in values]


def path_text(path: Path) -> str:
    return os.fspath(path)


def analysis_request(
    *,
    profile: str = "",
    area_function: Path | list[float] | tuple[float, ...] = "",
    poisson_ratio: float | None = None,
    settings: Settings | None = None,
    recipe: Path = "",
) -> _engine.RunRequest:
    request = _engine.RunRequest()
    request.profile = profile
    request.area_function = (
        text_of(area_function)
        if isinstance(area_function, (list, tuple))
        else path_text(area_function)
    )
    request.poisson_ratio = poisson_ratio
    request.settings = settings_of(settings)
    request.recipe_file = path_text(recipe)
    return request


def run_request(
    paths: Iterable[Path],
    *,
    profile: str = "",
    area_function: Path | list[float] | tuple[float, ...] = "",
    poisson_ratio: float | None = None,
    settings: Settings | None = None,
    recipe: Path = "",
    units: Mapping[str, str] | None = None,
    columns: Mapping[str, str] | None = None,
    group_by: str = "",
    figures: str | Iterable[str] = "all",
    date: str = "",
    exclude_flags: str | Iterable[str] = (),
    exclude: str | Iterable[str] = (),
    only: str | Iterable[str] = (),
    cache: Path = "",
    threads: int = 0,
) -> _engine.RunRequest:
    request = analysis_request(
        profile=profile,
        area_function=area_function,
        poisson_ratio=poisson_ratio,
        settings=settings,
        recipe=recipe,
    )
    request.paths = [path_text(path) for path in paths]
    request.units = dict(units or {})
    request.columns = dict(columns or {})
    request.group_by = group_by
    request.figures = ",".join(texts_of(figures))
    request.date = date
    request.exclude_flags = texts_of(exclude_flags)
    request.exclude = texts_of(exclude)
    request.only = texts_of(only)
    request.cache_folder = path_text(cache)
    request.threads = threads
    return request
