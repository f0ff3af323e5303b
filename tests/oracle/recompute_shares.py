"""Shares of clusters and their intervals, recomputed with scikit-learn."""
import numpy as np

from recomputed import check


def matched(old, new, k):
    """Which old label a new one is: the one of largest Jaccard similarity, or the same."""
    like = np.array([[(((old == a) & (new == b)).sum() / max(1, ((old == a) | (new == b)).sum()))
                      for b in range(k)] for a in range(k)])
    best = like.argmax(axis=1)
    match = np.full(k, -1)
    for a, b in enumerate(best):
        match[b] = a
    return match if len(set(best)) == k else np.arange(k)


def check_shares(members, labels, x, weights, mean, cov, clusters):
    """Hard labels, and hard labels under mixtures that scikit-learn fits to resampled tests."""
    from sklearn.mixture import GaussianMixture
    rng = np.random.default_rng(1)
    names = np.array([row["load_function"] for row in members])
    k, scale = len(weights), x.std(axis=0)
    y = x / scale
    strata = [np.flatnonzero(names == name) for name in sorted(set(names))]
    drawn = {(s["load_function"], s["label"]): [] for s in clusters["shares"]}
    for _ in range(400):
        rows = np.concatenate([rng.choice(stratum, len(stratum)) for stratum in strata])
        fit = GaussianMixture(k, tol=1e-7, max_iter=1000, reg_covar=1e-9, weights_init=weights,
                              means_init=mean / scale,
                              precisions_init=[np.linalg.inv(c / np.outer(scale, scale)) for c in cov])
        new = fit.fit(y[rows]).predict(y)
        if min(np.linalg.eigvalsh(c)[0] for c in fit.covariances_) < 1e-6:
            continue  # a spike, as ours refuses it
        again = matched(labels, new, k)[new]
        for name, label in drawn:
            inside = rows[names[rows] == name]
            drawn[name, label].append((again[inside] == label).mean())
    for share in clusters["shares"]:
        inside = names == share["load_function"]
        check("share n", int(((labels == share["label"]) & inside).sum()), share["n"])
        check("share", share["n"] / inside.sum(), share["share"], 1e-12)
        values = np.array(drawn[share["load_function"], share["label"]])
        for q, theirs in zip((0.025, 0.975), share["ci95"]):
            # Both quantiles of 400 carry Monte Carlo errors of 0.13 sd, and steps of 1/n.
            check("share ci", np.quantile(values, q), theirs,
                  tol=0.7 * values.std() + 1.0 / inside.sum())
