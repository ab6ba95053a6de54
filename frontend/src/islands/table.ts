// Tables whose rows a reader may put in another order: each head becomes a button.
import { html } from "../drawing";
import { compareCells } from "../sorting";

export function wake(place: HTMLElement): void {
  const table = place instanceof HTMLTableElement ? place : place.querySelector("table");
  const body = table?.tBodies[0];
  if (!table?.tHead || !body) return;
  [...(table.tHead.rows[0]?.cells ?? [])].forEach((head, column) => {
    if (head.dataset["sort"] === "no" || head.textContent?.trim() === "") return;
    const press = html("button", { type: "button", class: "sorter" }, ...head.childNodes);
    head.append(press);
    press.addEventListener("click", () => sortBy(table, body, head, column));
  });
}

function sortBy(table: HTMLTableElement, body: HTMLTableSectionElement, head: HTMLTableCellElement, column: number): void {
  const falling = head.getAttribute("aria-sort") === "ascending";
  table.querySelectorAll("th[aria-sort]").forEach((each) => each.removeAttribute("aria-sort"));
  head.setAttribute("aria-sort", falling ? "descending" : "ascending");
  const value = (row: HTMLTableRowElement): string => {
    const cell = row.cells[column];
    return cell?.dataset["value"] ?? cell?.textContent?.trim() ?? "";
  };
  const rows = [...body.rows].sort((a, b) => compareCells(value(a), value(b)) * (falling ? -1 : 1));
  body.append(...rows);
}
