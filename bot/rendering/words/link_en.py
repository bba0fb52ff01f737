"""A link's card and a workflow's step in English."""

from bot.rendering.words.link_vocabulary import LinkWords

WORDS = LinkWords(
    paragraph="Paragraph {paragraph}",
    shortened="Shown here: {shown} of {of} sentences. The rest is in the source.",
    unquoted="Too long to be quoted here; it is in the source.",
    how_to_ask=(
        "Ask about it in your own words: `/alliance climate`. Only you will see the answer."
    ),
    open_statement="Open the source of {title}",
    no_such_step=("This step no longer exists. Please put another in its place in the workflow."),
)
