// From days to places on a line, and where its ticks stand.
import { dayOf, writeDay } from "./dates";

/** A stretch of days, its last one meant. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

export interface Tick {
  readonly day: number;
  readonly words: string;
}

/** Where a day lies in a width, from 0 to the width. */
export function placeDay(day: number, span: Span, width: number): number {
  return span.last === span.first ? width / 2 : ((day - span.first) / (span.last - span.first)) * width;
}

/** The day at a place. */
export function dayAt(place: number, span: Span, width: number): number {
  return Math.round(span.first + (place / width) * (span.last - span.first));
}

/** The stretch made `factor` times as long around its middle, within a whole, at least a week. */
export function zoom(span: Span, factor: number, whole: Span): Span {
  const length = Math.max(7, (span.last - span.first) * factor);
  return fit((span.first + span.last - length) / 2, length, whole);
}

/** The stretch moved by a share of its own length, within a whole. */
export function shift(span: Span, share: number, whole: Span): Span {
  const length = span.last - span.first;
  return fit(span.first + length * share, length, whole);
}

function fit(first: number, length: number, whole: Span): Span {
  const kept = Math.min(length, whole.last - whole.first);
  const start = Math.min(Math.max(first, whole.first), whole.last - kept);
  return { first: Math.round(start), last: Math.round(start + kept) };
}

/** Years, months or days at round steps, at most `most` of them. */
export function ticksOf(span: Span, most: number): Tick[] {
  const length = span.last - span.first;
  if (length < 70) return dayTicks(span, most);
  const steps = [1, 3, 6, 12, 24, 60, 120, 240, 600];
  return monthTicks(span, steps.find((months) => length / (months * 30.4) <= most) ?? 1200);
}

function monthTicks(span: Span, months: number): Tick[] {
  const year = Number(writeDay(span.first).slice(0, 4));
  const start = months < 12 ? year * 12 : Math.floor(year / (months / 12)) * months;
  const ticks: Tick[] = [];
  for (let month = start; ; month += months) {
    const day = dayOf(Math.floor(month / 12), (month % 12) + 1, 1);
    if (day > span.last) return ticks;
    if (day >= span.first) ticks.push({ day, words: writeDay(day).slice(0, months < 12 ? 7 : 4) });
  }
}

function dayTicks(span: Span, most: number): Tick[] {
  const step = Math.max(1, Math.ceil((span.last - span.first) / Math.max(1, most)));
  const ticks: Tick[] = [];
  for (let day = span.first; day <= span.last; day += step) ticks.push({ day, words: writeDay(day) });
  return ticks;
}
