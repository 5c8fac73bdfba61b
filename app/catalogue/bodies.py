"""A body named in the record is one of the catalogue."""

from app.catalogue.definitions import Catalogue
from app.domain.errors import N_, UserError


class UnknownBody(UserError):
    what = N_("There is no body with the code {code}.")
    todo = N_("Choose one of the list: its codes stand in the catalogue of bodies.")


def check_body(catalogue: Catalogue, code: str) -> None:
    """Raise `UnknownBody` unless the code is empty or one of bodies.yaml."""
    if code and code not in catalogue.bodies:
        raise UnknownBody(code=code)
