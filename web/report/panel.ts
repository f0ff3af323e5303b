// The selected tests: their names, and one of them large.
import { download } from "./figure";
import { leaveOutBox } from "./leave_out";
import { plotOf } from "./plot";
import type { Line } from "./plot";
import { button, count, element, headOf, number } from "./words";
import { cellText } from "./table";
import { cellColumns, cellRows } from "./source";
import type { ResidualCells, Source, TestCurve } from "./source";

const mostNames = 500;

function csvCell(text: string): string {
  const safe = /^'*[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? "'" + text : text;
  return /[",\n\r]/.test(safe) ? '"' + safe.split('"').join('""') + '"' : safe;
}

export function csvOfPlaces(source: Source, places: number[]): string {
  const columns = [...source.columns.values()];
  const lines = [columns.map((column) => column.name).join(",")];
  for (const at of places)
    lines.push(columns.map((column) => {
      if (column.isText) return csvCell(column.word(at));
      const value = column.number(at);
      return Number.isNaN(value) ? "" : String(value);
    }).join(","));
  return lines.join("\n") + "\n";
}

export class Panel {
  readonly root = element("aside", { id: "panel", hidden: "", "aria-label": "Selected tests" });
  private places: number[] = [];
  private at = 0; // of the places
  private readonly title = element("h2", { tabindex: "-1" });
  private readonly names = element("ol", { class: "names" });
  private readonly list = element("details", { class: "list" });
  private readonly one = element("div", { class: "test" });
  private readonly extra = element("div");
  private turn = 0;

  constructor(private readonly source: Source, private readonly onClear: () => void,
              private readonly onOne: (at: number) => void, private readonly say: (text: string) => void) {
    this.list.append(element("summary", {}, "Names"), this.names);
    this.root.append(
      element("div", { class: "panel-head" }, this.title,
        button("×", "close and clear the selection", () => this.onClear())),
      element("div", { class: "buttons" },
        button("‹ Previous", "selected test", () => this.step(-1)),
        button("Next ›", "selected test", () => this.step(1)),
        button("CSV", "of the selected tests", () =>
          download("selected.csv", "text/csv", csvOfPlaces(this.source, this.places))),
        button("Copy list", "names of the selected tests", () => this.copy(this.nameList(), "names copied")),
        button("Copy link", "to this selection", () => this.copy(location.href, "link copied")),
        button("Leave out…", "of the study", () => this.leaveOut())),
      this.extra, this.list, this.one);
    this.names.addEventListener("click", (event) => {
      const item = (event.target as Element).closest<HTMLElement>("[data-place]");
      if (item) this.showOne(Number(item.dataset.place));
    });
  }

  private copy(text: string, words: string): void {
    void navigator.clipboard?.writeText(text).then(() => this.say(words));
  }
  private name(at: number): string {
    return this.source.columns.get("test_id")?.word(at) ?? `row ${this.source.rowOf(at) + 1}`;
  }
  private nameList(): string {
    return this.places.map((at) => this.name(at)).join("\n") + "\n";
  }

  show(places: number[]): void {
    this.places = places;
    this.at = 0;
    this.extra.replaceChildren();
    this.root.hidden = places.length === 0;
    document.documentElement.classList.toggle("has-panel", places.length > 0);
    if (places.length === 0) return;
    this.title.textContent = count(places.length, "test") + " selected";
    this.names.replaceChildren(...places.slice(0, mostNames).map((at, place) =>
      element("li", {}, element("button", { type: "button", "data-place": String(place) }, this.name(at)))));
    if (places.length > mostNames)
      this.names.append(element("li", {}, `and ${(places.length - mostNames).toLocaleString("en")} more`));
    this.list.open = places.length > 1; // one name stands above its curve
    this.showOne(0);
  }

  step(by: number): void {
    if (this.places.length > 0)
      this.showOne((this.at + by + this.places.length) % this.places.length);
  }

  private leaveOut(): void {
    const isOpen = this.extra.childNodes.length > 0;
    this.extra.replaceChildren(...(isOpen ? [] : [leaveOutBox(this.source, this.places)]));
    this.extra.querySelector("input")?.focus();
  }

  private showOne(place: number): void {
    this.at = place;
    for (const item of this.names.querySelectorAll("[aria-current]")) item.removeAttribute("aria-current");
    this.names.children[place]?.firstElementChild?.setAttribute("aria-current", "true");
    const at = this.places[place];
    this.onOne(at);
    const plots = element("div", { class: "plots" });
    this.one.replaceChildren(element("h3", {}, element("code", { class: "name" }, this.name(at))),
      this.facts(at), plots, this.values(at));
    void this.draw(at, plots, ++this.turn);
  }

  /** Load function, cluster, flags in words. */
  private facts(at: number): HTMLElement {
    const list = element("ul", { class: "facts" });
    const word = (name: string) => this.source.columns.get(name)?.word(at) ?? "";
    const cluster = this.source.columns.get("cluster")?.number(at) ?? NaN;
    const parts = [word("status"), word("sample"), word("load_function"),
      word("cluster_name") || (Number.isNaN(cluster) ? "" : `cluster ${cluster}`)].filter(Boolean);
    list.append(element("li", {}, parts.join(" · ")));
    if (word("reason")) list.append(element("li", {}, word("reason")));
    const texts = this.source.flagTexts(at);
    for (const text of texts) list.append(element("li", { class: "flag" }, text));
    if (texts.length === 0)
      for (const flag of word("flags").split(";").filter(Boolean))
        list.append(element("li", { class: "flag" }, `${flag}: ${this.source.codes.get(flag) ?? ""}`));
    return list;
  }

  private values(at: number): HTMLElement {
    const body = element("tbody");
    for (const column of this.source.columns.values()) {
      if (column.isText || ["order", "cluster", "test", "cycle"].includes(column.name)) continue;
      const value = column.number(at), u = column.u(at);
      if (Number.isNaN(value)) continue;
      body.append(element("tr", { title: column.text }, element("th", { scope: "row" }, headOf(column)),
        element("td", { class: "number" }, cellText(column, at)),
        element("td", { class: "number" }, u > 0 ? number(u, 2) : "")));
    }
    return element("table", { class: "values" },
      element("thead", {}, element("tr", {}, element("th", { scope: "col" }, "quantity"),
        element("th", { scope: "col", class: "number" }, "value"),
        element("th", { scope: "col", class: "number", title: "standard uncertainty of this test, random and common parts together" }, "u"))),
      body);
  }

  private async draw(at: number, plots: HTMLElement, turn: number): Promise<void> {
    const row = this.source.rowOf(at);
    const curve = await this.source.curve(row);
    if (turn !== this.turn) return;
    if (!curve) {
      plots.append(element("p", { class: "muted" }, "The page does not carry the curve of this test: " +
        "sneddon show FILE draws it."));
      return;
    }
    plots.append(plotOf("Curve", { symbol: "h", unit: "nm" }, { symbol: "F", unit: "µN" },
      [...segmentLines(curve), { x: curve.fitDepth, y: curve.fitLoad, kind: "line", className: "fit",
        name: "fit of the unloading" }], 260));
    const hold = this.hold(at, curve);
    if (hold) plots.append(hold);
    const residuals = await this.source.residuals(row);
    if (turn !== this.turn) return;
    const rms = this.source.columns.get("fit_rms_nm")?.number(at) ?? NaN;
    if (residuals)
      plots.append(plotOf(`Residuals of the unloading fit, all ${count(residuals.depth.length, "point")}` +
        ` (rms ${number(rms, 3)} nm)`, { symbol: "h", unit: "nm" }, { symbol: "Δh", unit: "nm" },
        [{ x: residuals.depth, y: residuals.residual, kind: "points", className: "residual" }], 170));
    else await this.drawCells(row, rms, plots, turn);
  }

  /** Of a test whose points the page does not carry: how many lie where. */
  private async drawCells(row: number, rms: number, plots: HTMLElement, turn: number): Promise<void> {
    const cells = await this.source.residualCells(row);
    if (turn !== this.turn || !Number.isFinite(rms)) return;
    const words = `Residuals of the unloading fit, rms ${number(rms, 3)} nm`;
    if (cells)
      plots.append(plotOf(`${words}; the area of a square goes with the root of the number of points there`,
        { symbol: "h", unit: "nm" }, { symbol: "Δh", unit: "nm" }, [squaresOf(cells)], 170));
    else plots.append(element("p", { class: "muted" }, `${words}. sneddon show FILE has its points.`));
  }

  private hold(at: number, curve: TestCurve): HTMLElement | undefined {
    const hold = curve.segments.find((segment) => segment.kind === "hold");
    if (!hold || !(hold.end - hold.begin > 1)) return undefined;
    const t: number[] = [], h: number[] = [];
    for (let i = 0; i < curve.time.length; ++i)
      if (curve.time[i] >= hold.begin && curve.time[i] <= hold.end) {
        t.push(curve.time[i] - hold.begin);
        h.push(curve.depth[i]);
      }
    if (t.length < 4) return undefined;
    const start = h[0];
    const lines: Line[] = [{ x: t, y: h.map((each) => each - start), kind: "line", className: "hold",
      name: "depth, means of neighbours" }];
    const value = (name: string) => this.source.columns.get(name)?.number(at) ?? NaN;
    const a = value("creep_a_nm_per_s"), b = value("creep_b_nm"), c = value("creep_c");
    let words = "Hold";
    if (Number.isFinite(a + b + c)) {
      // The law starts at its own zero: where it passes the first mean point.
      const law = (time: number) => a * time + b * Math.pow(time, c);
      const zero = law(t[0]);
      lines.push({ x: t, y: t.map((time) => law(time) - zero), kind: "line", className: "fit",
        name: "law a t + b tᶜ" });
      words = `Hold: a = ${number(a, 3)} nm/s, b = ${number(b, 3)} nm, c = ${number(c, 3)}`;
    }
    return plotOf(words, { symbol: "t", unit: "s" }, { symbol: "Δh", unit: "nm" }, lines, 190);
  }
}

function squaresOf(cells: ResidualCells): Line {
  const line = { x: [] as number[], y: [] as number[], size: [] as number[] };
  cells.levels.forEach((level, i) => {
    if (level === 0) return;
    const column = i % cellColumns, row = Math.floor(i / cellColumns);
    line.x.push(cells.depthLow + (column + 0.5) / cellColumns * (cells.depthHigh - cells.depthLow));
    line.y.push(cells.largest * (2 * (row + 0.5) / cellRows - 1));
    line.size.push(Math.sqrt(level / 15));
  });
  return { ...line, kind: "squares", className: "residual", across: cellColumns };
}

function segmentLines(curve: TestCurve): Line[] {
  const lines: Line[] = [];
  const seen = new Set<string>();
  // Of the way through the air a tenth of the depth is enough to see where it ends.
  const deepest = Math.max(...curve.depth);
  const isFar = (i: number) => curve.depth[i] < -0.1 * deepest;
  let last = -1; // a segment goes on where the one before it ended
  for (const segment of curve.segments) {
    const x: number[] = [], y: number[] = [];
    for (let i = 0; i < curve.time.length; ++i) {
      if (curve.time[i] < segment.begin || curve.time[i] > segment.end || isFar(i)) continue;
      if (x.length === 0 && last >= 0) {
        x.push(curve.depth[last]);
        y.push(curve.load[last]);
      }
      x.push(curve.depth[i]);
      y.push(curve.load[i]);
      last = i;
    }
    const name = seen.has(segment.kind) ? undefined : segment.kind;
    seen.add(segment.kind);
    if (x.length > 0)
      lines.push({ x, y, kind: "line", className: segment.kind.replace(" ", "-"), name });
  }
  return lines;
}
