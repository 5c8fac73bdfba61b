"""A stage for the tests of one file: made once, dressed anew by each."""

import pytest

from tests.ui.screens.studio import studio


@pytest.fixture(scope="module")
def stage(qapp, made, tmp_path_factory):
    with studio(qapp, made, tmp_path_factory.mktemp("stage")) as stage:
        yield stage
    qapp.setStyleSheet("")
