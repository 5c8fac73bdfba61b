"""Remarks: every code has its words, in both languages."""

import pytest

from app.domain.text import Text
from app.spreadsheets.remarks import Remark, RemarkCode

FACTS = tuple((key, Text("укр", "eng")) for key in ("where", "why", "taken", "coded"))


@pytest.mark.parametrize("code", list(RemarkCode))
def test_every_code_is_said_in_both_languages(code: RemarkCode) -> None:
    text = Remark(code, "Стовпець", "комірка", FACTS).text
    assert text.uk != text.en
    assert "{" not in text.uk + text.en
    assert "укр" not in text.en
    assert "eng" not in text.uk
