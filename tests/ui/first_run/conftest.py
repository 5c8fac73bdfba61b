"""The other language."""

import pytest

from app.i18n import Words


@pytest.fixture
def english() -> Words:
    return Words("en")
