"""Cases of one curve: segments, zero point, flags."""
from cases.computed import write_stage_curve
from cases.judgement import hold_begin, is_flagged, judges

REPEATED_TIME = (r"time.{0,40}(repeat|same|stand|equal|round|coarse|twice)|"
                 r"(repeat|same|equal|round|standing)\w* .{0,20}(time|stamp)")


@judges("01")
def time_rounded(case):
    case.says("flag")
    answer = case.run("round0.1.csv")
    test = case.one_test(answer)
    if test:
        case.hold_numbers(test, slack=hold_begin(0.1))
        case.holds(is_flagged(test, REPEATED_TIME, answer), "no flag of the repeated stamps",
                   "one")


@judges("02")
def time_rounded_on_the_loading(case):
    test = case.one_test(case.run("dups_load_only.csv"))
    if test:
        case.hold_numbers(test, slack=hold_begin(0.1))


@judges("07")
def zero_of_a_stage_depth(case):
    case.says("rule")
    zero_nm = case.says("zero_nm")
    H_GPa = case.says("H_IT_GPa")

    def zero_of(test):
        return next(each for each in test["corrections"] if each["what"] == "zero")

    for name in ("s0.csv", "s2.csv", "s6.csv"):
        test = case.one_test(case.run(name), f"{name}: ")
        if test:
            zero = zero_of(test)
            case.hold_numbers(test, absolute={"h_max_nm": 3 * (zero["u"] or 0) + 0.2,
                                              "H_IT_GPa": 0.02 * H_GPa})
            case.holds((zero["u"] or 99) <= 2, f"{name}: u of the zero {zero['u']}", "at most 2 nm")

    folder = case.program.folder / "stage"
    folder.mkdir()
    for seed in range(12):
        write_stage_curve(folder / f"seed{seed:02}.csv", seed)
    answer = case.program.run(folder)
    zeros = [zero_of(test) for test in answer.used]
    if case.holds(len(zeros) == 12, f"{len(zeros)} of 12 computed curves used", "12"):
        near = sum(abs(zero["value"] - zero_nm) < 3 * (zero["u"] or 0) for zero in zeros)
        bias_nm = sum(zero["value"] for zero in zeros) / 12 - zero_nm
        case.holds(near >= 11, f"{near} of 12 zeros within 3 u", "at least 11")
        case.holds(abs(bias_nm) < 0.5, f"mean bias of the zero {bias_nm:.3g} nm", "below 0.5 nm")


@judges("08")
def tilted_baseline(case):
    case.says("or_")
    answer = case.run("tilt.csv")
    tilt = r"slope|tilt|baseline|drift of the load"
    if answer.used and answer.used[0]["values"].get("H_IT_GPa") is not None:
        case.hold_numbers(answer.used[0])
        evidence = str(answer.used[0]["corrections"])
        case.holds(answer.tells(tilt) or any(word in evidence for word in ("slope", "tilt")),
                   "no word of the slope that was removed", "a correction or flag that names it")
    else:
        case.says("h_max_nm"), case.says("H_IT_GPa")
        case.holds(answer.tells(tilt), "no value and no flag of the slope", "a flag that names it")


@judges("09")
def no_displacement_offset(case):
    answer = case.run("kick200.csv", "kick50.csv", options=("--exclude-flag", "SND-A026"))
    case.hold_flags(answer)
    case.holds(len(answer.used) == 2, f"{len(answer.used)} tests used", "2")
    for test in answer.tests:
        case.number(f"{test['test_id']}: H_IT_GPa", test["values"].get("H_IT_GPa"), 4.6277, 0.01)


@judges("10")
def partial_unloading(case):
    answer = case.run("e_partial30.csv")
    case.hold_lists(answer.used, 0.002)
    case.hold_flags(answer)


@judges("12")
def one_missing_row(case):
    case.says("flag")  # SND-A012 may stand
    test = case.one_test(case.run("onemissing.csv"))
    if test:
        case.hold_numbers(test, slack=hold_begin(0.02))
        case.holds(test["values"]["points_missing"] == 1,
                   f"points_missing {test['values']['points_missing']}", "1")


@judges("15")
def depth_runs_downwards(case):
    case.says("status"), case.says("message")
    sign = r"\bsign\b|other way|downward|reversed|falls while the load rises|negative depth"
    answer = case.run("p_depth_neg.csv")
    case.holds(answer.is_refused() or bool(answer.tests), f"exit {answer.code} and no code", "a code")
    case.holds(answer.tells(sign), "no word of the sign of the depth", "refused or flagged by name")
    for test in answer.used:
        # Recognised and turned, or empty: never a number of the wrong sign.
        for name, right in (("h_max_nm", 250), ("H_IT_GPa", 4.6277), ("W_elast_pJ", 160.0),
                            ("W_load_pJ", 408.33)):
            if test["values"].get(name) is not None:
                case.number(name, test["values"][name], right, 0.01)


@judges("19")
def fully_elastic(case):
    answer = case.run("w_elastic.csv")
    case.hold_flags(answer)
    test = case.one_test(answer)
    if test:
        case.hold_numbers(test, 0.003, absolute={"h_p_nm": 0.1})


@judges("22")
def oscillation(case):
    answer = case.run("t_csm.csv")
    test = case.one_test(answer)
    if test:
        # The oscillation has 1 nm, so 5 pJ at full load, and a period of 0.2 s.
        case.hold_numbers(test, absolute={"creep_nm": 0.5, "W_hold_pJ": 2.5, "W_load_pJ": 6.0,
                                          "hold_s": 0.2})


@judges("33")
def pop_in_with_a_load_drop(case):
    test = case.one_test(case.run("popin_load_drop.hld", tip=None), "cycles: ")
    if test:
        # Two drops of the load in one rise of the depth would be two jumps: at least one is named.
        case.holds(test["values"].get("pop_ins", 0) >= 1, "no pop-in", "one")
        eta = test["values"].get("eta_IT")
        case.holds(eta is None or 0 <= eta <= 1, f"eta_IT {eta}", "0 to 1")


@judges("34")
def kick_on_the_way_out(case):
    test = case.one_test(case.run("popback.txt", tip=None), "cycles: ")
    if test:
        # The main cycle was never in doubt: its values stay.
        case.number("F_max_uN", test["values"]["F_max_uN"], 200025.7, 1e-3)
        case.number("S_uN_per_nm", test["values"]["S_uN_per_nm"], 714.95, 0.01)
