"""Files of ours for the fuzzers to begin from, by make_seeds and by the program itself."""
import math
import pathlib
import random
import re
import shutil
import struct
import subprocess
import tempfile
import tomllib

HERE = pathlib.Path(__file__).resolve().parent.parent.parent
PRESETS = ("zr50cu40al10", "fused-silica", "ideal-cone", "csm")
TEXT_FORMATS = ("triboscan-txt", "csv")
CONDITIONS = ["H_IT_GPa > 20 and (load_function = \"hold 10 s\" or not hold_s < 5)", "test_id = a_0*",
              "time_stamp != none", "x_um <= 1.5 and y_um >= -2", "temperature_C = 750", "heat = \"B ?\"",
              "creep_nm = none or cycle = 2"]
PATTERNS = ["*", "a_[0-9]?1.txt", "[!a-z]*", "*a*a*a*a*b", "?[]x]"]
WORDS_OF_BYTES = {"analysis": 240, "hold": 200, "study": 420}  # inputs that are numbers, and their size
SHORT = ["--tests-per-load-function", "1", "--set", "programme.points_per_s=4"]
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000020000000208000000005789" "6d3e")
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0000b080002000201011100ffd9")


class Seeds:
    def __init__(self, folder):
        self.folder = folder
        self.count = 0

    def add(self, target, content):
        (self.folder / target).mkdir(parents=True, exist_ok=True)
        content = content.encode() if isinstance(content, str) else content
        (self.folder / target / f"{self.count:03}").write_bytes(content)
        self.count += 1


def thinned(whole, head=14, rows=60):
    """The head and some rows of a long text: short inputs are many."""
    lines = whole.splitlines(keepends=True)
    step = max(1, (len(lines) - head) // rows)
    return b"".join(lines[:head] + lines[head::step])


def settings_of(text):
    """KEY=VALUE of a preset in TOML, as --set takes them."""
    lines = []

    def walk(prefix, table):
        for key, value in table.items():
            if isinstance(value, dict):
                walk(f"{prefix}{key}.", value)
            elif isinstance(value, list) and value and not isinstance(value[0], dict):
                lines.append(f"{prefix}{key}=" + ",".join(map(str, value)))
            elif not isinstance(value, list):
                lines.append(f"{prefix}{key}={value}")
    walk("", tomllib.loads(text))
    return lines


def bundle(out):
    """An OUT as one input (fuzz/scratch.hpp)."""
    whole = b""
    for path in sorted(out.iterdir()):
        if path.suffix in (".json", ".csv", ".toml") and path.stat().st_size < 300_000:
            whole += b"@@@@ " + path.name.encode() + b"\n" + path.read_bytes()
    return whole


def simulated(program, folder, seeds):
    for preset in PRESETS:
        for form in TEXT_FORMATS:
            study = folder / f"{preset}-{form}"
            subprocess.run([program, "simulate", preset, "-o", study, "-q", "--format", form, *SHORT],
                           check=True)
            target = "triboscan" if form == "triboscan-txt" else "csv"
            curves = [path for path in sorted(study.iterdir())
                      if path.name not in ("study.toml", "tip.ara", "truth.csv")]
            for path in curves[:2]:
                seeds.add(target, thinned(path.read_bytes()))
        seeds.add("study_file", (study / "study.toml").read_bytes())
    if (study / "tip.ara").exists():
        seeds.add("tip", b"\0" + (study / "tip.ara").read_bytes())
    seeds.add("csv", "Test,H (GPa),E (GPa),X (um),Y (um)\n1,5.1,80,0,0\n2,5.2,81,2,0\nMean,5.15,80.5,,\n")


def runs(program, folder, seeds):
    study = folder / "study"
    subprocess.run([program, "simulate", "ideal-cone", "-o", study, "-q", *SHORT[:1], "3", *SHORT[2:]],
                   check=True)
    quick = ["--set", "study.fit_simulations=9", "--set", "study.k_resamples=2", "-q", "-j", "1"]
    for findings in ("all", "none"):
        out = folder / f"out-{findings}"
        made = subprocess.run([program, "run", study, "-o", out, "--figures", "none", "--findings", findings,
                               "--cache", folder / "cache", *quick])
        if made.returncode == 0:
            seeds.add("compare", bundle(out))
            seeds.add("report", bundle(out))
    seeds.add("recipe", b"\0" + (out / "recipe.toml").read_bytes())
    seeds.add("recipe", b"\0" + (HERE / "recipes/pomes2025.toml").read_bytes())
    options = settings_of((out / "recipe.toml").read_text())
    for begin in range(0, len(options), 8):
        seeds.add("recipe", "\1" + "\n".join(options[begin:begin + 8]))
    for path in sorted((folder / "cache").glob("*/*"))[:2]:
        seeds.add("part", path.read_bytes()[64:])
    subprocess.run([program, "shard", study, "-o", folder / "parts", "--shard", "1/2", "-q"])
    for path in (folder / "parts").glob("*.sneddon-part"):
        body = path.read_bytes()[len("sneddon part\n"):-64]
        (length,) = struct.unpack("<Q", body[:8])
        seeds.add("part", body[8 + length:])


def tables(seeds):
    rows = []
    for i in range(12):
        h = 20 * 1.3**i
        F = 0.006 * h * h + 0.5 * h
        S = 2 * math.sqrt(24.5) * 0.8 * h * 0.06
        rows.append(f"{h:.2f},{F:.2f},{S:.4f}")
    table = "h (nm),F (uN),S (uN/nm)\n" + "\n".join(rows) + "\n"
    for kind in (0, 1, 3, 5, 7, 9, 17):
        seeds.add("calibration", bytes([kind]) + table.encode())
    seeds.add("columns", "h (nm),F (uN)\n" + table)
    seeds.add("columns", "h,F,t\nh;F;t\n(um);(mN);(s)\n1,5;2;0\n2,5;3;0,1\n")
    seeds.add("columns", "1,2\n0\t1\n2\t3\n# end\n")
    for tip in ("ideal", "24.5, 2460.6, 1e3", "cap-cone:300:70.2996", "sphere:1000"):
        seeds.add("tip", "\2" + tip)
    afn = "AF;BE;65.3;0.5;\n" + "".join(f"{i},{0.01 * i},{0.01 * i},{1 + 1 / i},0\n" for i in range(1, 9))
    seeds.add("tip", "\1" + afn)
    seeds.add("attachment", "2theta, counts\n20.0 153\n20.1 160\n20.2 158.5\n")
    for image in (PNG, JPEG):
        seeds.add("attachment", image)
    for number, condition in enumerate(CONDITIONS):
        seeds.add("condition", PATTERNS[number % len(PATTERNS)] + "\n" + condition)


def texts(seeds):
    for number, path in enumerate(sorted((HERE / "recipes/simulate").glob("*.toml"))):
        lines = settings_of(path.read_text())
        seeds.add("simulation", bytes([number]))
        for begin in range(0, len(lines), 6):
            seeds.add("simulation", bytes([number]) + "\n".join(lines[begin:begin + 6]).encode())
    for page in ("study-file.md",):
        for block in re.findall(r"```toml\n(.*?)```", (HERE / "docs" / page).read_text(), re.DOTALL):
            seeds.add("study_file", block)


def write_seeds(build, program):
    """build/seeds/TARGET; made anew, in seconds."""
    folder = build / "seeds"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    subprocess.run([build / "bin/make_seeds", folder], check=True)
    seeds = Seeds(folder)
    with tempfile.TemporaryDirectory() as scratch:
        simulated(program, pathlib.Path(scratch), seeds)
        runs(program, pathlib.Path(scratch), seeds)
    tables(seeds)
    texts(seeds)
    for target, size in WORDS_OF_BYTES.items():
        draw = random.Random(target)
        for _ in range(20):
            seeds.add(target, draw.randbytes(size))


def write_dictionary(build, target):
    """Words of the seeds of a text target, so that libFuzzer need not find the keys by letters."""
    words = set()
    for path in sorted((build / "seeds" / target).glob("*")):
        whole = path.read_bytes()
        if len(whole) < 100_000:
            words |= set(re.findall(rb"[A-Za-z_][A-Za-z_.]{2,39}", whole))
    folder = build / "dictionaries"
    folder.mkdir(exist_ok=True)
    lines = [f'"{word.decode()}"' for word in sorted(words)[:400]]
    (folder / target).write_text("\n".join(lines) + "\n")
