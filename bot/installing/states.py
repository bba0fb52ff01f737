"""What proves that an installation was begun here, by the same browser, a short while ago, once."""

from datetime import UTC, datetime

import sqlalchemy as sa
from slack_sdk.oauth import OAuthStateUtils
from slack_sdk.oauth.state_store.sqlalchemy import SQLAlchemyOAuthStateStore

from bot.storage.database import writing
from bot.storage.installed_schema import STATE

# Seconds.
EXPIRY = 600
# Each look at the page makes one: of more than these the oldest go, so that whoever asks for it
# without end fills no disk, and whoever is under way is not sent back for a while.
MOST = 10_000
COOKIE = "alliance-oauth-state"


class States(SQLAlchemyOAuthStateStore):
    """The SDK's store; here a state is used up in one statement, so that two cannot both have it.

    https://docs.slack.dev/authentication/installing-with-oauth
    """

    def __init__(self, engine: sa.Engine) -> None:
        super().__init__(EXPIRY, engine)

    def issue(self, *args: object, **kwargs: object) -> str:
        """A new state; those that nobody used in time, or that are too many, are forgotten."""
        newest = sa.select(STATE.c.expire_at).order_by(STATE.c.expire_at.desc())
        too_old = STATE.c.expire_at <= newest.offset(MOST - 1).limit(1).scalar_subquery()
        with writing(self.engine) as connection:
            connection.execute(STATE.delete().where((STATE.c.expire_at <= _now()) | too_old))
        return str(super().issue())

    def consume(self, state: str) -> bool:
        """Whether the state was issued and has not expired; never again for the same one."""
        used = STATE.delete().where(STATE.c.state == state).returning(STATE.c.expire_at)
        with writing(self.engine) as connection:
            expires = connection.execute(used).scalar()
        return expires is not None and expires > _now()


class StateCookie(OAuthStateUtils):
    """The SDK's cookie, which no other site's requests carry but the way back from Slack."""

    def __init__(self) -> None:
        super().__init__(cookie_name=COOKIE, expiration_seconds=EXPIRY)

    def build_set_cookie_for_new_state(self, state: str) -> str:
        """Secure, HttpOnly, and Lax: the way back is a link that is followed."""
        return f"{super().build_set_cookie_for_new_state(state)}; SameSite=Lax"


def _now() -> datetime:
    """The moment as the SDK stores it."""
    return datetime.now(UTC).replace(tzinfo=None)
