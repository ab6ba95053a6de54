// What all islands share: how they are called, where their data comes from, what becomes of the server's own words.

/** Wakes one island. The element holds what the server wrote; it may be kept, moved or taken over, never lost. */
export type Wake = (place: HTMLElement) => void | Promise<void>;

/** A refusal with a sentence for the reader. */
export class IslandError extends Error {}

/** The data of an island, from this server only. */
export async function loadData<T>(address: string | undefined): Promise<T> {
  const url = new URL(address ?? "", location.href);
  if (address === undefined || url.origin !== location.origin) throw new IslandError("It has no source.");
  const answer = await fetch(url, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new IslandError(`The desk answered ${answer.status}.`);
  return (await answer.json()) as T;
}

/** Another page of this server, parsed; its scripts do not run. */
export async function loadPage(address: string | URL): Promise<Document> {
  const url = new URL(address, location.href);
  if (url.origin !== location.origin) throw new IslandError("It is not a page of this desk.");
  const answer = await fetch(url, { headers: { Accept: "text/html" } });
  if (!answer.ok) throw new IslandError(`The desk answered ${answer.status}.`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** Puts a live picture before what the server wrote, which stays, folded. */
export function coverFallback(place: HTMLElement, ...picture: Node[]): void {
  const fold = document.createElement("details");
  fold.className = "island-fallback";
  const summary = document.createElement("summary");
  summary.textContent = place.dataset["fallback"] ?? "The same without the live picture";
  fold.append(summary, ...place.childNodes);
  const stage = document.createElement("div");
  stage.className = "island-stage";
  stage.append(...picture);
  place.replaceChildren(stage, fold);
}

/** Says that an island failed; nothing else changes. */
export function sayFailed(place: HTMLElement, error: unknown): void {
  const words = document.createElement("p");
  words.className = "island-failed";
  words.textContent = `The live view could not be shown. ${error instanceof IslandError ? error.message : ""}`.trim();
  place.prepend(words);
  if (!(error instanceof IslandError)) console.error(error);
}

/** The address of this page with another query; an empty value drops its key. */
export function withQuery(changes: Record<string, string>, address: string = location.href): string {
  const url = new URL(address);
  for (const [key, value] of Object.entries(changes)) {
    if (value === "") url.searchParams.delete(key);
    else url.searchParams.set(key, value);
  }
  url.hash = "";
  return url.pathname + url.search;
}

/** A number as it is spelt in a sentence: "1,204". */
export function spellCount(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
