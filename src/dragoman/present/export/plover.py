"""`export plover`: threads as a flat table of acts with PLOVER type, mode, quad, score and CAMEO code."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from dragoman.model.relation import ToldEvent
from dragoman.present.export.tables import encode_csv
from dragoman.present.export.writing import make_folder, write_text
from dragoman.present.fields import Fields
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters
from dragoman.relate.projection import FlatAct, project_thread
from dragoman.vocab.plover_map import MapName, load_score_rows
from dragoman.vocab.scales import Scale, load_scale

FILE = "plover.csv"
HEADER = ("thread", "date", "actor", "recipient", "mutual", "type", "mode", "quad", "score", "cameo", "standing",
          "doubt", "voices", "sources", "confidence")  # fmt: skip


def export_plover(dossier: Dossier, out: Path, *, map: MapName = "dragoman", min_confidence: float = 0.0) -> int:
    """Write plover.csv; the number of acts."""
    make_folder(out)
    rows = list(_rows(dossier, map, min_confidence))
    write_text(out / FILE, encode_csv(rows) or ",".join(HEADER) + "\n")
    return len(rows)


def choose_scale(map: MapName) -> Scale:
    """PLOVER's scores as we read them, or as they are printed."""
    scale = load_scale("plover")
    if map == "dragoman":
        return scale
    return Scale("plover2021", {key: row.printed for key, row in load_score_rows().items()}, {})


def _rows(dossier: Dossier, map: MapName, min_confidence: float) -> Iterator[Fields]:
    scale = choose_scale(map)
    threads = list(dossier.threads(Filters(min_confidence=min_confidence)))
    told: dict[str, list[ToldEvent]] = defaultdict(list)
    for event in dossier.told_events(thread.id for thread in threads):
        told[event.thread].append(event)
    for thread in threads:
        voices = sorted({event.voice for event in told[thread.id]})
        for act in project_thread(thread, told[thread.id], scale, map=map):
            yield _fields(act, voices) | {"sources": thread.sources, "confidence": thread.confidence}


def _fields(act: FlatAct, voices: list[str]) -> Fields:
    return {
        "thread": act.thread, "date": act.date, "actor": act.actor, "recipient": act.recipient, "mutual": act.mutual,
        "type": act.type, "mode": act.mode, "quad": act.quad, "score": act.score, "cameo": act.cameo,
        "standing": act.standing, "doubt": act.doubt, "voices": list(voices),
    }  # fmt: skip
