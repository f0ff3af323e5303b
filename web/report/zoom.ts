// Axes that follow: a view is the limits of both axes; marks move, type keeps its size.
import type { Frame, Scale } from "./figure";
import { valueAt } from "./figure";
import type { Series } from "./series";
import { number, svgElement } from "./words";

/** 0 at the lower limit, 1 at the upper one. */
export function partOf(scale: Scale, value: number): number {
  if (scale.isLog) return Math.log(value / scale.low) / Math.log(scale.high / scale.low);
  return (value - scale.low) / (scale.high - scale.low);
}

export function ticksOf(scale: Scale): number[] {
  if (scale.isLog) {
    const ticks: number[] = [];
    const from = Math.floor(Math.log10(scale.low)), to = Math.ceil(Math.log10(scale.high));
    const parts = to - from > 3 ? [1] : to - from > 1 ? [1, 2, 5] : [1, 2, 3, 4, 5, 6, 7, 8, 9];
    for (let power = from; power <= to; ++power)
      for (const part of parts) {
        const tick = part * Math.pow(10, power);
        if (tick >= scale.low * 0.999999 && tick <= scale.high * 1.000001) ticks.push(tick);
      }
    if (ticks.length >= 2) return ticks.length > 9 ? ticks.filter((_, i) => i % 2 === 0) : ticks;
  }
  const rough = (scale.high - scale.low) / 5;
  const power = Math.pow(10, Math.floor(Math.log10(rough)));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? rough;
  const ticks: number[] = [];
  for (let i = Math.ceil(scale.low / step - 1e-9); i * step <= scale.high + 1e-9 * step; ++i)
    ticks.push(i * step);
  return ticks;
}

export function labelOf(tick: number, ticks: number[]): string {
  const step = ticks.length > 1 ? Math.abs(ticks[1] - ticks[0]) : Math.abs(tick) || 1;
  if (Math.abs(tick) >= 1e5 || (tick !== 0 && Math.abs(tick) < 1e-3)) return number(tick, 2);
  return tick.toFixed(Math.max(0, Math.min(6, -Math.floor(Math.log10(step) + 1e-9))))
    .replace("-", "−");
}

type Move = (x: number, y: number) => [number, number];

/** Every absolute point of a path moves, what is relative stays. */
function moved(path: string, move: Move): string {
  return path.replace(/([ML])([^A-Za-z]*)/g, (_, letter: string, text: string) => {
    const values = text.match(/-?\d*\.?\d+/g) ?? [];
    const points: string[] = [];
    for (let i = 0; i + 1 < values.length; i += 2) {
      const [x, y] = move(Number(values[i]), Number(values[i + 1]));
      // A line may leave the frame, but not to where a drawing program loses it.
      points.push(clamped(x) + " " + clamped(y));
    }
    return letter + points.join(" ");
  });
}

function clamped(mm: number): string {
  return (Number.isFinite(mm) ? Math.max(-2000, Math.min(2000, mm)) : -2000).toFixed(2);
}

export class View {
  private readonly whole: { x: Scale; y: Scale };
  private readonly paths: { element: SVGElement; d: string }[];
  private readonly boxes: { element: SVGElement; left: number; top: number; right: number; bottom: number }[];
  private readonly texts: { element: SVGElement; x: number; y: number }[];
  private readonly places: { series: Series; x: Float64Array; y: Float64Array }[];
  private readonly axes: Map<string, Node[]>;

  constructor(readonly frame: Frame, series: Series[]) {
    this.whole = { x: { ...frame.x }, y: { ...frame.y } };
    const marks = (kind: string) => [...frame.panel.querySelectorAll<SVGElement>(`g.mark ${kind}`)];
    this.paths = marks("path:not(.points):not(.on)").map((element) =>
      ({ element, d: element.getAttribute("d") ?? "" }));
    this.boxes = marks("image").map((element) => {
      const value = (name: string) => Number(element.getAttribute(name));
      const left = value("x"), top = value("y");
      return { element, left, top, right: left + value("width"), bottom: top + value("height") };
    });
    this.texts = marks("text").map((element) =>
      ({ element, x: Number(element.getAttribute("x")), y: Number(element.getAttribute("y")) }));
    this.places = series.filter((each) => each.frame === frame)
      .map((each) => ({ series: each, x: each.x.slice(), y: each.y.slice() }));
    this.axes = new Map(["x", "y"].map((axis) => {
      const group = this.ticks(axis);
      return [axis, group ? [...group.childNodes] : []];
    }));
  }

  private ticks(axis: string): Element | null {
    return this.frame.panel.querySelector(`g.ticks[data-axis=${axis}]`);
  }
  get isWhole(): boolean {
    const same = (a: Scale, b: Scale) => a.low === b.low && a.high === b.high && a.isLog === b.isLog;
    return same(this.frame.x, this.whole.x) && same(this.frame.y, this.whole.y);
  }
  canBeLog(axis: "x" | "y"): boolean {
    return !this.whole[axis].isNames && this.boxes.length === 0 &&
      (this.whole[axis].isLog || this.whole[axis].high > 0);
  }

  reset(): void {
    this.show({ ...this.whole.x }, { ...this.whole.y });
  }
  toggleLog(axis: "x" | "y"): void {
    const scale = { ...this.frame[axis], isLog: !this.frame[axis].isLog };
    if (scale.isLog && !(scale.low > 0)) scale.low = this.leastPositive(axis);
    if (!scale.isLog && this.whole[axis].low <= 0 && !this.whole[axis].isLog)
      scale.low = this.whole[axis].low;
    this.show(axis === "x" ? scale : this.frame.x, axis === "y" ? scale : this.frame.y);
  }
  private leastPositive(axis: "x" | "y"): number {
    const scale = this.whole[axis];
    let least = scale.high / 100;
    const { left, right, top, bottom } = this.frame;
    for (const { x, y } of this.places)
      for (let i = 0; i < x.length; ++i) {
        const part = axis === "x" ? (x[i] - left) / (right - left) : (bottom - y[i]) / (bottom - top);
        const value = valueAt(scale, part);
        if (value > 0 && value < least) least = value;
      }
    return Math.max(least * 0.9, scale.high * 1e-6);
  }

  /** Around a place of the frame, in parts of it; more than 1 is closer. */
  by(factor: number, atX = 0.5, atY = 0.5): void {
    const around = (scale: Scale, part: number): Scale => scale.isNames ? scale
      : { ...scale, low: valueAt(scale, part - part / factor),
          high: valueAt(scale, part + (1 - part) / factor) };
    this.show(around(this.frame.x, atX), around(this.frame.y, atY));
  }
  /** To a box in mm. */
  to(x0: number, y0: number, x1: number, y1: number): void {
    const { left, right, top, bottom } = this.frame;
    const cut = (scale: Scale, from: number, until: number): Scale => scale.isNames ? scale
      : { ...scale, low: valueAt(scale, from), high: valueAt(scale, until) };
    this.show(
      cut(this.frame.x, (x0 - left) / (right - left), (x1 - left) / (right - left)),
      cut(this.frame.y, (bottom - y1) / (bottom - top), (bottom - y0) / (bottom - top)));
  }

  private show(x: Scale, y: Scale): void {
    this.frame.x = x;
    this.frame.y = y;
    const { left, right, top, bottom } = this.frame;
    const across = (mm: number) =>
      left + (right - left) * partOf(x, valueAt(this.whole.x, (mm - left) / (right - left)));
    const up = (mm: number) =>
      bottom - (bottom - top) * partOf(y, valueAt(this.whole.y, (bottom - mm) / (bottom - top)));
    const move: Move = (mmX, mmY) => [
      x.isNames ? mmX : across(mmX), y.isNames ? mmY : up(mmY)];
    for (const { element, d } of this.paths) element.setAttribute("d", this.isWhole ? d : moved(d, move));
    for (const { element, x: atX, y: atY } of this.texts) {
      const [mmX, mmY] = move(atX, atY);
      element.setAttribute("x", mmX.toFixed(2));
      element.setAttribute("y", mmY.toFixed(2));
    }
    for (const box of this.boxes) {
      const [l, t] = move(box.left, box.top), [r, b] = move(box.right, box.bottom);
      for (const [name, value] of [["x", l], ["y", t], ["width", r - l], ["height", b - t]] as const)
        box.element.setAttribute(name, value.toFixed(2));
    }
    for (const { series, x: xs, y: ys } of this.places) series.moveTo((i) => move(xs[i], ys[i]));
    this.drawTicks("x", x);
    this.drawTicks("y", y);
  }

  private drawTicks(axis: "x" | "y", scale: Scale): void {
    const group = this.ticks(axis);
    if (!group || scale.isNames) return;
    if (this.isWhole) return group.replaceChildren(...(this.axes.get(axis) ?? []));
    const ticks = ticksOf(scale);
    const { left, right, top, bottom } = this.frame;
    let lines = "";
    const labels = ticks.map((tick) => {
      const part = partOf(scale, tick);
      const at = axis === "x" ? left + part * (right - left) : bottom - part * (bottom - top);
      lines += axis === "x" ? `M${at.toFixed(2)} ${bottom}v.9` : `M${left} ${at.toFixed(2)}h-.9`;
      return svgElement("text", axis === "x"
        ? { x: at.toFixed(2), y: (bottom + 3.49).toFixed(2), "text-anchor": "middle", "font-size": 2.47 }
        : { x: (left - 1.3).toFixed(2), y: (at + 0.86).toFixed(2), "text-anchor": "end", "font-size": 2.47 },
        labelOf(tick, ticks));
    });
    group.replaceChildren(
      svgElement("path", { d: lines, fill: "none", stroke: "currentColor", "stroke-width": 0.2 }),
      ...labels);
  }
}
