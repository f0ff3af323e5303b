// The marks of a series are one path in the SVG. Here it is taken apart when it is needed: which test
// stands where, which are hidden by the filter, which are selected.
import { rowsOf } from "./selection";
import { svgElement } from "./words";
import type { Frame } from "./figure";

const manyMarks = 150; // their rims alone would hide the colours

export class Series {
  readonly rows: number[];
  readonly x: Float64Array; // centres in mm, as drawn
  readonly y: Float64Array;
  private readonly shapes: string[]; // what follows the first point
  private readonly toCentre: [number, number];
  private overlay: SVGPathElement | undefined;
  private isShown: (row: number) => boolean = () => true;
  private isOn: (row: number) => boolean = () => false;

  constructor(readonly path: SVGPathElement, readonly frame: Frame) {
    this.rows = rowsOf(path.dataset.t ?? "");
    const [cx, cy] = (path.dataset.centre ?? "0 0").split(" ").map(Number);
    this.toCentre = [cx, cy];
    const parts = (path.getAttribute("d") ?? "").split("M").slice(1);
    this.x = new Float64Array(parts.length);
    this.y = new Float64Array(parts.length);
    this.shapes = parts.map((part, i) => {
      const match = /^(-?[\d.]+)[ ,](-?[\d.]+)/.exec(part);
      this.x[i] = Number(match?.[1]) + cx;
      this.y[i] = Number(match?.[2]) + cy;
      return part.slice(match?.[0].length ?? 0);
    });
  }

  isVisible(i: number): boolean {
    const { left, right, top, bottom } = this.frame;
    return this.isShown(this.rows[i]) && this.x[i] >= left - 0.5 && this.x[i] <= right + 0.5 &&
      this.y[i] >= top - 0.5 && this.y[i] <= bottom + 0.5;
  }

  draw(isShown: (row: number) => boolean, isOn: (row: number) => boolean): void {
    this.isShown = isShown;
    this.isOn = isOn;
    this.redraw();
  }

  /** Places of another view: the same marks elsewhere. */
  moveTo(place: (i: number) => [number, number]): void {
    for (let i = 0; i < this.shapes.length; ++i) [this.x[i], this.y[i]] = place(i);
    this.redraw();
  }

  private redraw(): void {
    const all: string[] = [], on: string[] = [];
    for (let i = 0; i < this.shapes.length; ++i) {
      const row = this.rows[i];
      if (row !== undefined && !this.isShown(row)) continue;
      if (!Number.isFinite(this.x[i] + this.y[i])) continue;
      const mark = "M" + hundredths(this.x[i] - this.toCentre[0]) + " " +
        hundredths(this.y[i] - this.toCentre[1]) + this.shapes[i];
      all.push(mark);
      if (row !== undefined && this.isOn(row)) on.push(mark);
    }
    this.path.setAttribute("d", all.join(""));
    this.overlay?.remove();
    this.overlay = undefined;
    if (on.length === 0) return;
    this.overlay = this.path.cloneNode() as SVGPathElement;
    this.overlay.setAttribute("class", on.length > manyMarks ? "on many" : "on");
    this.overlay.dataset.on = String(on.length);
    delete this.overlay.dataset.t;
    this.overlay.setAttribute("d", on.join(""));
    this.path.after(this.overlay);
  }
}

function hundredths(mm: number): number {
  return Math.round(100 * mm) / 100;
}

export function seriesOf(frames: Frame[]): Series[] {
  return frames.flatMap((frame) =>
    [...frame.panel.querySelectorAll<SVGPathElement>("path.points")]
      .map((path) => new Series(path, frame)));
}

/** The test nearest to a place in mm, of those within reach. */
export function nearestOf(all: Series[], frame: Frame, x: number, y: number, reach: number):
  { row: number; x: number; y: number } | undefined {
  let best: { row: number; x: number; y: number } | undefined, least = reach;
  for (const series of all) {
    if (series.frame !== frame || series.path.closest(".off")) continue;
    for (let i = 0; i < series.rows.length; ++i) {
      const far = Math.hypot(series.x[i] - x, series.y[i] - y);
      if (far > least || !series.isVisible(i)) continue;
      least = far;
      best = { row: series.rows[i], x: series.x[i], y: series.y[i] };
    }
  }
  return best;
}

export function rowsInside(all: Series[], frame: Frame, left: number, top: number, right: number,
                           bottom: number): number[] {
  const rows: number[] = [];
  for (const series of all) {
    if (series.frame !== frame || series.path.closest(".off")) continue;
    for (let i = 0; i < series.rows.length; ++i)
      if (series.x[i] >= left && series.x[i] <= right && series.y[i] >= top &&
          series.y[i] <= bottom && series.isVisible(i)) rows.push(series.rows[i]);
  }
  return rows;
}

export function ringAt(x: number, y: number): SVGCircleElement {
  return svgElement("circle", { cx: x.toFixed(2), cy: y.toFixed(2), r: 1.1, class: "ring" });
}
