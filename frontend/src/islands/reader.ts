// A document with its records: choose one to see why it is there, copy it with its source, make a new one from words.
import { chooseRecord, cite, readIds } from "../citing";
import { button, html } from "../drawing";
import { IslandError, loadPage } from "../island";
import { isTyping } from "../keys";
import type { Words } from "../words";
import { rangeOf, readHash, readWords, textOf, wordsOf, writeHash } from "../words";

export function wake(place: HTMLElement): void {
  new Reader(place);
}

class Reader {
  private readonly segments: readonly HTMLElement[];
  private readonly ids: readonly string[];
  private readonly lengths = new Map<string, number>();
  private readonly said = html("p", { class: "reader-said", role: "status" });
  private readonly offer: HTMLElement;
  private chosen = "";

  constructor(private readonly place: HTMLElement) {
    this.ids = readIds(place.dataset["ids"]);
    this.segments = [...place.querySelectorAll<HTMLElement>("[data-records]")];
    for (const segment of this.segments) this.prepare(segment);
    this.offer = this.makeOffer();
    place.append(this.said, this.offer);
    place.addEventListener("click", (event) => this.press(event));
    document.addEventListener("keydown", (event) => this.pressKey(event));
    document.addEventListener("selectionchange", () => this.showOffer());
    window.addEventListener("hashchange", () => this.follow());
    this.follow();
  }

  /** A record is as long as its segments together; the first of them can be reached by keys. */
  private prepare(segment: HTMLElement): void {
    for (const id of this.recordsOf(segment)) {
      if (!this.lengths.has(id)) {
        segment.tabIndex = 0;
        segment.setAttribute("role", "button");
      }
      this.lengths.set(id, (this.lengths.get(id) ?? 0) + textOf(segment).length);
    }
  }

  private press(event: Event): void {
    const segment = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-records]") : null;
    if (segment === null || !this.place.contains(segment)) return;
    if (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
    event.preventDefault();
    if (getSelection()?.isCollapsed === false && (event as MouseEvent).detail > 0) return;
    const id = chooseRecord(this.recordsOf(segment), this.lengths, this.chosen);
    history.replaceState(null, "", `#${id}`);
    this.choose(id);
  }

  private pressKey(event: KeyboardEvent): void {
    if (isTyping(event)) return;
    const segment = document.activeElement;
    if ((event.key === "Enter" || event.key === " ") && segment?.matches("[data-records]")) this.press(event);
    else if (event.key === "c") void this.copy();
    else if (event.key === "n" && this.selected() !== null) this.fillForm(event);
    else if (event.key === "Escape" && this.chosen !== "") this.leave();
  }

  /** What the address asks for: a record or words. */
  private follow(): void {
    const words = readHash(location.hash);
    if (words !== null) this.showWords(words);
    else if (this.lengths.has(location.hash.slice(1))) this.choose(location.hash.slice(1));
  }

  private choose(id: string): void {
    this.chosen = id;
    const own = this.segmentsOf(id);
    for (const segment of this.segments) segment.classList.toggle("chosen", own.includes(segment));
    own[0]?.scrollIntoView({ block: "center" });
    void this.showWhy(id);
  }

  private segmentsOf(id: string): HTMLElement[] {
    return this.segments.filter((segment) => this.recordsOf(segment).includes(id));
  }

  /** A segment names its records by their places in the list that the island carries. */
  private recordsOf(segment: HTMLElement): string[] {
    return readIds(segment.dataset["records"]).map((number) => this.ids[Number(number)] ?? "");
  }

  private leave(): void {
    const [first] = this.segmentsOf(this.chosen);
    this.chosen = "";
    for (const segment of this.segments) segment.classList.remove("chosen");
    first?.focus();
  }

  private showWords(words: Words): void {
    const range = rangeOf(this.place, words);
    if (range === null) return;
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    range.startContainer.parentElement?.scrollIntoView({ block: "center" });
  }

  /** Why a record is there, from a page of its own, whose part htmx would get. */
  private async showWhy(id: string): Promise<void> {
    const panel = document.getElementById("why");
    if (panel === null) return;
    try {
      const page = await loadPage(`${location.pathname}/why/${encodeURIComponent(id)}`, { "HX-Request": "true" });
      if (this.chosen !== id) return;
      panel.replaceChildren(...page.body.childNodes);
      wakeHtmx(panel);
    } catch (error) {
      panel.textContent = error instanceof IslandError ? error.message : "The desk does not answer.";
    }
  }

  /** Words, citation and address, of what is selected, else of the chosen record. */
  private async copy(): Promise<void> {
    const found = this.selected();
    const hash = found === null ? `#${this.chosen}` : writeHash(found);
    const words = found === null ? this.segmentsOf(this.chosen).map(textOf).join("") : readWords(this.place, found);
    if (words === "") return this.say("Choose a record or select words first.");
    try {
      await navigator.clipboard.writeText(cite(words, this.citation(), location.origin + location.pathname + hash));
      this.say("Copied with its source.");
    } catch {
      this.say("The browser does not let this page copy.");
    }
  }

  /** Outlet and date of the document, as the page or the panel has them. */
  private citation(): string {
    const told = document.querySelector<HTMLElement>("#why [data-citation]")?.dataset["citation"];
    return this.place.dataset["citation"] ?? told ?? document.querySelector("h1")?.textContent?.trim() ?? "";
  }

  private selected(): Words | null {
    const selection = getSelection();
    if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    return this.place.contains(range.commonAncestorContainer) ? wordsOf(this.place, range) : null;
  }

  private say(words: string): void {
    this.said.textContent = words;
  }

  private makeOffer(): HTMLElement {
    const offer = html("div", { class: "reader-offer", role: "group", "aria-label": "Selected words" },
      button("Copy with source (c)", "Copy the selected words with their source", () => void this.copy()));
    if (newForm() !== null) {
      offer.append(button("New record (n)", "Make a record of the selected words", (event) => this.fillForm(event)));
    }
    offer.hidden = true;
    return offer;
  }

  private showOffer(): void {
    this.offer.hidden = this.selected() === null;
  }

  /** Hands the selected words to the form for a new record. */
  private fillForm(event: Event): void {
    const [found, form] = [this.selected(), newForm()];
    if (found === null || form === null) return;
    event.preventDefault(); // the letter would be typed into the field that gets the focus
    const values = { quote: readWords(this.place, found), start: String(found.start), end: String(found.end) };
    for (const [name, value] of Object.entries(values)) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = value;
    }
    form.hidden = false;
    const fold = form.closest("details");
    if (fold !== null) fold.open = true;
    form.scrollIntoView({ block: "nearest" });
    const fields = [...form.querySelectorAll<HTMLElement>("select, input:not([type=hidden]), textarea")];
    (fields.find((field) => !((field.getAttribute("name") ?? "") in values)) ?? fields[0])?.focus();
  }
}

function newForm(): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>("form[data-new-record]");
}

/** What came without htmx may hold parts that want it. */
function wakeHtmx(part: HTMLElement): void {
  (window as { htmx?: { process(part: HTMLElement): void } }).htmx?.process(part);
}
