// Adds to a page that is complete without it: one selection in all figures and the table, reading
// of values, zoom, switches of series, export, themes, keys. State is in the URL fragment.
import { csvOf, download, downloadPng, fileOf, frameAt, framesOf, pointOf, valueAt } from "./figure";
import type { Frame } from "./figure";
import { Curves } from "./curves";
import { pick, placesOf, stopPicking } from "./places";
import type { Box, Places } from "./places";
import { fragmentOf, readState, rowsOf, runsOf, Selection } from "./selection";
import { filterRows, makeSortable } from "./table";

const selection = new Selection();
const state = readState(location.hash);
const figures = [...document.querySelectorAll<HTMLElement>("figure[data-figure]")];
const table = document.querySelector<HTMLTableElement>("#tests table");
const rowOfTest = new Map<number, HTMLTableRowElement>();
const readOut = document.createElement("output");
readOut.id = "read-out";

function say(text: string): void {
  readOut.textContent = text;
}

function nameOf(row: number): string {
  return rowOfTest.get(row)?.cells[0].textContent ?? `row ${row + 1} of tests.csv`;
}

function number(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(5))) : "";
}

function keep(): void {
  state.sel = runsOf(selection.values());
  const fragment = fragmentOf(state);
  history.replaceState(null, "", fragment || location.pathname + location.search);
}

// --- one selection for all -------------------------------------------------------------------

const marksOfTest = new Map<number, SVGElement[]>();
for (const figure of figures)
  for (const mark of figure.querySelectorAll<SVGElement>("[data-t]")) {
    const row = Number(mark.dataset.t);
    const own = marksOfTest.get(row);
    if (own) own.push(mark);
    else marksOfTest.set(row, [mark]);
  }

let shown: number[] = [];
function showSelection(): void {
  for (const row of shown) {
    for (const mark of marksOfTest.get(row) ?? []) mark.classList.remove("on");
    rowOfTest.get(row)?.classList.remove("selected");
  }
  shown = selection.values();
  for (const row of shown) {
    for (const mark of marksOfTest.get(row) ?? []) mark.classList.add("on");
    rowOfTest.get(row)?.classList.add("selected");
  }
  for (const figure of figures)
    figure.querySelector("svg")?.classList.toggle("has-selection", shown.length > 0);
  for (const each of curves) each.show(shown);
  say(shown.length === 0 ? "" : shown.length === 1 ? "selected: " + nameOf(shown[0])
    : `selected: ${shown.length} tests`);
  keep();
}
selection.onChange(() => {
  clearPick();
  showSelection();
});

// --- a brush over a raster ---------------------------------------------------------------------

const rasters = placesOf(figures);
const curves = figures.flatMap((figure) => {
  const svg = figure.querySelector("svg"), source = figure.querySelector("script.curves");
  return svg && source ? [new Curves(svg, source)] : [];
});

function clearPick(): void {
  stopPicking();
  state.box = "";
  for (const raster of rasters) raster.clear();
  for (const row of rowOfTest.values()) row.classList.remove("selected");
}

async function pickBox(raster: Places, box: Box): Promise<void> {
  const isIn = await pick(rasters, raster, box);
  if (!isIn) return;
  for (const [test, row] of rowOfTest) row.classList.toggle("selected", isIn[test] === 1);
  const count = isIn.reduce((sum, each) => sum + each, 0);
  state.box = [raster.id, box.left, box.top, box.right, box.bottom].join(",");
  say(`selected: ${count.toLocaleString("en")} of ${isIn.length.toLocaleString("en")} tests`);
  keep();
}

function pickFrom(text: string): void {
  const [id, left, top, right, bottom] = text.split(",");
  const raster = rasters.find((each) => each.id === id);
  const box = { left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom) };
  if (raster && Object.values(box).every(Number.isFinite)) void pickBox(raster, box);
}

function rowsInside(frame: Frame, svg: SVGSVGElement, x0: number, y0: number, x1: number,
                    y1: number): number[] {
  const rows: number[] = [];
  const matrix = svg.getScreenCTM();
  if (!matrix) return rows;
  const inverse = matrix.inverse();
  for (const mark of frame.panel.querySelectorAll<SVGElement>("[data-t]:not(.off *)")) {
    const box = mark.getBoundingClientRect();
    const at = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2).matrixTransform(inverse);
    if (at.x >= Math.min(x0, x1) && at.x <= Math.max(x0, x1) && at.y >= Math.min(y0, y1) &&
        at.y <= Math.max(y0, y1)) rows.push(Number(mark.dataset.t));
  }
  return rows;
}

// --- a figure --------------------------------------------------------------------------------

function toolButton(text: string, label: string, act: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text;
  button.setAttribute("aria-label", `${text}: ${label}`); // the name begins with what is read
  button.addEventListener("click", act);
  return button;
}

const whole = new Map<SVGSVGElement, string>();
function zoom(svg: SVGSVGElement, factor: number): void {
  const all = whole.get(svg) ?? svg.getAttribute("viewBox") ?? "";
  whole.set(svg, all);
  if (factor === 0) return svg.setAttribute("viewBox", all);
  const [, , fullWidth, fullHeight] = all.split(" ").map(Number);
  const [x, y, width, height] = (svg.getAttribute("viewBox") ?? all).split(" ").map(Number);
  const newWidth = Math.min(fullWidth, Math.max(fullWidth / 16, width / factor));
  const newHeight = newWidth * fullHeight / fullWidth;
  const left = Math.min(Math.max(0, x + (width - newWidth) / 2), fullWidth - newWidth);
  const top = Math.min(Math.max(0, y + (height - newHeight) / 2), fullHeight - newHeight);
  svg.setAttribute("viewBox", [left, top, newWidth, newHeight].map((v) => v.toFixed(2)).join(" "));
}

function addTools(figure: HTMLElement, svg: SVGSVGElement): void {
  const id = figure.dataset.figure ?? "figure";
  const tools = document.createElement("div");
  tools.className = "tools";
  const csv = csvOf(figure);
  tools.append(
    toolButton("SVG", id, () => download(id + ".svg", "image/svg+xml", fileOf(svg))),
    toolButton("PNG", `${id}, 600 dpi`, () => void downloadPng(id + ".png", svg)));
  if (csv !== undefined)
    tools.append(toolButton("CSV", `data of ${id}`, () => download(id + ".csv", "text/csv", csv)));
  tools.append(
    toolButton("Copy caption", `copy the caption of ${id}`, () => {
      const caption = figure.querySelector("figcaption")?.textContent ?? "";
      void navigator.clipboard?.writeText(caption).then(() => say("caption copied"));
    }),
    toolButton("+", `zoom into ${id}`, () => zoom(svg, 1.6)),
    toolButton("−", `zoom out of ${id}`, () => zoom(svg, 1 / 1.6)),
    toolButton("Whole", `all of ${id}`, () => zoom(svg, 0)));
  svg.after(tools);
}

function addBrush(svg: SVGSVGElement): void {
  const frames = framesOf(svg);
  let from: { x: number; y: number; frame: Frame } | undefined;
  let box: SVGRectElement | undefined;
  svg.addEventListener("pointermove", (event) => {
    const at = pointOf(svg, event);
    if (from && box) {
      box.setAttribute("x", String(Math.min(at.x, from.x)));
      box.setAttribute("y", String(Math.min(at.y, from.y)));
      box.setAttribute("width", String(Math.abs(at.x - from.x)));
      box.setAttribute("height", String(Math.abs(at.y - from.y)));
      return;
    }
    const frame = frameAt(frames, at.x, at.y);
    if (!frame) return;
    const mark = (event.target as Element).closest<SVGElement>("[data-t]");
    const x = valueAt(frame.x, (at.x - frame.left) / (frame.right - frame.left));
    const y = valueAt(frame.y, (frame.bottom - at.y) / (frame.bottom - frame.top));
    say((mark ? nameOf(Number(mark.dataset.t)) + " · " : "") +
      `${frame.xName} ${number(x)} · ${frame.yName} ${number(y)}`);
  });
  svg.addEventListener("pointerdown", (event) => {
    const isRaster = rasters.some((raster) => raster.svg === svg);
    if (event.button !== 0 || !(isRaster || svg.querySelector("[data-t]"))) return;
    const at = pointOf(svg, event);
    const frame = frameAt(frames, at.x, at.y);
    if (!frame) return;
    from = { ...at, frame };
    box = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    box.setAttribute("class", "brush");
    svg.append(box);
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointerup", (event) => {
    if (!from) return;
    const at = pointOf(svg, event);
    const isClick = Math.hypot(at.x - from.x, at.y - from.y) < 0.7;
    const room = isClick ? 0.9 : 0;
    const rows = rowsInside(from.frame, svg, Math.min(at.x, from.x) - room,
      Math.min(at.y, from.y) - room, Math.max(at.x, from.x) + room, Math.max(at.y, from.y) + room);
    const raster = rasters.find((each) => each.svg === svg && each.frame.panel === from?.frame.panel);
    if (raster) {
      const picked = raster.boxOf(from.x, from.y, at.x, at.y);
      box?.remove();
      from = box = undefined;
      selection.set([]);
      if (!isClick) void pickBox(raster, picked);
      return;
    }
    const added = event.shiftKey ? selection.values() : [];
    selection.set(added.concat(isClick ? rows.slice(0, 1) : rows));
    box?.remove();
    from = box = undefined;
  });
}

// --- switches of series ------------------------------------------------------------------------

const off = new Set(state.off.split("|").filter(Boolean));
function showSeries(): void {
  for (const figure of figures)
    for (const mark of figure.querySelectorAll<SVGElement>("g.mark")) {
      const series = mark.dataset.series ?? "";
      const isOff = [...off].some((name) => series === name || series.startsWith(name + ","));
      mark.classList.toggle("off", isOff);
    }
  state.off = [...off].join("|");
  keep();
}

function clusterNames(): string[] {
  const names = new Set<string>();
  for (const key of document.querySelectorAll<SVGElement>("#figures g.key"))
    if (/^cluster \d+$/.test(key.dataset.series ?? "")) names.add(key.dataset.series ?? "");
  return [...names].sort();
}

// --- the bar ---------------------------------------------------------------------------------

function themeOf(): string {
  return document.documentElement.dataset.theme ??
    (matchMedia("(prefers-color-scheme:dark)").matches ? "dark" : "light");
}
function setTheme(theme: string): void {
  document.documentElement.dataset.theme = theme;
  state.theme = theme;
  keep();
}

function addBar(): void {
  const bar = document.createElement("div");
  bar.className = "bar";
  bar.setAttribute("role", "region");
  bar.setAttribute("aria-label", "Selection and filters");
  const words = document.createElement("input");
  words.type = "search";
  words.placeholder = "filter tests";
  words.setAttribute("aria-label", "Filter the table of tests");
  words.value = state.q;
  const filter = () => {
    state.q = words.value;
    if (table) say(`${filterRows(table, words.value)} rows`);
    keep();
  };
  words.addEventListener("input", filter);
  bar.append(words);
  for (const name of clusterNames()) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = !off.has(name);
    box.addEventListener("change", () => {
      if (box.checked) off.delete(name);
      else off.add(name);
      showSeries();
    });
    label.append(box, name);
    bar.append(label);
  }
  bar.append(
    toolButton("Clear selection", "clear the selection", () => selection.set([])),
    toolButton("Light / dark", "switch between light and dark",
      () => setTheme(themeOf() === "dark" ? "light" : "dark")),
    toolButton("Save recipe", "save the recipe", () => download("recipe.toml", "text/plain",
      document.querySelector("#recipe-toml")?.textContent ?? "")),
    toolButton("?", "keys", () => say(keys)), readOut);
  document.querySelector("nav")?.after(bar);
  if (state.q) filter();
}

const keys = "n, p: next, previous test · x or Esc: clear · d: light or dark · /: filter · ?: keys";

function step(by: number): void {
  const rows = [...rowOfTest.keys()];
  if (rows.length === 0) return;
  const last = selection.size > 0 ? rows.indexOf(selection.values()[0]) : by > 0 ? -1 : 0;
  selection.set([rows[(last + by + rows.length) % rows.length]]);
}

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if ((event.target as Element).matches("input,select,textarea") && event.key !== "Escape") return;
  if (event.key === "n") step(1);
  else if (event.key === "p") step(-1);
  else if (event.key === "x" || event.key === "Escape") selection.set([]);
  else if (event.key === "d") setTheme(themeOf() === "dark" ? "light" : "dark");
  else if (event.key === "?") say(keys);
  else if (event.key === "/") {
    event.preventDefault();
    document.querySelector<HTMLInputElement>(".bar input[type=search]")?.focus();
  }
});

// --- begin -------------------------------------------------------------------------------------

if (state.theme === "dark" || state.theme === "light")
  document.documentElement.dataset.theme = state.theme;
const firstBox = state.box;
const first = rowsOf(state.sel); // before anything is kept in the fragment
for (const row of table?.tBodies[0]?.rows ?? []) {
  const place = Number(/^tests\.csv\/(\d+)$/.exec(row.dataset.ref ?? "")?.[1] ?? NaN);
  if (Number.isNaN(place)) continue;
  rowOfTest.set(place - 1, row);
  row.addEventListener("click", (event) => {
    if (!(event.target as Element).closest("a")) selection.set([place - 1]);
  });
}
for (const figure of figures) {
  const svg = figure.querySelector("svg");
  if (!svg) continue;
  addTools(figure, svg);
  addBrush(svg);
}
for (const each of document.querySelectorAll("table")) makeSortable(each);
addBar();
if (off.size > 0) showSeries();
if (first.length > 0) selection.set(first);
if (firstBox) pickFrom(firstBox);
document.documentElement.dataset.ready = "";
