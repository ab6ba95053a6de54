import { describe, expect, test } from "vitest";

import { dayOf, readInterval, spellPeriod, writeDay } from "../src/dates";
import { dayAt, placeDay, shift, ticksOf, zoom } from "../src/scales";

const spelt = (edtf: string): (string | null)[] => {
  const { first, last } = readInterval(edtf);
  return [first, last].map((day) => (day === null ? null : writeDay(day)));
};

describe("EDTF", () => {
  test.each([
    ["2012-10-04", "2012-10-04", "2012-10-04"],
    ["2012-02", "2012-02-01", "2012-02-29"],
    ["2012", "2012-01-01", "2012-12-31"],
    ["198X", "1980-01-01", "1989-12-31"],
    ["2012-10~", "2012-10-01", "2012-10-31"],
    ["2012-10-03/2012-10-04", "2012-10-03", "2012-10-04"],
    ["2001/..", "2001-01-01", null],
    ["../2012-10", null, "2012-10-31"],
    ["2012-24", "2012-12-01", "2013-02-28"],
    ["", null, null],
    ["soon", null, null],
    ["2012-13", null, null],
  ])("%s", (edtf, first, last) => expect(spelt(edtf)).toEqual([first, last]));

  test("periods are spelt short", () => {
    expect(spellPeriod(dayOf(2012, 10, 1), dayOf(2012, 10, 31))).toBe("October 2012");
    expect(spellPeriod(dayOf(2012, 1, 1), dayOf(2012, 12, 31))).toBe("2012");
    expect(spellPeriod(dayOf(2012, 10, 1), dayOf(2012, 10, 7))).toBe("1 October 2012 to 7 October 2012");
  });
});

describe("scales", () => {
  const whole = { first: 0, last: 1000 };
  test("a day and its place answer each other", () => {
    expect(dayAt(placeDay(250, whole, 640), whole, 640)).toBe(250);
    expect(placeDay(5, { first: 5, last: 5 }, 640)).toBe(320);
  });
  test("a stretch stays within the whole", () => {
    expect(zoom({ first: 0, last: 100 }, 2, whole)).toEqual({ first: 0, last: 200 });
    expect(zoom(whole, 2, whole)).toEqual(whole);
    expect(shift({ first: 900, last: 1000 }, 0.5, whole)).toEqual({ first: 900, last: 1000 });
  });
  test("ticks are few, round and inside", () => {
    const span = { first: dayOf(1999, 5, 3), last: dayOf(2016, 2, 1) };
    expect(ticksOf(span, 6).map(({ words }) => words)).toEqual(["2000", "2005", "2010", "2015"]);
    expect(ticksOf({ first: 0, last: 20 }, 5).map(({ words }) => words)).toHaveLength(6);
    expect(ticksOf({ first: dayOf(2012, 1, 1), last: dayOf(2012, 12, 31) }, 5).map(({ words }) => words)).toEqual(
      ["2012-01", "2012-04", "2012-07", "2012-10"]);
  });
});
