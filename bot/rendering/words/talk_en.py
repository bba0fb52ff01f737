"""Conversations in English."""

from bot.rendering.words.talk_vocabulary import TalkWords

WORDS = TalkWords(
    thanks="You are welcome! Ask me again whenever you need the statement’s words.",
    ended={
        "more": "I have shown you every passage that fits. Here are all the themes:",
        "next": "That was the last passage of the statement. Here are all the themes:",
        "previous": "That was the first passage of the statement. Here are all the themes:",
    },
    unanchored=(
        "`more`, `next`, `previous` and `the whole paragraph` follow an answer of mine, and there"
        " is none in this conversation yet. Ask me something first: `climate`, `¶5`, `contents`."
    ),
    prompts="What would you like to find?",
    contents="Show everything it covers",
    contents_prompt="contents",
)
