// Who stands with whom on a day: camps left and right, by shape as well; a slider for the day; each tie leads to its pair.
import { onTheme } from "../colours";
import { readDay, spellDay, writeDay } from "../dates";
import { html } from "../drawing";
import { spellLevel } from "../figures";
import { IslandError, coverFallback, loadData, loadPage, spellCount, withQuery } from "../island";
import type { Picture, System, Tie } from "../network";
import { pairOf, pictureOf, spellSign } from "../network";

/** A drawing of the network: takes a picture, tells which tie is looked at and which is chosen. */
export interface Drawing {
  show(picture: Picture): void;
}
export type Look = (tie: Tie | null) => void;

export async function wake(place: HTMLElement): Promise<void> {
  const source = place.dataset["source"];
  let system = await loadData<System>(source);
  let everything = false;
  const board = html("div", { class: "network-board", role: "group", "aria-label": "Network of ties" });
  const words = html("p", { class: "island-figures", "aria-live": "polite" });
  const look = (tie: Tie | null): void => {
    words.textContent = tie === null ? summary(system) : describe(tie, system);
  };
  const all = html("input", { type: "checkbox" });
  const tools = html("div", { class: "island-tools" }, html("label", {}, all, "ties that are not clear, too"));
  const slider = makeSlider(place, system.day, async (day) => {
    const url = new URL(source!, location.href);
    url.searchParams.set("date", day);
    system = await loadData<System>(url.href);
    history.replaceState(null, "", withQuery({ date: day }));
    redraw();
    await refresh(place, withQuery({ date: day }));
  });
  if (slider !== null) tools.prepend(slider);
  coverFallback(place, tools, board, words, legend());
  const drawing = await chooseDrawing(board, look);
  const redraw = (): void => {
    drawing.show(pictureOf(system, everything));
    look(null);
  };
  all.addEventListener("change", () => {
    everything = all.checked;
    redraw();
  });
  redraw();
  onTheme(redraw);
}

/** The quick drawing where the browser can, else plain SVG, which needs nothing. */
async function chooseDrawing(board: HTMLElement, look: Look): Promise<Drawing> {
  const open = (tie: Tie): void => location.assign(pairOf(tie));
  if (hasWebGL()) {
    const { WebGLDrawing } = await import("./network_webgl");
    return new WebGLDrawing(board, look, open);
  }
  const { SvgDrawing } = await import("./network_svg");
  return new SvgDrawing(board, look);
}

function hasWebGL(): boolean {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}

/** Weeks back from the last day of the record. */
function makeSlider(place: HTMLElement, day: string, move: (day: string) => Promise<void>): HTMLElement | null {
  const [first, last] = [readDay(place.dataset["first"] ?? ""), readDay(place.dataset["last"] ?? "")];
  if (first === null || last === null || first >= last) return null;
  const weeks = Math.floor((last - first) / 7);
  const chosen = (): number => last - 7 * (weeks - Number(slider.value));
  const slider = html("input", { type: "range", min: 0, max: weeks, value: weeksAt(day, last, weeks) });
  const output = html("output", {}, spellDay(readDay(day) ?? last));
  const tell = (): void => {
    output.textContent = spellDay(chosen());
    slider.setAttribute("aria-valuetext", output.textContent);
  };
  slider.addEventListener("input", tell);
  slider.addEventListener("change", () => {
    move(writeDay(chosen())).catch((error: unknown) => {
      output.textContent = error instanceof IslandError ? error.message : "The desk does not answer.";
    });
  });
  return html("label", { class: "island-slider" }, "As of", slider, output);
}

function weeksAt(day: string, last: number, weeks: number): number {
  return Math.max(0, weeks - Math.floor((last - (readDay(day) ?? last)) / 7));
}

/** Takes what the server writes about another day into this page: all that carries `data-follows` and an id. */
async function refresh(place: HTMLElement, address: string): Promise<void> {
  const followers = document.querySelectorAll<HTMLElement>("[data-follows][id]");
  if (followers.length === 0) return;
  const page = await loadPage(address);
  for (const follower of followers) {
    const now = page.getElementById(follower.id);
    if (now !== null && !follower.contains(place)) follower.replaceChildren(...now.childNodes);
  }
}

function summary(system: System): string {
  const clear = system.ties.filter((tie) => tie.sign !== 0).length;
  return `${spellCount(system.ties.length, "tie", "ties")}, ${clear} of them clear. Choose a tie to see its two sides.`;
}

function describe(tie: Tie, system: System): string {
  const name = (code: string): string => system.names?.[code] ?? code;
  const pressed = system.pressures.find(({ a, b }) => a === tie.a && b === tie.b);
  const level = `${spellLevel(tie.level)} (${spellLevel(tie.low)} to ${spellLevel(tie.high)})`;
  return `${name(tie.a)} and ${name(tie.b)}: ${spellSign(tie)}, level ${level}, ${spellCount(tie.events, "act", "acts")}.` +
    (pressed === undefined ? "" : ` ${pressed.words}`);
}

function legend(): HTMLElement {
  const entries: [string, string][] = [
    ["first", "one camp"], ["second", "the other camp"], ["none", "in neither"], ["good", "good tie (+)"],
    ["bad", "bad tie (\u2212)"], ["unclear", "not clear"],
  ];
  return html("ul", { class: "island-legend" }, ...entries.map(([name, words]) =>
    html("li", {}, html("span", { class: `swatch swatch-${name}`, "aria-hidden": "true" }), words)));
}
