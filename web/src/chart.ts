/** A figure over time: bounds upwards, as-of days to the right, what carries no date in a band of its own. */

import { type Selection, select } from "d3-selection";
import { line, symbol, symbolCircle, symbolCross, symbolDiamond, symbolSquare, symbolStar, symbolTriangle, type SymbolType } from "d3-shape";
import type { Chart, Mark } from "./data";
import { element, fitted, roving, sign, textOf } from "./dom";
import { type Placed, type Plan, labels, plan } from "./placing";
import { fill } from "./pane";
import { days } from "./scales";

type Layer = Selection<SVGGElement, unknown, null, undefined>;

const SHAPES: SymbolType[] = [symbolCircle, symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolStar, symbolCross];
const FADE = [0.75, 0.5, 0.3, 0.14];
const ROOM_FOR_NAMES = 620;
const FEW = 14;
/** From so many lines on, only those of the mark that is pointed at stand out. */
const BUSY = 12;

/** Draw a chart and the pane for its sentences into `host`, anew at every width. */
export function draw(host: HTMLElement, chart: Chart): (width: number) => void {
  const plot = element("div", { class: "plot-area" });
  const pane = element("div", { class: "pane" });
  host.replaceChildren(plot, key(chart), pane);
  host.hidden = false;
  fill(pane, chart, null);
  return () => {
    const focused = [...plot.querySelectorAll(".mark")].indexOf(document.activeElement as Element);
    plot.replaceChildren(picture(chart, plot.clientWidth, (place) => fill(pane, chart, place)));
    if (focused >= 0) plot.querySelectorAll<SVGElement>(".mark")[focused]?.focus();
  };
}

function picture(chart: Chart, room: number, show: (place: number) => void): SVGSVGElement {
  const made = plan(chart, room);
  const root = select(document.createElementNS("http://www.w3.org/2000/svg", "svg"))
    .attr("width", made.width)
    .attr("height", made.height)
    .attr("viewBox", `0 0 ${made.width} ${made.height}`)
    .attr("role", "list")
    .attr("aria-label", `${chart.title}, over time`);
  const back = root.append("g").attr("aria-hidden", "true") as unknown as Layer;
  axes(back, chart, made);
  const at = new Map(made.placed.map((one) => [one.place, one]));
  wholes(back, made, at);
  moves(back, chart, at);
  const rivals = disputes(at);
  rivals.forEach((one) => against(back, one));
  const front = root.append("g") as unknown as Layer;
  root.classed("busy", (chart.moves?.length ?? 0) > BUSY);
  const shown = (place: number): void => {
    root.selectAll<SVGGElement, unknown>(".move, .against").each(function () {
      this.classList.toggle("lit", (this.dataset["ends"] ?? "").split(" ").includes(String(place)));
    });
    show(place);
  };
  const stops = made.placed.map((one) => mark(front, chart, one, shown));
  const lines = [...(chart.moves ?? []).map(({ start, end }) => [at.get(start), at.get(end)]), ...rivals.map(({ low, high }) => [low, high])];
  words(root.append("g").attr("aria-hidden", "true") as unknown as Layer, made, room, lines.filter((one): one is [Placed, Placed] => !!one[0] && !!one[1]));
  roving(stops, (from, pressed) => step(made.placed, from, pressed));
  return root.node() as SVGSVGElement;
}

function axes(layer: Layer, chart: Chart, made: Plan): void {
  const right = made.width - 4;
  if (made.band) {
    const { left, columns, width } = made.band;
    layer.append("rect").attr("class", "lane").attr("x", left).attr("y", 0).attr("width", made.band.right - left).attr("height", made.lanes?.bottom ?? made.floor);
    layer.append("text").attr("class", "axis head").attr("x", left + 8).attr("y", 15).text("no date said");
    columns.forEach((x, place) => {
      const name = chart.columns?.[place]?.name ?? "";
      const short = width < 44 ? "" : fitted(name, width - 10, "12px");
      layer.append("text").attr("class", "axis day").attr("x", x).attr("y", made.height - 8).text(short).append("title").text(`${name}, ${chart.columns?.[place]?.note ?? ""}`);
    });
  }
  for (const { at, text } of made.y.labels) {
    layer.append("line").attr("class", "grid").attr("x1", made.left).attr("x2", right).attr("y1", at).attr("y2", at);
    layer.append("text").attr("class", "axis value").attr("x", made.left - 7).attr("y", at + 4).text(text);
  }
  if (chart.logarithmic) layer.append("text").attr("class", "axis").attr("x", 0).attr("y", 13).text("each line ten times the one below");
  for (const { at, text } of made.days?.labels ?? []) {
    const low = made.lanes?.bottom ?? made.floor;
    layer.append("line").attr("class", "tick").attr("x1", at).attr("x2", at).attr("y1", low).attr("y2", low + 5);
    layer.append("text").attr("class", "axis day").attr("x", at).attr("y", made.height - 8).text(text);
  }
  for (const x of made.days?.breaks ?? []) {
    const low = made.lanes?.bottom ?? made.floor;
    const cut = layer.append("g").attr("class", "break");
    cut.append("rect").attr("x", x - 5).attr("y", low - 3).attr("width", 10).attr("height", 6);
    cut.append("path").attr("d", `M${x - 7} ${low + 5}l5 -10M${x + 2} ${low + 5}l5 -10`).append("title").text("The scale skips days that no figure is of");
  }
  if (made.lanes) {
    layer.append("line").attr("class", "grid strong").attr("x1", made.left).attr("x2", right).attr("y1", made.lanes.bottom).attr("y2", made.lanes.bottom);
    layer.append("text").attr("class", "axis").attr("x", made.left).attr("y", made.lanes.top + 9).text("counted over that time only");
  }
}

/** A thin line ties a part to its whole. */
function wholes(layer: Layer, made: Plan, at: Map<number, Placed>): void {
  for (const one of made.placed) {
    const whole = one.mark.whole === undefined ? undefined : at.get(one.mark.whole);
    if (whole) layer.append("path").attr("class", `tie side-${one.mark.colour}`).attr("d", line()([[whole.x, whole.y], [one.x, whole.y + 8], [one.x, one.y]]));
  }
}

/** Movement: a line with a head, whole where one source says both, dotted where the count grew from another's. */
function moves(layer: Layer, chart: Chart, at: Map<number, Placed>): void {
  for (const move of chart.moves ?? []) {
    const [start, end] = [at.get(move.start), at.get(move.end)];
    if (!start || !end) continue;
    const [dx, dy] = [end.x - start.x, end.y - start.y];
    const long = Math.hypot(dx, dy);
    if (long < 16) continue;
    const reach = (from: Placed, far: number): [number, number] => [from.x + (dx / long) * far, from.y + (dy / long) * far];
    const tip = reach(end, -8);
    const turn = Math.atan2(dy, dx);
    const wing = (by: number): [number, number] => [tip[0] - 7 * Math.cos(turn + by), tip[1] - 7 * Math.sin(turn + by)];
    const group = layer.append("g").attr("class", `move side-${move.same ? end.mark.colour : 0}${move.same ? "" : " other"}`).attr("data-ends", `${move.start} ${move.end}`);
    group.append("path").attr("d", line()([reach(start, 8), tip]));
    group.append("path").attr("class", "head").attr("d", line()([wing(0.45), tip, wing(-0.45)]));
  }
}

interface Dispute {
  low: Placed;
  high: Placed;
  unsure: boolean;
}

/** Figures that exclude each other: each with the nearest one above it. */
function disputes(at: Map<number, Placed>): Dispute[] {
  return [...at.values()].flatMap((low) => {
    const above = (low.mark.apart ?? []).map((place) => at.get(place)).filter((one): one is Placed => !!one && one.y < low.y - 4);
    const far = (one: Placed): number => Math.hypot(one.x - low.x, one.y - low.y);
    const high = above.sort((a, b) => far(a) - far(b) || a.place - b.place)[0];
    return high ? [{ low, high, unsure: low.mark.timing?.includes(high.place) === true }] : [];
  });
}

/** From the upper bound of the lower one to the lower bound of the higher one, with a sign between. */
function against(layer: Layer, { low, high, unsure }: Dispute): void {
  const upper = (low.mark.high === undefined ? low.y : low.top) - 7;
  const lower = (high.mark.low === undefined ? high.y : high.bottom) + 7;
  const [from, to] = upper > lower ? [upper, lower] : [low.y - 7, high.y + 7];
  const far = Math.hypot(low.x - high.x, from - to);
  const group = layer.append("g").attr("class", unsure ? "against unsure" : "against").attr("data-ends", `${low.place} ${high.place}`);
  group.append("path").attr("d", line()([[low.x, from], [high.x, to]]));
  if (unsure && far > 160) return;
  const x = far < 24 ? Math.min(low.x, high.x) - 14 : (low.x + high.x) / 2;
  group.append("text").attr("x", x).attr("y", (from + to) / 2 + 5).text(unsure ? "≠?" : "≠");
}

function mark(layer: Layer, chart: Chart, one: Placed, show: (place: number) => void): SVGAElement {
  const { mark: of } = one;
  const item = layer.append("g").attr("role", "listitem");
  const link = item
    .append("a")
    .attr("class", `mark ${of.count} side-${of.colour}${of.vague ? " vague" : ""}`)
    .attr("href", target(of))
    .attr("aria-label", spoken(chart, of))
    .attr("data-place", one.place);
  const group = link.append("g") as unknown as Layer;
  if (one.lane !== undefined) lane(group, one);
  else interval(group, one);
  group.append("rect").attr("class", "reach").attr("x", Math.min(one.x - 9, one.from ?? one.x)).attr("y", one.top - 9)
    .attr("width", Math.max(18, (one.to ?? one.x) - (one.from ?? one.x))).attr("height", one.bottom - one.top + 18);
  const node = link.node() as Element as SVGAElement;
  const shown = (): void => {
    layer.selectAll(".mark.on").classed("on", false);
    link.classed("on", true);
    show(one.place);
  };
  node.addEventListener("pointerenter", shown);
  node.addEventListener("focus", shown);
  // A finger shows the sentence first; the link to it stands in the pane.
  node.addEventListener("click", (event) => {
    if ((event as PointerEvent).pointerType === "mouse" || event.detail === 0) return;
    event.preventDefault();
    shown();
  });
  return node;
}

function interval(group: Layer, one: Placed): void {
  const { mark: of, x, y, top, bottom } = one;
  if (one.from !== undefined && one.to !== undefined)
    group.append("path").attr("class", "span").attr("d", `M${one.from} ${y - 4}V${y + 4}M${one.from} ${y}H${one.to}M${one.to} ${y - 4}V${y + 4}`);
  else if (of.first === undefined && of.last !== undefined) fade(group, x - 8, y, -7, 0);
  if (of.high === undefined) fade(group, x, y - 7, 0, -(y - top - 6) / FADE.length, true);
  else if (of.low === undefined) fade(group, x, y + 7, 0, (bottom - y - 6) / FADE.length, true);
  else if (bottom - top > 1)
    group.append("path").attr("class", "bar").attr("d", `M${x - 5} ${top}H${x + 5}M${x} ${top}V${bottom}M${x - 5} ${bottom}H${x + 5}`);
  const size = of.count === "part" ? 38 : bottom - top > 1 && of.low !== undefined && of.high !== undefined ? 46 : 78;
  group.append("path").attr("class", "symbol").attr("d", symbol(SHAPES[of.colour] ?? symbolCircle, size)()).attr("transform", `translate(${x} ${y})`);
}

/** A line that fades out: what lies that way is not said. An open bound ends in a head. */
function fade(group: Layer, x: number, y: number, dx: number, dy: number, head = false): void {
  FADE.forEach((strength, n) =>
    group.append("path").attr("class", head ? "bar open" : "span early").attr("opacity", strength)
      .attr("d", `M${x + dx * n} ${y + dy * n}l${dx} ${dy}`));
  const end = y + dy * FADE.length;
  if (head) group.append("path").attr("class", "end").attr("d", `M${x - 4} ${end - Math.sign(dy) * 5}L${x} ${end}L${x + 4} ${end - Math.sign(dy) * 5}`);
}

function lane(group: Layer, one: Placed): void {
  const [from, to] = [one.from ?? one.x, one.to ?? one.x];
  group.append("rect").attr("class", "period").attr("x", from).attr("y", one.y - 4).attr("width", to - from).attr("height", 8).attr("rx", 2);
}

function words(layer: Layer, made: Plan, room: number, lines: [Placed, Placed][]): void {
  const full = room >= ROOM_FOR_NAMES && made.placed.length <= FEW;
  for (const { x, y, anchor, text, who, undated } of labels(made, full, lines)) {
    const label = layer.append("text").attr("class", undated ? "value-label in" : "value-label").attr("x", x).attr("y", y).attr("text-anchor", anchor).text(text);
    if (who) label.append("tspan").text(`, ${who}`);
  }
}

/** Right and left go through time, up and down to the nearest mark above or below. */
function step(placed: Placed[], from: number, pressed: string): number {
  if (pressed === "ArrowRight") return Math.min(from + 1, placed.length - 1);
  if (pressed === "ArrowLeft") return Math.max(from - 1, 0);
  const here = placed[from];
  const up = pressed === "ArrowUp";
  if (!here || (!up && pressed !== "ArrowDown")) return from;
  const beyond = placed.map((one, place) => ({ place, one })).filter(({ one }) => (up ? one.y < here.y - 1 : one.y > here.y + 1));
  const far = ({ one }: { one: Placed }): number => Math.hypot((one.x - here.x) * 2, one.y - here.y);
  return beyond.sort((a, b) => far(a) - far(b))[0]?.place ?? from;
}

/** The address of a mark's first sentence in its article; its row in the table where the article is elsewhere. */
function target(mark: Mark): string {
  const row = document.getElementById(mark.rows[0] ?? "");
  return row?.querySelector("a.place")?.getAttribute("href") ?? `#${mark.rows[0]}`;
}

function spoken(chart: Chart, mark: Mark): string {
  const row = document.getElementById(mark.rows[0] ?? "");
  const apart = (mark.apart ?? []).map((place) => chart.marks[place]?.label).filter(Boolean);
  const parts = [
    mark.label,
    mark.who || textOf(row?.querySelector(".said-by")),
    mark.when,
    { stated: "", sum: "sum by sayso", part: "a part", period: "in that time only" }[mark.count],
    mark.rows.length > 1 ? `said ${mark.rows.length} times` : "",
    apart.length ? `stands apart from ${apart.join(", ")}` : "",
  ];
  return `${parts.filter(Boolean).join(", ")}: ${textOf(row?.querySelector(".words"))}`;
}

/** What the signs mean, for those that this chart has. */
function key(chart: Chart): HTMLElement {
  const has = (test: (mark: Mark) => unknown): boolean => chart.marks.some(test);
  const moved = chart.moves ?? [];
  const broken = Boolean(days(chart.marks, 0, 1)?.breaks.length);
  const signs: [boolean, string, string][] = [
    [has((mark) => mark.low === undefined || mark.high === undefined), "M8 14V4M5 7L8 3L11 7", "that end is open"],
    [has((mark) => mark.low !== undefined && mark.high !== undefined && mark.low < mark.high), "M5 2H11M8 2V14M5 14H11", "between two bounds"],
    [has((mark) => mark.first === undefined && mark.last !== undefined), "M0 8H3M5 8H14", "by that day; since when is not said"],
    [moved.some((move) => move.same), "M1 12L14 4M9 4L14 4L12 9", "the same source, later"],
    [moved.some((move) => !move.same), "M1 12L4 10M7 8.5L10 6.7M12 5L14 4", "the count, later"],
    [has((mark) => mark.apart?.length), "M3 6H13M3 10H13M11 3L5 13", "stand apart"],
    [has((mark) => mark.count === "sum"), "M3 8a5 5 0 1 0 10 0a5 5 0 1 0 -10 0", "dashed: a sum by sayso"],
    [broken, "M1 8H5M4 12l3 -8M9 12l3 -8M11 8H15", "days without a figure are skipped"],
    [has((mark) => mark.count === "part"), "M3 2V8H12M12 8V12", "a part, under its whole"],
  ];
  const list = element("p", { class: "legend signs" });
  for (const [used, path, text] of signs) {
    if (!used) continue;
    list.append(element("span", {}, sign(path), text));
  }
  return list;
}
