import pytest

from portalgen.content_security import editor_policy, policy


def test_the_policy_of_a_page_without_a_form() -> None:
    assert policy() == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
        "form-action 'none'"
    )


@pytest.mark.parametrize(
    ("form_action", "source"),
    [
        ("'self'", "'self'"),
        ("https://formspree.io/f/abcd", "https://formspree.io"),
        ("https://forms.example:8443/x?y=z", "https://forms.example:8443"),
    ],
)
def test_a_form_may_go_where_it_has_to(form_action: str, source: str) -> None:
    assert policy(form_action=form_action).endswith(f"; form-action {source}")


@pytest.mark.parametrize(
    "form_action",
    [
        "",
        "self",
        "*",
        "http://forms.example/",
        "https://",
        "https://*/",
        "https://a.example; script-src *",
        "https://a.example,b.example",
        "javascript:alert(1)",
        "mailto:ines@example.com",
    ],
)
def test_any_other_place_for_a_form_is_refused(form_action: str) -> None:
    with pytest.raises(ValueError, match="can not go to"):
        policy(form_action=form_action)


def test_nothing_is_said_that_a_meta_tag_can_not_say() -> None:
    names = {directive.split()[0] for directive in policy().split("; ")}
    assert names.isdisjoint({"frame-ancestors", "report-uri", "report-to", "sandbox"})


def test_each_directive_stands_once_and_nothing_inline_is_allowed() -> None:
    names = [directive.split()[0] for directive in policy(form_action="'self'").split("; ")]
    assert len(names) == len(set(names))
    assert "unsafe" not in policy()


def test_the_page_of_the_editor_allows_what_it_is_told_and_no_script_of_its_own() -> None:
    assert editor_policy(
        "https://cdn.example/cms.js",
        "https://fonts.example/",
        ["https://api.example", "https://cdn.example/"],
        ["https://faces.example"],
    ) == (
        "default-src 'none'; script-src https://cdn.example/cms.js; style-src 'unsafe-inline'; "
        "img-src 'self' blob: data: https://faces.example; font-src https://fonts.example/; "
        "connect-src 'self' blob: data: https://api.example https://cdn.example/; "
        "base-uri 'none'; form-action 'none'"
    )
