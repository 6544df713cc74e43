/** Single keys for who reads many of these pages, and a box that tells them. */

import { element } from "./dom";
import { reveal } from "./unfold";

export interface Actions {
  search: () => void;
  copy: () => void;
  colours: () => void;
}

const KEYS: [string, string][] = [
  ["/", "search the claims"],
  ["j, k", "next and previous claim"],
  ["c", "copy the line in focus with its source"],
  ["d", "light, dark or automatic colours"],
  ["← ↑ ↓ →", "move through the marks of a chart or the nodes of the graph"],
  ["Esc", "clear the filter, close this box"],
  ["?", "this box"],
];

/** Listen to single keys; return the button that opens the box. */
export function addKeys(actions: Actions): HTMLButtonElement {
  const { box, used } = help();
  const open = (): void => box.showModal();
  const act: Record<string, () => void> = {
    "/": actions.search,
    j: () => go(1),
    k: () => go(-1),
    c: actions.copy,
    d: actions.colours,
    "?": open,
  };
  document.addEventListener("keydown", (event) => {
    const typing = (event.target as Element).closest?.("input:not([type=checkbox]), select, textarea, dialog");
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented || typing || !used.checked) return;
    const found = act[event.key];
    if (!found) return;
    event.preventDefault();
    found();
  });
  const button = element("button", { type: "button", class: "help", "aria-label": "Keys of this page", title: "Keys of this page" }, "?");
  button.addEventListener("click", open);
  return button;
}

function help(): { box: HTMLDialogElement; used: HTMLInputElement } {
  const used = element("input", { type: "checkbox" });
  used.checked = true;
  const list = element("dl");
  for (const [key, does] of KEYS) list.append(element("dt", {}, element("kbd", {}, key)), element("dd", {}, does));
  const close = element("button", { type: "submit" }, "Close");
  const form = element("form", { method: "dialog" }, element("h2", { id: "keys-h" }, "Keys"), list, element("label", {}, used, " Single keys act on this page"), close);
  const box = element("dialog", { class: "keys", "aria-labelledby": "keys-h" }, form);
  document.body.append(box);
  return { box, used };
}

/** Move the focus to the claim after or before the one in focus, of those that are shown. */
function go(by: number): void {
  const claims = [...document.querySelectorAll<HTMLElement>("#said [id^='c-']:not([hidden])")];
  const here = document.activeElement?.closest("#said [id^='c-']") ?? null;
  const at = claims.indexOf(here as HTMLElement);
  const next = claims[Math.min(Math.max(at < 0 ? (by > 0 ? 0 : -1) : at + by, 0), claims.length - 1)];
  if (!next) return;
  reveal(next);
  const target = next.querySelector<HTMLElement>(".here") ?? next;
  target.focus();
  next.scrollIntoView({ block: "nearest" });
}
