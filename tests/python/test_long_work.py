"""Ctrl-C, threads, memory and the time of an import."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy
import pytest
import sneddon
from conftest import FIRST_RUN, cone_curve


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """Enough tests that a run takes seconds."""
    folder = tmp_path_factory.mktemp("large") / "sim"
    sneddon.simulate(folder, tests_per_load_function=100, seed=1)
    return folder


def interrupted_run(large: Path, out: Path, when: str) -> float:
    """Seconds from Ctrl-C to the prompt. The run is in a program of its own, as a user's is."""
    code = (
        "import sneddon, sys, time, signal\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "def progress(done, total):\n"
        f"    if done {when}: print('ready', flush=True)\n"
        "try:\n"
        f"    sneddon.run({str(large)!r}, output={str(out)!r}, replace=True, threads=1,\n"
        "                progress=progress)\n"
        "except KeyboardInterrupt:\n"
        "    print('stopped', time.monotonic(), flush=True)\n"
        "else:\n"
        "    print('done', flush=True)\n"
    )
    program = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    assert program.stdout.readline() == "ready\n"
    sent = time.monotonic()
    program.send_signal(signal.SIGINT)
    words = program.stdout.read().split()
    assert program.wait(60) == 0
    assert "stopped" in words
    return float(words[words.index("stopped") + 1]) - sent


@pytest.mark.parametrize("when", ["> 0", "== total"])
def test_ctrl_c_is_heard_within_a_second_and_nothing_is_lost(large, tmp_path, when):
    out = tmp_path / "out"
    sneddon.run(FIRST_RUN, area_function="ideal", output=out)
    before = {path: path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}
    assert interrupted_run(large, out, when) < 1
    after = {path: path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}
    assert after == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]  # no unfinished folder


def test_an_exception_of_the_progress_stops_the_work(tmp_path):
    def fail(done: int, total: int) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        sneddon.run(FIRST_RUN, area_function="ideal", output=tmp_path / "out", progress=fail)


def seconds(threads: int, calls: int, curve) -> float:
    """Of `calls` analyses in each of the threads."""
    analysis = sneddon.Analysis(area_function="ideal")

    def work() -> None:
        for _ in range(calls):
            analysis(*curve)

    workers = [threading.Thread(target=work) for _ in range(threads)]
    begin = time.perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return time.perf_counter() - begin



def test_python_goes_on_while_the_engine_works():
    """One call that takes long: another thread of Python counts meanwhile. Holding the GIL the call
    would leave it one switch interval at either end, some 10 ms of counting."""
    curve = cone_curve(2_000_000)
    analysis = sneddon.Analysis(area_function="ideal")
    stamps: list[float] = []
    is_over = threading.Event()

    def count() -> None:
        while not is_over.is_set():
            stamps.append(time.perf_counter())
            time.sleep(0.001)

    counter = threading.Thread(target=count)
    counter.start()
    begin = time.perf_counter()
    analysis(*curve)
    end = time.perf_counter()
    is_over.set()
    counter.join()
    middle = [t for t in stamps if begin + 0.25 * (end - begin) < t < end - 0.25 * (end - begin)]
    assert end - begin > 0.2
    assert len(middle) > 20


@pytest.mark.skipif(not os.environ.get("SNEDDON_LONG"), reason="a time: SNEDDON_LONG=1, quiet cores")
def test_two_threads_do_more_than_one():
    curve = cone_curve(20000)
    # The best of five: a busy machine takes a core away now and then.
    gains = [2 * seconds(1, 20, curve) / seconds(2, 20, curve) for _ in range(5)]
    assert max(gains) >= 1.5, gains


def resident() -> int:
    """Bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="no /proc")
def test_memory_stays_flat():
    """In CI 10^5 calls; else 5000, in which a leak of one curve's columns (12 kB a call) would be
    60 MB."""
    calls = 100_000 if os.environ.get("CI") or os.environ.get("SNEDDON_LONG") else 5_000
    curve = cone_curve(500)
    analysis = sneddon.Analysis(area_function="ideal")
    numbers = set()
    for _ in range(500):
        numbers.add(analysis(*curve)["H_IT_GPa"])
    before = resident()
    for _ in range(calls):
        numbers.add(analysis(*curve)["H_IT_GPa"])
    grown = resident() - before
    print(f"{calls} calls: resident memory grew by {grown} bytes")
    assert grown < 4e6
    assert len(numbers) == 1


def test_views_and_tables_leave_no_memory_behind():
    file = FIRST_RUN / "example_0004_LC.txt"
    for _ in range(50):
        sneddon.read(file)[0].depth_nm.sum()
    before = resident()
    for _ in range(1000):
        sneddon.read(file)[0].depth_nm.sum()
    assert resident() - before < 4e6


def test_the_import_is_fast():
    code = (
        "import time, sys; begin = time.process_time(); import sneddon; "
        "print(time.process_time() - begin, 'pandas' in sys.modules, 'numpy' in sys.modules)"
    )
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        for _ in range(3)
    ]
    told = [run.stdout.split() for run in runs]
    assert min(float(words[0]) for words in told) <= 0.3
    assert told[0][1:] == ["False", "False"]


def test_no_state_between_threads():
    """Two analyses at once, each with its own choices, give what each gives alone."""
    curve = cone_curve(500)
    alone = [sneddon.analyse(*curve, area_function=a)["H_IT_GPa"] for a in ("ideal", "24.5,900")]
    found: list[list[float]] = [[], []]

    def work(which: int, area: str) -> None:
        analysis = sneddon.Analysis(area_function=area)
        found[which] = [analysis(*curve)["H_IT_GPa"] for _ in range(50)]

    workers = [
        threading.Thread(target=work, args=(i, a)) for i, a in enumerate(("ideal", "24.5,900"))
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [set(numbers) for numbers in found] == [{alone[0]}, {alone[1]}]
    assert not numpy.isnan(alone).any()
