"""The search and the shortcuts in English."""

from bot.rendering.words.search_vocabulary import SearchWords

WORDS = SearchWords(
    search_title="Search the statement",
    result_title="Joint statement",
    search="Search",
    cancel="Cancel",
    search_again="Search again",
    subject="Theme or passage",
    subject_prompt="Start typing: climate, Japan, chips",
    own_words="Or ask in your own words",
    own_words_prompt="What does it say about net zero?",
    themes="Themes",
    passages="Passages",
    faults={
        "nothing": "Please pick a theme or a passage, or write what you look for.",
        "both": "Please use one of the two: what you picked above, or your own words.",
        "gone": "I cannot find this in the statement any more. Please pick again.",
    },
    not_opened=(
        "The search did not open in time. Please choose the shortcut again,"
        " or send me your words here."
    ),
    no_words="There are no words in this message that I could look up.",
    nothing_in_message="Nothing in this message is in *{title}*, as far as I can find.",
)
