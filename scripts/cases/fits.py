"""Cases of `fit`: mixtures, distributions, creep laws, unloading by columns."""
import os
import re

from cases.curves import REPEATED_TIME
from cases.judgement import judges


def words_of(fit):
    """Flags, notes and warnings at any depth of the JSON of a fit."""
    if isinstance(fit, dict):
        told = []
        for key, value in fit.items():
            if key in ("flags", "notes", "words", "warnings", "text"):
                told += value if isinstance(value, list) else [str(value)]
            else:
                told += words_of(value)
        return [str(each) for each in told]
    if isinstance(fit, list):
        return [each for one in fit for each in words_of(one)]
    return []


def tells(answer, pattern):
    told = answer.without_names(" ".join(words_of(answer.json) + [answer.err]))
    return re.search(pattern, told, re.IGNORECASE) is not None


def fit(case, law, name, *arguments, seconds=60):
    path = case.folder / name  # an absolute name stands
    answer = case.program.ask("fit", law, path, *arguments, "--json", seconds=seconds)
    end = f"no end in {seconds} s" if answer.is_hung else f"exit {answer.code}"
    case.holds(not answer.is_hung and not answer.is_crashed, f"{path.name}: {end}", "an ordinary end")
    return answer


def of_k(answer, k):
    return next((each for each in (answer.json or {}).get("fits", []) if each.get("components") == k),
                {})


@judges("05")
def two_parallel_bands(case):
    answer = fit(case, "mixture", "cig15.csv", "--columns", "H,c", "--components", "1..3")
    chosen = (answer.json or {}).get("chosen")
    case.holds(chosen == case.says("k"), f"k = {chosen}", 2)
    case.number("ln L of k = 2", of_k(answer, 2).get("loglik"), case.says("loglik_k2"), 0, 0.01)
    for k in (1, 2):
        case.number(f"BIC of k = {k}", of_k(answer, k).get("bic"), case.says(f"BIC_k{k}"), 0, 0.02)
    rows = [round(each) for each in of_k(answer, 2).get("counts", [])]
    case.holds(rows == case.says("rows_per_component"), f"rows {rows}", [300, 300])


@judges("06")
def correlated_columns(case):
    answer = fit(case, "mixture", "corr.csv", "--columns", "H,E", "--components", "1..3")
    chosen = (answer.json or {}).get("chosen")
    case.holds(chosen == case.says("k"), f"k = {chosen}", 1)
    case.number("BIC of k = 1", of_k(answer, 1).get("bic"), case.says("BIC_k1"), 0, 0.02)
    case.holds("spike" not in of_k(answer, 1).get("flags", []), "k = 1 is called a spike", "regular")


@judges("21")
def creep_law_with_rounded_times(case):
    case.says("rule")
    answer = fit(case, "creep-law", "hold_dup.csv", "--columns", "t_s,h_nm", "--free", "h0")
    truth = {key: case.says(key) for key in ("a", "b", "c")}
    if tells(answer, REPEATED_TIME):
        return
    intervals = (answer.json or {}).get("intervals_95", {})
    for key, value in truth.items():
        low, high = intervals.get(key) or (None, None)
        case.holds(low is not None and low <= value <= high,
                   f"{key} from {low} to {high}, no flag of repeated times", value)


@judges("24")
def large_map(case):
    case.says("note")
    most_s = case.says("wall_s_at_most")
    answer = fit(case, "distribution", "big26k.csv", "--column", "H", "--models",
                 "normal,weibull2,lognormal", seconds=3 * most_s)
    # A machine with other work: the time of the processors over their number counts too.
    wall_s = min(answer.wall_s, answer.cpu_s / min(2, os.cpu_count() or 1))
    case.holds(not answer.is_hung and wall_s <= most_s, f"{answer.wall_s:.3g} s", f"{most_s} s")
    if answer.json:
        loglik = {each["model"]: each["loglik"] for each in answer.json["fits"]}
        for model, right in (("normal", -38611.8), ("weibull2", -40603.7), ("lognormal", -35998.7)):
            case.number(f"ln L of {model}", loglik.get(model), right, 0, 0.1)


@judges("50")
def statistics(case):
    for judge in (gamma_of_small_scatter, skewed_population, unloading_with_units, absolute_depth,
                  late_start, clock_of_the_hold, correlated_unloading, optima_of_every_seed,
                  more_parameters_than_rows, ties, spike):
        judge(case)


def gamma_of_small_scatter(case):
    for name, apart in (("cv_1e-4.csv", 0.05), ("d_194_offset_n500.csv", 0.01),
                        ("d_122_offset_n100.csv", 0.01)):
        answer = fit(case, "distribution", name, "--column", "x", "--models", "gamma,normal",
                     "--replicates", "0", seconds=20)
        fits = {each["model"]: each for each in (answer.json or {}).get("fits", [])}
        case.holds(answer.cpu_s < 1, f"{name}: gamma takes {answer.cpu_s:.2g} s", "milliseconds")
        if "gamma" not in fits:
            continue
        # At this scatter the gamma law is the normal one.
        case.number(f"{name}: ln L of gamma", fits["gamma"]["loglik"], fits["normal"]["loglik"], 0,
                    apart)
        if name.startswith("d_122"):
            case.number(f"{name}: KS of gamma", fits["gamma"]["ks"], 0.056, 0, 0.002)
            case.number(f"{name}: AD of gamma", fits["gamma"]["ad"], 0.30, 0, 0.02)


def skewed_population(case):
    answer = fit(case, "mixture", "lognormal_one_population.csv", "--columns", "H,creep",
                 "--components", "1..5")
    chosen = (answer.json or {}).get("chosen")
    case.holds(chosen == 1 or tells(answer, r"describ\w+ the shape|skew|one (\S+ )?population"),
               f"lognormal_one_population.csv: k = {chosen} without a word",
               "1, or: one skewed population")


def unloading_with_units(case):
    answer = fit(case, "unloading", "units.csv", "--columns", "h,P")
    if answer.code == 2:
        case.holds(tells(answer, r"unit|\bum\b|\bmN\b"), f"units.csv: {answer.err.strip()}", "the unit")
        return
    found = answer.json or {}
    case.number("units.csv: F_max_uN", found.get("F_max_uN"), 300, 1e-6)
    case.number("units.csv: h_p_nm", found.get("parameters", {}).get("h_p_nm"), 17.3, 1e-4)


def absolute_depth(case):
    answer = fit(case, "creep-law", "abs.csv", "--columns", "t,h")
    if answer.code == 2 or tells(answer, r"\bh0\b|absolute"):
        return
    a = (answer.json or {}).get("parameters", {}).get("a")
    se = (answer.json or {}).get("standard_errors", {}).get("a") or 0
    case.holds(a is not None and abs(a - 0.02) <= 2.5 * se, f"abs.csv: a = {a} +- {se}, no flag",
               "0.02, or a word of h0")


def late_start(case):
    answer = fit(case, "creep-law", "late.csv", "--columns", "t,h", "--free", "h0")
    ssr = (answer.json or {}).get("ssr")
    case.holds(ssr is not None and ssr <= 1, f"late.csv: ssr {ssr}", "at most 1 (0.18 is the least)")


def clock_of_the_hold(case):
    here = case.folder / "creep_clock_at_1000.csv"
    lines = here.read_text().splitlines()
    shifted = case.program.folder / "creep_clock_at_0.csv"
    rows = [line.split(",") for line in lines[1:]]
    moved = [f"{float(t) - 1000:.12g},{h}" for t, h in rows]
    shifted.write_text("\n".join([lines[0], *moved]) + "\n")
    late, early = (fit(case, "creep-law", path, "--columns", "t,h", "--free", "h0,t0")
                   for path in (here, shifted))
    if not late.json or not early.json:
        return
    for key in ("a", "b", "c", "h0"):
        case.number(f"creep_clock_at_1000.csv: {key}", late.json["parameters"][key],
                    early.json["parameters"][key], 1e-3, 1e-6)


def correlated_unloading(case):
    answer = fit(case, "unloading", "unload_ar09.csv", "--columns", "h,P")
    found = answer.json or {}
    for key, truth, independent in (("h_p_nm", 17.3, 0.193655), ("m", 1.5, 0.0138298)):
        se = found.get("standard_errors", {}).get(key) or 0
        value = found.get("parameters", {}).get(key, 0)
        case.holds(se >= 2 * independent, f"unload_ar09.csv: se of {key} {se:.3g}",
                   "widened at least 2 times for AR(0.9)")
        case.holds(abs(value - truth) <= 2.5 * se, f"unload_ar09.csv: {key} {value:.4g} +- {se:.2g}",
                   truth)


def optima_of_every_seed(case):
    for name, columns, ks, k, best in (
            ("r_thyroid.csv", "x1,x2,x3,x4,x5", "3..5", 4, -2210.26),
            ("g_12_tails_n80_d6_k7.csv", "x1,x2,x3,x4,x5,x6", "1..6", 3, -939.5)):
        for seed in range(4):
            answer = fit(case, "mixture", name, "--columns", columns, "--components", ks,
                         "--seed", seed, seconds=180)
            one = of_k(answer, k)
            if any("found" in flag for flag in one.get("flags", [])):
                continue  # found-rarely: said
            loglik = one.get("loglik")
            case.holds(loglik is not None and loglik >= best - 0.06,
                       f"{name}: seed {seed}, k = {k}, ln L {loglik}, unflagged", f"at least {best}")


def more_parameters_than_rows(case):
    name = "g_06_small_n80_d6_k4.csv"
    answer = fit(case, "mixture", name, "--columns", "x1,x2,x3,x4,x5,x6", "--components", "1..6",
                 seconds=180)
    chosen = (answer.json or {}).get("chosen")
    parameters = of_k(answer, chosen).get("parameters", 0)
    case.holds(bool(chosen) and parameters < 80, f"{name}: k = {chosen} with {parameters} parameters",
               "fewer than its 80 rows")


def ties(case):
    answer = fit(case, "distribution", "ties.csv", "--column", "x", "--models", "normal")
    case.holds(tells(answer, r"round|\bties?\b|tied|step of"), "ties.csv: no word of the rounding",
               "one")
    p = ((answer.json or {}).get("fits") or [{}])[0].get("p_ad")
    case.holds(p is None or p >= 0.05, f"ties.csv: the true normal has p = {p}", "not rejected")


def spike(case):
    answer = fit(case, "unloading", "spike.csv", "--columns", "h,P")
    case.holds(tells(answer, r"spike|single|stands? out|outl"),
               f"spike.csv: {answer.err.strip()[-90:] or 'no word'}", "the spike named")
    if answer.json:
        S = answer.json.get("parameters", {}).get("S_uN_per_nm")
        case.number("spike.csv: S_uN_per_nm", S, 13.5643, 0.01)
