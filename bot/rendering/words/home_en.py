"""The Home, and the choice of a language, in English."""

from bot.rendering.words.home_vocabulary import HomeWords

WORDS = HomeWords(
    language_chosen="From now on I answer you in English.",
    language_automatic="From now on I follow the language of your Slack, and that of your words.",
    language_as_chosen="I answer you in English, as you chose.",
    language_followed=(
        "I answer you in English for now: I follow the language of your Slack, and that of your"
        " words."
    ),
    language_ways=(
        "To change it: `/alliance language en` · `/alliance language ko` (한국어)"
        " · `/alliance language auto`. The quotation is always the English original."
    ),
    language_unknown="I speak English and Korean.",
    language_in_private=(
        "Your language is for you alone: type `/alliance language ko`, `en` or `auto`, or write it"
        " to me in a direct message."
    ),
    search="Find a passage",
    search_examples="climate, nuclear energy, ¶5, section 2",
    outline="What the statement covers",
    pick_from="Pick a theme: {section}",
    language="Language",
    language_note=(
        "The language I answer you in. The quotation is always the English original."
        "\nAutomatic follows the language of your Slack, and that of your words."
    ),
    languages={"auto": "Automatic", "en": "English", "ko": "한국어 (Korean)"},
    help="Help and privacy",
    help_button="All of the help",
    digests="Digests",
    digest="*{number}. {place}*",
    own_conversation="your direct message with me",
    paused="*State:* paused",
    deeds={
        "change": "Change",
        "preview": "Preview",
        "now": "Post now",
        "pause": "Pause",
        "resume": "Resume",
        "off": "Off",
    },
    described="{deed}: digest {number}, {cadence}",
    sure={"now": "Post now?", "off": "End this digest?"},
    consequence={
        "now": "The next theme is posted at once, for everybody there to read.",
        "off": "Nothing more is posted there until somebody sets up a digest again.",
    },
    keep="Cancel",
    set_up="Set up a digest",
    more="There are {count} digests in all: `/alliance digest list` shows them.",
    preview="Preview of the digest",
)
