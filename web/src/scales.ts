/** Values to heights, days to places. */

import { nice, ticks } from "d3-array";
import { utcTicks } from "d3-time";
import type { Chart, Mark } from "./data";
import { widthOf } from "./dom";

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
  /** How many days' width the scale takes. */
  span: number;
  /** The width of a day. */
  width: number;
  labels: Label[];
  /** Where the scale skips days that no mark is of. */
  breaks: number[];
}

interface Stretch {
  from: number;
  to: number;
  /** The days' width that it takes. */
  takes: number;
}

/** A stretch without a mark that is longer than this share of the whole is drawn short. */
const LONG = 0.3;
const FEW_DAYS = 6;

/** Return the scale of a chart's dated marks between two places; null when no mark has a date. */
export function days(marks: Mark[], left: number, right: number): Days | null {
  const parts = stretches(marks.filter((mark) => mark.last !== undefined));
  if (!parts.length) return null;
  const span = parts.reduce((sum, one) => sum + one.takes, 0);
  const width = (right - left) / span;
  let here = left;
  const placed = parts.map((one) => {
    const at = here;
    here += one.takes * width;
    return { ...one, at, end: here };
  });
  const scale = (day: number): number => {
    const one = placed.find(({ to }) => day <= to) ?? placed[placed.length - 1];
    return one ? one.at + ((day - one.from) / (one.to - one.from)) * (one.end - one.at) : left;
  };
  const short = ({ from, to, takes }: Stretch): boolean => takes < to - from;
  const labels = placed.filter((one) => !short(one)).flatMap((one) => dayTicks(one.from, one.to, one.at, one.end));
  return Object.assign(scale, { span, width, labels: yeared(labels), breaks: placed.filter(short).map(({ at, end }) => (at + end) / 2) });
}

/** The time from the first day to the last, cut where a long while without any mark begins and ends. */
function stretches(marks: Mark[]): Stretch[] {
  const held = marks.map((mark): [number, number] => [firstDay(mark), Math.max(Math.ceil(mark.last ?? 0), firstDay(mark) + 1)]).sort((a, b) => a[0] - b[0]);
  const first = held[0]?.[0] ?? 0;
  const last = Math.max(...held.map(([, end]) => end));
  const gaps: [number, number][] = [];
  let end = held[0]?.[1] ?? 0;
  for (const [from, to] of held) {
    if (from - end > Math.max(FEW_DAYS, LONG * (last - first))) gaps.push([end, from]);
    end = Math.max(end, to);
  }
  const rest = last - first - gaps.reduce((sum, [from, to]) => sum + to - from, 0);
  const found: Stretch[] = [];
  let here = first;
  for (const [from, to] of gaps) {
    found.push({ from: here, to: from, takes: from - here }, { from, to, takes: Math.max(1, rest * 0.18) });
    here = to;
  }
  return held.length ? [...found, { from: here, to: last, takes: last - here }] : [];
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

interface Tick {
  at: number;
  day: Date;
  form: Intl.DateTimeFormatOptions;
}

const BY_DAY: Intl.DateTimeFormatOptions = { day: "numeric", month: "short" };

function dayTicks(first: number, last: number, left: number, right: number): Tick[] {
  const span = last - first;
  const width = (right - left) / span;
  if (width >= 46) return every(first, last, left, width, 1);
  const fit = Math.max(Math.floor((right - left) / 76), 1);
  if (span <= fit * 7) return every(first, last, left, width, Math.ceil(span / fit));
  const found = utcTicks(dated(first), dated(last), fit);
  const apart = (found[1]?.getTime() ?? 0) - (found[0]?.getTime() ?? 0);
  const form: Intl.DateTimeFormatOptions = apart > 300 * DAY ? { year: "numeric" } : apart > 27 * DAY ? { month: "short" } : BY_DAY;
  return found.map((day) => ({ at: left + (day.getTime() / DAY + EPOCH - first) * width, day, form }));
}

function every(first: number, last: number, left: number, width: number, step: number): Tick[] {
  const found: Tick[] = [];
  for (let day = first; day < last; day += step) found.push({ at: left + (day - first + 0.5) * width, day: dated(day), form: BY_DAY });
  return found;
}

/** The year stands at the first day and wherever it changes; a label that would touch the one before is left out. */
function yeared(found: Tick[]): Label[] {
  let [end, year] = [-Infinity, 0];
  const labels: Label[] = [];
  for (const { at, day, form } of found) {
    const now = day.getUTCFullYear();
    const text = written(day, now === year ? form : { ...form, year: "numeric" });
    const half = widthOf(text, "12px") / 2 + 4;
    if (at - half < end) continue;
    labels.push({ at, text });
    [end, year] = [at + half, now];
  }
  return labels;
}

function dated(day: number): Date {
  return new Date((day - EPOCH) * DAY);
}

const written = (day: Date, form: Intl.DateTimeFormatOptions): string =>
  day.toLocaleDateString("en-GB", { ...form, timeZone: "UTC" }).replace("Sept", "Sep");
