"""Who is blamed for an act: its doer ("condemned the killing of soldiers by rebels", "concern over Chad's raid").

In: the drafts as grammar gives them and with their final sides. Out: nothing; the accused of each reproach about an act
with a known doer is set, and whoever utters a reproach is not the doer of what it is about.
"""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.extract.events.drafts import Draft
from dragoman.extract.grammar.participants import Side

_ABOUT = ("obj", "of", "over", "about", "at", "for")
_BAD = frozenset({"ASSAULT", "COERCE", "ACCUSE", "THREATEN", "SANCTION", "MOBILIZE", "REJECT"})
"""Types of what is condemned, not of what is asked for or praised."""


def blame_doers(plain: Sequence[Draft], drafts: Sequence[Draft], known: frozenset[int]) -> None:
    """Set the sides of reproaches and of their objects; `known` are tokens of acts with sides known by their name."""
    by_token = {draft.token: (bare, draft) for bare, draft in zip(plain, drafts, strict=True)}
    for bare, draft in zip(plain, drafts, strict=True):
        if draft.type != "ACCUSE" or draft.roles.mutual:
            continue
        for slot in _ABOUT:
            for token in bare.match.slots.get(slot):
                if token in by_token and token != draft.token and by_token[token][1].type in _BAD:
                    _blame(bare, draft, *by_token[token], token in known)


def _blame(bare: Draft, draft: Draft, inner: Draft, settled: Draft, known: bool) -> None:
    """One reproach and the act that it is about; nobody but the victim may stand as the accused by grammar."""
    told = settled if known else inner
    accusers = set(draft.roles.actors.codes)
    if told.roles.mutual:
        return
    doers = told.roles.actors
    if doers.codes and not set(doers.codes) & accusers and not _names_another(bare, told):
        draft.roles = replace(draft.roles, recipients=doers)
    if not doers.codes and accusers and accusers >= set(settled.roles.actors.codes):
        settled.roles = replace(settled.roles, actors=Side())


def _names_another(reproach: Draft, act: Draft) -> bool:
    return not set(reproach.roles.recipients.codes) <= set(act.roles.recipients.codes)
