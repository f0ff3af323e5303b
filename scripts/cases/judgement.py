"""One case: its folder, its expected.json, and what was found wrong."""
import json
import re

from cases import impossible

# Keys of expected.json that are held to a value of the test by machine.
OF_THE_TEST = {"F_max_uN", "h_max_nm", "S_uN_per_nm", "H_IT_GPa", "E_r_GPa", "hold_s", "creep_nm",
               "W_load_pJ", "W_hold_pJ", "W_elast_pJ", "m", "h_p_nm"}
FLAG = "flag_"

JUDGES = {}  # first two digits of the folder -> its judge


def judges(number):
    def enter(judge):
        assert number not in JUDGES, f"case {number} has two judges"
        JUDGES[number] = judge
        return judge
    return enter


def hold_begin(step_s):
    """What the computed curves (creep 5 nm (t/10 s)^0.4 at 5000 uN) gain in their hold's first step:
    where between two stamps the hold began is not in the file."""
    creep_nm = 5 * (step_s / 10)**0.4
    work_pJ = 5 * creep_nm
    return {"creep_nm": creep_nm, "W_hold_pJ": work_pJ, "W_load_pJ": work_pJ, "hold_s": step_s}


class Case:
    def __init__(self, folder, program):
        self.folder, self.program = folder, program
        self.wrongs = []
        path = folder / "expected.json"
        self.expected = json.loads(path.read_text())["expected"] if path.exists() else {}
        self.judged_keys = {"tolerance_relative"}

    # what is wrong

    def wrong(self, found, expected):
        self.wrongs.append(f"found {found}, expected {expected}")

    def holds(self, is_right, found, expected):
        if not is_right:
            self.wrong(found, expected)
        return is_right

    def number(self, name, found, expected, tolerance=0.01, slack=0.0):
        is_right = (found is not None
                    and abs(found - expected) <= tolerance * abs(expected) + slack)
        text = "nothing" if found is None else f"{found:.6g}"
        return self.holds(is_right, f"{name} {text}", f"{expected:.6g}")

    # what expected.json says

    def says(self, key):
        """The value of a key that the judge looks after itself."""
        self.judged_keys.add(key)
        return self.expected[key]

    def keys_not_judged(self):
        return sorted(set(self.expected) - self.judged_keys)

    def hold_numbers(self, test, tolerance=None, slack=None, absolute=None):
        """The numbers of expected.json against one test. slack is added to the relative tolerance
        by quantity; an absolute tolerance stands in its place."""
        tolerance = tolerance or self.expected.get("tolerance_relative", 0.01)
        for key in sorted(OF_THE_TEST & set(self.expected)):
            expected = self.says(key)
            if isinstance(expected, list):
                continue
            apart = absolute or {}
            self.number(key, test["values"].get(key), expected,
                        0 if key in apart else tolerance,
                        apart.get(key, (slack or {}).get(key, 0)))

    def hold_lists(self, tests, tolerance):
        """Lists of expected.json: one number a test or cycle, in order."""
        for key in sorted(OF_THE_TEST & set(self.expected)):
            expected = self.says(key)
            found = [test["values"].get(key) for test in tests]
            if self.holds(len(found) == len(expected), f"{len(found)} of {key}", len(expected)):
                for place, (one, other) in enumerate(zip(found, expected), 1):
                    self.number(f"{key} of {place}", one, other, tolerance)

    def hold_flags(self, answer):
        """flag_SND_A026: false and their like, in flags and warnings."""
        for key in self.expected:
            if key.startswith(FLAG):
                code, is_there = key[len(FLAG):].replace("_", "-"), self.says(key)
                self.holds((code in answer.codes()) == is_there,
                           code if not is_there else f"no {code}",
                           "none" if not is_there else code)

    # runs

    def run(self, *names, options=(), **how):
        """Files of the folder through `run`; whatever is impossible and unflagged is wrong."""
        answer = self.program.run(*[self.folder / name for name in names], *options, **how)
        self.holds(not answer.is_crashed and not answer.is_hung,
                   "no end in time" if answer.is_hung else f"exit {answer.code}",
                   "an ordinary end")
        for each in impossible.unflagged(answer.results, answer.odd_numbers):
            self.wrong(each, "a flag, or no value")
        return answer

    @staticmethod
    def reason(answer):
        """How a run ended, and the reasons that it gives for its files."""
        reasons = [re.sub(r"^/\S*/", "", str(each["reason"]))[:160]
                   for each in answer.results.get("inputs", []) if each.get("reason")]
        found = f"exit {answer.code}, {len(answer.used)} used of {len(answer.tests)} rows"
        return f"{found} ({'; '.join(reasons)})" if reasons else found

    def one_test(self, answer, name=""):
        """The only test of a run that is used, or None and a wrong."""
        is_right = len(answer.used) == 1 and len(answer.tests) == 1
        self.holds(is_right, name + self.reason(answer), "one test, used")
        return answer.used[0] if is_right else None


def is_flagged(test, pattern, answer):
    """A flag of the test whose words, or the title of its code, fit."""
    meaning = impossible.titles(answer.results)
    return any(re.search(pattern, f"{flag['text']} {meaning.get(flag['code'], '')}", re.IGNORECASE)
               for flag in test["flags"])
