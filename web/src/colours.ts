/** Light or dark: as the reader's machine has it, or as chosen here. */

import { element } from "./dom";

const CHOICES = ["auto", "light", "dark"] as const;
type Choice = (typeof CHOICES)[number];
const NAMES: Record<Choice, string> = { auto: "Colours: auto", light: "Colours: light", dark: "Colours: dark" };
const KEPT = "sayso-colours";

/** Return the switch; it turns from one choice to the next. */
export function colourSwitch(): HTMLButtonElement {
  const rules = darkRules();
  let choice = kept();
  const button = element("button", { type: "button", class: "colours" });
  const apply = (): void => {
    for (const { rule, own } of rules) rule.media.mediaText = { auto: own, light: "not all", dark: "screen" }[choice];
    document.documentElement.style.colorScheme = choice === "auto" ? "light dark" : choice;
    button.textContent = NAMES[choice];
  };
  button.addEventListener("click", () => {
    choice = CHOICES[(CHOICES.indexOf(choice) + 1) % CHOICES.length] ?? "auto";
    keep(choice);
    apply();
  });
  apply();
  return button;
}

/** The rules of the page's own sheet that hold where the machine is set to dark. */
function darkRules(): { rule: CSSMediaRule; own: string }[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) =>
      rule instanceof CSSMediaRule && rule.media.mediaText.includes("prefers-color-scheme: dark") ? [{ rule, own: rule.media.mediaText }] : [],
    ),
  );
}

// A page opened from a disk or a mail may be let keep nothing: the choice then holds while it is open.
function kept(): Choice {
  try {
    return CHOICES.find((one) => one === sessionStorage.getItem(KEPT)) ?? "auto";
  } catch {
    return "auto";
  }
}

function keep(choice: Choice): void {
  try {
    sessionStorage.setItem(KEPT, choice);
  } catch {
    // It holds while the page is open.
  }
}
