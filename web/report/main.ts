// Adds to a page that is complete without it: one selection in all figures and the table, the selected
// tests large, a filter, axes that follow, export, themes, keys. State is in the URL fragment.
import { Bar } from "./bar";
import { conditionOf, Unreadable } from "./condition";
import type { Holds } from "./condition";
import { download } from "./figure";
import { LiveFigure } from "./figures";
import { addLatex } from "./latex";
import { hydrateOpen, openForPrint, reveal } from "./later";
import { Panel } from "./panel";
import { pick, placesOf, showMask, stopPicking } from "./places";
import type { Box, Places } from "./places";
import { fragmentOf, readState, rowsOf, runsOf, Selection } from "./selection";
import { pageSource } from "./source";
import { makeSortable, TestTable } from "./table";
import { element, number, symbol } from "./words";

const source = pageSource();
const selection = new Selection();
const state = readState(location.hash);
const off = new Set(state.off.split("|").filter(Boolean));
const live = new Map<HTMLElement, LiveFigure>();
let rasters: Places[] = [];
let holds: Holds = () => true;

function say(text: string): void {
  bar.said.textContent = text;
}

function keep(): void {
  const runs = state.box || selection.size > 20_000 ? "" : runsOf(selection.values());
  state.sel = runs.length > 4000 ? "" : runs;
  state.off = [...off].join("|");
  state.sort = table?.sort ?? "";
  const fragment = fragmentOf(state);
  history.replaceState(null, "", fragment || location.pathname + location.search);
}

function nameOf(row: number): string {
  const at = source?.placeOf(row) ?? -1;
  return at < 0 ? `row ${row + 1} of tests.csv` : source?.columns.get("test_id")?.word(at) ?? "";
}

// --- one selection for all -------------------------------------------------------------------

const isOn = (row: number) => selection.has(row);
const isShown = (row: number) => {
  const at = source?.placeOf(row) ?? -1;
  return at < 0 || holds(at);
};
const isSelectedAt = (at: number) => source !== undefined && selection.has(source.rowOf(at));
const isInTable = (at: number) => holds(at) && (!state.only || isSelectedAt(at));

const waiting = new Set<HTMLElement>(); // figures that show an older state
function showInFigures(): void {
  const selected = selection.values();
  for (const [figure, each] of live)
    if (isHidden(figure)) waiting.add(figure);
    else each.show(isShown, isOn, selected);
}
function isHidden(figure: HTMLElement): boolean {
  return figure.closest("details:not([open])") !== null;
}

const manyRows = 2000;
const panel = source && new Panel(source, () => selection.set([]), (at) => table?.scrollTo(at), say);
const table = source && new TestTable(source, (at, add) => {
  const row = source.rowOf(at);
  selectRows([row], add);
}, () => {
  state.cols = table?.columns.join(",") ?? "";
  keep();
});

/** With its symbol and unit where a column of the tests has that name. */
function valueOf(name: string, value: number): Node {
  const column = source?.columns.get(name);
  const label = column ? symbol(column.symbol) : name.replace(/_/g, " ");
  return element("span", {}, label, ` ${number(value, 4)}${column?.unit ? " " + column.unit : ""}`);
}

function placesOfRows(rows: number[]): number[] {
  return rows.map((row) => source?.placeOf(row) ?? -1).filter((at) => at >= 0);
}

function showSelection(): void {
  showInFigures();
  if (state.only) table?.show(isInTable, isSelectedAt);
  else table?.select(isSelectedAt);
  const rows = selection.values();
  // The list of many names takes a frame of its own.
  const list = () => stay(() => panel?.show(placesOfRows(rows)));
  if (rows.length < manyRows) list();
  else requestAnimationFrame(() => {
    if (selection.size === rows.length) list();
  });
  if (!state.box)
    say(rows.length === 0 ? "" : rows.length === 1 ? "selected: " + nameOf(rows[0])
      : `selected: ${rows.length.toLocaleString("en")} tests`);
  keep();
}
selection.onChange(() => {
  if (!isPicking) clearPick();
  showSelection();
});

/** What was touched last stays where it is when the panel takes its part of the page; a figure that the
 *  panel would cover, at the foot of a narrow page, goes up. */
let touched: Element | undefined;
document.addEventListener("pointerdown", (event) => {
  const figure = (event.target as Element).closest("main figure");
  touched = figure?.querySelector("svg") ?? (event.target as Element).closest("main .virtual") ?? undefined;
}, true);
function stay(act: () => void): void {
  const before = touched?.getBoundingClientRect().top ?? 0;
  act();
  if (!touched || !panel || panel.root.hidden) return;
  const now = touched.getBoundingClientRect(), cover = panel.root.getBoundingClientRect();
  const isUnder = cover.left === 0 && now.bottom > cover.top;
  scrollBy({ top: isUnder ? now.top - bar.root.offsetHeight - 4 : now.top - before, behavior: "instant" });
}

function selectRows(rows: number[], add: boolean): void {
  if (!add) return selection.set(rows);
  const all = new Set(selection.values());
  // One that is selected already is taken out again.
  if (rows.length === 1 && all.has(rows[0])) all.delete(rows[0]);
  else for (const row of rows) all.add(row);
  selection.set(all);
}

// --- a brush over a raster ---------------------------------------------------------------------

let isPicking = false;

function clearPick(): void {
  stopPicking();
  state.box = "";
  for (const raster of rasters) raster.clear();
}

async function pickBox(raster: Places, box: Box): Promise<void> {
  const isIn = await pick(rasters, raster, box);
  if (!isIn) return;
  const rows: number[] = [];
  let all = 0;
  for (let row = 0; row < isIn.length; ++row)
    if (isIn[row]) {
      ++all;
      if (source && source.placeOf(row) >= 0 && isShown(row)) rows.push(row);
    }
  await new Promise(requestAnimationFrame);
  state.box = [raster.id, box.left, box.top, box.right, box.bottom].join(",");
  isPicking = true;
  selection.set(rows);
  isPicking = false;
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  if (selection.size !== rows.length) return;
  say(`selected: ${all.toLocaleString("en")} of ${isIn.length.toLocaleString("en")} tests`);
  keep();
}

function pickFrom(text: string): void {
  const [id, left, top, right, bottom] = text.split(",");
  const figure = document.querySelector(`figure[data-figure="${CSS.escape(id)}"]`) ?? reveal("figure-" + id);
  if (!figure) return;
  prepareOpen();
  const raster = rasters.find((each) => each.id === id);
  const box = { left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom) };
  if (raster && Object.values(box).every(Number.isFinite)) void pickBox(raster, box);
}

// --- filter, series, themes ----------------------------------------------------------------------

/** Asked once: figures, table and rasters ask for each row again. */
function remembered(holds: Holds, count: number): Holds {
  const isIn = new Uint8Array(count);
  for (let at = 0; at < count; ++at) if (holds(at)) isIn[at] = 1;
  return (at) => isIn[at] === 1;
}

function filter(text: string): string {
  let trouble = "";
  try {
    holds = source && text ? remembered(conditionOf(text, source), source.count) : () => true;
    state.q = text;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    trouble = error.message;
    return trouble; // what stood before stays
  }
  showInFigures();
  table?.show(isInTable, isSelectedAt);
  if (source && rasters.length > 0 && source.count === source.all)
    void showMask(rasters, text ? (row) => holds(row) : undefined);
  if (source && text) say(`${table?.places().length.toLocaleString("en")} of ${source.count.toLocaleString("en")} rows`);
  else say("");
  keep();
  return trouble;
}

function showSeries(): void {
  for (const figure of live.keys()) showSeriesIn(figure);
  keep();
}
function showSeriesIn(figure: HTMLElement): void {
  for (const mark of figure.querySelectorAll<SVGElement>("g.mark")) {
    const series = mark.dataset.series ?? "";
    mark.classList.toggle("off", [...off].some((name) => series === name || series.startsWith(name + ",")));
  }
}

function themeOf(): string {
  return document.documentElement.dataset.theme ??
    (matchMedia("(prefers-color-scheme:dark)").matches ? "dark" : "light");
}
function toggleTheme(): void {
  state.theme = themeOf() === "dark" ? "light" : "dark";
  document.documentElement.dataset.theme = state.theme;
  keep();
}

function clusterNames(): string[] {
  const cluster = source?.columns.get("cluster");
  const names = source?.columns.get("cluster_name");
  const labels = new Map<number, string>();
  for (let at = 0; cluster && source && at < source.count; ++at) {
    const label = cluster.number(at);
    if (!Number.isNaN(label) && !labels.has(label)) labels.set(label, names?.word(at) || `cluster ${label}`);
  }
  return [...labels].sort(([a], [b]) => a - b).slice(0, 12).map(([, name]) => name);
}

const keys = "n, p: next, previous test · x or Esc: clear · d: light or dark · /: filter · " +
  "arrows: in a figure or the table · ?: keys";

const bar = new Bar(source, {
  filter, clear: () => selection.set([]), toggleTheme, keys,
  saveRecipe: () => download("recipe.toml", "text/plain", reveal("recipe-toml")?.textContent ?? ""),
  setSeries: (name, isSeen) => {
    if (isSeen) off.delete(name);
    else off.add(name);
    showSeries();
  },
  setOnlySelected: (isOnly) => {
    state.only = isOnly ? "1" : "";
    table?.show(isInTable, isSelectedAt);
    keep();
  },
}, clusterNames(), off, state.only !== "");

// --- parts of the page as they open --------------------------------------------------------------

const card = element("div", { id: "card", hidden: "", "aria-hidden": "true" });

function prepare(figure: HTMLElement): void {
  const svg = figure.querySelector("svg");
  if (!svg || live.has(figure)) return;
  const raster = placesOf([figure])[0];
  if (raster) rasters.push(raster);
  const made = new LiveFigure(figure, svg, raster, {
    select: selectRows, pickBox: (from, box) => void pickBox(from, box), describe: nameOf, value: valueOf, say,
  }, card);
  live.set(figure, made);
  if (off.size > 0) showSeriesIn(figure);
  if (selection.size > 0 || state.q) made.show(isShown, isOn, selection.values());
}

function prepareOpen(): void {
  hydrateOpen(document);
  for (const figure of document.querySelectorAll<HTMLElement>("figure[data-figure]")) {
    if (isHidden(figure)) continue;
    prepare(figure);
    if (waiting.delete(figure)) live.get(figure)?.show(isShown, isOn, selection.values());
  }
  for (const each of document.querySelectorAll<HTMLTableElement>("main .table table"))
    if (!each.closest("details:not([open])")) {
      makeSortable(each);
      addLatex(each, say);
    }
}

function goTo(id: string): boolean {
  const row = /^test-(\d+)$/.exec(id);
  if (row) {
    selection.set([Number(row[1]) - 1]);
    return true;
  }
  const found = reveal(id);
  prepareOpen();
  found?.scrollIntoView();
  return found !== null;
}

function step(by: number): void {
  const places = table?.places() ?? [];
  if (places.length === 0 || !source) return;
  const first = selection.size > 0 ? source.placeOf(selection.values()[0]) : -1;
  const last = selection.size > 0 ? places.indexOf(first) : by > 0 ? -1 : 0;
  selection.set([source.rowOf(places[(last + by + places.length) % places.length])]);
}

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if ((event.target as Element).matches("input,select,textarea") && event.key !== "Escape") return;
  if (event.key === "n") step(1);
  else if (event.key === "p") step(-1);
  else if (event.key === "x" || event.key === "Escape") selection.set([]);
  else if (event.key === "d") toggleTheme();
  else if (event.key === "?") say(keys);
  else if (event.key === "/") {
    event.preventDefault();
    bar.input.focus();
  }
});

document.addEventListener("click", (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
  const id = link?.getAttribute("href")?.slice(1) ?? "";
  if (!link || !goTo(id)) return;
  event.preventDefault();
});
document.addEventListener("toggle", (event) => {
  if ((event.target as HTMLDetailsElement).open && (event.target as Element).closest("main")) prepareOpen();
}, true);

let closeAgain: (() => void) | undefined;
addEventListener("beforeprint", () => {
  closeAgain = openForPrint();
  document.documentElement.classList.toggle("print-tests", table?.printsAll ?? false);
  if (table?.printsAll) table.drawAll();
});
addEventListener("afterprint", () => {
  closeAgain?.();
  table?.drawAgain();
});

// --- begin -------------------------------------------------------------------------------------

if (state.theme === "dark" || state.theme === "light")
  document.documentElement.dataset.theme = state.theme;
const firstBox = state.box, firstRows = rowsOf(state.sel), firstFilter = state.q; // before anything is kept
state.box = "";
document.querySelector("nav")?.after(bar.root);
document.body.append(card);
if (panel) document.body.append(panel.root);
if (table && source) {
  if (state.cols) table.setColumns(state.cols.split(","));
  if (state.sort) table.setSort(state.sort);
  document.querySelector("#tests")?.append(table.root);
  table.show(isInTable, isSelectedAt);
}
prepareOpen();
if (firstFilter) bar.apply(firstFilter);
if (firstRows.length > 0) selection.set(firstRows);
if (firstBox) pickFrom(firstBox);
const anchor = location.hash.startsWith("#view:") ? "" : location.hash.slice(1);
if (anchor) goTo(anchor);
document.documentElement.dataset.ready = "";
