"""A copy of the tree in which mutants are compiled in: built once, then run as one of them."""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import resource
import shlex
import shutil
import struct
import subprocess
import tempfile
import time
import zlib

from mutants.schema import LINES_BEFORE, Mutant, Source

HERE = pathlib.Path(__file__).resolve().parent.parent.parent
SLOWER_THAN_BEFORE, LEAST_s = 5, 10  # a test program that needs more hangs
MOST_OF_A_SUITE_s = 40  # what ends later is left out: a mutant would wait for it too
TABLE_bytes = 8 << 18  # of the numbers that a run reaches, as in mutant.cpp
MOST_bytes = 8 << 30
NO_END = "no end in time"
FAILED = re.compile(r"\[  FAILED  \] (\S+)")
ERROR = re.compile(r"^(\S+):(\d+):\d+: (?:fatal )?error: ", re.MULTILINE)
# Of each source: its numbers do not move when another one changes, so that the compiler cache holds.
NUMBERS_OF_A_SOURCE = 1 << 14
TRIES = 6
GOLDENS = "check-goldens"  # a script beside the programs: figures of a small study, byte by byte


def memory_is_limited():
    resource.setrlimit(resource.RLIMIT_AS, (MOST_bytes, MOST_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def headers_of_clang():
    folder = subprocess.run(["clang-14", "-print-resource-dir"], check=True, capture_output=True,
                            text=True).stdout.strip()
    return f"-I{folder}/include"


class Build:
    def __init__(self, jobs, longest_s):
        self.jobs, self.longest_s = jobs, longest_s
        self.tree = HERE / "build/mutants/tree"
        self.folder = self.tree / "build/release"
        self.suites = {}  # of each program: suite: seconds of its tests, numbers of the mutants it reaches
        self.mutants = {}  # number: (source, mutant)
        self.missing = set()  # numbers of those that do not compile
        shared = os.environ.get("SNEDDON_SHARED") or HERE.parent / "shared"
        self.environment = os.environ | {
            "SNEDDON_SHARED": str(shared), "CCACHE_BASEDIR": str(self.tree), "CCACHE_NOHASHDIR": "1",
            "CCACHE_COMPILERCHECK": "content"}

    def copy(self, rooms):
        """Copies what git knows of, and lists the mutants of all sources of the rooms."""
        listed = subprocess.run(["git", "ls-files", "-z", "-co", "--exclude-standard"], cwd=HERE,
                                check=True, capture_output=True, text=True).stdout
        self.names = {name for name in listed.split("\0") if (HERE / name).is_file()}
        for folder in ("apps", "include", "src", "tests"):
            for path in (self.tree / folder).rglob("*"):
                if path.is_file() and str(path.relative_to(self.tree)) not in self.names:
                    path.unlink()  # from an older copy
        for name in self.names:
            if not (self.tree / name).exists() or not name.startswith("src/"):
                self.put(name, (HERE / name).read_bytes())
        for name, place in (("mutant.hpp", "src"), ("mutant.cpp", "src/base")):
            self.put(f"{place}/{name}", (HERE / "scripts/mutants" / name).read_bytes())
        subprocess.run(["cmake", "--preset", "release", "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON"], check=True,
                       cwd=self.tree, env=self.environment, stdout=subprocess.DEVNULL)
        commands = {entry["file"]: shlex.split(entry["command"])
                    for entry in json.loads((self.folder / "compile_commands.json").read_text())}
        around = hashlib.sha256()
        for path in sorted([*HERE.glob("include/**/*.hpp"), *HERE.glob("src/**/*.hpp"),
                            HERE / "scripts/mutants/schema.py"]):
            around.update(path.read_bytes())
        names = sorted(name for name in self.names if name.startswith("src/") and name.endswith(".cpp")
                       and name.split("/")[1] in rooms)
        self.arguments = {name: [word for word in commands[str(self.tree / name)]
                                 if word.startswith(("-I", "-D", "-std"))] + [headers_of_clang()] for name in names}
        with concurrent.futures.ProcessPoolExecutor(self.jobs) as pool:
            tasks = [(name, self.arguments[name], around.hexdigest()) for name in names]
            for name, mutants in zip(names, pool.map(known_mutants, tasks)):
                for i, mutant in enumerate(mutants):
                    self.mutants[first_number(name) + i] = (name, Mutant(*mutant))

    def build(self, numbers, programs):
        """Puts all mutants of the sources that have one of these in, and sees every test pass."""
        drawn = sorted({self.mutants[number][0] for number in numbers})
        for name in self.names:
            if name.startswith("src/") and name not in drawn:
                self.put(name, (HERE / name).read_bytes())
        left_out = {name: set() for name in drawn}
        for _ in range(TRIES):
            for name in drawn:
                source = Source(HERE / name, self.arguments[name], left_out[name])
                self.put(name, source.text(first_number(name)))
                self.missing |= {first_number(name) + i for i in source.missing}
            said = self.made("sneddon_cli", *(program for program in programs if program != GOLDENS))
            if said is None:
                break
            for path, line in ERROR.findall(said):
                name = os.path.relpath(self.folder / path, self.tree)
                if name in left_out:
                    left_out[name].add(int(line) - LINES_BEFORE)
        else:
            raise SystemExit(f"check-mutants: the tree does not build with its mutants\n{said[-2000:]}")
        for program in programs:
            self.suites[program] = self.known_suites(program)

    def put(self, name, content):
        target = self.tree / name
        if not target.exists() or target.read_bytes() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            if (HERE / name).exists():
                shutil.copymode(HERE / name, target)

    def known_suites(self, program):
        """What `measured` says, kept until the program changes."""
        content = hashlib.sha256(self.path_of(program).read_bytes())
        if program in ("test_cli", GOLDENS):
            content.update((self.folder / "bin/sneddon").read_bytes())
        kept = HERE / f"build/mutants/reached/{program}.json"
        known = json.loads(kept.read_text()) if kept.exists() else {}
        if known.get("program") != content.hexdigest():
            known = {"program": content.hexdigest(), "suites": self.measured(program)}
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(json.dumps(known))
        return {suite: (tests, set(reached)) for suite, (tests, reached) in known["suites"].items()}

    def measured(self, program):
        """Each suite by itself, as no mutant: how long its tests take, and which mutants it reaches."""
        if program == GOLDENS:
            return {"Goldens": self.measured_suite(program, "Goldens")}
        listed = subprocess.run([self.folder / "bin" / program, "--gtest_list_tests"], check=True,
                                capture_output=True, text=True, env=self.environment).stdout
        names = re.findall(r"^(\S+)\.(?:\s|$)", listed, re.MULTILINE)
        with concurrent.futures.ThreadPoolExecutor(self.jobs) as pool:
            return dict(zip(names, pool.map(lambda suite: self.measured_suite(program, suite), names)))

    def measured_suite(self, program, suite):
        with tempfile.NamedTemporaryFile() as table, tempfile.NamedTemporaryFile(suffix=".json") as report:
            table.truncate(TABLE_bytes)
            begin = time.monotonic()
            killer = self.failure(program, MOST_OF_A_SUITE_s, {"SNEDDON_MUTANTS_REACHED": table.name},
                                  f"--gtest_filter={suite}.*", f"--gtest_output=json:{report.name}")
            if killer and not killer.endswith(NO_END):
                raise SystemExit(f"check-mutants: without a change, {killer} fails")
            if killer or program == GOLDENS:
                tests = [] if killer else [{"name": "Bytes", "time": f"{time.monotonic() - begin} s"}]
            else:
                tests = json.load(report)["testsuites"][0]["testsuite"]
            reached = sorted({number for number, in struct.iter_unpack("q", table.read()) if number})
        return {test["name"]: float(test["time"].rstrip(" s")) for test in tests}, reached

    def made(self, *targets):
        """None, or what the compiler says."""
        answer = subprocess.run(["ninja", "-C", self.folder, "-k0", f"-j{self.jobs}", *targets],
                                env=self.environment, capture_output=True, text=True, errors="replace")
        return answer.stdout if answer.returncode else None

    def reaches(self, program, number):
        return any(number in reached for _, reached in self.suites[program].values())

    def path_of(self, program):
        return self.tree / "scripts" / program if program == GOLDENS else self.folder / "bin" / program

    def command(self, program, *options):
        path = self.path_of(program)
        return [path] if program == GOLDENS else [path, "--gtest_brief=1", *options]

    def first_failure(self, program, number):
        """The test that fails, or how the program ended; None where all pass that reach the mutant."""
        tests = {f"{suite}.{test}": s for suite, (tests, reached) in self.suites[program].items()
                 if number in reached for test, s in tests.items() if s <= self.longest_s or program == GOLDENS}
        if not tests:
            return None
        most_s = LEAST_s + SLOWER_THAN_BEFORE * sum(tests.values())
        with tempfile.NamedTemporaryFile("w") as flags:  # too many names for a command
            flags.write(f"--gtest_filter={':'.join(tests)}\n")
            flags.flush()
            return self.failure(program, most_s, {"SNEDDON_MUTANT": str(number)}, "--gtest_fail_fast",
                                f"--gtest_flagfile={flags.name}")

    def failure(self, program, most_s, chosen, *options):
        with tempfile.TemporaryDirectory() as scratch:
            try:
                answer = subprocess.run(
                    self.command(program, *options), cwd=self.folder,
                    env=self.environment | {"TMPDIR": scratch} | chosen, preexec_fn=memory_is_limited,
                    stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", timeout=most_s)
            except subprocess.TimeoutExpired:
                return f"{program}: {NO_END}"
        if answer.returncode == 0:
            return None
        failed = FAILED.search(answer.stdout)
        return f"{program}: {failed[1].rstrip(',') if failed else f'exit {answer.returncode}'}"


def first_number(name):
    return (zlib.crc32(name.encode()) + 1) * NUMBERS_OF_A_SOURCE


def known_mutants(task):
    """Those of a source, kept until it, a header or a rule of the mutants changes."""
    name, arguments, around = task
    content = hashlib.sha256(around.encode() + (HERE / name).read_bytes()).hexdigest()
    kept = HERE / f"build/mutants/listed/{name}.json"
    known = json.loads(kept.read_text()) if kept.exists() else {}
    if known.get("content") != content:
        known = {"content": content, "mutants": Source(HERE / name, arguments).mutants}
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(known))
    return known["mutants"]
