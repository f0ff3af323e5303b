#!/usr/bin/env python3
"""Recomputes the findings of an output folder from tests.csv and its hold curves alone, with numpy,
scipy and scikit-learn, and compares them with results.json.

usage: recompute_study.py OUT

Deterministic numbers agree to the relative precision stated at each comparison; resampled ones
within their Monte Carlo error. Not recomputed, because OUT does not hold what they are made of: the
bootstrap over tests of the mean curves, se and band of the creep fits, other choices of the analyst."""
import json
import math
import os
import sys

import numpy as np
from scipy import optimize, special, stats

from recompute_checks import check_checks, check_cross_checks, check_pop_ins, check_sensitivity
from recompute_shares import check_shares
from recomputed import check, check_summary, column, failed, finite, holm, of, read_tests


def check_groups(rows, results):
    for group in results["groups"]:
        members = of(rows, group["name"])
        check("group n", len(members), group["n"])
        for key, stat in group.items():
            if not isinstance(stat, dict):
                continue
            values = finite(column(members, key))
            check_summary(group["name"] + key, values, stat)
            for name, q in (("q25", 0.25), ("median", 0.5), ("q75", 0.75)):
                check(key + name, np.quantile(values, q), stat[name], 1e-12, 1e-13)
            if len(values) > 1:
                half = stats.t.ppf(0.975, len(values) - 1) * values.std(ddof=1) / math.sqrt(len(values))
                check(key + " ci", values.mean() + half, stat["ci95"][1], 1e-9, 1e-12)


def check_comparisons(rows, results):
    by_quantity = {}
    for pair in results["comparisons"]:
        a = finite(column(of(rows, pair["a"]), pair["quantity"]))
        b = finite(column(of(rows, pair["b"]), pair["quantity"]))
        test = stats.ttest_ind(a, b, equal_var=False)
        what = f"{pair['quantity']} {pair['a']} {pair['b']}"
        check(what, a.mean() - b.mean(), pair["difference"], 1e-9, 1e-12)
        check(what + " t", test.statistic, pair["t"], 1e-9)
        check(what + " p", test.pvalue, pair["p"], 1e-7, 1e-300)
        va, vb = a.var(ddof=1) / len(a), b.var(ddof=1) / len(b)
        df = (va + vb) ** 2 / (va**2 / (len(a) - 1) + vb**2 / (len(b) - 1))
        check(what + " df", df, pair["df"])
        half = stats.t.ppf(0.975, df) * math.sqrt(va + vb)
        check(what + " low", a.mean() - b.mean() - half, pair["ci95"][0], 1e-8, 1e-11)
        m = len(a) + len(b) - 2
        pooled = math.sqrt(((len(a) - 1) * a.var(ddof=1) + (len(b) - 1) * b.var(ddof=1)) / m)
        j = math.exp(special.gammaln(m / 2) - special.gammaln((m - 1) / 2)) / math.sqrt(m / 2)
        check(what + " g", j * (a.mean() - b.mean()) / pooled, pair["hedges_g"], 1e-8)
        common = finite(np.concatenate([column(of(rows, pair[k]), pair["quantity"] + "_u_common")
                                        for k in ("a", "b")]))
        check(what + " u_common", common.mean() if len(common) else math.nan, pair["u_common"], 1e-9)
        by_quantity.setdefault(pair["quantity"], []).append(pair)
    for pairs in by_quantity.values():
        for ours, pair in zip(holm([p["p"] for p in pairs]), pairs):
            check("holm", ours, pair["p_holm"], 1e-12)


def check_clusters(rows, results):
    clusters = results["clusters"]
    if clusters is None:
        return
    features = clusters["features"]
    members = [row for row in rows if row["cluster"]]
    x = np.column_stack([column(members, f) for f in features])
    labels = np.array([int(row["cluster"]) for row in members])
    check("clustered", len(members), clusters["n"])
    k, n, d = clusters["chosen"], len(x), len(features)
    w = np.array([item["weight"] for item in clusters["items"]])
    mu = np.array([[item["mean"][f] for f in features] for item in clusters["items"]])
    cov = np.array([item["covariance"] for item in clusters["items"]])
    logp = np.column_stack([np.log(w[j]) + stats.multivariate_normal.logpdf(x, mu[j], cov[j])
                            for j in range(k)])
    norm = special.logsumexp(logp, axis=1)
    z = np.exp(logp - norm[:, None])
    check("labels", int((z.argmax(axis=1) != labels).sum()), 0)
    posterior = column(members, "cluster_posterior")
    check("posteriors", np.abs(z.max(axis=1) - posterior).max(), 0, tol=1e-9)
    loglik = norm.sum()
    chosen = next(c for c in clusters["criteria"] if c["components"] == k)
    check("loglik", loglik, chosen["loglik"], 1e-10)
    # One EM step from the optimum leaves it where it is.
    for j in range(k):
        check(f"weight {j}", z[:, j].mean(), w[j], 1e-7)
        check(f"mean {j}", np.abs(z[:, j] @ x / z[:, j].sum() - mu[j]).max(), 0, tol=1e-6)
    for fit in clusters["criteria"]:
        if fit["loglik"] is None:
            continue
        p = fit["components"] * (d + d * (d + 1) // 2) + fit["components"] - 1
        check("parameters", p, fit["parameters"])
        check("bic", -2 * fit["loglik"] + p * math.log(n), fit["bic"], 1e-12)
        check("aic", -2 * fit["loglik"] + 2 * p, fit["aic"], 1e-12)
    check("icl", chosen["bic"] - 2 * np.log(z.max(axis=1)).sum(), chosen["icl"], 1e-9)
    regular = [c for c in clusters["criteria"] if not c["flags"]]
    check("least BIC", min(regular, key=lambda c: c["bic"])["components"], k)
    check_sklearn(x, clusters)
    for item in clusters["items"]:
        j = item["label"]
        check("n", int((labels == j).sum()), item["n"])
        check("share", (labels == j).mean(), item["share"])
        check("mean posterior", z[labels == j, j].mean(), item["mean_posterior"], 1e-9)
        if item["ellipse"]:
            values = np.linalg.eigvalsh(cov[j])
            check("semi-major", math.sqrt(values[1]), item["ellipse"]["semi_major"], 1e-9)
            check("semi-minor", math.sqrt(values[0]), item["ellipse"]["semi_minor"], 1e-8)
    creep = [item["mean"].get("creep_nm", -item["label"]) for item in clusters["items"]]
    check("order of labels", creep == sorted(creep, reverse=True), True)
    check_shares(members, labels, x, w, mu, cov, clusters)
    for at in clusters["coordinates"]:
        for f in features:
            check_summary("coordinates", column(of(rows, at["load_function"], at["label"]), f),
                          dict(at[f], n=at["n"]))
    for part in clusters["explained_by_u"] or []:
        inside = labels == part["label"]
        u = finite(column(members, part["quantity"] + "_u_random")[inside])
        share = (u**2).mean() / x[inside, features.index(part["quantity"])].var(ddof=1)
        check("explained by u", share, part["share"], 1e-9)
    for kde in clusters["kde"]:
        values = x[labels == kde["label"], features.index(kde["quantity"])]
        h = values.std(ddof=1) * len(values) ** -0.2
        check("bandwidth", h, kde["bandwidth"], 1e-10)
        grid = np.array(kde["x"])
        ours = stats.norm.pdf((grid[:, None] - values) / h).sum(axis=1) / (len(values) * h)
        check("kde", np.abs(ours - kde["density"]).max(), 0, tol=1e-9)


def check_sklearn(x, clusters):
    """One k-means start each: not the same start, so the best of some of theirs lies within 15 of
    ours in BIC, or is ours."""
    from sklearn.mixture import GaussianMixture
    for fit in clusters["criteria_scikit_learn"][:4]:
        bics = [GaussianMixture(fit["components"], random_state=s).fit(x).bic(x) for s in range(4)]
        check(f"scikit-learn k {fit['components']}", min(bics, key=lambda b: abs(b - fit["bic"])),
              fit["bic"], tol=15)


def read_curves(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        heads = file.readline().strip().split(",")
    table = np.genfromtxt(os.path.join(folder, name), delimiter=",", skip_header=1)
    return {head: table[:, i] for i, head in enumerate(heads)}


def nonnegative(t, y, c):
    """Best a, b >= 0 for given c."""
    columns = np.column_stack([t, np.where(t > 0, np.power(np.maximum(t, 1e-300), c), 0)])
    coefficients, residual = optimize.nnls(columns, y)
    return coefficients, residual


def fit_law(t, y):
    cs = np.linspace(0.01, 0.95, 48)
    best = min(cs, key=lambda c: nonnegative(t, y, c)[1])
    found = optimize.minimize_scalar(lambda c: nonnegative(t, y, c)[1], method="bounded",
                                     bounds=(max(0.01, best - 0.02), min(0.95, best + 0.02)),
                                     options={"xatol": 1e-10})
    return (*nonnegative(t, y, found.x)[0], found.x)


def check_creep(folder, rows, results):
    files = {}
    for curve in results["creep_curves"]:
        table = files.setdefault(curve["file"], read_curves(folder, curve["file"]))
        name, fit = curve["column"], curve["fit"]
        mean = table[f"mean_{name}_nm"]
        t = np.arange(len(mean)) * curve["step_s"]
        what = f"{curve['load_function']} {name}"
        check(what + " end", mean[-1], curve["end_nm"], 1e-12)
        check(what + " end sd", table[f"sd_{name}_nm"][-1], curve["end_sd_nm"], 1e-12)
        check(what + " se", table[f"sd_{name}_nm"][-1] / math.sqrt(curve["n"]),
              table[f"se_{name}_nm"][-1], tol=2e-6)
        if fit:
            a, b, c = fit_law(t, mean)
            # c by minimising a sum of squares: half of the digits of a double.
            check(what + " a", a, fit["a_nm_per_s"], 1e-4, 1e-6)
            check(what + " b", b, fit["b_nm"], 1e-4)
            check(what + " c", c, fit["c"], 1e-4)
        if curve["weighted"]:
            a, b, c = fit_law(t, table[f"weighted_{name}_nm"])
            check(what + " weighted a", a, curve["weighted"]["a_nm_per_s"], 1e-4, 1e-6)
            check(what + " weighted c", c, curve["weighted"]["c"], 1e-4)
        if curve["bootstrap"] and fit and "a" not in fit["at_bound"]:
            low, high = curve["bootstrap"]["c_ci95"]
            check(what + " bootstrap holds c", low <= fit["c"] <= high, True)
        members = of(rows, curve["load_function"], curve["label"])
        check("per test n", len(finite(column(members, "creep_a_nm_per_s"))), curve["per_test"]["n"])
        for key, id_ in (("a_nm_per_s", "creep_a_nm_per_s"), ("b_nm", "creep_b_nm"), ("c", "creep_c")):
            check("per test " + key, np.median(finite(column(members, id_))),
                  curve["per_test"][key]["median"], 1e-12, 1e-15)
        for at in curve["creep_at"]:
            values = column(members, f"creep_{at['t_s']}s_nm")
            check_summary("creep at", values, {"mean": at["mean_nm"], "sd": at["sd_nm"], "n": at["n"]})
        if fit:
            rate = fit["a_nm_per_s"] + fit["b_nm"] * fit["c"] * t[-1] ** (fit["c"] - 1)
            check("rate", rate, curve["rate_end_nm_per_s"], 1e-9)


def check_contact(rows, results):
    face = math.tan(math.radians(65.27))
    for item in results["contact"]:
        members = of(rows, item["load_function"], item["label"])
        h_c, area = column(members, "h_c_nm"), column(members, "A_p_nm2")
        check_summary("radius", column(members, "contact_radius_nm"), item["radius_nm"])
        check_summary("sqrt(A/pi)", np.sqrt(area / math.pi), item["sqrt_A_over_pi_nm"])
        check_summary("h_c tan", h_c * face * math.sqrt(3 * math.sqrt(3) / math.pi), item["h_c_tan_nm"])
        check_summary("eq. 3", 2 * math.sqrt(3) * h_c * face, item["paper_eq3_nm"])
        a = item["radius_nm"]["mean"]
        r = np.array(item["profile"]["r_nm"])
        sigma = -np.arccosh(np.maximum(a / r, 1))
        check("profile", np.abs(sigma - item["profile"]["sigma_z_over_p_m"]).max(), 0, tol=1e-10)
        check("p_m", 1e3 * column(members, "F_max_uN").mean() / (math.pi * a * a), item["p_m_GPa"])


def check_energies(rows, results):
    for item in results["energies"]:
        members = of(rows, item["load_function"], item["label"])
        check("hold", np.median(column(members, "hold_s")) if item["label"] is None else item["hold_s"],
              item["hold_s"])
        for key, summary in item.items():
            if isinstance(summary, dict):
                check_summary(key, column(members, key), summary)


SCIPY = {"normal": lambda p: stats.norm(p["mu"], p["sigma"]),
         "lognormal": lambda p: stats.lognorm(p["sigma"], 0, math.exp(p["mu"])),
         "weibull2": lambda p: stats.weibull_min(p["k"], 0, p["lambda"]),
         "weibull3": lambda p: stats.weibull_min(p["k"], p["loc"], p["lambda"]),
         "gamma": lambda p: stats.gamma(p["shape"], 0, p["scale"])}


def check_ccdf(rows, results):
    for item in results["ccdf"]:
        values = np.sort(finite(column(of(rows, item["load_function"], item["label"]), item["quantity"])))
        n = len(values)
        check("ccdf n", n, item["n"])
        hazen = 1 - (np.arange(1, n + 1) - 0.5) / n
        loglik = {}
        for model in item["models"]:
            if model["loglik"] is None:
                continue
            what = f"ccdf {item['label']} {model['model']}"
            law = SCIPY[model["model"]](model["parameters"])
            ours = loglik[model["model"]] = law.logpdf(values)
            check(what + " loglik", ours.sum(), model["loglik"], 1e-9, 1e-9)
            check(what + " aic", 2 * model["k"] - 2 * ours.sum(), model["aic"], 1e-9, 1e-9)
            check(what + " bic", model["k"] * math.log(n) - 2 * ours.sum(), model["bic"], 1e-9, 1e-9)
            check_maximum(what, values, model)
            f = law.cdf(values)
            i = np.arange(1, n + 1)
            check(what + " ks", max((i / n - f).max(), (f - (i - 1) / n).max()), model["ks"], 1e-7)
            ad = -n - ((2 * i - 1) * (law.logcdf(values) + law.logsf(values)[::-1])).mean()
            check(what + " ad", ad, model["ad"], 1e-6)
            check(what + " cvm", 1 / (12 * n) + ((f - (2 * i - 1) / (2 * n)) ** 2).sum(), model["cvm"], 1e-7)
            scatter = ((hazen - hazen.mean()) ** 2).sum()
            check(what + " r2 mle", 1 - ((law.sf(values) - hazen) ** 2).sum() / scatter,
                  model["r2_mle"], 1e-8)
            lsq = SCIPY[model["model"]](model["lsq_parameters"])
            check(what + " r2 lsq", 1 - ((lsq.sf(values) - hazen) ** 2).sum() / scatter,
                  model["r2_lsq"], 1e-8)
            check(what + " at lsq", lsq.logpdf(values).sum(), model["loglik_at_lsq"], 1e-8, 1e-8)
        if len(loglik):
            aic = {m["model"]: m["aic"] for m in item["models"] if m["loglik"] is not None}
            check("preferred", min(aic, key=aic.get) == item["preferred"], True)
        if "normal" in loglik and "weibull2" in loglik:
            d = loglik["normal"] - loglik["weibull2"]
            check("vuong", d.sum() / (math.sqrt(n) * d.std()), item["vuong"]["z"], 1e-6, 1e-9)
        check_p_values(values, item)


def check_maximum(what, values, model):
    """No neighbour in parameters is more likely."""
    if model["model"] == "weibull3":
        return
    for name in model["parameters"]:
        for factor in (0.999, 1.001):
            moved = dict(model["parameters"], **{name: model["parameters"][name] * factor})
            check(what + " maximum",
                  SCIPY[model["model"]](moved).logpdf(values).sum() <= model["loglik"] + 1e-9, True)


def check_p_values(values, item):
    """Anderson-Darling of the normal by 400 simulated sets: binomial error of both."""
    model = next((m for m in item["models"] if m["model"] == "normal"), None)
    if model is None or model.get("p_ad") is None:
        return
    rng = np.random.default_rng(2)
    n = len(values)
    i = np.arange(1, n + 1)
    more = 0
    for _ in range(400):
        s = np.sort(rng.standard_normal(n))
        s = (s - s.mean()) / s.std()
        ad = -n - ((2 * i - 1) * (stats.norm.logcdf(s) + stats.norm.logsf(s)[::-1])).mean()
        more += ad >= model["ad"]
    p = (1 + more) / 401
    check("p_ad normal", p, model["p_ad"], tol=4 * math.sqrt(max(p * (1 - p), 0.002) / 300))


def check_space(rows, results):
    if results["space"] is None:
        return
    rng = np.random.default_rng(3)
    for place in results["space"]["maps"]:
        members = of(rows, place["load_function"])
        x, y = column(members, "x_um"), column(members, "y_um")
        c = np.rint((x - np.nanmin(x)) / place["pitch_x_um"]).astype(int)
        r = np.rint((y - np.nanmin(y)) / place["pitch_y_um"]).astype(int)
        near = (np.abs(c[:, None] - c) <= 1) & (np.abs(r[:, None] - r) <= 1)
        np.fill_diagonal(near, False)
        for q in place["quantities"]:
            v = column(members, q["id"])
            good = np.isfinite(v)
            w, z = near[np.ix_(good, good)].astype(float), v[good] - v[good].mean()
            n, s0 = len(z), w.sum()

            def moran(u):
                return n / s0 * (u @ w @ u) / (u @ u)
            what = f"{place['load_function']} {q['id']}"
            check(what + " n", n, q["n"])
            check(what + " Moran", moran(z), q["moran_i"], 1e-9, 1e-12)
            check(what + " expected", -1 / (n - 1), q["expected"], 1e-9)
            geary = (n - 1) / (2 * s0) * (w * (z[:, None] - z) ** 2).sum() / (z @ z)
            check(what + " Geary", geary, q["geary_c"], 1e-9)
            p = (1 + sum(moran(rng.permutation(z)) >= q["moran_i"] for _ in range(299))) / 300
            check(what + " p", p, q["p"], tol=4 * math.sqrt(max(p * (1 - p), 0.003) / 230))
        labels = place["labels"]
        if labels:
            lab = np.array([int(row["cluster"] or -1) for row in members])
            good = lab >= 0
            same = (near[np.ix_(good, good)] & (lab[good][:, None] == lab[good])).sum() // 2
            check("same label", int(same), labels["same_label"]["value"])
    flat = [q for place in results["space"]["maps"] for q in place["quantities"]]
    for ours, q in zip(holm([q["p"] for q in flat]), flat):
        check("space holm", ours, q["p_holm"], 1e-12)


def check_order(rows, results):
    if results["order"] is None:
        return
    for item in results["order"]["series"]:
        v = column(of(rows, item["load_function"]), item["id"])
        place = np.arange(len(v))[np.isfinite(v)]
        v = finite(v)
        what = f"order {item['load_function']} {item['id']}"
        check(what + " tau", stats.kendalltau(np.arange(len(v)), v)[0], item["tau_b"], 1e-9, 1e-12)
        slopes = stats.theilslopes(v, place)
        check(what + " slope", slopes[0], item["slope_per_test"], 1e-9, 1e-14)
    for ours, item in zip(holm([i["p"] for i in results["order"]["series"]]), results["order"]["series"]):
        check("order holm", ours, item["p_holm"], 1e-9)


def main():
    folder = sys.argv[1]
    with open(os.path.join(folder, "results.json"), encoding="utf-8") as file:
        results = json.load(file)
    rows = read_tests(folder)
    check_groups(rows, results)
    check_comparisons(rows, results)
    check_clusters(rows, results)
    check_creep(folder, rows, results)
    check_contact(rows, results)
    check_energies(rows, results)
    check_ccdf(rows, results)
    check_space(rows, results)
    check_order(rows, results)
    check_checks(rows, results)
    check_cross_checks(rows, results)
    check_pop_ins(rows, results)
    check_sensitivity(rows, results)
    failures, count = failed()
    for line in failures[:40]:
        print(line)
    print(f"{count - len(failures)} of {count} numbers agree")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
