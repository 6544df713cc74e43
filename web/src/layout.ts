/** Where the nodes of a graph go: columns are given, the order in each comes from dagre. */

import { Graph as Layered, layout } from "@dagrejs/dagre";
import type { Graph, Kind } from "./data";
import { type Seen, type Step, seen, steps } from "./folding";

export const HEIGHTS: Record<Kind, number> = { origin: 38, lead: 38, relay: 30, agency: 30, report: 38, copy: 24 };
const HEAD = 30;
const ROOM = 11;
const SWEEPS = 12;
/** A line that passes a box at a slant keeps this far from it; else it passes level. */
const CLEAR = 14;
const WIDEST = 216;
const NARROWEST = 128;

export interface Box extends Seen {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Line extends Step {
  points: [number, number][];
}

export interface Drawing {
  width: number;
  height: number;
  boxes: Box[];
  lines: Line[];
  columns: { x: number; kinds: Set<Kind> }[];
}

/** Return the places of all that is seen of a graph, in `room` pixels where that is enough. */
export function arrange(graph: Graph, open: Set<number>, room: number): Drawing {
  const nodes = [...seen(graph, open).values()];
  const count = Math.max(0, ...nodes.map(({ node }) => node.column)) + 1;
  const gap = room < 600 ? 34 : 64;
  const width = Math.max(NARROWEST, Math.min(WIDEST, (room - 2 - gap * (count - 1)) / count));
  const net = new Layered();
  net.setDefaultEdgeLabel(() => ({}));
  net.setGraph({ rankdir: "LR", nodesep: 9, edgesep: 4, ranksep: gap, ranker: (inner: Layered) => rank(inner, nodes) });
  for (const one of nodes) net.setNode(String(one.id), { width, height: HEIGHTS[one.node.kind] });
  const found = steps(graph, open);
  for (const step of found) net.setEdge(String(step.from), String(step.to), { weight: step.shown ? 2 : 1, minlen: 1 });
  layout(net);
  const left = (column: number): number => column * (width + gap);
  const made: Box[] = nodes.map((one) => ({ ...one, x: left(one.node.column), y: net.node(String(one.id)).y, width, height: HEIGHTS[one.node.kind] }));
  const columns = Array.from({ length: count }, (_, n) => made.filter(({ node }) => node.column === n).sort((a, b) => a.y - b.y || a.id - b.id));
  pack(columns, found, made);
  const lines = route(found, columns, made);
  return {
    width: left(count - 1) + width + 16,
    height: Math.max(...made.map((box) => box.y + box.height / 2), ...lines.flatMap((one) => one.points.map(([, y]) => y))) + 10,
    boxes: columns.flat(),
    lines,
    columns: columns.map((boxes, n) => ({ x: left(n), kinds: new Set(boxes.map(({ node }) => node.kind)) })),
  };
}

/** Move each column's boxes, in their order, towards what they are tied to, no higher than the fullest column. */
function pack(columns: Box[][], found: Step[], boxes: Box[]): void {
  const at = new Map(boxes.map((box) => [box.id, box]));
  const tied = new Map<number, [Box, number][]>();
  for (const { from, to, claims } of found) {
    const [a, b] = [at.get(from), at.get(to)];
    if (!a || !b) continue;
    tied.set(from, [...(tied.get(from) ?? []), [b, claims + 1]]);
    tied.set(to, [...(tied.get(to) ?? []), [a, claims + 1]]);
  }
  const full = (column: Box[]): number => column.reduce((sum, box) => sum + box.height + ROOM, -ROOM);
  const most = Math.max(...columns.map(full));
  for (const column of columns) {
    let y = HEAD + (most - full(column)) / 2;
    for (const box of column) {
      box.y = y + box.height / 2;
      y += box.height + ROOM;
    }
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (const column of sweep % 2 ? [...columns].reverse() : columns) settle(column, (box) => middle(tied.get(box.id) ?? [], box.y), HEAD, HEAD + most);
}

function middle(others: [Box, number][], own: number): number {
  const weight = others.reduce((sum, [, one]) => sum + one, 0);
  return weight ? others.reduce((sum, [box, one]) => sum + box.y * one, 0) / weight : own;
}

/** Bring the boxes of a column as near to where they want to be as their order and the room allow. */
function settle(column: Box[], wanted: (box: Box) => number, top: number, bottom: number): void {
  const wishes = column.map(wanted);
  let floor = top;
  column.forEach((box, n) => {
    box.y = Math.max(wishes[n] ?? box.y, floor + box.height / 2);
    floor = box.y + box.height / 2 + ROOM;
  });
  let ceiling = bottom;
  for (const box of [...column].reverse()) {
    box.y = Math.min(box.y, ceiling - box.height / 2);
    ceiling = box.y - box.height / 2 - ROOM;
  }
}

/** A line leaves its box on the right, goes through the nearest gap of each column it skips, and comes in from the left. */
function route(found: Step[], columns: Box[][], boxes: Box[]): Line[] {
  const at = new Map(boxes.map((box) => [box.id, box]));
  const gaps = columns.map(gapsOf);
  const used = new Map<string, number>();
  return found.flatMap((step) => {
    const [from, to] = [at.get(step.from), at.get(step.to)];
    if (!from || !to) return [];
    const points: [number, number][] = [[from.x + from.width, from.y]];
    const span = to.node.column - from.node.column;
    for (let column = from.node.column + 1; column < to.node.column; column++) {
      const wanted = from.y + ((to.y - from.y) * (column - from.node.column)) / span;
      const open = gaps[column] ?? [];
      const gap = open.reduce((best, one) => (distance(one, wanted) < distance(best, wanted) ? one : best), open[0] ?? [wanted, wanted]);
      const name = `${column} ${gap[0]}`;
      const turn = used.get(name) ?? 0;
      used.set(name, turn + 1);
      const y = Math.min(Math.max(wanted, gap[0] + 2 + ((turn * 3) % Math.max(gap[1] - gap[0] - 4, 1))), gap[1] - 2);
      const x = columns[column]?.[0]?.x ?? from.x;
      const slope = (to.y - from.y) / Math.max(to.x - from.x - from.width, 1);
      const rise = Math.abs(slope) * (from.width / 2) + CLEAR;
      if (y === wanted && y - rise > gap[0] && y + rise < gap[1]) points.push([x + from.width / 2, y]);
      else points.push([x, y], [x + from.width, y]);
    }
    points.push([to.x, to.y]);
    return [{ ...step, points }];
  });
}

function gapsOf(column: Box[]): [number, number][] {
  const found: [number, number][] = [];
  let above = -Infinity;
  for (const box of column) {
    found.push([above, box.y - box.height / 2]);
    above = box.y + box.height / 2;
  }
  found.push([above, Infinity]);
  return found.map(([top, bottom]) => [Math.max(top, HEAD - 12), Math.min(bottom, 1e6)]);
}

const distance = ([top, bottom]: [number, number], y: number): number => Math.max(top - y, y - bottom, 0);

/** Columns are ranks; dagre has twice as many, for labels on the lines. */
function rank(net: Layered, nodes: Seen[]): void {
  const columns = new Map(nodes.map(({ id, node }) => [String(id), node.column]));
  for (const name of net.nodes()) net.node(name).rank = 2 * (columns.get(name) ?? 0) + (columns.has(name) ? 1 : 0);
}
