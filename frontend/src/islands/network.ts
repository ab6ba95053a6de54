// Who stands with whom on a day: camps left and right, by shape as well; a slider for the day; each tie leads to its pair.
import { onTheme } from "../colours";
import { readDay, spellDay, writeDay } from "../dates";
import { html } from "../drawing";
import { spellLevel } from "../figures";
import { IslandError, addPicture, loadData, loadPage, spellCount, withQuery } from "../island";
import type { Picture, System, Tie } from "../network";
import { pairOf, pictureOf, spellSign } from "../network";

/** A drawing of the network: takes a picture, tells which tie is looked at and which is chosen. */
export interface Drawing {
  show(picture: Picture): void;
}
export type Look = (tie: Tie | null) => void;

export async function wake(place: HTMLElement): Promise<void> {
  const source = place.dataset["source"];
  let system = await loadSystem(source);
  let everything = false;
  const board = html("div", { class: "network-board", role: "group", "aria-label": "Network of ties" });
  const words = html("p", { class: "island-figures", "aria-live": "polite" });
  const look = (tie: Tie | null): void => {
    words.textContent = tie === null ? summary(system) : describe(tie, system);
  };
  const all = html("input", { type: "checkbox" });
  const tools = html("div", { class: "island-tools" }, html("label", {}, all, "ties that are not clear, too"));
  const slider = makeSlider(system, async (day) => {
    const url = new URL(source!, location.href);
    url.searchParams.set("date", day);
    system = await loadSystem(url.href);
    history.replaceState(null, "", withQuery({ date: day }));
    redraw();
    await refresh(place, withQuery({ date: day }));
  });
  if (slider !== null) tools.prepend(slider);
  addPicture(place, tools, board, words, legend());
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

/** The network of the source, with what somebody supposes in it. */
async function loadSystem(source: string | undefined): Promise<System> {
  const system = await loadData<System>(source);
  if (!Array.isArray(system.ties)) throw new IslandError("It is still being computed; load the page again.");
  const { after, ...plain } = system;
  return after === undefined ? plain : { ...plain, ...after };
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
function makeSlider(system: System, move: (day: string) => Promise<void>): HTMLElement | null {
  const [first, last] = [readDay(system.first_day ?? ""), readDay(system.last_day ?? "")];
  const { day } = system;
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

/** Takes over what the server writes about another day: all of the page's main part but the island's own picture. */
async function refresh(place: HTMLElement, address: string): Promise<void> {
  const fresh = (await loadPage(address)).querySelector<HTMLElement>('main [data-island="network"]');
  const stage = place.querySelector(":scope > .island-stage");
  if (fresh === null || stage === null) throw new IslandError("It is still being computed; move the slider again.");
  replaceAround(place, fresh);
  for (const child of [...place.children]) if (child !== stage) child.remove();
  place.append(...fresh.childNodes);
}

/** The siblings of an element become those that another has. */
function replaceAround(place: Element, fresh: Element): void {
  const [old, next] = [[...place.parentNode!.children], [...fresh.parentNode!.children]];
  for (const each of old) if (each !== place) each.remove();
  const at = next.indexOf(fresh);
  place.before(...next.slice(0, at));
  place.after(...next.slice(at + 1));
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
    ["first", "one camp"], ["second", "the other camp"], ["none", "in neither"], ["good", "good tie"],
    ["bad", "bad tie"], ["unclear", "not clear"],
  ];
  return html("ul", { class: "island-legend" }, ...entries.map(([name, words]) =>
    html("li", {}, html("span", { class: `swatch swatch-${name}`, "aria-hidden": "true" }), words)));
}
