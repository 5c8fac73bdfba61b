"""Relations as workbooks write them."""

import pytest

from app.domain.relation import Relation, parse

WORDS = {
    Relation.SPOUSE: "дружина; Дружина ; ДРУЖИНА; чоловік; жена; муж; друж.; дружинa; wife",
    Relation.PARTNER: "цив. дружина; цивільна дружина; цивільний чоловік; співмешканка; гражд. жена; наречена; "
    "дружина (фактична); незареєстрований шлюб, дружина; партнерка",
    Relation.PARENT: "мати; мама; батько; тато; мать; матір; мати військового; mother",
    Relation.CHILD: "син; дочка; донька; доня; son",
    Relation.SIBLING: "брат; сестра; рідна сестра; sister",
    Relation.GRANDPARENT: "бабуся; дід; дідусь",
    Relation.GRANDCHILD: "онук; внучка",
    Relation.GUARDIAN: "опікун; піклувальниця",
    Relation.REPRESENTATIVE: "адвокат; представник за довіреністю",
    Relation.FRIEND: "друг; побратим; подруга",
    Relation.OTHER_RELATIVE: "тітка; теща; свекруха; племінник; двоюрідний брат; колишня дружина; екс-дружина; "
    "хрещена мати; мачуха; зведений брат; дружина, розлучена",
    Relation.UNKNOWN: "; —; ?; 12; начальник",
}


@pytest.mark.parametrize(
    ("text", "relation"), [(text, relation) for relation, line in WORDS.items() for text in line.split("; ")]
)
def test_words_of_offices_are_read_as_meant(text, relation):
    assert parse(text) is relation


def test_values_are_the_lower_case_names():
    assert all(relation == relation.name.lower() for relation in Relation)
