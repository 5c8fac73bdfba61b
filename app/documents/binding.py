"""A PDF of nothing but our own pictures, one a page: no author, no date, no script, no attachment can be in it."""

from collections.abc import Iterable
from io import BytesIO

from app.documents.intake import Drawn

DOTS_PER_INCH = 171
"""A4 is then 2,000 dots high."""

_POINTS = 72 / DOTS_PER_INCH


def bind(pages: Iterable[Drawn]) -> bytes:
    """The pictures as one PDF 1.4 (ISO 32000-1), the same bytes for the same pictures."""
    pdf = _Pdf()
    leaves = []
    for drawn in pages:
        width, height = (round(side * _POINTS, 2) for side in (drawn.width, drawn.height))
        picture = pdf.add(
            f"/Type /XObject /Subtype /Image /Width {drawn.width} /Height {drawn.height} /ColorSpace /DeviceRGB "
            f"/BitsPerComponent 8 /Filter /DCTDecode",
            drawn.jpeg,
        )
        shown = pdf.add("", f"{width} 0 0 {height} 0 0 cm /P Do".encode())
        leaves.append(
            pdf.add(
                f"/Type /Page /Parent 1 0 R /MediaBox [0 0 {width} {height}] "
                f"/Resources << /XObject << /P {picture} 0 R >> >> /Contents {shown} 0 R"
            )
        )
    return pdf.finished(leaves)


class _Pdf:
    """Objects as they are written; the list of pages is object 1, and comes last."""

    def __init__(self) -> None:
        self._file = BytesIO()
        self._file.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
        self._places = {1: 0}

    def add(self, entries: str, stream: bytes | None = None, number: int | None = None) -> int:
        """Write one object; its number."""
        number = number or len(self._places) + 1
        self._places[number] = self._file.tell()
        length = "" if stream is None else f" /Length {len(stream)}"
        self._file.write(f"{number} 0 obj\n<< {entries}{length} >>\n".encode())
        if stream is not None:
            self._file.write(b"stream\n" + stream + b"\nendstream\n")
        self._file.write(b"endobj\n")
        return number

    def finished(self, leaves: list[int]) -> bytes:
        """The whole file, with its list of pages and its table of places."""
        kids = " ".join(f"{leaf} 0 R" for leaf in leaves)
        self.add(f"/Type /Pages /Count {len(leaves)} /Kids [{kids}]", number=1)
        root = self.add("/Type /Catalog /Pages 1 0 R")
        start = self._file.tell()
        size = len(self._places) + 1
        self._file.write(f"xref\n0 {size}\n0000000000 65535 f \n".encode())
        for number in range(1, size):
            self._file.write(f"{self._places[number]:010d} 00000 n \n".encode())
        self._file.write(f"trailer\n<< /Size {size} /Root {root} 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())
        return self._file.getvalue()
