"""What holds for any text: a report with sound diagnostics, or `ParseError`."""

import govreport
from govreport.model.paths import is_path


def withstand(text: str) -> govreport.Report | None:
    """Read and check the text; None if it was refused. Whatever else happens is a defect."""
    try:
        report = govreport.parse(text)
    except govreport.ParseError as error:
        refusal = error
    else:
        assert govreport.Report.from_dict(report.to_dict()) == report
        _sound(govreport.check(report), text)
        return report
    assert refusal.diagnostics
    assert str(refusal)
    _sound(refusal.diagnostics, text)
    return None


def _sound(diagnostics: tuple[govreport.Diagnostic, ...], text: str) -> None:
    for found in diagnostics:
        assert str(found)
        assert all(not path or is_path(path) for path in (found.path, *found.related)), found
        if found.span is not None:
            assert 0 <= found.span.start <= found.span.end <= len(text), found
            assert text.count("\n", 0, found.span.start) == found.span.line - 1, found
