"""Columns of an HDF5 file, as h5py gives them, as files of doubles.
usage: hdf5_columns.py FILE OUT
An archive of sneddon: OUT.time_s, .depth_nm, .load_uN, .names. A file of micromechanics: OUT.depth
and OUT.load of all tests by number, from the last reset of a Fischerscope's clock on and without what
lies behind the segments of a NanoTest."""

import sys

import h5py
import numpy as np


def archive(file, out):
    for name in ("time_s", "depth_nm", "load_uN"):
        column = file["points"][name]
        values = column[:]
        if "decimals" in column.attrs:
            lowest = np.iinfo(values.dtype).min
            numbers = values / 10.0 ** column.attrs["decimals"]
            numbers[values == lowest + 1] = -0.0
            numbers[values == lowest] = np.nan
            values = numbers
        values.astype("<f8").tofile(f"{out}.{name}")
    cuts = np.cumsum(file["texts/bytes"])
    texts = [bytes(text).decode() for text in np.split(file["texts/utf8"][:], cuts[:-1])]
    with open(out + ".names", "w", encoding="utf-8") as names:
        for place in file["tests/name"]:
            names.write(texts[place] + "\n")


def micromechanics(file, out):
    depths, loads = [], []
    tests = [name for name in file if name.startswith("test_")]
    for name in sorted(tests, key=lambda test: int(test[5:])):
        data = file[name]["data"]
        time = data["time"][:]
        begin, end = 0, len(time)
        if file.attrs["uri"].endswith("hap2hdf.py"):
            resets = np.flatnonzero(np.diff(time) < 0)
            begin = resets[-1] + 1 if len(resets) else 0
        if "indices" in data:
            end = int(data["indices"][:].sum())
        depths.append(data["displacement"][begin:end])
        loads.append(data["force"][begin:end])
    np.concatenate(depths).astype("<f8").tofile(out + ".depth")
    np.concatenate(loads).astype("<f8").tofile(out + ".load")


with h5py.File(sys.argv[1], "r") as opened:
    kind = archive if "points" in opened else micromechanics
    kind(opened, sys.argv[2])
