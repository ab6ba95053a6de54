// Elements of HTML and SVG from plain values. Words go in as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";
export type Values = Record<string, string | number>;

/** An SVG element with attributes and children. */
export function svg<K extends keyof SVGElementTagNameMap>(
  name: K, values: Values = {}, ...children: (Node | string)[]
): SVGElementTagNameMap[K] {
  return fill(document.createElementNS(SVG, name), values, children);
}

/** An HTML element with attributes and children. */
export function html<K extends keyof HTMLElementTagNameMap>(
  name: K, values: Values = {}, ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(name), values, children);
}

/** A button that does one thing; a single sign as its words gets the title as its name. */
export function button(words: string, title: string, press: (event: MouseEvent) => void): HTMLButtonElement {
  const made = html("button", { type: "button", title, ...(words.length === 1 ? { "aria-label": title } : {}) }, words);
  made.addEventListener("click", press);
  return made;
}

function fill<E extends Element>(element: E, values: Values, children: (Node | string)[]): E {
  for (const [key, value] of Object.entries(values)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}
