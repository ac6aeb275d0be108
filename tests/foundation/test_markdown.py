"""What organisers write is safe to show."""

import pytest

from elmo_events.foundation.markdown import to_html


def test_headings_start_below_those_of_the_page() -> None:
    assert to_html("# Ohjelma\n\n- *ensin*") == "<h3>Ohjelma</h3>\n<ul>\n<li><em>ensin</em></li>\n</ul>\n"


def test_headings_skip_no_level_whatever_the_writer_skipped() -> None:
    html = to_html("## Ensin\n\n#### Sitten\n\n## Lopuksi", 2)
    assert html == "<h2>Ensin</h2>\n<h3>Sitten</h3>\n<h2>Lopuksi</h2>\n"


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "[click](javascript:alert(1))",
        "![](https://example.org/tracker.png)",
        "<img src=x onerror=alert(1)>",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        '<a href="https://example.org" onclick="alert(1)">x</a>',
    ],
)
def test_nothing_that_runs_or_loads_gets_through(attack: str) -> None:
    html = to_html(attack)
    for forbidden in ("<script", "<img", 'href="javascript', 'href="data', '<a href="https://example.org" onclick'):
        assert forbidden not in html


def test_links_tell_the_other_site_nothing() -> None:
    assert 'rel="noopener nofollow"' in to_html("[ELMO](https://elmoenf.eu)")
