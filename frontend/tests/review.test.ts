import { beforeAll, describe, expect, test, vi } from "vitest";

import { wake } from "../src/islands/review";
import { isTyping, step } from "../src/keys";

const press = (key: string, target: EventTarget = document.body, more: KeyboardEventInit = {}): KeyboardEvent => {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
  target.dispatchEvent(event);
  return event;
};

test("a row stays within the list", () => {
  expect([step(0, -1, 3), step(2, 1, 3), step(0, 1, 3), step(0, 1, 0)]).toEqual([0, 2, 1, -1]);
});

describe("review", () => {
  const pressed = vi.fn();

  beforeAll(() => {
    Element.prototype.scrollIntoView = vi.fn();
    document.body.innerHTML = `<div data-island="review"><button data-key="u">undo</button>
      <article data-item id="one"><button data-key="a">accept</button><input></article>
      <article data-item id="two"><button data-key="a">accept</button></article></div>`;
    for (const each of document.querySelectorAll("button")) {
      each.addEventListener("click", () => pressed(each.closest("article")?.id ?? "page", each.dataset["key"]));
    }
    wake(document.querySelector<HTMLElement>("[data-island]")!);
  });

  test("keys press the buttons of the current row, or of the page", () => {
    press("a");
    press("j");
    press("a");
    press("u");
    press("z");
    expect(pressed.mock.calls).toEqual([["one", "a"], ["two", "a"], ["page", "u"]]);
    expect(document.querySelector("[aria-current]")?.id).toBe("two");
  });

  test("a key in a field is a letter", () => {
    pressed.mockClear();
    press("a", document.querySelector("input")!);
    press("a", document.body, { ctrlKey: true });
    expect(pressed).not.toHaveBeenCalled();
    expect(isTyping(press("j", document.querySelector("input")!))).toBe(true);
  });
});
