"""The tools as an assistant is told of them: names, arguments, schemas and when to use them.

A server is asked for these before anybody's language is known, so they are in English.
"""

import mcp_types as types

from bot.assistants.arguments import GET, SEARCH, GetArguments, SearchArguments
from bot.assistants.results import PassageResult, SearchResult

NAME, TITLE = "alliance-statement", "2023 US-ROK joint statement"
DESCRIPTION = (
    "Quotes the 2023 US-ROK leaders' joint statement, verbatim, with a link to each passage."
)
INSTRUCTIONS = (
    "This server quotes one public document: the Leaders’ Joint Statement in Commemoration of the"
    " 70th Anniversary of the Alliance between the United States of America and the Republic of"
    " Korea (Washington, 26 April 2023). Before you say what the statement says, or that it does"
    f" not say something, call {SEARCH}, in English or Korean. Quote what it returns word for word"
    " and cite it with its link. Where its outcome is not_found, say that the statement does not"
    " say it. Never quote the statement from memory."
)


def tools() -> list[types.Tool]:
    """Both tools; they read one document that never changes, and nothing else."""
    return [
        types.Tool(
            name=SEARCH,
            title="Search the joint statement",
            description="Find what the 2023 US-ROK leaders' joint statement says about a subject."
            " Use it whenever the statement, the April 2023 Washington summit or the alliance's"
            " official positions of that day are asked about, before you answer, and to check"
            " whether a claim about the statement is true. It returns verbatim passages with links"
            " and citations, or says that the statement does not say it.",
            input_schema=SearchArguments.model_json_schema(),
            output_schema=SearchResult.model_json_schema(mode="serialization"),
            annotations=_reading(),
        ),
        types.Tool(
            name=GET,
            title="Get a passage of the joint statement",
            description="Get one passage by its id, with the whole paragraph round it, its section,"
            " and the ids of the passages before and after it. Use it to read a passage in context"
            " or to read on.",
            input_schema=GetArguments.model_json_schema(),
            output_schema=PassageResult.model_json_schema(mode="serialization"),
            annotations=_reading(),
        ),
    ]


def _reading() -> types.ToolAnnotations:
    return types.ToolAnnotations(
        read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
    )
