"""Why a file is not taken in, or cannot be shown: what it is, and what to do about it."""

from app.domain.errors import N_, UserError


class NotTaken(UserError):
    """One file is refused; the others of its batch are not. `name` is the file's name."""


class NoSuchFile(NotTaken):
    what = N_("{name} cannot be read: it is not there, or it is not a file, or not yours to read.")
    todo = N_("Copy it to a folder of your own and add it from there.")


class EmptyFile(NotTaken):
    what = N_("{name} is empty.")
    todo = N_("Ask for it once more: it was probably lost on the way.")


class FileTooLarge(NotTaken):
    what = N_("{name} is larger than {most} MB.")
    todo = N_("Save the scan with fewer dots per inch (200 is enough), or in parts.")


class PictureTooLarge(NotTaken):
    what = N_("{name} has more than {most} million dots.")
    todo = N_("Save it smaller: 12 million dots are enough to read every line.")


class TooManyPages(NotTaken):
    what = N_("{name} has more than {most} pages.")
    todo = N_("Save it in parts and add them one by one.")


class OtherPicture(NotTaken):
    what = N_("{name} is {kind}. Only JPEG, PNG and PDF are kept.")
    todo = N_("Open it and save it as JPEG or PDF, then add that.")


class PhonePicture(NotTaken):
    what = N_("{name} is a HEIC picture of a phone. Only JPEG, PNG and PDF are kept.")
    todo = N_("Ask for it as JPEG: on an iPhone choose Settings, Camera, Formats, Most Compatible.")


class OfficeFile(NotTaken):
    what = N_("{name} is {kind}. Only JPEG, PNG and PDF are kept.")
    todo = N_("Open it in the program that made it, save it as PDF, then add that.")


class Archive(NotTaken):
    what = N_("{name} is {kind}.")
    todo = N_("Unpack it and add what is inside, one by one.")


class ProgramFile(NotTaken):
    what = N_("{name} is {kind}, not a document.")
    todo = N_("Do not open it. Show it to the person who looks after this laptop.")


class UnknownFile(NotTaken):
    what = N_("{name} is neither a JPEG or PNG picture nor a PDF, whatever its name says.")
    todo = N_("Save it as JPEG or PDF in the program that made it, then add that.")


class LockedPdf(NotTaken):
    what = N_("{name} is locked with a password.")
    todo = N_("Open it with the password, print it into a new PDF without one, and add that.")


class DocumentUnreadable(NotTaken):
    what = N_("{name} cannot be opened: it is damaged, cut short, or too heavy.")
    todo = N_("Ask for it once more, or photograph or scan the paper again.")


class DocumentDamaged(UserError):
    """The sealed file is missing, cut, changed, or not the one of this row."""

    what = N_("The stored file of «{title}» is missing or damaged; it was not opened.")
    todo = N_("Do not delete anything. Bring the file back from the latest backup, or add the document again.")


class NoDocumentFile(UserError):
    what = N_("«{title}» has no file here, only its description.")
    todo = N_("Add the scan or photo as a new document.")


class FileThere(UserError):
    what = N_("This paper has its file already.")
    todo = N_("Add another scan as a new document.")


class InsideVault(UserError):
    what = N_("A copy saved inside the vault's own folder would lie there unprotected.")
    todo = N_("Choose another folder.")


class CopyNotSaved(UserError):
    what = N_("The copy could not be saved as {name}.")
    todo = N_("Choose another folder, or check that the disk is there, has room, and is not write-protected.")
