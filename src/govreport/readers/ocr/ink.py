"""A picture made ready: upright, and each dot of it ink or paper."""

from typing import Any, Self, TypeAlias

import attrs
import cv2
import numpy as np
import numpy.typing as npt

Picture: TypeAlias = npt.NDArray[np.uint8]

_MOST_LEAN = 5.0  # degrees that a page may lie askew
_STEP = 0.05
_SMALL = 900  # dots of the longer side on which the lean is measured first
_BLUR = 51  # dots about a dot that tell how dark the paper is there
_DARKER = 18  # by how much ink is darker than paper


@attrs.frozen(eq=False)
class Scan:
    """A page as a picture.

    Attributes:
        grey: Its dots, dark on light, upright.
        ink: 255 where there is ink.
        scale: Dots for each point.
    """

    grey: Picture
    ink: Picture
    scale: float

    @classmethod
    def of(cls, picture: Picture, scale: float) -> Self:
        """A picture, set upright."""
        grey = (
            picture if picture.ndim == 2 else np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), np.uint8)
        )
        grey = _upright(np.ascontiguousarray(grey))
        return cls(grey, _ink(grey), scale)

    def dots(self, points: float) -> int:
        """A length in dots, at least one."""
        return max(1, round(points * self.scale))


def _ink(grey: Picture) -> Picture:
    """Ink is much darker than the paper about it, whatever the light."""
    paper = cv2.medianBlur(cv2.resize(grey, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA), 25)
    paper = cv2.resize(cv2.dilate(paper, np.ones((5, 5), np.uint8)), grey.shape[::-1])
    even = cv2.divide(grey, np.maximum(paper, 1), scale=255)
    level, _ = cv2.threshold(even, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    return np.where(even <= min(max(level, 110), 215), 255, 0).astype(np.uint8)


def _upright(grey: Picture) -> Picture:
    """The picture turned by the angle at which its lines stand level."""
    lean = _lean(grey)
    if abs(lean) < _STEP:
        return grey
    height, width = grey.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), lean, 1.0)
    turned = cv2.warpAffine(grey, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=(255,))
    return np.asarray(turned, np.uint8)


def _lean(grey: Picture) -> float:
    """The angle, in degrees, at which the rows of dots differ most: lines and text stand level there."""
    share = min(1.0, _SMALL / max(grey.shape))
    small = cv2.resize(grey, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
    dark: npt.NDArray[np.float32] = (255 - small).astype(np.float32)
    best = 0.0
    for step, reach in ((1.0, _MOST_LEAN), (0.25, 1.0), (_STEP, 0.25)):
        angles = best + np.arange(-reach, reach + step / 2, step)
        best = float(max(angles, key=lambda angle: _contrast(dark, float(angle))))
    return best


def _contrast(dark: Any, angle: float) -> float:
    height, width = dark.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    rows = cv2.warpAffine(dark, turn, (width, height)).sum(axis=1)
    return float(np.square(np.diff(rows)).sum())
