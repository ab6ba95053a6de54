// Home: shows what came since the last visit, in place of the latest runs. What was seen is kept in this browser alone.
import { loadPage, withQuery } from "../island";
import { look, readVisit } from "../visits";

export async function wake(place: HTMLElement): Promise<void> {
  const { first, latest } = place.dataset;
  if (first === undefined || latest === undefined) return;
  const since = remember(`dragoman-visit ${first}`, latest);
  if (since === null || new URL(location.href).searchParams.has("since")) return;
  const page = await loadPage(withQuery({ since }));
  const fresh = page.querySelector('[data-island="visit"]');
  if (fresh !== null) place.replaceChildren(...fresh.childNodes);
}

/** A dossier is known by its first run. A browser that keeps nothing shows the latest runs. */
function remember(key: string, latest: string): string | null {
  try {
    const { since, visit } = look(readVisit(localStorage.getItem(key)), latest, Date.now());
    localStorage.setItem(key, JSON.stringify(visit));
    return since;
  } catch {
    return null;
  }
}
