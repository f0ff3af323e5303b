// A figure that a reader has before him: brush, hover, zoom, export. Made ready when its part of the
// page is opened.
import { Curves } from "./curves";
import { csvOf, download, downloadPng, fileOf, frameAt, framesOf, pointOf, valueAt } from "./figure";
import type { Frame } from "./figure";
import type { Box, Places } from "./places";
import { nearestOf, ringAt, rowsInside, seriesOf } from "./series";
import type { Series } from "./series";
import { button, element, svgElement } from "./words";
import { View } from "./zoom";

export interface Host {
  select(rows: number[], add: boolean): void;
  pickBox(raster: Places, box: Box): void;
  describe(row: number): string;
  value(column: string, value: number): Node; // "H_IT 4.35 GPa"
  say(text: string): void;
}

const reach = 1.5; // mm from a mark that still means it

export class LiveFigure {
  readonly id: string;
  readonly svg: SVGSVGElement;
  private readonly frames: Frame[];
  private readonly series: Series[];
  private readonly views = new Map<Frame, View>();
  private readonly curves: Curves | undefined;
  private isZooming = false;
  private ring: SVGElement | undefined;

  constructor(readonly figure: HTMLElement, svg: SVGSVGElement, private readonly raster: Places | undefined,
              private readonly host: Host, private readonly card: HTMLElement) {
    this.id = figure.dataset.figure ?? "figure";
    this.svg = svg;
    this.frames = framesOf(svg);
    this.series = seriesOf(this.frames);
    const source = figure.querySelector("script.curves");
    if (source) this.curves = new Curves(svg, source);
    this.addTools();
    this.addPointer();
    if (this.tests().length > 0) this.addKeys();
  }

  show(isShown: (row: number) => boolean, isOn: (row: number) => boolean, selected: number[]): void {
    for (const series of this.series) if (series.rows.length > 0) series.draw(isShown, isOn);
    this.svg.classList.toggle("has-selection", selected.length > 0 && this.tests().length > 0);
    this.curves?.show(selected);
  }
  private tests(): Series[] {
    return this.series.filter((series) => series.rows.length > 0);
  }

  private view(frame: Frame): View {
    let view = this.views.get(frame);
    if (!view) this.views.set(frame, (view = new View(frame, this.series)));
    return view;
  }
  private zoom(factor: number): void {
    for (const frame of this.frames) factor === 0 ? this.view(frame).reset() : this.view(frame).by(factor);
  }

  private addTools(): void {
    const { id, svg, figure } = this;
    const csv = csvOf(figure);
    const drag = button("Zoom by drag", `drag a box in ${id} to enlarge it`, () => {
      this.isZooming = !this.isZooming;
      drag.setAttribute("aria-pressed", String(this.isZooming));
    });
    drag.setAttribute("aria-pressed", "false");
    const more = element("details", { class: "more" }, element("summary", {}, "View and save"));
    const log = (axis: "x" | "y") => button(`log ${axis}`, `logarithmic axis of ${id}`, () => {
      for (const frame of this.frames) if (this.view(frame).canBeLog(axis)) this.view(frame).toggleLog(axis);
    });
    more.append(element("div", { class: "buttons" },
      button("SVG", id, () => download(id + ".svg", "image/svg+xml", fileOf(svg))),
      button("PNG", `${id}, 600 dpi`, () => void downloadPng(id + ".png", svg)),
      csv === undefined ? undefined
        : button("CSV", `data of ${id}`, () => download(id + ".csv", "text/csv", csv)),
      button("Copy caption", `of ${id}`, () => {
        void navigator.clipboard?.writeText(figure.querySelector("figcaption")?.textContent ?? "")
          .then(() => this.host.say("caption copied"));
      }),
      button("+", `zoom into ${id}`, () => this.zoom(1.6)),
      button("−", `zoom out of ${id}`, () => this.zoom(1 / 1.6)),
      drag, log("x"), log("y"),
      button("Reset", `all of ${id}`, () => this.zoom(0))));
    svg.after(more);
  }

  private addPointer(): void {
    const { svg, frames } = this;
    let from: { x: number; y: number; frame: Frame } | undefined;
    let box: SVGRectElement | undefined;
    svg.addEventListener("pointermove", (event) => {
      const at = pointOf(svg, event);
      if (from && box) {
        for (const [name, value] of [["x", Math.min(at.x, from.x)], ["y", Math.min(at.y, from.y)],
          ["width", Math.abs(at.x - from.x)], ["height", Math.abs(at.y - from.y)]] as const)
          box.setAttribute(name, String(value));
        return;
      }
      this.hover(event, at, frameAt(frames, at.x, at.y));
    });
    svg.addEventListener("pointerleave", () => this.leave());
    svg.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || !(this.raster || this.isZooming || this.tests().length > 0)) return;
      const at = pointOf(svg, event), frame = frameAt(frames, at.x, at.y);
      if (!frame) return;
      from = { ...at, frame };
      box = svgElement("rect", { class: "brush" });
      svg.append(box);
      svg.setPointerCapture(event.pointerId);
    });
    svg.addEventListener("pointerup", (event) => {
      if (!from) return;
      this.drawn(from, pointOf(svg, event), event.shiftKey);
      box?.remove();
      from = box = undefined;
    });
    svg.addEventListener("dblclick", () => { if (this.isZooming) this.zoom(0); });
  }

  private drawn(from: { x: number; y: number; frame: Frame }, to: { x: number; y: number }, add: boolean): void {
    const left = Math.min(from.x, to.x), right = Math.max(from.x, to.x);
    const top = Math.min(from.y, to.y), bottom = Math.max(from.y, to.y);
    const isClick = right - left < 0.7 && bottom - top < 0.7;
    if (this.isZooming) {
      if (!isClick && right - left > 1 && bottom - top > 1) this.view(from.frame).to(left, top, right, bottom);
      return;
    }
    if (this.raster && this.raster.frame.panel === from.frame.panel) {
      if (isClick) this.host.select([], false);
      else this.host.pickBox(this.raster, this.raster.boxOf(left, top, right, bottom));
      return;
    }
    if (!isClick) return this.host.select(rowsInside(this.series, from.frame, left, top, right, bottom), add);
    const near = nearestOf(this.series, from.frame, to.x, to.y, reach);
    this.host.select(near ? [near.row] : [], add);
  }

  private hover(event: PointerEvent, at: { x: number; y: number }, frame: Frame | undefined): void {
    this.ring?.remove();
    this.ring = undefined;
    if (!frame) return this.leave();
    const near = nearestOf(this.series, frame, at.x, at.y, reach);
    const value = (scale: Frame["x"], part: number, name: string) =>
      scale.isNames ? [] : [this.host.value(name, valueAt(scale, part))];
    const x = near?.x ?? at.x, y = near?.y ?? at.y;
    const values = [...value(frame.x, (x - frame.left) / (frame.right - frame.left), frame.xName),
      ...value(frame.y, (frame.bottom - y) / (frame.bottom - frame.top), frame.yName)];
    const line = element("span", {}, ...values.flatMap((each, i) => i > 0 ? [" · ", each] : [each]));
    const lines = near ? [element("strong", {}, this.host.describe(near.row)), line] : [line];
    if (near) {
      this.ring = ringAt(near.x, near.y);
      frame.panel.append(this.ring);
    }
    this.card.replaceChildren(...lines);
    this.card.hidden = !near && values.length === 0;
    const room = event.clientX > innerWidth - 260;
    this.card.style.left = `${room ? event.clientX - this.card.offsetWidth - 14 : event.clientX + 14}px`;
    this.card.style.top = `${Math.min(event.clientY + 14, innerHeight - 70)}px`;
  }
  private leave(): void {
    this.ring?.remove();
    this.card.hidden = true;
  }

  /** Arrows walk through the tests of a figure from left to right. */
  private addKeys(): void {
    const { svg } = this;
    svg.setAttribute("tabindex", "0");
    svg.setAttribute("aria-description", "Arrow keys select one test after the other, from left to right");
    let order: number[] | undefined, at = -1;
    svg.addEventListener("keydown", (event) => {
      const step = ({ ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 } as Record<string, number>)[event.key];
      if (step === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      order ??= this.tests().flatMap((series) => series.rows.map((row, i) => ({ row, x: series.x[i], y: series.y[i] })))
        .sort((a, b) => a.x - b.x || a.y - b.y).map((each) => each.row);
      at = (at + step + order.length) % order.length;
      this.host.select([order[at]], event.shiftKey);
    });
  }
}
