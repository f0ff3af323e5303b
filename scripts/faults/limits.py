"""Less memory, fewer open files and smaller files than a run would take."""
import resource
import subprocess

from faults.place import Checks, bytes_of, limited

check = Checks()
PAGE = 1 << 20


@check
def few_open_files(place):
    """With one free besides the three standard ones, what was begun cannot be opened to be removed: the
    next start does it."""
    before = bytes_of(place.out)
    for most in (5, 6, 7, 8, 10, 12, 16, 24):
        answer = place.run(place.curves, options=["-f"], preexec_fn=limited(resource.RLIMIT_NOFILE, most))
        if answer.returncode == 127 and "libraries" in answer.stderr:
            continue  # the program itself was not loaded
        place.old_or_new(answer, before, (3, 5), f"{most} files")
        before = bytes_of(place.out)


@check
def little_address_space(place):
    """From too little for the program to start to enough; a large file is beside the small ones."""
    large = place.folder / "large.csv"
    large.write_text("time_s,depth_nm,load_uN\n" + "0.01,1.25,3.5\n" * 1_500_000)
    before = bytes_of(place.out)
    for most in (40, 60, 80, 100, 130, 170, 220, 300, 500, 800):
        answer = place.run(place.curves, large, options=["-f", "-j", "2"],
                           preexec_fn=limited(resource.RLIMIT_AS, most * PAGE))
        if answer.returncode == 127 and "libraries" in answer.stderr:
            continue
        place.old_or_new(answer, before, (3, 5), f"{most} MB")
        before = bytes_of(place.out)


@check
def small_files_only(place):
    before = bytes_of(place.out)
    for most in (0, 100, 1000, 4096, 20_000, 60_000, 100_000, 300_000, 900_000):
        answer = place.run(place.curves, options=["-f"], preexec_fn=limited(resource.RLIMIT_FSIZE, most))
        place.old_or_new(answer, before, (5,), f"{most} bytes")
        before = bytes_of(place.out)


@check
def few_threads(place):
    """root is not held by RLIMIT_NPROC: another user is."""
    before = bytes_of(place.out)
    subprocess.run(["chmod", "-R", "a+rwX", place.folder], check=True)
    for most in (1, 2, 3):
        command = ["setpriv", "--reuid=65534", "--clear-groups", "prlimit", f"--nproc={most}",
                   *place.command("run", place.curves, "-o", place.out, "-f", "--figures", "none", "-j", "8")]
        answer = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
        place.old_or_new(answer, before, (3, 5), f"{most} threads")
        before = bytes_of(place.out)
