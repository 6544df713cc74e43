/** A bar over the claims: only those with these words, from this outlet, of this side. */

import type { Sides } from "./data";
import { element, textOf } from "./dom";

interface Line {
  at: HTMLElement;
  text: string;
  outlets: Set<string>;
  sides: Set<string>;
}

/** Put the bar at the head of the claims; return its search field. */
export function addFilter(room: HTMLElement, sides: Sides): HTMLInputElement | null {
  const claims = [...room.querySelectorAll<HTMLElement>("[id^='c-']")];
  if (claims.length < 4) return null;
  const lines = claims.map((at) => line(at, sides));
  const words = element("input", { type: "search", placeholder: "Words in a claim", "aria-label": "Words in a claim" });
  const outlet = choice("From", "any outlet", unique(lines.map((one) => one.outlets)));
  const side = choice("Traced to", "any side", unique(lines.map((one) => one.sides)));
  const count = element("output", { "aria-live": "polite" });
  const bar = element("form", { class: "filter", role: "search", "aria-label": "Filter the claims" }, words, outlet.label, side.label, unfoldAll(room), count);
  let before: HTMLDetailsElement[] | null = null;
  const apply = (): void => {
    const wanted = words.value.trim().toLocaleLowerCase();
    const active = Boolean(wanted || outlet.select.value || side.select.value);
    let left = 0;
    for (const one of lines) {
      const fits = (!wanted || one.text.includes(wanted)) && has(one.outlets, outlet.select.value) && has(one.sides, side.select.value);
      one.at.hidden = !fits;
      left += fits ? 1 : 0;
    }
    before = folds(room, active, before);
    count.textContent = active ? `${left} of ${lines.length} claims` : "";
  };
  bar.addEventListener("input", apply);
  bar.addEventListener("submit", (event) => event.preventDefault());
  bar.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    bar.reset();
    apply();
  });
  (room.querySelector(".lead") ?? room.querySelector("h2"))?.after(bar);
  return words;
}

function line(at: HTMLElement, sides: Sides): Line {
  return {
    at,
    text: textOf(at).toLocaleLowerCase(),
    outlets: new Set([...at.querySelectorAll(".places a")].map(textOf).concat(outletOf(at))),
    sides: new Set((sides.of[at.id] ?? []).map((place) => sides.names[place] ?? "")),
  };
}

/** What one outlet alone tells stands under its name. */
function outletOf(at: HTMLElement): string[] {
  const list = at.closest("ul.own-words");
  return list ? [textOf(list.previousElementSibling)] : [];
}

const has = (values: Set<string>, wanted: string): boolean => !wanted || values.has(wanted);

const unique = (sets: Set<string>[]): string[] => [...new Set(sets.flatMap((set) => [...set]))].sort((a, b) => a.localeCompare(b, "en"));

function choice(name: string, any: string, values: string[]): { label: HTMLElement; select: HTMLSelectElement } {
  const select = element("select", {}, element("option", { value: "" }, any));
  for (const value of values) select.append(element("option", { value }, value));
  const label = element("label", {}, `${name} `, select);
  label.hidden = values.length < 2;
  return { label, select };
}

/** While a filter holds, folds that have something to show are open and the others hidden; then all is as before. */
function folds(room: HTMLElement, active: boolean, before: HTMLDetailsElement[] | null): HTMLDetailsElement[] | null {
  const all = [...room.querySelectorAll<HTMLDetailsElement>("details.minor")];
  if (active) {
    const open = before ?? all.filter((fold) => fold.open);
    for (const fold of all) fold.open = true;
    for (const box of room.querySelectorAll<HTMLElement>("details.minor, ul.own-words")) {
      const empty = !box.querySelector("[id^='c-']:not([hidden])");
      box.hidden = empty;
      if (box.matches("ul")) (box.previousElementSibling as HTMLElement | null)?.toggleAttribute("hidden", empty);
    }
    return open;
  }
  for (const box of room.querySelectorAll<HTMLElement>("details.minor, ul.own-words, .own-of")) box.hidden = false;
  if (before) for (const fold of all) fold.open = before.includes(fold);
  return null;
}

function unfoldAll(room: HTMLElement): HTMLElement {
  const button = element("button", { type: "button" }, "Unfold all");
  button.addEventListener("click", () => {
    const all = [...room.querySelectorAll<HTMLDetailsElement>("details.minor")];
    const open = !all.every((fold) => fold.open);
    for (const fold of all) fold.open = open;
    button.textContent = open ? "Fold again" : "Unfold all";
  });
  button.hidden = !room.querySelector("details.minor");
  return button;
}
