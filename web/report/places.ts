// A million tests are a raster, not a million elements: a brush over them works on two bytes a test
// (a grid of 255 x 255 over the frame) in slices, and shows what it holds in the other rasters.
import { framesOf } from "./figure";
import type { Frame } from "./figure";

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const side = 255;
const slice = 25_000; // tests between two frames

export class Places {
  readonly id: string;
  readonly frame: Frame;
  bytes = new Uint8Array(0);
  private decoding: Promise<void> | undefined;
  private overlay: SVGImageElement | undefined;

  constructor(figure: HTMLElement, readonly svg: SVGSVGElement, private readonly source: Element) {
    this.id = figure.dataset.figure ?? "";
    this.frame = framesOf(svg)[Number((source as HTMLElement).dataset.panel ?? 0)];
  }

  /** Once, in slices: base64 has 4 characters for 3 bytes. */
  decode(): Promise<void> {
    this.decoding ??= (async () => {
      const text = this.source.textContent ?? "";
      const bytes = new Uint8Array(3 * text.length / 4);
      let size = 0;
      for (let at = 0; at < text.length; at += 4 * slice) {
        const part = atob(text.slice(at, at + 4 * slice));
        for (let i = 0; i < part.length; ++i) bytes[size++] = part.charCodeAt(i);
        await new Promise(requestAnimationFrame);
      }
      this.bytes = bytes.subarray(0, size);
    })();
    return this.decoding;
  }

  /** Places of the frame in millimetres as a box of the grid. */
  boxOf(x0: number, y0: number, x1: number, y1: number): Box {
    const { left, top, right, bottom } = this.frame;
    const column = (x: number) => Math.floor(side * (x - left) / (right - left));
    const row = (y: number) => Math.floor(side * (y - top) / (bottom - top));
    return {
      left: column(Math.min(x0, x1)), right: column(Math.max(x0, x1)),
      top: row(Math.min(y0, y1)), bottom: row(Math.max(y0, y1)),
    };
  }

  show(counts: Uint32Array): void {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = side;
    const context = canvas.getContext("2d");
    if (!context) return;
    const image = context.createImageData(side, side);
    const most = Math.log1p(counts.reduce((a, b) => Math.max(a, b), 1));
    for (let i = 0; i < counts.length; ++i) {
      if (counts[i] === 0) continue;
      image.data[4 * i] = 213; // the vermilion of the palette
      image.data[4 * i + 1] = 94;
      image.data[4 * i + 3] = 70 + 185 * Math.log1p(counts[i]) / most;
    }
    context.putImageData(image, 0, 0);
    this.clear();
    const { left, top, right, bottom } = this.frame;
    this.overlay = document.createElementNS("http://www.w3.org/2000/svg", "image");
    for (const [name, value] of Object.entries({
      x: left, y: top, width: right - left, height: bottom - top, preserveAspectRatio: "none",
      class: "picked", href: canvas.toDataURL(),
    })) this.overlay.setAttribute(name, String(value));
    this.frame.panel.append(this.overlay);
    this.svg.classList.add("has-pick");
  }

  clear(): void {
    this.overlay?.remove();
    this.overlay = undefined;
    this.svg.classList.remove("has-pick");
  }
}

export function placesOf(figures: HTMLElement[]): Places[] {
  return figures.flatMap((figure) => {
    const svg = figure.querySelector("svg");
    const source = figure.querySelector("script.places");
    return svg && source ? [new Places(figure, svg, source)] : [];
  });
}

let turn = 0; // a new brush ends an old one

export function stopPicking(): void {
  ++turn;
}

/** The tests in a box of one figure, in all figures. Undefined when another brush came first. */
export async function pick(all: Places[], from: Places, box: Box): Promise<Uint8Array | undefined> {
  const own = ++turn;
  for (const each of all) await each.decode();
  if (own !== turn) return undefined;
  const places = from.bytes, tests = places.length / 2;
  const isIn = new Uint8Array(tests);
  const counts = all.map(() => new Uint32Array(side * side));
  for (let begin = 0; begin < tests; begin += slice) {
    const end = Math.min(tests, begin + slice);
    for (let i = begin; i < end; ++i) {
      const column = places[i], row = places[tests + i];
      if (column === side || column < box.left || column > box.right || row < box.top ||
          row > box.bottom) continue;
      isIn[i] = 1;
    }
    all.forEach((other, at) => {
      const bytes = other.bytes, of = counts[at];
      for (let i = begin; i < end; ++i)
        if (isIn[i] && bytes[i] !== side) ++of[bytes[tests + i] * side + bytes[i]];
    });
    if (end < tests) await new Promise(requestAnimationFrame);
    if (own !== turn) return undefined;
  }
  for (let at = 0; at < all.length; ++at) {
    all[at].show(counts[at]);
    await new Promise(requestAnimationFrame);
  }
  return own === turn ? isIn : undefined;
}

/** What a filter leaves, over the rasters; undefined: everything, nothing is laid over. */
export async function showMask(all: Places[], isIn: ((row: number) => boolean) | undefined): Promise<void> {
  const own = ++turn;
  if (!isIn) return all.forEach((each) => each.clear());
  for (const each of all) await each.decode();
  await new Promise(requestAnimationFrame); // the table has taken its part of this one
  if (own !== turn) return;
  for (const each of all) {
    const places = each.bytes, tests = places.length / 2;
    const counts = new Uint32Array(side * side);
    for (let i = 0; i < tests; ++i)
      if (places[i] !== side && isIn(i)) ++counts[places[tests + i] * side + places[i]];
    each.show(counts);
    await new Promise(requestAnimationFrame);
    if (own !== turn) return;
  }
}
