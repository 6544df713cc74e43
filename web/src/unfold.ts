/** What is folded opens for a link that leads into it, and before the page is printed. */

/** Open every fold around an element. */
export function reveal(target: Element | null): void {
  for (let fold = target?.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
}

/** Open the folds around what the address names, now and whenever it changes. */
export function followAddress(): void {
  const follow = (): void => {
    const target = named(location.hash);
    if (!target) return;
    reveal(target);
    target.scrollIntoView();
  };
  addEventListener("hashchange", follow);
  // A link to where the address points already changes nothing, but must lead there all the same.
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest?.("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) follow();
    else if (link) reveal(named(link.getAttribute("href") ?? ""));
  });
  if (location.hash) follow();
}

/** Return what a fragment names; nothing for one that is no text at all. */
function named(fragment: string): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(fragment.slice(1)));
  } catch {
    return null;
  }
}

/** Fold the tables that the charts stand for, but for one that the address leads into. */
export function foldTables(): void {
  for (const fold of document.querySelectorAll<HTMLDetailsElement>("details.sheet")) if (!fold.querySelector(":target")) fold.open = false;
}
