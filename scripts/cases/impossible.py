"""Values that no indent can have, and whether the program says so itself."""
import math
import re

# Smallest and largest F_max (uN) and h_max (nm) that instruments of a format reach.
REACH = {"hysitron": (1e-2, 1e7, 0.5, 1e5), "antonpaar": (1.0, 2e8, 1.0, 1e6)}
ANY_REACH = (1e-5, 1e7, 0.1, 1e6)

# Flags that speak of something else, though their words may hold a quantity's name.
OF_OTHER_THINGS = {f"SND-{each}" for each in (
    "A001 A002 A003 A004 A005 A006 A008 A009 A010 A011 A012 A013 A020 A021 A022 A023 A024 A025 A026 "
    "A027 A028 A029 A030 A031 A032 A033 C001 C002 S002").split()}
HARDEST_GPa, SOFTEST_GPa = 150.0, 1e-6
DIAMOND_E_r_GPa = 1141 / (1 - 0.07**2)


def reach_of(form):
    return next((reach for name, reach in REACH.items() if form.startswith(name)), ANY_REACH)


def impossible_values(test, form=""):
    """(what is wrong, words that a flag of it would hold), of one test or cycle."""
    values, u = test["values"], test.get("u_random", {})
    found = []

    def wrong(name, words):
        found.append((f"{name} = {values[name]:.4g}", words))

    works = [name for name in values if re.fullmatch(r"W_\w+_pJ", name) and values[name] is not None]
    largest = max((abs(values[name]) for name in works), default=0)
    for name in works:
        # A work of nothing but noise may come out a little below zero.
        if values[name] < -max(0.01 * largest, 3 * (u.get(name) or 0)):
            wrong(name, r"W_|work")

    def number(name):
        return values.get(name) if values.get(name) is not None else math.nan

    if number("eta_IT") < -0.01 or number("eta_IT") > 1.01:
        wrong("eta_IT", r"eta|work|W_")
    if number("H_IT_GPa") > HARDEST_GPa or number("H_IT_GPa") < SOFTEST_GPa:
        wrong("H_IT_GPa", r"H_IT|hardness")
    if number("E_IT_GPa") <= 0:
        wrong("E_IT_GPa", r"E_IT|modulus")
    if number("E_r_GPa") <= 0 or number("E_r_GPa") >= DIAMOND_E_r_GPa:
        wrong("E_r_GPa", r"E_IT|E_r|modulus")
    if number("S_uN_per_nm") <= 0:
        wrong("S_uN_per_nm", r"\bS\b|stiffness")
    F_low, F_high, h_low, h_high = reach_of(form)
    if not F_low <= number("F_max_uN") <= F_high and "F_max_uN" in values:
        if values["F_max_uN"] is not None:
            wrong("F_max_uN", r"F_max|load")
    if not h_low <= number("h_max_nm") <= h_high and "h_max_nm" in values:
        if values["h_max_nm"] is not None:
            wrong("h_max_nm", r"h_max|depth")
    return found


def titles(results):
    """What each code of a run means, from its warnings."""
    return {each["code"]: each["text"] for each in results.get("warnings", []) if "code" in each}


def unflagged(results, odd_numbers=()):
    """Impossible values of tests that are used without a flag of their kind."""
    formats = {each["path"]: each.get("format") or "" for each in results.get("inputs", [])}
    meaning = titles(results)
    found = [f"{each} in results.json" for each in sorted(set(odd_numbers))]
    for test in results.get("tests", []):
        if test["status"] != "used":
            continue
        told = [f"{flag['text']} {meaning.get(flag['code'], '')}" for flag in test["flags"]
                if flag["code"] not in OF_OTHER_THINGS]
        for what, words in impossible_values(test, formats.get(test["file"], "")):
            pattern = f"{words}|impossible|not possible|physical|plausib|instrument"
            if not any(re.search(pattern, text, re.IGNORECASE) for text in told):
                found.append(f"{test['test_id']}: {what}, used without a flag of its own")
    return found
