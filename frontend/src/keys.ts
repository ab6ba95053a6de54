// Which key means what, and when a key is only a letter that somebody types.

const FIELDS = "input, textarea, select, [contenteditable=''], [contenteditable='true'], dialog[open] form";

/** Whether a key press belongs to a field, to the browser or to a held modifier. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return true;
  return event.target instanceof Element && event.target.closest(FIELDS) !== null;
}

/** Which row comes next; stays at both ends. */
export function step(index: number, by: number, count: number): number {
  return count === 0 ? -1 : Math.min(Math.max(index + by, 0), count - 1);
}
