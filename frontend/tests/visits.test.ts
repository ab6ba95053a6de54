import { expect, test } from "vitest";
import { PAUSE, look, readVisit } from "../src/visits";

test("nothing is new at the first look", () => {
  expect(look(null, "r-1", 0)).toEqual({ since: null, visit: { since: "r-1", seen: "r-1", at: 0 } });
});

test("what comes during a visit stays new until it is over", () => {
  const { visit } = look(null, "r-1", 0);
  const second = look(visit, "r-2", 1_000);
  expect(second.since).toBe("r-1");
  expect(look(second.visit, "r-3", 2_000).since).toBe("r-1");
});

test("after a pause only what was not seen is new", () => {
  const seen = look(look(null, "r-1", 0).visit, "r-2", 1_000).visit;
  expect(look(seen, "r-3", 1_000 + PAUSE + 1).since).toBe("r-2");
});

test("what is kept is not trusted", () => {
  expect(readVisit('{"since":"r-1","seen":"r-2","at":3}')).toEqual({ since: "r-1", seen: "r-2", at: 3 });
  for (const text of [null, "", "null", "3", "{}", '{"since":1,"seen":"r","at":2}', "{"]) expect(readVisit(text)).toBeNull();
});
