"""The computed curve of cases 01 to 24 again, with noise of any seed: what case 07 asks of 12 seeds."""
import random

PEAK_uN, H_MAX_nm, RESIDUAL_nm = 5000.0, 250.0, 170.0


def stage_curve(seed, zero_nm=1500.0, step_s=0.01, air_s=5.0, noise_nm=0.05, noise_uN=0.5,
                tilt_uN_per_nm=0.0):
    """(time, depth, load): approach through air over zero_nm, load linear in time along
    F = 5000 (h/245)^2 in 10 s, hold 10 s with 5 nm (t/10 s)^0.4, unloading
    h = 170 + 80 (F/5000)^(2/3) in 10 s; the load of a spring goes on in contact."""
    noise = random.Random(seed)
    rows = []
    for step in range(round((air_s + 30) / step_s) + 1):
        time = step * step_s
        t = time - air_s
        if t < 0:
            depth, load = zero_nm * time / air_s, 0.0
        elif t <= 10:
            load = PEAK_uN * t / 10
            depth = zero_nm + 245 * (t / 10)**0.5
        elif t <= 20:
            load = PEAK_uN
            depth = zero_nm + 245 + 5 * ((t - 10) / 10)**0.4
        else:
            load = PEAK_uN * max(0.0, 1 - (t - 20) / 10)
            depth = zero_nm + RESIDUAL_nm + 80 * (load / PEAK_uN)**(2 / 3)
        load += tilt_uN_per_nm * depth
        rows.append((time, depth + noise.gauss(0, noise_nm), load + noise.gauss(0, noise_uN)))
    return rows


def write_stage_curve(path, seed, **choices):
    lines = ["time_s,depth_nm,load_uN"]
    lines += ["%.6f,%.6f,%.6f" % row for row in stage_curve(seed, **choices)]
    path.write_text("\n".join(lines) + "\n")
