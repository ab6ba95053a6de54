"""Turns groups, plans, assessments and statements into lines of a brief: who, what, when, what became of it, in words.

Every status comes from `spell_status`, every date from `spell`; all else is names and quotes.
"""

from collections.abc import Container
from dataclasses import dataclass, replace

from dragoman.model.records import Assessment, Event, Statement
from dragoman.present.brief.grouping import Group, has_same_sides
from dragoman.present.brief.kinds import kind_of, spell_act
from dragoman.present.brief.lives import find_steps, spell_life
from dragoman.present.brief.material import Material
from dragoman.present.brief.numbering import Numbering
from dragoman.present.brief.page import Line, Run
from dragoman.present.brief.plans import Dispute, Plan, find_dissent
from dragoman.present.brief.quoting import clip, quote_runs
from dragoman.present.wording import join_words, spell_dissent, spell_status, spell_voice
from dragoman.text.edtf import sort_key, spell
from dragoman.text.names import same_person
from dragoman.vocab.reasons import says_why

MOST_PEOPLE = 4
MOST_VOICES = 3
UNTOLD = "no text says what became of it"
MARKED = 0.6
"""An assessment that is less than this share of its sentence is set apart in it."""
_TREND = {"improving": "improving", "worsening": "worsening", "steady": "unchanged"}


@dataclass(frozen=True, slots=True)
class LineMaker:
    """Makes lines from the material of one brief and numbers their references."""

    material: Material
    numbering: Numbering

    def event_line(self, *groups: Group) -> Line:
        """An event told as a fact: date, act, people, place, words; several of one sentence are one line."""
        acts = "; ".join(self._told_with(group, groups[0]) + self._unless_told(group) for group in groups)
        runs = (*self._date_runs(groups[0]), Run(f"{capital(acts)}: "), *self.quote(groups[0].best))
        return Line((*runs, *self._support(*groups)), self._cite(*groups))

    def claim_line(self, group: Group) -> Line:
        """An event that rests on what somebody says: the claimant is part of the line."""
        told = f"{self.status(group)}{_spell_other_standing(group)}"
        runs = (*self._date_runs(group), Run(f"{capital(self.act(group))}, {told}: "))
        return Line((*runs, *self.quote(group.best), *self._support(group)), self._cite(group))

    def dispute_line(self, dispute: Dispute) -> Line:
        """An event with both sides of the dispute about it."""
        yes, *others = dispute.groups
        runs = [*self._date_runs(yes), Run(f"{capital(self.act(yes))}, {self.status(yes)}: "), *self.quote(yes.best)]
        for no in others:
            other = next((event for event in no.events if self.material.passage(event).text != self.words(yes)), None)
            runs += [Run(f" — {self.status(no)}"), *((Run(": "), *self.quote(other)) if other else ())]
        return Line(tuple(runs), self._cite(*dispute.groups))

    def plan_line(self, plan: Plan, *, due: bool, shown: Container[str] = ()) -> Line:
        """A plan with what became of it, and its life: each step with when it was told and by whom.

        Args:
            plan: the plan.
            due: its day has not come yet.
            shown: sentences quoted above; they are referred to, not quoted again.
        """
        steps = find_steps(plan.events, self.material)
        life = spell_life(steps, self.material)
        day = spell(plan.date) if plan.date else self.when(plan.first)
        runs = [Run(f"{capital(day)}:", "strong"), Run(f" {capital(self.act(plan.first, people=plan.people))}, ")]
        untold = not due and not plan.held and not plan.off
        if len(life) > 1 or untold or plan.thread.standing != steps[0].status:
            grounds = [UNTOLD] if untold else self._grounds(plan)
            rests = f" ({'; '.join(grounds)})" if grounds else ""
            runs += [Run(plan.thread.standing, "strong"), Run(f"{rests}: ")]
        runs.append(Run(" → ".join(life)))
        best = self._tell_why(plan.fate)
        if self.material.passage(best).text not in shown:
            runs += [Run(". "), *self.quote(best)]
        return Line(tuple(runs), self.numbering.cite([best, *(event for step in steps for event in step.events)]))

    def _grounds(self, plan: Plan) -> list[str]:
        """On what a plan's standing rests: the reason, how many independent sources have it so, who says otherwise."""
        standing = plan.thread.standing
        number = self.material.count_sources({event.document for event in plan.events if event.status == standing})
        so_say = f"so say {number} independent sources" if number > 1 else ""
        dissent = [clip(phrase, 80) for phrase in find_dissent(plan)[:MOST_VOICES]]
        otherwise = f"dissent: {join_words(dissent)}" if dissent else ""
        return list(filter(None, (clip(plan.thread.reason, 120), so_say, otherwise)))

    def _tell_why(self, group: Group) -> Event:
        """The record of a group whose sentence says why, else the one that tells it best."""
        if group.outcome != "off":
            return group.best
        return next((event for event in group.events if says_why(self.material.passage(event).text)), group.best)

    def assessment_line(self, items: tuple[Assessment, ...]) -> Line:
        """How the two are said to get on, and by whom; several records of the same words are one line."""
        item = items[0]
        runs = (
            Run(f"{capital(self.when(item))}:", "strong"),
            Run(f" {self.level(item)}, says {self.voice(item)}: "),
        )
        return Line((*runs, *self.assessment_words(item)), self.numbering.cite(items))

    def level(self, item: Assessment) -> str:
        """How the two get on, and which way that moves: "good and improving"."""
        return " and ".join(filter(None, (item.level, _TREND.get(item.trend, item.trend)))) or "mentioned"

    def assessment_words(self, item: Assessment) -> tuple[Run, ...]:
        """The sentence that says so, with the words that decide it set apart."""
        passage = self.material.passage(item)
        marked = item.quote if len(item.quote) < MARKED * len(passage.text) else ""
        return quote_runs(passage.text, marked, passage.offset)

    def reader_line(self, item: Event | Assessment) -> Line:
        """What a reader wrote under a text; who that was is not kept."""
        passage = self.material.passage(item)
        told = self._published(item)
        where = f"under a text of {told}" if told else "under an undated text"
        runs = (Run(f"{capital(where)}:", "strong"), Run(" a reader's comment: "))
        return Line((*runs, *quote_runs(passage.text, "", 0)), self.numbering.cite([item]))

    def statement_line(self, joint: tuple[Statement, ...]) -> Line:
        """What officials of either side said; one line for those who said it together."""
        said = joint[0]
        who = capital(join_words([self._speaker(item) for item in joint]))
        when = spell(said.date) if said.date else f"in the text of {self._published(said)}"
        words = clip(self.statement_words(said), 240)
        runs = (Run(f"{capital(when)}:", "strong"), Run(f" {who}: "), Run(f"“{words}”", "quote"))
        return Line(runs, self.numbering.cite([said]))

    def statement_words(self, said: Statement) -> str:
        """What is shown of a statement: its words, or the sentence that reports them where no quotation marks stand."""
        return said.quote if said.mode == "direct" else self.material.passage(said).text

    def _speaker(self, said: Statement) -> str:
        state = self.material.names(said.speaker_actor) if said.speaker_actor else ""
        name = clip(said.speaker, 80)
        return f"{name} ({state})" if state and state.casefold() not in name.casefold() else name

    def by_date(self, group: Group) -> tuple[str, float]:
        """Sorts groups by their date, an undated one by the publication of its text; the weightier first."""
        return sort_key(self._day(group) or self.material.told(group.best)), -group.weight

    def when(self, item: Group | Assessment) -> str:
        """The date as an officer writes it; for what is undated when it was told."""
        told = self.material.told(item.best if isinstance(item, Group) else item)
        day = self._day(item) if isinstance(item, Group) else item.date
        return spell(day) if day or not told else f"told {spell(told)}"

    def _day(self, group: Group) -> str:
        """When it was, as EDTF; "" if not told, and for a meeting "since 2011", which tells no day of it."""
        return self.material.day(replace(group.best, date=group.date))

    def words(self, group: Group) -> str:
        """The words that a line about the group shows."""
        return self.material.passage(group.best).text

    def act(self, group: Group, *, dated: bool = False, people: tuple[str, ...] = ()) -> str:
        """The act with its sides, place and people (the group's if none are given); `dated` adds when it was."""
        best, name = group.best, self.material.names
        act = spell_act(
            kind_of(best.type, best.mode), [name(c) for c in best.actors], [name(c) for c in best.recipients]
        )
        named = people or group.people
        persons = [clip(person, 60) for person in named[:MOST_PEOPLE]]
        persons += ["others"] if len(named) > MOST_PEOPLE else []
        inside = "; ".join(filter(None, (join_words(persons) if persons else "", self.when(group) if dated else "")))
        rogue = ", an unofficial part of a side" if best.unofficial else ""
        sides = {name(code) for code in (*best.actors, *best.recipients)}
        placed = best.place[:1].isupper() and best.place not in sides
        place = f" in {clip(best.place, 60)}" if placed else ""
        return f"{act}{place}{f' ({inside})' if inside else ''}{rogue}"

    def status(self, group: Group) -> str:
        """The status with all who vouch for it, the author first."""
        if not group.is_claim:
            return spell_status(group.best.status, "author")
        voices = list(dict.fromkeys(clip(event.voice, 60) for event in group.events if event.voice != "author"))
        shown = voices[:MOST_VOICES] + (["others"] if len(voices) > MOST_VOICES else [])
        return spell_status(group.best.status, join_words(shown))

    def voice(self, item: Assessment) -> str:
        """Who says how the two get on; the author by name and outlet."""
        if item.voice != "author":
            return clip(spell_voice(item.voice), 60)
        source = self.material.sources[item.document]
        names = [clip(name, 60) for name in (source.author, source.outlet) if name]
        return f"{names[0]} ({names[1]})" if len(names) == 2 else "".join(names) or f"“{clip(source.title, 60)}”"

    def _told_with(self, group: Group, first: Group) -> str:
        """The act in full, or its bare noun where the act before it in the line has the same sides and people."""
        here, there = group.best, first.best
        if (
            group is first
            or not has_same_sides(here, there)
            or any(not _is_among(person, first.people) for person in group.people)
        ):
            return self.act(group)
        kind = kind_of(here.type, here.mode)
        return kind.noun if here.recipients else kind.mutual or kind.noun

    def _unless_told(self, group: Group) -> str:
        """The status of what no text tells as a fact that happened, and on what it rests."""
        if group.best.status == "happened" and not group.is_claim:
            return ""
        reason = f" ({clip(group.thread.reason, 120)})" if group.is_claim and group.thread.reason else ""
        return f", {self.status(group)}{reason}"

    def _support(self, *groups: Group) -> tuple[Run, ...]:
        """How many independent sources tell it, if more than one, and who says otherwise, in whose words."""
        number = self.material.count_sources({event.document for event in groups[0].events})
        parts = [f"told by {number} independent sources"] if number > 1 else []
        dissent = [voice for group in groups for voice in spell_dissent(group.thread)]
        if dissent:
            left = len(dissent) - MOST_VOICES
            shown = [clip(voice, 80) for voice in dissent[:MOST_VOICES]] + ([f"{left} more"] if left > 0 else [])
            parts.append(f"dissent: {join_words(shown)}")
        runs = [Run(f" — {'; '.join(parts)}")] if parts else []
        other = next(iter(self.material.dissenting(groups[0].thread)), None) if dissent else None
        if other and self.material.passage(other).text != self.words(groups[0]):
            runs += [Run(": "), *self.quote(other)]
        return tuple(runs)

    def _cite(self, *groups: Group) -> tuple[int, ...]:
        """References to the best words of each group, and to the first that dissents."""
        others = [event for group in groups for event in self.material.dissenting(group.thread)[:1]]
        most = 3 if len(groups) > 1 else None
        rest = [event for group in groups for event in group.events[1:most]]
        return self.numbering.cite([*(group.best for group in groups), *others, *rest])

    def _published(self, record: Event | Assessment | Statement) -> str:
        return spell(self.material.told(record))

    def _date_runs(self, group: Group) -> tuple[Run, Run]:
        return Run(f"{capital(self.when(group))}:", "strong"), Run(" ")

    def quote(self, event: Event) -> tuple[Run, ...]:
        """The sentence that tells an event, with the word that names the act set apart."""
        passage = self.material.passage(event)
        return quote_runs(passage.text, event.trigger, passage.offset + event.trigger_span[0] - event.span[0])


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def _spell_other_standing(group: Group) -> str:
    """What all texts together make of it, for a group that does not say so itself: " (on the whole: cancelled)"."""
    standing = group.thread.standing
    fitting = ("happened", "claimed") if group.outcome == "happened" else (group.best.status, "did not happen")
    if standing in (*fitting, "disputed"):
        return ""
    return f" (on the whole: {standing}, {clip(group.thread.reason, 120)})"


def _is_among(person: str, others: tuple[str, ...]) -> bool:
    return any(same_person(person, other) for other in others)
