"""What starts a term, said in two ways: what happened, and from which day one counts."""

from collections.abc import Mapping

from app.catalogue.definitions import Catalogue
from app.domain.errors import N_
from app.domain.events import Event
from app.i18n import Words

_EVENTS: Mapping[str, str] = {
    Event.CASE_OPENED: N_("the case was opened"),
    Event.LAST_CONTACT: N_("last contact with the serviceman"),
    Event.NOTICE_RECEIVED: N_("notification received"),
    Event.POLICE_REPORTED: N_("application to the police"),
    Event.ERDR_ENTERED: N_("entry in the register of investigations (ЄРДР)"),
    Event.REG_ENTERED: N_("entry in the Register of missing persons"),
    Event.CAPTIVITY_CONFIRMED: N_("captivity confirmed"),
    Event.COMMISSION_DECIDED: N_("decision of the Commission"),
    Event.APPLICATION_FILED: N_("application filed"),
    Event.BODY_RECEIVED_APPLICATION: N_("the body received the application"),
    Event.DECISION_RECEIVED: N_("decision received"),
    Event.REFUSAL_RECEIVED: N_("refusal received"),
    Event.DISPOSITION_CHANGED: N_("posting changed"),
    Event.FAMILY_CHANGED: N_("change in the family"),
    Event.BODY_REPATRIATED: N_("repatriation"),
    Event.DNA_TAKEN: N_("DNA samples taken"),
    Event.DNA_MATCH: N_("DNA match"),
    Event.DEATH_REGISTERED: N_("death registered"),
    Event.COURT_IN_FORCE: N_("court decision in force"),
    Event.RELEASED: N_("return"),
    Event.ADMITTED: N_("admission to hospital"),
    Event.DISCHARGED_HOSPITAL: N_("discharge from hospital"),
    Event.VLK_DECIDED: N_("decision of the medical board (ВЛК)"),
    Event.LEAVE_STARTED: N_("leave began"),
    Event.RETURNED_TO_UNIT: N_("return to the unit"),
    Event.DISCHARGE_ORDER: N_("discharge order"),
    Event.CALENDAR_YEAR_START: N_("start of the year"),
    Event.CHILD_TURNS_18: N_("a child turns 18"),
    Event.CHILD_TURNS_23: N_("a child turns 23"),
    Event.UNIT_CHANGED: N_("change of unit"),
    Event.CONSENT_GIVEN: N_("consent given"),
    Event.FATE_CHANGED: N_("change of status"),
    Event.DEATH_REVERSED: N_("death record reversed"),
    "1 September": N_("1 September"),
    "D-DEATH-MED issued": N_("medical certificate of death issued"),
    "D-DNA-PRELIM": N_("preliminary DNA result"),
    "D-EKOPFO issued": N_("assessment of everyday functioning issued"),
    "D-PASSPORT issued": N_("passport issued"),
    "D-VLK recommends": N_("the medical board recommends it"),
    "PHQ-9 item 9 > 0 or concern": N_("a worrying sign in the talk or screening"),
    "account access restored": N_("access to the account restored"),
    "calendar or list event": N_("a hard date or an exchange list"),
    "child in family": N_("there is a child in the family"),
    "child needs documents or travel": N_("the child needs documents or travels"),
    "clinician allows": N_("the clinician allows it"),
    "clinician decision": N_("decision of the clinician"),
    "day of death, or special war rule: lawyer confirms": N_("day set by the lawyer"),
    "decision discharge": N_("decision on discharge"),
    "doctor e-referral": N_("electronic referral"),
    "documents submitted": N_("documents submitted"),
    "donor abroad": N_("the donor is abroad"),
    "exchange expected (do not tell family)": N_("an exchange is expected (the family is not told)"),
    "eyewitness evidence": N_("eyewitness evidence"),
    "family asks, evidence of death": N_("request of the family"),
    "information of charges": N_("information of charges"),
    "lawyer enters date": N_("day set by the lawyer"),
    "list received": N_("list received"),
    "need recorded": N_("need recorded"),
    "new information item": N_("new information"),
    "person found alive after death status": N_("the person was found alive"),
    "person's own request": N_("his own request"),
    "positive screen + clinician": N_("screening and the clinician's decision"),
    "property needs managing": N_("property needs managing"),
    "request": N_("request"),
    "reversal of death status": N_("death record reversed"),
    "school year": N_("school year"),
}
_SINCE: Mapping[str, str] = {
    Event.CASE_OPENED: N_("the day the case was opened"),
    Event.LAST_CONTACT: N_("the day of the last contact"),
    Event.NOTICE_RECEIVED: N_("the day the notification came"),
    Event.POLICE_REPORTED: N_("the day of the application to the police"),
    Event.ERDR_ENTERED: N_("the day of the entry in the ЄРДР"),
    Event.REG_ENTERED: N_("the day of the entry in the Register of missing persons"),
    Event.CAPTIVITY_CONFIRMED: N_("the day captivity was confirmed"),
    Event.COMMISSION_DECIDED: N_("the day the Commission decided"),
    Event.APPLICATION_FILED: N_("the day the application was filed"),
    Event.BODY_RECEIVED_APPLICATION: N_("the day the application arrived"),
    Event.DECISION_RECEIVED: N_("the day the decision came"),
    Event.REFUSAL_RECEIVED: N_("the day the refusal came"),
    Event.DISPOSITION_CHANGED: N_("the day the posting changed"),
    Event.FAMILY_CHANGED: N_("the day of the change in the family"),
    Event.BODY_REPATRIATED: N_("the day of repatriation"),
    Event.DNA_TAKEN: N_("the day the DNA samples were taken"),
    Event.DNA_MATCH: N_("the day of the DNA match"),
    Event.DEATH_REGISTERED: N_("the day the death was registered"),
    Event.COURT_IN_FORCE: N_("the day the court decision came into force"),
    Event.RELEASED: N_("the day of return"),
    Event.ADMITTED: N_("the day of admission to hospital"),
    Event.DISCHARGED_HOSPITAL: N_("the day of discharge from hospital"),
    Event.VLK_DECIDED: N_("the day the medical board decided"),
    Event.LEAVE_STARTED: N_("the day the leave began"),
    Event.RETURNED_TO_UNIT: N_("the day of return to the unit"),
    Event.DISCHARGE_ORDER: N_("the day of the discharge order"),
    Event.CALENDAR_YEAR_START: N_("the start of the year"),
    Event.CHILD_TURNS_18: N_("the day a child turns 18"),
    Event.CHILD_TURNS_23: N_("the day a child turns 23"),
    Event.UNIT_CHANGED: N_("the day the unit changed"),
    Event.CONSENT_GIVEN: N_("the day consent was given"),
    Event.FATE_CHANGED: N_("the day the status changed"),
    Event.DEATH_REVERSED: N_("the day the death record was reversed"),
    "D-DEATH-MED issued": N_("the day the medical certificate of death was issued"),
    "D-DNA-PRELIM": N_("the day of the preliminary DNA result"),
    "D-EKOPFO issued": N_("the day the assessment of everyday functioning was issued"),
    "D-PASSPORT issued": N_("the day the passport was issued"),
    "D-VLK recommends": N_("the day the medical board recommended it"),
    "PHQ-9 item 9 > 0 or concern": N_("the day of the worrying sign"),
    "account access restored": N_("the day access to the account was restored"),
    "calendar or list event": N_("the hard day or the exchange list"),
    "clinician decision": N_("the day the clinician decided"),
    "decision discharge": N_("the day of the decision on discharge"),
    "doctor e-referral": N_("the day of the electronic referral"),
    "documents submitted": N_("the day the documents were submitted"),
    "information of charges": N_("the day the charges became known"),
    "lawyer enters date": N_("the day set by the lawyer"),
    "day of death, or special war rule: lawyer confirms": N_("the day set by the lawyer"),
    "list received": N_("the day the list came"),
    "need recorded": N_("the day the need was recorded"),
    "new information item": N_("the day of the new information"),
    "request": N_("the day of the request"),
    "1 September": N_("1 September"),
    "donor abroad": N_("the day it was known that the donor is abroad"),
}


def event_words(words: Words, catalogue: Catalogue, event: str) -> str:
    """What happened that starts a term; a step's end is said by the step's name."""
    if event.startswith("STEP_DONE("):
        step = catalogue.steps.get(event[len("STEP_DONE(") : -1])
        return words("done: {step}", step=step.name.in_(words.language) if step else event)
    return words(_EVENTS[event]) if event in _EVENTS else event


def since_words(words: Words, catalogue: Catalogue, event: str) -> str:
    """From what one counts, as it stands after “from”: “the day the application arrived”."""
    if event.startswith("STEP_DONE("):
        step = catalogue.steps.get(event[len("STEP_DONE(") : -1])
        return words("the day of the step “{step}”,", step=step.name.in_(words.language) if step else event)
    if event in _SINCE:
        return words(_SINCE[event])
    return words("the event “{event}”,", event=event_words(words, catalogue, event))
