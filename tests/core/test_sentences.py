"""Where a sentence ends, and where a full stop does not end one."""

import pytest

from bot.core.sentences import sentences


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("", ()),
        ("  ", ()),
        ("One sentence.", ("One sentence.",)),
        ("No full stop at its end", ("No full stop at its end",)),
        ("They met. They agreed.", ("They met.", "They agreed.")),
        ("They met.  They\nagreed. ", ("They met.", "They agreed.")),
        ("Joseph R. Biden Jr. of the U.S. met.", ("Joseph R. Biden Jr. of the U.S. met.",)),
        (
            "He met the Prime Minister, Mr. Churchill. Both spoke.",
            ("He met the Prime Minister, Mr. Churchill.", "Both spoke."),
        ),
        (
            "The United States (U.S.) and the ROK met. This is new.",
            ("The United States (U.S.) and the ROK met.", "This is new."),
        ),
        (
            "They use artificial intelligence (AI). They noted it.",
            ("They use artificial intelligence (AI).", "They noted it."),
        ),
        (
            "It costs $60.5 million. Why? Nobody knows!",
            ("It costs $60.5 million.", "Why?", "Nobody knows!"),
        ),
        ("“It is done.” So they said.", ("“It is done.”", "So they said.")),
        ("They said so. “It is done.”", ("They said so.", "“It is done.”")),
        ("양 정상은 만났다. 그리고 합의했다.", ("양 정상은 만났다.", "그리고 합의했다.")),
    ],
)
def test_sentences(paragraph: str, expected: tuple[str, ...]) -> None:
    assert sentences(paragraph) == expected
