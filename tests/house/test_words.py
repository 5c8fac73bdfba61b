"""Gate: every word the program says stands in the Ukrainian catalogue: once, finished, with its facts."""

import re

import pytest

from tests.house.po import Catalogue, Id, catalogue, glued, placeholders, said, ukrainian
from tests.house.source import LAYERS, ROOT, nothing, sources, sweep

CYRILLIC = re.compile(r"[А-Яа-яҐґЄєІіЇї]")
WORD = re.compile(r"[A-Za-z]{2,}")
SAME_IN_BOTH = re.compile(r"\{[^}]*\}|\.(?:xlsx|csv|pdf|age)\b|\b(?:PDF|CSV|XLSX|USB|OK|CLI|English)\b")


def spoken() -> set[Id]:
    return {found for text in sources(*LAYERS).values() for found in said(text)}


def wrong_facts(answers: dict[Id, tuple[str, ...]]) -> list[str]:
    """Answers whose ``{placeholders}`` are not those of the question."""
    return [
        f"{key.text!r} -> {told!r}"
        for key, forms in answers.items()
        for told in forms
        if placeholders(told) != placeholders(key.many or key.text)
    ]


def untranslated(answers: dict[Id, tuple[str, ...]]) -> list[str]:
    """Answers that are empty, or hold no Cyrillic letter although the question holds a word."""
    return [
        key.text
        for key, forms in answers.items()
        for told in forms
        if not told or (WORD.search(SAME_IN_BOTH.sub("", key.text)) and not CYRILLIC.search(told))
    ]


def test_nothing_is_missing_and_nothing_is_left_over():
    ids, known = spoken(), set(ukrainian(ROOT).answers)
    assert len(ids) > 30, "the scan sees the words"
    assert nothing(f"missing: {key}" for key in ids - known)
    assert nothing(f"left over: {key}" for key in known - ids)


def test_the_catalogue_is_finished():
    found = ukrainian(ROOT)
    assert (found.twice, found.fuzzy, found.obsolete) == ((), (), 0)
    assert nothing(untranslated(found.answers))
    assert nothing(key.text for key, forms in found.answers.items() if len(forms) != (3 if key.many else 1))


def test_the_facts_are_the_same():
    assert nothing(wrong_facts(ukrainian(ROOT).answers))


def test_ids_are_english():
    assert nothing(key.text for key in spoken() if CYRILLIC.search(key.text) and not WORD.search(key.text))


def test_no_message_is_glued_together():
    assert nothing(sweep(glued, *LAYERS))


def test_every_way_of_speaking_is_seen():
    text = 'N_("a"), _("b", n=1), self._("c" " d"), _.count("e", "f", 2), _.context("g", "h"), s.count("i")'
    assert said(text) == {Id("a"), Id("b"), Id("c d"), Id("e", many="f"), Id("h", where="g")}


@pytest.mark.parametrize("line", ['_(f"Open {n}")', '_("Open " + name)', 'self._("Open %s" % name)'])
def test_a_glued_message_is_caught(line):
    assert glued("ui/page.py", line)


HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


def read(body: str) -> Catalogue:
    return catalogue((HEAD + body).encode())


def test_a_second_entry_is_caught():
    assert read('msgid "Open"\nmsgstr "Відкрити"\n\nmsgid "Open"\nmsgstr "Відчинити"\n').twice == ("Open",)


def test_the_same_word_elsewhere_is_no_second_entry():
    assert read('msgid "Open"\nmsgstr "А"\n\nmsgctxt "case"\nmsgid "Open"\nmsgstr "Б"\n').twice == ()


def test_fuzzy_and_obsolete_are_caught():
    found = read('#, fuzzy\nmsgid "Open"\nmsgstr "Відкрити"\n\n#~ msgid "Old"\n#~ msgstr "Старе"\n')
    assert found.fuzzy == ("Open",)
    assert found.obsolete


def test_a_lost_fact_is_caught():
    assert wrong_facts(read('msgid "Open {name}"\nmsgstr "Відкрити {nam}"\n').answers)


@pytest.mark.parametrize("told", ["", "Open the case", "{name}"])
def test_an_untranslated_word_is_caught(told):
    assert untranslated({Id("Open the case"): (told,)})


def test_what_needs_no_translation_is_let_through():
    assert untranslated({Id("{name}.pdf"): ("{name}.pdf",), Id("PDF"): ("PDF",)}) == []
