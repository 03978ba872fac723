"""Recognition is an extra of its own: without it there is nothing of it to test."""

from importlib.util import find_spec

collect_ignore = [] if find_spec("rapidocr") else ["test_ocr.py"]
