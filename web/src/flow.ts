/** Where it comes from: a drawing of the ways that claims took, from origins to articles and their copies. */

import { type Selection, select } from "d3-selection";
import { curveMonotoneX, line } from "d3-shape";
import type { Graph, Kind, Node } from "./data";
import { element, fitted, roving, sign, widthOf } from "./dom";
import { type Box, type Drawing, type Line, arrange } from "./layout";

/** What the box takes of its width: edges, and a scroll bar. */
const EDGES = 66;

type Layer = Selection<SVGGElement, unknown, null, undefined>;

const HEADS: Record<Kind, string> = {
  origin: "traced to",
  lead: "named, not here",
  relay: "passed on by",
  agency: "passed on by",
  report: "articles",
  copy: "copies",
};
const ROLES: Record<Kind, string> = { origin: "traced to", lead: "named, not among these articles", relay: "passed on by", agency: "agency", report: "article", copy: "copy" };
const curve = line().curve(curveMonotoneX);

/** Draw a graph into `host`, anew at every width and whenever a group is unfolded. */
export function draw(host: HTMLElement, graph: Graph): (width: number) => void {
  const open = new Set<number>();
  host.hidden = false;
  let width = 0;
  const again = (): void => {
    const unfold = (fold: number): void => {
      const first = graph.nodes.findIndex((node) => node.fold === fold);
      open.add(fold);
      again();
      host.querySelector<SVGElement>(`[data-id="${first}"]`)?.focus();
    };
    host.replaceChildren(picture(graph, arrange(graph, open, width), unfold), signs(graph));
  };
  return (now) => {
    width = now - EDGES;
    again();
  };
}

function picture(graph: Graph, made: Drawing, unfold: (fold: number) => void): SVGSVGElement {
  const root = select(document.createElementNS("http://www.w3.org/2000/svg", "svg"))
    .attr("width", made.width).attr("height", made.height).attr("viewBox", `0 0 ${made.width} ${made.height}`).attr("role", "list").attr("aria-label", "Ways from origins to articles");
  const back = root.append("g").attr("aria-hidden", "true") as unknown as Layer;
  let before = "";
  for (const { x, kinds } of made.columns) {
    const head = heading(kinds);
    back.append("text").attr("class", "axis head").attr("x", x).attr("y", 13).text(head === before ? "then" : head);
    before = head;
  }
  const wires = back.append("g") as unknown as Layer;
  const drawn = made.lines.map((one) => ({ one, path: wire(wires, one) }));
  const ties = twins(back, graph, made.boxes);
  const front = root.append("g") as unknown as Layer;
  const stops = made.boxes.map((box) => node(front, graph, box, unfold));
  const light = (box: Box | null): void => {
    const ways = new Set(graph.ways.flatMap((way, n) => (box && way.nodes.some((place) => box.members.includes(place)) ? [n] : [])));
    const lit = new Set([...ways].flatMap((n) => graph.ways[n]?.nodes ?? []));
    root.classed("lighting", box !== null);
    drawn.forEach(({ one, path }) => path.classed("lit", [...one.ways].some((way) => ways.has(way))));
    made.boxes.forEach((other, n) => stops[n]?.classList.toggle("lit", other === box || other.members.some((place) => lit.has(place))));
    ties.forEach(({ ends, path }) => path.classed("lit", !!box && ends.some((place) => box.members.includes(place))));
  };
  stops.forEach((stop, n) => {
    for (const begin of ["pointerenter", "focus"]) stop.addEventListener(begin, () => light(made.boxes[n] ?? null));
    for (const end of ["pointerleave", "blur"]) stop.addEventListener(end, () => light(null));
  });
  roving(stops, (from, key) => step(made, from, key));
  return root.node() as SVGSVGElement;
}

const heading = (kinds: Set<Kind>): string => [...new Set((Object.keys(HEADS) as Kind[]).filter((kind) => kinds.has(kind)).map((kind) => HEADS[kind]))].join(", ");

function wire(layer: Layer, one: Line): Selection<SVGPathElement, unknown, null, undefined> {
  return layer.append("path")
    .attr("class", `wire${one.shown ? "" : " possible"}${one.claims ? "" : " credit"}`)
    .attr("stroke-width", 1 + Math.min(Math.log2(Math.max(one.claims, 1)), 4) * 0.55)
    .attr("d", curve(one.points));
}

/** Text in common of which neither is shown to be the source: a bow without a direction beside the two. */
function twins(layer: Layer, graph: Graph, boxes: Box[]): { ends: number[]; path: Selection<SVGPathElement, unknown, null, undefined> }[] {
  const at = (place: number): Box | undefined => boxes.find((box) => box.members.includes(place));
  return (graph.twins ?? []).flatMap(({ nodes, why }) => {
    const [a, b] = [at(nodes[0]), at(nodes[1])];
    if (!a || !b || a === b) return [];
    const [x, y] = [a.x + a.width, b.x + b.width];
    const out = Math.max(x, y) + 14;
    const path = layer.append("path").attr("class", "twin").attr("d", `M${x} ${a.y}C${out} ${a.y} ${out} ${b.y} ${y} ${b.y}`);
    path.append("title").text(why);
    return [{ ends: nodes, path }];
  });
}

function node(layer: Layer, graph: Graph, box: Box, unfold: (fold: number) => void): SVGElement {
  const { node: of } = box;
  const folded = box.id < 0;
  const top = box.y - box.height / 2;
  const item = layer.append("g").attr("role", "listitem");
  const link = item.append("a").attr("data-id", box.id)
    .attr("class", ["node", of.kind, `side-${of.colour}`, folded ? "folded" : "", of.shown || folded ? "" : "possible", of.here || folded ? "" : "lacking"].filter(Boolean).join(" "))
    .attr("aria-label", spoken(graph, box));
  const body = link.append("g").attr("transform", `translate(${box.x} ${top})`) as unknown as Layer;
  if (of.kind === "copy" || (folded && of.kind === "report"))
    for (const off of [4, 2]) body.append("rect").attr("class", "behind").attr("x", off).attr("y", off).attr("width", box.width - 4).attr("height", box.height - 2).attr("rx", 3);
  body.append("rect").attr("class", "face").attr("width", box.width - (of.kind === "copy" ? 4 : 0)).attr("height", box.height).attr("rx", of.kind === "origin" ? 6 : 3);
  if (of.kind === "origin" && !folded) body.append("rect").attr("class", "edge").attr("width", 4).attr("height", box.height).attr("rx", 2);
  lines(body, box, folded);
  if (of.untraced && !folded && !tied(graph, of))
    body.append("path").attr("class", "stub").attr("d", `M-22 ${box.height / 2}h20`);
  const element = link.node() as Element as SVGElement;
  if (folded) press(element, () => unfold(-1 - box.id));
  else if (of.href) link.attr("href", of.href);
  return element;
}

function lines(body: Layer, box: Box, folded: boolean): void {
  const { node: of } = box;
  const inset = of.kind === "origin" && !folded ? 12 : 8;
  const parts = folded ? [] : [...(of.note ?? "").split(" · "), of.untraced ? `${of.untraced} not traced` : ""].filter(Boolean);
  const note = parts.join(" · ");
  const two = box.height > 32 && note;
  const name = body.append("text").attr("class", "name").attr("x", inset).attr("y", two ? 16 : box.height / 2 + 4).text(fitted(of.name, box.width - inset - 8, fonts(of, folded)));
  name.append("title").text([of.name, note].filter(Boolean).join("\n"));
  if (two) body.append("text").attr("class", "note").attr("x", inset).attr("y", 30).text(short(parts, box.width - inset - 6));
}

/** As many parts of a note, from the first, as there is room for. */
function short(parts: string[], room: number): string {
  for (let n = parts.length; n > 1; n--) if (widthOf(parts.slice(0, n).join(" · "), "11px") <= room) return parts.slice(0, n).join(" · ");
  return fitted(parts[0] ?? "", room, "11px");
}

/** The weights and sizes of the style sheet. */
function fonts(of: Node, folded: boolean): string {
  if (of.kind === "copy") return "12px";
  return folded || of.kind === "relay" || of.kind === "agency" ? "13px" : "600 13px";
}

function press(target: SVGElement, act: () => void): void {
  target.setAttribute("role", "button");
  target.addEventListener("click", act);
  target.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    act();
  });
}

function spoken(graph: Graph, box: Box): string {
  const { node: of } = box;
  const name = (place: number | undefined): string => graph.nodes[place ?? -1]?.name ?? "";
  const ways = graph.ways.filter((way) => way.nodes.some((place) => box.members.includes(place)));
  const ends = (of.kind === "report" || of.kind === "copy" ? ways.map((way) => name(way.nodes[0])) : ways.map((way) => name(way.nodes[way.nodes.length - 1]))).filter((one) => one !== of.name);
  const list = [...new Set(ends)];
  const told = list.length ? `${of.kind === "report" || of.kind === "copy" ? "from" : "to"} ${list.slice(0, 4).join(", ")}${list.length > 4 ? ` and ${list.length - 4} more` : ""}` : "";
  if (box.id < 0) return `${of.name}: unfold`;
  return [of.name, ROLES[of.kind], lacking(of), of.note, of.untraced ? `${of.untraced} not traced` : "", told].filter(Boolean).join(", ");
}

/** What the signs mean, for those that this graph has. */
function signs(graph: Graph): HTMLElement {
  const has = (test: (of: Node) => unknown): boolean => graph.nodes.some(test);
  const known: [boolean, string, string][] = [
    [graph.ways.some((way) => way.claims > 0 && !way.shown), "M0 8H6M10 8H16", "possible, not shown"],
    [has((of) => of.here !== true), "M1 3H3M6 3H8M11 3H13M1 13H3M6 13H8M11 13H13M1 6V8M1 11V12M15 4V6M15 9V11", "named, but not among these articles"],
    [has((of) => of.kind === "copy"), "M1 2H12V10H1ZM4 10V13H15V5H12", "a copy"],
    [graph.ways.some((way) => !way.claims && way.nodes.length > 1), "M1 8h1M5 8h1M9 8h1M13 8h1", "credited, for no claim here"],
    [has((of) => of.untraced && !tied(graph, of)), "M0 8h1M3 8h1M6 8h1M9 3H15V13H9Z", "leads to nobody"],
    [Boolean(graph.twins?.length), "M4 2C13 2 13 14 4 14", "text in common, whose first is not known"],
  ];
  return element("p", { class: "legend signs" }, ...known.filter(([used]) => used).map(([, path, text]) => element("span", {}, sign(path), text)));
}

const tied = (graph: Graph, of: Node): boolean => graph.ways.some((way) => way.nodes.length > 1 && way.nodes.some((place) => graph.nodes[place] === of));

const lacking = (of: Node): string => (of.kind === "lead" || of.here ? "" : "its own report is not among these articles");

/** Up and down within a column, right and left along a line, else to the nearest in the next column. */
function step(made: Drawing, from: number, key: string): number {
  const here = made.boxes[from];
  if (!here) return from;
  const nearest = (fits: (box: Box) => boolean): number => {
    const found = made.boxes.map((box, place) => ({ box, place })).filter(({ box }) => fits(box));
    const far = ({ box }: { box: Box }): number => Math.abs(box.y - here.y) + Math.abs(box.x - here.x);
    return found.sort((a, b) => far(a) - far(b))[0]?.place ?? from;
  };
  if (key === "ArrowUp") return nearest((box) => box.x === here.x && box.y < here.y);
  if (key === "ArrowDown") return nearest((box) => box.x === here.x && box.y > here.y);
  if (key !== "ArrowRight" && key !== "ArrowLeft") return from;
  const right = key === "ArrowRight";
  const tied = new Set(made.lines.filter((one) => (right ? one.from : one.to) === here.id).map((one) => (right ? one.to : one.from)));
  const along = nearest((box) => tied.has(box.id));
  return along !== from ? along : nearest((box) => (right ? box.x > here.x : box.x < here.x));
}
