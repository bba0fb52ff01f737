"""English, for assistants."""

from bot.rendering.words.assistant_vocabulary import AssistantWords

WORDS = AssistantWords(
    found="What the statement says, word for word, the best match first.",
    choices="Several themes fit these words about equally; each is shown with its first passage.",
    contents="This is what the statement covers.",
    no_paragraph="There is no such paragraph: the statement has {count}.",
    no_section="There is no such section: the statement has {count} that are numbered.",
    not_found="{title} does not say this, as far as the search can tell.",
    elsewhere="It may be in another document, which is not quoted here: {title} ({date}).",
    nearest="The nearest themes of the statement:",
    quote=(
        "Quote word for word, in quotation marks, and give the citation and the link with it."
        " Do not paraphrase, shorten or join quotations. The official text is English: where you"
        " translate it, say that the translation is yours."
    ),
    decline=(
        "Say that the statement does not say this. Do not answer from memory, and do not present"
        " another document as this statement."
    ),
    browse="Search for a theme, or get a passage by its id, before you quote.",
    see_also="See also: {title} ({date}), a separate document that is not quoted here.",
    source="Source: {link}",
    citation="Cite as: {citation}",
    id="Id: {id}",
    paragraph="The whole paragraph {number}:",
    previous="Previous passage: {id}",
    next="Next passage: {id}",
    unknown_id=(
        "There is no passage of that id. Use an id of a search_statement result, as it stands."
    ),
    malformed="The arguments do not fit: {faults}.",
    apology="Sorry, something went wrong here. It is logged as {id}; please try again.",
)
