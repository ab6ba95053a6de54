// The page of search of a written site: words typed in, hits by kind drawn from the index beside the page. What is asked
// for stands behind the `#`, so that it can be kept and sent, and Back leads back.
import { html } from "../drawing";
import { spellCount } from "../island";
import type { Kind, RecordRow, TextRow, Whole } from "./index";
import { findPlaces, KINDS, kindOf, listWords, makeLoader, splitWords, yearOf } from "./index";

const PLURAL: Record<Kind, string> = {
  document: "Texts", event: "Events", statement: "Statements", assessment: "Assessments",
};
const SINGULAR: Record<Kind, string> = { document: "text", event: "event", statement: "statement", assessment: "assessment" };
const FEW = 5;
const PAGE = 20;
const AROUND = 120;

const load = makeLoader(document);
let asked = 0;

/** What the address asks for. */
interface Wanted { q: string; kind: string; year: string; page: number }

function readWanted(): Wanted {
  const given = new URLSearchParams(location.hash.slice(1));
  const page = Math.max(1, Math.floor(Number(given.get("page") ?? 1)) || 1);
  return { q: given.get("q") ?? "", kind: given.get("kind") ?? "", year: given.get("year") ?? "", page };
}

function writeWanted(wanted: Wanted): string {
  const values = Object.entries({ ...wanted, page: wanted.page > 1 ? String(wanted.page) : "" }).filter(([, value]) => value !== "");
  return `#${new URLSearchParams(values as [string, string][])}`;
}

function start(place: HTMLElement): void {
  const field = html("input", { type: "search", name: "q", autocomplete: "off" });
  const form = html("form", { class: "filters", role: "search", "aria-label": "Search the site" },
    html("label", { class: "grow" }, "Words; all must stand there", field), html("button", {}, "Search"));
  const found = html("div", {});
  place.replaceChildren(form, found);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.hash = writeWanted({ ...readWanted(), q: field.value.trim(), page: 1 });
  });
  const follow = (): void => {
    field.value = readWanted().q;
    void show(found, readWanted());
  };
  window.addEventListener("hashchange", follow);
  follow();
  if (field.value === "") field.focus();
}

async function show(place: HTMLElement, wanted: Wanted): Promise<void> {
  const number = ++asked;
  let drawn: Node[];
  try {
    drawn = await draw(await load<Whole>("all"), wanted);
  } catch (error) {
    drawn = [html("p", { role: "alert" }, `The index of this site cannot be read. ${error instanceof Error ? error.message : ""}`)];
  }
  if (number === asked) place.replaceChildren(...drawn);
}

async function draw(whole: Whole, wanted: Wanted): Promise<Node[]> {
  const words = listWords(wanted.q);
  if (words.length === 0) return drawHeld(whole, wanted);
  const { places, common, unknown } = await findPlaces(load, whole, words);
  const kind = KINDS.find((each) => each === wanted.kind);
  const fits = (place: number, ofKind: boolean, ofYear: boolean): boolean =>
    (!ofKind || kind === undefined || kindOf(whole, place) === kind) && (!ofYear || wanted.year === "" || yearOf(whole, place) === wanted.year);
  const shown = places.filter((place) => fits(place, true, true));
  const left = html("div", {}, say(shown.length, wanted, common, unknown));
  for (const each of KINDS) {
    const own = shown.filter((place) => kindOf(whole, place) === each);
    if (own.length > 0) left.append(await drawKind(whole, each, own, new Set(words), wanted));
  }
  const kinds = count(places.filter((place) => fits(place, false, true)), (place) => kindOf(whole, place));
  const years = count(places.filter((place) => fits(place, true, false)), (place) => yearOf(whole, place));
  const facets = html("nav", { class: "facets", "aria-label": "Narrow the search" },
    ...drawFacet("Kind", KINDS.filter((each) => kinds.has(each)).map((each) => [each, PLURAL[each], kinds.get(each) ?? 0]), wanted, "kind"),
    ...drawFacet("Year", [...years].filter(([year]) => year !== "").sort().reverse().map(([year, n]) => [year, year, n]), wanted, "year"));
  return [places.length > 0 ? html("div", { class: "sidebar" }, left, facets) : left];
}

/** What can be searched, and what cannot. */
function drawHeld(whole: Whole, wanted: Wanted): Node[] {
  const list = html("dl", { class: "counts" }, ...KINDS.map((kind) => html("div", {},
    html("dt", {}, PLURAL[kind].toLowerCase()), html("dd", {}, whole.counts[kind].toLocaleString("en")))));
  const hints = [
    "Capitals and accents make no difference; each word is taken as it is written: \u201cvisit\u201d does not find \u201cvisits\u201d.",
    "Words are looked for in whole texts with their titles, and in the quotes of records.",
    whole.cut > 0 ? `Records with a confidence below ${whole.cut.toFixed(2)} are left out.` : "All records are there, less certain ones too.",
  ];
  const none = wanted.q === "" ? [] : [html("p", { role: "status" }, "There is no word in ", html("bdi", {}, wanted.q), ".")];
  return [...none, html("p", {}, "What can be searched:"), list,
    html("ul", { class: "list" }, ...hints.map((hint) => html("li", {}, hint)))];
}

function say(many: number, wanted: Wanted, common: readonly string[], unknown: readonly string[]): Node {
  const words = many > 0 ? [`${spellCount(many, "place holds", "places hold")} these words.`] : ["No place holds all of these words."];
  if (unknown.length > 0) words.push(`Nowhere: ${unknown.join(", ")}.`);
  if (common.length > 0) words.push(`Not looked for, since nearly everything holds it: ${common.join(", ")}.`);
  const said = html("p", { role: "status" }, words.join(" "));
  if (many === 0 && (wanted.kind !== "" || wanted.year !== "")) {
    said.append(" ", html("a", { href: writeWanted({ ...wanted, kind: "", year: "", page: 1 }) }, "Search everywhere"), ".");
  }
  return said;
}

async function drawKind(whole: Whole, kind: Kind, own: readonly number[], words: ReadonlySet<string>, wanted: Wanted): Promise<Node> {
  const alone = wanted.kind === kind;
  const first = alone ? (wanted.page - 1) * PAGE : 0;
  const hits = await Promise.all(own.slice(first, first + (alone ? PAGE : FEW)).map((place) => drawHit(whole, place, words)));
  const section = html("section", { "aria-labelledby": `found-${kind}` }, html("h2", { id: `found-${kind}` }, PLURAL[kind]));
  if (kind === "document" && !whole.texts) section.append(html("p", { class: "hint" }, "The words stand in these texts, which are not reproduced here."));
  section.append(html("ul", { class: "list hits" }, ...hits));
  if (!alone && own.length > FEW) {
    const all = `All ${spellCount(own.length, SINGULAR[kind], PLURAL[kind].toLowerCase())}`;
    section.append(html("p", {}, html("a", { href: writeWanted({ ...wanted, kind, page: 1 }) }, all)));
  }
  if (alone && own.length > PAGE) section.append(drawPages(wanted, Math.ceil(own.length / PAGE)));
  return section;
}

function drawPages(wanted: Wanted, last: number): Node {
  const pages = html("nav", { class: "pages", "aria-label": "Pages of the list" });
  if (wanted.page > 1) pages.append(html("a", { rel: "prev", href: writeWanted({ ...wanted, page: wanted.page - 1 }) }, "\u2190 Earlier"), " ");
  pages.append(html("span", {}, `Page ${wanted.page} of ${last}`));
  if (wanted.page < last) pages.append(" ", html("a", { rel: "next", href: writeWanted({ ...wanted, page: wanted.page + 1 }) }, "Later \u2192"));
  return pages;
}

async function drawHit(whole: Whole, place: number, words: ReadonlySet<string>): Promise<Node> {
  if (place < whole.counts.document) return drawText(whole, place, words);
  const [text, id, told, date, sure, quote] = await rowOf<RecordRow>(whole, place);
  const [file, title, outlet, published] = await rowOf<TextRow>(whole, text);
  return html("li", {},
    html("p", {}, html("a", { href: `${file}#${id}` }, html("bdi", {}, told)), `, ${date} `, html("span", { class: "sure" }, sure)),
    html("blockquote", {}, mark(quote, words)),
    html("p", { class: "hint" }, "in ", html("bdi", {}, title), `, `, html("bdi", {}, outlet), `, ${published}`));
}

async function drawText(whole: Whole, place: number, words: ReadonlySet<string>): Promise<Node> {
  const [file, title, outlet, published] = await rowOf<TextRow>(whole, place);
  const text = whole.texts ? await load<string>(`t-${place}`) : "";
  const pieces = splitWords(text, words);
  const first = pieces.findIndex(([, found]) => found);
  const address = first < 0 ? file : `${file}#:~:text=${encodeURIComponent(pieces[first]?.[0] ?? "")}`;
  const hit = html("li", {}, html("p", {}, html("a", { href: address }, mark(title, words)), " ",
    html("span", { class: "hint" }, html("bdi", {}, outlet), `, ${published}`)));
  const at = pieces.slice(0, first).reduce((sum, [piece]) => sum + piece.length, 0);
  if (first >= 0) hit.append(html("blockquote", {}, mark(cutAround(text, at), words)));
  return hit;
}

async function rowOf<T>(whole: Whole, place: number): Promise<T> {
  const rows = await load<T[]>(`p-${Math.floor(place / whole.places)}`);
  const row = rows[place % whole.places];
  if (row === undefined) throw new Error("It does not fit together: write the site again.");
  return row;
}

/** The words around some place of a text, on one line. */
function cutAround(text: string, at: number): string {
  const [start, end] = [Math.max(0, at - AROUND), at + AROUND];
  const cut = text.slice(start, end).replace(/^\S*\s/u, start > 0 ? "" : "$&").replace(/\s\S*$/u, end < text.length ? "" : "$&");
  return `${start > 0 ? "\u2026 " : ""}${cut.replace(/\s+/gu, " ").trim()}${end < text.length ? " \u2026" : ""}`;
}

function mark(text: string, words: ReadonlySet<string>): Node {
  return html("bdi", {}, ...splitWords(text, words).map(([piece, found]) => found ? html("mark", {}, piece) : piece));
}

function count<T>(places: readonly number[], of: (place: number) => T): Map<T, number> {
  const counts = new Map<T, number>();
  for (const place of places) counts.set(of(place), (counts.get(of(place)) ?? 0) + 1);
  return counts;
}

function drawFacet(head: string, values: (readonly [string, string, number])[], wanted: Wanted, key: "kind" | "year"): Node[] {
  if (values.length === 0) return [];
  const items = values.map(([value, words, many]) => {
    const chosen = wanted[key] === value;
    const link = html("a", { href: writeWanted({ ...wanted, [key]: chosen ? "" : value, page: 1 }) }, words, chosen ? " \u00d7" : "");
    if (chosen) link.setAttribute("aria-label", `${words}, chosen: show all again`);
    if (chosen) link.setAttribute("aria-current", "true");
    return html("li", {}, link, " ", html("span", { class: "number" }, many.toLocaleString("en")));
  });
  return [html("h2", {}, head), html("ul", {}, ...items)];
}

const place = document.getElementById("search");
if (place !== null) start(place);
