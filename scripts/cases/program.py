"""Runs the program under limits and takes apart what it says."""
import json
import os
import pathlib
import re
import resource
import signal
import subprocess
import time

GB = 1 << 30
CODE = re.compile(r"SND-[A-Z]\d{3}")


class Answer:
    """What one command gave: exit code (as a shell tells it), words, results, seconds."""

    def __init__(self, arguments, code, out, err, wall_s, cpu_s, is_hung):
        self.arguments, self.code, self.out, self.err = arguments, code, out, err
        self.wall_s, self.cpu_s, self.is_hung = wall_s, cpu_s, is_hung
        self.odd_numbers = []  # NaN or Infinity in JSON, which has neither
        self.json = self._parsed()

    def _parsed(self):
        try:
            return json.loads(self.out, parse_constant=self.odd_numbers.append)
        except ValueError:
            return None

    @property
    def is_crashed(self):
        return self.code == 1 or self.code > 130 and self.code != 143

    @property
    def results(self):
        """The results of a run, empty where it gave none."""
        return self.json if isinstance(self.json, dict) else {}

    @property
    def tests(self):
        return self.results.get("tests", [])

    @property
    def used(self):
        return [test for test in self.tests if test["status"] == "used"]

    @property
    def words(self):
        """All that a user is told: terminal, warnings, flags, what was understood, refusals."""
        told = [self.err] + ([] if self.results else [self.out])
        told += [f"{each.get('code')} {each.get('text')}" for each in self.results.get("warnings", [])]
        told += [str(each.get("reason")) for each in self.results.get("inputs", [])]
        for test in self.tests:
            told.append(str(test.get("reason")))
            told += [f"{flag['code']} {flag['text']}" for flag in test["flags"]]
            told += [" ".join(map(str, each.values())) for each in test.get("inferences", [])]
        return self.without_names("\n".join(told))

    def without_names(self, text):
        """A file that is called commasep.txt must not count as a word of its comma."""
        for path in [pathlib.Path(each) for each in self.arguments if os.path.isabs(str(each))]:
            inside = sorted(path.iterdir()) if path.is_dir() else []
            for name in (str(path), *map(str, inside), path.name, *(each.name for each in inside)):
                text = text.replace(name, "FILE")
        return text

    def codes(self):
        """Codes of flags and warnings."""
        return set(CODE.findall(self.words))

    def is_refused(self):
        """No test was used, the exit says so, and a code says why."""
        return self.code == 3 and not self.used and bool(CODE.search(self.words))

    def tells(self, pattern):
        return re.search(pattern, self.words, re.IGNORECASE) is not None


def limited(memory_bytes):
    def limit():
        os.setsid()
        if memory_bytes:
            resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return limit


class Program:
    """The program under test, with a folder for what it writes."""

    def __init__(self, path, folder):
        self.path = pathlib.Path(path).resolve()
        self.folder = pathlib.Path(folder)
        self.count = 0

    def ask(self, *arguments, seconds=60, memory_bytes=4 * GB, cwd=None):
        """Any command; killed after `seconds`."""
        begin, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
        child = subprocess.Popen([self.path, *map(str, arguments)], stdin=subprocess.DEVNULL,
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=cwd,
                                 preexec_fn=limited(memory_bytes))
        is_hung = False
        try:
            out, err = child.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            is_hung = True
            os.killpg(child.pid, signal.SIGKILL)
            out, err = child.communicate()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        code = child.returncode if child.returncode >= 0 else 128 - child.returncode
        return Answer(arguments, code, out.decode("utf-8", "replace"),
                      err.decode("utf-8", "replace"), time.monotonic() - begin, cpu_s, is_hung)

    def run(self, *arguments, tip="ideal", **limits):
        """`run` into a folder of its own; results.json and all words."""
        self.count += 1
        given = [*arguments] + (["--area-function", tip] if tip else [])
        return self.ask("run", *given, "-o", self.folder / f"out-{self.count}", "--figures", "none",
                        "--json", "--no-color", **limits)
