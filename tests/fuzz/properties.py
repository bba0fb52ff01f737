"""What has to hold of every input, as Hypothesis tries it; each counts what came of what."""

from collections import Counter
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import run_state_machine_as_test

from bot.web import LARGEST_BODY
from tests.fuzz.conversation import Conversation
from tests.fuzz.door import Attacked, Sent, attacked, forged, spoilt
from tests.fuzz.files import any_file, shelf
from tests.support.slack import FORM, JSON

# The kind of input, and what came of it.
Tally = Counter[tuple[str, str]]
# Deeds in one conversation.
DEEDS = 30
CHANCE = st.randoms(use_true_random=True)
CONTENTS = st.sampled_from((FORM, JSON, "", "multipart/form-data"))


def settled(examples: int, derandomize: bool) -> settings:
    """So many examples; the same ones each time, if wished."""
    return settings(
        max_examples=examples,
        derandomize=derandomize,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


def fuzz_forged(bot: Attacked, chosen: settings, tally: Tally) -> None:
    """Real payloads of every kind, changed in a few places or in some bytes."""

    @chosen
    @given(st.sampled_from(sorted(bot.payloads)), st.integers(0, 5), CHANCE)
    def forge(kind: str, changes: int, chance: Random) -> None:
        sent = forged(bot, kind, chance, changes) if changes < 5 else spoilt(bot, kind, chance)
        tally[sent.kind, bot.deliver(sent)] += 1

    forge()


def fuzz_bytes(bot: Attacked, chosen: settings, tally: Tally) -> None:
    """Any bytes, signed as Slack would; now and then too many."""

    @chosen
    @given(st.binary(max_size=300), CONTENTS, st.integers(0, 99))
    def send(body: bytes, content: str, often: int) -> None:
        sent = Sent("any bytes", body, content)
        if often == 99:
            sent = Sent("over 1 MiB", body.ljust(LARGEST_BODY + 1), content)
        tally[sent.kind, bot.deliver(sent)] += 1

    send()


def fuzz_unsigned(bot: Attacked, chosen: settings, tally: Tally) -> None:
    """Real payloads that somebody else than Slack sends."""

    @chosen
    @given(st.sampled_from(sorted(bot.payloads)), st.integers(0, 2), CHANCE)
    def send(kind: str, changes: int, chance: Random) -> None:
        payload = forged(bot, kind, chance, changes)
        sent = Sent("unsigned", payload.body, payload.content, signed=False)
        tally[sent.kind, bot.deliver(sent)] += 1

    send()


def fuzz_files(chosen: settings, tally: Tally) -> None:
    """Files of digests and of statements."""
    with shelf() as place:

        @chosen
        @given(CHANCE)
        def read(chance: Random) -> None:
            what, name, content = any_file(place, chance)
            tally[f"{name}: {what}", place.read(name, content)] += 1

        read()


def fuzz_door(examples: int, derandomize: bool, tally: Tally) -> None:
    """Everything at the HTTP door: four in five are forged, the others any bytes or unsigned."""
    with attacked() as bot:
        fuzz_forged(bot, settled(max(1, examples * 8 // 10), derandomize), tally)
        fuzz_bytes(bot, settled(max(1, examples // 10), derandomize), tally)
        fuzz_unsigned(bot, settled(max(1, examples // 10), derandomize), tally)


def fuzz_conversations(deeds: int, derandomize: bool, tally: Tally) -> None:
    """So many deeds or a few more, in conversations of their own."""
    chosen = settled(max(1, deeds // DEEDS), derandomize)
    Conversation.tally.clear()
    run_state_machine_as_test(Conversation, settings=settings(chosen, stateful_step_count=DEEDS))
    tally.update(
        {(f"conversation: {what}", how): n for (what, how), n in Conversation.tally.items()}
    )
