import { describe, expect, test } from "vitest";

import { columnsOf, pointsOfPair, spellPoint, turnsOf } from "../src/figures";
import type { Point } from "../src/figures";
import { arrange, pictureOf } from "../src/network";
import type { System } from "../src/network";
import { compareCells, readNumber } from "../src/sorting";
import { LANES, dateThreads, describe as tell, mainSpan, placeLane, signOf, spanOf } from "../src/threads";
import type { Thread } from "../src/threads";

const point: Point = {
  start: "2012-10-01", end: "2012-10-31", direction: "", level: -1.64, low: -3, high: 0.2, events: 3,
  verbal_cooperation: 1, material_cooperation: 0, verbal_conflict: 1, material_conflict: 1, documents: 1200, sources: 9,
  documents_of_pair: 2, sources_of_pair: 1,
};
const thread: Thread = {
  id: "t-1", type: "CONSULT", date: "2012-10-04", readable_date: "4 October 2012", standing: "cancelled",
  readable: "cancelled", quote: "", sources: 2, weight: 1, actors: ["RUS"], recipients: ["PAK"],
};

describe("relation", () => {
  test("only the pair's own periods are drawn, conflict below zero", () => {
    const relation = { points: [point, { ...point, direction: "PAK towards RUS" }], changes: [] };
    const columns = columnsOf(pointsOfPair(relation));
    expect(columns.time).toEqual([Date.UTC(2012, 9, 1) / 1000]);
    expect([columns.cooperation, columns.deeds, columns.conflict, columns.attacks]).toEqual([[1], [0], [-2], [-1]]);
  });
  test("a period in words", () => {
    expect(spellPoint(point)).toBe(
      "October 2012: level \u22121.6 (\u22123.0 to +0.2); 3 acts: 1 friendly words, 1 hostile words, 1 hostile deeds; " +
      "2 texts of 1 source about the pair, 1,200 in all.");
    expect(spellPoint({ ...point, events: 0, documents_of_pair: 0 })).toContain("no act told; 0 texts about the pair");
  });
  test("turning points", () => {
    const changes = [{ start: "2012-10-01", end: "2012-10-31", size: -2.3 }];
    expect(turnsOf({ points: [], changes })[0]?.words).toBe("\u25bc \u22122.3");
  });
});

describe("timeline", () => {
  test("what has no date is left out, the rest is in order", () => {
    const dated = dateThreads([thread, { ...thread, id: "t-0", date: "" }, { ...thread, id: "t-2", date: "2011" }]);
    expect(dated.map((each) => each.thread.id)).toEqual(["t-2", "t-1"]);
    expect(spanOf(dated).first).toBeLessThan(dated[0]!.day);
  });
  test("marks of one day stand in rows; the heaviest finds room first", () => {
    const same = ["a", "b", "c"].map((id, weight) => ({ ...thread, id, weight }));
    const talks = LANES.find((lane) => lane.types.includes("CONSULT"))!;
    const dated = dateThreads(same);
    const placed = placeLane(talks, dated, spanOf(dated), 600, 2);
    expect(placed.map((each) => [each.thread.id, each.row]).sort()).toEqual([["b", 1], ["c", 0]]);
  });
  test("a few threads of long ago do not press the others together", () => {
    const now = Array.from({ length: 60 }, (_, n) => ({ ...thread, id: `n-${n}`, date: `2012-${10 + (n % 3)}` }));
    expect(mainSpan(dateThreads([...now, { ...thread, date: "1945" }])).first).toBeGreaterThan(15000);
    expect(mainSpan(dateThreads(now))).toEqual(spanOf(dateThreads(now)));
  });
  test("signs and words", () => {
    expect(signOf("did not happen").shape).toBe("did-not-happen");
    expect(tell(thread)).toBe("4 October 2012: talks, RUS towards PAK. cancelled, 2 sources");
  });
});

describe("network", () => {
  const tie = { a: "IND", b: "PAK", level: -4, low: -5, high: -3, sign: -1, events: 9 };
  const system: System = {
    day: "2012-10-04", ties: [tie, { ...tie, b: "USA", sign: 0 }], pressures: [],
    camps: [{ first: ["PAK"], second: ["IND"] }],
  };
  test("ties that are not clear are drawn on demand", () => {
    expect(pictureOf(system, false).nodes.map((node) => [node.code, node.side])).toEqual(
      [["IND", "second"], ["PAK", "first"]]);
    expect(pictureOf(system, true).ties).toHaveLength(2);
  });
  test("camps stand apart, and the same network gives the same picture", () => {
    const picture = pictureOf(system, true);
    const [india, pakistan] = picture.nodes;
    expect(pakistan!.x).toBeLessThan(india!.x);
    expect(pictureOf(system, true)).toEqual(picture);
    expect(arrange([], [], new Map())).toEqual([]);
  });
});

test("cells are put in order as numbers or as words", () => {
  expect([readNumber("1,204"), readNumber("\u22122.5"), readNumber("62 %"), readNumber("2012-10-04")]).toEqual(
    [1204, -2.5, 62, null]);
  expect(["", "10", "9", "b", "a"].sort(compareCells)).toEqual(["9", "10", "a", "b", ""]);
});
