"""Cases of columns, units, signs and tables."""
import csv

from cases.judgement import hold_begin, judges

CURVE_nm_uN = ("F_max_uN", "h_max_nm", "S_uN_per_nm", "H_IT_GPa", "E_r_GPa", "W_total_pJ", "W_elast_pJ",
               "creep_nm", "hold_s")


@judges("03")
def fit_unloading_converts(case):
    answer = case.program.ask("fit", "unloading", case.folder / "unl_um_mN.csv", "--columns",
                              "depth (um),load (mN)", "--json")
    expected = {key: case.says(key) for key in ("h_p_nm", "m", "S_uN_per_nm", "P_max_uN")}
    if answer.code == 2:
        case.holds(answer.tells(r"unit|\bum\b|\bmN\b|µm"), answer.err.strip(), "a refusal of the unit")
        return
    found = dict((answer.json or {}).get("parameters", {}))
    found["P_max_uN"] = (answer.json or {}).get("F_max_uN", (answer.json or {}).get("P_max_uN"))
    if "h_p" in found and "h_p_nm" not in found:  # numbers that claim no unit
        case.number("h_p", found["h_p"], expected["h_p_nm"] / 1000, 1e-4)
        case.number("m", found["m"], expected["m"], 1e-4)
        return
    for key, value in expected.items():
        case.number(key, found.get(key), value, case.expected["tolerance_relative"])


@judges("04")
def lost_micro_sign(case):
    case.says("or")
    alone = case.run("si_lost_micro.csv")
    if alone.used and abs(alone.used[0]["values"]["F_max_uN"] / 5000 - 1) < 0.01:
        case.hold_numbers(alone.used[0], slack=hold_begin(0.02))
    elif alone.used:
        # run() has judged whether the impossible values have a flag of their own
        case.holds(alone.used[0]["values"]["F_max_uN"] > 1e7, "a load of another unit", "5000 uN")
    else:
        case.holds(alone.is_refused() and alone.tells(r"--unit|load|unit"),
                   case.reason(alone), "a refusal that names the unit of the load")
    told = case.run("si_lost_micro.csv", options=("--unit", "load=uN"))
    if told.used and abs(told.used[0]["values"]["F_max_uN"] / 5000 - 1) < 0.01:
        case.hold_numbers(told.used[0], slack=hold_begin(0.02))
    else:
        case.holds(told.tells(r"--unit"), "--unit load=uN without effect and without a word",
                   "5000 uN, or a line that says it was not applied")


@judges("11")
def two_columns_of_one_name(case):
    case.says("message")
    exit_code = case.says("exit")
    table = case.folder / "dupheads.csv"
    for arguments in (("mixture", table, "--columns", "A,H", "--components", "1..2"),
                      ("distribution", table, "--column", "A", "--models", "normal",
                       "--replicates", "0")):
        answer = case.program.ask("fit", *arguments)
        case.holds(answer.code == exit_code, f"fit {arguments[0]}: exit {answer.code}", exit_code)
        case.holds(answer.tells(r"(two|2|several|twice).{0,60}\bA\b|\bA\b.{0,60}(two|2|several|twice)"),
                   f"fit {arguments[0]}: {answer.err.strip()[:80] or 'no message'}",
                   "two columns are called A")


@judges("13")
def heads_in_chinese_and_japanese(case):
    for name in ("zh.csv", "ja.csv"):
        test = case.one_test(case.run(name), f"{name}: ")
        if test:
            case.hold_numbers(test, slack=hold_begin(0.02))
    for key in ("F_max_uN", "h_max_nm", "S_uN_per_nm", "H_IT_GPa", "E_r_GPa", "hold_s", "creep_nm",
                "W_load_pJ", "W_hold_pJ", "W_elast_pJ"):
        case.says(key)


@judges("14")
def minus_of_typography(case):
    case.says("or")
    F_uN, h_nm = case.says("F_max_uN"), case.says("h_max_nm")
    answer = case.run("neg_unicode_minus.csv")
    if not answer.used:
        case.holds(answer.is_refused() and answer.tells(r"U\+2212"),
                   case.reason(answer), "values, or a refusal with line, cell and U+2212")
        return
    values = answer.used[0]["values"]
    case.number("F_max_uN", values["F_max_uN"], F_uN)
    case.number("h_max_raw_nm", values["h_max_raw_nm"], h_nm)
    # By the file's zero 230 nm; from the contact, 20 nm before that zero, 250 nm.
    zero_nm = next(each["value"] for each in answer.used[0]["corrections"] if each["what"] == "zero")
    case.number("h_max_nm", values["h_max_nm"], h_nm - zero_nm, 0.005)
    case.holds(abs(zero_nm) < 0.5 or abs(zero_nm + 20) < 1.5, f"zero {zero_nm:.4g} nm", "0 or -20")


@judges("16")
def test_column(case):
    answer = case.run("testcol.csv")
    case.holds(len(answer.tests) == case.says("tests"), f"{len(answer.tests)} rows of tests", 3)
    case.holds(answer.results.get("counts", {}).get("tests") == 3,
               f"{answer.results.get('counts', {}).get('tests')} tests counted", 3)
    groups = {each["name"]: each["n"] for each in answer.results.get("groups", [])}
    # The case names one group of three by its hold. Its tests go to 5, 3 and 5 mN, and a load
    # function of ours is peak, ramp and hold (docs/methods): H of two depths is not pooled. What the
    # case is about, one test an indent and not one group a cycle, holds for both.
    case.says("groups")
    ours = {"peak 3 mN, hold 10 s": 1, "peak 5 mN, hold 10 s": 2}
    case.holds(groups in (ours, case.expected["groups"]), f"groups {groups}", ours)
    case.hold_lists(answer.used, 0.005)


@judges("17")
def nanosuite_sheet(case):
    numbers_or(case, "marker.csv", r"'Segment'|column Segment", "a message that names the column Segment",
               step_s=0.05)


@judges("18")
def triboscan_resaved(case):
    for name, sign in (("excel_semicolon.txt", r"separator|semicolon|';'"),
                       ("commasep.txt", r"separator|comma")):
        numbers_or(case, name, sign, "a message that names the separator", step_s=0.02)


@judges("23")
def clock_times(case):
    numbers_or(case, "n_hms.csv", r"00:00:00", "a message that names the cell '00:00:00.000'",
               step_s=0.02)


def numbers_or(case, name, pattern, message, step_s):
    """The numbers of expected.json, or a refusal in the words that its `or` asks for."""
    case.says("or")
    answer = case.run(name)
    if answer.used:
        test = case.one_test(answer, f"{name}: ")
        if test:
            case.hold_numbers(test, slack=hold_begin(step_s))
        return
    for key in list(case.expected):
        case.judged_keys.add(key)
    case.holds(answer.is_refused() and answer.tells(pattern),
               f"{name}: {case.reason(answer)}", f"values, or {message}")


@judges("20")
def positions_in_the_file(case):
    answer = case.run("xy.csv")
    test = case.one_test(answer)
    if test:
        for key in ("x_um", "y_um"):
            case.number(key, test.get(key), case.says(key), 1e-6)
    look = case.program.ask("look", case.folder / "xy.csv", "--no-color")
    case.holds("no positions" not in look.out, "look: no positions in the files", "their mention")


def as_reference(case, reference, name):
    """A file of the same curve as ok_reference.csv of case 30."""
    test = case.one_test(case.run(name), f"{name}: ")
    if test and reference:
        for key in CURVE_nm_uN:
            case.number(f"{name}: {key}", test["values"].get(key), reference["values"][key], 1e-4)
    return test


def reference_of(case):
    folder = next(case.folder.parent.glob("30-*"))
    return case.one_test(case.program.run(folder / "ok_reference.csv"), "ok_reference.csv: ")


@judges("30")
def unit_words(case):
    reference = reference_of(case)
    for name in ("unit_micro_N.csv", "unit_depth_micro_m.csv"):
        as_reference(case, reference, name)


@judges("31")
def columns_of_words(case):
    reference = reference_of(case)
    for name, skipped in (("extra_boolean_column.csv", r"\bpopin\b"),
                          ("extra_text_column.csv", r"\bsegment\b"),
                          ("extra_empty_last_column.csv", None),
                          ("results_word_in_head.csv", None)):
        answer = case.program.run(case.folder / name)
        as_reference(case, reference, name)
        if skipped and answer.used:
            looked = case.program.ask("look", case.folder / name, "--no-color")
            case.holds(answer.tells(skipped) or looked.tells(skipped),
                       f"{name}: the column of words is not named", "skipped and named")


@judges("32")
def kla_curves(case):
    # (file, heads of depth and load, pairs that may be used, cycles)
    for name, pairs, cycles in (
            ("inview_curve.csv", (("DEPTH", "LOAD"), ("Displacement", "Force")), 1),
            ("nanosuite_sheet_4_columns.csv",
             (("Displacement Into Surface", "Load On Sample"),), 5),
            ("nanosuite_sheet_saved_as_csv.csv",
             (("Displacement Into Surface", "Load On Sample"), ("Raw Displacement", "Raw Load")), 1)):
        answer = case.run(name)
        ids = {test["test_id"].split("#")[0] for test in answer.tests}
        if not case.holds(len(answer.used) == cycles and len(ids) == 1,
                          f"{name}: {len(answer.used)} used rows, exit {answer.code}",
                          f"one test of {cycles} cycle(s)"):
            continue
        loads = [largest_of(case.folder / name, load) * 1000 for depth, load in pairs]
        F_uN = max(test["values"]["F_max_uN"] for test in answer.used)
        case.holds(any(abs(F_uN / load - 1) < 0.03 for load in loads), f"{name}: F_max {F_uN:.5g} uN",
                   " or ".join(f"{load:.5g}" for load in loads))
        h_nm = max(test["values"]["h_max_nm"] for test in answer.used)
        depth_nm = largest_of(case.folder / name, pairs[0][0])
        case.number(f"{name}: h_max_nm", h_nm, depth_nm, 0.05)


def largest_of(path, head):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    column = rows[0].index(head)
    numbers = []
    for row in rows[2:]:
        try:
            numbers.append(float(row[column]))
        except (ValueError, IndexError):
            continue
    return max(number for number in numbers if number < 1e300)
