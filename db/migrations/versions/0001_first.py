"""The first schema: people, cases, families, steps, the change table, and the search index."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("change",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("time", sa.BigInteger(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("tbl", sa.String(), nullable=False),
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("col", sa.String(), nullable=True),
        sa.Column("old", sa.String(), nullable=True),
        sa.Column("new", sa.String(), nullable=True),
        sa.Column("code", sa.LargeBinary(32), nullable=False),
        sa.PrimaryKeyConstraint("n", name="pk_change")
    )
    op.create_index("ix_change_uid", "change", ["uid"])
    op.create_table("heading_map",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("heading_key", sa.String(), nullable=False),
        sa.Column("mapping", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("uid", name="pk_heading_map"),
        sa.UniqueConstraint("heading_key", name="uq_heading_map_heading_key")
    )
    op.create_table("import_batch",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("imported_at", sa.BigInteger(), nullable=False),
        sa.Column("imported_by", sa.String(), nullable=False),
        sa.Column("imported_on", sa.Date(), nullable=False),
        sa.Column("taken_back_at", sa.BigInteger(), nullable=True),
        sa.Column("taken_back_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("uid", name="pk_import_batch")
    )
    op.create_table("office",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("phones", sa.String(), nullable=False),
        sa.Column("calendar_mode", sa.String(), nullable=False),
        sa.Column("training", sa.Boolean(), nullable=False),
        sa.Column("copying", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("uid", name="pk_office")
    )
    op.create_table("person",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("surname", sa.String(), nullable=False),
        sa.Column("given", sa.String(), nullable=False),
        sa.Column("patronymic", sa.String(), nullable=False),
        sa.Column("surname_latin", sa.String(), nullable=False),
        sa.Column("given_latin", sa.String(), nullable=False),
        sa.Column("latin_source", sa.String(), nullable=False),
        sa.Column("sex", sa.String(), nullable=False),
        sa.Column("born", sa.String(16), nullable=True),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("call_sign", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("uid", name="pk_person")
    )
    op.create_index("ix_person_born", "person", ["born"])
    op.create_index("ix_person_name_key", "person", ["name_key"])
    op.create_table("sent_package",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("cases", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.BigInteger(), nullable=False),
        sa.Column("sent_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("uid", name="pk_sent_package"),
        sa.UniqueConstraint("recipient", "seq", name="uq_sent_package_recipient_seq")
    )
    op.create_table("case_file",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("person_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("opened", sa.Date(), nullable=False),
        sa.Column("worker", sa.String(), nullable=False),
        sa.Column("source_row", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("synthetic", sa.Boolean(), nullable=False),
        sa.Column("restricted", sa.Boolean(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.Column("updated", sa.BigInteger(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("unit_key", sa.String(), nullable=False),
        sa.Column("fate", sa.String(), nullable=False),
        sa.Column("next_step", sa.LargeBinary(16), nullable=True),
        sa.Column("next_due", sa.Date(), nullable=True),
        sa.Column("last_contact", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["person_uid"], ["person.uid"], name="fk_case_file_person_uid_person"),
        sa.PrimaryKeyConstraint("uid", name="pk_case_file"),
        sa.UniqueConstraint("entry", name="uq_case_file_entry"),
        sa.UniqueConstraint("number", name="uq_case_file_number")
    )
    op.create_index("ix_case_file_due", "case_file",
                    ["next_due", "uid", "entry", "deleted_at", "fate", "worker", "closed_on"])
    op.create_index("ix_case_file_fate", "case_file",
                    ["fate", "name_key", "uid", "entry", "deleted_at", "worker", "closed_on"])
    op.create_index("ix_case_file_list", "case_file",
                    ["name_key", "uid", "entry", "deleted_at", "fate", "worker", "next_due", "last_contact", "opened",
                     "closed_on"])
    op.create_index("ix_case_file_person_uid", "case_file", ["person_uid"])
    op.create_index("ix_case_file_unit", "case_file",
                    ["unit_key", "name_key", "uid", "entry", "deleted_at", "fate", "worker", "closed_on"])
    op.create_index("ix_case_file_updated", "case_file",
                    ["updated", "uid", "entry", "deleted_at", "fate", "worker", "closed_on"])
    op.create_index("ix_case_file_worker", "case_file",
                    ["worker", "name_key", "uid", "entry", "deleted_at", "fate", "closed_on"])
    # Last: of two indexes that hold all a count needs, SQLite takes the younger.
    op.create_index("ix_case_file_count", "case_file",
                    ["last_contact", "uid", "opened", "fate", "deleted_at", "worker", "entry", "next_due", "closed_on"])
    op.create_table("identifier",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("issued", sa.String(16), nullable=True),
        sa.Column("issuer", sa.String(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("absent_reason", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["person_uid"], ["person.uid"], name="fk_identifier_person_uid_person"),
        sa.PrimaryKeyConstraint("uid", name="pk_identifier")
    )
    op.create_index("ix_identifier_value", "identifier", ["value", "kind"])
    op.create_index("ix_identifier_person_uid", "identifier", ["person_uid"])
    op.create_table("person_name",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("surname", sa.String(), nullable=False),
        sa.Column("given", sa.String(), nullable=False),
        sa.Column("patronymic", sa.String(), nullable=False),
        sa.Column("surname_latin", sa.String(), nullable=False),
        sa.Column("given_latin", sa.String(), nullable=False),
        sa.Column("since", sa.String(16), nullable=True),
        sa.Column("until", sa.String(16), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["person_uid"], ["person.uid"], name="fk_person_name_person_uid_person"),
        sa.PrimaryKeyConstraint("uid", name="pk_person_name")
    )
    op.create_index("ix_person_name_person_uid", "person_name", ["person_uid"])
    op.create_index("ix_person_name_surname", "person_name", ["surname"])
    op.create_table("description",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("on", sa.String(16), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("build", sa.String(), nullable=False),
        sa.Column("hair", sa.String(), nullable=False),
        sa.Column("eyes", sa.String(), nullable=False),
        sa.Column("blood", sa.String(), nullable=False),
        sa.Column("shoe", sa.String(), nullable=False),
        sa.Column("teeth", sa.String(), nullable=False),
        sa.Column("worn", sa.String(), nullable=False),
        sa.Column("told_by", sa.String(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["person_uid"], ["person.uid"], name="fk_description_person_uid_person"),
        sa.PrimaryKeyConstraint("uid", name="pk_description")
    )
    op.create_index("ix_description_person_uid", "description", ["person_uid"])
    op.create_table("mark",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["person_uid"], ["person.uid"], name="fk_mark_person_uid_person"),
        sa.PrimaryKeyConstraint("uid", name="pk_mark")
    )
    op.create_index("ix_mark_person_uid", "mark", ["person_uid"])
    op.create_table("phone",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("typed", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("safe", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person_uid"], ["person.uid"], name="fk_phone_person_uid_person"),
        sa.PrimaryKeyConstraint("uid", name="pk_phone")
    )
    op.create_index("ix_phone_number", "phone", ["number"])
    op.create_index("ix_phone_person_uid", "phone", ["person_uid"])
    op.create_table("service",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("unit_code", sa.String(), nullable=False),
        sa.Column("unit_name", sa.String(), nullable=False),
        sa.Column("rank", sa.String(), nullable=False),
        sa.Column("branch", sa.String(), nullable=False),
        sa.Column("terms", sa.String(), nullable=False),
        sa.Column("position", sa.String(), nullable=False),
        sa.Column("since", sa.String(16), nullable=True),
        sa.Column("until", sa.String(16), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["person_uid"], ["person.uid"], name="fk_service_person_uid_person"),
        sa.PrimaryKeyConstraint("uid", name="pk_service")
    )
    op.create_index("ix_service_person_uid", "service", ["person_uid"])
    op.create_index("ix_service_unit_code", "service", ["unit_code"])
    op.create_table("case_event",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("step_uid", sa.LargeBinary(16), nullable=True),
        sa.Column("on", sa.String(16), nullable=True),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_case_event_case_uid_case_file"),
        sa.PrimaryKeyConstraint("uid", name="pk_case_event")
    )
    op.create_index("ix_case_event_event", "case_event", ["case_uid", "event"])
    op.create_table("case_reference",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("issued", sa.String(16), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_case_reference_case_uid_case_file"),
        sa.PrimaryKeyConstraint("uid", name="pk_case_reference")
    )
    op.create_index("ix_case_reference_case_uid", "case_reference", ["case_uid"])
    op.create_table("episode",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("started", sa.String(16), nullable=True),
        sa.Column("ended", sa.String(16), nullable=True),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("oblast", sa.String(), nullable=False),
        sa.Column("precision", sa.String(), nullable=True),
        sa.Column("katottg", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_episode_case_uid_case_file"),
        sa.PrimaryKeyConstraint("uid", name="pk_episode")
    )
    op.create_index("ix_episode_case_uid", "episode", ["case_uid"])
    op.create_table("import_row",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("batch_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=True),
        sa.Column("sheet_row", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("original", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["batch_uid"], ["import_batch.uid"], name="fk_import_row_batch_uid_import_batch"),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_import_row_case_uid_case_file"),
        sa.PrimaryKeyConstraint("uid", name="pk_import_row")
    )
    op.create_index("ix_import_row_batch_uid", "import_row", ["batch_uid"])
    op.create_index("ix_import_row_case_uid", "import_row", ["case_uid"])
    op.create_table("relative",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("person_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("relation", sa.String(), nullable=False),
        sa.Column("relation_typed", sa.String(), nullable=False),
        sa.Column("primary", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("identity_verified", sa.Boolean(), nullable=False),
        sa.Column("kinship_verified", sa.Boolean(), nullable=False),
        sa.Column("vocative", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("safe_hours", sa.String(), nullable=False),
        sa.Column("code_phrase", sa.String(), nullable=False),
        sa.Column("do_not_call", sa.Boolean(), nullable=False),
        sa.Column("may_leave_message", sa.String(), nullable=False),
        sa.Column("in_conflict", sa.Boolean(), nullable=False),
        sa.Column("branch", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_relative_case_uid_case_file"),
        sa.ForeignKeyConstraint(["person_uid"], ["person.uid"], name="fk_relative_person_uid_person"),
        sa.PrimaryKeyConstraint("uid", name="pk_relative")
    )
    op.create_index("ix_relative_case", "relative",
                    ["case_uid", "deleted_at", "primary", "identity_verified", "kinship_verified"])
    op.create_index("ix_relative_person_uid", "relative", ["person_uid"])
    op.create_table("family_role",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("relative_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("since", sa.String(16), nullable=True),
        sa.Column("until", sa.String(16), nullable=True),
        sa.Column("share", sa.Integer(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("other_uid", sa.LargeBinary(16), nullable=True),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_family_role_case_uid_case_file"),
        sa.ForeignKeyConstraint(["relative_uid"], ["relative.uid"], name="fk_family_role_relative_uid_relative"),
        sa.ForeignKeyConstraint(["other_uid"], ["relative.uid"], name="fk_family_role_other_uid_relative"),
        sa.PrimaryKeyConstraint("uid", name="pk_family_role")
    )
    op.create_index("ix_family_role_case_uid", "family_role", ["case_uid"])
    op.create_index("ix_family_role_relative_uid", "family_role", ["relative_uid"])
    op.create_table("kin_fact",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("relative_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("fact", sa.String(), nullable=False),
        sa.Column("holds", sa.Boolean(), nullable=False),
        sa.Column("since", sa.String(16), nullable=True),
        sa.Column("until", sa.String(16), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_kin_fact_case_uid_case_file"),
        sa.ForeignKeyConstraint(["relative_uid"], ["relative.uid"], name="fk_kin_fact_relative_uid_relative"),
        sa.PrimaryKeyConstraint("uid", name="pk_kin_fact")
    )
    op.create_index("ix_kin_fact_case_uid", "kin_fact", ["case_uid"])
    op.create_index("ix_kin_fact_relative_uid", "kin_fact", ["relative_uid"])
    op.create_table("pay_disposition",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("wish", sa.String(), nullable=False),
        sa.Column("relative_uid", sa.LargeBinary(16), nullable=True),
        sa.Column("to_whom", sa.String(), nullable=False),
        sa.Column("share", sa.Integer(), nullable=True),
        sa.Column("made", sa.String(16), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_pay_disposition_case_uid_case_file"),
        sa.ForeignKeyConstraint(["relative_uid"], ["relative.uid"], name="fk_pay_disposition_relative_uid_relative"),
        sa.PrimaryKeyConstraint("uid", name="pk_pay_disposition")
    )
    op.create_index("ix_pay_disposition_case_uid", "pay_disposition", ["case_uid"])
    op.create_table("contact",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("relative_uid", sa.LargeBinary(16), nullable=True),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("next_what", sa.String(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_contact_case_uid_case_file"),
        sa.ForeignKeyConstraint(["relative_uid"], ["relative.uid"], name="fk_contact_relative_uid_relative"),
        sa.PrimaryKeyConstraint("uid", name="pk_contact")
    )
    op.create_index("ix_contact_case_on", "contact", ["case_uid", "on"])
    op.create_table("note",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("relative_uid", sa.LargeBinary(16), nullable=True),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_note_case_uid_case_file"),
        sa.ForeignKeyConstraint(["relative_uid"], ["relative.uid"], name="fk_note_relative_uid_relative"),
        sa.PrimaryKeyConstraint("uid", name="pk_note")
    )
    op.create_index("ix_note_case_uid", "note", ["case_uid"])
    op.create_table("closing",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("left_open", sa.String(), nullable=False),
        sa.Column("left_why", sa.String(), nullable=False),
        sa.Column("reopened_on", sa.Date(), nullable=True),
        sa.Column("reopened_by", sa.String(), nullable=False),
        sa.Column("reopened_why", sa.String(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_closing_case_uid_case_file"),
        sa.PrimaryKeyConstraint("uid", name="pk_closing")
    )
    op.create_index("ix_closing_case_uid", "closing", ["case_uid"])
    op.create_table("disclosure",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=True),
        sa.Column("relative_uid", sa.LargeBinary(16), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_disclosure_case_uid_case_file"),
        sa.ForeignKeyConstraint(["relative_uid"], ["relative.uid"], name="fk_disclosure_relative_uid_relative"),
        sa.PrimaryKeyConstraint("uid", name="pk_disclosure")
    )
    op.create_index("ix_disclosure_case_uid", "disclosure", ["case_uid"])
    op.create_table("document",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("relative_uid", sa.LargeBinary(16), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("issued", sa.String(16), nullable=True),
        sa.Column("received", sa.Date(), nullable=True),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("original", sa.String(), nullable=False),
        sa.Column("original_since", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_document_case_uid_case_file"),
        sa.ForeignKeyConstraint(["relative_uid"], ["relative.uid"], name="fk_document_relative_uid_relative"),
        sa.PrimaryKeyConstraint("uid", name="pk_document")
    )
    op.create_index("ix_document_case_uid", "document", ["case_uid"])
    op.create_index("ix_document_valid_until", "document", ["valid_until"])
    op.create_table("document_move",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("document_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("move", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_document_move_case_uid_case_file"),
        sa.ForeignKeyConstraint(["document_uid"], ["document.uid"], name="fk_document_move_document_uid_document"),
        sa.PrimaryKeyConstraint("uid", name="pk_document_move")
    )
    op.create_index("ix_document_move_case_uid", "document_move", ["case_uid"])
    op.create_index("ix_document_move_document_uid", "document_move", ["document_uid"])
    op.create_table("dna_donor",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("lifetime", sa.Boolean(), nullable=False),
        sa.Column("relative_uid", sa.LargeBinary(16), nullable=True),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("methods", sa.String(), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=True),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("sample", sa.String(), nullable=False),
        sa.Column("profile", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_dna_donor_case_uid_case_file"),
        sa.ForeignKeyConstraint(["relative_uid"], ["relative.uid"], name="fk_dna_donor_relative_uid_relative"),
        sa.PrimaryKeyConstraint("uid", name="pk_dna_donor")
    )
    op.create_index("ix_dna_donor_case_uid", "dna_donor", ["case_uid"])
    op.create_table("search_request",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("filed_on", sa.Date(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("asked", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("answer_text", sa.String(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_search_request_case_uid_case_file"),
        sa.PrimaryKeyConstraint("uid", name="pk_search_request")
    )
    op.create_index("ix_search_request_case_uid", "search_request", ["case_uid"])
    op.create_index("ix_search_request_due", "search_request", ["due"])
    op.create_table("handling_flag",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_handling_flag_case_uid_case_file"),
        sa.PrimaryKeyConstraint("uid", name="pk_handling_flag")
    )
    op.create_index("ix_handling_flag_case_uid", "handling_flag", ["case_uid"])
    op.create_table("publicity_advice",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("relative_uid", sa.LargeBinary(16), nullable=True),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("advised", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("agreed", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_publicity_advice_case_uid_case_file"),
        sa.ForeignKeyConstraint(["relative_uid"], ["relative.uid"], name="fk_publicity_advice_relative_uid_relative"),
        sa.PrimaryKeyConstraint("uid", name="pk_publicity_advice")
    )
    op.create_index("ix_publicity_advice_case_uid", "publicity_advice", ["case_uid"])
    op.create_table("document_file",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("file_id", sa.String(32), nullable=False),
        sa.Column("file_key", sa.LargeBinary(32), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["document_uid"], ["document.uid"], name="fk_document_file_document_uid_document"),
        sa.PrimaryKeyConstraint("uid", name="pk_document_file"),
        sa.UniqueConstraint("document_uid", "kind", name="uq_document_file_document_uid_kind"),
        sa.UniqueConstraint("file_id", name="uq_document_file_file_id")
    )
    op.create_index("ix_document_file_sha256", "document_file", ["sha256"])
    op.create_table("information_item",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("starts", sa.String(16), nullable=True),
        sa.Column("ends", sa.String(16), nullable=True),
        sa.Column("received", sa.Date(), nullable=True),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("oblast", sa.String(), nullable=False),
        sa.Column("katottg", sa.String(), nullable=False),
        sa.Column("precision", sa.String(), nullable=True),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("source_type", sa.String(), nullable=False),
        sa.Column("reliability", sa.String(), nullable=False),
        sa.Column("credibility", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("protected", sa.Boolean(), nullable=False),
        sa.Column("obtained_by", sa.String(), nullable=False),
        sa.Column("sample_taken", sa.Boolean(), nullable=False),
        sa.Column("photo_video", sa.String(), nullable=False),
        sa.Column("witnesses", sa.String(), nullable=False),
        sa.Column("evacuation", sa.String(), nullable=False),
        sa.Column("sensitive", sa.Boolean(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_information_item_case_uid_case_file"),
        sa.PrimaryKeyConstraint("uid", name="pk_information_item")
    )
    op.create_index("ix_information_item_case_uid", "information_item", ["case_uid"])
    op.create_index("ix_information_item_source", "information_item", ["source"])
    op.create_table("information_pass",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("item_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_information_pass_case_uid_case_file"),
        sa.ForeignKeyConstraint(["item_uid"], ["information_item.uid"],
            name="fk_information_pass_item_uid_information_item"),
        sa.PrimaryKeyConstraint("uid", name="pk_information_pass")
    )
    op.create_index("ix_information_pass_case_uid", "information_pass", ["case_uid"])
    op.create_table("custody",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("item_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("document_uid", sa.LargeBinary(16), nullable=True),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("from_whom", sa.String(), nullable=False),
        sa.Column("to_whom", sa.String(), nullable=False),
        sa.Column("original_at", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_custody_case_uid_case_file"),
        sa.ForeignKeyConstraint(["item_uid"], ["information_item.uid"], name="fk_custody_item_uid_information_item"),
        sa.ForeignKeyConstraint(["document_uid"], ["document.uid"], name="fk_custody_document_uid_document"),
        sa.PrimaryKeyConstraint("uid", name="pk_custody")
    )
    op.create_index("ix_custody_case_uid", "custody", ["case_uid"])
    op.create_table("fate_event",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("episode_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("fate", sa.String(), nullable=False),
        sa.Column("effective", sa.String(16), nullable=True),
        sa.Column("recorded_at", sa.BigInteger(), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("source_type", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("reliability", sa.String(), nullable=False),
        sa.Column("credibility", sa.String(), nullable=False),
        sa.Column("comment", sa.String(), nullable=False),
        sa.Column("approved_by", sa.String(), nullable=False),
        sa.Column("reverses_uid", sa.LargeBinary(16), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_fate_event_case_uid_case_file"),
        sa.ForeignKeyConstraint(["episode_uid"], ["episode.uid"], name="fk_fate_event_episode_uid_episode"),
        sa.ForeignKeyConstraint(["reverses_uid"], ["fate_event.uid"], name="fk_fate_event_reverses_uid_fate_event"),
        sa.PrimaryKeyConstraint("uid", name="pk_fate_event")
    )
    op.create_index("ix_fate_event_case_uid", "fate_event", ["case_uid"])
    op.create_index("ix_fate_event_fate", "fate_event", ["fate", "case_uid"])
    op.create_table("money_claim",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("relative_uid", sa.LargeBinary(16), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("since", sa.String(16), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_money_claim_case_uid_case_file"),
        sa.ForeignKeyConstraint(["relative_uid"], ["relative.uid"], name="fk_money_claim_relative_uid_relative"),
        sa.PrimaryKeyConstraint("uid", name="pk_money_claim")
    )
    op.create_index("ix_money_claim_case_uid", "money_claim", ["case_uid"])
    op.create_table("step",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("step_id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("track", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("relative_uid", sa.LargeBinary(16), nullable=True),
        sa.Column("worker", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("was", sa.String(), nullable=False),
        sa.Column("closed_by", sa.LargeBinary(16), nullable=True),
        sa.Column("carried", sa.String(), nullable=False),
        sa.Column("wave", sa.Integer(), nullable=False),
        sa.Column("trigger", sa.String(), nullable=False),
        sa.Column("trigger_on", sa.Date(), nullable=True),
        sa.Column("counted_from", sa.Date(), nullable=True),
        sa.Column("not_before", sa.Date(), nullable=True),
        sa.Column("choice", sa.Integer(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("act_by", sa.Date(), nullable=True),
        sa.Column("snoozed_until", sa.Date(), nullable=True),
        sa.Column("snooze_reason", sa.String(), nullable=False),
        sa.Column("done_on", sa.String(16), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("document_uid", sa.LargeBinary(16), nullable=True),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("after_uid", sa.LargeBinary(16), nullable=True),
        sa.Column("law", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["after_uid"], ["step.uid"], name="fk_step_after_uid_step"),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_step_case_uid_case_file"),
        sa.ForeignKeyConstraint(["closed_by"], ["fate_event.uid"], name="fk_step_closed_by_fate_event"),
        sa.ForeignKeyConstraint(["document_uid"], ["document.uid"], name="fk_step_document_uid_document"),
        sa.ForeignKeyConstraint(["relative_uid"], ["relative.uid"], name="fk_step_relative_uid_relative"),
        sa.PrimaryKeyConstraint("uid", name="pk_step")
    )
    op.create_index("ix_step_case", "step", ["case_uid", "state", "step_id"])
    op.create_index("ix_step_due", "step", ["state", "due", "uid", "case_uid", "snoozed_until", "worker"])
    op.create_table("told",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("relative_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("fate", sa.String(), nullable=False),
        sa.Column("fate_event_uid", sa.LargeBinary(16), nullable=True),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("second", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_told_case_uid_case_file"),
        sa.ForeignKeyConstraint(["fate_event_uid"], ["fate_event.uid"], name="fk_told_fate_event_uid_fate_event"),
        sa.ForeignKeyConstraint(["relative_uid"], ["relative.uid"], name="fk_told_relative_uid_relative"),
        sa.PrimaryKeyConstraint("uid", name="pk_told")
    )
    op.create_index("ix_told_case_uid", "told", ["case_uid"])
    op.create_index("ix_told_relative_uid", "told", ["relative_uid"])
    op.create_table("account",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("roles", sa.String(), nullable=False),
        sa.Column("clinical_granted", sa.Boolean(), nullable=False),
        sa.Column("disabled", sa.Boolean(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(length=32), nullable=True),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("uid", name="pk_account"),
        sa.UniqueConstraint("user", name="uq_account_user")
    )
    op.create_table("confirmation",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("fact", sa.String(), nullable=False),
        sa.Column("on", sa.String(16), nullable=True),
        sa.Column("paper", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("document_uid", sa.LargeBinary(16), nullable=True),
        sa.Column("comment", sa.String(), nullable=False),
        sa.Column("withdrawn_on", sa.String(16), nullable=True),
        sa.Column("withdrawn_why", sa.String(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["document_uid"], ["document.uid"], name="fk_confirmation_document_uid_document"),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_confirmation_case_uid_case_file"),
        sa.PrimaryKeyConstraint("uid", name="pk_confirmation")
    )
    op.create_index("ix_confirmation_case_uid", "confirmation", ["case_uid"])
    op.create_table("civil_status",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("on", sa.String(16), nullable=True),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("comment", sa.String(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_civil_status_case_uid_case_file"),
        sa.PrimaryKeyConstraint("uid", name="pk_civil_status")
    )
    op.create_index("ix_civil_status_case_uid", "civil_status", ["case_uid"])
    op.create_table("service_status",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("on", sa.String(16), nullable=True),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("comment", sa.String(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_service_status_case_uid_case_file"),
        sa.PrimaryKeyConstraint("uid", name="pk_service_status")
    )
    op.create_index("ix_service_status_case_uid", "service_status", ["case_uid"])
    op.create_table("approval",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.LargeBinary(16), nullable=True),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("alone", sa.Boolean(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.Column("refused", sa.Boolean(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("uid", name="pk_approval")
    )
    op.create_table("case_share",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("shared_by", sa.String(), nullable=False),
        sa.Column("shared_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_case_share_case_uid_case_file"),
        sa.PrimaryKeyConstraint("uid", name="pk_case_share"),
        sa.UniqueConstraint("case_uid", "user", name="uq_case_share_case_uid_user")
    )
    op.create_index("ix_case_share_user", "case_share", ["user"])
    op.create_table("clinical_note",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=True),
        sa.Column("person_uid", sa.LargeBinary(16), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_clinical_note_case_uid_case_file"),
        sa.ForeignKeyConstraint(["person_uid"], ["person.uid"], name="fk_clinical_note_person_uid_person"),
        sa.PrimaryKeyConstraint("uid", name="pk_clinical_note")
    )
    op.create_index("ix_clinical_note_case_uid", "clinical_note", ["case_uid"])
    op.create_table("recovery_office",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("added", sa.BigInteger(), nullable=False),
        sa.Column("added_by", sa.String(), nullable=False),
        sa.Column("drilled", sa.BigInteger(), nullable=True),
        sa.Column("drilled_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("uid", name="pk_recovery_office"),
        sa.UniqueConstraint("fingerprint", name="uq_recovery_office_fingerprint")
    )
    op.create_table("consent",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("given_by", sa.String(), nullable=False),
        sa.Column("giver_uid", sa.LargeBinary(16), nullable=True),
        sa.Column("recipient_kind", sa.String(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("relative_uid", sa.LargeBinary(16), nullable=True),
        sa.Column("topics", sa.String(), nullable=False),
        sa.Column("refused", sa.Boolean(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("text_version", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_how", sa.String(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("end_digest", sa.String(64), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_consent_case_uid_case_file"),
        sa.ForeignKeyConstraint(["giver_uid"], ["relative.uid"], name="fk_consent_giver_uid_relative"),
        sa.ForeignKeyConstraint(["relative_uid"], ["relative.uid"], name="fk_consent_relative_uid_relative"),
        sa.PrimaryKeyConstraint("uid", name="pk_consent")
    )
    op.create_index("ix_consent_case_uid", "consent", ["case_uid"])
    op.create_index("ix_consent_giver_uid", "consent", ["giver_uid"])
    op.create_index("ix_consent_relative_uid", "consent", ["relative_uid"])
    op.create_table("rights_request",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("relative_uid", sa.LargeBinary(16), nullable=True),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_rights_request_case_uid_case_file"),
        sa.ForeignKeyConstraint(["relative_uid"], ["relative.uid"], name="fk_rights_request_relative_uid_relative"),
        sa.PrimaryKeyConstraint("uid", name="pk_rights_request")
    )
    op.create_index("ix_rights_request_case_uid", "rights_request", ["case_uid"])
    op.create_index("ix_rights_request_due", "rights_request", ["due"])
    op.create_index("ix_rights_request_relative_uid", "rights_request", ["relative_uid"])
    op.create_table("handed_paper",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("relative_uid", sa.LargeBinary(16), nullable=True),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("returned_on", sa.Date(), nullable=True),
        sa.Column("lost_on", sa.Date(), nullable=True),
        sa.Column("done", sa.String(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_handed_paper_case_uid_case_file"),
        sa.ForeignKeyConstraint(["relative_uid"], ["relative.uid"], name="fk_handed_paper_relative_uid_relative"),
        sa.PrimaryKeyConstraint("uid", name="pk_handed_paper")
    )
    op.create_index("ix_handed_paper_case_uid", "handed_paper", ["case_uid"])
    op.create_index("ix_handed_paper_relative_uid", "handed_paper", ["relative_uid"])
    op.create_table("incident",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=True),
        sa.Column("noticed_on", sa.Date(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=True),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("whose", sa.String(), nullable=False),
        sa.Column("done", sa.String(), nullable=False),
        sa.Column("reported_to", sa.String(), nullable=False),
        sa.Column("reported_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_incident_case_uid_case_file"),
        sa.PrimaryKeyConstraint("uid", name="pk_incident")
    )
    op.create_index("ix_incident_case_uid", "incident", ["case_uid"])
    op.create_table("retention",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("held_for", sa.String(), nullable=False),
        sa.Column("held_why", sa.String(), nullable=False),
        sa.Column("held_since", sa.Date(), nullable=True),
        sa.Column("held_by", sa.String(), nullable=False),
        sa.Column("held_review_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_retention_case_uid_case_file"),
        sa.PrimaryKeyConstraint("uid", name="pk_retention"),
        sa.UniqueConstraint("case_uid", name="uq_retention_case_uid")
    )
    op.create_table("erasure",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("groups", sa.String(), nullable=False),
        sa.Column("counts", sa.String(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("approved_by", sa.String(), nullable=False),
        sa.Column("head_n", sa.Integer(), nullable=False),
        sa.Column("head", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("uid", name="pk_erasure")
    )
    op.create_index("ix_erasure_number", "erasure", ["number"])
    op.create_table("draft",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("subject", sa.LargeBinary(16), nullable=True),
        sa.Column("payload", sa.String(), nullable=False),
        sa.Column("kept_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("uid", name="pk_draft")
    )
    op.create_index("ix_draft_user", "draft", ["user"])
    op.create_table("preference",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("payload", sa.String(), nullable=False),
        sa.Column("kept_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("uid", name="pk_preference"),
        sa.UniqueConstraint("user", "key", name="uq_preference_user_key")
    )
    op.execute(
        """
        CREATE VIRTUAL TABLE case_search USING fts5(
            words, content='', contentless_delete=1, prefix='1 2 3 4', tokenize="unicode61 remove_diacritics 0"
        )
        """
    )
    op.create_table("duty",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("uid", name="pk_duty")
    )
    op.create_table("plan_goal",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("reached_on", sa.Date(), nullable=True),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_plan_goal_case_uid_case_file"),
        sa.PrimaryKeyConstraint("uid", name="pk_plan_goal")
    )
    op.create_index("ix_plan_goal_case_uid", "plan_goal", ["case_uid"])
    op.create_table("plan_deed",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("goal_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("step_uid", sa.LargeBinary(16), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_plan_deed_case_uid_case_file"),
        sa.ForeignKeyConstraint(["goal_uid"], ["plan_goal.uid"], name="fk_plan_deed_goal_uid_plan_goal"),
        sa.ForeignKeyConstraint(["step_uid"], ["step.uid"], name="fk_plan_deed_step_uid_step"),
        sa.PrimaryKeyConstraint("uid", name="pk_plan_deed")
    )
    op.create_index("ix_plan_deed_case_uid", "plan_deed", ["case_uid"])
    op.create_index("ix_plan_deed_goal_uid", "plan_deed", ["goal_uid"])
    op.create_table("plan_review",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("agreed", sa.Boolean(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_plan_review_case_uid_case_file"),
        sa.PrimaryKeyConstraint("uid", name="pk_plan_review")
    )
    op.create_index("ix_plan_review_case_uid", "plan_review", ["case_uid"])
    op.create_table("support_group",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("facilitator", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("uid", name="pk_support_group")
    )
    op.create_table("group_member",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("group_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("relative_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("step_uid", sa.LargeBinary(16), nullable=True),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_group_member_case_uid_case_file"),
        sa.ForeignKeyConstraint(["group_uid"], ["support_group.uid"], name="fk_group_member_group_uid_support_group"),
        sa.ForeignKeyConstraint(["relative_uid"], ["relative.uid"], name="fk_group_member_relative_uid_relative"),
        sa.ForeignKeyConstraint(["step_uid"], ["step.uid"], name="fk_group_member_step_uid_step"),
        sa.PrimaryKeyConstraint("uid", name="pk_group_member")
    )
    op.create_index("ix_group_member_case_uid", "group_member", ["case_uid"])
    op.create_index("ix_group_member_group_uid", "group_member", ["group_uid"])
    op.create_index("ix_group_member_relative_uid", "group_member", ["relative_uid"])
    op.create_table("group_meeting",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("group_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("note_uid", sa.LargeBinary(16), nullable=True),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["group_uid"], ["support_group.uid"], name="fk_group_meeting_group_uid_support_group"),
        sa.ForeignKeyConstraint(["note_uid"], ["clinical_note.uid"], name="fk_group_meeting_note_uid_clinical_note"),
        sa.PrimaryKeyConstraint("uid", name="pk_group_meeting")
    )
    op.create_index("ix_group_meeting_group_uid", "group_meeting", ["group_uid"])
    op.create_table("group_presence",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("meeting_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("member_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("came", sa.Boolean(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_uid"], ["case_file.uid"], name="fk_group_presence_case_uid_case_file"),
        sa.ForeignKeyConstraint(
            ["meeting_uid"], ["group_meeting.uid"], name="fk_group_presence_meeting_uid_group_meeting"
        ),
        sa.ForeignKeyConstraint(["member_uid"], ["group_member.uid"], name="fk_group_presence_member_uid_group_member"),
        sa.PrimaryKeyConstraint("uid", name="pk_group_presence")
    )
    op.create_index("ix_group_presence_case_uid", "group_presence", ["case_uid"])
    op.create_index("ix_group_presence_meeting_uid", "group_presence", ["meeting_uid"])
    op.create_index("ix_group_presence_member_uid", "group_presence", ["member_uid"])
    op.create_table("law_pack",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("issued", sa.Date(), nullable=False),
        sa.Column("signer", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("moves", sa.String(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("uid", name="pk_law_pack"),
        sa.UniqueConstraint("number", name="uq_law_pack_number")
    )
    op.create_table("law_signer",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("uid", name="pk_law_signer"),
        sa.UniqueConstraint("fingerprint", name="uq_law_signer_fingerprint")
    )
    op.create_table("own_step",
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("title_uk", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=False),
        sa.Column("track", sa.String(), nullable=False),
        sa.Column("fates", sa.String(), nullable=False),
        sa.Column("qty", sa.Integer(), nullable=True),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("offered", sa.Boolean(), nullable=False),
        sa.Column("family_uk", sa.String(), nullable=False),
        sa.Column("family_en", sa.String(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("uid", name="pk_own_step"),
        sa.UniqueConstraint("code", name="uq_own_step_code")
    )
