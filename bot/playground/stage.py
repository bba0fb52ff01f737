"""All that people and administrators can do in the workspace, each told in its own module."""

from bot.playground.backstage import Backstage
from bot.playground.happening import Happening
from bot.playground.joining import Joining
from bot.playground.pressing import Pressing
from bot.playground.submitting import Submitting
from bot.playground.talking import Talking


class Stage:
    """One verb for each deed."""

    def __init__(self, backstage: Backstage) -> None:
        joining, happening = Joining(backstage), Happening(backstage)
        talking, pressing = Talking(backstage, joining), Pressing(backstage)
        submitting = Submitting(backstage)
        self.say, self.compose = talking.say, talking.compose
        self.act, self.suggest, self.shortcut = pressing.act, pressing.suggest, pressing.shortcut
        self.submit, self.close = submitting.submit, submitting.close
        self.invite, self.remove = joining.invite, joining.remove
        self.open, self.run_function = happening.open, happening.run_function
        self.archive, self.revoke, self.uninstall = (
            *(happening.archive, happening.revoke, happening.uninstall),
        )
