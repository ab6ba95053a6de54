// Threads as marks on a timeline: which lane, which sign, where. Reads what `dragoman threads --json` gives.
import type { Interval } from "./dates";
import { readInterval } from "./dates";
import type { Span } from "./scales";
import { placeDay } from "./scales";

export interface Thread {
  readonly id: string;
  readonly type: string;
  readonly date: string;
  readonly readable_date: string;
  readonly standing: string;
  readonly readable: string;
  readonly quote: string;
  readonly sources: number;
  readonly weight: number;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
}

/** A thread with its days; one without any is on no timeline. */
export interface Dated {
  readonly thread: Thread;
  readonly interval: Interval;
  readonly day: number;
}

export interface Placed extends Dated {
  readonly x: number;
  readonly row: number;
}

export interface Lane {
  readonly words: string;
  readonly types: readonly string[];
}

/** From deeds to words, then from words to deeds, as on the printed chart: the worst stands lowest. */
export const LANES: readonly Lane[] = [
  { words: "aid", types: ["AID"] },
  { words: "truces", types: ["RETREAT"] },
  { words: "joint work", types: ["COOPERATE"] },
  { words: "support", types: ["SUPPORT"] },
  { words: "promises", types: ["AGREE", "CONCEDE"] },
  { words: "talks", types: ["CONSULT"] },
  { words: "demands", types: ["REQUEST"] },
  { words: "blame", types: ["ACCUSE"] },
  { words: "refusals", types: ["REJECT"] },
  { words: "threats", types: ["THREATEN", "PROTEST"] },
  { words: "sanctions", types: ["SANCTION"] },
  { words: "seizures", types: ["MOBILIZE", "COERCE"] },
  { words: "attacks", types: ["ASSAULT"] },
];

/** Standings of one sign: that of `shape` in the sheet of signs that every page carries. */
export interface Sign {
  readonly shape: string;
  readonly words: string;
}

const HAPPENED: Sign = { shape: "happened", words: "happened" };
const PROPOSED: Sign = { shape: "proposed", words: "proposed or possible" };
const DROPPED: Sign = { shape: "cancelled", words: "cancelled or postponed" };
const SIGNS: Record<string, Sign> = {
  happened: HAPPENED,
  claimed: { shape: "claimed", words: "claimed" },
  disputed: { shape: "disputed", words: "disputed" },
  "did not happen": { shape: "did-not-happen", words: "did not happen" },
  planned: { shape: "planned", words: "planned" },
  proposed: PROPOSED,
  possible: PROPOSED,
  postponed: DROPPED,
  cancelled: DROPPED,
  lapsed: { shape: "lapsed", words: "lapsed: no word of it since" },
};

export function signOf(standing: string): Sign {
  return SIGNS[standing] ?? { shape: "claimed", words: standing };
}

/** Threads with a day, by date, then id. */
export function dateThreads(threads: readonly Thread[]): Dated[] {
  const dated = threads.flatMap((thread) => {
    const interval = readInterval(thread.date);
    const day = middleOf(interval);
    return day === null ? [] : [{ thread, interval, day }];
  });
  return dated.sort((a, b) => a.day - b.day || (a.thread.id < b.thread.id ? -1 : 1));
}

function middleOf({ first, last }: Interval): number | null {
  if (first === null || last === null) return first ?? last;
  return Math.round((first + last) / 2);
}

/** All days that the threads speak of, with some room. */
export function spanOf(dated: readonly Dated[]): Span {
  const days = dated.map((each) => each.day);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const room = Math.max(3, Math.round((last - first) * 0.02));
  return { first: first - room, last: last + room };
}

/** The days to begin with: all, unless a few threads of long ago or far ahead would press the others together. */
export function mainSpan(dated: readonly Dated[]): Span {
  const whole = spanOf(dated);
  const few = Math.floor(dated.length * 0.03);
  const main = spanOf(dated.slice(few, dated.length - few));
  return (main.last - main.first) * 1.5 < whole.last - whole.first ? main : whole;
}

/** The threads of one lane inside a span, each in the first row where it touches no other; the heaviest choose first. */
export function placeLane(lane: Lane, dated: readonly Dated[], span: Span, width: number, rows: number): Placed[] {
  const here = dated.filter(
    (each) => lane.types.includes(each.thread.type) && each.day >= span.first && each.day <= span.last,
  );
  const taken: number[][] = Array.from({ length: rows }, () => []);
  const placed = [...here].sort((a, b) => b.thread.weight - a.thread.weight).flatMap((each) => {
    const x = placeDay(each.day, span, width);
    const row = taken.findIndex((places) => places.every((place) => Math.abs(place - x) >= ROOM));
    if (row < 0) return [];
    taken[row]!.push(x);
    return [{ ...each, x, row }];
  });
  return placed.sort((a, b) => a.x - b.x);
}

/** Pixels between the middles of two marks of one row. */
const ROOM = 13;

/** A thread in words: "4 October 2012: RUS, PAK talks. cancelled, says …". */
export function describe(thread: Thread): string {
  const lane = LANES.find((each) => each.types.includes(thread.type));
  const to = thread.recipients.length > 0 ? ` towards ${thread.recipients.join(", ")}` : "";
  const sources = `${thread.sources} ${thread.sources === 1 ? "source" : "sources"}`;
  return `${thread.readable_date}: ${lane?.words ?? thread.type}, ${thread.actors.join(", ")}${to}. ${thread.readable}, ${sources}`;
}
