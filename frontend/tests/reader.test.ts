import { beforeEach, describe, expect, test } from "vitest";

import { chooseRecord, cite, readIds } from "../src/citing";
import { rangeOf, readHash, textOf, wordsOf, writeHash } from "../src/words";

beforeEach(() => {
  document.body.innerHTML =
    `<p data-start="0">Say <a data-records="e-1">\u{1F54A} <b>two</b></a>` +
    `<span class="unseen" data-char="202E">U+202E</span> end</p><p data-start="20">Next one</p>`;
});

describe("words of a document", () => {
  test("are counted in code points; a mark counts for one", () => {
    expect(textOf(document.querySelector("p")!)).toBe("Say \u{1F54A} two\u202e end");
    const range = rangeOf(document, { start: 4, end: 10 })!;
    expect(textOf(range.cloneContents())).toBe("\u{1F54A} two\u202e");
    expect(wordsOf(range)).toEqual({ start: 4, end: 10 });
  });
  test("may reach over blocks", () => {
    const range = rangeOf(document, { start: 11, end: 24 })!;
    expect(wordsOf(range)).toEqual({ start: 11, end: 24 });
    expect(textOf(range.cloneContents())).toContain("Next");
  });
  test("have an address", () => {
    expect(readHash(writeHash({ start: 120, end: 134 }))).toEqual({ start: 120, end: 134 });
    expect([readHash("#w5-5"), readHash("#e-12"), readHash("#w1-x")]).toEqual([null, null, null]);
  });
});

describe("records", () => {
  test("a click means the shortest, again the next", () => {
    const lengths = new Map([["e-long", 90], ["e-short", 10]]);
    expect(chooseRecord(["e-long", "e-short"], lengths, "")).toBe("e-short");
    expect(chooseRecord(["e-long", "e-short"], lengths, "e-short")).toBe("e-long");
    expect(chooseRecord(["e-long", "e-short"], lengths, "e-long")).toBe("e-short");
  });
  test("are cited with words, source and link", () => {
    expect(cite("two\n words ", "Dawn, 4 October 2012", "http://h/d#e-1")).toBe(
      "\u201ctwo words\u201d (Dawn, 4 October 2012) http://h/d#e-1");
    expect(readIds(" e-1  s-2 ")).toEqual(["e-1", "s-2"]);
  });
});
