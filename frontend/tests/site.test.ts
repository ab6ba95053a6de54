import { beforeEach, describe, expect, test, vi } from "vitest";

import type { Whole } from "../src/site/index";
import { dealWord, findPlaces, kindOf, listWords, makeLoader, splitWords, yearOf } from "../src/site/index";

const WHOLE: Whole = {
  counts: { document: 2, event: 2, statement: 1, assessment: 0 }, cut: 0.55, parts: 1, places: 200, texts: false,
  years: ["", "2011", "2012"], year: "0201000202",
};
const PARTS: Record<string, unknown> = {
  "w-0": [["visit", 0, 2, 1, 1], ["moscow", 2, 2], ["the"], ["constructor", 1]],
};
const load = <T>(name: string): Promise<T> => Promise.resolve(PARTS[name] as T);

describe("words", () => {
  test("are folded as the index folds them", () => {
    // `tests/present/web/test_site_search.py` has the same.
    expect(listWords("Erdoğan, Kılıç: ÉTÉ 2012")).toEqual(["erdogan", "kılıc", "ete", "2012"]);
    expect(listWords("__proto__ constructor")).toEqual(["proto", "constructor"]);
    expect(listWords("Straße \u202eتهران 北京")).toEqual(["straße", "تهران", "北京"]);
    expect(listWords("x".repeat(90))).toEqual(["x".repeat(40)]);
    expect(["visit", "تهران", ""].map((word) => dealWord(word, 1000))).toEqual([748, 954, 261]);
  });
  test("are found in a text whatever their case and accents", () => {
    expect(splitWords("São Paulo, sao", new Set(["sao"]))).toEqual([["São", true], [" Paulo, ", false], ["sao", true]]);
  });
});

describe("places", () => {
  test("hold all words", async () => {
    expect(await findPlaces(load, WHOLE, ["visit"])).toEqual({ places: [0, 2, 3, 4], common: [], unknown: [] });
    expect((await findPlaces(load, WHOLE, ["visit", "moscow"])).places).toEqual([2, 4]);
    expect((await findPlaces(load, WHOLE, ["constructor"])).places).toEqual([1]);
  });
  test("of a common word are not looked for, of an unknown one there are none", async () => {
    expect(await findPlaces(load, WHOLE, ["the", "moscow"])).toEqual({ places: [2, 4], common: ["the"], unknown: [] });
    expect(await findPlaces(load, WHOLE, ["the"])).toEqual({ places: [], common: ["the"], unknown: [] });
    expect(await findPlaces(load, WHOLE, ["moscow", "proto"])).toEqual({ places: [], common: [], unknown: ["proto"] });
  });
  test("have a kind and a year", () => {
    expect([0, 1, 2, 3, 4].map((place) => kindOf(WHOLE, place))).toEqual(["document", "document", "event", "event", "statement"]);
    expect([0, 1, 2].map((place) => yearOf(WHOLE, place))).toEqual(["2012", "2011", ""]);
  });
});

describe("parts", () => {
  beforeEach(() => {
    document.head.replaceChildren();
  });
  test("are loaded once, by a script each; one that is missing is asked for again", async () => {
    const loader = makeLoader(document);
    const [first, again] = [loader("w-0"), loader("w-0")];
    expect([...document.scripts].map((script) => script.getAttribute("src"))).toEqual(["search/w-0.js"]);
    (window as unknown as { dragomanPart: (name: string, content: unknown) => void }).dragomanPart("w-0", [1]);
    expect(await first).toEqual([1]);
    expect(await again).toEqual([1]);
    const missing = loader("w-1");
    document.scripts[1]?.dispatchEvent(new Event("error"));
    await expect(missing).rejects.toThrow("search/w-1.js is not there.");
    void loader("w-1");
    await vi.waitFor(() => expect(document.scripts).toHaveLength(3));
  });
});
