import { beforeEach, describe, expect, test } from "vitest";

import { chooseRecord, cite, readIds } from "../src/citing";
import { rangeOf, readHash, readWords, textOf, wordsOf, writeHash } from "../src/words";

beforeEach(() => {
  document.body.innerHTML =
    `<p><span data-at="0">Say </span><span data-at="4" data-records="0">\u{1F54A} two` +
    `<span class="unseen">U+202E</span></span><span data-at="10"> end</span></p><p class="label">Not text</p>` +
    `<p><span data-at="14">\n</span><span data-at="15">Next one</span></p>`;
});

describe("words of a document", () => {
  test("are counted in code points; a mark counts for one", () => {
    expect(textOf(document.querySelector("p")!)).toBe("Say \u{1F54A} two\u202e end");
    const range = rangeOf(document, { start: 4, end: 10 })!;
    expect(wordsOf(document, range)).toEqual({ start: 4, end: 10 });
    expect(readWords(document, { start: 6, end: 11 })).toBe("two\u202e ");
  });
  test("may reach over paragraphs, without what is not text", () => {
    const range = rangeOf(document, { start: 11, end: 19 })!;
    expect(wordsOf(document, range)).toEqual({ start: 11, end: 19 });
    expect(readWords(document, { start: 11, end: 19 })).toBe("end\nNext");
    range.selectNode(document.querySelector(".label")!);
    expect(wordsOf(document, range)).toBeNull();
    range.selectNodeContents(document.body);
    expect(wordsOf(document, range)).toEqual({ start: 0, end: 23 });
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
