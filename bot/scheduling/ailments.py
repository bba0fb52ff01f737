"""Why Slack takes no more posts of a digest, by the word it refuses one with."""

from collections.abc import Mapping

from bot.core.digests import Ailment

# https://docs.slack.dev/reference/methods/chat.postMessage#errors
AILMENTS: Mapping[str, Ailment] = {
    "not_in_channel": "not_in_channel",
    "is_archived": "archived",
    "channel_not_found": "channel_gone",
    **dict.fromkeys(
        ("token_revoked", "token_expired", "account_inactive", "invalid_auth", "not_authed"),
        "token",
    ),
}
