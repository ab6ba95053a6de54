// Days as whole numbers since 1970 (UTC), EDTF intervals as two of them, and how a day is spelt.

/** First and last day, both meant; `null` for an open or unknown end. */
export interface Interval {
  readonly first: number | null;
  readonly last: number | null;
}

const DAY = 86_400_000;
const MONTHS = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
  "December",
];
/** First month of each EDTF season, spring to winter, of the northern half of the world. */
const SEASONS: Record<number, number> = { 21: 3, 22: 6, 23: 9, 24: 12 };

export function dayOf(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / DAY);
}

/** "2012-10-04" as a day; `null` for anything else. */
export function readDay(text: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts === null ? null : dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

export function writeDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

export function secondsOf(day: number): number {
  return (day * DAY) / 1000;
}

/** "4 October 2012". */
export function spellDay(day: number): string {
  const date = new Date(day * DAY);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** A period by its two days: "2012", "October 2012", else both days. */
export function spellPeriod(first: number, last: number): string {
  const start = new Date(first * DAY);
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth()];
  if (start.getUTCDate() === 1 && last === dayOf(year, month + 2, 1) - 1) return `${MONTHS[month]} ${year}`;
  if (month === 0 && start.getUTCDate() === 1 && last === dayOf(year + 1, 1, 1) - 1) return `${year}`;
  return first === last ? spellDay(first) : `${spellDay(first)} to ${spellDay(last)}`;
}

/** The days that an EDTF date may mean; both ends `null` if it says nothing that is known here. */
export function readInterval(edtf: string): Interval {
  const [start, end, ...more] = edtf.split("/");
  if (start === undefined || more.length > 0) return { first: null, last: null };
  if (end === undefined) return readPoint(start);
  return { first: readPoint(start).first, last: readPoint(end).last };
}

function readPoint(text: string): Interval {
  const plain = text.replace(/[~?%]/g, "");
  const day = readDay(plain);
  if (day !== null) return { first: day, last: day };
  const month = /^(\d{4})-(\d{2})$/.exec(plain);
  if (month !== null) return readMonth(Number(month[1]), Number(month[2]));
  const year = /^(\d{1,4})(X{0,3})$/.exec(plain);
  if (year === null || plain.length !== 4) return { first: null, last: null };
  const [low, high] = [plain.replaceAll("X", "0"), plain.replaceAll("X", "9")];
  return { first: dayOf(Number(low), 1, 1), last: dayOf(Number(high), 12, 31) };
}

function readMonth(year: number, month: number): Interval {
  const season = SEASONS[month];
  if (season !== undefined) return { first: dayOf(year, season, 1), last: dayOf(year, season + 3, 1) - 1 };
  if (month < 1 || month > 12) return { first: null, last: null };
  return { first: dayOf(year, month, 1), last: dayOf(year, month + 1, 1) - 1 };
}
