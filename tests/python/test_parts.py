"""A study in parts from Python: in one process, and on the workers of a Dask cluster."""

from __future__ import annotations

import contextlib
import os
import random
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
import sneddon
from conftest import FIRST_RUN
from test_run import files_of


def test_parts_in_any_order_make_the_bytes_of_one_run(command_line, tmp_path):
    expected = files_of(command_line(str(FIRST_RUN), "--poisson", "0.3", "--group-by", "none"))
    for parts in (1, 7, 24):
        folder, numbers = tmp_path / f"parts-{parts}", list(range(1, parts + 1))
        random.Random(parts).shuffle(numbers)
        for part in numbers:
            made = sneddon.shard(FIRST_RUN, part=part, parts=parts, output=folder,
                                 poisson_ratio=0.3, group_by="none")  # fmt: skip
            assert Path(made.path).stat().st_size == made.bytes and not made.was_there
        study = sneddon.merge(folder)
        assert files_of(Path(study.folder)) == expected
        assert study.summary


def test_what_a_merge_may_choose_and_what_not(command_line, tmp_path):
    made = sneddon.shard(FIRST_RUN, part=1, parts=1, output=tmp_path)
    assert made.files == len(list(FIRST_RUN.iterdir()))
    assert sneddon.shard(FIRST_RUN, part=1, parts=1, output=tmp_path).was_there
    expected = command_line(str(FIRST_RUN), "--set", "study.k_max=2", "--figures", "none")
    study = sneddon.merge(
        tmp_path, output=tmp_path / "out", settings={"study.k_max": 2}, figures="none"
    )
    assert files_of(Path(study.folder)) == files_of(expected)
    with pytest.raises(sneddon.Error, match="SND-U047"):
        sneddon.merge(tmp_path, settings={"contact.epsilon": 0.72})
    with pytest.raises(sneddon.Error, match="SND-U048"):
        sneddon.shard(FIRST_RUN, part=3, parts=2, output=tmp_path)


def test_a_cache_is_used(tmp_path):
    first = sneddon.run(FIRST_RUN, cache=tmp_path / "cache")
    again = sneddon.run(FIRST_RUN, cache=tmp_path / "cache")
    assert "8 files were known" in again.summary and "0 files were known" in first.summary
    assert files_of(Path(again.folder)) == files_of(Path(first.folder))


@contextlib.contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """A cluster that hangs is an error, and its processes go with the blocks within."""

    def give_up(*_: object) -> None:
        raise TimeoutError(f"not over within {seconds} s")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextlib.contextmanager
def local_cluster(workers: int) -> Iterator[tuple]:
    """Processes that talk over TCP. At the end none of them is left."""
    distributed = pytest.importorskip("distributed")
    seen = set()
    with (
        distributed.LocalCluster(n_workers=workers, threads_per_worker=1, processes=True,
                                 protocol="tcp://", dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):  # fmt: skip
        yield client, lambda: [w.pid for w in cluster.workers.values() if not seen.add(w.pid)]
        seen.update(worker.pid for worker in cluster.workers.values())
    for pid in seen:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


@pytest.fixture(scope="module")
def measurements(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("cluster") / "measurements"
    sneddon.simulate(folder, tests_per_load_function=30, seed=3,
                     settings={"programme.points_per_s": 50})  # fmt: skip
    (folder / "empty_LC.txt").touch()
    return folder


def test_a_worker_that_is_killed_costs_its_running_parts(measurements, tmp_path):
    pytest.importorskip("distributed")
    import sneddon.dask

    whole = sneddon.run(measurements, figures="none", output=tmp_path / "whole")
    assert sum(file["status"] == "refused" for file in whole.results["inputs"]) == 1
    parts_folder = tmp_path / "parts"
    there: dict[Path, int] = {}
    with at_most(300), local_cluster(4) as (client, pids):

        def kill_one(done: int, of: int) -> None:
            if done != 3:
                return
            there.update((path, path.stat().st_mtime_ns)
                         for path in parts_folder.glob("*.sneddon-part"))  # fmt: skip
            os.kill(pids()[0], signal.SIGKILL)

        study = sneddon.dask.run(
            client, measurements, parts_folder=parts_folder, output=tmp_path / "out",
            parts=24, figures="none", progress=kill_one,
        )  # fmt: skip
        assert files_of(Path(study.folder)) == files_of(Path(whole.folder))
        assert 3 <= len(there) < 24
        assert {path: path.stat().st_mtime_ns for path in there} == there
        # The number of parts that the folder has is that of a run that goes on there.
        (parts_folder / "part-00005-of-00024.sneddon-part").unlink()
        again = sneddon.dask.make_parts(client, measurements, parts_folder=parts_folder,
                                        figures="none")  # fmt: skip
        assert [receipt.part for receipt in again if not receipt.was_there] == [5]
        for parts in (7, 1):
            study = sneddon.dask.run(client, measurements, parts_folder=tmp_path / f"{parts}",
                                     parts=parts, figures="none")  # fmt: skip
            assert files_of(Path(study.folder)) == files_of(Path(whole.folder))
        with pytest.raises(sneddon.Error, match="SND-U046"):
            sneddon.dask.run(client, measurements, parts_folder=tmp_path / "order",
                             settings={"correct.drift": "order"})  # fmt: skip
