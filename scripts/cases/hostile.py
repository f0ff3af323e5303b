"""Cases of corrupt cells and hostile facts."""
import shutil

from cases.judgement import is_flagged, judges

WORKS = ("W_load_pJ", "W_hold_pJ", "W_total_pJ", "W_elast_pJ", "W_plast_pJ", "eta_IT")
OF_A_SPIKE = r"spike|stand out|single|outl|jump|corrupt"
OF_A_SIZE = r"H_IT|hardness|F_max|h_max|impossible|not possible|physical|plausib|instrument|unit"


@judges("40")
def corrupt_time_cell(case):
    for path in sorted(case.folder.glob("*.txt")):
        answer = case.run(path.name, seconds=10, memory_bytes=1 << 30)
        case.holds(answer.cpu_s < 2, f"{path.name}: {answer.cpu_s:.2g} s", "milliseconds")
        if answer.used:
            case.holds(is_flagged(answer.used[0], r"time", answer), f"{path.name}: no flag of the time",
                       "flagged or refused")
        else:
            case.holds(answer.tells(r"SND-\w+.*time|time.*SND-") and not answer.is_crashed
                       or any("time" in str(test["reason"]) for test in answer.tests),
                       f"{path.name}: exit {answer.code}", "flagged or refused for its time")


@judges("41")
def spiked_depth(case):
    clean = case.one_test(case.run("clean_LC.txt"), "clean_LC.txt: ")
    if not clean:
        return
    for name in ("hold_x10", "load_x10", "load_x1000", "load_1e12", "unl_x10"):
        answer = case.run(f"{name}_LC.txt")
        case.holds(bool(answer.tests), f"{name}: no row", "a row")
        for test in answer.used:
            for work in WORKS:
                if test["values"].get(work) is not None:
                    case.number(f"{name}: {work}", test["values"][work], clean["values"][work])
            case.holds(is_flagged(test, OF_A_SPIKE, answer), f"{name}: the spike is not named",
                       "a flag")
        if not answer.used:
            case.holds(answer.tells(OF_A_SPIKE), f"{name}: refused without its cause", "the spike")
    for name in ("depth_kilo", "depth_milli", "load_kilo", "load_micro"):
        answer = case.run(f"{name}_LC.txt")
        told = any(is_flagged(test, OF_A_SIZE, answer) for test in answer.used)
        case.holds(told or not answer.used and answer.tells(OF_A_SIZE),
                   f"{name}: values off by a thousand without a flag", "a flag of their size")
    case.run("load_milli_LC.txt")  # 0.3 uN on a gel is possible: only the limits of run()


@judges("42")
def deep_toml(case):
    folder = case.program.folder / "deep"
    folder.mkdir()
    shutil.copy(case.folder / "study.toml", folder)
    curve = next(case.folder.parent.glob("30-*")) / "ok_reference.csv"
    shutil.copy(curve, folder)
    for command in ("look", "run"):
        target = ["-o", folder / "out"] if command == "run" else []
        answer = case.program.ask(command, folder, *target, seconds=10, memory_bytes=1 << 30)
        case.holds(answer.code in (2, 3), f"{command}: exit {answer.code}", "2, a clear error")
        case.holds("study.toml" in answer.err and "SND-U" in answer.err,
                   f"{command}: {answer.err.strip()[:100] or 'no word'}",
                   "study.toml named with a code")
        case.holds(len(answer.err) < 2000, f"{command}: {len(answer.err)} letters", "a short message")
