"""The vault looks at itself: files, history, documents, copies, disk, library, clock; one card in plain words."""

import os
import random
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from sqlalchemy import func, select, text

from app.access.access import Access
from app.clock import Clock
from app.crypto.stream import PayloadFailure, SealedReader
from app.domain.hlc import milliseconds
from app.domain.text import Text
from app.progress import Progress
from app.vault import anchor
from app.vault import backup as copies
from app.vault.audit import audit
from app.vault.backups import DRILLED, Backups
from app.vault.disk import Encryption, encryption
from app.vault.finding import Finding, Repair, State
from app.vault.proof import check_pages
from app.vault.restore import older, remove_older
from app.vault.users import current
from app.vault.vault import TRUSTED, OpenVault, repair_permissions
from db.chain import Break, code_at
from db.cipher import OLDEST_OPENSSL, OLDEST_SQLITE, dotted, versions
from db.models.recovery import RecoveryOffice
from db.refusals import VaultDamaged

DAY = timedelta(hours=24)
QUARTER = timedelta(days=92)
MONTH = timedelta(days=31)
_SKEW = timedelta(minutes=5)
_FRESH = timedelta(hours=1)
_SAMPLE = 50
_LEFT = re.compile(r"\..+\.(tmp|partial|gone)|\.drill-.+|gen-\d{4}\.partial")


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """Looks at `vault` as it is open now, and repairs what it is asked to."""

    vault: OpenVault
    clock: Clock
    access: Access

    def check(self, *, deep: bool = False, progress: Progress | None = None) -> tuple[Finding, ...]:
        """The card. `deep`: every row against its history and every document, not a sample; raises `Cancelled`."""
        progress = progress or Progress()
        parts: tuple[Callable[[], Iterator[Finding]], ...] = (
            self._files,
            self._records,
            lambda: self._history(deep=deep),
            lambda: self._documents(deep=deep),
            self._copies,
            self._recovery,
            self._disk,
            self._library,
            self._clock,
        )
        found: list[Finding] = []
        for done, part in enumerate(parts):
            progress.checkpoint(done, len(parts))
            found += part()
        progress.checkpoint(len(parts), len(parts))
        return tuple(found)

    def repair(self, what: Repair) -> None:
        """Put one thing right; raises `NotAllowed`, and what making a copy raises."""
        match what:
            case Repair.PERMISSIONS:
                repair_permissions(self.vault.path)
            case Repair.LEFTOVERS:
                for path in self._leftovers():
                    shutil.rmtree(path) if path.is_dir() else path.unlink()
            case Repair.ORPHANS:
                for path in self._orphans():
                    path.unlink()
            case Repair.COPY:
                Backups(self.vault, self.clock, self.access).create()
            case Repair.OLDER:
                remove_older(self.vault.path)

    def _files(self) -> Iterator[Finding]:
        title = Text("Файли сховища", "Files of the vault")
        open_to_others = [path for path in self._everything() if os.name != "nt" and path.stat().st_mode & 0o077]
        if open_to_others:
            count = len(open_to_others)
            yield Finding(
                title, State.WARN,
                Text(f"Інші на цьому комп’ютері бачать файлів: {count}.", f"Files that others here can see: {count}."),
                Text("Заберіть доступ.", "Take the access back."), Repair.PERMISSIONS,
            )  # fmt: skip
        if left := self._leftovers():
            yield Finding(
                title, State.WARN,
                Text(f"Залишилися недописані файли: {len(left)}.", f"Half-written files were left: {len(left)}."),
                Text("Їх можна прибрати.", "They can be removed."), Repair.LEFTOVERS,
            )  # fmt: skip
        if replaced := older(self.vault.path):
            yield Finding(
                title, State.WARN,
                Text("Замінені записи ще лежать поруч.", "Replaced records still lie beside the new ones."),
                Text("Приберіть, коли переконаєтесь, що нові цілі.", "Remove them once the new ones proved good."),
                Repair.OLDER,
            )  # fmt: skip
        if not (open_to_others or left or replaced):
            yield Finding(title, State.OK, Text("На місці й лише ваші.", "In place, and yours alone."))

    def _records(self) -> Iterator[Finding]:
        title = Text("Записи", "Records")
        try:
            with self.vault.database.outside() as connection:
                if not self.vault.read_only:
                    connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
                check_pages(connection)
        except VaultDamaged:
            yield Finding(
                title, State.BAD, Text("Пошкоджені.", "Damaged."),
                Text(
                    "Нічого не видаляйте. Відновіть найновішу копію; якщо її немає, врятуйте, що читається.",
                    "Delete nothing. Restore the latest copy; if there is none, salvage what can be read.",
                ),
            )  # fmt: skip
        else:
            yield Finding(title, State.OK, Text("Кожна сторінка прочиталася.", "Every page was read back."))

    def _history(self, *, deep: bool) -> Iterator[Finding]:
        title = Text("Історія змін", "History of changes")
        call = Text("Далі не пишіть; зателефонуйте в офіс координації.", "Write no more; call the coordinating office.")
        walked = self.vault.database.verify()
        if isinstance(walked, Break):
            told = Text(f"Запис № {walked.n} не збігається.", f"Entry no. {walked.n} does not match.")
            yield Finding(title, State.BAD, told, call)
            return
        try:
            anchor.check(self.vault.database.path.parent, self.vault.database, self.vault.keys.data_key)
        except anchor.RecordsBehind:
            told = Text("Записи старіші, ніж були востаннє.", "The records are older than they were last.")
            yield Finding(title, State.BAD, told, call)
            return
        if self._behind_a_copy():
            told = Text("Копія поруч новіша за самі записи.", "A copy beside the records is newer than they are.")
            yield Finding(title, State.BAD, told, call)
            return
        found = audit(self.vault.database, deep=deep).findings
        if found:
            count = len(found)
            told = Text(f"Рядків, змінених поза програмою: {count}.", f"Rows changed behind the program: {count}.")
            yield Finding(title, State.BAD, told, call)
        else:
            yield Finding(title, State.OK, Text(f"Цілі всі {walked.n} записів.", f"All {walked.n} entries are whole."))

    def _documents(self, *, deep: bool) -> Iterator[Finding]:
        title = Text("Документи", "Documents")
        pool = self.vault.path / "documents"
        with self.vault.database.read() as session:
            rows = session.execute(text("SELECT file_id, file_key, sha256 FROM document_file")).all()
        missing = {row.file_id for row in rows if not copies.pooled(pool, row.file_id).is_file()}
        there = [row for row in rows if row.file_id not in missing]
        looked = there if deep or len(there) <= _SAMPLE else random.sample(there, _SAMPLE)
        bad = len(missing) + sum(not _whole(copies.pooled(pool, name), key, told) for name, key, told in looked)
        if bad:
            yield Finding(
                title, State.BAD,
                Text(f"Немає або не читається файлів: {bad}.", f"Files missing or unreadable: {bad}."),
                Text("Відновіть їх із копії.", "Restore them from a copy."),
            )  # fmt: skip
        if orphans := self._orphans():
            yield Finding(
                title, State.WARN,
                Text(f"Нічиїх файлів: {len(orphans)}.", f"Files that no record knows: {len(orphans)}."),
                Text("Їх можна прибрати.", "They can be removed."), Repair.ORPHANS,
            )  # fmt: skip
        if not (bad or orphans):
            told = Text(f"Прочитано файлів: {len(looked)} з {len(rows)}.", f"Files read: {len(looked)} of {len(rows)}.")
            yield Finding(title, State.OK, told)

    def _copies(self) -> Iterator[Finding]:
        title = Text("Копії", "Copies")
        newest = copies.newest(copies.own_folder(self.vault.path), self.vault.vault_id, self.vault.keys)
        todo = Text("Зробіть копію зараз, найкраще й на флешку.", "Make a copy now, best on a stick too.")
        if newest is None:
            yield Finding(title, State.WARN, Text("Ще немає жодної.", "There is none yet."), todo, Repair.COPY)
            return
        age = self.clock.now() - newest.created
        hours = max(age // timedelta(hours=1), 0)
        told = Text(f"Найновішій {hours} год.", f"The newest is {hours} h old.")
        if age > DAY:
            yield Finding(title, State.WARN, told, todo, Repair.COPY)
        else:
            yield Finding(title, State.OK, told)
        drilled = self._noted(DRILLED)
        if drilled is None or self.clock.now() - drilled > MONTH:
            yield Finding(
                Text("Пробне відновлення", "Trial restore"), State.WARN,
                Text("Давно не робили.", "Not done for long.") if drilled else Text("Ще не робили.", "Never done."),
                Text("Спробуйте на сторінці «Копії»: це хвилина.", "Try it on the page of copies: it takes a minute."),
            )  # fmt: skip

    def _recovery(self) -> Iterator[Finding]:
        title = Text("Відновлення доступу", "Way back in")
        with self.vault.database.read() as session:
            last = session.scalar(select(func.max(RecoveryOffice.drilled)))
        if not current(self.vault).offices():
            yield Finding(
                title, State.WARN,
                Text("Забудете парольну фразу — не допоможе ніхто.", "With the passphrase forgotten nobody can help."),
                Text("Додайте ключ координаційного офісу.", "Add the key of the coordinating office."),
            )  # fmt: skip
        elif last is None or self.clock.now() - last > QUARTER:
            yield Finding(
                title, State.WARN, Text("Давно не перевіряли з офісом.", "Not tried with the office for long."),
                Text("Домовтеся про перевірку.", "Arrange a trial with the office."),
            )  # fmt: skip
        else:
            yield Finding(title, State.OK, Text("Перевірено з офісом.", "Tried with the office."))

    def _disk(self) -> Iterator[Finding]:
        title = Text("Шифрування диска", "Disk encryption")
        match encryption(self.vault.path):
            case Encryption.ON:
                yield Finding(title, State.OK, Text("Увімкнене.", "On."))
            case Encryption.OFF:
                yield Finding(
                    title, State.WARN, Text("Диск не зашифрований.", "The disk is not encrypted."),
                    Text(
                        "Сховище зашифроване, але решта диска — ні: попросіть увімкнути LUKS.",
                        "The vault is encrypted, the rest of the disk is not: ask for LUKS to be set up.",
                    ),
                )  # fmt: skip
            case Encryption.UNKNOWN:
                yield Finding(
                    title, State.WARN, Text("Програма не може цього дізнатися.", "The program cannot find out."),
                    Text(
                        "Перевірте в налаштуваннях системи (у Windows — BitLocker).",
                        "Look in the settings of the system (BitLocker on Windows).",
                    ),
                )  # fmt: skip

    def _library(self) -> Iterator[Finding]:
        title = Text("Бібліотека шифрування", "Encryption library")
        with self.vault.database.outside() as connection:
            found = versions(connection.connection.dbapi_connection)
        told = f"SQLCipher {found.cipher}, SQLite {found.sqlite}, OpenSSL {found.openssl}"
        if dotted(found.sqlite) < OLDEST_SQLITE or dotted(found.openssl) < OLDEST_OPENSSL:
            yield Finding(
                title, State.BAD, Text(f"{told}: застаріла.", f"{told}: out of date."),
                Text("Встановіть програму заново.", "Install the program again."),
            )  # fmt: skip
        else:
            yield Finding(title, State.OK, Text(told, told))

    def _clock(self) -> Iterator[Finding]:
        title = Text("Годинник", "Clock")
        with self.vault.database.read() as session:
            newest = session.scalar(text("SELECT max(time) FROM change")) or 0
        last = datetime.fromtimestamp(milliseconds(newest) / 1000, UTC)
        if last > self.clock.now() + _SKEW:
            day = last.strftime("%d.%m.%Y")
            yield Finding(
                title, State.WARN,
                Text(f"Остання зміна — з майбутнього: {day}.", f"The last change lies in the future: {day}."),
                Text("Перевірте дату й час на комп’ютері: від них залежать строки.",
                     "Check the laptop’s date and time: deadlines depend on them."),
            )  # fmt: skip
        else:
            yield Finding(title, State.OK, Text("Іде правильно.", "Is right."))

    def _everything(self) -> Iterator[Path]:
        yield self.vault.path
        yield from self.vault.path.rglob("*")

    def _leftovers(self) -> list[Path]:
        """Half-written files and folders that are older than an hour."""
        return [path for path in self._everything() if _LEFT.fullmatch(path.name) and self._old(path)]

    def _orphans(self) -> list[Path]:
        """Sealed files without a row; none while older records may still need them."""
        if older(self.vault.path):
            return []
        with self.vault.database.read() as session:
            known = set(session.scalars(text("SELECT file_id FROM document_file")))
        files = (self.vault.path / "documents").glob("*/*")
        return [path for path in files if path.name not in known and self._old(path)]

    def _old(self, path: Path) -> bool:
        return self.clock.now() - datetime.fromtimestamp(path.stat().st_mtime, UTC) > _FRESH

    def _behind_a_copy(self) -> bool:
        """Whether a copy of these very records goes further: they were put back together with their anchor."""
        copy = copies.newest(copies.own_folder(self.vault.path), self.vault.vault_id, self.vault.keys)
        if copy is None or copy.generation != self.vault.generation:
            return False
        trusted = self._noted(TRUSTED)
        with self.vault.database.read() as session:
            known = code_at(session, copy.head.n) == copy.head.code
        return not known and (trusted is None or trusted < copy.created)

    def _noted(self, event: str) -> datetime | None:
        """When the history last tells of an event of the whole vault."""
        with self.vault.database.read() as session:
            sql = text("SELECT max(time) FROM change WHERE tbl = 'vault' AND col = :event")
            newest = session.scalar(sql, {"event": f"@{event}"})
        return datetime.fromtimestamp(milliseconds(newest) / 1000, UTC) if newest else None


def _whole(file: Path, key: bytes, told: str) -> bool:
    """Whether a sealed file gives the bytes that were put into it."""
    try:
        with file.open("rb") as source:
            reader = SealedReader(source, key)
            found = sha256()
            for piece in reader.pieces(0, reader.size):
                found.update(piece)
    except (OSError, PayloadFailure):
        return False
    return found.hexdigest() == told
