/** Any line can be copied as a sentence with its source: one button, which goes to the line that is pointed at. */

import { element } from "./dom";

const button = element("button", { type: "button", class: "copy" }, "Copy");
const said = element("span", { class: "hidden", role: "status" });

/** Let the button follow pointer and focus. */
export function followLines(): void {
  document.body.append(said);
  for (const event of ["pointerover", "focusin", "click"]) document.addEventListener(event, (found) => show(lineOf(found.target)));
  button.addEventListener("click", () => void copy(lineOf(button)));
}

/** Copy the line that has the focus, or that the button stands at. */
export function copyCurrent(): void {
  void copy(lineOf(document.activeElement) ?? lineOf(button));
}

/** Return the text of a line: the sentence with who says it, and where it can be read. */
export function attributed(line: HTMLElement): string {
  const published = line.dataset["url"];
  const own = location.protocol.startsWith("http") ? `${location.href.split("#")[0]}#${line.dataset["anchor"] ?? ""}` : "";
  return [line.dataset["cite"] ?? "", published ?? own].filter(Boolean).join(" ");
}

function lineOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-cite]") : null;
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
  button.textContent = said.textContent = done;
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
