"""Which files a build carries: what is forbidden, what is needless, and which shared libraries nobody asks for."""

import re
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

File = tuple[str, str, str]
"""As PyInstaller tells it: the name in the folder, where it comes from, its kind."""

FORBIDDEN = {
    "GPL only": re.compile(
        r"VirtualKeyboard|Charts|Graphs|DataVisualization|HttpServer|NetworkAuth|Lottie|Quick3DPhysics"
        r"|reportlab/fonts|libreadline",
        re.IGNORECASE,
    ),
    "network": re.compile(
        r"Qt6?Network|/tls/|networkinformation|WebSockets|(?:^|/)_ssl\.|(?:^|/)libssl|gnutls|libcurl|libavahi|libqvnc",
        re.IGNORECASE,
    ),
    "web": re.compile(r"WebEngine|WebView|WebChannel|QtPdf", re.IGNORECASE),
    "QML": re.compile(r"Qt6?Qml|Qt6?Quick|qmltooling|/qml/", re.IGNORECASE),
    "multimedia": re.compile(
        r"Qt6?Multimedia|libav(?:codec|format|util|filter)|libsw(?:scale|resample)|gstreamer|ffmpeg", re.IGNORECASE
    ),
}
"""By why it may not be there."""

_NEEDLESS = re.compile(
    r"""plugins/imageformats/(?!(?:lib)?q(?:jpeg|svg)\b)      # PNG is built in; nothing else is ever opened
      | plugins/(?:sqldrivers|egldeviceintegrations|generic)/
      | plugins/platforms/(?:lib)?q(?:eglfs|linuxfb|minimal|minimalegl|vkkhrdisplay|direct2d)\b
      | platformthemes/libqgtk3                               # a theme we do not wear
      | EglF[sS]                                              # a screen without a desktop
      | (?:^|/)lib(?:cups|gssapi|krb5|k5crypto|com_err)\b     # printing on Linux takes the system's own
      | translations/(?!qtbase_(?:uk|en)\b)
      | babel/locale-data/(?!(?:root|uk|en)[._]|LICENSE)
      | (?:^|/)libsqlite3\b | lib-dynload/_sqlite3\b          # the plain database: ours is SQLCipher's""",
    re.VERBOSE,
)


def forbidden(names: Iterable[str]) -> list[str]:
    """Every name that may not be in a build, with the reason; empty when all is well."""
    told = [(name.replace("\\", "/"), name) for name in names]
    return sorted(f"{why}: {name}" for why, kind in FORBIDDEN.items() for path, name in told if kind.search(path))


def wanted(files: Iterable[File]) -> list[File]:
    """The files without the forbidden and the needless ones."""
    return [file for file in files if not forbidden([file[0]]) and not _needless(file[0])]


def reachable(files: Iterable[File], asks: Callable[[str], Iterable[str]]) -> list[File]:
    """The files without those shared libraries at the top of the folder that nothing kept asks for.

    `asks`: the names of the libraries that the file at a path is linked with.
    """
    known = list(files)
    loose = {file[0]: file for file in known if _is_loose(file)}
    kept = [file for file in known if file[0] not in loose]
    waiting = [file[1] for file in kept if file[2] in {"BINARY", "EXTENSION"}]
    waiting += [file[1] for file in loose.values() if file[0].startswith("libpython")]
    found = {name for name in loose if name.startswith("libpython")}
    while waiting:
        for name in asks(waiting.pop()):
            if name in loose and name not in found:
                found.add(name)
                waiting.append(loose[name][1])
    return [file for file in known if file[0] not in loose or file[0] in found]


def _needless(name: str) -> bool:
    path = name.replace("\\", "/")
    return bool(_NEEDLESS.search(path))


def _is_loose(file: File) -> bool:
    """A shared library of the system: it lies at the top, where the loader looks."""
    path = PurePosixPath(file[0].replace("\\", "/"))
    return file[2] in {"BINARY", "SYMLINK"} and len(path.parts) == 1 and ".so" in path.name
