"""Digests in English."""

from bot.rendering.words.digest_vocabulary import DigestWords

_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"

WORDS = DigestWords(
    weekdays=tuple(_WEEKDAYS.split()),
    halves=("AM", "PM"),
    hour="{hour}:{minute:02} {half}",
    full_hour="{hour}:00 {half}",
    moment="{weekday}, {date}, {hour}",
    zone="{zone} ({offset})",
    every_day="every day at {hour}",
    on_weekdays="on weekdays at {hour}",
    on_days="on {days} at {hour}",
    comma=", ",
    last_comma=" and ",
    cadence="{when}, {zone}",
    in_order="every theme, in the statement’s order",
    shuffled="every theme in random order, each once before any comes again",
    one_chosen="one chosen theme",
    chosen="{count} chosen themes",
    one_section="the themes of “{section}”",
    countries={"US": "the United States", "KR": "Korea"},
    either=" and ",
    holidays="public holidays of {countries}",
    when="*When:* {cadence}",
    what="*What:* {program}",
    rest="*Days off:* {holidays}",
    going="*State:* on",
    paused="*State:* paused. `/alliance digest resume` resumes it.",
    paused_until="*State:* paused; posts resume from {date}",
    ailing="*State:* no post has arrived since {since}. {ailment}",
    ailments={
        "not_in_channel": (
            "I am not in {place}: type `/invite @alliance` there, and it goes on by itself."
        ),
        "archived": "{place} is archived: once it is not, the digest goes on by itself.",
        "channel_gone": (
            "I cannot see {place} any more: it was deleted, or it is private and I was removed."
            " Type `/invite @alliance` there if it is still in use, or set up another channel."
        ),
        "token": "Slack does not let me in any more: an admin has to install me again.",
        "refused": (
            "Slack refused the post five times. I try again at the next one; if that fails too,"
            " please ask whoever runs me to look at the log."
        ),
    },
    next_posts="*Next posts*",
    next_post="• {moment} · {theme}",
    none_to_come="No posts are planned.",
    latest="*Last posts*",
    delivery="• {moment} · {state}",
    delivery_of="• {moment} · {theme} · {state}",
    states={
        "asked": "asked for; about to be posted",
        "queued": "about to be posted",
        "posting": "being posted",
        "posted": "posted",
        "unconfirmed": (
            "unconfirmed: the connection broke, and I am not allowed to look whether it arrived."
            " Please look in the channel; I do not post it twice"
        ),
        "skipped": "skipped",
        "failed": "failed",
    },
    because="{state}: {reason}",
    reasons={
        "missed": "I was not running then, and a later one was due",
        "late": "it would have come too late",
        "paused": "the digest was paused",
        "fault": "something went wrong with me; whoever runs me finds it in the log",
        "not_in_channel": "I was not in the channel; `/invite @alliance` helps",
        "is_archived": "the channel was archived",
        "channel_not_found": "the channel was gone, or hidden from me",
        "token_revoked": "my access was revoked; an admin has to install me again",
        "token_expired": "my access had expired; an admin has to install me again",
        "account_inactive": "I was uninstalled; an admin has to install me again",
        "invalid_auth": "Slack did not let me in; an admin has to install me again",
        "not_authed": "I had no access; an admin has to install me again",
    },
    slacks_reason="Slack said `{word}`; whoever runs me finds more in the log",
    progress="{number} of {of}",
    set_up_by="set up by {name}",
    set_up_in_file="set up in a file",
    how_to_change="`/alliance digest` changes this digest, `/alliance digest off` ends it",
    read_paragraph="Read the whole paragraph",
    read_paragraph_at="Read all of ¶{paragraph}",
    change="Change this digest",
    part="{number} of {of}",
    preview="Only you see this preview. Nothing was posted.",
    read="I read: `{written}`",
    misread={
        "time": "• “{word}” is not a time of day. Did you mean {suggestion}?",
        "day": "• “{word}” is not a day that I know. Did you mean {suggestion}?",
        "zone": "• “{word}” is not the name of a time zone. Did you mean {suggestion}?",
        "holidays": (
            "• “{word}”: I know the public holidays of the United States and of Korea."
            " Did you mean {suggestion}?"
        ),
        "twice": "• “{word}” contradicts what stands before it. Please leave one of them out.",
        "word": "• I do not understand “{word}”. Please leave it out.",
        "missing_time": "• The time of day is missing, such as {suggestion}.",
        "missing_days": "• The days are missing, such as {suggestion}.",
        "command": "• I do not understand “{word}”. Did you mean {suggestion}?",
        "pause": "• “{word}” is neither a span of time nor a date. Did you mean {suggestion}?",
    },
    or_else=" or ",
    instead="Write this instead: `/alliance {line}`",
    see_usage="`/alliance digest help` shows what I understand.",
    usage=(
        "*A digest* posts one theme of the statement to a channel on the days you choose.",
        "• `/alliance digest` opens the settings of this channel’s digest.",
        "• `/alliance digest weekdays 09:00 Asia/Seoul` does the same in words. More of them:"
        " `daily`, `mon,wed`, `5:30pm`, `shuffled`, `section 2`, `skip kr`, `in Korean`.",
        "• `/alliance digest status` shows it, `list` those of the whole workspace.",
        "• `/alliance digest preview` shows the next post to you alone, `now` posts it at once.",
        "• `/alliance digest pause 2w` or `pause until 2027-12-24` pauses it, `resume` resumes"
        " it, `off` ends it.",
    ),
    channel="{channel}",
    conversation="this direct message",
    set_up="The digest of {place} is set up.",
    changed="The digest of {place} is changed.",
    zone_sources={
        "profile": "The time zone is that of your Slack profile.",
        "before": "The time zone is the one it had before.",
        "fallback": (
            "I cannot see the time zone of your profile, so I took UTC. To name one:"
            " `/alliance digest weekdays 09:00 Asia/Seoul`."
        ),
    },
    invite=(
        "I am not in {place} yet. Type `/invite @alliance` there, and the digest starts by itself."
    ),
    how_to_see="`/alliance digest status` shows it, `/alliance digest off` ends it.",
    is_paused="The digest of {place} is paused. `/alliance digest resume` resumes it.",
    is_paused_until="The digest of {place} is paused. Posts resume from {date}.",
    resumed="The digest of {place} is on again.",
    off="The digest of {place} is off. `/alliance digest` sets one up again.",
    asked="“{theme}” is about to be posted in {place}.",
    no_digest="There is no digest in {place} yet. `/alliance digest` sets one up.",
    everywhere="*Digests in this workspace*",
    nowhere="No channel of this workspace has a digest yet. `/alliance digest` sets one up.",
    listed="• {place}: {cadence}",
    listed_next="{listed} · next {moment}",
    listed_paused="{listed} · paused",
    refusals={
        "stranger": "Only members of this workspace can do that.",
        "admins_only": "In this workspace only admins set up digests. Please ask one of them.",
        "admins_unseen": (
            "In this workspace only admins set up digests, and I cannot see who is one:"
            " I lack the permission `users:read`."
        ),
        "admins_unknown": (
            "In this workspace only admins set up digests, and Slack did not say in time whether"
            " you are one. Please try again."
        ),
        "kept_in_file": (
            "This digest is kept in a file, and can only be changed there."
            " Please ask whoever runs me."
        ),
        "unavailable": "I run without a database here, so there are no digests.",
        "not_member": "You are not a member of that channel.",
        "members_unseen": (
            "I cannot see who is in that channel. Please type `/alliance digest` in it."
        ),
        "no_conversation": "A digest goes to a channel, or to your direct message with me.",
        "not_opened": (
            "I could not open the settings in time. Please try again, or write what you want:"
            " `/alliance digest weekdays 09:00 Asia/Seoul`."
        ),
        "in_private": "Please type `/alliance digest` for that; only you see the answer.",
        "no_such_pause": (
            "A pause ends on a day after today and within a year, such as"
            " `/alliance digest pause 2w`."
        ),
    },
    ails="The digest of {place} could not be posted on {since}. {ailment}",
    announced="{name} set up a digest here: passages of *{title}*, {cadence}.",
    announced_change="{name} changed the digest here: {cadence}.",
    first_post="The next post comes on {moment}.",
)
