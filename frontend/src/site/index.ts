// The index of a written site, as `present/site/index.py` lays it down: small scripts with data, loaded as they are needed.
// A page from disk may fetch nothing, but it may load the scripts beside it.

export const KINDS = ["document", "event", "statement", "assessment"] as const;
export type Kind = (typeof KINDS)[number];

export interface Whole {
  readonly counts: Readonly<Record<Kind, number>>;
  readonly cut: number;
  readonly parts: number;
  readonly places: number;
  readonly texts: boolean;
  readonly years: readonly string[];
  readonly year: string;
}

/** A text as (file, title, outlet, date), a record as (number of its text, id, what it is, date, confidence, quote). */
export type TextRow = readonly [string, string, string, string];
export type RecordRow = readonly [number, string, string, string, string, string];

type Load = <T>(name: string) => Promise<T>;
/** Words with the places that hold them, each as the distance from the one before; none for a word that is too common. */
type Part = readonly (readonly [string, ...number[]])[];

export interface Found {
  /** Numbers of the places that hold all words, rising. */
  readonly places: readonly number[];
  /** Words that stand nearly everywhere and were not looked for. */
  readonly common: readonly string[];
  /** Words that stand nowhere. */
  readonly unknown: readonly string[];
}

const WORD = /[\p{L}\p{N}]+/gu;
const LONGEST = 40;
const MOST_WORDS = 20;

/** A word as the index holds it: without case and accents, no longer than what counts of it. */
export function foldWord(word: string): string {
  return [...word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()].slice(0, LONGEST).join("");
}

/** The different words of what somebody typed. */
export function listWords(text: string): string[] {
  return [...new Set((text.match(WORD) ?? []).map(foldWord))].slice(0, MOST_WORDS);
}

/** A text in pieces, in order and complete: those that are one of the words, and what stands between. */
export function splitWords(text: string, words: ReadonlySet<string>): [string, boolean][] {
  const pieces: [string, boolean][] = [];
  let end = 0;
  for (const found of text.matchAll(WORD)) {
    if (!words.has(foldWord(found[0]))) continue;
    if (found.index > end) pieces.push([text.slice(end, found.index), false]);
    pieces.push([found[0], true]);
    end = found.index + found[0].length;
  }
  if (end < text.length) pieces.push([text.slice(end), false]);
  return pieces;
}

/** The part in which a word stands: FNV-1a, as where the index is written. */
export function dealWord(word: string, parts: number): number {
  let hash = 2166136261;
  for (const byte of new TextEncoder().encode(word)) hash = Math.imul(hash ^ byte, 16777619) >>> 0;
  return hash % parts;
}

/** The places that hold all of these words. */
export async function findPlaces(load: Load, whole: Whole, words: readonly string[]): Promise<Found> {
  const entries = await Promise.all(words.map(async (word) => {
    const part = await load<Part>(`w-${dealWord(word, whole.parts)}`);
    return part.find(([each]) => each === word);
  }));
  const common = words.filter((_, at) => entries[at]?.length === 1);
  const unknown = words.filter((_, at) => entries[at] === undefined);
  const lists = entries.flatMap((entry) => entry !== undefined && entry.length > 1 ? [addUp(entry.slice(1) as number[])] : []);
  const [shortest, ...others] = lists.sort((a, b) => a.length - b.length);
  if (unknown.length > 0 || shortest === undefined) return { places: [], common, unknown };
  const sets = others.map((each) => new Set(each));
  return { places: shortest.filter((place) => sets.every((each) => each.has(place))), common, unknown };
}

/** The kind of a place: they are numbered by kind. */
export function kindOf(whole: Whole, place: number): Kind {
  let end = 0;
  return KINDS.find((kind) => place < (end += whole.counts[kind])) ?? "assessment";
}

/** The year of a place, "" if unknown. */
export function yearOf(whole: Whole, place: number): string {
  return whole.years[parseInt(whole.year.slice(2 * place, 2 * place + 2), 36)] ?? "";
}

function addUp(steps: readonly number[]): number[] {
  let place = 0;
  return steps.map((step) => (place += step));
}

/** Loads each part once, by a script of the folder beside the page. */
export function makeLoader(page: Document): Load {
  const kept = new Map<string, Promise<unknown>>();
  const waiting = new Map<string, (content: unknown) => void>();
  (window as unknown as Record<string, unknown>)["dragomanPart"] = (name: string, content: unknown) => waiting.get(name)?.(content);
  const start = (name: string): Promise<unknown> => new Promise((give, refuse) => {
    const script = page.createElement("script");
    script.src = `search/${name}.js`;
    script.addEventListener("error", () => {
      kept.delete(name);
      refuse(new Error(`search/${name}.js is not there.`));
    });
    waiting.set(name, give);
    page.head.append(script);
  });
  return <T>(name: string) => {
    if (!kept.has(name)) kept.set(name, start(name));
    return kept.get(name) as Promise<T>;
  };
}
