// Tests that a reader would leave out: what the means become, the lines for study.toml, the command.
// The page changes nothing itself; `sneddon run` does, and says so in the next report.
import { download } from "./figure";
import { button, element, headOf, number } from "./words";
import type { Column, Source } from "./source";

function quoted(text: string): string {
  return '"' + text.replace(/[\\"]/g, "\\$&").replace(/[\u0000-\u001f]/g, " ") + '"';
}

export function excludeLines(names: string[], reason: string): string {
  return names.map((name) =>
    `[[exclude]]\ntest = ${quoted(name)}\nreason = ${quoted(reason)}\n`).join("\n");
}

function shellWord(text: string): string {
  return "'" + text.replace(/'/g, "'\\''") + "'";
}

export interface MeanOf {
  n: number;
  mean: number;
  sd: number;
}

export function meanOf(column: Column, places: number[]): MeanOf {
  const values = places.map((at) => column.number(at)).filter((value) => Number.isFinite(value));
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { n, mean, sd: Math.sqrt(squares / (n - 1)) };
}

const previewed = ["H_IT_GPa", "E_r_GPa", "E_IT_GPa", "creep_nm", "W_plast_pJ"];

/** Group, quantity, mean and n before and after: the groups that lose a test. */
export function preview(source: Source, left: Set<number>): HTMLTableElement {
  const groupOf = source.columns.get("load_function"), sampleOf = source.columns.get("sample");
  const status = source.columns.get("status");
  const groups = new Map<string, number[]>();
  const touched = new Set<string>();
  const samples = new Set<string>();
  for (let at = 0; at < source.count; ++at) samples.add(sampleOf?.word(at) ?? "");
  for (let at = 0; at < source.count; ++at) {
    if (status && status.word(at) !== "used") continue;
    const group = groupOf?.word(at) ?? "";
    const name = samples.size > 1 && !group.includes(sampleOf?.word(at) ?? "")
      ? `${sampleOf?.word(at)}, ${group}` : group;
    const places = groups.get(name) ?? [];
    places.push(at);
    groups.set(name, places);
    if (left.has(at)) touched.add(name);
  }
  const body = element("tbody");
  for (const name of touched) {
    const places = groups.get(name) ?? [], rest = places.filter((at) => !left.has(at));
    body.append(element("tr", { class: "group" }, element("th", { scope: "rowgroup", colspan: "3" },
      `${name}: ${places.length} tests, without ${rest.length}`)));
    for (const id of previewed) {
      const column = source.columns.get(id);
      if (!column) continue;
      const before = meanOf(column, places), after = meanOf(column, rest);
      if (before.n === 0) continue;
      const spread = (one: MeanOf) => element("td", { class: "number", "data-mean": String(one.mean) },
        one.n > 0 ? `${number(one.mean, 4)} ± ${number(one.sd, 2)}` : "");
      body.append(element("tr", { "data-group": name, "data-quantity": id },
        element("th", { scope: "row" }, headOf(column)), spread(before), spread(after)));
    }
  }
  const head = element("tr");
  for (const text of ["mean ± sd", "now", "without"]) head.append(element("th", { scope: "col" }, text));
  return element("table", { class: "preview" }, element("thead", {}, head), body);
}

export function leaveOutBox(source: Source, places: number[]): HTMLElement {
  const names = [...new Set(places.map((at) => source.columns.get("test_id")?.word(at) ?? ""))];
  const reason = element("input", { type: "text", value: "left out by hand", "aria-label": "Reason" });
  const lines = element("textarea", { rows: "6", readonly: "", spellcheck: "false",
    "aria-label": "Lines for study.toml" });
  const fill = () => { lines.value = excludeLines(names, reason.value || "left out by hand"); };
  reason.addEventListener("input", fill);
  fill();
  const said = element("output");
  const few = names.slice(0, 3).map((name) => ` --exclude ${shellWord(name)}`).join("");
  return element("div", { class: "leave-out" },
    element("p", {}, "Nothing changes in this page. Put these lines into ",
      element("code", {}, "study.toml"), " beside the files and run again; the next report counts " +
      "and shows what was left out."),
    element("label", {}, "Reason ", reason), lines,
    element("div", { class: "buttons" },
      button("Copy lines", "", () => void navigator.clipboard?.writeText(lines.value)
        .then(() => { said.textContent = "copied"; })),
      button("Save lines", "as exclude.toml", () => download("exclude.toml", "text/plain", lines.value)),
      said),
    element("pre", {}, "cat exclude.toml >> STUDY/study.toml\nsneddon run STUDY -o OUT -f" +
      (names.length <= 3 ? `\n# or, for one run:\nsneddon run STUDY -o OUT -f${few}` : "")),
    element("div", { class: "wide-table" }, preview(source, new Set(places))));
}
