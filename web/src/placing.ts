/** Where the marks of a chart go, so that none covers another: nothing is drawn here. */

import type { Chart, Mark } from "./data";
import { widthOf } from "./dom";
import { type Days, type Heights, dayOf, days, heights } from "./scales";

export const OPEN = 26;
const REACH = 8;
const STEP = 17;
const LEFT = 46;
const LANE = 22;
const COLUMN = 58;

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Placed {
  mark: Mark;
  place: number;
  x: number;
  /** The symbol's height; `top` and `bottom` are those of the bounds, open ends a stub away. */
  y: number;
  top: number;
  bottom: number;
  from?: number;
  to?: number;
  lane?: number;
}

export interface Plan {
  width: number;
  height: number;
  floor: number;
  ceiling: number;
  left: number;
  y: Heights;
  days: Days | null;
  /** The band of what carries no date, with the middle of each article's column. */
  band: { left: number; right: number; columns: number[]; width: number } | null;
  lanes: { top: number; bottom: number } | null;
  placed: Placed[];
}

/** Return where everything in a chart goes when it may be `room` wide. */
export function plan(chart: Chart, room: number): Plan {
  const columns = chart.columns?.length ?? 0;
  const dated = chart.marks.filter((mark) => mark.last !== undefined);
  const widths = split(chart, room - LEFT - 10, columns, dated);
  const right = LEFT + widths.dated;
  const scale = days(dated, LEFT + 12, right - 12);
  const ceiling = 30;
  const floor = room < 500 ? 232 : 268;
  const y = heights(chart, floor, ceiling);
  const bandLeft = dated.length ? right + 10 : LEFT;
  const band = columns
    ? { left: bandLeft, right: bandLeft + widths.band, width: widths.band / columns, columns: Array.from({ length: columns }, (_, n) => bandLeft + ((n + 0.5) * widths.band) / columns) }
    : null;
  const placed: Placed[] = [];
  chart.marks.forEach((mark, place) => {
    if (mark.count === "period") return;
    const home = mark.last === undefined ? (band?.columns[mark.column ?? 0] ?? LEFT) : (scale?.(dayOf(mark)) ?? LEFT);
    placed.push(apart(placed, stand(mark, place, home, y, scale)));
  });
  const lanes = laneMarks(chart, scale, band, floor);
  placed.push(...lanes);
  const rows = Math.max(-1, ...lanes.map((one) => one.lane ?? 0)) + 1;
  const strip = rows ? { top: floor + 14, bottom: floor + 14 + 16 + rows * LANE } : null;
  placed.sort((a, b) => a.x - b.x || a.y - b.y);
  return { width: (band?.right ?? right) + 4, height: (strip?.bottom ?? floor) + 30, floor, ceiling, left: LEFT, y, days: scale, band, lanes: strip, placed };
}

/** Share the room between the dated marks and the columns of those without a date. */
function split(chart: Chart, room: number, columns: number, dated: Mark[]): { dated: number; band: number } {
  const most = Math.max(0, ...crowd(chart, columns)) * STEP;
  const wanted = columns * Math.max(COLUMN, Math.min(most + 16, 130));
  if (!dated.length) return { dated: 0, band: Math.max(wanted, Math.min(room, columns * 190)) };
  const span = days(dated, 0, 1);
  const enough = Math.max(220, (span ? span.last - span.first : 1) * 120);
  if (!columns) return { dated: Math.min(room, enough), band: 0 };
  const band = Math.max(wanted, Math.min(room * 0.6, columns * 170));
  return { dated: Math.min(Math.max(room - 10 - band, 170), enough), band };
}

function crowd(chart: Chart, columns: number): number[] {
  const counts = new Array<number>(columns).fill(0);
  for (const mark of chart.marks) if (mark.column !== undefined) counts[mark.column] = (counts[mark.column] ?? 0) + 1;
  return counts;
}

function stand(mark: Mark, place: number, x: number, y: Heights, scale: Days | null): Placed {
  const low = mark.low === undefined ? undefined : y(mark.low);
  const high = mark.high === undefined ? undefined : y(mark.high);
  const top = high ?? Math.max((low ?? 0) - OPEN, 4);
  const bottom = low ?? Math.min((high ?? 0) + OPEN, y(0));
  const at = low === undefined ? top : high === undefined ? bottom : (top + bottom) / 2;
  const lasts = mark.first !== undefined && mark.last !== undefined && mark.last - mark.first > 1;
  const ends = lasts && scale ? { from: scale(mark.first ?? 0), to: scale(mark.last ?? 0) } : {};
  return { mark, place, x, y: at, top, bottom, ...ends };
}

/** Return the mark moved aside, no farther than it must, until it covers none of `others`. */
function apart(others: Placed[], mark: Placed): Placed {
  for (let step = 0; step < 40; step++) {
    const x = mark.x + (step % 2 ? 1 : -1) * Math.ceil(step / 2) * STEP;
    if (!others.some((other) => touch(other, mark, x))) return { ...mark, x };
  }
  return mark;
}

function touch(other: Placed, mark: Placed, x: number): boolean {
  if (Math.abs(other.x - x) >= STEP - 1) return false;
  return !(other.top - REACH > mark.bottom + REACH || mark.top - REACH > other.bottom + REACH);
}

/** What was counted over one period stands below the line, in as few rows as hold it. */
function laneMarks(chart: Chart, scale: Days | null, band: Plan["band"], floor: number): Placed[] {
  const ends: number[] = [];
  const made: Placed[] = [];
  chart.marks.forEach((mark, place) => {
    if (mark.count !== "period") return;
    const home = mark.last === undefined ? (band?.columns[mark.column ?? 0] ?? LEFT) - 20 : (scale?.(dayOf(mark)) ?? LEFT);
    const from = mark.first !== undefined && mark.last !== undefined ? (scale?.(mark.first) ?? home) : home - 4;
    const to = mark.first !== undefined && mark.last !== undefined ? (scale?.(mark.last) ?? home) : home + 4;
    const reach = Math.max(to, from + 8) + 12 + widthOf(mark.label, "600 12px");
    let lane = ends.findIndex((end) => end < from);
    if (lane < 0) lane = ends.push(0) - 1;
    ends[lane] = reach;
    const y = floor + 14 + 16 + (lane + 0.5) * LANE;
    made.push({ mark, place, x: (from + to) / 2, y, top: y, bottom: y, from, to: Math.max(to, from + 8), lane });
  });
  return made;
}

export interface LabelAt {
  place: number;
  x: number;
  y: number;
  anchor: "start" | "end" | "middle";
  text: string;
  who: string;
  undated: boolean;
}

const SIDES: [number, number, LabelAt["anchor"]][] = [
  [10, 4, "start"],
  [-10, 4, "end"],
  [0, -11, "middle"],
  [0, 19, "middle"],
];

/** Return labels beside as many marks as have room for one; a value said again next to itself needs none. */
export function labels(made: Plan, full: boolean): LabelAt[] {
  const taken: Box[] = made.placed.map((one) => ({ left: one.x - 8, right: one.x + 8, top: one.top - 7, bottom: one.bottom + 7 }));
  const found: LabelAt[] = [];
  for (const one of made.placed) {
    if (one.lane !== undefined) {
      found.push({ place: one.place, x: (one.to ?? one.x) + 6, y: one.y + 4, anchor: "start", text: one.mark.label, who: "", undated: one.mark.last === undefined });
      continue;
    }
    if (found.some((other) => other.text === one.mark.label && Math.abs(other.x - one.x) < 150 && Math.abs(other.y - one.y) < 24)) continue;
    const names = full && one.mark.who ? [one.mark.who, ""] : [""];
    const free = names.map((who) => beside(one, who, taken, made)).find(Boolean);
    if (!free) continue;
    taken.push(free.box);
    found.push(free.label);
  }
  return found;
}

function beside(one: Placed, who: string, taken: Box[], made: Plan): { label: LabelAt; box: Box } | undefined {
  const text = one.mark.label;
  const width = widthOf(text, "600 12px") + (who ? widthOf(`, ${who}`, "12px") : 0);
  const undated = made.band && one.mark.last === undefined;
  const start = undated ? (made.band?.left ?? 0) + 2 : made.left - 2;
  const edge = made.band && !undated ? made.band.left - 4 : made.width;
  for (const [dx, dy, anchor] of SIDES) {
    const rises = anchor === "middle" ? (dy < 0 ? one.top : one.bottom) : one.y;
    const x = one.x + dx;
    const y = rises + dy;
    const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
    const box = { left, right: left + width, top: y - 11, bottom: y + 3 };
    const inside = box.left >= start && box.right <= edge && box.top >= (undated ? 20 : 0) && box.bottom <= made.floor;
    if (inside && !taken.some((other) => cross(other, box))) return { label: { place: one.place, x, y, anchor, text, who, undated: !!undated }, box };
  }
  return undefined;
}

const cross = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
