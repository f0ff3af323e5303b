// What a figure's SVG says of itself, and what can be done with it: brush, read, zoom, export.

export interface Frame {
  panel: SVGGElement;
  left: number;
  top: number;
  right: number;
  bottom: number;
  x: Scale;
  y: Scale;
  xName: string;
  yName: string;
}

export interface Scale {
  low: number;
  high: number;
  isLog: boolean;
  isNames: boolean; // categories: neither zoomed nor logarithmic
}

function scaleOf(text: string): Scale {
  const [low, high, kind] = text.split(" ");
  return { low: Number(low), high: Number(high), isLog: kind === "log", isNames: kind === "names" };
}

export function valueAt(scale: Scale, part: number): number {
  if (scale.isLog) return scale.low * Math.pow(scale.high / scale.low, part);
  return scale.low + part * (scale.high - scale.low);
}

export function framesOf(svg: SVGSVGElement): Frame[] {
  return [...svg.querySelectorAll<SVGGElement>("g.panel")].map((panel) => {
    const [left, top, right, bottom] = (panel.dataset.frame ?? "0 0 1 1").split(" ").map(Number);
    const names = (panel.dataset.names ?? "|").split("|");
    return {
      panel, left, top, right, bottom,
      x: scaleOf(panel.dataset.x ?? "0 1 linear"),
      y: scaleOf(panel.dataset.y ?? "0 1 linear"),
      xName: names[0], yName: names[1],
    };
  });
}

/** A place on the screen in the millimetres of the drawing. */
export function pointOf(svg: SVGSVGElement, event: MouseEvent): { x: number; y: number } {
  const matrix = svg.getScreenCTM();
  if (!matrix) return { x: 0, y: 0 };
  const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
  return { x: point.x, y: point.y };
}

export function frameAt(frames: Frame[], x: number, y: number): Frame | undefined {
  return frames.find((f) => x >= f.left && x <= f.right && y >= f.top && y <= f.bottom);
}

export function fileOf(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("color", "#000");
  copy.removeAttribute("tabindex");
  copy.removeAttribute("class");
  for (const element of copy.querySelectorAll(".brush,.picked,.on-curve,.on,.ring")) element.remove();
  for (const element of copy.querySelectorAll(".off")) element.remove();
  return '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(copy);
}

export function download(name: string, type: string, content: BlobPart): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** 600 dpi on white. */
export async function downloadPng(name: string, svg: SVGSVGElement): Promise<void> {
  const box = svg.viewBox.baseVal;
  const perMm = 600 / 25.4;
  const image = new Image();
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(fileOf(svg));
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(box.width * perMm);
  canvas.height = Math.round(box.height * perMm);
  const context = canvas.getContext("2d");
  if (!context) return;
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (blob) download(name, "image/png", blob);
}

/** The CSV in the page is escaped as markup. */
export function csvOf(figure: Element): string | undefined {
  const data = figure.querySelector("script.data");
  if (!data) return undefined;
  const decoded = new DOMParser().parseFromString(data.textContent ?? "", "text/html");
  return decoded.documentElement.textContent ?? "";
}
