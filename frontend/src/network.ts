// Who stands with whom, as nodes and ties with a place each. Reads what `dragoman system --json` gives.

export interface Tie {
  readonly a: string;
  readonly b: string;
  readonly level: number;
  readonly low: number;
  readonly high: number;
  readonly sign: number;
  readonly events: number;
}

export interface System {
  readonly day: string;
  readonly ties: readonly Tie[];
  readonly camps: readonly { readonly first: readonly string[]; readonly second: readonly string[] }[];
  readonly pressures: readonly { readonly a: string; readonly b: string; readonly words: string }[];
  /** From a code to a name; codes are shown where it is missing. */
  readonly names?: Readonly<Record<string, string>>;
}

/** Which camp of its part of the network an actor is in; `none` where no tie is clear. */
export type Side = "first" | "second" | "none";

export interface Node {
  readonly code: string;
  readonly name: string;
  readonly side: Side;
  readonly events: number;
  readonly x: number;
  readonly y: number;
}

export interface Picture {
  readonly nodes: readonly Node[];
  readonly ties: readonly Tie[];
}

const MOST_NODES = 120;
const ROUNDS = 240;
const SIDES: Record<Side, number> = { first: -1, none: 0, second: 1 };

/** The clear ties, or all of them, and whom they join; the busiest actors if there are too many to see. */
export function pictureOf(system: System, everything: boolean): Picture {
  const wanted = system.ties.filter((tie) => everything || tie.sign !== 0);
  const events = countEvents(wanted);
  const codes = [...events.keys()].sort((a, b) => events.get(b)! - events.get(a)! || (a < b ? -1 : 1));
  const kept = new Set(codes.slice(0, MOST_NODES));
  const ties = wanted.filter((tie) => kept.has(tie.a) && kept.has(tie.b));
  const sides = sidesOf(system);
  const sorted = [...kept].sort();
  const places = arrange(sorted, ties, sides);
  const nodes = sorted.map((code, index) => ({
    code, name: system.names?.[code] ?? code, side: sides.get(code) ?? "none", events: events.get(code)!,
    ...places[index]!,
  }));
  return { nodes, ties };
}

function countEvents(ties: readonly Tie[]): Map<string, number> {
  const events = new Map<string, number>();
  for (const { a, b, events: told } of ties) {
    for (const code of [a, b]) events.set(code, (events.get(code) ?? 0) + told);
  }
  return events;
}

function sidesOf(system: System): Map<string, Side> {
  return new Map(system.camps.flatMap(({ first, second }) => [
    ...first.map((code) => [code, "first"] as const), ...second.map((code) => [code, "second"] as const),
  ]));
}

/** Places from -1 to 1: camps left and right, good ties short. The same input gives the same picture. */
export function arrange(
  codes: readonly string[], ties: readonly Tie[], sides: ReadonlyMap<string, Side>,
): { x: number; y: number }[] {
  const side = codes.map((code) => SIDES[sides.get(code) ?? "none"]);
  const places = codes.map((_code, index) => {
    const angle = index * 2.399963; // the golden angle spreads points evenly without chance
    const radius = Math.sqrt((index + 0.5) / codes.length);
    return { x: side[index]! * 0.6 + 0.4 * radius * Math.cos(angle), y: radius * Math.sin(angle) };
  });
  const index = new Map(codes.map((code, at) => [code, at]));
  const springs = ties.map((tie) => ({ a: index.get(tie.a)!, b: index.get(tie.b)!, pull: tie.sign > 0 ? 0.06 : 0.015 }));
  for (let round = 0; round < ROUNDS; round += 1) relax(places, springs, side, 1 - round / ROUNDS);
  return spread(places);
}

interface Place {
  x: number;
  y: number;
}

function relax(
  places: Place[], springs: readonly { a: number; b: number; pull: number }[], side: readonly number[], heat: number,
): void {
  const moves = places.map((place, at) => ({ x: (side[at]! * 0.7 - place.x) * 0.05, y: -place.y * 0.015 }));
  places.forEach((a, i) => {
    for (let j = i + 1; j < places.length; j += 1) {
      const b = places[j]!;
      const [dx, dy] = [a.x - b.x, a.y - b.y];
      const push = (0.6 / places.length) / (dx * dx + dy * dy + 0.002);
      moves[i]!.x += dx * push; moves[i]!.y += dy * push;
      moves[j]!.x -= dx * push; moves[j]!.y -= dy * push;
    }
  });
  for (const { a, b, pull } of springs) {
    const [dx, dy] = [places[b]!.x - places[a]!.x, places[b]!.y - places[a]!.y];
    moves[a]!.x += dx * pull; moves[a]!.y += dy * pull;
    moves[b]!.x -= dx * pull; moves[b]!.y -= dy * pull;
  }
  places.forEach((place, at) => {
    place.x += Math.max(-0.1, Math.min(0.1, moves[at]!.x)) * heat;
    place.y += Math.max(-0.1, Math.min(0.1, moves[at]!.y)) * heat;
  });
}

/** The picture fills its frame both ways. */
function spread(places: readonly Place[]): Place[] {
  const wide = Math.max(0.001, ...places.map(({ x }) => Math.abs(x)));
  const high = Math.max(0.001, ...places.map(({ y }) => Math.abs(y)));
  return places.map(({ x, y }) => ({ x: x / wide, y: y / high }));
}

/** "good", "bad" or "not clear". */
export function spellSign(tie: Tie): string {
  return tie.sign > 0 ? "good" : tie.sign < 0 ? "bad" : "not clear";
}

/** The page of the two sides of a tie. */
export function pairOf(tie: Tie): string {
  return `/pair/${encodeURIComponent(tie.a)}/${encodeURIComponent(tie.b)}`;
}
