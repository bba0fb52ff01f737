"""Whether a passage was the right one, in English."""

from bot.rendering.words.feedback_vocabulary import FeedbackWords

WORDS = FeedbackWords(
    yes="Yes, this is it",
    no="No",
    yes_described="Yes, {passage} is what I was looking for",
    no_described="No, {passage} is not what I was looking for",
    thanks="Thank you. That was noted without your name.",
    thanks_and_hint=(
        "Thank you. That was noted without your name. Other words may find it; `contents` shows"
        " everything the statement covers."
    ),
    title="What did you look for?",
    intro="Thank you. Your “No” was noted without your name.",
    label="A word you would like to find it by",
    hint="It is kept without your name for 90 days. Please do not name anybody in it.",
    submit="Send",
    too_long="Please use at most {most} characters.",
)
