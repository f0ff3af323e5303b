"""A study in parts: each of a stretch of the files, and the study of all of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from . import _engine
from ._progress import Shown, Wanted
from ._requests import Path, Settings, path_text, run_request, settings_of, texts_of
from ._study import Study, written_study


def shard(
    *paths: Path,
    part: int,
    parts: int,
    output: Path,
    progress: Wanted = False,
    **options: Any,
) -> _engine.ShardReceipt:
    """Analyses one of several parts of a study, as ``sneddon shard --shard PART/PARTS`` does, for
    machines that share the files. ``merge`` makes the study of all parts.

    Args:
        paths: as ``run``; the same for every part.
        part: 1 to ``parts``.
        parts: in how many stretches the files are cut.
        output: the folder of the parts. A part that is there whole, and newer than its files, is
            not made again.
        progress: as ``run``.
        options: as ``run``, but tables, ``output`` and ``replace``: profile, area_function,
            poisson_ratio, settings, recipe, units, columns, group_by, figures, date,
            exclude_flags, exclude, only, cache, threads.

    Returns:
        Of the part: path, files, bytes, was_there (not made again), files_known (to the cache).

    Raises:
        Error: SND-U046 (drift over the order of the tests), SND-U048 (no such part), those of
            ``run``.
    """
    request = run_request(paths, **options)
    request.output_folder = path_text(output)
    with Shown(progress) as report:
        return _engine.shard(request, part, parts, report)


def merge(
    parts_folder: Path,
    *,
    output: Path | None = None,
    replace: bool = False,
    settings: Settings | None = None,
    figures: str | Iterable[str] = "",
    threads: int = 0,
    progress: Wanted = False,
) -> Study:
    """The study of all parts in a folder: the bytes of one ``run`` over all their files, which must
    lie where they lay when the parts were made.

    Args:
        parts_folder: where ``shard`` wrote into.
        output, replace, threads, progress: as ``run``.
        settings: of ``study.*`` and ``report.*``; all else is that of the parts.
        figures: ``"all"``, ``"none"`` or names; ``""`` = as the parts say.

    Raises:
        Error: SND-U047 (a part is missing, damaged, there twice, of another study or older than
            its files), those of ``run``.
    """
    request = _engine.MergeRequest()
    request.parts_folder = path_text(parts_folder)
    request.settings = settings_of(settings)
    request.figures = ",".join(texts_of(figures))
    request.threads = threads
    request.may_replace_output = replace
    return written_study(_engine.merge, request, output, progress)
