"""What changes during a run: inputs that shrink, vanish, grow; two runs at once; killed writers."""
import hashlib
import os
import shutil
import signal
import subprocess
import time

from faults.place import Checks, bytes_of

check = Checks()
WAITS_s = (0.002, 0.005, 0.01, 0.02, 0.04, 0.08)
ROW = "0.01,1.25,3.5\n"


def large_file(place, rows=600_000):
    path = place.folder / "large.csv"
    path.write_text("time_s,depth_nm,load_uN\n" + ROW * rows)
    return path


def while_running(place, what, change, codes=(0, 3)):
    """`change` of an input that is read, at several moments; the others are analysed all the same."""
    for wait_s in WAITS_s:
        large = large_file(place)
        child = place.start("run", place.curves, large, "-o", place.out, "-f", "-q", "--figures", "none")
        time.sleep(wait_s)
        change(large)
        code = child.wait(timeout=60)
        if code not in codes:
            place.complain(f"{what} after {wait_s} s: exit {code}")
        tests = (place.out / "tests.csv").read_text().count("\n")
        if tests < 1 + len(list(place.curves.iterdir())):
            place.complain(f"{what} after {wait_s} s: {tests} lines of tests.csv")
        place.nothing_beside(what=what)


@check
def an_input_that_shrinks(place):
    while_running(place, "shrunk", lambda path: os.truncate(path, 100))


@check
def an_input_that_vanishes(place):
    while_running(place, "removed", lambda path: path.unlink())


@check
def an_input_that_grows(place):
    def grow(path):
        with path.open("a") as file:
            file.write(ROW * 200_000)
    while_running(place, "grown", grow)


@check
def an_input_that_becomes_another(place):
    def become(path):
        path.write_bytes(b"\x89HDF\r\n\x1a\n" + bytes(100_000))
    while_running(place, "written anew", become)


@check
def a_folder_of_inputs_that_vanishes(place):
    for wait_s in WAITS_s:
        folder = place.folder / "going"
        shutil.copytree(place.curves, folder)
        child = place.start("run", folder, place.curves, "-o", place.out, "-f", "-q", "--figures", "none")
        time.sleep(wait_s)
        shutil.rmtree(folder)
        if (code := child.wait(timeout=60)) not in (0, 3):
            place.complain(f"after {wait_s} s: exit {code}")
        place.nothing_beside()


@check
def two_runs_into_one_out(place):
    """Each says what became of it; OUT is that of one of them, whole."""
    dates = ("2001-01-01", "2002-02-02")
    whole = []
    for date in dates:
        place.run(place.curves, options=["-f", "--date", date])
        whole.append(bytes_of(place.out))
    for has_old in (False, True):
        for wait_s in (0, 0.01, 0.03, 0.06):
            if not has_old:
                shutil.rmtree(place.out)
            children = []
            for date in dates:
                children.append(place.start("run", place.curves, "-o", place.out, "-q", "--figures", "none",
                                            "--date", date, *(["-f"] if has_old else [])))
                time.sleep(wait_s)
            codes = [child.wait(timeout=60) for child in children]
            what = f"{'old' if has_old else 'new'} OUT, {wait_s} s apart"
            if not set(codes) <= {0, 2, 5} or 0 not in codes:
                place.complain(f"{what}: exits {codes}")
            if bytes_of(place.out) not in [whole[i] for i in range(2) if codes[i] == 0]:
                place.complain(f"{what}: OUT is none of those that ended well, exits {codes}")
            place.nothing_beside(what=what)


def killed(place, arguments, wait_s):
    child = place.start(*arguments)
    time.sleep(wait_s)
    child.send_signal(signal.SIGKILL)
    child.wait()


@check
def a_shard_whose_writer_is_killed(place):
    parts = place.folder / "parts"
    one = ["shard", place.curves, "--shard", "1/2", "-o", parts]
    other = ["shard", place.curves, "--shard", "2/2", "-o", parts]
    for wait_s in WAITS_s:
        shutil.rmtree(parts, ignore_errors=True)
        killed(place, one, wait_s)
        place.expect(place.ask(*one), (0,), what="again")
        place.expect(place.ask(*other), (0,), what="the other")
        place.expect(place.ask("merge", parts, "-o", place.folder / "merged", "-f", "--figures", "none"), (0,),
                     what=f"merge after {wait_s} s")
        if (bytes_of(place.folder / "merged")["tests.csv"] != bytes_of(place.out)["tests.csv"]):
            place.complain(f"{wait_s} s: other tests than those of one run")


@check
def a_cache_whose_writer_is_killed(place):
    cache = place.folder / "cache"
    command = ["run", place.curves, "-o", place.folder / "cached", "-f", "--figures", "none", "--cache", cache]
    hashes = set()
    for wait_s in WAITS_s:
        killed(place, command, wait_s)
        place.expect(place.ask(*command), (0,), what=f"after {wait_s} s")
        hashes.add(hashlib.sha256((place.folder / "cached/tests.csv").read_bytes()).hexdigest())
    kept = [path for path in cache.rglob("*") if path.is_file()]
    for path in kept:  # and what a crash of the machine may leave
        path.write_bytes(path.read_bytes()[:100])
    place.expect(place.ask(*command), (0,), what="cut off")
    for path in kept:
        whole = bytearray(path.read_bytes())
        whole[len(whole) // 2] ^= 1
        path.write_bytes(whole)
    place.expect(place.ask(*command), (0,), what="damaged")
    hashes.add(hashlib.sha256((place.folder / "cached/tests.csv").read_bytes()).hexdigest())
    hashes.add(hashlib.sha256((place.out / "tests.csv").read_bytes()).hexdigest())
    if len(hashes) != 1:
        place.complain("other numbers than without a cache")


@check
def a_reader_that_closes_the_pipe(place):
    for command in (["look", place.curves], ["explain", "--recipe"], ["show", next(place.curves.iterdir())]):
        child = subprocess.Popen(place.command(*command), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE, text=True)
        child.stdout.close()
        words = child.stderr.read()
        child.stderr.close()
        if child.wait(timeout=60) not in (0, 5, 141, -signal.SIGPIPE) or "bug" in words:
            place.complain(f"{command[0]}: exit {child.returncode} {words[:80]}")
