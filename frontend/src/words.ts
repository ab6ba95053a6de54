// Words of a document in the page, by their code points. Each segment of text carries `data-at`, the code point with
// which it begins; inside it stand only words, and marks of what cannot be seen, each for one character.

/** Code points, the last one not meant. */
export interface Words {
  readonly start: number;
  readonly end: number;
}

const SEGMENT = "[data-at]";
const MARK = ".unseen";

/** "#w120-134" of an address. */
export function readHash(hash: string): Words | null {
  const parts = /^#w(\d{1,9})-(\d{1,9})$/.exec(hash);
  if (parts === null) return null;
  const [start, end] = [Number(parts[1]), Number(parts[2])];
  return start < end ? { start, end } : null;
}

export function writeHash({ start, end }: Words): string {
  return `#w${start}-${end}`;
}

/** How many code points a text has. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** The words of a selection; `null` if none of it is text of the document. */
export function wordsOf(root: ParentNode, range: Range): Words | null {
  const touched = segmentsOf(root).filter((segment) => range.intersectsNode(segment));
  const [first, last] = [touched[0], touched.at(-1)];
  if (first === undefined || last === undefined) return null;
  const start = first.contains(range.startContainer)
    ? pointOf(first, range.startContainer, range.startOffset) : startOf(first);
  const end = last.contains(range.endContainer)
    ? pointOf(last, range.endContainer, range.endOffset) : startOf(last) + lengthOf(textOf(last));
  return start < end ? { start, end } : null;
}

/** The text of the document between two code points. */
export function readWords(root: ParentNode, { start, end }: Words): string {
  return segmentsOf(root).map((segment) => {
    const at = startOf(segment);
    return at >= end ? "" : [...textOf(segment)].slice(Math.max(0, start - at), Math.max(0, end - at)).join("");
  }).join("");
}

function segmentsOf(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(SEGMENT)];
}

function startOf(segment: HTMLElement): number {
  return Number(segment.dataset["at"]);
}

function pointOf(segment: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(segment, 0);
  before.setEnd(node, offset);
  return startOf(segment) + lengthOf(textOf(before.cloneContents()));
}

/** The words as stored: a mark counts for the one character that it stands for. */
export function textOf(part: ParentNode & Node): string {
  let text = "";
  for (const child of part.childNodes) {
    if (child instanceof Text) text += child.data;
    else if (child instanceof Element) text += child.matches(MARK) ? readMark(child) : textOf(child);
  }
  return text;
}

function readMark(mark: Element): string {
  const code = Number.parseInt(mark.textContent?.replace(/^U\+/, "") ?? "", 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}

/** Where words stand in the page. */
export function rangeOf(root: ParentNode, words: Words): Range | null {
  const segments = segmentsOf(root);
  const start = findPoint(segments, words.start, false);
  const end = findPoint(segments, words.end, true);
  if (start === null || end === null) return null;
  const range = document.createRange();
  range.setStart(...start);
  range.setEnd(...end);
  return range;
}

/** The place before a code point, or, for an end, behind the one before it. */
function findPoint(segments: readonly HTMLElement[], point: number, isEnd: boolean): [Node, number] | null {
  const segment = segments.filter((each) => startOf(each) <= (isEnd ? point - 1 : point)).at(-1);
  if (segment === undefined) return null;
  let left = point - startOf(segment);
  for (const [at, child] of [...segment.childNodes].entries()) {
    const length = child instanceof Text ? lengthOf(child.data) : 1;
    if (left < length || (isEnd && left === length)) {
      return child instanceof Text ? [child, unitsOf(child.data, left)] : [segment, at + left];
    }
    left -= length;
  }
  return null;
}

function unitsOf(text: string, points: number): number {
  return [...text].slice(0, points).join("").length;
}
