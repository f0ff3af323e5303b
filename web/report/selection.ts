// One selection for the whole page: rows of tests.csv. State lives in the URL fragment.

export type Listener = () => void;

export class Selection {
  private rows = new Set<number>();
  private listeners: Listener[] = [];

  has(row: number): boolean {
    return this.rows.has(row);
  }
  get size(): number {
    return this.rows.size;
  }
  values(): number[] {
    return [...this.rows].sort((a, b) => a - b);
  }
  set(rows: Iterable<number>): void {
    this.rows = new Set(rows);
    for (const listener of this.listeners) listener();
  }
  onChange(listener: Listener): void {
    this.listeners.push(listener);
  }
}

// "1-3,7": runs keep a thousand rows short in a link.
export function runsOf(rows: number[]): string {
  const runs: string[] = [];
  for (let i = 0; i < rows.length; ) {
    let j = i;
    while (j + 1 < rows.length && rows[j + 1] === rows[j] + 1) ++j;
    runs.push(i === j ? String(rows[i]) : rows[i] + "-" + rows[j]);
    i = j + 1;
  }
  return runs.join(",");
}

export function rowsOf(runs: string): number[] {
  const rows: number[] = [];
  for (const run of runs.split(",")) {
    const match = /^(\d{1,8})(?:-(\d{1,8}))?$/.exec(run);
    if (!match) continue;
    const first = Number(match[1]);
    const last = Math.min(Number(match[2] ?? match[1]), first + 1_000_000);
    for (let row = first; row <= last; ++row) rows.push(row);
  }
  return rows;
}

export interface State {
  sel: string;
  box: string; // of a raster: figure,left,top,right,bottom
  off: string;
  q: string;
  theme: string;
}

// "#view:sel=1-3&off=cluster 0": an anchor of the page ("#tests") is left alone.
export function readState(fragment: string): State {
  const text = fragment.startsWith("#view:") ? fragment.slice(6) : "";
  const parameters = new URLSearchParams(text);
  return {
    sel: parameters.get("sel") ?? "",
    box: parameters.get("box") ?? "",
    off: parameters.get("off") ?? "",
    q: parameters.get("q") ?? "",
    theme: parameters.get("theme") ?? "",
  };
}

export function fragmentOf(state: State): string {
  const parameters = new URLSearchParams();
  for (const key of ["sel", "box", "off", "q", "theme"] as const)
    if (state[key]) parameters.set(key, state[key]);
  const text = parameters.toString();
  return text ? "#view:" + text : "";
}
