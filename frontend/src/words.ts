// Words of a document in the page, by their code points. Each block of text carries `data-start`, the code point with
// which it begins; inside it stand only words, segments of records, and marks (`data-char`) for one character each.

/** Code points, the last one not meant. */
export interface Words {
  readonly start: number;
  readonly end: number;
}

const BLOCK = "[data-start]";
const MARK = "[data-char]";

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

/** The words of a selection; `null` if it does not lie in blocks of text. */
export function wordsOf(range: Range): Words | null {
  const [start, end] = [
    pointOf(range.startContainer, range.startOffset), pointOf(range.endContainer, range.endOffset),
  ];
  return start !== null && end !== null && start < end ? { start, end } : null;
}

function pointOf(node: Node, offset: number): number | null {
  const block = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(BLOCK);
  if (block == null) return null;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, offset);
  return Number(block.dataset["start"]) + lengthOf(textOf(before.cloneContents()));
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
  const code = Number.parseInt(mark.getAttribute("data-char") ?? "", 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}

/** Where words stand in the page, from the block that holds their start to that of their end. */
export function rangeOf(root: ParentNode, words: Words): Range | null {
  const blocks = [...root.querySelectorAll<HTMLElement>(BLOCK)];
  const [start, end] = [findPoint(blocks, words.start, false), findPoint(blocks, words.end, true)];
  if (start === null || end === null) return null;
  const range = document.createRange();
  range.setStart(...start);
  range.setEnd(...end);
  return range;
}

/** The place before a code point, or, for an end, behind the one before it. */
function findPoint(blocks: readonly HTMLElement[], point: number, isEnd: boolean): [Node, number] | null {
  const wanted = isEnd ? point - 1 : point;
  const block = blocks.filter((each) => Number(each.dataset["start"]) <= wanted).at(-1);
  if (block === undefined) return null;
  let left = point - Number(block.dataset["start"]);
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_ALL, (node) =>
    node.parentElement?.closest(MARK) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node instanceof Text ? lengthOf(node.data) : node instanceof Element && node.matches(MARK) ? 1 : 0;
    if (length === 0) continue;
    if (left < length || (isEnd && left === length)) {
      if (node instanceof Text) return [node, unitsOf(node.data, left)];
      return [node.parentNode!, [...node.parentNode!.childNodes].indexOf(node as ChildNode) + (left > 0 ? 1 : 0)];
    }
    left -= length;
  }
  return null;
}

function unitsOf(text: string, points: number): number {
  return [...text].slice(0, points).join("").length;
}
