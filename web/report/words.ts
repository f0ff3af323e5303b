// Numbers and symbols as they are printed, elements of the page.

/** "12 345", "−0.25", "4.2 × 10⁻⁷": as the tables of the page. */
export function number(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return "";
  if (value === 0) return "0";
  const size = Math.floor(Math.log10(Math.abs(value)));
  if (size < -4 || size > 8) {
    const [mantissa, exponent] = value.toExponential(digits - 1).split("e");
    const raised = [...String(Number(exponent))].map((c) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(c)] ?? "⁻").join("");
    return `${mantissa} × 10${raised}`.replace("-", "−");
  }
  const text = value.toFixed(Math.max(0, digits - 1 - size));
  const [whole, part] = text.replace("-", "").split(".");
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, "\u2009") : whole;
  return (value < 0 ? "−" : "") + grouped + (part ? "." + part : "");
}

export function count(value: number, noun: string): string {
  return `${value.toLocaleString("en")} ${noun}${value === 1 ? "" : "s"}`;
}

type Child = Node | string | undefined;

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name, attributes: Record<string, string> = {}, ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  for (const child of children) if (child !== undefined) made.append(child);
  return made;
}

export function svgElement<Name extends keyof SVGElementTagNameMap>(
  name: Name, attributes: Record<string, string | number> = {}, ...children: Child[]
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  for (const child of children) if (child !== undefined) made.append(child);
  return made;
}

export function button(text: string, label: string, act: () => void): HTMLButtonElement {
  const made = element("button", { type: "button" }, text);
  // The name begins with what is read.
  if (label) made.setAttribute("aria-label", label.startsWith(text) ? label : `${text}: ${label}`);
  made.addEventListener("click", act);
  return made;
}

/** "H_IT" with an italic H and a lowered IT. */
export function symbol(text: string): HTMLElement {
  const low = text.indexOf("_");
  const base = low < 0 ? text : text.slice(0, low);
  const greek: Record<string, string> = { eta: "η", tau: "τ" };
  return element("span", {}, element("i", {}, greek[base] ?? base),
    low < 0 ? undefined : element("sub", {}, text.slice(low + 1)));
}

/** Of a column: "H_IT (GPa)", or its name without underscores. */
export function headOf(column: { name: string; symbol: string; unit: string }): HTMLElement {
  if (column.symbol === column.name && column.name.includes("_") && !column.unit)
    return element("span", {}, column.name.replace(/_/g, " "));
  if (column.symbol === column.name && column.name.length > 2)
    return element("span", {}, column.name);
  return element("span", {}, symbol(column.symbol), column.unit ? ` (${column.unit})` : "");
}
