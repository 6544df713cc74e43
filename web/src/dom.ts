/** Small helpers over the document. Text always goes in as text, never as markup. */

type Attributes = Record<string, string>;

/** Return a new HTML element with attributes and children; strings become text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: (Element | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

/** Return a small sign for a legend, sixteen pixels wide and high. */
export function sign(path: string): Element {
  const made = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({ width: "16", height: "16", "aria-hidden": "true" })) made.setAttribute(key, value);
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  made.append(line);
  return made;
}

/** Return an element's text with white space made single; empty for none. */
export function textOf(found: Element | null | undefined): string {
  return (found?.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** Call `draw` when the element comes near the window, and before the page is printed. */
export function whenNear(target: Element, draw: () => void): void {
  let done = false;
  const once = (): void => {
    if (done) return;
    done = true;
    watcher.disconnect();
    draw();
  };
  const watcher = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && once(), {
    rootMargin: "800px",
  });
  watcher.observe(target);
  addEventListener("beforeprint", once);
}

/** Call `draw` with the element's width, now and whenever it changes. */
export function atEachWidth(target: HTMLElement, draw: (width: number) => void): void {
  let width = 0;
  const measured = (): void => {
    // The outer width: the inner one changes with the scroll bar, which would have no end.
    const now = Math.floor(target.getBoundingClientRect().width);
    if (now < 80 || now === width) return;
    width = now;
    draw(width);
  };
  new ResizeObserver(measured).observe(target);
  measured();
}

/** Let arrow keys move the focus among `stops`, of which one at a time is in the tab order. */
export function roving(stops: Element[], next: (from: number, key: string) => number): void {
  const focus = (place: number): void => {
    const chosen = stops[place];
    if (!chosen) return;
    stops.forEach((stop) => stop.setAttribute("tabindex", stop === chosen ? "0" : "-1"));
    (chosen as SVGElement).focus();
  };
  stops.forEach((stop, place) => {
    stop.setAttribute("tabindex", place === 0 ? "0" : "-1");
    stop.addEventListener("keydown", (event) => {
      const { key, altKey, ctrlKey, metaKey } = event as KeyboardEvent;
      if (altKey || ctrlKey || metaKey) return;
      const to = key === "Home" ? 0 : key === "End" ? stops.length - 1 : next(place, key);
      if (to === place && key !== "Home" && key !== "End") return;
      event.preventDefault();
      event.stopPropagation();
      focus(to);
    });
  });
}

const ruler = document.createElement("canvas").getContext("2d");
const SANS = '-apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif';

/** Return how wide a text is in the page's plain face; `font` gives weight and size. */
export function widthOf(text: string, font: string): number {
  if (!ruler) return text.length * 7;
  ruler.font = `${font} ${SANS}`;
  return ruler.measureText(text).width;
}

/** Return the text, cut with an ellipsis where it is wider than `room`. */
export function fitted(text: string, room: number, font: string): string {
  if (widthOf(text, font) <= room) return text;
  let [least, most] = [0, text.length];
  while (least < most) {
    const half = Math.ceil((least + most) / 2);
    if (widthOf(`${text.slice(0, half)}…`, font) <= room) least = half;
    else most = half - 1;
  }
  return `${text.slice(0, least).trimEnd()}…`;
}
