"""A paper as pictures for the window: pages of a PDF rendered in memory, nothing written anywhere."""

from dataclasses import dataclass

import pypdfium2  # type: ignore[import-untyped]  # ships no types


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page: RGB bytes, three per pixel, rows from the top without padding; sizes in pixels."""

    width: int
    height: int
    rgb: bytes


def pages(pdf: bytes, scale: float = 1.0) -> list[PageImage]:
    """Every page of `pdf`, in order; `scale` 1.0 gives 72 pixels to the inch, A4 being 595 × 842."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_picture(page, scale) for page in document]
    finally:
        document.close()


def _picture(page: pypdfium2.PdfPage, scale: float) -> PageImage:
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
    row = bitmap.width * bitmap.n_channels
    raw = bytes(bitmap.buffer)
    rgb = b"".join(raw[y * bitmap.stride : y * bitmap.stride + row] for y in range(bitmap.height))
    return PageImage(bitmap.width, bitmap.height, rgb)
