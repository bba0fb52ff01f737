"""Everything that listens, by what it listens to."""

from dataclasses import dataclass

from bot.listeners.actions import Actions
from bot.listeners.citing import Citing
from bot.listeners.commands import Commands
from bot.listeners.conversations import Conversations, Overheard
from bot.listeners.digests import Digests
from bot.listeners.failures import Failures
from bot.listeners.feedback import Feedback
from bot.listeners.finding import Finding
from bot.listeners.forms import Forms
from bot.listeners.home import HomeTab
from bot.listeners.home_digests import HomeDigests
from bot.listeners.language_choice import LanguageChoice
from bot.listeners.leaving import Leaving
from bot.listeners.leftovers import Leftovers
from bot.listeners.no_digests import NoDigests
from bot.listeners.once import Once
from bot.listeners.pacing import Pacing
from bot.listeners.readers import Readers
from bot.listeners.searches import Searches
from bot.listeners.sharing import Sharing
from bot.listeners.steps import Steps
from bot.listeners.submissions import Submissions
from bot.listeners.suggesting import Suggesting
from bot.listeners.unfurls import Unfurls


@dataclass(frozen=True, slots=True)
class DigestParts:
    """What listens where digests are kept."""

    digests: Digests
    forms: Forms
    submissions: Submissions
    home: HomeDigests

    @property
    def overheard(self) -> Overheard:
        """What answers words about digests in conversations."""
        return self.digests.answers.overheard


@dataclass(frozen=True, slots=True)
class AnswerParts:
    """What listens to the buttons under a passage."""

    readers: Readers
    sharing: Sharing
    citing: Citing


@dataclass(frozen=True, slots=True)
class ShortcutParts:
    """What listens to the shortcuts."""

    searches: Searches
    finding: Finding


@dataclass(frozen=True, slots=True)
class LinkParts:
    """What listens to links and to workflows."""

    unfurls: Unfurls
    steps: Steps


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything that listens."""

    pacing: Pacing
    once: Once
    failures: Failures
    commands: Commands
    language_choice: LanguageChoice
    conversations: Conversations
    suggesting: Suggesting
    actions: Actions
    answers: AnswerParts
    shortcuts: ShortcutParts
    home: HomeTab
    digests: DigestParts | NoDigests
    feedback: Feedback
    links: LinkParts
    leaving: Leaving
    leftovers: Leftovers
