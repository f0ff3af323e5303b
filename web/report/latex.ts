// A table of the page as LaTeX, from its cells: a plain tabular, which needs no package.
import { button, element } from "./words";

const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const commands = new Map(("αalpha βbeta γgamma ΔDelta εvarepsilon ζzeta ηeta µmu νnu πpi ρrho σsigma τtau χchi " +
  "±pm ×times ·cdot √surd ≤leq ≥geq °circ").split(" ").map((word) => [word[0], `$\\${word.slice(1)}$`]));
commands.set("−", "$-$").set("–", "--").set("\u2009", "\\,").set("\u00a0", "~");

function escaped(text: string): string {
  return text.replace(/\s*\n\s*/g, " ").replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+|[^ -~]|[&%$#_{}\\~^]/g, (c) =>
    commands.get(c) ?? (raised.includes(c[c.length - 1])
      ? `$^{${[...c].map((digit) => raised.includes(digit) ? raised.indexOf(digit) : "-").join("")}}$`
      : "\\~^".includes(c) ? `\\char${c.charCodeAt(0)}{}` : c < "\x7f" ? "\\" + c : c));
}

/** "$H_{\mathrm{IT}}$ (GPa)" of what a cell shows. */
function latexOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return escaped(node.textContent ?? "");
  const inner = [...node.childNodes].map(latexOf).join("").replace(/\$\$/g, "");
  const plain = inner.replace(/\$/g, "");
  switch ((node as Element).localName) {
    case "i": return `$${plain}$`;
    case "sub": return `$_{\\mathrm{${plain}}}$`;
    case "sup": return `$^{${plain}}$`;
    case "br": return " ";
    default: return inner;
  }
}

function lineOf(row: HTMLTableRowElement): string {
  return [...row.cells].map((cell) => latexOf(cell).trim()).join(" & ") + " \\\\";
}

export function tableAsLatex(table: HTMLTableElement): string {
  const [head, ...body] = table.rows;
  const columns = [...head.cells].map((cell) => cell.classList.contains("number") ? "r" : "l").join("");
  return ["\\begin{table}", `\\caption{${table.caption ? latexOf(table.caption).trim() : ""}}`,
    `\\begin{tabular}{${columns}}`, "\\hline", lineOf(head), "\\hline", ...body.map(lineOf), "\\hline",
    "\\end{tabular}", "\\end{table}", ""].join("\n");
}

export function addLatex(table: HTMLTableElement, say: (text: string) => void): void {
  if (table.rows.length < 2 || table.dataset.latex !== undefined) return;
  table.dataset.latex = "";
  table.after(element("div", { class: "more" }, button("LaTeX", `copy "${table.caption?.textContent ?? ""}"`, () => {
    void navigator.clipboard?.writeText(tableAsLatex(table)).then(() => say("table copied as LaTeX"));
  })));
}
