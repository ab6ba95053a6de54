// The order of two cells of a table: numbers by size, else words by letters; what is empty stands last.

export function compareCells(a: string, b: string): number {
  if (a === "" || b === "") return Number(a === "") - Number(b === "");
  const [left, right] = [readNumber(a), readNumber(b)];
  if (left !== null && right !== null) return left - right;
  return a.localeCompare(b, "en", { numeric: true });
}

/** "1,204", "−2.5", "62 %"; `null` for words and dates. */
export function readNumber(cell: string): number | null {
  const plain = cell.replace(/\u2212/g, "-").replace(/(?<=\d),(?=\d{3})/g, "").replace(/\s*%$/, "");
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
