// Review by keys. Every key presses a button or link that stands in the page; what it does is the server's affair.
import { isTyping } from "../keys";

const FIELDS = "input:not([type=hidden]), select, textarea";

export function wake(place: HTMLElement): void {
  document.addEventListener("keydown", (event) => press(place, event));
}

function press(place: HTMLElement, event: KeyboardEvent): void {
  if (event.key === "Escape" && event.target instanceof HTMLElement && event.target.matches(FIELDS)) event.target.blur();
  if (isTyping(event) || !/^[a-z?]$/.test(event.key)) return;
  const pressed = place.querySelector<HTMLElement>(`[data-key="${event.key}"]:not(:disabled)`);
  if (pressed === null) return;
  event.preventDefault();
  pressed.click();
  if (pressed.matches("summary")) enter(pressed);
}

/** What a key unfolds is for typing; what it folds gives the keys back. */
function enter(summary: HTMLElement): void {
  const fold = summary.closest("details");
  if (fold?.open) fold.querySelector<HTMLElement>(FIELDS)?.focus();
  else summary.blur();
}
