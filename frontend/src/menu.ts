// The menu of the bar on top folds when somebody looks elsewhere. It opens and closes without this.

export function tendMenus(): void {
  document.addEventListener("click", (event) => closeMenus((menu) => !menu.contains(event.target as Node)));
  document.addEventListener("focusin", (event) => closeMenus((menu) => !menu.contains(event.target as Node)));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeMenus(() => true);
  });
}

/** The focus goes back to what opened the menu. */
function closeMenus(wanted: (menu: HTMLDetailsElement) => boolean): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")) {
    if (!wanted(menu)) continue;
    const inside = menu.contains(document.activeElement);
    menu.open = false;
    if (inside) menu.querySelector("summary")?.focus();
  }
}
