// The filter: the grammar of [[exclude]] where (src/study/left_out/condition.cpp) with clusters, flags
// and status added, because a view may hang on what the study found. Short names stand for columns:
// H_IT for H_IT_GPa. A value alone is a load function, a sample or a part of a test's name; terms
// side by side must all hold.
import type { Column, Source } from "./source";

export type Holds = (at: number) => boolean;

export class Unreadable extends Error {
  constructor(readonly at: number, found: string, expected: string, hint = "") {
    super(`${found ? `“${found}”` : "the end"} at column ${at + 1}: expected ${expected}` +
      (hint ? `; did you mean ${hint}?` : ""));
  }
}

interface Token {
  text: string;
  isQuoted: boolean;
  at: number;
}

const signs = ["<=", ">=", "!=", "==", "<", ">", "="];

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const begin = at;
    const c = text[at];
    const sign = signs.find((each) => text.startsWith(each, at));
    if (/\s/.test(c)) {
      ++at;
    } else if (c === '"' || c === "“" || c === "”") {
      let end = at + 1;
      while (end < text.length && !/["“”]/.test(text[end])) ++end;
      if (end === text.length) throw new Unreadable(begin, text.slice(begin), 'a closing "');
      tokens.push({ text: text.slice(at + 1, end), isQuoted: true, at: begin });
      at = end + 1;
    } else if (c === "(" || c === ")") {
      tokens.push({ text: c, isQuoted: false, at: at++ });
    } else if (sign) {
      tokens.push({ text: sign, isQuoted: false, at });
      at += sign.length;
    } else {
      while (at < text.length && !/[\s()"“”<>=!]/.test(text[at])) ++at;
      if (at === begin) ++at;
      tokens.push({ text: text.slice(begin, at), isQuoted: false, at: begin });
    }
  }
  return tokens;
}

/** Columns whose name, symbol or beginning is the word: an exact one alone, else the shortest. */
export function columnOf(source: Source, word: string): Column | undefined {
  const names = word === "flag" ? "flags" : word;
  const exact = source.columns.get(names);
  if (exact) return exact;
  const all = [...source.columns.values()];
  const lower = word.toLowerCase();
  return all.find((column) => column.symbol === word) ??
    all.find((column) => column.symbol.toLowerCase() === lower) ??
    all.filter((column) => column.name.startsWith(word + "_"))
      .sort((a, b) => a.name.length - b.name.length)[0];
}

/** Letters put in, left out, changed or swapped with the next one. */
function distance(a: string, b: string): number {
  let before: number[] = [], row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; ++i) {
    const next = [i];
    for (let j = 1; j <= b.length; ++j) {
      let least = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, before[j - 2] + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[b.length];
}

function nearest(source: Source, word: string): string {
  const names = [...source.columns.values()].flatMap((column) => [column.symbol, column.name]);
  const best = names.map((name) => ({ name, far: distance(word.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.far - b.far)[0];
  return best && best.far <= Math.max(1, word.length / 3) ? best.name : "";
}

function patternOf(text: string): RegExp {
  const escaped = text.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp("^" + escaped.replace(/\*/g, ".*").replace(/\?/g, ".") + "$");
}

function matcher(column: Column, word: string): Holds {
  const pattern = patternOf(word);
  if (column.name !== "flags") return (at) => pattern.test(column.word(at));
  if (word === "none") return (at) => column.word(at) === "";
  if (word === "any" || word === "*") return (at) => column.word(at) !== "";
  const whole = patternOf("SND-" + word.toUpperCase());
  return (at) => column.word(at).split(";").some((flag) => pattern.test(flag) || whole.test(flag));
}

class Parser {
  private at = 0;
  private readonly tokens: Token[];

  constructor(private readonly text: string, private readonly source: Source) {
    this.tokens = tokensOf(text);
  }

  parse(): Holds {
    if (this.tokens.length === 0) return () => true;
    const holds = this.either();
    if (this.at < this.tokens.length) throw this.wrong("the end, and, or");
    return holds;
  }

  private wrong(expected: string, hint = ""): Unreadable {
    const token = this.tokens[this.at];
    return new Unreadable(token?.at ?? this.text.length, token?.text ?? "", expected, hint);
  }
  private isWord(word: string): boolean {
    const token = this.tokens[this.at];
    return token !== undefined && !token.isQuoted && token.text === word;
  }
  private isSign(at: number): boolean {
    const token = this.tokens[at];
    return token !== undefined && !token.isQuoted && signs.includes(token.text);
  }

  private either(): Holds {
    let left = this.both();
    while (this.isWord("or")) {
      ++this.at;
      const a = left, b = this.both();
      left = (at) => a(at) || b(at);
    }
    return left;
  }
  private both(): Holds {
    let left = this.one();
    while (this.at < this.tokens.length && !this.isWord("or") && !this.isWord(")")) {
      if (this.isWord("and")) ++this.at;
      const a = left, b = this.one();
      left = (at) => a(at) && b(at);
    }
    return left;
  }
  private one(): Holds {
    if (this.isWord("not")) {
      ++this.at;
      const inner = this.one();
      return (at) => !inner(at);
    }
    if (this.isWord("(")) {
      ++this.at;
      const inner = this.either();
      if (!this.isWord(")")) throw this.wrong("), and, or");
      ++this.at;
      return inner;
    }
    if (this.at >= this.tokens.length || this.isSign(this.at)) throw this.wrong("a name or a text");
    return this.isSign(this.at + 1) ? this.term() : this.words();
  }

  private term(): Holds {
    const name = this.tokens[this.at];
    const column = columnOf(this.source, name.text);
    if (!column)
      throw this.wrong("the name of a column, such as H_IT or cluster", nearest(this.source, name.text));
    const sign = this.tokens[++this.at].text;
    const value = this.tokens[++this.at];
    if (!value || (!value.isQuoted && (value.text === "(" || value.text === ")")))
      throw this.wrong("a value");
    const isEquality = sign === "=" || sign === "==" || sign === "!=";
    if (column.isText) {
      if (!isEquality) {
        --this.at;
        throw this.wrong(`= or !=: ${name.text} is a text`);
      }
      const isOne = matcher(column, value.text);
      ++this.at;
      return sign === "!=" ? (at) => !isOne(at) : isOne;
    }
    if (isEquality && value.text === "none") {
      ++this.at;
      return sign === "!=" ? (at) => !Number.isNaN(column.number(at))
        : (at) => Number.isNaN(column.number(at));
    }
    const names = this.source.columns.get("cluster_name");
    if (column.name === "cluster" && names && isEquality && Number.isNaN(Number(value.text))) {
      const isOne = matcher(names, value.text);
      ++this.at;
      return sign === "!=" ? (at) => !isOne(at) : isOne;
    }
    const words = column.name === "cluster" ? value.text.replace(/^cluster\s*/, "") : value.text;
    const limit = words === "" ? NaN : Number(words);
    if (Number.isNaN(limit))
      throw this.wrong(column.unit ? `a number in ${column.unit}` : "a number");
    ++this.at;
    switch (sign) {
      case "<": return (at) => column.number(at) < limit;
      case "<=": return (at) => column.number(at) <= limit;
      case ">": return (at) => column.number(at) > limit;
      case ">=": return (at) => column.number(at) >= limit;
      case "!=": return (at) => column.number(at) !== limit;
      default: return (at) => column.number(at) === limit;
    }
  }

  /** Words without a sign: a quoted one is a name, others side by side are one text. */
  private words(): Holds {
    const parts: string[] = [];
    const isQuoted = this.tokens[this.at].isQuoted;
    do parts.push(this.tokens[this.at++].text);
    while (!isQuoted && this.at < this.tokens.length && !this.tokens[this.at].isQuoted &&
      !["and", "or", "not", "(", ")"].includes(this.tokens[this.at].text) &&
      !this.isSign(this.at) && !this.isSign(this.at + 1));
    const text = parts.join(" ");
    const lower = text.toLowerCase();
    for (const name of ["load_function", "sample", "cluster_name", "test_id", "test_name", "file"]) {
      const isOne = this.source.columns.get(name)?.matching((word) => word === lower);
      if (isOne) return isOne;
    }
    const cluster = /^cluster (\d+)$/.exec(text);
    const ofCluster = this.source.columns.get("cluster");
    if (cluster && ofCluster) return (at) => ofCluster.number(at) === Number(cluster[1]);
    const all = [...this.source.columns.values()]
      .flatMap((column) => column.matching((word) => word.includes(lower)) ?? []);
    return (at) => all.some((holds) => holds(at));
  }
}

/** Throws Unreadable. */
export function conditionOf(text: string, source: Source): Holds {
  return new Parser(text, source).parse();
}

/** What may be typed next: whole words that begin with the one before the cursor. */
export function completions(text: string, cursor: number, source: Source): string[] {
  const before = text.slice(0, cursor);
  const word = /[^\s()<>=!"]*$/.exec(before)?.[0] ?? "";
  const sign = /([^\s()<>=!"]+)\s*(?:=|!=|==)\s*"?[^\s()<>=!"]*$/.exec(before);
  const column = sign ? columnOf(source, sign[1]) : undefined;
  let found: string[];
  if (column) found = valuesOf(source, column);
  else if (/[<>=]\s*$/.test(before)) found = [];
  else found = [...namesOf(source), "and", "or", "not"];
  const lower = word.toLowerCase();
  return found.filter((each) => {
    const bare = each.replace(/^"/, "").toLowerCase();
    return bare.startsWith(lower) && bare !== lower;
  }).slice(0, 12);
}

function namesOf(source: Source): string[] {
  const names = new Set<string>();
  const functions = source.columns.get("load_function");
  if (functions) for (const value of valuesOf(source, functions)) names.add(value);
  for (const column of source.columns.values())
    names.add(/[\s,/²]/.test(column.symbol) ? column.name : column.symbol);
  return [...names];
}

const mostValues = 200;
const valuesOfColumn = new WeakMap<Column, string[]>(); // they stay, and are asked for at every key

function valuesOf(source: Source, column: Column): string[] {
  let values = valuesOfColumn.get(column);
  if (!values) valuesOfColumn.set(column, (values = foundValues(source, column)));
  return values;
}

function foundValues(source: Source, column: Column): string[] {
  const values = new Set<string>();
  if (column.isText)
    for (const words of column.distinct(mostValues))
      for (const word of column.name === "flags" ? words.split(";") : [words])
        if (word) values.add(/[\s()<>=!]/.test(word) ? `"${word}"` : word);
  if (column.name === "cluster")
    for (let at = 0; at < source.count && values.size < mostValues; ++at)
      if (!Number.isNaN(column.number(at))) values.add(String(column.number(at)));
  return [...values].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
}
