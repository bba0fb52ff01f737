"""The Bolt App, the same for every way in: HTTP, Socket Mode and the terminal."""

import time
from collections.abc import Callable
from concurrent.futures import Executor

from slack_bolt import App
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient

from bot.core.answering import Choose
from bot.core.library import Library
from bot.listeners import DigestParts, Parts, register
from bot.listeners.actions import Actions
from bot.listeners.announcing import Announcing
from bot.listeners.asking import Asking, Clock
from bot.listeners.commands import Commands
from bot.listeners.conversations import Conversations
from bot.listeners.digest_answers import DigestAnswers
from bot.listeners.digests import Digests
from bot.listeners.failures import Failures
from bot.listeners.forms import Forms
from bot.listeners.malformed import WellFormed
from bot.listeners.no_digests import NoDigests
from bot.listeners.once import Once, RecentEvents, SeenEvents
from bot.listeners.planning import Planning
from bot.listeners.posting import Posting
from bot.listeners.setting_up import SettingUp
from bot.listeners.speaking import Speaking, quiet, retries
from bot.listeners.submissions import Submissions

PATIENCE = 10
Authorize = Callable[[str | None, str | None, str | None], AuthorizeResult]


def build_app(
    library: Library,
    choose: Choose,
    *,
    signing_secret: str,
    bot_token: str,
    api_url: str,
    patience: int = PATIENCE,
    clock: Clock = time.monotonic,
    seen: SeenEvents | None = None,
    executor: Executor | None = None,
    planning: Planning | None = None,
) -> App:
    """An App that answers from the library; it calls nobody while it is built.

    `patience` is how many seconds a call to Slack may take. Without `planning` there are no
    digests, and whoever asks for them is told so.
    """
    app = App(
        name="alliance",
        # Bolt's own loggers print bodies at DEBUG; what matters is logged by failures.py.
        logger=quiet("slack_bolt"),
        signing_secret=signing_secret,
        before_authorize=WellFormed(),
        authorize=constant(bot_token),
        client=WebClient(
            base_url=api_url,
            timeout=patience,
            retry_handlers=retries(),
            logger=quiet("slack_sdk"),
        ),
        # A listener finishes before the answer leaves: without this Bolt polls every 10 ms.
        process_before_response=True,
        raise_error_for_unhandled_request=True,
        attaching_conversation_kwargs_enabled=False,
        listener_executor=executor or Posting(),
    )
    asking, speaking = Asking(library, choose), Speaking(patience)
    digests = digest_parts(planning, speaking) if planning else NoDigests()
    parts = Parts(
        once=Once(seen or RecentEvents(clock)),
        failures=Failures(),
        commands=Commands(asking),
        conversations=Conversations(asking, speaking, digests.overheard),
        actions=Actions(asking, speaking),
        digests=digests,
    )
    register(app, parts)
    return app


def digest_parts(planning: Planning, speaking: Speaking) -> DigestParts:
    """What listens for digests."""
    answers, announcing = DigestAnswers(planning), Announcing(planning)
    forms, setting_up = Forms(planning, speaking), SettingUp(planning, announcing)
    return DigestParts(
        digests=Digests(planning, answers, setting_up, forms, speaking),
        forms=forms,
        submissions=Submissions(planning, announcing),
    )


def constant(bot_token: str) -> Authorize:
    """One workspace's token for every request, without a call to auth.test.

    So a slash command is answered while the Web API is down. The bot's own id stays unknown:
    its messages are told by their bot_id (payloads.said_in).
    """

    def authorize(
        enterprise_id: str | None, team_id: str | None, user_id: str | None
    ) -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=enterprise_id, team_id=team_id, user_id=user_id, bot_token=bot_token
        )

    return authorize
