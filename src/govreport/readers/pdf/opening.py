"""Opening a PDF: what PDFium says is wrong with it, as errors for people; bounds before anything is read."""

from types import TracebackType
from typing import Any, Self

import pypdfium2
import pypdfium2.raw as pdfium

from govreport.diagnostics import Message
from govreport.readers.pdf.screening import screen
from govreport.readers.refusals import damaged, refuse, too_large

MOST_PAGES = 500  # a report has some ten
LARGEST = 15_000.0  # points on a side: five metres
_SIDE = Message(zh="页面边长点", en="points on a side of a page")


class File:
    """An open PDF."""

    def __init__(self, data: bytes) -> None:
        """Open it.

        Raises:
            ReadError: It is damaged, protected by a password, or has too many pages.
        """
        screen(data)
        try:
            self._document = pypdfium2.PdfDocument(data)
            count = len(self._document)
        except pypdfium2.PdfiumError as error:
            if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
                raise refuse("GR044") from error
            raise damaged(error) from error
        if count > MOST_PAGES:
            self._document.close()
            raise too_large(Message(zh="页", en="pages"), count, MOST_PAGES)
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._document.close()

    def page(self, number: int) -> Any:
        """A page, from 1, as PDFium's.

        Raises:
            ReadError: It cannot be read, or is larger than paper comes.
        """
        try:
            page = self._document[number - 1]
        except pypdfium2.PdfiumError as error:
            raise damaged(Message(zh=f"第 {number} 页：{error}", en=f"page {number}: {error}")) from error
        width, height = page.get_size()
        if not 0 < max(width, height) <= LARGEST:
            raise too_large(_SIDE, int(max(width, height)), int(LARGEST))
        return page

    def drawn(self, number: int, scale: float) -> Any:
        """The dots of a page, grey, at so many for each point."""
        return self.page(number).render(scale=scale, grayscale=True).to_numpy()
