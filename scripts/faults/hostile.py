"""Names, texts and images that were made to hurt."""
import json
import os
import resource
import shutil
import struct
import subprocess
import time
import zlib

from faults.place import Checks, bytes_of

check = Checks()
NAMES = [b"line\nfeed.txt", b"\x1b[31mred\x1b[0m.txt", b"\xff\xfe\x80.txt", b"-rf.txt", b"--help.txt",
         b"<script>alert(1)</script>.txt".replace(b"/", b"\\"), b"a|b\tc;d,e.txt", b'"quoted\'.txt', b" .txt",
         b"...txt", b"@list.txt", b"*[?].txt", b"CON.txt", b"\xe2\x80\xae txt.gnp", b"\x07bell.txt",
         "\u0430\u0441\u0301\u200b.txt".encode(), b"n" * 251 + b".txt", b"%s%n%x.txt", b"$(id).txt", b"=1+1.txt"]


def timed(place, *arguments, most_s=10, what="", codes=(0, 2, 3, 5), **how):
    begin = resource.getrusage(resource.RUSAGE_CHILDREN)
    answer = place.ask(*arguments, **how)
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = end.ru_utime + end.ru_stime - begin.ru_utime - begin.ru_stime
    place.expect(answer, codes, what=what)
    if seconds > most_s:
        place.complain(f"{what}: {seconds:.1f} s of the processor")
    return answer


@check
def hostile_names(place):
    folder = place.folder / "named"
    folder.mkdir()
    curve = next(place.curves.glob("*.txt")).read_bytes()
    for name in NAMES:
        (folder / os.fsdecode(name)).write_bytes(curve + b"\n" * len(list(folder.iterdir())))
    answer = place.run(folder, options=["-f", "--tables", "csv,xlsx"])
    place.expect(answer, (0,))
    look = place.ask("look", folder)
    place.expect(look, (0,), what="look")
    for said in (answer.stdout, answer.stderr, look.stdout, look.stderr):
        if "\x1b[31m" in said or "\x07" in said:
            place.complain("a control character reaches the terminal")
    results = json.loads((place.out / "results.json").read_text())
    if len(results["inputs"]) != len(NAMES):
        place.complain(f"{len(results['inputs'])} inputs of {len(NAMES)}")
    page = (place.out / "report.html").read_text()
    if "<script>alert" in page or "\x1b" in page:
        place.complain("a name is markup in the report")
    place.expect(place.ask("report", place.out), (0,), what="report")


@check
def deep_toml(place):
    texts = {"dots": ".".join(["a"] * 20_000) + " = 1\n", "lists": "a = " + "[" * 100_000 + "\n",
             "tables": "a = " + "{b=" * 50_000 + "1\n", "heads": "[" + ".".join(["a"] * 50_000) + "]\n",
             "quotes": "a = '''" + "[" * 200_000 + "'''\n", "many": "".join(f"k{i} = 1\n" for i in range(60_000)),
             "elements": "[[excluded]]\ntest = 1\n" * 20_000, "long": "a = '" + "x" * 5_000_000 + "'\n"}
    for name, text in texts.items():
        before = bytes_of(place.out)
        study = place.curves / "study.toml"
        study.write_text(text)
        timed(place, "run", place.curves, "-o", place.out, "-f", "--figures", "none", codes=(2,),
              what=f"study.toml of {name}")
        study.unlink()
        recipe = place.folder / "recipe.toml"
        recipe.write_text(text)
        timed(place, "run", place.curves, "-o", place.out, "-f", "-r", recipe, codes=(2,),
              what=f"recipe of {name}")
        place.untouched(place.out, before, name)


@check
def deep_json(place):
    texts = {"lists": "[" * 1_000_000, "objects": '{"a":' * 300_000, "closed": "[" * 5000 + "]" * 5000,
             "empty": "", "number": "1e999999", "half": (place.out / "results.json").read_text()[:9000],
             "words": '{"generator": "sneddon", "tests": ' + "[" * 100_000 + "]" * 100_000 + "}"}
    other = place.folder / "other"
    for name, text in texts.items():
        for file in ("results.json", "curves.json", "drawn_curves.json"):
            shutil.rmtree(other, ignore_errors=True)
            shutil.copytree(place.out, other)
            (other / file).write_text(text)
            timed(place, "report", other, what=f"report of {file} of {name}")
            timed(place, "compare", place.out, other, what=f"compare of {file} of {name}")


def png(width, height, packed):
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", packed) + chunk(b"IEND", b""))


@check
def image_bombs(place):
    images = {"bomb.png": png(20_000, 20_000, zlib.compress(bytes(60_000) * 400, 9)),
              "huge.png": png(2**31 - 1, 2**31 - 1, b""), "none.png": png(0, 0, b""),
              "cut.png": png(100, 100, b"")[:20], "text.png": b"\x89PNG\r\n\x1a\n", "jpeg.jpg": b"\xff\xd8\xff",
              "big.jpg": b"\xff\xd8\xff\xc0\x00\x0b\x08\xff\xff\xff\xff\x01\x01\x11\x00"}
    for name, image in images.items():
        (place.curves / name).write_bytes(image)
        (place.curves / "study.toml").write_text(
            f'[[attachments]]\nkind = "image"\nfile = "{name}"\ncaption = "a map"\n')
        timed(place, "run", place.curves, "-o", place.out, "-f", what=name, most_s=5)
        (place.curves / name).unlink()


@check
def names_of_devices_in_study_toml(place):
    """A stream without an end, a pipe nobody writes into, a file of somebody else: nothing of it in OUT."""
    before = bytes_of(place.out)
    os.mkfifo(place.curves / "pipe")
    for file in ("/dev/zero", "pipe", "/proc/self/mem", "/etc/passwd", "../../../etc/passwd", "."):
        for text in (f'[area_function]\nfile = "{file}"\n',
                     f'[[attachments]]\nkind = "xrd"\nfile = "{file}"\ncaption = "a"\n',
                     f'[[attachments]]\nkind = "image"\nfile = "{file}"\ncaption = "a"\n'):
            (place.curves / "study.toml").write_text(text)
            timed(place, "run", place.curves, "-o", place.out, "-f", "--figures", "none", codes=(2,),
                  what=f"{file} in {text[:14]!r}", timeout=30)
    place.untouched(place.out, before)


@check
def twenty_thousand_files(place):
    many = place.folder / "many"
    many.mkdir()
    text = "time_s,depth_nm,load_uN\n" + "".join(f"{i},{i},{i}\n" for i in range(12))
    for i in range(20_000):
        (many / f"{i:05}.csv").write_text(text)
    answer = timed(place, "run", many, place.curves, "-o", place.out, "-f", "--figures", "none", "-q",
                   what="20,000 files", most_s=60, codes=(0,))
    if answer.returncode == 0:
        rows = sum(1 for _ in (place.out / "tests.csv").open()) - 1
        if rows < 20_000:
            place.complain(f"{rows} rows")
    begin = time.monotonic()
    child = subprocess.Popen(place.command("run", many, "-o", place.out, "-f", "-q"), stdin=subprocess.DEVNULL,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(0.3)
    child.terminate()
    if child.wait(timeout=60) not in (0, 143, -15):
        place.complain(f"SIGTERM: exit {child.returncode}")
    elif time.monotonic() - begin > 10:
        place.complain("SIGTERM was heard late")
