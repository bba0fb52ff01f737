"""Slack's mrkdwn: the one place where text is escaped, exactly once.

https://docs.slack.dev/messaging/formatting-message-text
"""

# In an address these would end the link; `&` is escaped as everywhere.
_IN_ADDRESS = str.maketrans({"|": "%7C", "<": "%3C", ">": "%3E", " ": "%20", "&": "&amp;"})
# In a label these would end the label.
_IN_LABEL = str.maketrans({"|": "¦", "\n": " "})


def escape(text: str) -> str:
    """Text that Slack shows as it stands: no link, no mention and no channel can come of it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def link(address: str, label: str) -> str:
    """A link with a label, from a raw address and a raw label."""
    return f"<{address.translate(_IN_ADDRESS)}|{escape(label.translate(_IN_LABEL))}>"


def bold(text: str) -> str:
    """Raw text in bold; it has to stand between spaces or line ends, Hangul particles included."""
    return f"*{escape(text)}*"
