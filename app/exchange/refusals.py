"""Why a package is not made or not taken: one clear sentence each, and never a part of the package."""

from app.domain.errors import N_, UserError


class PackageRefused(UserError):
    """Any package that does not open; nothing of it was given away."""

    what = N_("The package was refused.")
    todo = N_("Nothing was taken over from it. Ask the sender to export it again.")


class PackageDamaged(PackageRefused):
    what = N_("The package was refused: it is damaged, cut short or was changed on the way.")


class PackageForAnother(PackageRefused):
    what = N_("The package was refused: it is sealed for another key than this one.")
    todo = N_("Choose the key of the office it was made for, or ask the sender to export it for yours.")


class PackageReaddressed(PackageRefused):
    what = N_("The package was refused: the sender made it for another office, and somebody sealed it anew.")
    todo = N_("Do not use it. Tell the sender and the office that passed it on.")


class SignatureWrong(PackageRefused):
    what = N_("The package was refused: its signature does not fit its content.")
    todo = N_("Do not use it. Tell the sender that somebody changed it.")


class SenderDiffers(PackageRefused):
    what = N_("The package was refused: it was signed by another sender than the one you chose.")
    todo = N_("Do not use it. Compare the forty digits of the sender's key by voice or on paper.")


class NewerPackage(PackageRefused):
    what = N_("The package was refused: a newer version of this program made it.")
    todo = N_("Install the newer version and open it there.")


class PackageTooLarge(PackageRefused):
    what = N_("The package was refused: it holds more than one package may.")
    todo = N_("Divide the cases into several packages.")


class PackageUnreadable(PackageRefused):
    what = N_("The package cannot be read from where it lies.")
    todo = N_("Copy it to this computer and open the copy.")


class PackageExists(UserError):
    what = N_("There is already a package {name} in that folder.")
    todo = N_("Choose another folder. A package is never replaced.")


class PackageNotWritten(UserError):
    what = N_("The package could not be written: the folder is missing, full or read-only.")
    todo = N_("Nothing was left there. Choose another folder or stick.")
