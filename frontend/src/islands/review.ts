// Review by keys. Every key presses a button that stands in the page; what it does is the server's affair.
import { html } from "../drawing";
import { isTyping, step } from "../keys";

const PLACE = "dragoman review";
const MOVES: Record<string, number> = { j: 1, k: -1 };

export function wake(place: HTMLElement): void {
  new Review(place);
}

class Review {
  private index: number;

  constructor(private readonly place: HTMLElement) {
    this.index = Math.max(0, Number(sessionStorage.getItem(PLACE) ?? "0"));
    document.addEventListener("keydown", (event) => this.press(event));
    place.addEventListener("focusin", (event) => this.follow(event.target));
    // A decision takes a row away; the one that comes up in its place is the next.
    place.addEventListener("htmx:afterSettle", () => this.choose(this.index));
    this.choose(this.index, false);
  }

  private rows(): HTMLElement[] {
    return [...this.place.querySelectorAll<HTMLElement>("[data-item]")];
  }

  private press(event: KeyboardEvent): void {
    if (event.key === "Escape" && isTyping(event)) return this.leaveField(event);
    if (isTyping(event) || document.querySelector("dialog[open]") !== null) return;
    const move = MOVES[event.key];
    if (move !== undefined) {
      event.preventDefault();
      return this.choose(step(this.index, move, this.rows().length));
    }
    if (event.key === "?") return this.help();
    const pressed = this.findButton(event.key);
    if (pressed === null) return;
    event.preventDefault();
    pressed.click();
  }

  /** A button of the current row, else one of the whole page (undo). */
  private findButton(key: string): HTMLElement | null {
    if (!/^[a-z]$/.test(key)) return null;
    const selector = `[data-key="${key}"]`;
    return this.rows()[this.index]?.querySelector<HTMLElement>(selector)
      ?? [...this.place.querySelectorAll<HTMLElement>(selector)].find((each) => each.closest("[data-item]") === null)
      ?? null;
  }

  private choose(index: number, focus = true): void {
    const rows = this.rows();
    this.index = step(index, 0, rows.length);
    sessionStorage.setItem(PLACE, String(Math.max(0, this.index)));
    rows.forEach((row, at) => {
      row.tabIndex = at === this.index ? 0 : -1;
      if (at === this.index) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    });
    if (!focus) return;
    rows[this.index]?.focus({ preventScroll: true });
    rows[this.index]?.scrollIntoView({ block: "nearest" });
  }

  private follow(target: EventTarget | null): void {
    const row = target instanceof Element ? target.closest<HTMLElement>("[data-item]") : null;
    const at = row === null ? -1 : this.rows().indexOf(row);
    if (at >= 0 && at !== this.index) this.choose(at, false);
  }

  private leaveField(event: KeyboardEvent): void {
    if (event.target instanceof HTMLElement && this.place.contains(event.target)) this.choose(this.index);
  }

  /** The keys, as the buttons of the page name them. */
  private help(): void {
    const named = new Map<string, string>([["j", "next"], ["k", "the one before"]]);
    for (const each of this.place.querySelectorAll<HTMLElement>("[data-key]")) {
      named.set(each.dataset["key"]!, each.dataset["help"] ?? each.textContent?.trim() ?? "");
    }
    named.set("Esc", "out of a field");
    named.set("?", "this help");
    const lines = [...named].flatMap(([key, words]) => [html("dt", {}, html("kbd", {}, key)), html("dd", {}, words)]);
    const close = html("button", {}, "Close");
    const dialog = html("dialog", { class: "review-help", "aria-label": "Keys" }, html("h2", {}, "Keys"),
      html("dl", {}, ...lines), html("form", { method: "dialog" }, close));
    dialog.addEventListener("close", () => dialog.remove());
    this.place.append(dialog);
    dialog.showModal();
  }
}
