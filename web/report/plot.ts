// A small plot of one test: axes, lines and points in pixels.
import { element, svgElement, symbol } from "./words";
import { labelOf, partOf, ticksOf } from "./zoom";

export interface Line {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  kind: "line" | "points" | "squares";
  size?: number[]; // of squares: parts of a cell, of which so many stand across
  across?: number;
  className: string;
  name?: string; // in the legend
}

interface Axis {
  symbol: string;
  unit: string;
}

const width = 440, left = 52, right = 8, top = 8, bottom = 34;

function limitsOf(lines: Line[], axis: "x" | "y"): [number, number] {
  let low = Infinity, high = -Infinity;
  for (const line of lines)
    for (let i = 0; i < line[axis].length; ++i) {
      const value = line[axis][i];
      if (!Number.isFinite(value)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  if (!(low < high)) return [low - 1, low + 1];
  const room = 0.04 * (high - low);
  return [low - room, high + room];
}

/** No square meets the next one, in either direction. */
function cellHeight(line: Line, height: number): number {
  const rows = new Set(Array.from(line.y)).size;
  return 0.92 * Math.min((height - bottom - top) / Math.max(rows, 1),
    (width - left - right) / (line.across ?? 1));
}

export function plotOf(title: string, x: Axis, y: Axis, lines: Line[], height = 230): HTMLElement {
  const [xLow, xHigh] = limitsOf(lines, "x"), [yLow, yHigh] = limitsOf(lines, "y");
  const across = { low: xLow, high: xHigh, isLog: false, isNames: false };
  const up = { low: yLow, high: yHigh, isLog: false, isNames: false };
  const pixelX = (value: number) => left + (width - left - right) * partOf(across, value);
  const pixelY = (value: number) => height - bottom - (height - bottom - top) * partOf(up, value);
  const svg = svgElement("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": title,
    class: "plot" });
  const ticksX = ticksOf(across), ticksY = ticksOf(up);
  let marks = `M${left} ${top}V${height - bottom}H${width - right}`;
  for (const tick of ticksX) {
    marks += `M${pixelX(tick).toFixed(1)} ${height - bottom}v4`;
    svg.append(svgElement("text", { x: pixelX(tick).toFixed(1), y: height - bottom + 16,
      "text-anchor": "middle" }, labelOf(tick, ticksX)));
  }
  for (const tick of ticksY) {
    marks += `M${left} ${pixelY(tick).toFixed(1)}h-4`;
    svg.append(svgElement("text", { x: left - 7, y: (pixelY(tick) + 4).toFixed(1),
      "text-anchor": "end" }, labelOf(tick, ticksY)));
  }
  svg.append(svgElement("path", { d: marks, class: "axis" }));
  for (const line of lines) {
    let path = "", isOpen = false;
    for (let i = 0; i < line.x.length; ++i) {
      const px = pixelX(line.x[i]), py = pixelY(line.y[i]);
      if (!Number.isFinite(px + py)) {
        isOpen = false;
        continue;
      }
      const at = `${px.toFixed(1)} ${py.toFixed(1)}`;
      if (line.kind === "squares") {
        const side = (line.size?.[i] ?? 1) * cellHeight(line, height);
        path += `M${(px - side / 2).toFixed(1)} ${(py - side / 2).toFixed(1)}` +
          `h${side.toFixed(1)}v${side.toFixed(1)}h${(-side).toFixed(1)}z`;
      } else path += line.kind === "points" ? `M${at}h0` : (isOpen ? "L" : "M") + at;
      isOpen = true;
    }
    svg.append(svgElement("path", { d: path, class: `${line.kind} ${line.className}` }));
  }
  const axisName = (axis: Axis) => {
    const made = symbol(axis.symbol);
    if (axis.unit) made.append(` (${axis.unit})`);
    return made;
  };
  const legend = element("p", { class: "legend" });
  for (const line of lines)
    if (line.name) legend.append(element("span", { class: `key ${line.className}` }, line.name));
  return element("figure", { class: "one" },
    element("figcaption", {}, title, " — ", axisName(y), " against ", axisName(x)), svg,
    legend.childNodes.length > 0 ? legend : undefined);
}
