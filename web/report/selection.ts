// One selection for the whole page: rows of tests.csv. State lives in the URL fragment.

export type Listener = () => void;

export class Selection {
  private rows = new Set<number>();
  private sorted: Int32Array | undefined;
  private listeners: Listener[] = [];

  has(row: number): boolean {
    return this.rows.has(row);
  }
  get size(): number {
    return this.rows.size;
  }
  values(): number[] {
    this.sorted ??= Int32Array.from(this.rows).sort();
    return Array.from(this.sorted);
  }
  set(rows: Iterable<number>): void {
    this.rows = new Set(rows);
    this.sorted = undefined;
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
    let last = i;
    while (last + 1 < rows.length && rows[last + 1] === rows[last] + 1) ++last;
    runs.push(last > i ? `${rows[i]}-${rows[last]}` : String(rows[i]));
    i = last + 1;
  }
  return runs.join(",");
}

export function rowsOf(runs: string): number[] {
  const rows: number[] = [];
  for (const run of runs.split(/[ ,]/)) {
    const match = /^(\d{1,8})(?:-(\d{1,8}))?$/.exec(run);
    if (!match) continue;
    const first = Number(match[1]);
    const last = Math.min(Number(match[2] ?? match[1]), first + 1_000_000);
    for (let row = first; row <= last; ++row) rows.push(row);
  }
  return rows;
}

const keys = ["sel", "box", "off", "q", "sort", "cols", "only", "theme"] as const;
export type State = Record<(typeof keys)[number], string>;

// "#view:sel=1-3&off=cluster 0": an anchor of the page ("#tests") is left alone.
export function readState(fragment: string): State {
  const parameters = new URLSearchParams(fragment.startsWith("#view:") ? fragment.slice(6) : "");
  return Object.fromEntries(keys.map((key) => [key, parameters.get(key) ?? ""])) as State;
}

export function fragmentOf(state: State): string {
  const parameters = new URLSearchParams();
  for (const key of keys) if (state[key]) parameters.set(key, state[key]);
  const text = parameters.toString();
  return text ? "#view:" + text : "";
}
