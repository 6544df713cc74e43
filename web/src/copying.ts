/** Any line can be copied as a sentence with its source: one button, which goes to the line that is pointed at. */

import { element } from "./dom";

const LINE = "[data-cite], [data-by]";

/** Where a line says what it is cited with: a claim, a quote, an event, what an outlet tells. */
const SAID = ["h3 > bdi", "blockquote", ".text > :first-child", "bdi"];

/** What a sentence may begin and end with that is quoted as a whole; `present/cites.py` takes off the same. */
const QUOTATION_MARKS = /^["'\u201c\u201d\u2018\u2019\u00ab\u00bb\u201e]+|["'\u201c\u201d\u2018\u2019\u00ab\u00bb\u201e]+$/g;

const button = element("button", { type: "button", class: "copy" }, "Copy");
const told = element("span", { class: "hidden", role: "status" });

/** Let the button follow pointer and focus. */
export function followLines(): void {
  document.body.append(told);
  for (const event of ["pointerover", "focusin", "click"]) document.addEventListener(event, (found) => show(lineOf(found.target)));
  button.addEventListener("click", () => void copy(lineOf(button)));
}

/** Copy the line that has the focus, or that the button stands at. */
export function copyCurrent(): void {
  void copy(lineOf(document.activeElement) ?? lineOf(button));
}

/** Return the text of a line: the sentence with who says it, and where it can be read. */
export function attributed(line: HTMLElement): string {
  const { cite, by = "", in: own } = line.dataset;
  const behind = own ?? line.closest<HTMLElement>("[data-behind]")?.dataset["behind"] ?? "";
  return [cite ?? by + said(line, by.endsWith("“")) + behind, published(line) ?? address(line)].filter(Boolean).join(" ");
}

/** Return what is said in a line: of a note, the sentence in the paragraph beside it. */
function said(line: HTMLElement, quoted: boolean): string {
  const [start, end] = (line.dataset["at"] ?? "").split(" ").map(Number);
  const text = end
    ? line.closest(".row")?.querySelector("p")?.textContent.slice(start, end)
    : SAID.map((chosen) => line.querySelector(chosen)).find(Boolean)?.textContent;
  const plain = (text ?? "").replace(/\s+/g, " ").trim();
  return quoted ? plain.replace(QUOTATION_MARKS, "") : plain;
}

/** Return where the article of a line was published; the article may stand on this page, and say so. */
function published(line: HTMLElement): string | undefined {
  const place = line.querySelector<HTMLAnchorElement>('a[href^="#r-"], a[href^="#at-"]');
  const article = place && document.getElementById(place.hash.slice(1))?.closest(".report");
  return line.dataset["url"] ?? article?.querySelector<HTMLAnchorElement>("a.out")?.href;
}

/** Return where a line stands in a served page; a file on a disk is nowhere for others. */
function address(line: HTMLElement): string {
  if (!location.protocol.startsWith("http")) return "";
  if (line.id) return `${location.href.split("#")[0]}#${line.id.replace(/^n-/, "at-")}`;
  return line.querySelector<HTMLAnchorElement>(".places a")?.href ?? "";
}

function lineOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(LINE) : null;
}

function show(line: HTMLElement | null): void {
  if (!line || lineOf(button) === line) return;
  button.textContent = "Copy";
  const own = (chosen: string): Element | undefined => [...line.querySelectorAll(chosen)].find((one) => lineOf(one) === line);
  const before = own(".here") ?? own(".places") ?? own(".head");
  if (before) before.after(button);
  else line.append(button);
}

async function copy(line: HTMLElement | null): Promise<void> {
  if (!line) return;
  show(line);
  const done = (await written(attributed(line))) ? "Copied" : "Could not copy";
  button.textContent = told.textContent = done;
  setTimeout(() => (button.textContent = "Copy"), 2000);
}

async function written(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return selected(text);
  }
}

/** A file opened from a disk may have no clipboard of the newer kind. */
function selected(text: string): boolean {
  const field = element("textarea", { class: "hidden", "aria-hidden": "true" });
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  button.focus();
  return done;
}
