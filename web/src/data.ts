/** What the page hands to its script: see `present/script.py`, which leaves out whatever is empty. */

export interface Mark {
  count: "stated" | "sum" | "part" | "period";
  low?: number;
  high?: number;
  vague?: boolean;
  first?: number;
  last?: number;
  column?: number;
  colour: number;
  label: string;
  who?: string;
  when: string;
  rows: string[];
  whole?: number;
  apart?: number[];
  timing?: number[];
}

export interface Move {
  start: number;
  end: number;
  same?: boolean;
}

export interface Column {
  name: string;
  note: string;
}

export interface Chart {
  anchor: string;
  title: string;
  marks: Mark[];
  moves?: Move[];
  columns?: Column[];
  logarithmic?: boolean;
}

export type Kind = "origin" | "lead" | "relay" | "agency" | "report" | "copy";

export interface Node {
  kind: Kind;
  name: string;
  note?: string;
  href?: string;
  column: number;
  colour: number;
  shown?: boolean;
  here?: boolean;
  untraced: number;
  fold?: number;
}

export interface Way {
  nodes: number[];
  claims: number;
  shown?: boolean;
}

export interface Twin {
  nodes: [number, number];
  why: string;
}

export interface Graph {
  nodes: Node[];
  ways: Way[];
  twins?: Twin[];
  folds?: string[];
}

export interface Sides {
  names: string[];
  /** For each claim's anchor, the places of its sides in `names`. */
  of: Record<string, number[]>;
}

export interface PageData {
  charts: Chart[];
  sides: Sides;
  graph?: Graph | null;
  routes: Record<string, Graph>;
}

/** Return the page's data; empty where a page carries none. */
export function read(): PageData {
  const text = document.getElementById("page-data")?.textContent;
  return text ? (JSON.parse(text) as PageData) : { charts: [], sides: { names: [], of: {} }, routes: {} };
}
