// Threads on a timeline: a lane for each kind of act, a sign for each standing, each mark a link to its thread.
import { readDay, spellDay, writeDay } from "../dates";
import { button, html, svg } from "../drawing";
import { IslandError, coverFallback, loadData, spellCount, withQuery } from "../island";
import { isTyping, step } from "../keys";
import type { Span } from "../scales";
import { dayAt, placeDay, shift, ticksOf, zoom } from "../scales";
import type { Dated, Placed, Sign, Thread } from "../threads";
import { LANES, dateThreads, describe, mainSpan, placeLane, signOf, spanOf } from "../threads";

const ROW = 14;
const ROWS = 4;
const TOP = 22;
const SIZE = 12;

export async function wake(place: HTMLElement): Promise<void> {
  const dated = dateThreads(await loadData<Thread[]>(place.dataset["source"]));
  if (dated.length === 0) throw new IslandError("No event has a date.");
  new Timeline(place, dated);
}

/** One timeline: the stretch in view, and what is drawn of it. */
class Timeline {
  private readonly whole: Span;
  private span: Span;
  private drawn = 0;
  private readonly board = html("div", { class: "timeline-board" });
  private readonly words = html("p", { class: "island-figures", "aria-live": "polite" });
  private readonly caption = html("p", { class: "timeline-span" });

  constructor(place: HTMLElement, private readonly dated: readonly Dated[]) {
    this.whole = spanOf(dated);
    this.span = readSpan() ?? mainSpan(dated);
    coverFallback(place, this.tools(), this.board, this.words, legend(dated));
    this.draw();
    new ResizeObserver(() => this.board.clientWidth !== this.drawn && this.draw()).observe(this.board);
    this.board.addEventListener("keydown", (event) => this.press(event));
  }

  private tools(): HTMLElement {
    const move = (words: string, label: string, next: () => Span): HTMLButtonElement =>
      button(words, label, () => this.show(next()));
    return html("div", { class: "island-tools", role: "group", "aria-label": "Dates in view" },
      move("\u2190", "Earlier", () => shift(this.span, -0.5, this.whole)),
      move("\u2192", "Later", () => shift(this.span, 0.5, this.whole)),
      move("+", "Closer", () => zoom(this.span, 0.5, this.whole)),
      move("\u2212", "Further away", () => zoom(this.span, 2, this.whole)),
      move("All", "All dates", () => this.whole),
      button("Keep these dates", "Make the whole page follow these dates", () => {
        location.assign(withQuery({ since: writeDay(this.span.first), until: writeDay(this.span.last) }));
      }),
      this.caption);
  }

  private show(span: Span): void {
    this.span = span;
    this.draw();
  }

  private draw(): void {
    this.drawn = this.board.clientWidth;
    const margin = this.board.clientWidth < 480 ? 76 : 84;
    const width = Math.max(120, this.board.clientWidth - margin - 12);
    const lanes = LANES.map((lane) => ({ lane, marks: placeLane(lane, this.dated, this.span, width, ROWS) }));
    const used = lanes.filter(({ marks }) => marks.length > 0);
    const inner = svg("g", { transform: `translate(${margin},${TOP})` });
    let y = 0;
    for (const { lane, marks } of used) {
      const height = (Math.max(...marks.map((mark) => mark.row)) + 1) * ROW + 6;
      inner.append(
        svg("line", { class: "rule", x1: -margin, x2: width, y1: y, y2: y }),
        svg("text", { class: "lane", x: -8, y: y + 14, "text-anchor": "end" }, lane.words),
        ...marks.map((mark) => this.mark(mark, y + 10 + mark.row * ROW, width)));
      y += height;
    }
    const picture = svg("svg", { class: "timeline", width: width + margin + 12, height: y + TOP + 6, role: "group",
      "aria-label": "Events by date; arrow keys move, Enter opens" });
    picture.append(this.axis(margin, width, y), inner);
    this.board.replaceChildren(picture);
    this.board.querySelector("a")?.setAttribute("tabindex", "0");
    this.count(used.flatMap(({ marks }) => marks).length);
    this.drag(picture, margin, width);
  }

  private axis(margin: number, width: number, height: number): SVGElement {
    const ticks = ticksOf(this.span, width / 72).map(({ day, words }) => {
      const x = placeDay(day, this.span, width);
      return svg("g", {},
        svg("line", { class: "rule", x1: x, x2: x, y1: 0, y2: height }),
        svg("text", { class: "tick", x, y: -8, "text-anchor": "middle" }, words));
    });
    return svg("g", { transform: `translate(${margin},${TOP})`, "aria-hidden": "true" }, ...ticks);
  }

  private mark(mark: Placed, y: number, width: number): SVGElement {
    const { thread, interval, x } = mark;
    const words = describe(thread);
    const link = svg("a", { href: `/thread/${encodeURIComponent(thread.id)}`, tabindex: -1, "aria-label": words,
      class: "event" });
    if (interval.first !== null && interval.last !== null && interval.last > interval.first) {
      const [from, to] = [interval.first, interval.last].map((day) => placeDay(day, this.span, width));
      link.append(svg("line", { class: "reach", x1: Math.max(0, from!), x2: Math.min(width, to!), y1: y, y2: y }));
    }
    link.append(
      svg("circle", { class: "target", cx: x, cy: y, r: 9 }),
      drawSign(signOf(thread.standing), x, y));
    const tell = (): void => {
      this.words.textContent = thread.quote === "" ? words : `${words} \u201c${thread.quote}\u201d`;
    };
    link.addEventListener("pointerenter", tell);
    link.addEventListener("focus", tell);
    return link;
  }

  private count(shown: number): void {
    const all = this.dated.filter(({ day }) => day >= this.span.first && day <= this.span.last).length;
    this.caption.textContent = `${spellDay(this.span.first)} to ${spellDay(this.span.last)}: ` +
      `${spellCount(all, "event", "events")}${all > shown ? `, ${shown} drawn; go closer for the others` : ""}` +
      (all < this.dated.length ? `; ${this.dated.length - all} earlier or later` : "");
  }

  private press(event: KeyboardEvent): void {
    if (isTyping(event)) return;
    const by = { ArrowLeft: -1, ArrowRight: 1, Home: -1e6, End: 1e6 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      this.moveFocus(by);
    }
    if (event.key === "+") this.show(zoom(this.span, 0.5, this.whole));
    if (event.key === "-") this.show(zoom(this.span, 2, this.whole));
    if (event.key === "0") this.show(this.whole);
  }

  /** One mark can be tabbed to; the arrows lead through the others by date. */
  private moveFocus(by: number): void {
    const links = [...this.board.querySelectorAll<SVGAElement>("a")].sort((a, b) => placeOf(a) - placeOf(b));
    const now = links.findIndex((link) => link === document.activeElement);
    const next = links[step(now, by, links.length)];
    links.forEach((link) => link.setAttribute("tabindex", link === next ? "0" : "-1"));
    next?.focus();
  }

  /** Drawing over the dates shows only these. */
  private drag(picture: SVGSVGElement, margin: number, width: number): void {
    const at = (event: PointerEvent): number => event.clientX - picture.getBoundingClientRect().left - margin;
    picture.addEventListener("pointerdown", (down) => {
      if (down.button !== 0 || (down.target as Element).closest("a") !== null) return;
      const start = at(down);
      const veil = svg("rect", { class: "veil", x: margin + start, y: 0, width: 0, height: "100%" });
      picture.append(veil);
      picture.setPointerCapture(down.pointerId);
      picture.onpointermove = (move) => {
        veil.setAttribute("x", String(margin + Math.min(start, at(move))));
        veil.setAttribute("width", String(Math.abs(at(move) - start)));
      };
      picture.onpointerup = (up) => {
        picture.onpointermove = picture.onpointerup = null;
        veil.remove();
        const [first, last] = [start, at(up)].sort((a, b) => a - b).map((x) => dayAt(x, this.span, width));
        if (Math.abs(at(up) - start) > 8) this.show(zoom({ first: first!, last: last! }, 1, this.whole));
      };
    });
  }
}

function placeOf(link: SVGAElement): number {
  return Number(link.querySelector(".target")?.getAttribute("cx"));
}

/** The dates that the page's own address asks for. */
function readSpan(): Span | null {
  const query = new URLSearchParams(location.search);
  const [first, last] = [readDay(query.get("since") ?? ""), readDay(query.get("until") ?? "")];
  return first !== null && last !== null && first < last ? { first, last } : null;
}

/** A sign of the sheet that every page carries, around a place. */
function drawSign(sign: Sign, x: number, y: number): SVGElement {
  return svg("use", { href: `#sign-${sign.shape}`, class: `sign sign-${sign.shape}`, x: x - SIZE / 2, y: y - SIZE / 2,
    width: SIZE, height: SIZE });
}

function legend(dated: readonly Dated[]): HTMLElement {
  const signs = new Map(dated.map(({ thread }) => [signOf(thread.standing).shape, signOf(thread.standing)]));
  return html("ul", { class: "island-legend" }, ...[...signs.values()].map((sign) =>
    html("li", {}, svg("svg", { width: 14, height: 14, "aria-hidden": "true" }, drawSign(sign, 7, 7)), sign.words)));
}
