"""Pages of a PDF that are pictures: drawn as they are seen, and recognised where the extra is installed."""

from govreport.diagnostics import Message
from govreport.readers.pages import Page
from govreport.readers.pdf.opening import File
from govreport.readers.refusals import refuse

_SCALE = 200 / 72  # dots for each point
_LONGEST = 6_000  # dots of the longer side
_COMMAND = 'python -m pip install "govreport[ocr]"'
_HINT = Message(
    zh=f"请运行 {_COMMAND}，或给出原文件（docx、网页）。",
    en=f"run {_COMMAND}, or read the document that it was printed from",
)


def recognised(file: File, page: Page) -> Page:
    """A page that is a picture, recognised; else the text that a scanner has laid under it, with its doubt.

    Raises:
        ReadError: There is no such text, and the extra `ocr` is not installed.
    """
    try:
        from govreport.readers.ocr import recognise
    except ModuleNotFoundError as error:
        if error.name and error.name.partition(".")[0] == "govreport":
            raise
        if page.runs:
            return page
        raise refuse("GR045", page.number, hint=_HINT) from error
    scale = min(_SCALE, _LONGEST / max(page.width, page.height))
    picture = file.page(page.number).render(scale=scale, grayscale=True).to_numpy()
    return recognise(picture, scale, page.number)
