"""What can be wrong with an office's file, said so that its owner knows what to do."""

from app.domain.errors import N_, UserError


class FileUnreadable(UserError):
    what = N_("The file {name} could not be opened.")
    todo = N_("Check that it is still there and that no other program holds it, then try again.")


class EmptyFile(UserError):
    what = N_("The file {name} is empty.")
    todo = N_("Choose another file.")


class NotAWorkbook(UserError):
    what = N_("{name} is not a workbook that can be read.")
    todo = N_("Choose an .xlsx or .csv file; from any other program save the table as .xlsx first.")


class OldWorkbook(UserError):
    what = N_("{name} is a workbook of an older or binary kind (.xls, .xlsb).")
    todo = N_("Open it in Excel or LibreOffice, save it as .xlsx and choose that file.")


class OpenDocumentSheet(UserError):
    what = N_("{name} is an OpenDocument spreadsheet (.ods).")
    todo = N_("Open it in LibreOffice, save it as .xlsx and choose that file.")


class EncryptedWorkbook(UserError):
    what = N_("{name} is protected with a password.")
    todo = N_("Open it in Excel with its password, save it without one and choose that file.")


class DamagedWorkbook(UserError):
    what = N_("The workbook {name} is damaged.")
    todo = N_("Open it in Excel or LibreOffice, let the program repair it, save it anew and try again.")


class OversizedWorkbook(UserError):
    what = N_("The workbook {name} unpacks to more than a caseload can be.")
    todo = N_("Copy the rows you need into a new workbook and choose that file.")


class UnsafeWorkbook(UserError):
    what = N_("The workbook {name} carries instructions that no office program writes.")
    todo = N_("Do not open it. Ask the sender for a fresh copy or for a .csv file.")


class UnreadableLines(UserError):
    what = N_("The file {name} cannot be read as a table: a quotation mark is open or a field is too long.")
    todo = N_("Open it in Excel or LibreOffice, save it as .xlsx and choose that file.")


class NoSuchSheet(UserError):
    what = N_("{name} has no sheet called “{sheet}”.")
    todo = N_("Choose one of its sheets: {sheets}.")


class NoHeadings(UserError):
    what = N_("No heading row was found in {name}.")
    todo = N_("Put a row of headings above the data, with at least the name and one more column.")


class NoNameColumn(UserError):
    what = N_("No column with the names of the servicemembers was found in {name}.")
    todo = N_("Say by hand which column holds the surname and given name.")


class FieldMappedTwice(UserError):
    what = N_("The columns “{first}” and “{second}” are both given as “{field}”.")
    todo = N_("Leave one of them and set the other to another field or to none.")


class UnknownField(UserError):
    what = N_("“{field}” is not a field that can be imported.")
    todo = N_("Use one of: {fields}.")


class UnknownHeading(UserError):
    what = N_("The sheet has no column headed “{heading}”.")
    todo = N_("Write the heading as it stands in the sheet.")


class BadMapFile(UserError):
    what = N_("{name} is not a list of headings and fields.")
    todo = N_('Write it as JSON: {{"heading in the sheet": "field", …}}.')
