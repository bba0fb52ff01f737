"""The bot as a step of a workflow: https://docs.slack.dev/tools/bolt-python/concepts/custom-steps

The event brings a token of its own, and Bolt uses it.
"""

from dataclasses import dataclass

from slack_bolt import Args
from slack_sdk import WebClient

from bot.core.request import language_of
from bot.listeners.asking import Asking
from bot.listeners.payloads import mapping, origin_of, string
from bot.listeners.speaking import insisting
from bot.rendering.message import Message
from bot.rendering.outputs import render_no_such_step, render_outputs

FIND_PASSAGE = "find_passage"
# Seconds that a step waits for a limit of Slack's to end: nobody sits before it.
LONGEST_WAIT = 60


@dataclass(frozen=True, slots=True)
class Steps:
    """Runs the step and hands on what it found."""

    asking: Asking

    def find_passage(self, args: Args) -> None:
        """Complete with the passage; a query that finds none completes as well."""
        if not args.context.function_execution_id:
            # Without it no step can be ended, so none waits.
            return
        query = string(mapping(args.event or {}, "inputs"), "query")
        language = language_of(query)
        origin = origin_of("step", args.body, args.context)
        answer = self.asking.ask(query, origin, language)
        _insist(args.client)
        args.complete(outputs=render_outputs(answer, language))

    def unknown(self, args: Args) -> None:
        """End a step of an older release, whose workflow would wait for it forever."""
        self.tell(args, render_no_such_step())

    def tell(self, args: Args, message: Message) -> None:
        """Let the step fail; whoever owns the workflow reads why."""
        if args.context.function_execution_id:
            _insist(args.client)
            args.fail(error=message.text)


def _insist(client: WebClient) -> None:
    """A step can end but once, so saying it again does no harm; unheard, the workflow would wait.

    The client is this request's own.
    """
    client.retry_handlers += insisting(LONGEST_WAIT)
