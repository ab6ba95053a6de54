// What key `c` copies: the words, where they are from, and the address that leads back to them.

/** "“Words” (Dawn, 4 October 2012) http://…". Line breaks of the text become blanks. */
export function cite(words: string, citation: string, address: string): string {
  const quote = `\u201c${words.replace(/\s+/g, " ").trim()}\u201d`;
  return citation === "" ? `${quote} ${address}` : `${quote} (${citation}) ${address}`;
}

/** The words in `data-ids` or `data-records`. */
export function readIds(value: string | undefined): string[] {
  return (value ?? "").split(" ").filter((id) => id !== "");
}

/** Which record a click on a segment means: the shortest first; again on the same segment, the next one. */
export function chooseRecord(ids: readonly string[], lengths: ReadonlyMap<string, number>, chosen: string): string {
  const sorted = [...ids].sort((a, b) => (lengths.get(a) ?? 0) - (lengths.get(b) ?? 0) || (a < b ? -1 : 1));
  return sorted[(sorted.indexOf(chosen) + 1) % sorted.length] ?? "";
}
