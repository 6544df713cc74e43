/** Which nodes of a graph are seen, and the steps between them, with folded groups as one node each. */

import type { Graph, Node } from "./data";

export interface Seen {
  /** The node's place, or `-1 - fold` for a folded group. */
  id: number;
  node: Node;
  members: number[];
}

export interface Step {
  from: number;
  to: number;
  claims: number;
  shown: boolean;
  /** The ways that take this step. */
  ways: Set<number>;
}

/** Return the nodes to be drawn when the groups of `open` are unfolded. */
export function seen(graph: Graph, open: Set<number>): Map<number, Seen> {
  const found = new Map<number, Seen>();
  graph.nodes.forEach((node, place) => {
    const id = representative(graph, open, place);
    const known = found.get(id);
    if (known) known.members.push(place);
    else found.set(id, { id, node: id < 0 ? { ...node, name: graph.folds?.[node.fold ?? 0] ?? "", note: "" } : node, members: [place] });
  });
  return found;
}

/** Return the steps between them, each once. */
export function steps(graph: Graph, open: Set<number>): Step[] {
  const found = new Map<string, Step>();
  graph.ways.forEach((way, number) => {
    const ids = way.nodes.map((place) => representative(graph, open, place));
    for (let n = 1; n < ids.length; n++) {
      const [from, to] = [ids[n - 1] ?? 0, ids[n] ?? 0];
      if (from === to) continue;
      const name = `${from} ${to}`;
      const step = found.get(name) ?? { from, to, claims: 0, shown: false, ways: new Set<number>() };
      step.claims += way.claims;
      step.shown ||= way.shown === true;
      step.ways.add(number);
      found.set(name, step);
    }
  });
  return [...found.values()];
}

function representative(graph: Graph, open: Set<number>, place: number): number {
  const fold = graph.nodes[place]?.fold;
  return fold === undefined || open.has(fold) ? place : -1 - fold;
}
