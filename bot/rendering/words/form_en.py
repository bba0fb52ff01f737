"""The modal for a digest in English."""

from bot.rendering.words.form_vocabulary import FormWords

WORDS = FormWords(
    title="Statement digest",
    save="Save",
    cancel="Cancel",
    labels={
        "channel": "Channel",
        "days": "Days",
        "weekdays": "On these days",
        "time": "Time",
        "zone": "Time zone",
        "program": "What to post",
        "themes": "Themes",
        "section": "Section",
        "language": "Language around the quotation",
        "holidays": "No posts on public holidays of",
        "until": "No posts before",
    },
    hints={
        "zone": "Type a city or a name, such as Seoul or America/New_York.",
        "themes": "They are posted in the statement’s order.",
        "language": "The quotation itself is always the English original.",
        "until": "Leave it empty to begin at once.",
    },
    placeholders={
        "channel": "Choose a channel",
        "weekdays": "Choose days",
        "zone": "Type a city",
        "themes": "Choose themes",
        "section": "Choose a section",
        "until": "Choose a day",
    },
    days={
        "every_day": "Every day",
        "weekdays": "Weekdays, Monday to Friday",
        "chosen": "Chosen days",
    },
    weekday="{weekday}",
    what={
        "in_order": "Every theme, in the statement’s order",
        "shuffled": "Every theme, in random order",
        "chosen": "Chosen themes",
        "section": "One section",
    },
    languages={"en": "English", "ko": "한국어 (Korean)"},
    countries={"US": "the United States", "KR": "Korea"},
    already="*There is a digest in {place} already:* {cadence}, {by}. Saving changes it.",
    faults={
        "unchosen": "Please choose from the list.",
        "no_days": "Please choose at least one day.",
        "no_themes": "Please choose at least one theme.",
        "no_section": "Please choose a section.",
        "unknown_zone": "I do not know that time zone. Please pick one from the list.",
        "no_such_day": "Please choose a day after today and within a year, or leave it empty.",
    },
    incomplete="The next posts are shown here as soon as everything is chosen.",
)
