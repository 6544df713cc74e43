/** The sentences behind one mark, taken from the table under the chart. */

import type { Chart } from "./data";
import { element, textOf } from "./dom";

const MOST = 3;

/** Fill the pane with what stands behind a mark; with a hint when none is chosen. */
export function fill(pane: HTMLElement, chart: Chart, place: number | null): void {
  const mark = place === null ? undefined : chart.marks[place];
  if (!mark) {
    pane.replaceChildren(element("p", { class: "hint" }, "Point at a mark, or move through them with the arrow keys, to read the sentence behind it."));
    return;
  }
  const said = mark.rows.slice(0, MOST).flatMap((row) => sentence(row));
  if (mark.rows.length > MOST) said.push(element("p", { class: "hint" }, `and ${mark.rows.length - MOST} more in the table below`));
  pane.replaceChildren(element("p", { class: "amount" }, mark.label, element("span", {}, mark.when)), ...said, ...beside(chart, place ?? 0));
}

function sentence(id: string): HTMLElement[] {
  const row = document.getElementById(id);
  if (!row) return [];
  const link = row.querySelector("a.place")?.cloneNode(true) as HTMLElement | undefined;
  const who = element("span", { class: "who", dir: "auto" }, textOf(row.querySelector(".said-by")));
  return [element("blockquote", { dir: "auto" }, textOf(row.querySelector(".words"))), element("p", { class: "source" }, who, " ", ...(link ? [link] : []))];
}

/** Lines on what the figure is part of, moved from or to, and what stands apart from it. */
function beside(chart: Chart, place: number): HTMLElement[] {
  const mark = chart.marks[place];
  const called = (other: number): string => {
    const one = chart.marks[other];
    return one ? `${one.label}${one.who ? ` (${one.who})` : ""}` : "";
  };
  const moves = chart.moves ?? [];
  const timing = new Set(mark?.timing);
  const lines: [string, number[]][] = [
    ["Part of", mark?.whole === undefined ? [] : [mark.whole]],
    ["Before", moves.filter((move) => move.end === place).map((move) => move.start)],
    ["Later", moves.filter((move) => move.start === place).map((move) => move.end)],
    ["Apart from", (mark?.apart ?? []).filter((other) => !timing.has(other))],
    ["Apart from, which may be timing:", [...timing]],
  ];
  return lines.filter(([, others]) => others.length).map(([head, others]) => element("p", { class: "aside" }, element("b", {}, head), " ", others.map(called).join(" · ")));
}
