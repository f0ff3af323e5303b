"""The checks of results.json (what could fool us), its cross-checks, and the statistics of pop-ins."""
import itertools
import math

import numpy as np
from scipy import optimize, stats
from sklearn.metrics import adjusted_rand_score

from recomputed import check, column, finite, of


def groups_by_hold(rows):
    return sorted({row["load_function"] for row in rows},
                  key=lambda f: np.median(column(of(rows, f), "hold_s")))


def check_checks(rows, results):
    by_code = {c["code"]: c for c in results["checks"]}
    pooling = by_code["pooling"]
    if pooling["verdict"] != "not_checked":
        members = [row for row in rows if row["cluster"]]
        ari = adjusted_rand_score([row["cluster"] for row in members],
                                  [row["load_function"] for row in members])
        check("ARI", ari, pooling["evidence"]["ari_cluster_hold"], 1e-9, 1e-12)
    drift = by_code["drift"]
    if drift["verdict"] != "not_checked":
        names = groups_by_hold(rows)
        holds = [f for f in names if np.median(column(of(rows, f), "hold_s")) >= 1]
        ours = sorted(stats.pearsonr(column(of(rows, f), "H_IT_GPa"), column(of(rows, f), "creep_nm"))[0]
                      for f in holds)
        for a, b in zip(ours, sorted(drift["evidence"]["r_H_creep_per_hold"])):
            check("r(H, creep)", a, b, 1e-9)
        creep = finite(column(of(rows, holds[-1]), "creep_nm"))
        check("negative", (creep < 0).mean(), drift["evidence"]["share_negative_creep"], 1e-12)
    circularity = by_code["circularity"]
    if circularity["verdict"] != "not_checked":
        longest = of(rows, holds[-1])
        r = stats.pearsonr(column(longest, "W_plast_pJ"), column(longest, "creep_nm"))[0]
        check("R2", r * r, circularity["evidence"]["r2_W_plast_on_creep"], 1e-9)
        r = stats.pearsonr(column(longest, "W_plast_without_hold_pJ"), column(longest, "creep_nm"))[0]
        check("R2 without", r * r, circularity["evidence"]["r2_W_plast_without_hold_on_creep"], 1e-8)
        check_order_of_labels(longest, circularity["evidence"])
    check_tip_and_zero(rows, results, by_code["tip_and_zero"])
    check_spacing(rows, results, by_code["spacing"])
    if by_code["cluster_size"]["verdict"] != "not_checked":
        sizes = [len(of(rows, holds[-1], j)) for j in range(results["clusters"]["chosen"])]
        check("cluster sizes", sizes == by_code["cluster_size"]["evidence"]["n_by_label"], True)
    check_choice_of_k(results, by_code["choice_of_k"])


def check_order_of_labels(longest, evidence):
    for name, quantity in (("W_plast_pJ_by_label", "W_plast_pJ"), ("W_hold_pJ_by_label", "W_hold_pJ"),
                           ("W_plast_without_hold_pJ_by_label", "W_plast_without_hold_pJ")):
        for label, theirs in enumerate(evidence[name]):
            values = column([row for row in longest if row["cluster"] == str(label)], quantity)
            check(f"{name} {label}", values.mean(), theirs, 1e-9)


def check_tip_and_zero(rows, results, tip):
    if tip["verdict"] == "not_checked":
        return
    depths, areas = column(rows, "h_c_nm"), column(rows, "A_p_nm2")
    slope = -np.polyfit(depths, np.log(areas), 1)[0]
    evidence = tip["evidence"]
    check("d ln H", slope, evidence["d_ln_H_per_nm"], 1e-9)
    residual = column(rows, "eta_IT") * column(rows, "E_r_GPa") / (5.3 * column(rows, "H_IT_GPa")) - 1
    check("Cheng-Cheng", residual.mean(), evidence["cheng_cheng_residual"], 1e-9)
    states = []
    for name in [group["name"] for group in results["groups"]]:
        members = of(rows, name)
        h_1 = column(members, "h_max_nm") - np.nan_to_num(column(members, "creep_nm"))
        states.append((h_1, column(members, "W_load_pJ"), column(members, "H_IT_GPa")))
    pairs = itertools.combinations(states, 2)
    for i, ((h_a, w_a, H_a), (h_b, w_b, H_b)) in enumerate(pairs):
        h = (h_a.mean() + h_b.mean()) / 2
        shift = h_a.mean() - h_b.mean() - h * math.log(w_a.mean() / w_b.mean())
        u = h * math.sqrt(sum((v.std(ddof=1) / v.mean()) ** 2 / len(v) for v in (h_a, h_b, w_a, w_b)))
        share = slope * shift / math.log(H_a.mean() / H_b.mean())
        check("shift", shift, evidence["shift_nm"][i], 1e-8, 1e-10)
        check("u(shift)", u, evidence["u_shift_nm"][i], 1e-9)
        check("share", share, evidence["share_of_ln_H_difference"][i], 1e-7)


def check_spacing(rows, results, spacing):
    if spacing["verdict"] == "not_checked":
        return
    evidence, grid = spacing["evidence"], results["study"]["grid"]
    pitch = 1e3 * min(grid["pitch_x_um"], grid["pitch_y_um"])
    depth, area = column(rows, "h_max_nm").mean(), finite(column(rows, "A_p_nm2")).mean()
    # The circle through the corners of the triangle of that area.
    diameter = 4 * math.sqrt(area / (3 * math.sqrt(3)))
    check("pitch", pitch / depth, evidence["pitch_over_h_max"], 1e-10)
    check("diameter", diameter, evidence["diameter_nm"], 1e-10)
    check("pitch/diameter", pitch / diameter, evidence["pitch_over_diameter"], 1e-10)


def check_choice_of_k(results, choice):
    if choice["verdict"] == "not_checked":
        return
    clusters, evidence = results["clusters"], choice["evidence"]
    regular = sorted((c["bic"], c["components"]) for c in clusters["criteria"] if not c["flags"])
    if len(regular) > 1:
        check("BIC margin", regular[1][0] - regular[0][0], evidence["bic_margin"], 1e-9)
    times = {each["components"]: each["times"] for each in clusters["choice"]["bootstrap"]}
    if sum(times.values()):
        check("share of resamples", times[clusters["chosen"]] / sum(times.values()),
              evidence["share_of_resamples"], 1e-12)


def area_nm2(area, h):
    """Of a polynomial area function, C_0 h^2 + C_1 h + C_2 h^(1/2) + ..."""
    powers = [2.0] + [2.0 ** -i for i in range(len(area["coefficients"]) - 1)]
    return sum(c * h**p for c, p in zip(area["coefficients"], powers))


def area_slope_nm(area, h):
    powers = [2.0] + [2.0 ** -i for i in range(len(area["coefficients"]) - 1)]
    return sum(c * p * h**(p - 1) for c, p in zip(area["coefficients"], powers))


def eta_of_tip(area, H, E_r, F_max, S):
    """Loading at constant hardness, unloading with the exponent 1.5."""
    deepest = optimize.brentq(lambda h: 1e-3 * H * area_nm2(area, h) - F_max, 1, 1e5)
    # The same 400 steps of depth: the sum is what results.json states, not its limit.
    h_c = deepest * np.arange(1, 401) / 400
    A = area_nm2(area, h_c)
    h_c, A = h_c[A > 0], A[A > 0]
    F = 1e-3 * H * A
    h = h_c + 0.75 * F / (2e-3 * E_r * np.sqrt(A / math.pi))
    return 0.6 * F_max**2 / S / np.trapz(np.append(0, F), np.append(0, h))


def check_cross_checks(rows, results):
    area = results["study"]["area_function"]
    is_polynomial = area is not None and area["kind"] == "polynomial"
    first = results["groups"][0]["name"]
    for item in results["cross_checks"]:
        members, numbers = of(rows, item["group"]), item["numbers"]
        what = f"{item['check']} {item['group']}"
        mean = lambda quantity: finite(column(members, quantity)).mean()
        if item["check"] == "P/S2":
            h, ratio = column(members, "h_c_nm"), column(members, "P_per_S2_per_GPa")
            check(what, ratio.mean(), numbers["mean_per_GPa"], 1e-10)
            check(what, ratio.std(ddof=1) / ratio.mean(), numbers["relative_sd"], 1e-9)
            is_deep = h >= np.median(h)
            effect = np.median(ratio[is_deep]) / np.median(ratio[~is_deep]) - 1
            check(what, effect, numbers["deep_over_shallow_less_1"], 1e-8, 1e-12)
        elif item["check"] == "eta":
            H, E, eta = mean("H_IT_GPa"), mean("E_r_GPa"), mean("eta_IT")
            check(what, eta, numbers["eta_IT"], 1e-10)
            check(what, H / E, numbers["H_over_E_r"], 1e-10)
            check(what, 5.3 * H / E, numbers["cheng_cheng"], 1e-10)
            check(what, eta / (5.3 * H / E) - 1, numbers["residual_cheng_cheng"], 1e-9, 1e-12)
            if is_polynomial:
                ours = eta_of_tip(area, H, E, mean("F_max_uN"), mean("S_uN_per_nm"))
                check(what, ours, numbers["plastic_loading_of_the_tip"], 1e-9)
        elif item["check"] == "works":
            change = mean("H_IT_GPa") / finite(column(of(rows, first), "H_IT_GPa")).mean() - 1
            check(what, change, numbers["relative_change_of_H_IT"], 1e-9)
            work = mean("W_total_pJ") - finite(column(of(rows, first), "W_total_pJ")).mean()
            check(what, work, numbers["change_of_W_total_pJ"], 1e-9)
            if is_polynomial:
                h = mean("h_c_nm")
                slope = area_slope_nm(area, h) / area_nm2(area, h)
                check(what, -math.log1p(change) / slope, numbers["depth_that_makes_it_nm"], 1e-8)
        elif item["check"] == "spacing":
            x, y = column(members, "x_um"), column(members, "y_um")
            apart = np.hypot(x[:, None] - x, y[:, None] - y) + np.diag(np.full(len(x), np.inf))
            check(what, apart.min(), numbers["nearest_um"], 1e-12)
            check(what, 1e-2 * column(members, "h_max_nm").max(), numbers["ten_depths_um"], 1e-10)
        elif item["check"] == "trend":
            H = finite(column(members, "H_IT_GPa"))
            check(what, stats.kendalltau(np.arange(len(H)), H)[0], numbers["tau_b"], 1e-9, 1e-12)
        elif item["check"] == "creep":
            H, creep = column(members, "H_IT_GPa"), column(members, "creep_nm")
            check(what, (creep < 0).mean(), numbers["negative_share"], 1e-12)
            check(what, stats.pearsonr(H, creep)[0], numbers["correlation_with_H_IT"], 1e-9)


def check_pop_ins(rows, results):
    for group in results["pop_ins"]:
        members = [row for row in of(rows, group["group"]) if row["pop_ins"]]
        check("searched", len(members), group["tests_searched"])
        counts = column(members, "pop_ins")
        check("with pop-in", (counts > 0).sum(), group["tests_with_pop_in"])
        check("pop-ins", counts.sum(), group["pop_ins"])
        loads = finite(column(members, "pop_in_load_uN"))
        jumps = finite(column(members, "pop_in_jump_nm"))
        for values, key in ((loads, "first_load_quantiles_uN"), (jumps, "first_jump_quantiles_nm")):
            for q, theirs in group[key]:
                check(f"{key} {q}", np.quantile(values, q), theirs, 1e-10)
        check_survival(members, group["kaplan_meier"])
        weibull = group["first_load_models"][0]
        if "loglik" in weibull and group["later_per_uN"] == 0:
            check_first_loads(members, group, weibull)


def check_survival(members, theirs):
    """Kaplan and Meier: a test without a pop-in is known to be larger than its peak load."""
    first, peak = column(members, "pop_in_load_uN"), column(members, "F_max_uN")
    S = 1.0
    for i, load in enumerate(np.unique(finite(first))):
        risk = (first >= load).sum() + (np.isnan(first) & (peak >= load)).sum()
        S *= 1 - (first == load).sum() / risk
        check(f"at risk {i}", risk, theirs["at_risk"][i])
        check(f"survival {i}", S, theirs["survival"][i], 1e-12)


def check_first_loads(members, group, weibull):
    """The likelihood of docs/methods/pop-ins.md, test by test and by trapezoids: what is written is
    its value, and no neighbour is larger by more than a search leaves."""
    load, jump = column(members, "pop_in_load_uN"), column(members, "pop_in_jump_nm")
    limit, noise = column(members, "pop_in_limit_nm"), column(members, "pop_in_noise_nm")
    start, peak = column(members, "pop_in_from_uN"), column(members, "F_max_uN")
    seen = np.isfinite(load)
    reference = np.exp(np.log(load[seen]).mean())

    def log_likelihood(k, scale, share, level, power, spread):
        def moments(F, limit, noise):
            expected = level + power * np.log(F / reference)
            return expected, np.hypot(spread, noise / np.maximum(np.exp(expected), limit))

        law = stats.weibull_min(k, scale=scale)
        expected, sd = moments(load[seen], limit[seen], noise[seen])
        total = (np.log(share) + law.logpdf(load[seen]) + stats.norm.logpdf(np.log(jump[seen]), expected, sd)).sum()
        for F_0, F_1, low, sigma in zip(start[~seen], peak[~seen], limit[~seen], noise[~seen]):
            F = np.linspace(F_0, F_1, 2001)
            expected, sd = moments(F, low, sigma)
            shown = law.pdf(F) * stats.norm.cdf((expected - np.log(low)) / sd)
            total += np.log(1 - share * ((shown[1:] + shown[:-1]) / 2 * np.diff(F)).sum())
        return total

    best = [weibull["parameters"]["k"], weibull["parameters"]["lambda_uN"], weibull["share"],
            weibull["jump_level"], weibull["jump_power"], weibull["jump_spread"]]
    value = log_likelihood(*best)
    # Limits within 1 % of each other are taken together there.
    check("log-likelihood of first loads", value, weibull["loglik"], 0, 0.02)
    if weibull["share"] < 0.999:
        for i in range(6):
            for part in (0.97, 1.03):
                moved = list(best)
                moved[i] = best[i] * part + (0.02 * np.sign(part - 1) if i == 3 else 0)
                check(f"no better law {i}", max(log_likelihood(*moved) - value, 0.01), 0.01)


def check_sensitivity(rows, results):
    """The means by the recipe; what the other choices give needs the curves. Of those means, the
    check on the window."""
    for item in results["sensitivity"]:
        values = finite(column(of(rows, item["group"]), item["quantity"]))
        if item["n"] == len(values):
            check(f"sensitivity {item['group']}", values.mean(), item["mean"], 1e-10)
        check("change", 100 * (item["variant_mean"] / item["mean"] - 1), item["change_percent"], 1e-9,
              1e-10)
    evidence = next(c for c in results["checks"] if c["code"] == "sensitivity")["evidence"]
    if "least_share_by_window" not in evidence:
        return
    means = {(item["group"], item["variant"]): item for item in results["sensitivity"]
             if item["quantity"] == "H_IT_GPa"}
    shares = []
    for pair in results["comparisons"]:
        if pair["quantity"] != "H_IT_GPa" or not pair["p_holm"] < 0.05:
            continue
        for variant in ("window 98-50 %", "window 98-40 %", "other fit space"):
            a, b = means.get((pair["a"], variant)), means.get((pair["b"], variant))
            if a and b:
                shares.append((a["variant_mean"] - b["variant_mean"]) / (a["mean"] - b["mean"]))
    check("window", min(shares), evidence["least_share_by_window"], 1e-12)
