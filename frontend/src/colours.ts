// Colours of the style sheet, as a canvas needs them.

/** What a variable of the style sheet means at an element now, light or dark: "rgb(…)". */
export function readColour(place: Element, variable: `--${string}`): string {
  const probe = document.createElement("span");
  probe.hidden = true;
  probe.style.color = `var(${variable})`;
  place.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

/** Calls when the page turns dark or light. */
export function onTheme(call: () => void): void {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", call);
  new MutationObserver(call).observe(document.documentElement, { attributeFilter: ["class", "data-theme"] });
}
