"""The Bolt App, the same for every way in: HTTP, Socket Mode and the terminal."""

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import datetime

from slack_bolt import App
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.oauth import OAuthFlow
from slack_sdk import WebClient

from bot.core.answering import Choose
from bot.core.library import Library
from bot.core.suggesting import Typeahead
from bot.listeners.actions import Actions
from bot.listeners.announcing import Announcing
from bot.listeners.asking import Asking, Observe, unobserved
from bot.listeners.authorizing import Constant
from bot.listeners.citing import Citing
from bot.listeners.commands import Commands
from bot.listeners.conversations import Conversations, first_of
from bot.listeners.conversing import Conversing
from bot.listeners.digest_answers import DigestAnswers
from bot.listeners.digests import Digests
from bot.listeners.failures import Failures, Unanswered, uncounted
from bot.listeners.feedback import Feedback
from bot.listeners.finding import Finding
from bot.listeners.forms import Forms
from bot.listeners.home import HomeTab
from bot.listeners.home_digests import HomeDigests
from bot.listeners.homes import Homes
from bot.listeners.keeping import Keeping
from bot.listeners.language_choice import LanguageChoice
from bot.listeners.languages import Languages, Look
from bot.listeners.leaving import Leaving
from bot.listeners.leftovers import Leftovers
from bot.listeners.malformed import WellFormed
from bot.listeners.naming import NamingApp
from bot.listeners.no_digests import NoDigests
from bot.listeners.noting import Noting
from bot.listeners.once import Once
from bot.listeners.pacing import Pacing
from bot.listeners.parts import AnswerParts, DigestParts, LinkParts, Parts, ShortcutParts
from bot.listeners.planning import Planning
from bot.listeners.posting import Posting
from bot.listeners.profiles import profile_of
from bot.listeners.quoting import Quoting
from bot.listeners.readers import Readers
from bot.listeners.registering import register
from bot.listeners.searches import Searches
from bot.listeners.setting_up import SettingUp
from bot.listeners.shares import Shares
from bot.listeners.sharing import Sharing
from bot.listeners.speaking import Heard, Speaking, answering_origins, quiet, retries, unheard
from bot.listeners.steps import Steps
from bot.listeners.submissions import Submissions
from bot.listeners.suggesting import Suggesting
from bot.listeners.unfurls import Unfurls

Authorize = Callable[..., AuthorizeResult]
PATIENCE = 10


def build_app(
    library: Library,
    choose: Choose,
    *,
    signing_secret: str,
    bot_token: str,
    api_url: str,
    keeping: Keeping,
    now: Callable[[], datetime],
    planning: Planning | None = None,
    authorize: Authorize | None = None,
    oauth_flow: OAuthFlow | None = None,
    patience: int = PATIENCE,
    per_minute: int = 0,
    observe: Observe = unobserved,
    unanswered: Unanswered = uncounted,
    heard: Heard = unheard,
    executor: Executor | None = None,
    look: Look = profile_of,
) -> App:
    """An App that answers from the library; it calls nobody while it is built.

    `patience` is how many seconds a call to Slack may take. Without `planning` there are no
    digests, and whoever asks for them is told so. With `authorize` each workspace has a token of
    its own, got by the `oauth_flow`, and `bot_token` is not used. `now` is in UTC.
    """
    afterwards = executor or Posting()
    app = _bolt(
        *(signing_secret, authorize or Constant(bot_token), oauth_flow),
        *(_client(api_url, patience), afterwards),
    )
    noting = Noting(keeping.misses, afterwards, now) if keeping.misses else None
    shared = _Shared(
        asking=Asking(library, choose, observe=observe, noting=noting),
        speaking=Speaking(patience, answering_origins(api_url), heard),
        languages=Languages(keeping.preferences, afterwards, look),
        keeping=keeping,
        now=now,
    )
    pacing = Pacing(per_minute, shared.speaking, afterwards, unanswered)
    register(app, _parts(shared, pacing, Failures(unanswered), planning))
    return app


@dataclass(frozen=True, slots=True)
class _Shared:
    """What all doors share."""

    asking: Asking
    speaking: Speaking
    languages: Languages
    keeping: Keeping
    now: Callable[[], datetime]


def _parts(shared: _Shared, pacing: Pacing, failures: Failures, planning: Planning | None) -> Parts:
    asking, speaking, languages = shared.asking, shared.speaking, shared.languages
    conversing, choice = Conversing(asking, shared.keeping.turns), LanguageChoice(languages)
    quoting = Quoting(asking.library, languages)
    homes = Homes(asking.library, languages, planning)
    digests = _digests(planning, shared, homes) if planning else NoDigests(languages)
    asked = digests.digests.asked if isinstance(digests, DigestParts) else digests.asked
    overheard = first_of(choice.overheard, digests.overheard)
    return Parts(
        pacing=pacing,
        once=Once(shared.keeping.seen),
        failures=failures,
        commands=Commands(asking, languages, (asked, choice.asked)),
        language_choice=choice,
        conversations=Conversations(conversing, languages, speaking, overheard),
        suggesting=Suggesting(asking.library, languages),
        actions=Actions(asking, conversing, speaking, quoting),
        home=HomeTab(asking, languages, homes),
        answers=AnswerParts(
            readers=Readers(quoting, speaking),
            sharing=Sharing(quoting, speaking, _shares(shared)),
            citing=Citing(quoting, speaking, shared.now),
        ),
        digests=digests,
        feedback=Feedback(quoting, shared.keeping.remarks, speaking, shared.now),
        links=LinkParts(Unfurls(asking.library, languages), Steps(asking)),
        shortcuts=ShortcutParts(
            Searches(asking, languages, Typeahead(asking.library)),
            Finding(asking, languages, speaking),
        ),
        leaving=Leaving(shared.keeping.departures),
        leftovers=Leftovers(languages, speaking),
    )


def _shares(shared: _Shared) -> Shares:
    languages = shared.languages
    return Shares(languages.look, shared.keeping.seen, languages.executor)


def _bolt(
    signing_secret: str,
    authorize: Authorize,
    oauth_flow: OAuthFlow | None,
    client: WebClient,
    executor: Executor,
) -> App:
    return NamingApp(
        name="alliance",
        # Bolt's own loggers print bodies at DEBUG; what matters is logged by failures.py.
        logger=quiet("slack_bolt"),
        signing_secret=signing_secret,
        before_authorize=WellFormed(),
        authorize=authorize,
        oauth_flow=oauth_flow,
        client=client,
        # A listener finishes before the answer leaves: without this Bolt polls every 10 ms.
        process_before_response=True,
        raise_error_for_unhandled_request=True,
        attaching_conversation_kwargs_enabled=False,
        listener_executor=executor,
    )


def _client(api_url: str, patience: int) -> WebClient:
    return WebClient(
        base_url=api_url, timeout=patience, retry_handlers=retries(), logger=quiet("slack_sdk")
    )


def _digests(planning: Planning, shared: _Shared, homes: Homes) -> DigestParts:
    languages, speaking = shared.languages, shared.speaking
    answers, announcing = DigestAnswers(planning), Announcing(planning)
    forms, setting_up = Forms(planning, languages, speaking), SettingUp(planning, announcing)
    return DigestParts(
        digests=Digests(planning, answers, setting_up, forms, languages, speaking),
        forms=forms,
        submissions=Submissions(planning, announcing, homes),
        home=HomeDigests(planning, answers, forms, homes, languages),
    )
