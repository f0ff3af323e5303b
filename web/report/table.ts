// The table of tests: all rows, of which those in view are elements. Other tables sort in place.
import { button, count, element, headOf, number } from "./words";
import type { Column, Source } from "./source";

const rowHeight = 28, spare = 6; // pixels; rows beyond the view

const first = ["status", "load_function", "sample", "flags", // of those that the study has
  "H_IT_GPa", "E_IT_GPa", "creep_nm", "cluster_name", "cluster"];

export class TestTable {
  readonly root: HTMLElement;
  private readonly region = element("div", {
    class: "virtual", role: "region", tabindex: "0", "aria-label": "Table of tests",
  });
  private readonly table = element("table");
  private readonly head = element("thead");
  private readonly body = element("tbody");
  private readonly summary = element("p", { class: "muted", id: "tests-summary" });
  private readonly chooser = element("details", { class: "chooser" }, element("summary", {}, "Columns"));
  private shown: string[];
  private order: number[] = [];
  private sortColumn = "";
  private isUp = true;
  private isIn: (at: number) => boolean = () => true;
  private isSelected: (at: number) => boolean = () => false;
  private drawnFrom = -1;
  private waiting = false;
  printsAll = false;

  constructor(private readonly source: Source,
              private readonly onPick: (at: number, add: boolean) => void,
              private readonly onView: () => void) {
    // What is the same in every row tells no two apart, and would push the hardness out of view.
    const usual = [...source.columns.values()].filter((c) => c.isUsual).map((c) => c.name);
    this.shown = [...new Set([...first, ...usual])].filter((name) => source.columns.get(name)?.isSame === false);
    this.table.append(this.head, this.body);
    this.region.append(this.table);
    const print = element("input", { type: "checkbox" });
    print.addEventListener("change", () => { this.printsAll = print.checked; });
    this.root = element("div", { id: "tests-view" },
      element("div", { class: "table-tools" }, this.summary, this.chooser,
        element("label", {}, print, "print all rows")), this.region);
    this.region.addEventListener("scroll", () => this.later());
    this.region.addEventListener("keydown", (event) => this.keyed(event));
    this.body.addEventListener("click", (event) => {
      const row = (event.target as Element).closest<HTMLElement>("tr[data-at]");
      if (row) this.onPick(Number(row.dataset.at), event.shiftKey || event.ctrlKey || event.metaKey);
    });
    this.chooser.addEventListener("toggle", () => this.fillChooser(), { once: true });
  }

  get columns(): string[] {
    return this.shown;
  }
  get sort(): string {
    return this.sortColumn && (this.isUp ? "" : "-") + this.sortColumn;
  }
  setSort(text: string): void {
    this.sortColumn = text.replace(/^-/, "");
    this.isUp = !text.startsWith("-");
  }
  setColumns(names: string[]): void {
    this.shown = names.filter((name) => this.source.columns.has(name));
  }
  /** Places in the order of the table. */
  places(): number[] {
    return this.order;
  }

  show(isIn: (at: number) => boolean, isSelected: (at: number) => boolean): void {
    this.isIn = isIn;
    this.isSelected = isSelected;
    this.arrange();
    this.drawHead();
    this.draw(true);
  }
  /** The selection alone changed. */
  select(isSelected: (at: number) => boolean): void {
    this.isSelected = isSelected;
    for (const row of this.body.querySelectorAll<HTMLElement>("tr[data-at]"))
      row.classList.toggle("selected", isSelected(Number(row.dataset.at)));
  }
  scrollTo(at: number): void {
    const place = this.order.indexOf(at);
    if (place < 0) return;
    const top = place * rowHeight, view = this.region.clientHeight - 3 * rowHeight;
    if (top < this.region.scrollTop || top > this.region.scrollTop + view)
      this.region.scrollTop = Math.max(0, top - view / 2);
    this.draw(false);
  }
  /** For print: every row is an element, or none. */
  drawAll(): void {
    this.body.replaceChildren(...this.order.map((at, place) => this.row(at, place)));
  }
  drawAgain(): void {
    this.draw(true);
  }

  private arrange(): void {
    const order: number[] = [];
    for (let at = 0; at < this.source.count; ++at) if (this.isIn(at)) order.push(at);
    const column = this.source.columns.get(this.sortColumn);
    if (column) sortBy(order, column, this.isUp);
    this.order = order;
    const { count: here, all } = this.source;
    this.summary.textContent = (order.length === here ? count(here, "row")
      : `${order.length.toLocaleString("en")} of ${count(here, "row")}`) +
      (here < all ? `, the first and the flagged ones of ${all.toLocaleString("en")}; tests.csv has all` : "");
    this.table.setAttribute("aria-rowcount", String(order.length + 1));
  }

  private drawHead(): void {
    const cell = (name: string, label: Node, kind: string) => {
      const sorted = this.sortColumn === name;
      const made = button("", "", () => {
        this.setSort(sorted && this.isUp ? "-" + name : name);
        this.show(this.isIn, this.isSelected);
        this.onView();
      });
      made.append(label);
      const head = element("th", { scope: "col", "data-column": name, class: kind }, made);
      if (sorted) head.setAttribute("aria-sort", this.isUp ? "ascending" : "descending");
      const column = this.source.columns.get(name);
      if (column?.text) head.title = column.text;
      return head;
    };
    this.head.replaceChildren(element("tr", { "aria-rowindex": "1" },
      cell("test_id", element("span", {}, "test"), ""),
      ...this.columnsShown().map((c) => cell(c.name, headOf(c), c.isText ? "" : "number"))));
  }
  private columnsShown(): Column[] {
    return this.shown.flatMap((name) => this.source.columns.get(name) ?? []);
  }

  private later(): void {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.draw(false);
    });
  }
  private draw(isNew: boolean): void {
    const height = this.region.clientHeight || 600;
    const from = Math.max(0, Math.floor(this.region.scrollTop / rowHeight) - spare) & ~1;
    if (!isNew && from === this.drawnFrom) return;
    this.drawnFrom = from;
    const to = Math.min(this.order.length, from + Math.ceil(height / rowHeight) + 2 * spare);
    const rows = this.order.slice(from, to).map((at, i) => this.row(at, from + i));
    const space = (rowsAway: number) => element("tr", { "aria-hidden": "true" },
      element("td", { style: `height:${rowsAway * rowHeight}px;padding:0;border:0`,
        colspan: String(this.shown.length + 1) }));
    this.body.replaceChildren(
      ...(from > 0 ? [space(from)] : []), ...rows,
      ...(to < this.order.length ? [space(this.order.length - to)] : []));
  }

  private row(at: number, place: number): HTMLTableRowElement {
    const name = this.source.columns.get("test_id")?.word(at) ?? "";
    const cycle = this.source.columns.get("cycle")?.number(at) ?? 1;
    const row = element("tr", { "data-at": String(at), "aria-rowindex": String(place + 2) },
      element("th", { scope: "row" }, button(cycle > 1 ? `${name} cycle ${cycle}` : name, "", () => undefined)));
    if (this.isSelected(at)) row.className = "selected";
    for (const column of this.columnsShown()) row.append(this.cell(column, at));
    return row;
  }
  private cell(column: Column, at: number): HTMLTableCellElement {
    if (!column.isText) return element("td", { class: "number" }, cellText(column, at));
    const word = column.word(at);
    if (column.name !== "flags") return element("td", {}, word);
    const made = element("td", {});
    for (const flag of word.split(";").filter(Boolean))
      made.append(element("code", { class: "page", title: this.source.codes.get(flag) ?? "" }, flag), " ");
    return made;
  }

  private fillChooser(): void {
    const list = element("div", { class: "choices" });
    for (const column of this.source.columns.values()) {
      if (column.name === "test_id") continue;
      const box = element("input", { type: "checkbox" });
      box.checked = this.shown.includes(column.name);
      box.addEventListener("change", () => {
        this.shown = box.checked ? [...this.shown, column.name]
          : this.shown.filter((name) => name !== column.name);
        this.drawHead();
        this.draw(true);
        this.onView();
      });
      list.append(element("label", { title: column.text }, box, headOf(column)));
    }
    this.chooser.append(list);
  }

  private keyed(event: KeyboardEvent): void {
    const step = ({ ArrowDown: 1, ArrowUp: -1 } as Record<string, number>)[event.key];
    if (step === undefined || this.order.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const on = this.order.findIndex((at) => this.isSelected(at));
    const next = on < 0 ? 0 : Math.max(0, Math.min(this.order.length - 1, on + step));
    this.onPick(this.order[next], false);
    this.scrollTo(this.order[next]);
  }
}

export function cellText(column: Column, at: number): string {
  const value = column.number(at);
  return ["order", "cluster", "test", "cycle", "points", "points_missing", "pop_ins"]
    .includes(column.name) ? (Number.isNaN(value) ? "" : String(value)) : number(value);
}

/** No value: at the end, up or down. */
function sortBy(order: number[], column: Column, isUp: boolean): void {
  const sign = isUp ? 1 : -1;
  if (column.isText) {
    const collator = new Intl.Collator("en", { numeric: true });
    order.sort((a, b) => {
      const left = column.word(a), right = column.word(b);
      if (left === right) return a - b;
      if (left === "" || right === "") return left === "" ? 1 : -1;
      return sign * collator.compare(left, right) || a - b;
    });
    return;
  }
  order.sort((a, b) => {
    const left = column.number(a), right = column.number(b);
    if (Number.isNaN(left) || Number.isNaN(right))
      return Number.isNaN(left) === Number.isNaN(right) ? a - b : Number.isNaN(left) ? 1 : -1;
    return sign * (left - right) || a - b;
  });
}

function valueOf(cell: Element | undefined): number | string {
  const text = (cell?.textContent ?? "").replace(/[\u2009,]/g, "").replace(/\u2212/g, "-").trim();
  const value = parseFloat(text);
  return Number.isNaN(value) ? text : value;
}

function compare(a: number | string, b: number | string): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), "en", { numeric: true });
}

/** Tables that stand in the page sort in place. */
export function makeSortable(table: HTMLTableElement): void {
  const heads = [...table.querySelectorAll<HTMLTableCellElement>("thead th")];
  const body = table.tBodies[0];
  if (!body || body.rows.length < 3 || table.dataset.sorts !== undefined) return;
  table.dataset.sorts = "";
  heads.forEach((head, column) => {
    const made = button("", "", () => {
      const isUp = head.getAttribute("aria-sort") !== "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", isUp ? "ascending" : "descending");
      const rows = [...body.rows].map((row, place) =>
        ({ row, place, value: valueOf(row.cells[column]) }));
      rows.sort((a, b) => {
        if (a.value === "" || b.value === "")
          return a.value === b.value ? a.place - b.place : a.value === "" ? 1 : -1;
        return compare(a.value, b.value) * (isUp ? 1 : -1) || a.place - b.place;
      });
      body.append(...rows.map((entry) => entry.row));
    });
    made.append(...head.childNodes);
    head.append(made);
  });
}
