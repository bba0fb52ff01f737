"""English, on the pages of the installation."""

from bot.rendering.words.install_vocabulary import InstallWords

WORDS = InstallWords(
    add="Add to Slack",
    lead="It quotes one public document, word for word: the {title}. Ask by slash command, mention"
    " it or write to it, in English or Korean.",
    points=(
        "Every answer is a verbatim passage with its place and a link to the source.",
        "What the document does not say, the bot says it does not say. No text is generated.",
        "A channel can have a passage posted at the hours that you choose.",
    ),
    optional="Slack asks about some rights separately. You may leave them out:",
    granted={
        "users:read": "See people’s language, name and time zone, and who is an admin.",
        "channels:read": "See that somebody is in the channel they choose for a digest or to share"
        " a passage in.",
        "channels:history": "Find a digest’s own post again after an interruption.",
    },
    privacy="It does not keep who asked what. Remove the app, and all that is stored of your"
    " workspace is deleted.",
    switch="한국어",
    installed="Installed in {where}",
    organisation_next="An organisation chooses in which of its workspaces an app is.",
    choose_workspaces="Choose workspaces",
    next="What now?",
    steps=(
        "Type /alliance climate in any channel. Only you see the answer.",
        "Type /invite @alliance in a channel, and mention @alliance there for everybody to read.",
        "Type /alliance digest to have passages posted regularly, and /alliance help for the rest.",
    ),
    open_slack="Open Slack",
    left_out="What you left out",
    declined={
        "users:read": "The bot goes by the language you write in, a digest by UTC unless you name"
        " a time zone, and it cannot tell who is an admin.",
        "channels:read": "To set up a digest for a channel, type the command in that channel;"
        " passages cannot be shared in other channels.",
        "channels:history": "Where a digest’s post is interrupted, it is marked as unconfirmed"
        " instead of being looked for.",
    },
    declined_other="{scope}: what needs it is switched off.",
    add_later="Install again to add them at any time.",
    cancelled="Nothing was installed",
    cancelled_why="You said no on Slack’s page, or your workspace has an admin approve apps first.",
    expired="Please begin again",
    expired_why="An installation has to be finished within ten minutes, once, and in the browser"
    " that it was begun in.",
    failed="That did not work",
    failed_why="Something went wrong here or at Slack. Whoever runs this bot can look it up under"
    " {id}.",
    again="Begin again",
    welcome="You have installed the bot that quotes the *{title}* word for word. This is what it"
    " says about *{theme}* :",
    welcome_ask="• Ask for anything else with `/alliance climate`, here or in any channel.",
    welcome_digest="• `/alliance digest` in a channel posts a passage there at the hours you"
    " choose.",
    welcome_help="• `/alliance help` shows everything it can do. To let others ask in a channel:"
    " `/invite @alliance` .",
    not_installed="This workspace has not installed the bot, or has removed it. Install it:"
    " {address}",
    storage_away="The bot cannot reach its database just now. Please try again in a minute.",
)
