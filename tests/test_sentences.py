"""Where sentences end, in English and Korean."""

import pytest

from generator.language.sentences import split_sentences

CASES = [
    pytest.param("en", ["The yard closed.", "It opened again."], id="two"),
    pytest.param("ko", ["조선소가 문을 닫았다.", "다시 열었다."], id="two-ko"),
]


@pytest.mark.parametrize(("language", "sentences"), CASES)
def test_split(language: str, sentences: list[str]) -> None:
    """A text falls into its sentences, whole and in order."""
    text = " ".join(sentences)
    assert [text[start:end] for start, end in split_sentences(text, language)] == sentences
