"""A page saved as one file (MHT, MHTML): the page in it, and the encoding that its part names."""

import re
from email import message_from_bytes, policy

from govreport.diagnostics import Message
from govreport.readers.refusals import damaged, too_large

_MULTIPART = re.compile(rb"^content-type:\s{0,9}(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
_MOST_NESTED = 20  # the parser of the standard library calls itself for each


def is_archive(data: bytes) -> bool:
    """Whether it is mail that holds a page, not a page."""
    head = data[:4096]
    return not head.lstrip(b" \t\r\n\xef\xbb\xbf").startswith(b"<") and b"content-type:" in head.lower()


def page_of(data: bytes) -> tuple[bytes, str | None]:
    """The page of an archive and its encoding.

    Raises:
        ReadError: There is none in it, or parts are nested beyond reason.
    """
    nested = len(_MULTIPART.findall(data))
    if nested > _MOST_NESTED:
        raise too_large(Message(zh="嵌套部分", en="nested parts"), nested, _MOST_NESTED)
    parts = message_from_bytes(data.lstrip(), policy=policy.compat32).walk()
    pages = [part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    for page in pages:  # the page itself comes first, then those in its frames
        content = page.get_payload(decode=True)
        if isinstance(content, bytes) and content.strip():
            return content, page.get_content_charset()
    raise damaged(Message(zh="MHTML 中没有网页", en="no page in the MHTML"))
