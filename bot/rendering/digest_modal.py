"""The modal in which a digest is set up: every field, the next posts, and what saving changes.

https://docs.slack.dev/surfaces/modals ; Slack keeps what stands in a field while it keeps its name.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.core.digests import Subscription
from bot.core.statement import Language, Statement
from bot.rendering import blocks, inputs
from bot.rendering.blocks import Block, option
from bot.rendering.digest_form import FORM, Field, Form, Opened, action_of
from bot.rendering.moments import cadence_in, offset_of
from bot.rendering.mrkdwn import escape
from bot.rendering.phrases import section_name, text_of
from bot.rendering.plans import Coming, next_lines, place_of
from bot.rendering.words import FormWords, digest_words_in, form_words_in

View = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Draft:
    """A form at one moment: the posts that would come of it, and the digest it would change.

    `coming` is None where not everything is chosen yet.
    """

    form: Form
    coming: Coming | None
    at: datetime
    existing: Subscription | None = None


def render_form(statement: Statement, draft: Draft, opened: Opened) -> View:
    """The modal in the language it was opened in; fields that do not count are left out."""
    words = form_words_in(opened.language)
    elements = _elements(statement, draft, opened, words)
    fields = [
        inputs.field(
            name,
            action_of(name),
            words.labels[name],
            element,
            hint=words.hints.get(name, ""),
            optional=name in ("holidays", "until"),
        )
        for name, element in elements.items()
    ]
    return {
        "type": "modal",
        "callback_id": FORM,
        "title": blocks.plain(words.title),
        "submit": blocks.plain(words.save),
        "close": blocks.plain(words.cancel),
        "private_metadata": opened.value,
        "blocks": [*_warning(draft, opened.language), *fields, _preview(draft, opened.language)],
    }


def render_zones(zones: Iterable[str], now: datetime) -> list[blocks.Element]:
    """The zones that are suggested to what is typed."""
    return [option(label, zone) for zone, label in (_zone(each, now) for each in zones)]


def _zone(zone: str, now: datetime) -> inputs.Choice:
    """A zone as the menu shows it: by its name, with its offset now."""
    offset = offset_of(zone, now)
    return zone, zone if zone == offset else f"{zone} ({offset})"


def _elements(
    statement: Statement, draft: Draft, opened: Opened, words: FormWords
) -> Mapping[Field, blocks.Element]:
    """What each field is filled in with, in their order."""
    form, prompts = draft.form, words.placeholders
    kinds = ("public", "private", *(("im",) if opened.channel.startswith("D") else ()))
    elements: dict[Field, blocks.Element] = {
        "channel": inputs.conversation(form.channel, kinds, prompts["channel"]),
        "days": inputs.one_of(tuple(words.days.items()), form.days),
    }
    if form.days == "chosen":
        elements["weekdays"] = _weekdays(form, opened.language, prompts["weekdays"])
    elements["time"] = inputs.clock(form.at)
    elements["zone"] = inputs.typeahead(_zone(form.zone, draft.at), prompts["zone"])
    elements["program"] = inputs.one_of(_programs(statement, words), form.what)
    if form.what == "chosen":
        elements["themes"] = _themes(statement, form, opened.language, prompts["themes"])
    if form.what == "section":
        elements["section"] = _sections(statement, form, opened.language, prompts["section"])
    elements["language"] = inputs.one_of(tuple(words.languages.items()), form.language)
    elements["holidays"] = inputs.checks(tuple(words.countries.items()), form.holidays)
    elements["until"] = inputs.calendar(form.until, prompts["until"])
    return elements


def _weekdays(form: Form, language: Language, placeholder: str) -> blocks.Element:
    named, names = form_words_in(language).weekday, digest_words_in(language).weekdays
    days = [(str(day), named.format(weekday=name)) for day, name in enumerate(names)]
    return inputs.some_of(days, {str(day) for day in form.weekdays}, placeholder)


def _themes(
    statement: Statement, form: Form, language: Language, placeholder: str
) -> blocks.Element:
    themes = [(theme.id, theme.title.to(language)) for theme in statement.themes]
    return inputs.some_of(themes, form.themes, placeholder)


def _sections(
    statement: Statement, form: Form, language: Language, placeholder: str
) -> blocks.Element:
    sections = [
        (str(section.number), section_name(section, language))
        for section in statement.numbered_sections
    ]
    return inputs.one_of(sections, str(form.section), placeholder)


def _programs(statement: Statement, words: FormWords) -> list[inputs.Choice]:
    """What can be posted: there may be no section to choose."""
    some = statement.numbered_sections
    return [(what, label) for what, label in words.what.items() if what != "section" or some]


def _warning(draft: Draft, language: Language) -> list[Block]:
    """That the channel has a digest already, whose it is, and whether saving changes it."""
    if (existing := draft.existing) is None:
        return []
    words = digest_words_in(language)
    if existing.origin == "file":
        return [blocks.section(words.refusals["kept_in_file"])]
    warning = form_words_in(language).already.format(
        place=place_of(existing.channel, language),
        cadence=cadence_in(existing.plan.cadence, draft.at, language),
        by=words.set_up_by.format(name=escape(existing.owner.name)),
    )
    return [blocks.section(warning)]


def _preview(draft: Draft, language: Language) -> Block:
    if draft.coming is None:
        return blocks.section(form_words_in(language).incomplete)
    return blocks.section(text_of(next_lines(draft.coming, draft.form.zone, language)))
