/** The page's script: charts, graph and small conveniences over a page that reads in full without it. */

import { draw as drawChart } from "./chart";
import { colourSwitch } from "./colours";
import { copyCurrent, followLines } from "./copying";
import { type Graph, read } from "./data";
import { atEachWidth, element, whenNear } from "./dom";
import { addFilter } from "./filter";
import { draw as drawFlow } from "./flow";
import { addKeys } from "./keys";
import { followAddress, foldTables } from "./unfold";

const data = read();
document.documentElement.classList.add("scripted");

for (const chart of data.charts) {
  const host = document.querySelector<HTMLElement>(`[data-chart="${CSS.escape(chart.anchor)}"]`);
  if (!host) continue;
  host.hidden = false;
  whenNear(host, () => atEachWidth(host, drawChart(host, chart)));
}

const story = document.querySelector<HTMLElement>('[data-graph="story"]');
if (story && data.graph) flow(story, data.graph);

for (const [claim, graph] of Object.entries(data.routes)) {
  const card = document.getElementById(claim);
  if (!card?.querySelector(".origins")) continue;
  const host = element("div", { class: "flow" });
  const fold = element("details", { class: "route" }, element("summary", {}, "How it came here"), host);
  fold.addEventListener("toggle", () => flow(host, graph), { once: true });
  card.append(fold);
}

foldTables();
followAddress();
followLines();

const said = document.getElementById("said");
const search = said ? addFilter(said, data.sides) : null;
const colours = colourSwitch();
const help = addKeys({ search: () => search?.focus(), copy: copyCurrent, colours: () => colours.click() });
document.querySelector("nav.contents")?.append(element("span", { class: "tools" }, colours, help));

function flow(host: HTMLElement, graph: Graph): void {
  host.hidden = false;
  whenNear(host, () => atEachWidth(host, drawFlow(host, graph)));
}
