"""A copy of the tree in which every mutant is compiled in: built once, then run as one of them."""
import concurrent.futures
import json
import os
import pathlib
import re
import resource
import shlex
import shutil
import subprocess
import tempfile
import zlib

from mutants.schema import LINES_BEFORE, Source

HERE = pathlib.Path(__file__).resolve().parent.parent.parent
SLOWER_THAN_BEFORE, LEAST_s = 5, 10  # a test program that needs more hangs
MOST_bytes = 8 << 30
FAILED = re.compile(r"\[  FAILED  \] (\S+)")
ERROR = re.compile(r":(\d+):\d+: (?:fatal )?error: ")
# Of each source: its numbers do not move when another one changes, so that the compiler cache holds.
NUMBERS_OF_A_SOURCE = 1 << 14
TRIES = 6


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
        self.left_out, self.usual_s = {}, {}
        self.mutants = {}  # number: (source, mutant)
        shared = os.environ.get("SNEDDON_SHARED") or HERE.parent / "shared"
        self.environment = os.environ | {
            "SNEDDON_SHARED": str(shared), "CCACHE_BASEDIR": str(self.tree), "CCACHE_NOHASHDIR": "1",
            "CCACHE_COMPILERCHECK": "content"}

    def prepare(self, rooms, programs):
        """Copies what git knows of, puts the mutants in, builds it, and sees every test pass."""
        listed = subprocess.run(["git", "ls-files", "-z", "-co", "--exclude-standard"], cwd=HERE,
                                check=True, capture_output=True, text=True).stdout
        names = {name for name in listed.split("\0") if (HERE / name).is_file()}
        for folder in ("apps", "include", "src", "tests"):
            for path in (self.tree / folder).rglob("*"):
                if path.is_file() and str(path.relative_to(self.tree)) not in names:
                    path.unlink()  # from an older copy
        changed = [name for name in names
                   if name.startswith("src/") and name.endswith(".cpp") and name.split("/")[1] in rooms]
        for name in names - set(changed):
            self.put(name, (HERE / name).read_bytes())
        for name in changed:
            if not (self.tree / name).exists():
                self.put(name, (HERE / name).read_bytes())  # for CMake to find it
        self.put("src/mutant.hpp", (HERE / "scripts/mutants/mutant.hpp").read_bytes())
        subprocess.run(["cmake", "--preset", "release", "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON"], check=True,
                       cwd=self.tree, env=self.environment, stdout=subprocess.DEVNULL)
        self.put_mutants_in(sorted(changed))
        if not self.made(*programs):
            raise SystemExit("check-mutants: the tree does not build with its mutants")
        for program in programs:
            self.measure(program)

    def put(self, name, content):
        target = self.tree / name
        if not target.exists() or target.read_bytes() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            if (HERE / name).exists():
                shutil.copymode(HERE / name, target)

    def put_mutants_in(self, names):
        commands = {entry["file"]: shlex.split(entry["command"])
                    for entry in json.loads((self.folder / "compile_commands.json").read_text())}
        with concurrent.futures.ProcessPoolExecutor(self.jobs) as pool:
            tasks = [(name, commands[str(self.tree / name)], self.tree) for name in names]
            for name, (text, mutants) in zip(names, pool.map(mutated, tasks)):
                self.put(name, text)
                for i, mutant in enumerate(mutants):
                    self.mutants[first_number(name) + i] = (name, mutant)

    def measure(self, program):
        with tempfile.NamedTemporaryFile(suffix=".json") as report:
            killer = self.first_failure(program, None, f"--gtest_output=json:{report.name}")
            if killer:
                raise SystemExit(f"check-mutants: without a change, {killer} fails")
            suites = json.load(report)["testsuites"]
        taken_s = {f"{suite['name']}.{test['name']}": float(test["time"].rstrip("s"))
                   for suite in suites for test in suite["testsuite"]}
        long = [name for name, s in taken_s.items() if s > self.longest_s]
        self.left_out[program] = [f"--gtest_filter=-{':'.join(long)}"] if long else []
        self.usual_s[program] = sum(taken_s.values())

    def made(self, *targets):
        return subprocess.run(["ninja", "-C", self.folder, f"-j{self.jobs}", *targets],
                              env=self.environment, stdout=subprocess.DEVNULL).returncode == 0

    def first_failure(self, program, number, *options):
        """The test that fails, or how the program ended; None where all pass."""
        most_s = LEAST_s + SLOWER_THAN_BEFORE * self.usual_s.get(program, 120)
        chosen = {} if number is None else {"SNEDDON_MUTANT": str(number)}
        with tempfile.TemporaryDirectory() as scratch:
            try:
                answer = subprocess.run(
                    [self.folder / "bin" / program, "--gtest_brief=1", "--gtest_fail_fast", *options,
                     *self.left_out.get(program, [])], cwd=self.folder, timeout=most_s,
                    env=self.environment | {"TMPDIR": scratch} | chosen, preexec_fn=memory_is_limited,
                    stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace")
            except subprocess.TimeoutExpired:
                return f"{program}: no end in {most_s:.0f} s"
        if answer.returncode == 0:
            return None
        failed = FAILED.search(answer.stdout)
        return f"{program}: {failed[1].rstrip(',') if failed else f'exit {answer.returncode}'}"


def first_number(name):
    return (zlib.crc32(name.encode()) + 1) * NUMBERS_OF_A_SOURCE


def syntax_check(command):
    """The compiler's own command, less its launcher, input and output."""
    compiler = next(i for i, word in enumerate(command) if not word.endswith("ccache"))
    return [*command[compiler:command.index("-o")], "-w", "-fsyntax-only"]


def mutated(task):
    """The text of a source with its mutants, less the lines that do not compile with them."""
    name, command, tree = task
    for_clang = [word for word in command if word.startswith(("-I", "-D", "-std"))] + [headers_of_clang()]
    left_out = set()
    for _ in range(TRIES):
        source = Source(HERE / name, for_clang, left_out)
        text = source.text(first_number(name))
        with tempfile.NamedTemporaryFile(suffix=".cpp", dir=tree / "build") as file:
            file.write(text)
            file.flush()
            said = subprocess.run([*syntax_check(command), file.name], capture_output=True, text=True,
                                  errors="replace")
            lines = {int(found[1]) - LINES_BEFORE for found in ERROR.finditer(said.stderr)
                     if found.string[:found.start()].endswith(file.name)}
        if said.returncode == 0:
            return text, source.mutants
        if not lines - left_out:
            break
        left_out |= lines
    print(f"check-mutants: no mutants of {name}: {said.stderr[:300]}")
    return source.raw, []
