"""What a relative is in a case besides kin: dated roles (reference 2.2), and the facts that the law asks (2.1)."""

from enum import StrEnum


class KinRole(StrEnum):
    """What somebody of the family is for this case; one may be many, and many the same.

    Who is called first stands on the relative himself: that change waits for a second person.
    """

    NOTICE_RECIPIENT = "notice_recipient"
    AUTHORISED_REP = "authorised_rep"
    LAWYER = "lawyer"
    PAY_RECIPIENT = "pay_recipient_884"
    ANNUAL_AID = "annual_aid_recipient"
    DEATH_PAYMENT = "death_payment_recipient"
    DNA_DONOR = "dna_donor"
    CABINET_APPLICANT = "cabinet_applicant"
    CHILD_OF = "child"
    GUARDIAN_OF = "guardian_of"
    GUARDIAN_OF_PROPERTY = "guardian_of_property"
    EMERGENCY_CONTACT = "emergency_contact"
    DO_NOT_CONTACT = "do_not_contact"
    IN_CONFLICT_WITH = "in_conflict_with"


WITH_ANOTHER = frozenset({KinRole.CHILD_OF, KinRole.GUARDIAN_OF, KinRole.IN_CONFLICT_WITH})
"""Roles that name a second person of the family: the child's guardian, the guardian's ward, the other side."""
WHOLE = 10_000
"""A share of everything, in hundredths of a percent."""


class Fact(StrEnum):
    """What the law asks about one relative; answered yes or no, else nobody asked yet."""

    LIVES_WITH_HIM = "lives_with_him"
    COMMON_HOUSEHOLD = "common_household"
    DEPRIVED_OF_RIGHTS = "deprived_of_rights"
    ALIMONY_FROM_HIM = "alimony_from_him"
    DISABLED_SINCE_CHILDHOOD = "disabled_since_childhood"
    UNABLE_TO_WORK = "unable_to_work"
    FULL_TIME_STUDENT = "full_time_student"
    CARES_FOR_SMALL_CHILD = "cares_for_small_child"
    TIES_TO_AGGRESSOR = "ties_to_aggressor"
    CONVICTED = "convicted"
    DIVORCED = "divorced"
    FULL_SIBLING = "full_sibling"
    DEPENDENT = "dependent"
    REFUSED_PAY = "refused_pay"
    DIED = "died"


class PayWish(StrEnum):
    """What he himself wrote about his pay: persons with their parts, or that there is no such paper."""

    NAMES = "names"
    NONE = "none"
