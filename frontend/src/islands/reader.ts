// A document with its records: choose one to see why it is there, copy it with its source, make a new one from words.
import { chooseRecord, cite, readIds } from "../citing";
import { button, html } from "../drawing";
import { IslandError, loadPage } from "../island";
import { isTyping } from "../keys";
import type { Words } from "../words";
import { rangeOf, readHash, textOf, wordsOf, writeHash } from "../words";

export function wake(place: HTMLElement): void {
  new Reader(place);
}

class Reader {
  private readonly segments: readonly HTMLElement[];
  private readonly lengths = new Map<string, number>();
  private readonly said = html("p", { class: "reader-said", role: "status" });
  private readonly offer: HTMLElement;
  private chosen = "";

  constructor(private readonly place: HTMLElement) {
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

  /** Segments are links, or become buttons; a record is as long as its segments together. */
  private prepare(segment: HTMLElement): void {
    for (const id of readIds(segment.dataset["records"])) {
      this.lengths.set(id, (this.lengths.get(id) ?? 0) + textOf(segment).length);
    }
    if (segment instanceof HTMLAnchorElement) return;
    segment.tabIndex = 0;
    segment.setAttribute("role", "button");
  }

  private press(event: Event): void {
    const segment = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-records]") : null;
    if (segment === null || !this.place.contains(segment)) return;
    if (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
    event.preventDefault();
    if (getSelection()?.isCollapsed === false && (event as MouseEvent).detail > 0) return;
    const id = chooseRecord(readIds(segment.dataset["records"]), this.lengths, this.chosen);
    history.replaceState(null, "", `#${id}`);
    this.choose(id);
  }

  private pressKey(event: KeyboardEvent): void {
    if (isTyping(event)) return;
    const segment = document.activeElement;
    if ((event.key === "Enter" || event.key === " ") && segment?.matches("[data-records]:not(a)")) this.press(event);
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
    return this.segments.filter((segment) => readIds(segment.dataset["records"]).includes(id));
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

  /** The page about why a record is there, taken into the panel: what is inside its `data-panel`, else its main. */
  private async showWhy(id: string): Promise<void> {
    const panel = document.querySelector<HTMLElement>("[data-why]");
    if (panel === null) return;
    const address = new URL(panel.dataset["why"] ?? "", location.href);
    address.searchParams.set("record", id);
    try {
      const page = await loadPage(address);
      if (this.chosen !== id) return;
      const part = page.querySelector("[data-panel]") ?? page.querySelector("main") ?? page.body;
      panel.replaceChildren(...part.childNodes);
      wakeHtmx(panel);
    } catch (error) {
      panel.textContent = error instanceof IslandError ? error.message : "The desk does not answer.";
    }
  }

  /** Words, citation and address, of what is selected, else of the chosen record. */
  private async copy(): Promise<void> {
    const found = this.selected() ?? this.chosenWords();
    if (found === null) return this.say("Choose a record or select words first.");
    const address = `${location.origin}${location.pathname}${found.hash}`;
    try {
      await navigator.clipboard.writeText(cite(found.text, this.place.dataset["citation"] ?? "", address));
      this.say("Copied with its source.");
    } catch {
      this.say("The browser does not let this page copy.");
    }
  }

  private selected(): { text: string; hash: string; words: Words } | null {
    const selection = getSelection();
    if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    if (!this.place.contains(range.commonAncestorContainer)) return null;
    const words = wordsOf(range);
    return words === null ? null : { text: textOf(range.cloneContents()), hash: writeHash(words), words };
  }

  private chosenWords(): { text: string; hash: string } | null {
    if (this.chosen === "") return null;
    return { text: this.segmentsOf(this.chosen).map(textOf).join(""), hash: `#${this.chosen}` };
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
    const values = { quote: found.text, start: String(found.words.start), end: String(found.words.end) };
    for (const [name, value] of Object.entries(values)) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = value;
    }
    form.hidden = false;
    const fold = form.closest("details");
    if (fold !== null) fold.open = true;
    form.scrollIntoView({ block: "nearest" });
    form.querySelector<HTMLElement>("select, input:not([type=hidden]), textarea")?.focus();
  }
}

function newForm(): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>("form[data-new-record]");
}

/** What came without htmx may hold parts that want it. */
function wakeHtmx(part: HTMLElement): void {
  (window as { htmx?: { process(part: HTMLElement): void } }).htmx?.process(part);
}
