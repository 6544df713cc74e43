/** Where the marks of a chart go, so that none covers another: nothing is drawn here. */

import type { Chart, Mark } from "./data";
import { widthOf } from "./dom";
import { type Days, type Heights, dayOf, days, heights } from "./scales";

export const OPEN = 26;
const REACH = 8;
const STEP = 17;
const LEFT = 46;
const LANE = 22;
/** The least width of the column of an article without a date. */
const LEAST = 24;
/** Steps that a mark may be moved aside; beyond, marks may overlap rather than seem to be of another day. */
const ASIDE = 3;

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
  const left = Math.max(LEFT, 16 + Math.max(...heights(chart, 1, 0).labels.map(({ text }) => widthOf(text, "12px"))));
  const columns = chart.columns?.length ?? 0;
  const dated = chart.marks.filter((mark) => mark.last !== undefined);
  const widths = split(room - left - 10, columns, dated);
  const right = left + widths.dated;
  const scale = days(dated, left + (widths.dated > 300 ? 30 : 14), right - 12);
  const ceiling = 30;
  const floor = room < 500 ? 232 : 268;
  const y = heights(chart, floor, ceiling);
  const bandLeft = dated.length ? right + 10 : left;
  const band = columns
    ? { left: bandLeft, right: bandLeft + widths.band, width: widths.band / columns, columns: Array.from({ length: columns }, (_, n) => bandLeft + ((n + 0.5) * widths.band) / columns) }
    : null;
  const placed: Placed[] = [];
  chart.marks.forEach((mark, place) => {
    if (mark.count === "period") return;
    const undated = mark.last === undefined;
    const home = undated ? (band?.columns[mark.column ?? 0] ?? left) : (scale?.(dayOf(mark)) ?? left);
    const edges: [number, number] = undated && band ? [band.left + 9, band.right - 9] : [left + 9, right - 6];
    placed.push(apart(placed, stand(mark, place, home, y, scale), edges, scale?.width ?? 0));
  });
  const lanes = laneMarks(chart, scale, band, floor, left);
  placed.push(...lanes);
  const rows = Math.max(-1, ...lanes.map((one) => one.lane ?? 0)) + 1;
  const strip = rows ? { top: floor + 14, bottom: floor + 14 + 16 + rows * LANE } : null;
  placed.sort((a, b) => a.x - b.x || a.y - b.y);
  return { width: (band?.right ?? right) + 4, height: (strip?.bottom ?? floor) + 30, floor, ceiling, left, y, days: scale, band, lanes: strip, placed };
}

/** Share the room between the dated marks and the columns of those without a date. */
function split(room: number, columns: number, dated: Mark[]): { dated: number; band: number } {
  if (!dated.length) return { dated: 0, band: Math.max(columns * LEAST, Math.min(room, columns * 190)) };
  const span = days(dated, 0, 1);
  const enough = Math.max(320, (span?.span ?? 1) * 120);
  if (!columns) return { dated: Math.min(room, enough), band: 0 };
  const band = Math.max(columns * LEAST, Math.min(room * 0.45, columns * 170));
  return { dated: Math.min(Math.max(room - 10 - band, 190), enough), band };
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

/** Return the mark moved aside, no farther than it must nor than a reader could bear, until it covers no other. */
function apart(others: Placed[], mark: Placed, [left, right]: [number, number], day: number): Placed {
  const most = 2 * Math.max(ASIDE, Math.floor(day / 2 / STEP));
  for (let step = 0; step <= most; step++) {
    const x = mark.x + (step % 2 ? 1 : -1) * Math.ceil(step / 2) * STEP;
    if (x >= left && x <= right && !others.some((other) => touch(other, mark, x))) return { ...mark, x };
  }
  return mark;
}

function touch(other: Placed, mark: Placed, x: number): boolean {
  if (Math.abs(other.x - x) >= STEP - 1) return false;
  return !(other.top - REACH > mark.bottom + REACH || mark.top - REACH > other.bottom + REACH);
}

/** What was counted over one period stands below the line, in as few rows as hold it. */
function laneMarks(chart: Chart, scale: Days | null, band: Plan["band"], floor: number, left: number): Placed[] {
  const ends: number[] = [];
  const made: Placed[] = [];
  chart.marks.forEach((mark, place) => {
    if (mark.count !== "period") return;
    const home = mark.last === undefined ? (band?.columns[mark.column ?? 0] ?? left) - 20 : (scale?.(dayOf(mark)) ?? left);
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
export function labels(made: Plan, full: boolean, lines: [Placed, Placed][]): LabelAt[] {
  const taken: Box[] = made.placed.map((one) => ({ left: one.x - 8, right: one.x + 8, top: one.top - 7, bottom: one.bottom + 7 }));
  for (const { mark, x, y } of made.placed) if (mark.first === undefined && mark.last !== undefined) taken.push({ left: x - 36, right: x, top: y - 2, bottom: y + 2 });
  for (const line of lines) taken.push(...along(line));
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

/** Small boxes along a line, so that no label is set across it. */
function along([start, end]: [Placed, Placed]): Box[] {
  const count = Math.ceil(Math.hypot(end.x - start.x, end.y - start.y) / 8);
  return Array.from({ length: count }, (_, n) => {
    const [x, y] = [start.x + ((end.x - start.x) * n) / count, start.y + ((end.y - start.y) * n) / count];
    return { left: x - 2, right: x + 2, top: y - 2, bottom: y + 2 };
  });
}

const cross = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
