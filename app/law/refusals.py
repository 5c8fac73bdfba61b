"""Why a law pack is not taken over: one clear sentence each. Nothing was changed then."""

from app.domain.errors import N_, UserError


class PackRefused(UserError):
    """Any law pack that is not taken over."""

    what = N_("The law pack was refused.")
    todo = N_("Nothing was changed. Ask the coordinating office for the pack again.")


class PackDamaged(PackRefused):
    what = N_("The law pack was refused: it is damaged, cut short or is no law pack at all.")


class PackTooLarge(PackRefused):
    what = N_("The law pack was refused: it is larger than any law pack may be.")


class PackUnreadable(PackRefused):
    what = N_("The law pack cannot be read from where it lies.")
    todo = N_("Copy it to this computer and choose the copy. Nothing was changed.")


class PackNewer(PackRefused):
    what = N_("The law pack was refused: this program is too old to understand it.")
    todo = N_("Install the newer version of the program, then choose the pack again. Nothing was changed.")


class PackUnsigned(PackRefused):
    what = N_("The law pack was refused: nobody signed it.")
    todo = N_("Nothing was changed. Take law packs from the coordinating office alone.")


class PackForeign(PackRefused):
    what = N_("The law pack was refused: it is signed by somebody whose packs this vault does not take: {digits}.")
    todo = N_(
        "Nothing was changed. If it is the coordinating office’s, add the office’s card first, after its digits were "
        "compared by telephone."
    )


class PackForged(PackRefused):
    what = N_("The law pack was refused: its signature does not fit its content.")
    todo = N_("Nothing was changed. Do not use it, and tell the coordinating office that somebody changed it.")


class PackOlder(PackRefused):
    what = N_("The law pack was refused: it is number {number}, and number {current} is in force already.")
    todo = N_("Nothing was changed. To go back to an earlier pack, use “Go back” in the settings.")


class PackDiffers(PackRefused):
    what = N_("The law pack was refused: this vault had another pack under the number {number}.")
    todo = N_("Nothing was changed. Tell the coordinating office: every pack needs a number of its own.")


class PackBroken(PackRefused):
    what = N_("The law pack was refused: its file {file} is wrong at line {line}: {problem}.")
    todo = N_("Nothing was changed. Tell this to the coordinating office; it puts the pack right and signs it anew.")


class NoEarlierPack(UserError):
    what = N_("The pack that came with the program is in force; there is no earlier one.")
    todo = N_("To update the laws, choose the file of a newer pack.")


class WrongLawKey(UserError):
    what = N_("{name} is not the key with which an office signs law packs.")
    todo = N_("Choose the file law.key.txt, which never leaves the office.")


class LawKeyExists(UserError):
    what = N_("There is already a key for law packs in {folder}.")
    todo = N_("Choose another folder: a lost key cannot be made again, so it is never replaced.")


class NoSuchFolder(UserError):
    what = N_("There is no catalogue with a file {file} in {folder}.")
    todo = N_("Choose the folder that holds the files of the law: steps.yaml, law.yaml and the others.")
