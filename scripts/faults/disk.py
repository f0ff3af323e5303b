"""Disks that are full, cannot be written, or are OUT themselves. Needs root: each is a tmpfs."""
import contextlib
import pathlib
import shutil
import subprocess

from faults.place import Checks, bytes_of

check = Checks()


@contextlib.contextmanager
def disk(folder, size="64m"):
    """A file system of its own in a new folder."""
    folder.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def room_of(folder):
    """Bytes that its files take on a tmpfs."""
    return sum(-(-path.stat().st_size // 4096) * 4096 + 4096 for path in [folder, *folder.rglob("*")])


@check
def a_full_disk_at_many_sizes_keeps_the_old_out(place):
    """From no room at all to nearly enough: while reading, while writing tables, report and figures."""
    whole = room_of(place.out)
    for share in (0, 0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99):
        with disk(place.folder / "disk", str(whole + int(share * whole))) as folder:
            shutil.copytree(place.out, folder / "out")
            before = bytes_of(folder / "out")
            answer = place.run(place.curves, out=folder / "out", options=["-f"])
            place.expect(answer, (0, 5) if share > 0.9 else (5,), what=f"{share:.2f} of its room left")
            if answer.returncode != 0:
                place.untouched(folder / "out", before, f"{share:.2f}")
            place.nothing_beside(folder, f"{share:.2f}")


@check
def a_full_disk_makes_no_new_out(place):
    for size in ("64k", "512k", "1m"):
        with disk(place.folder / "disk", size) as folder:
            place.expect(place.run(place.curves, out=folder / "new"), (5,), what=size)
            if list(folder.iterdir()):
                place.complain(f"{size}: left over: {next(folder.iterdir()).name}")


@check
def a_full_disk_keeps_the_old_report(place):
    whole = room_of(place.out)
    for share in (0, 0.1, 0.3):
        with disk(place.folder / "disk", str(whole + int(share * whole))) as folder:
            shutil.copytree(place.out, folder / "out")
            before = bytes_of(folder / "out")
            place.expect(place.ask("report", folder / "out"), (5,), what=f"{share}")
            now = bytes_of(folder / "out")
            lost = [name for name in before if now.get(name) != before[name]]
            if lost:
                place.complain(f"{share}: lost {', '.join(lost)}")


@check
def a_full_disk_below_shard_and_cache(place):
    with disk(place.folder / "disk", "16k") as folder:
        place.expect(place.ask("shard", place.curves, "--shard", "1/2", "-o", folder / "parts"), (5,))
        if list(folder.rglob("*.sneddon-part")):
            place.complain("half a part has the name of one")
    with disk(place.folder / "disk", "16k") as folder:
        place.expect(place.run(place.curves, options=["-f", "--cache", folder / "cache"]), (0,),
                     what="cache")


@check
def a_disk_that_cannot_be_written(place):
    with disk(place.folder / "disk") as folder:
        shutil.copytree(place.out, folder / "out")
        before = bytes_of(folder / "out")
        subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
        place.expect(place.run(place.curves, out=folder / "out", options=["-f"]), (5,), what="old OUT")
        place.expect(place.run(place.curves, out=folder / "new"), (5,), what="new OUT")
        place.expect(place.ask("report", folder / "out"), (5,), what="report")
        place.untouched(folder / "out", before)


@check
def out_is_a_mount_point(place):
    """A container's volume: it cannot be renamed. Whatever is done, what was there stays whole."""
    with disk(place.folder / "volume") as folder:
        first = place.run(place.curves, out=folder, options=["-f"])
        place.expect(first, (0, 2, 5), what="empty")
        shutil.copytree(place.out, folder, dirs_exist_ok=True)
        before = bytes_of(folder)
        answer = place.run(place.curves, out=folder, options=["-f", "--date", "2001-01-01"])
        place.expect(answer, (0, 2, 5), what="old OUT")
        if answer.returncode != 0:
            place.untouched(folder, before, "old OUT")
        place.nothing_beside()
        place.expect(place.run(place.curves, out=folder / "below"), (0,), what="a folder below it")


@check
def full_disk_behind_stdout(place):
    """What is printed is the answer of these: without it, it was not given."""
    out, curve = str(place.out), str(next(place.curves.iterdir()))
    for command in (["look", curve], ["show", curve], ["compare", out, out], ["formats"],
                    ["explain", "--recipe"]):
        with pathlib.Path("/dev/full").open("w") as full:
            answer = subprocess.run(place.command(*command), stdin=subprocess.DEVNULL, stdout=full,
                                    stderr=subprocess.PIPE, text=True, timeout=60)
        if answer.returncode == 0:
            place.complain(f"{command[0]}: exit 0")
