"""Cases with the vendor's own results beside the curves."""
import csv

from cases.judgement import judges


@judges("35")
def antonpaar(case):
    answer = case.run(".", tip=None, options=("--profile", "antonpaar"))
    test = case.one_test(answer)
    if not test:
        return
    values = test["values"]
    # Rule of the ramp: at most 0.16 points from the vendor on 15 tests.
    case.number("C_IT_percent", values["C_IT_percent"], 16.637, 0, 0.16)
    for name, vendor, apart in (("h_max_nm", 1728.638, 0.02), ("S_uN_per_nm", 924, 0.6),
                                ("m", 1.226, 1e-3), ("h_p_nm", 1330.530, 0.02),
                                ("h_c_nm", 1472.962, 0.02), ("W_plast_pJ", 241509.703, 2.5)):
        case.number(name, values[name], vendor, 0, apart)
    case.holds(bool(test["vendor"]), "the list beside is not joined", "the vendor's values")
    folder = case.program.folder / f"out-{case.program.count}"
    # Paths in results begin with the folder of the inputs: they are found from the one above it.
    compared = case.program.ask("compare", folder, "--vendor", "--no-color", cwd=case.folder.parent)
    case.holds(compared.code == 0, f"compare --vendor: exit {compared.code}",
               "ours beside the vendor's")


@judges("36")
def two_tables(case):
    answer = case.run(".", tip=None)
    if not case.holds(len(answer.tests) == 4, f"{len(answer.tests)} tests", 4):
        return
    case.holds("SND-G010" not in answer.codes(), "rows that belong to no test", "all joined")
    tests = sorted(answer.tests, key=lambda test: test["test_id"])
    rows = []
    for table in sorted(case.folder.glob("*LC.txt")):
        lines = table.read_text(encoding="latin-1").splitlines()
        head = next(place for place, line in enumerate(lines) if line.startswith("File"))
        heads = lines[head].split("\t")
        rows += [dict(zip(heads, line.split("\t"))) for line in lines[head + 1:] if line.strip()]
    for test, row in zip(tests, rows):
        name = test["test_id"]
        if not case.holds(test["x_um"] is not None and bool(test["vendor"]),
                          f"{name}: not joined", "x, y and the vendor's values"):
            continue
        first = rows[0]
        for key, head in (("x_um", "X(mm)"), ("y_um", "Y(mm)")):
            # Whether positions count from the first test or from the stage's zero is free.
            case.number(f"{name}: {key} from the first", test[key] - tests[0][key],
                        1000 * (float(row[head]) - float(first[head])), 0, 0.01)


@judges("37")
def final_depth_bound(case):
    with open(case.folder / "vendor_rows.tsv", encoding="latin-1", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    for name, row in zip(("map_0207.txt", "map_0720.txt"), rows):
        test = case.one_test(case.run(name, tip=None, options=("--profile", "triboscan")), f"{name}: ")
        if not test:
            continue
        h_p = test["values"]["h_p_nm"]
        case.holds(h_p is not None and h_p >= 0, f"{name}: h_p_nm {h_p}", "at least 0")
        S, vendor = test["values"]["S_uN_per_nm"], float(row["S(\xb5N/nm)"])
        u = test["u_random"].get("S_uN_per_nm") or 0
        # The curves are no power law: TriboScan's search ends early, ours at the least squares.
        case.number(f"{name}: S_uN_per_nm", S, vendor, 0.08, min(2 * u, 0.25 * vendor))
