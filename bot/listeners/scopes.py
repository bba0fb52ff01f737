"""What a workspace's token may do, where its installation says so: some rights can be declined.

https://docs.slack.dev/changelog/2026/03/16/optional-scopes
"""

from collections.abc import Callable

from slack_bolt import BoltRequest, BoltResponse
from slack_bolt.middleware import Middleware
from slack_sdk import WebClient


class ScopedClient(WebClient):
    """A client that knows what its token may do."""

    scopes: frozenset[str]


class Scoping(Middleware):
    """Lets the request's client know the scopes that were granted."""

    def process(
        self, *, req: BoltRequest, resp: BoltResponse, next: Callable[[], BoltResponse]
    ) -> BoltResponse:
        context = req.context
        if granted := context.authorize_result and context.authorize_result.bot_scopes:
            context["client"] = _scoped(context.client, frozenset(granted))
        return next()


def may(client: WebClient, scope: str) -> bool:
    """Whether the token has that scope; where nobody knows, Slack will say."""
    return not isinstance(client, ScopedClient) or scope in client.scopes


def _scoped(client: WebClient, scopes: frozenset[str]) -> ScopedClient:
    knowing = ScopedClient(
        client.token,
        base_url=client.base_url,
        timeout=client.timeout,
        logger=client.logger,
        retry_handlers=client.retry_handlers,
    )
    knowing.default_params = client.default_params
    knowing.scopes = scopes
    return knowing
