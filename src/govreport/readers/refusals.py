"""Why a file is not read, as errors for people: what it is, and what to do."""

from typing import Any

from govreport.catalogue import note
from govreport.diagnostics import Message, ReadError


def refuse(
    code: str, found: str | int | None = None, expected: int | None = None, **words: Message
) -> ReadError:
    """The error of a code of the catalogue; each of `words` fills {word_zh} and {word_en} of its texts."""
    texts: dict[str, Any] = {f"{word}_zh": message.zh for word, message in words.items()}
    texts |= {f"{word}_en": message.en for word, message in words.items()}
    return ReadError([note(code, found=found, expected=expected, **texts)])


def unknown(called: Message) -> ReadError:
    """A file of a kind that is not read."""
    hint = Message(
        zh="请打开它，把报告另存为 .docx、.pdf、.html 或 UTF-8 文本。",
        en="open it and save the report as .docx, .pdf, .html or UTF-8 text",
    )
    return refuse("GR042", kind=called, hint=hint)


def damaged(reason: Message | Exception | str) -> ReadError:
    """A file that its own format does not allow; what a library says of it, it says in English only."""
    why = reason if isinstance(reason, Message) else Message(zh=str(reason), en=str(reason))
    return refuse("GR047", why.en, why=why)


def too_large(what: Message, found: int, limit: int) -> ReadError:
    """A file beyond a bound; `what` is counted: pages, bytes, cells."""
    return refuse("GR046", found, limit, what=what)
