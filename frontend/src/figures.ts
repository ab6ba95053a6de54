// The figures of a relation as columns to draw, and each period in words. Reads what `dragoman relation --json` gives.
import { readDay, secondsOf, spellPeriod } from "./dates";
import { spellCount } from "./island";

/** One period, of the pair (`direction` empty) or of one side towards the other. */
export interface Point {
  readonly start: string;
  readonly end: string;
  readonly direction: string;
  readonly level: number;
  readonly low: number;
  readonly high: number;
  readonly events: number;
  readonly verbal_cooperation: number;
  readonly material_cooperation: number;
  readonly verbal_conflict: number;
  readonly material_conflict: number;
  readonly documents: number;
  readonly sources: number;
  readonly documents_of_pair: number;
  readonly sources_of_pair: number;
}

export interface Change {
  readonly start: string;
  readonly end: string;
  readonly size: number;
}

export interface Relation {
  readonly points: readonly Point[];
  readonly changes: readonly Change[];
}

/** Columns for the line and the bars, the time in seconds. Conflict is below zero. */
export interface Columns {
  readonly time: number[];
  readonly level: number[];
  readonly low: number[];
  readonly high: number[];
  readonly cooperation: number[];
  readonly deeds: number[];
  readonly conflict: number[];
  readonly attacks: number[];
}

/** The periods of the pair itself, those of one side left out. */
export function pointsOfPair(relation: Relation): Point[] {
  return relation.points.filter((point) => point.direction === "");
}

export function columnsOf(points: readonly Point[]): Columns {
  return {
    time: points.map((point) => secondsOf(readDay(point.start) ?? 0)),
    level: points.map((point) => point.level),
    low: points.map((point) => point.low),
    high: points.map((point) => point.high),
    cooperation: points.map((point) => point.verbal_cooperation + point.material_cooperation),
    deeds: points.map((point) => point.material_cooperation),
    conflict: points.map((point) => 0 - point.verbal_conflict - point.material_conflict),
    attacks: points.map((point) => 0 - point.material_conflict),
  };
}

/** "+1.6", with the minus sign of print. */
export function spellLevel(level: number): string {
  return `${level < 0 ? "\u2212" : "+"}${Math.abs(level).toFixed(1)}`;
}

/** One period with all its figures, as a sentence. */
export function spellPoint(point: Point): string {
  const when = spellPeriod(readDay(point.start) ?? 0, readDay(point.end) ?? 0);
  const level = `${spellLevel(point.level)} (${spellLevel(point.low)} to ${spellLevel(point.high)})`;
  return `${when}: level ${level}; ${spellActs(point)}; ${spellCover(point)}.`;
}

function spellActs(point: Point): string {
  if (point.events === 0) return "no act told";
  const kinds: [number, string][] = [
    [point.verbal_cooperation, "friendly words"],
    [point.material_cooperation, "friendly deeds"],
    [point.verbal_conflict, "hostile words"],
    [point.material_conflict, "hostile deeds"],
  ];
  const told = kinds.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  return `${spellCount(point.events, "act", "acts")}${told.length > 0 ? `: ${told.join(", ")}` : ""}`;
}

function spellCover(point: Point): string {
  const documents = spellCount(point.documents_of_pair, "text", "texts");
  const of = point.documents_of_pair === 0 ? "" : ` of ${spellCount(point.sources_of_pair, "source", "sources")}`;
  return `${documents}${of} about the pair, ${point.documents.toLocaleString("en")} in all`;
}

/** Turning points as seconds and words. */
export function turnsOf(relation: Relation): { time: number; words: string }[] {
  return relation.changes.map((change) => ({
    time: secondsOf(readDay(change.start) ?? 0),
    words: `${change.size < 0 ? "\u25bc" : "\u25b2"} ${spellLevel(change.size)}`,
  }));
}
