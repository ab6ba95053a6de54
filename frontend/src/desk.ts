// Finds the islands of a page and wakes each with its own code. A page without script, or with an island that fails,
// keeps what the server wrote.
import "uplot/dist/uPlot.min.css";
import "./desk.css";
import type { Wake } from "./island";
import { sayFailed } from "./island";
import { tendMenus } from "./menu";

const ISLANDS: Record<string, () => Promise<{ wake: Wake }>> = {
  relation: () => import("./islands/relation"),
  timeline: () => import("./islands/timeline"),
  network: () => import("./islands/network"),
  reader: () => import("./islands/reader"),
  review: () => import("./islands/review"),
  table: () => import("./islands/table"),
  drop: () => import("./islands/drop"),
  visit: () => import("./islands/visit"),
};

async function wakeOne(place: HTMLElement): Promise<void> {
  const load = ISLANDS[place.dataset["island"] ?? ""];
  if (load === undefined || place.dataset["woken"] !== undefined) return;
  place.dataset["woken"] = "loading";
  try {
    await (await load()).wake(place);
    place.dataset["woken"] = "yes";
  } catch (error) {
    place.dataset["woken"] = "failed";
    sayFailed(place, error);
  }
}

function wakeAll(root: ParentNode): void {
  for (const place of root.querySelectorAll<HTMLElement>("[data-island]")) void wakeOne(place);
}

wakeAll(document);
tendMenus();
// What htmx puts into the page may hold islands too.
document.addEventListener("htmx:load", (event) => {
  const loaded = event.target;
  if (!(loaded instanceof HTMLElement)) return;
  if (loaded.dataset["island"] !== undefined) void wakeOne(loaded);
  wakeAll(loaded);
});
