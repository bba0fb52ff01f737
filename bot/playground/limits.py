"""Slack's limits outside of single pieces, each with its page."""

from collections.abc import Mapping

from bot.playground.shapes import Surface

# https://docs.slack.dev/reference/block-kit/blocks
BLOCKS: Mapping[Surface, int] = {"message": 50, "unfurl": 50, "modal": 100, "home": 100}
# https://docs.slack.dev/reference/block-kit/blocks/markdown-block
MARKDOWN_OF_ALL_BLOCKS = 12_000
# Undocumented. The least that was seen refused: https://github.com/slackapi/bolt-js/issues/2867
TEXT_OF_ALL_BLOCKS = 11_340
# https://docs.slack.dev/reference/methods/chat.postMessage#truncating ; Slack cuts, we refuse:
# a bot whose words are cut should hear of it.
POSTED_TEXT = 40_000
# https://docs.slack.dev/reference/methods/chat.update#errors
UPDATED_TEXT = 4_000
# The refusal is documented, its number is not: https://docs.slack.dev/messaging/message-metadata
METADATA_BYTES = 8_000
# https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
RESPONSES, RESPONSE_SECONDS = 5, 1800
# https://docs.slack.dev/interactivity/handling-user-interaction
TRIGGER_SECONDS = ACK_SECONDS = 3
# https://docs.slack.dev/apis/events-api/#retries
RETRY_DELAYS = (0, 60, 300)
# https://docs.slack.dev/reference/views/modal-views
MODAL_TITLE, PRIVATE_METADATA, CALLBACK_ID, VIEW_BYTES, VIEWS = 24, 3000, 255, 250_000, 3
# https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts
PROMPTS = 4
# https://docs.slack.dev/reference/methods/assistant.threads.setStatus
STATUS_SECONDS, LOADING_MESSAGES, LOADING_MESSAGE = 120, 10, 50
