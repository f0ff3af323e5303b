"""A copy of the tree that is built, changed at one place, and tested."""
import json
import os
import pathlib
import re
import resource
import shutil
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent.parent.parent
SLOWER_THAN_BEFORE, LEAST_s = 5, 10  # a test program that needs more hangs
MOST_bytes = 8 << 30
FAILED = re.compile(r"\[  FAILED  \] (\S+)")


def memory_is_limited():
    resource.setrlimit(resource.RLIMIT_AS, (MOST_bytes, MOST_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class Build:
    def __init__(self, jobs, longest_s):
        self.jobs, self.longest_s = jobs, longest_s
        self.tree = HERE / "build/mutants/tree"
        self.folder = self.tree / "build/release"
        self.left_out, self.usual_s = {}, {}
        shared = os.environ.get("SNEDDON_SHARED") or HERE.parent / "shared"
        self.environment = os.environ | {
            "SNEDDON_SHARED": str(shared), "CCACHE_BASEDIR": str(self.tree), "CCACHE_NOHASHDIR": "1",
            "CCACHE_COMPILERCHECK": "content"}

    def prepare(self, programs):
        """Copies what git knows of, builds it, and sees every test pass and how long it takes."""
        listed = subprocess.run(["git", "ls-files", "-z", "-co", "--exclude-standard"], cwd=HERE,
                                check=True, capture_output=True, text=True).stdout
        names = {name for name in listed.split("\0") if (HERE / name).is_file()}
        for name in names:
            source, target = HERE / name, self.tree / name
            if not target.exists() or target.read_bytes() != source.read_bytes():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(source, target)  # dated now, so that it is compiled
        for folder in ("apps", "include", "src", "tests"):
            for path in (self.tree / folder).rglob("*"):
                if path.is_file() and str(path.relative_to(self.tree)) not in names:
                    path.unlink()  # from an older copy
        subprocess.run(["cmake", "--preset", "release"], cwd=self.tree, check=True,
                       env=self.environment, stdout=subprocess.DEVNULL)
        if not self.made(*programs):
            raise SystemExit("check-mutants: the tree does not build as it is")
        for program in programs:
            self.measure(program)

    def measure(self, program):
        with tempfile.NamedTemporaryFile(suffix=".json") as report:
            killer = self.first_failure(program, f"--gtest_output=json:{report.name}")
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
                              env=self.environment, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL).returncode == 0

    def object_of(self, path):
        """The bytes that a source compiles to now; None where it does not."""
        inside = path.relative_to(self.tree / "src")
        name = f"src/CMakeFiles/sneddon_{inside.parts[0]}.dir/{inside}.o"
        return (self.folder / name).read_bytes() if self.made(name) else None

    def first_failure(self, program, *options):
        """The test that fails, or how the program ended; None where all pass."""
        if not self.made(program):
            return f"{program}: not linked"
        most_s = LEAST_s + SLOWER_THAN_BEFORE * self.usual_s.get(program, 60)
        with tempfile.TemporaryDirectory() as scratch:
            try:
                answer = subprocess.run(
                    [self.folder / "bin" / program, "--gtest_brief=1", "--gtest_fail_fast", *options,
                     *self.left_out.get(program, [])], cwd=self.folder, timeout=most_s,
                    env=self.environment | {"TMPDIR": scratch}, preexec_fn=memory_is_limited,
                    stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace")
            except subprocess.TimeoutExpired:
                return f"{program}: no end in {most_s:.0f} s"
        if answer.returncode == 0:
            return None
        failed = FAILED.search(answer.stdout)
        return f"{program}: {failed[1].rstrip(',') if failed else f'exit {answer.returncode}'}"
