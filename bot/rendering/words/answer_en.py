"""What can be done with an answer, in English."""

from bot.rendering.words.answer_vocabulary import AnswerWords

WORDS = AnswerWords(
    read_in_context="Read in context",
    share="Share",
    cite="Cite",
    described="{label}: {passage}",
    place_of="{paragraph} of {count}",
    paragraph="¶{paragraph}",
    part="¶{paragraph}, part {part} of {parts}",
    marked="In bold: the passage on {theme}, from “{start}” to “{end}”",
    previous="Previous: {place}",
    next="Next: {place}",
    back="Back to {place}",
    themes_of_section="Themes of this section",
    theme="Theme",
    paragraphs="Paragraphs",
    go_to_theme="Go to a theme",
    shared_by="Shared by {name} from “{title}”, word for word",
    share_passage="Share this passage",
    channel="Channel",
    channel_hint="Everybody in the channel sees the passage, and that you shared it.",
    choose_channel="Choose a channel",
    cancel="Cancel",
    shared="Shared: everybody here sees the passage now.",
    shared_in="Shared: everybody in {place} sees the passage now.",
    share_faults={
        "no_conversation": "I can share to channels only. Please choose one.",
        "members_unseen": (
            "I cannot see whether you are in that channel. Please type `/alliance` and your words"
            " in it, and share from there."
        ),
        "not_member": "You are not a member of that channel.",
        "unchosen": "Please choose a channel.",
        "not_in_channel": (
            "I am not in that channel, so nothing was shared. Type `/invite @alliance` in it, then"
            " share again."
        ),
        "is_archived": "That channel is archived, so nothing was shared.",
        "refused": (
            "Slack did not let me post there, so nothing was shared. Please try again later."
        ),
        "unheard": (
            "Slack did not say whether the passage was posted. Please look into the channel before"
            " you share it again."
        ),
        "under_way": "This is being shared already. Please look into the channel.",
    },
    citations="Cite this passage",
    citations_of="Citations of {passage}, to be copied",
    styles={
        "plain": "Plain text",
        "apa": "APA, 7th edition",
        "apa_in_text": "APA, in the text",
        "chicago": "Chicago, 17th edition, note",
        "bluebook": "Bluebook",
        "bibtex": "BibTeX",
        "markdown": "Markdown link",
    },
)
