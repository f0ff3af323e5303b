"""What the recomputation of a study is written with: the comparison of a number with results.json,
and columns of tests.csv."""
import csv
import math
import os

import numpy as np

FAILED = []
COUNT = 0


def check(what, ours, theirs, rel=1e-9, tol=0.0):
    """theirs: of results.json."""
    global COUNT
    COUNT += 1
    ours = int(ours) if isinstance(ours, (bool, np.bool_)) else ours
    if theirs is None or ours is None:
        good = theirs is None and (ours is None or not math.isfinite(ours))
    else:
        good = abs(ours - theirs) <= max(rel * max(abs(ours), abs(theirs)), tol)
    if not good:
        FAILED.append(f"{what}: {ours} here, {theirs} in results.json")


def failed():
    return FAILED, COUNT


def read_tests(folder):
    with open(os.path.join(folder, "tests.csv"), newline="", encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["status"] == "used"]


def number(row, key):
    return float(row[key]) if row.get(key) else math.nan


def column(rows, key):
    if key == "W_plast_without_hold_pJ":
        return column(rows, "W_plast_pJ") - column(rows, "W_hold_pJ")
    return np.array([number(row, key) for row in rows])


def finite(values):
    return values[np.isfinite(values)]


def of(rows, load_function, label=None):
    chosen = [row for row in rows if row["load_function"] == load_function]
    if label is not None:
        chosen = [row for row in chosen if row["cluster"] == str(label)]
    return chosen


def check_summary(what, values, summary, rel=1e-10):
    values = finite(np.asarray(values))
    check(what + ".n", len(values), summary["n"])
    if len(values):
        check(what + ".mean", values.mean(), summary["mean"], rel, 1e-13)
    if len(values) > 1:
        check(what + ".sd", values.std(ddof=1), summary["sd"], rel, 1e-13)


def holm(ps):
    order = np.argsort(ps, kind="stable")
    adjusted = np.empty(len(ps))
    running = 0.0
    for i, place in enumerate(order):
        running = max(running, min(1.0, (len(ps) - i) * ps[place]))
        adjusted[place] = running
    return adjusted
