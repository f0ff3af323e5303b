"""A folder with two measurements and an OUT of them, and what every check of a fault asks."""
import pathlib
import resource
import shutil
import subprocess


def bytes_of(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*"))
            if path.is_file()}


class Checks:
    """The checks of a file, by the names of their functions."""

    def __init__(self):
        self.all = []

    def __call__(self, function):
        self.all.append(function)
        return function


class Place:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.curves, self.out = folder / "curves", folder / "out"
        self.ask("simulate", "ideal-cone", "-o", folder / "study", "-q", "--tests-per-load-function", "2")
        self.curves.mkdir()
        for path in (folder / "study").glob("*LC.txt"):
            shutil.copy(path, self.curves)
        assert self.run(self.curves).returncode == 0
        self.complaints = []

    def command(self, *arguments):
        return [self.program, *map(str, arguments)]

    def ask(self, *arguments, **how):
        settings = {"stdin": subprocess.DEVNULL, "capture_output": True, "text": True, "timeout": 120,
                    "errors": "surrogateescape"}
        return subprocess.run(self.command(*arguments), **(settings | how))

    def run(self, *paths, out=None, options=(), **how):
        return self.ask("run", *paths, "-o", out or self.out, "--figures", "none", *options, **how)

    def start(self, *arguments, **how):
        return subprocess.Popen(self.command(*arguments), stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **how)

    def complain(self, words):
        self.complaints.append(words)

    def expect(self, answer, codes, words="", what=""):
        what = what + ": " if what else ""
        if answer.returncode not in codes:
            self.complain(f"{what}exit {answer.returncode}, expected {' or '.join(map(str, codes))} "
                          f"({answer.stderr.strip()[-100:]})")
        if words and words not in answer.stderr:
            self.complain(f"{what}no word of {words}")
        if "bug" in answer.stderr:
            self.complain(f"{what}called a bug")

    def untouched(self, folder, before, what=""):
        now = bytes_of(folder) if folder.is_dir() else {}
        lost = [name for name in before if name not in now]
        changed = [name for name in before if name in now and now[name] != before[name]]
        new = [name for name in now if name not in before]
        for how, names in (("lost", lost), ("changed", changed), ("new", new)):
            if names:
                self.complain(f"{what + ': ' if what else ''}{how}: {', '.join(names[:4])} ({len(names)})")

    def nothing_beside(self, folder=None, what=""):
        left = [path.name for path in (folder or self.folder).rglob("*.partial-*")]
        if left:
            self.complain(f"{what + ': ' if what else ''}left over: {', '.join(left[:4])}")

    def refused_untouched(self, *paths, codes=(2,), out=None, words="", watch=None, cwd=None):
        watch = watch or out or self.out
        before = bytes_of(watch)
        self.expect(self.run(*paths, out=out, options=["-f"], cwd=cwd), codes, words)
        self.untouched(watch, before)

    def old_or_new(self, answer, before, codes, what=""):
        """After a run with -f: it failed and OUT is the old one, or went well and OUT is whole."""
        self.expect(answer, (0, *codes), what=what)
        if answer.returncode != 0:
            self.untouched(self.out, before, what)
        elif not (self.out / "results.json").exists() or not (self.out / "report.html").exists():
            self.complain(f"{what}: exit 0 without a whole OUT")
        self.nothing_beside(what=what)


def limited(which, amount):
    return lambda: resource.setrlimit(which, (amount, amount))


def report(checks, program, new_folder, only=""):
    """Runs the checks, each in a folder of its own; prints a line each. (run, failed)."""
    chosen = [each for each in checks if only in each.__name__]
    failed = 0
    for function in chosen:
        with new_folder() as folder:
            place = Place(program, pathlib.Path(folder))
            function(place)
        failed += bool(place.complaints)
        verdict = "wrong: " + "; ".join(place.complaints) if place.complaints else "nothing lost"
        print(f"{function.__name__.replace('_', ' ')}: {verdict}", flush=True)
    return len(chosen), failed
