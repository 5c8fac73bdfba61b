"""Every kind of request, and every place it may stand in, has its word."""

import pytest

from app.approvals.service import Kind
from app.domain.second_person import Standing
from app.i18n import Words
from ui import standing_words


@pytest.mark.parametrize("language", ["uk", "en"])
def test_no_request_shows_its_code(language):
    words = Words(language)
    told = [standing_words.kind_words(words, kind) for kind in Kind]
    told += [standing_words.standing_words(words, standing) for standing in Standing]
    assert all(told)
    assert len(set(told)) == len(told)
