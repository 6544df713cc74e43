/** Values to heights, days to places. */

import { nice, ticks } from "d3-array";
import { utcTicks } from "d3-time";
import type { Chart, Mark } from "./data";

const DAY = 86_400_000;
/** Days from the first of January of year 1, which is day 1, to the first of 1970. */
const EPOCH = 719_163;

export interface Label {
  at: number;
  text: string;
}

export interface Heights {
  (value: number): number;
  labels: Label[];
}

/** Return the scale of a chart's values between two heights: from zero, or by powers of ten. */
export function heights(chart: Chart, floor: number, ceiling: number): Heights {
  const drawn = chart.marks.filter((mark) => mark.count !== "period");
  const of = (marks: Mark[]): number[] =>
    marks.flatMap((mark) => [mark.low, mark.high]).filter((value): value is number => value !== undefined);
  const values = of(drawn.length ? drawn : chart.marks);
  const highest = Math.max(...values, 1);
  const [first, last, marks] = chart.logarithmic ? powers(values) : evenly(highest);
  const at = (value: number): number => (chart.logarithmic ? Math.log10(Math.max(value, first)) : value);
  const share = (value: number): number => (at(value) - at(first)) / (at(last) - at(first) || 1);
  const scale = (value: number): number => floor - Math.min(Math.max(share(value), 0), 1) * (floor - ceiling);
  return Object.assign(scale, { labels: marks.map((value) => ({ at: scale(value), text: number(value) })) });
}

function evenly(highest: number): [number, number, number[]] {
  const [first, last] = nice(0, highest, 4);
  return [first, last, ticks(first, last, 4).filter((tick) => highest >= 4 || Number.isInteger(tick))];
}

/** From the power of ten at or under the least value above zero, to that at or over the largest. */
function powers(values: number[]): [number, number, number[]] {
  const low = Math.floor(Math.log10(Math.min(...values.filter((value) => value > 0))));
  const high = Math.ceil(Math.log10(Math.max(...values)));
  return [10 ** low, 10 ** high, Array.from({ length: high - low + 1 }, (_, n) => 10 ** (low + n))];
}

/** Return a number as the page writes it. */
export function number(value: number): string {
  if (value >= 1e9) return `${+(value / 1e9).toFixed(2)} billion`;
  if (value >= 1e6) return `${+(value / 1e6).toFixed(2)} million`;
  return value.toLocaleString("en-GB", { maximumFractionDigits: 2 });
}

export interface Days {
  (day: number): number;
  first: number;
  last: number;
  width: number;
  labels: Label[];
}

/** Return the scale of a chart's dated marks between two places; null when no mark has a date. */
export function days(marks: Mark[], left: number, right: number): Days | null {
  const ends = marks.flatMap((mark) => (mark.last === undefined ? [] : [mark.last]));
  if (!ends.length) return null;
  const start = Math.min(...marks.filter((mark) => mark.last !== undefined).map(firstDay));
  const last = Math.max(Math.ceil(Math.max(...ends)), start + 1);
  const width = (right - left) / (last - start);
  return Object.assign((day: number) => left + (day - start) * width, {
    first: start,
    last,
    width,
    labels: dayLabels(start, last, left, right),
  });
}

/** Return where a mark with a date stands: in the middle of its day, or of the days that it holds for. */
export function dayOf(mark: Mark): number {
  const last = mark.last ?? 0;
  if (mark.first !== undefined && last - mark.first > 1) return (mark.first + last) / 2;
  return Number.isInteger(last) ? last - 0.5 : last;
}

function firstDay(mark: Mark): number {
  const last = mark.last ?? 0;
  return Math.floor(mark.first ?? (Number.isInteger(last) ? last - 1 : last));
}

function dayLabels(first: number, last: number, left: number, right: number): Label[] {
  const span = last - first;
  const width = (right - left) / span;
  if (width >= 46) return every(first, last, left, width, 1);
  const fit = Math.max(Math.floor((right - left) / 76), 1);
  if (span <= fit * 7) return every(first, last, left, width, Math.ceil(span / fit));
  const found = utcTicks(dated(first), dated(last), fit);
  const apart = (found[1]?.getTime() ?? 0) - (found[0]?.getTime() ?? 0);
  const form: Intl.DateTimeFormatOptions =
    apart > 300 * DAY ? { year: "numeric" } : apart > 27 * DAY ? { month: "short", year: "numeric" } : { day: "numeric", month: "short" };
  return yeared(found.map((tick) => ({ at: left + (tick.getTime() / DAY + EPOCH - first) * width, day: tick })), form);
}

function every(first: number, last: number, left: number, width: number, step: number): Label[] {
  const found: { at: number; day: Date }[] = [];
  for (let day = first; day < last; day += step) found.push({ at: left + (day - first + 0.5) * width, day: dated(day) });
  return yeared(found, { day: "numeric", month: "short" });
}

/** The year stands at the first day and wherever it changes. */
function yeared(found: { at: number; day: Date }[], form: Intl.DateTimeFormatOptions): Label[] {
  return found.map(({ at, day }, n) => {
    const changed = found[n - 1]?.day.getUTCFullYear() !== day.getUTCFullYear();
    return { at, text: written(day, changed ? { ...form, year: "numeric" } : form) };
  });
}

function dated(day: number): Date {
  return new Date((day - EPOCH) * DAY);
}

const written = (day: Date, form: Intl.DateTimeFormatOptions): string =>
  day.toLocaleDateString("en-GB", { ...form, timeZone: "UTC" }).replace("Sept", "Sep");
