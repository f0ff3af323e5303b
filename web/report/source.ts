// Where the views get the tests from: today the data inside the page, later perhaps a server. Rows
// are those of tests.csv, from 0; a view asks by place in the source, `at`, of which there are
// fewer in the page of a very large study.

export interface Column {
  name: string;
  symbol: string; // as typed: "H_IT"
  unit: string;
  text: string; // one sentence
  isUsual: boolean; // shown unless a reader chooses others
  isText: boolean;
  isSame: boolean; // every row has the same
  number(at: number): number; // NaN: none
  word(at: number): string;
  /** Each word is asked once, however many tests have it; in small letters. */
  matching(holds: (lower: string) => boolean): ((at: number) => boolean) | undefined;
  /** The first of its different words. */
  distinct(most: number): string[];
  u(at: number): number; // standard uncertainty, NaN: none
}

export interface TestCurve {
  time: Float64Array;
  depth: Float64Array;
  load: Float64Array;
  segments: { kind: string; begin: number; end: number }[];
  fitDepth: Float64Array;
  fitLoad: Float64Array;
}

export interface Residuals {
  depth: Float64Array;
  residual: Float64Array;
}

/** Counts on a grid of 16 columns and 15 rows, the lowest row first, as roots: 15 is the fullest cell. */
export interface ResidualCells {
  depthLow: number;
  depthHigh: number;
  largest: number; // rows go from -largest to largest
  levels: Uint8Array;
}
export const cellColumns = 16, cellRows = 15;

export interface Source {
  count: number; // places
  all: number; // rows of the study
  columns: Map<string, Column>;
  codes: Map<string, string>; // code -> title
  rowOf(at: number): number;
  placeOf(row: number): number; // -1: not in the source
  flagTexts(at: number): string[];
  curve(row: number): Promise<TestCurve | undefined>;
  residuals(row: number): Promise<Residuals | undefined>;
  residualCells(row: number): Promise<ResidualCells | undefined>;
}

const kinds = ["approach", "loading", "hold", "unloading", "drift hold", "retract"];

function bytesOf(text: string): ArrayBuffer {
  const decoded = atob(text);
  const bytes = new Uint8Array(decoded.length);
  for (let i = 0; i < decoded.length; ++i) bytes[i] = decoded.charCodeAt(i);
  return bytes.buffer;
}

interface PlainColumn {
  name: string;
  symbol?: string;
  unit?: string;
  text?: string;
  usual?: boolean;
  begin?: string; // of every word, and its end
  end?: string;
  words?: string[];
  at?: number[];
  one?: string; // a double for every row
  f64?: string;
  f32?: string;
  u16?: string;
  u?: string;
}

class PageColumn implements Column {
  readonly name: string;
  readonly symbol: string;
  readonly unit: string;
  readonly text: string;
  readonly isUsual: boolean;
  readonly isText: boolean;
  readonly isSame: boolean;
  private values: Float64Array | Float32Array | Uint16Array | undefined;
  private us: Float32Array | undefined;
  private lower: string[] | undefined;

  constructor(private readonly plain: PlainColumn) {
    this.name = plain.name;
    this.symbol = plain.symbol ?? plain.name;
    this.unit = plain.unit ?? "";
    this.text = plain.text ?? "";
    this.isUsual = plain.usual ?? false;
    this.isText = plain.words !== undefined;
    this.isSame = plain.one !== undefined || plain.words?.length === 1;
  }
  number(at: number): number {
    if (this.isText) return NaN;
    const { one, f64, u16, f32 } = this.plain;
    this.values ??= one !== undefined ? new Float64Array(bytesOf(one))
      : f64 !== undefined ? new Float64Array(bytesOf(f64))
      : u16 !== undefined ? new Uint16Array(bytesOf(u16))
      : new Float32Array(bytesOf(f32 ?? ""));
    return one !== undefined ? this.values[0] : this.values[at];
  }
  private place(at: number): number {
    const { words, at: places } = this.plain;
    return places !== undefined ? places[at] : words?.length === 1 ? 0 : at;
  }
  word(at: number): string {
    const { words, begin, end } = this.plain;
    const word = words?.[this.place(at)];
    return word === undefined ? "" : (begin ?? "") + word + (end ?? "");
  }
  matching(holds: (lower: string) => boolean): ((at: number) => boolean) | undefined {
    const { words, begin, end } = this.plain;
    if (words === undefined) return undefined;
    this.lower ??= words.map((word) => ((begin ?? "") + word + (end ?? "")).toLowerCase());
    // A plain loop: Uint8Array.from takes five times as long for 100,000 names.
    const isIn = new Uint8Array(this.lower.length);
    let found = 0;
    for (let i = 0; i < isIn.length; ++i)
      if (holds(this.lower[i])) found += isIn[i] = 1;
    if (found === 0) return undefined;
    return (at) => isIn[this.place(at)] === 1;
  }
  distinct(most: number): string[] {
    const { words = [], begin, end } = this.plain;
    const first = new Set<string>();
    for (let i = 0; i < words.length && first.size < most; ++i)
      first.add((begin ?? "") + words[i] + (end ?? ""));
    return [...first];
  }
  u(at: number): number {
    if (this.plain.u === undefined) return NaN;
    this.us ??= new Float32Array(bytesOf(this.plain.u));
    return this.us[at];
  }
}

/** Numbers one after the other, little-endian, at no address in particular. */
class Reader {
  at = 0;
  private readonly view: DataView;
  constructor(bytes: ArrayBuffer) {
    this.view = new DataView(bytes);
  }
  isAtEnd(): boolean {
    return this.at >= this.view.byteLength;
  }
  u16(): number {
    return this.view.getUint16((this.at += 2) - 2, true);
  }
  u32(): number {
    return this.view.getUint32((this.at += 4) - 4, true);
  }
  f32(): number {
    return this.view.getFloat32((this.at += 4) - 4, true);
  }
  /** Two of four bits in a byte, the lower one first. */
  halves(count: number): Uint8Array {
    const from = this.at;
    this.at += count / 2;
    return Uint8Array.from({ length: count }, (_, i) =>
      (this.view.getUint8(from + (i >> 1)) >> (i % 2 === 0 ? 0 : 4)) & 15);
  }
  range(): [number, number] {
    return [this.f32(), this.f32()];
  }
  values(count: number, [low, high]: [number, number]): Float64Array {
    return Float64Array.from({ length: count }, () => low + (high - low) * this.u16() / 65535);
  }
}

class PageSource implements Source {
  readonly count: number;
  readonly all: number;
  readonly columns = new Map<string, Column>();
  readonly codes: Map<string, string>;
  private readonly listed: number[] | null;
  private readonly places = new Map<number, number>();
  private readonly texts: Record<string, string[]>;
  private curveAt: Map<number, number> | undefined; // row -> byte
  private curveBytes = new ArrayBuffer(0);
  private residualAt: Map<number, number> | undefined;
  private residualBytes = new ArrayBuffer(0);
  private cells: Map<number, ResidualCells> | undefined;

  constructor(text: string) {
    const data = JSON.parse(text) as {
      rows: number; all: number; listed: number[] | null; columns: PlainColumn[];
      flag_texts: Record<string, string[]>; codes: Record<string, string>;
    };
    this.count = data.rows;
    this.all = data.all;
    this.listed = data.listed;
    this.texts = data.flag_texts;
    this.codes = new Map(Object.entries(data.codes));
    for (const column of data.columns) this.columns.set(column.name, new PageColumn(column));
    this.listed?.forEach((row, at) => this.places.set(row, at));
  }
  rowOf(at: number): number {
    return this.listed ? this.listed[at] : at;
  }
  placeOf(row: number): number {
    if (this.listed) return this.places.get(row) ?? -1;
    return row < this.count ? row : -1;
  }
  flagTexts(at: number): string[] {
    return (this.texts[String(this.rowOf(at))] ?? []).filter(Boolean);
  }
  curve(row: number): Promise<TestCurve | undefined> {
    if (!this.curveAt) {
      this.curveBytes = bytesOf(document.querySelector("#test-curves")?.textContent ?? "");
      this.curveAt = new Map();
      const reader = new Reader(this.curveBytes);
      while (!reader.isAtEnd()) {
        this.curveAt.set(reader.u32(), reader.at);
        skipCurve(reader);
      }
    }
    const at = this.curveAt.get(row);
    if (at === undefined) return Promise.resolve(undefined);
    const reader = new Reader(this.curveBytes);
    reader.at = at;
    return Promise.resolve(readCurve(reader));
  }
  residuals(row: number): Promise<Residuals | undefined> {
    if (!this.residualAt) {
      this.residualBytes = bytesOf(document.querySelector("#test-residuals")?.textContent ?? "");
      this.residualAt = new Map();
      const reader = new Reader(this.residualBytes);
      while (!reader.isAtEnd()) {
        this.residualAt.set(reader.u32(), reader.at);
        reader.at += 16;
        const points = reader.u32();
        reader.at += 4 * points;
      }
    }
    const at = this.residualAt.get(row);
    if (at === undefined) return Promise.resolve(undefined);
    const reader = new Reader(this.residualBytes);
    reader.at = at;
    const depth = reader.range(), residual = reader.range(), points = reader.u32();
    return Promise.resolve({
      depth: reader.values(points, depth), residual: reader.values(points, residual),
    });
  }
  residualCells(row: number): Promise<ResidualCells | undefined> {
    if (!this.cells) {
      this.cells = new Map();
      const reader = new Reader(
        bytesOf(document.querySelector("#test-residual-densities")?.textContent ?? ""));
      while (!reader.isAtEnd())
        this.cells.set(reader.u32(), {
          depthLow: reader.f32(), depthHigh: reader.f32(), largest: reader.f32(),
          levels: reader.halves(cellColumns * cellRows),
        });
    }
    return Promise.resolve(this.cells.get(row));
  }
}

function skipCurve(reader: Reader): void {
  reader.at += 24;
  const points = reader.u16();
  reader.at += 6 * points;
  const segments = reader.u16();
  reader.at += 10 * segments;
  const ofFit = reader.u16();
  reader.at += 4 * ofFit;
}

function readCurve(reader: Reader): TestCurve {
  const time = reader.range(), depth = reader.range(), load = reader.range(), points = reader.u16();
  const curve = {
    time: reader.values(points, time), depth: reader.values(points, depth),
    load: reader.values(points, load), segments: [] as TestCurve["segments"],
    fitDepth: new Float64Array(0), fitLoad: new Float64Array(0),
  };
  for (let segments = reader.u16(); segments > 0; --segments)
    curve.segments.push({ kind: kinds[reader.u16()] ?? "", begin: reader.f32(), end: reader.f32() });
  const ofFit = reader.u16();
  const pairs = Array.from({ length: ofFit }, () => [reader.u16(), reader.u16()]);
  const value = (part: number, [low, high]: [number, number]) => low + (high - low) * part / 65535;
  curve.fitDepth = Float64Array.from(pairs, (pair) => value(pair[0], depth));
  curve.fitLoad = Float64Array.from(pairs, (pair) => value(pair[1], load));
  return curve;
}

/** Undefined for a page without tests. */
export function pageSource(): Source | undefined {
  const element = document.querySelector("#study-data");
  return element?.textContent ? new PageSource(element.textContent) : undefined;
}
