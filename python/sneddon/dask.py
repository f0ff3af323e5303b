"""A study on the machines of a Dask cluster: parts of its files there, one merge here.

    from dask.distributed import Client
    import sneddon.dask
    study = sneddon.dask.run(Client("scheduler:8786"), "/shared/measurements",
                             parts_folder="/shared/parts", output="/shared/out")

Files, parts and OUT lie on storage that all machines see under the same paths; over the network go
options and a receipt for each part. A part is written whole or not at all, and one that is there is
not made again: a lost worker costs the parts that it was at, and a run that was broken off goes on
where it stood. OUT has the bytes of ``sneddon.run`` over the same paths.
"""

from __future__ import annotations

import importlib
import os
import re
from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import uuid4

from ._parts import merge, shard
from ._progress import Shown, Wanted
from ._requests import Path, path_text
from ._study import Study


class Receipt(NamedTuple):
    """What comes back for a part, in place of what it holds."""

    part: int
    path: str
    files: int
    bytes: int
    was_there: bool  #: not made again


def _make(paths: tuple[str, ...], part: int, parts: int, options: Mapping[str, Any]) -> Receipt:
    made = shard(*paths, part=part, parts=parts, **options)
    return Receipt(part, made.path, made.files, made.bytes, made.was_there)


def _absolute(path: Path) -> str:
    text = path_text(path)
    return "@" + os.path.abspath(text[1:]) if text.startswith("@") else os.path.abspath(text)


def _options_anywhere(options: Mapping[str, Any]) -> dict[str, Any]:
    """Workers stand in other folders: what names a file names it from the root on."""
    files = {
        name: _absolute(options[name])
        for name in ("recipe", "area_function", "cache")
        if isinstance(options.get(name), (str, os.PathLike)) and os.path.exists(options[name])
    }
    return {**options, **files}


def _parts_begun(folder: str) -> int:
    """Of how many parts the folder holds some; 0 where it holds none."""
    names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    begun = (re.fullmatch(r"part-\d+-of-(\d+)\.sneddon-part", name) for name in names)
    return next((int(found[1]) for found in begun if found), 0)


def make_parts(
    client: Any,
    *paths: Path,
    parts_folder: Path,
    parts: int = 0,
    threads: int = 1,
    progress: Wanted = False,
    **options: Any,
) -> list[Receipt]:
    """Makes every part of a study on the workers of ``client`` (dask.distributed.Client).

    Args:
        paths: as ``sneddon.run``.
        parts_folder: on storage that all machines share.
        parts: how many; 0 = as many as the folder has some of, else four for each worker.
        threads: of each part. A worker is at as many parts at once as it has threads.
        progress: as ``sneddon.run``, of parts.
        options: as ``sneddon.shard``.

    Returns:
        A receipt for each part.

    Raises:
        Error: of the first part that cannot be made; those that have not begun are cancelled.
            distributed.KilledWorker: a part took several workers with it.
    """
    distributed: Any = importlib.import_module("distributed")
    folder = _absolute(parts_folder)
    count = parts or _parts_begun(folder) or 4 * max(1, len(client.nthreads()))
    given = {**_options_anywhere(options), "output": folder, "threads": threads}
    run_id = uuid4().hex
    futures = [
        client.submit(_make, tuple(map(_absolute, paths)), part, count, given,
                      key=f"part-{part}-of-{count}-{run_id}", pure=False)
        for part in range(1, count + 1)
    ]  # fmt: skip
    receipts: list[Receipt] = []
    try:
        with Shown(progress) as report, client.as_current():
            for future in distributed.as_completed(futures):
                receipts.append(future.result())
                if report is not None:
                    report(len(receipts), count)
    finally:
        client.cancel(futures)
    return sorted(receipts)


def run(
    client: Any,
    *paths: Path,
    parts_folder: Path,
    output: Path | None = None,
    parts: int = 0,
    replace: bool = False,
    threads: int = 1,
    progress: Wanted = False,
    **options: Any,
) -> Study:
    """``make_parts`` on the workers of ``client``, and ``sneddon.merge`` here.

    Args:
        output, replace: as ``sneddon.run``; all else as ``make_parts``.

    Returns:
        The study, with the bytes of ``sneddon.run``.

    Raises:
        As ``make_parts`` and ``sneddon.merge``.
    """
    make_parts(client, *paths, parts_folder=parts_folder, parts=parts, threads=threads,
               progress=progress, **options)  # fmt: skip
    return merge(parts_folder, output=output, replace=replace)
