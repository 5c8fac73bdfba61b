"""A package's line back into the shape in which cases are printed in clear."""

from collections.abc import Mapping
from typing import Any

from app.cases.dump import CaseDump, plain
from app.domain.errors import N_, UserError


class NoPackage(UserError):
    what = N_("The package {name} cannot be read.")
    todo = N_("Check its name and that the USB stick is in.")


def read_case(record: Mapping[str, Any]) -> CaseDump:
    """The case of one line; what did not leave the laptop is None or empty."""
    person = record["person"]
    fates = sorted(record["fates"], key=lambda row: row["uid"])
    newest: Mapping[str, Any] = fates[-1] if fates else {}
    return CaseDump(
        number=record["number"],
        source_row=record["source_row"],
        surname=plain(person["surname"]),
        given=plain(person["given"]),
        patronymic=plain(person["patronymic"]),
        born=_iso(person["born"]),
        rnokpp=next((row["value"] for row in person["identifiers"]), None),
        unit=next((row["unit_code"] for row in person["service"] if row["unit_code"]), None),
        fate=newest.get("fate", ""),
        event_date=_iso(newest.get("effective")),
        relatives=[
            {
                "relation": relative["relation"],
                "phone": next((row["number"] for row in _in_order(relative["person"]["phones"])), None),
            }
            for relative in sorted(record["relatives"], key=lambda row: row["position"])
        ],
        steps=[
            {"id": row["step_id"], "state": row["state"], "due": row["due"]}
            for row in sorted(record["steps"], key=lambda row: (row["step_id"], row["uid"]))
        ],
    )


def _in_order(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: row["uid"])


def _iso(text: str | None) -> str | None:
    return text.removeprefix("~") if text else None
