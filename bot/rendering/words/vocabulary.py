"""The sentences that each language has to have."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """All that is said in one language; the comments name what the braces take."""

    date: str  # month (a name of `months`), month_number, day, year
    months: tuple[str, ...]

    # A passage
    passage: str  # theme, paragraph
    where: str  # paragraph, section
    matched: str  # alias, theme
    matched_title: str  # title
    by_chance: str
    see_also: str  # title, date
    open_source: str
    open_source_at: str  # passage
    others: str
    citation: str  # title, place, date
    source: str  # original, archived
    official: str  # below a quotation; empty in its own language

    # Choices
    choose: str

    # The outline
    statement: str  # place, date, paragraphs, themes
    range: str  # first, last
    place: str  # paragraph
    one_theme: str
    themes: str  # count
    section_line: str  # section, paragraphs, themes
    theme_line: str  # theme, paragraphs
    pick_theme: str
    contents_hint: str
    numbered: str  # number, section
    one_paragraph: str
    paragraphs: str  # count
    no_section: str
    one_section: str
    sections: str  # count
    also_here: str

    # Not found
    not_found: str  # title
    neighbour: str  # title, date
    nearest: str
    see_contents: str

    # Help
    help_intro: str  # title
    help_asking: str
    help_command: str
    help_mention: str
    help_places: str
    help_follow_ups: str
    help_elsewhere: str
    help_search: str
    help_threads: str
    help_links: str
    help_home: str
    help_digests: str
    help_steps: str
    help_about: str
    help_languages: str
    help_privacy: str

    # A modal
    notice: str
    close: str

    # What goes wrong
    not_opened: str
    gone: str
    apology: str  # id
    too_fast: str
    busy: str
