"""Hostile pages: read as they are or refused by name, in bounded time, and nothing is fetched."""

import socket
import time
from typing import NoReturn

import pytest

import govreport
from govreport import ReadError
from tests.readers.html_pages import EXAMPLE, Writer, page, titled

pytest.importorskip("selectolax")

WHOLE = titled(EXAMPLE) + Writer().body(EXAMPLE)
SECONDS = 10  # on a busy machine; each takes a second or two

REFUSED = {
    "deep blocks": "<div>" * 100_000,
    "deep runs": "<span>" * 100_000,
    "deep lists": "<ul><li>" * 30_000,
    "deep tables": "<table><tr><td>" * 1_300,
    "deep tables, few": "<table><tr><td>" * 70,
    "cells": "<table><tr>" + "<td>" * 2_500_000,
    "comments": "<!--" * 1_000_000,
    "attributes": "<p " + " ".join(f"a{i}=1" for i in range(60_000)) + ">",
    "attributes behind a quote": '<p a=">" ' + " ".join(f"a{i}=1" for i in range(60_000)) + ">",
    "links far within": "<div>" * 38_000 + "<a></a>" * 28_000,
    "text": "<p>" + "字" * 9_000_000,
    "lines": "<pre>" + "字\n" * 1_000_000,
}
READ = {
    "deep": "<div>" * 450,
    "cells": "<table><tr>" + "<td>" * 100_000,
    "picture": '<img src="data:image/png;base64,' + "A" * 12_000_000 + '">',
    "blanks": "<p>字" + " \n" * 3_000_000 + "x",
    "entities": "&amp;" * 1_000_000,
    "style sheets": "<style>" + "{" * 1_000_000 + "</style>",
    "rules": "<style>" + "".join(f".a{i}{{display:none}}" for i in range(20_000)) + "</style>",
    "rules for all": "<style>" + "p:not(.a){display:inline}" * 10_000 + "</style>" + "<p>x" * 40_000,
    "brackets in a style": "<style>.h{display:" + "(" * 300_000 + "</style>",
    "brackets in a selector": "<style>" + ":not(" * 10_000 + "p{display:none}</style>",
    "media in media": "<style>" + "@media all{" * 30_000 + "</style>",
    "a style each": "".join(f"<p style='display:none;color:#{i:06d}'>x" for i in range(40_000)),
    "hidden": "<p hidden>x" * 60_000,
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_page_beyond_all_bounds_is_refused(name: str) -> None:
    start = time.perf_counter()
    with pytest.raises(ReadError, match="GR046"):
        govreport.read(page(WHOLE + REFUSED[name]).encode())
    assert time.perf_counter() - start < SECONDS


@pytest.mark.parametrize("name", READ)
def test_a_strange_page_is_read(name: str) -> None:
    start = time.perf_counter()
    assert govreport.read(page(WHOLE + READ[name]).encode()).applications == EXAMPLE.applications
    assert time.perf_counter() - start < SECONDS


def test_a_report_within_many_elements_is_whole() -> None:
    assert govreport.read(page("<div>" * 450 + WHOLE).encode()) == EXAMPLE


def test_entities_are_not_expanded() -> None:
    laughs = '<!DOCTYPE html [<!ENTITY a "ha ha ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    report = govreport.read((laughs + page(f"{WHOLE}<p>后文&b;。</p>")).encode())
    assert "&b;" in report.other_matters.text or "&b;" in report.source.text  # type: ignore[union-attr]
    assert "ha ha haha" not in report.source.text  # type: ignore[union-attr]


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> NoReturn:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    outside = (
        '<link rel=stylesheet href="http://127.0.0.1/a.css"><script src="http://127.0.0.1/a.js"></script>'
        '<img src="http://127.0.0.1/a.png"><iframe src="file:///etc/passwd"></iframe>'
        '<object data="file:///etc/passwd"></object><base href="http://127.0.0.1/">'
    )
    head = '<!DOCTYPE html SYSTEM "file:///etc/passwd">'
    report = govreport.read((head + page(outside + WHOLE)).encode())
    assert report.applications == EXAMPLE.applications
    assert report.source is not None
    assert "root:" not in report.source.text
