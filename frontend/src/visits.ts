// When a visit to a dossier began, and which run was the last before it; kept by the browser, never by the server.

/** Ids of runs: the last one before this visit, the last one seen; and when home was last looked at. */
export interface Visit {
  readonly since: string;
  readonly seen: string;
  readonly at: number;
}

/** After so long a pause, in milliseconds, the next look at home begins another visit. */
export const PAUSE = 3 * 3_600_000;

/** This look at home: what it belongs to. Before the first one nothing is new; `null` for that one. */
export function look(last: Visit | null, latest: string, now: number): { since: string | null; visit: Visit } {
  if (last === null) return { since: null, visit: { since: latest, seen: latest, at: now } };
  const since = now - last.at > PAUSE ? last.seen : last.since;
  return { since, visit: { since, seen: latest, at: now } };
}

/** A visit as it was written, `null` for anything else. */
export function readVisit(text: string | null): Visit | null {
  try {
    const found = JSON.parse(text ?? "null") as Partial<Visit> | null;
    const { since, seen, at } = found ?? {};
    return typeof since === "string" && typeof seen === "string" && typeof at === "number" ? { since, seen, at } : null;
  } catch {
    return null;
  }
}
