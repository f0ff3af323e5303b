// The curves of selected tests as lines over the raster of all curves: 85 bytes a curve.
import { framesOf } from "./figure";
import type { Frame } from "./figure";

const points = 40, record = 5 + 2 * points, side = 255;
const most = 60; // lines beyond that are a raster again

interface Curve {
  panel: number;
  at: number; // of its first point
}

export class Curves {
  private readonly frames: Frame[];
  private readonly bytes: Uint8Array;
  private readonly ofTest = new Map<number, Curve>();

  constructor(svg: SVGSVGElement, source: Element) {
    this.frames = framesOf(svg);
    this.bytes = Uint8Array.from(atob(source.textContent ?? ""), (c) => c.charCodeAt(0));
    const view = new DataView(this.bytes.buffer);
    for (let at = 0; at + record <= this.bytes.length; at += record)
      this.ofTest.set(view.getUint32(at, true), { panel: this.bytes[at + 4], at: at + 5 });
  }

  show(tests: number[]): void {
    for (const frame of this.frames)
      for (const line of frame.panel.querySelectorAll(".on-curve")) line.remove();
    for (const test of tests.slice(0, most)) {
      const curve = this.ofTest.get(test);
      const frame = curve && this.frames[curve.panel];
      if (!curve || !frame) continue;
      const line = document.createElementNS("http://www.w3.org/2000/svg", "polyline");
      const places: string[] = [];
      for (let i = curve.at; i < curve.at + 2 * points; i += 2) {
        if (this.bytes[i] === side) continue;
        const x = frame.left + (this.bytes[i] + 0.5) / side * (frame.right - frame.left);
        const y = frame.top + (this.bytes[i + 1] + 0.5) / side * (frame.bottom - frame.top);
        places.push(x.toFixed(2) + "," + y.toFixed(2));
      }
      line.setAttribute("points", places.join(" "));
      line.setAttribute("class", "on-curve");
      line.dataset.test = String(test);
      frame.panel.append(line);
    }
  }
}
