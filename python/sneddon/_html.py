"""How a notebook shows the classes of the engine."""

from __future__ import annotations

from html import escape

from . import _engine
from ._table import cell

_first = ("h_max_nm", "F_max_uN", "S_uN_per_nm", "h_c_nm", "H_IT_GPa", "E_r_GPa", "E_IT_GPa",
          "W_total_pJ", "eta_IT", "creep_nm")  # fmt: skip


def _row(*cells: str) -> str:
    return "<tr>" + "".join(f"<td>{escape(text)}</td>" for text in cells) + "</tr>"


def html_of_analysed(analysed: _engine.Analysed) -> str:
    """The usual quantities of each cycle with their uncertainties, and the flags."""
    infos = {info["id"]: info for info in _engine.quantities()}
    lines = ["<table><tr><th>cycle</th><th>quantity</th><th>value</th><th>u random</th>"
             "<th>u common</th><th>unit</th></tr>"]  # fmt: skip
    for cycle in analysed.cycles:
        if not cycle.is_usable:
            lines.append(_row(str(cycle.number), "not usable", cycle.reason, "", "", ""))
            continue
        random, common = cycle.u_random, cycle.u_common
        for name in _first:
            values = (cell(cycle[name]), cell(random[name]), cell(common[name]))
            lines.append(_row(str(cycle.number), infos[name]["symbol"], *values,
                              infos[name]["unit"]))  # fmt: skip
        lines += [_row(str(cycle.number), flag.code, flag.text, "", "", "") for flag in cycle.flags]
    return "".join(lines) + "</table>"


def html_of_test(test: _engine.Test) -> str:
    """What the file says of the test."""
    position = test.position_um
    rows = [
        _row("name", test.name or f"test {test.number}"),
        _row("points", str(len(test))),
        _row("time", test.time_stamp or "not stated"),
        _row("position", f"{position[0]:g}, {position[1]:g} µm" if position else "not stated"),
    ]
    rows += [_row(found.what, f"{found.value} ({found.evidence})") for found in test.inferences]
    return "<table>" + "".join(rows) + "</table>"


def install() -> None:
    """The classes of the engine are C++: they get their faces here."""
    setattr(_engine.Analysed, "_repr_html_", html_of_analysed)
    setattr(_engine.Test, "_repr_html_", html_of_test)
