// Tables that sort by a click on a head; the table of tests also filters.

function valueOf(cell: Element | undefined): number | string {
  const text = (cell?.textContent ?? "").replace(/[\u2009,]/g, "").replace(/\u2212/g, "-").trim();
  const number = parseFloat(text);
  return Number.isNaN(number) ? text : number;
}

function compare(a: number | string, b: number | string): number {
  if (a === "" || b === "") return a === b ? 0 : a === "" ? 1 : -1; // no value: at the end
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), "en", { numeric: true });
}

export function makeSortable(table: HTMLTableElement): void {
  const heads = [...table.querySelectorAll<HTMLTableCellElement>("thead th")];
  const body = table.tBodies[0];
  if (!body || body.rows.length < 3) return;
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const isUp = head.getAttribute("aria-sort") !== "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", isUp ? "ascending" : "descending");
      const rows = [...body.rows].map((row, place) => ({
        row, place, value: valueOf(row.cells[column]),
      }));
      rows.sort((a, b) => (compare(a.value, b.value) || a.place - b.place) *
        (isUp || a.value === "" || b.value === "" ? 1 : -1));
      body.append(...rows.map((entry) => entry.row));
    });
  });
}

/** Hides rows without the words. Gives how many are left. */
export function filterRows(table: HTMLTableElement, words: string): number {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  let left = 0;
  for (const row of table.tBodies[0]?.rows ?? []) {
    const text = (row.textContent ?? "").toLowerCase();
    const isShown = wanted.every((word) => text.includes(word));
    row.hidden = !isShown;
    if (isShown) ++left;
  }
  return left;
}
