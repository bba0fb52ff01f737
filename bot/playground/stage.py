"""All that people and administrators can do in the workspace, each told in its own module."""

from bot.playground.backstage import Backstage
from bot.playground.happening import Happening
from bot.playground.pressing import Pressing
from bot.playground.submitting import Submitting
from bot.playground.talking import Talking


class Stage:
    """One verb for each deed."""

    def __init__(self, backstage: Backstage) -> None:
        talking, pressing = Talking(backstage), Pressing(backstage)
        submitting, happening = Submitting(backstage), Happening(backstage)
        self.say = talking.say
        self.act, self.suggest, self.shortcut = pressing.act, pressing.suggest, pressing.shortcut
        self.submit, self.close = submitting.submit, submitting.close
        self.open = happening.open
