"""English."""

from bot.rendering.words.vocabulary import Words

WORDS = Words(
    date="{month} {day}, {year}",
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    passage="{theme} ¶{paragraph}",
    where="¶{paragraph} · {section}",
    matched="matched *{alias}*, an alias of {theme}",
    matched_title="matched *{title}*",
    by_chance="a passage picked at random",
    see_also="See also: {title} ({date}), a separate document that is not quoted here.",
    open_source="Open the source",
    open_source_at="Open the source at {passage}",
    others="Other passages",
    citation="{title}. {place}, {date}.",
    source="Original address: {original} · Archived copy: {archived}",
    official="",
    choose="Several themes fit these words about equally. Which one do you mean?",
    statement="{place}, {date} · {paragraphs} paragraphs · {themes}",
    range="¶{first}–{last}",
    place="¶{paragraph}",
    one_theme="1 theme",
    themes="{count} themes",
    section_line="*{section}* · {paragraphs} · {themes}",
    theme_line="• {theme} · {paragraphs}",
    pick_theme="Pick a theme",
    contents_hint="Pick a theme, or ask in your own words: `climate`, `¶5`, `section 2`, `random`.",
    numbered="{number}. {section}",
    one_paragraph="The statement has 1 paragraph.",
    paragraphs="The statement has {count} paragraphs.",
    no_section="The statement has no numbered sections.",
    one_section="The statement has 1 numbered section.",
    sections="The statement has {count} numbered sections.",
    also_here="I quote these statements too. Ask about what they say, in your own words:",
    not_found="That is not in *{title}*, as far as I can find.",
    neighbour="It may be in another document, which I do not quote: *{title}* ({date}).",
    nearest="The nearest themes of the statement:",
    see_contents="`contents` shows everything the statement covers; `help` shows how to ask.",
    help_intro="I quote *{title}*, word for word, with a link to each passage.",
    help_asking="*Ask*",
    help_command="• `/alliance climate` answers only you; `/alliance` alone shows the contents.",
    help_mention=(
        "• Mention me in a channel: everyone sees the answer, in a thread. In a direct message just"
        " write to me."
    ),
    help_places="• `¶5`, `para 5` or `section 2` opens that place; `random` picks a passage.",
    help_follow_ups=(
        "• After a mention or a direct message go on with `more`, `next`, `previous`,"
        " `the whole paragraph` or `and Japan?`"
    ),
    help_elsewhere="*Elsewhere in Slack*",
    help_search=(
        "• *Search the joint statement*, one of your shortcuts, suggests themes and passages as you"
        " type."
    ),
    help_threads=(
        "• *Find in the joint statement*, in a message’s ⋯ menu (More actions), finds what it is"
        " about: in threads too, where Slack allows no slash commands."
    ),
    help_links="• Post a link to the statement: it unfolds to the passage it highlights.",
    help_home="• My Home tab has the outline, the digests and the language.",
    help_digests="• `/alliance digest` has a theme posted to a channel on the days you choose.",
    help_steps="• *Find a passage* is a step for workflows, in Workflow Builder.",
    help_about="*Language and privacy*",
    help_languages=(
        "• Ask in English or Korean; the quotation is always the English original."
        " `/alliance language ko` (or `en`, `auto`) chooses the language I answer you in."
    ),
    help_privacy=(
        "• I do not log what you type, and I do not store it. Only words that I did not find, and"
        " what you say of an answer, may be kept, for up to 90 days and without your name."
    ),
    notice="Alliance statement",
    close="Close",
    not_opened="I could not open that in time. Please try again.",
    gone="I cannot find what this leads to any more. Please ask again.",
    apology="Sorry, something went wrong on my side. It is logged as {id}; please try again.",
    too_fast="That was a lot at once. Please wait a minute, then ask again.",
    busy="I am very busy at the moment. Please ask again in a minute.",
)
