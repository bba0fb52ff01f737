"""Very many statements are asked as if each had an index of its own."""

import pickle
from itertools import islice

import pytest

from bench.distractors import distractors
from bot.core.answering import Contents, Found, NotFound, answer
from bot.core.catalogue import MOST_PROPOSED, Catalogue
from bot.core.continuing import resolve, turn_of
from bot.core.follow_up import More
from bot.core.gist import answer_to
from bot.core.index import Index, WholeIndex
from bot.core.library import Library, library_of
from bot.core.request import parse
from bot.core.searching import search
from bot.core.statement import Statement
from bot.core.suggesting import Typeahead
from tests.relevance.scoring import questions

OTHERS = 11
HEARD: list[tuple[int, int]] = []


@pytest.fixture(scope="module")
def many(library: Library) -> Library:
    real = library.statements[0]
    return library_of(
        real, *distractors(real, OTHERS), told=lambda done, of: HEARD.append((done, of))
    )


def ranked(index: Index, typed: str) -> list[tuple[str, float, float, bool, str | None]]:
    return [
        (
            candidate.entry.subject.id,
            candidate.score,
            candidate.fit,
            candidate.exact,
            candidate.alias and candidate.alias.text,
        )
        for candidate in search(index, typed).ranked
    ]


def found(library: Library, typed: str) -> Found:
    reply = answer(library, parse(typed), lambda passages: passages[0])
    assert isinstance(reply, Found), typed
    return reply


def test_it_is_kept_as_a_catalogue_and_tells_how_far_it_is(many: Library) -> None:
    assert isinstance(many.shelf, Catalogue)
    assert [(done, OTHERS + 1) for done in range(1, OTHERS + 2)] == HEARD


def test_another_process_builds_one_of_its_own(library: Library) -> None:
    real = library.statements
    there = pickle.loads(pickle.dumps(Catalogue(real, print)))
    assert ranked(there.opened(0), "climate") == ranked(library.shelf.opened(0), "climate")


def test_a_statement_ranks_as_its_own_index_does(library: Library, many: Library) -> None:
    whole, part = library.shelf.opened(0), many.shelf.opened(0)
    assert isinstance(whole, WholeIndex)
    for question in questions("dev"):
        assert ranked(part, question.q) == ranked(whole, question.q), question.q


def test_an_invented_statement_does_too(many: Library) -> None:
    part = many.shelf.opened(3)
    whole = WholeIndex(part.statement)
    for passage in part.statement.passages():
        for alias in (*passage.aliases, passage.quote[:80], passage.aliases[1][:-1] + "x"):
            assert ranked(part, alias) == ranked(whole, alias), alias


def test_it_answers_as_it_does_alone_where_it_is_named(library: Library, many: Library) -> None:
    slug = library.statements[0].slug
    for question in questions("round1"):
        alone = answer(library, parse(question.q), lambda passages: passages[0])
        named = answer(many, parse(f"{slug}: {question.q}"), lambda passages: passages[0])
        # Of what is said in fillers alone the outline is shown where the statement is named.
        if not isinstance(named, Contents):
            assert named == alone, question.q


def test_a_name_that_one_statement_has_leads_to_it(many: Library) -> None:
    for statement in many.statements[1:]:
        for passage in islice(statement.passages(), 5):
            reply = found(many, passage.aliases[1])
            assert (reply.statement, reply.matches[0].passage) == (statement, passage)


def test_a_misspelt_name_does_too(many: Library) -> None:
    passage = next(many.statements[4].passages())
    typed = passage.aliases[1]
    assert found(many, typed[:3] + typed[4:]).matches[0].passage == passage


def test_few_are_proposed_and_the_first_where_nothing_is_known(many: Library) -> None:
    assert 1 < len(many.shelf.likely("climate cooperation in Brazil")) <= MOST_PROPOSED
    (only,) = many.shelf.likely("zzzzqx")
    assert only.statement is many.statements[0]
    reply = answer(many, parse("zzzzqx"), lambda passages: passages[0])
    assert reply == NotFound(many.statements[0])


def test_what_a_message_quotes_is_found_in_whatever_statement(many: Library) -> None:
    for statement in (many.statements[0], many.statements[7]):
        for passage in islice(statement.passages(), 20):
            reply = answer_to(many, f"The bus was late.\n> {passage.quote}\nLunch is at one.")
            assert isinstance(reply, Found)
            assert (reply.statement, reply.matches[0].passage) == (statement, passage)


def test_a_long_message_is_about_its_telling_sentence(many: Library) -> None:
    noise = "The bus was late again.\nLunch is at one, the soup is pumpkin.\n"
    telling = "They talked about the " + next(many.statements[5].passages()).aliases[1] + " too.\n"
    reply = answer_to(many, noise + telling + noise)
    assert reply is None or reply.statement in many.statements


def test_addresses_buttons_and_conversations_lead_to_their_statement(many: Library) -> None:
    statement = many.statements[9]
    linked = many.pages.place(statement.source_url)
    assert linked is not None
    assert linked.statement is statement
    passage = list(statement.passages())[40]
    assert many.passage(statement.slug, passage.id) == (statement, passage)
    assert many.theme(statement.slug, passage.theme) == (statement, statement.theme(passage.theme))
    assert many.passage("nowhere", passage.id) is None
    turn = turn_of(found(many, passage.aliases[1]))
    more = resolve(many, turn, More(), lambda passages: passages[0])
    assert isinstance(more, Found)
    assert more.statement is statement


def test_suggestions_come_from_the_statements_that_are_likely(many: Library) -> None:
    typeahead, statement = Typeahead(many), many.statements[6]
    assert len(typeahead.suggest("").themes) == 50
    passage = next(statement.passages())
    assert typeahead.suggest(passage.aliases[1]).passages[0] == (statement, passage)


def test_the_others_are_made_alike_each_time(library: Library) -> None:
    def made(count: int) -> list[Statement]:
        return list(distractors(library.statements[0], count))

    assert made(2) == made(3)[:2]
    (one, _) = made(2)
    passages = list(one.passages())
    assert (len(passages), {len(passage.aliases) for passage in passages}) == (80, {10})
    assert all(p.quote in one.paragraphs[p.paragraph - 1] for p in passages)
