#!/usr/bin/python3
"""What a careful user writes today: a folder of TriboScan texts to a table, clusters included.

    bench/study/python_chain.py STUDY TABLE.csv [--processes N]

pandas reads, NumPy corrects and integrates, scipy.optimize.curve_fit fits each unloading, each hold
and the mean hold curves, scikit-learn finds the clusters by BIC of 1 to 7 components, one start each, as by
default. It does a part of what a run of Sneddon does: no uncertainty, no flags, no sensitivity, no
distributions, no figures, and nothing is checked.
"""
import argparse
import multiprocessing
import pathlib

import numpy as np
import pandas
from scipy.optimize import curve_fit
from sklearn.mixture import GaussianMixture
from sklearn.preprocessing import StandardScaler

EPSILON = 0.75
REDUCED_OF_DIAMOND = (1 - 0.07**2) / 1141.0  # 1/GPa
POWERS = 2.0 ** -np.arange(6)  # of h_c: 2, 1, 1/2, ... of Oliver and Pharr 1992


def tip_coefficients(study):
    lines = (study / "tip.ara").read_text(encoding="latin-1").splitlines()
    return np.array([float(lines[lines.index(f"C{i}") + 1]) for i in range(6)])


def area_nm2(h_c, coefficients):
    return float(np.sum(coefficients * h_c ** (2 * POWERS)))


def power_law(h, a, h_f, m):
    return a * np.clip(h - h_f, 1e-9, None) ** m


def creep_law(t, a, b, c):
    return a * t + b * t**c


def fitted_creep(t, depth):
    law, _ = curve_fit(creep_law, t, depth, p0=(0.01, 1, 0.5), maxfev=20000,
                       bounds=([0, 0, 0], [np.inf, np.inf, 1]))
    return law


def segments_of(load):
    """First and last point of the hold at the peak, or the peak twice."""
    top = np.flatnonzero(load >= 0.99 * load.max())
    return int(top[0]), int(top[-1])


def analyse(job):
    path, coefficients = job
    curve = pandas.read_csv(
        path, sep="\t", skiprows=4, usecols=[0, 1, 2], names=["h", "P", "t"], header=None,
        encoding="latin-1", dtype=float)
    h, load, t = curve["h"].to_numpy(), curve["P"].to_numpy(), curve["t"].to_numpy()
    load = load - np.median(load[:50])
    contact = int(np.argmax(load > 5 * np.std(load[:50])))
    h = h - h[contact]
    begin, end = segments_of(load)
    peak_load, peak_depth = load[end], h[end]
    unloading = np.arange(end, len(load))
    unloading = unloading[(load[end:] < 0.95 * peak_load) & (load[end:] > 0.2 * peak_load)]
    start = (peak_load / (0.5 * peak_depth) ** 1.5, 0.5 * peak_depth, 1.5)
    (a, h_f, m), _ = curve_fit(power_law, h[unloading], load[unloading], p0=start, maxfev=20000)
    stiffness = a * m * (peak_depth - h_f) ** (m - 1)  # uN/nm
    h_c = peak_depth - EPSILON * peak_load / stiffness
    area = area_nm2(h_c, coefficients)
    reduced = 1e3 * np.sqrt(np.pi) / 2 * stiffness / np.sqrt(area)  # GPa
    total = np.trapz(load[contact : end + 1], h[contact : end + 1])
    elastic = -np.trapz(load[end:], h[end:])
    hold_s = t[end] - t[begin]
    is_held = hold_s > 1
    hold_t, hold_h = t[begin:end] - t[begin], h[begin:end] - h[begin]
    grid = np.linspace(0, hold_s, 200)
    creep_a, creep_b, creep_c = fitted_creep(hold_t[1:], hold_h[1:]) if is_held else 3 * [np.nan]
    return {
        "file": path.name, "H_GPa": 1e3 * peak_load / area, "E_r_GPa": reduced,
        "E_GPa": (1 - 0.365**2) / (1 / reduced - REDUCED_OF_DIAMOND), "S": stiffness, "m": m,
        "h_max_nm": peak_depth, "W_elast_pJ": 1e-3 * elastic, "W_plast_pJ": 1e-3 * (total - elastic),
        "creep_nm": h[end] - h[begin], "hold_s": round(hold_s),
        "creep_a": creep_a, "creep_b": creep_b, "creep_c": creep_c,
        "hold_curve": np.interp(grid, hold_t, hold_h) if is_held else None,
    }


def cluster(table):
    """Labels of the tests with a hold, by the lowest BIC."""
    held = table[table["hold_s"] >= 1]
    points = StandardScaler().fit_transform(held[["H_GPa", "creep_nm"]].to_numpy())
    fits = [GaussianMixture(k, random_state=1).fit(points) for k in range(1, 8)]
    best = min(fits, key=lambda fit: fit.bic(points))
    table.loc[held.index, "cluster"] = best.predict(points)


def creep_laws(table):
    laws = []
    for (hold_s, label), group in table.dropna(subset=["cluster"]).groupby(["hold_s", "cluster"]):
        if len(group) < 3:
            continue
        mean = np.mean(np.stack(group["hold_curve"].to_list()), axis=0)
        t = np.linspace(0, hold_s, len(mean))
        laws.append((hold_s, label, *fitted_creep(t[1:], mean[1:])))
    return laws


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("study", type=pathlib.Path)
    parser.add_argument("table", type=pathlib.Path)
    parser.add_argument("--processes", type=int, default=1)
    options = parser.parse_args()
    coefficients = tip_coefficients(options.study)
    jobs = [(path, coefficients) for path in sorted(options.study.glob("*.txt"))]
    if options.processes == 1:
        rows = list(map(analyse, jobs))
    else:
        with multiprocessing.Pool(options.processes) as pool:
            rows = pool.map(analyse, jobs, chunksize=16)
    table = pandas.DataFrame(rows)
    cluster(table)
    creep_laws(table)
    table.drop(columns="hold_curve").to_csv(options.table, index=False)


if __name__ == "__main__":
    main()
