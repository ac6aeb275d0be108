"""Parts of the score that need no text: types of organisations, regions, and when two have last met."""

from elmo_events.matchmaking.score.people import Person, Taxonomy

COMPANY, RESEARCH, EDUCATION, PUBLIC, CLUSTER = "company", "research", "education", "public", "cluster"
GROUPS = {
    "regional-council": PUBLIC, "municipality": PUBLIC, "state-authority": PUBLIC,
    "development-company": CLUSTER, "cluster-organisation": CLUSTER, "association": CLUSTER,
    "university": RESEARCH, "uas": RESEARCH, "research-institute": RESEARCH, "vocational-institution": EDUCATION,
    "micro-company": COMPANY, "small-company": COMPANY, "medium-company": COMPANY, "large-company": COMPANY,
}  # fmt: skip
COMPLEMENTARY = {
    frozenset((COMPANY, RESEARCH)): 1.0,
    frozenset((COMPANY, PUBLIC)): 1.0,
    frozenset((COMPANY, CLUSTER)): 0.9,
    frozenset((COMPANY, EDUCATION)): 0.9,
    frozenset((COMPANY,)): 0.7,
    frozenset((CLUSTER,)): 1.0,
    frozenset((CLUSTER, RESEARCH)): 0.8,
    frozenset((CLUSTER, PUBLIC)): 0.8,
    frozenset((CLUSTER, EDUCATION)): 0.7,
    frozenset((RESEARCH, PUBLIC)): 0.7,
    frozenset((RESEARCH, EDUCATION)): 0.6,
    frozenset((RESEARCH,)): 0.5,
    frozenset((EDUCATION, PUBLIC)): 0.6,
    frozenset((PUBLIC,)): 0.5,
    frozenset((EDUCATION,)): 0.4,
}
TYPE_NOT_KNOWN = 0.6  # also of partners abroad, who may be anything
SAME_TYPE_NOTHING_TO_GIVE = 0.2  # neither offers what the other seeks

ABROAD, FINLAND, NETWORK = "abroad", "finland", "network"
ACROSS_REGIONS, FROM_ELSEWHERE, ABROAD_WHEN_SOUGHT, ABROAD_OTHERWISE = 1.0, 0.5, 0.7, 0.3
INTERNATIONAL = frozenset({"international-cooperation", "internationalisation", "nordic", "interreg", "eu-funding"})

YEARS_TO_HALF = 1.0  # so long after a meeting, half of the freshness is back


def complementarity(first: str | None, second: str | None) -> float:
    """How well two types of organisations complement each other."""
    groups = frozenset({GROUPS.get(first or "", ""), GROUPS.get(second or "", "")})
    return COMPLEMENTARY.get(groups, TYPE_NOT_KNOWN)


def place_of(person: Person, taxonomy: Taxonomy) -> tuple[str, str]:
    """The kind of place that somebody comes from (empty: not known), and its region or country."""
    if person.country != "FI":
        return ABROAD, person.country
    kind = taxonomy.region_kinds.get(person.region or "", NETWORK if person.region else "")
    return kind, person.region or ""


def distance_value(first: tuple[str, str], second: tuple[str, str], seeks_abroad: bool) -> float:
    """What it is worth that somebody comes from another region: it is what the network is for."""
    kinds = {first[0], second[0]}
    if "" in kinds or first == second:
        return 0.0
    if ABROAD in kinds:
        return ABROAD_WHEN_SOUGHT if seeks_abroad else ABROAD_OTHERWISE
    return FROM_ELSEWHERE if FINLAND in kinds else ACROSS_REGIONS


def freshness(years_since: float | None) -> float:
    """1 for those who have never met, 0 for those who met today, and more again as years go by."""
    return 1.0 if years_since is None else 1.0 - 0.5 ** (max(years_since, 0.0) / YEARS_TO_HALF)
