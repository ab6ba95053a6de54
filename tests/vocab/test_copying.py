"""The tables of credits, standing text and owners of outlets load and hold what they promise."""

from dragoman.vocab.copying import load_credit_cues, load_credit_fillers, load_standing_cues
from dragoman.vocab.owners import OWNERSHIPS, find_owner, fold_usual, load_owners
from dragoman.vocab.states import load_states


def test_owners_cover_the_world_and_name_real_states():
    owners = load_owners()
    assert len(owners) >= 120
    assert len({owner.state for owner in owners.values()}) >= 60
    known = {state.code for state in load_states().states}
    assert {owner.state for owner in owners.values()} <= known
    assert {owner.ownership for owner in owners.values()} == set(OWNERSHIPS)


def test_owners_are_found_by_any_name():
    assert find_owner("Xinhua News Agency") == find_owner("xinhua")
    assert find_owner("KCNA").state == "PRK"
    assert find_owner("Itar-Tass").state == "RUS"
    assert find_owner("Reuters") is None
    assert fold_usual("") == ""


def test_cues_are_lower_case_and_come_once():
    cues = [(cue.kind, cue.before, cue.words) for cue in load_credit_cues()]
    assert len(cues) == len(set(cues))
    words = [*load_standing_cues(), *load_credit_fillers(), *(cue[2] for cue in cues)]
    assert all(word == word.lower().strip() for word in words)
    assert len(load_standing_cues()) == len(set(load_standing_cues()))
