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

/** The sign of each standing: a shape and whether it is filled; a colour comes on top in the style sheet. */
export interface Sign {
  readonly name: string;
  readonly words: string;
}

const SIGNS: Record<string, Sign> = {
  happened: { name: "happened", words: "happened" },
  claimed: { name: "claimed", words: "claimed" },
  disputed: { name: "disputed", words: "disputed" },
  "did not happen": { name: "denied", words: "did not happen" },
  planned: { name: "planned", words: "planned" },
  proposed: { name: "proposed", words: "proposed or possible" },
  possible: { name: "proposed", words: "proposed or possible" },
  postponed: { name: "dropped", words: "cancelled or postponed" },
  cancelled: { name: "dropped", words: "cancelled or postponed" },
  lapsed: { name: "lapsed", words: "lapsed: no word of it since" },
};
const PATHS: Record<string, string> = {
  happened: "M-5,0A5,5,0,1,1,5,0A5,5,0,1,1,-5,0",
  claimed: "M0,-6L6,0L0,6L-6,0Z",
  disputed: "M0,-6L6,0L0,6L-6,0Z",
  denied: "M-5,0A5,5,0,1,1,5,0A5,5,0,1,1,-5,0M-3.5,3.5L3.5,-3.5",
  planned: "M0,-6L6,5L-6,5Z",
  proposed: "M0,-6L6,5L-6,5Z",
  dropped: "M-4.5,-4.5L4.5,4.5M-4.5,4.5L4.5,-4.5",
  lapsed: "M-4.5,-4.5H4.5V4.5H-4.5Z",
};

export function signOf(standing: string): Sign {
  return SIGNS[standing] ?? SIGNS["claimed"]!;
}

export function pathOf(sign: Sign): string {
  return PATHS[sign.name]!;
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
