"""Pieces of ink to runs of text, each with its confidence; what is not recognised is still ink."""

from collections.abc import Sequence

import cv2
import numpy as np

from govreport.readers.ocr.engine import read
from govreport.readers.ocr.ink import Picture, Scan
from govreport.readers.ocr.pieces import Piece
from govreport.readers.pages import Run

_UNREAD = "\ufffd"  # ink that is no character known: never blank
_DASH = "—"
_FLAT = 0.3  # of its width: a stroke as low as this, alone in a cell, is a dash
_SHORT = 6  # heights: a piece as short as this is a number or a few characters, and is read twice
_ALIKE = str.maketrans("OoQDlI|", "0000111")  # letters that stand for digits where nothing else stands
_DOUBT = 0.5


def runs(scan: Scan, found: Sequence[Piece]) -> list[Run]:
    """What the pieces of a page say."""
    texts = _texts(scan, found)
    return [_run(piece, *text, scan) for piece, text in zip(found, texts, strict=True)]


def _texts(scan: Scan, found: Sequence[Piece]) -> list[tuple[str, float]]:
    once = read([_crop(scan, piece, 0.12) for piece in found])
    short = [i for i, piece in enumerate(found) if piece.is_cell and _is_short(piece)]
    again = dict(zip(short, read([_crop(scan, found[i], 0.35) for i in short]), strict=True))
    return [
        (_DASH, 1.0) if piece.is_cell and _is_dash(scan, piece) else _agreed(text, again.get(index, text))
        for index, (piece, text) in enumerate(zip(found, once, strict=True))
    ]


def _agreed(one: tuple[str, float], other: tuple[str, float]) -> tuple[str, float]:
    """The text of two readings; where they differ, the more certain one, with doubt."""
    text, score = max(one, other, key=lambda reading: reading[1])
    if not text.strip():
        return _UNREAD, 0.0
    if text.strip("OoQDlI|") == "":
        return text.translate(_ALIKE), _DOUBT
    # The score is a mean over characters: one of them may be as low as this.
    least = 1 - (1 - min(one[1], other[1])) * len(text) if text.isascii() else score
    same = "".join(one[0].split()) == "".join(other[0].split())
    return text, max(least, 0.0) if same else min(least, _DOUBT)


def _crop(scan: Scan, piece: Piece, margin: float) -> Picture:
    """The piece with paper about it, as a share of its height; what else stands there is left out."""
    left, right = _inked(scan, piece)
    pad = max(2, round((piece.bottom - piece.top) * margin))
    crop = scan.grey[piece.top : piece.bottom, left:right]
    paper = int(np.percentile(crop, 95))
    return np.asarray(
        cv2.copyMakeBorder(crop, pad, pad, pad, pad, cv2.BORDER_CONSTANT, value=(paper,)), np.uint8
    )


def _inked(scan: Scan, piece: Piece) -> tuple[int, int]:
    return max(piece.left - 1, 0), min(piece.right + 1, scan.ink.shape[1])


def _is_short(piece: Piece) -> bool:
    return piece.right - piece.left <= _SHORT * (piece.bottom - piece.top)


def _is_dash(scan: Scan, piece: Piece) -> bool:
    ink = scan.ink[piece.top : piece.bottom, piece.left : piece.right]
    width, height = piece.right - piece.left, piece.bottom - piece.top
    return height <= _FLAT * width and bool(ink.mean() > 0.6 * 255)


def _run(piece: Piece, text: str, confidence: float, scan: Scan) -> Run:
    left, right = piece.left / scan.scale, piece.right / scan.scale
    middle, size = (piece.top + piece.bottom) / 2 / scan.scale, (piece.bottom - piece.top) / scan.scale
    return Run(text, left, right, middle, size, confidence=confidence)
