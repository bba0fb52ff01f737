"""Subscriptions and deliveries as rows, and back; what a row cannot hold is JSON."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, assert_never
from uuid import uuid4

import sqlalchemy as sa

from bot.core.digests import (
    Ailing,
    Cadence,
    Chosen,
    Delivery,
    InOrder,
    OneSection,
    Owner,
    Paused,
    Plan,
    Program,
    Round,
    Shuffled,
    State,
    Subscription,
)
from bot.storage.schema import DELIVERY, SUBSCRIPTION

Json = dict[str, Any]
Row = sa.RowMapping


def subscription_row(subscription: Subscription) -> Json:
    """What the table holds of a subscription."""
    paused, ailing = subscription.paused, subscription.ailing
    return {
        "id": subscription.id,
        "team": subscription.team,
        "channel": subscription.channel,
        "plan": _plan_json(subscription.plan),
        "round": round_json(subscription.round),
        "paused": paused and {"until": paused.until.isoformat() if paused.until else None},
        "ailing": ailing and ailing_json(ailing),
        "owner": subscription.owner.id,
        "owner_name": subscription.owner.name,
        "origin": subscription.origin,
        "next_slot": subscription.next_slot,
    }


def subscription_in(row: Row) -> Subscription:
    """The subscription of a row that has every column of the table."""
    held: Json = {column.name: row[column] for column in SUBSCRIPTION.c}
    return Subscription(
        id=held["id"],
        team=held["team"],
        channel=held["channel"],
        plan=_plan_in(held["plan"]),
        owner=Owner(held["owner"], held["owner_name"]),
        next_slot=held["next_slot"],
        origin=held["origin"],
        paused=_paused_in(held["paused"]),
        ailing=_ailing_in(held["ailing"]),
        round=Round(held["round"]["number"], tuple(held["round"]["shown"])),
    )


def new_delivery(subscription: str, slot: datetime, state: State, now: datetime) -> Json:
    """A row for one slot; `asked` says that somebody wanted it, whatever the hour."""
    return {
        "id": uuid4().hex,
        "subscription": subscription,
        "slot": slot,
        "state": state,
        "asked": state == "asked",
        "attempt": 0,
        "refusals": 0,
        "changed_at": now,
    }


def delivery_in(row: Row) -> Delivery:
    """The delivery of a row that has every column of the table."""
    names = ("id", "subscription", "slot", "state", "reason", "theme", "passage", "ts")
    return Delivery(**{name: row[DELIVERY.c[name]] for name in names})


def ailing_json(ailing: Ailing) -> Json:
    """An ailment as the table holds it."""
    return {"reason": ailing.reason, "since": ailing.since.isoformat()}


def round_json(round: Round) -> Json:
    """A round as the table holds it."""
    return {"number": round.number, "shown": list(round.shown)}


def _plan_json(plan: Plan) -> Json:
    return {
        "days": sorted(plan.cadence.days),
        "at": plan.cadence.at.isoformat("minutes"),
        "zone": plan.cadence.zone,
        "program": _program_json(plan.program),
        "language": plan.language,
        "holidays": sorted(plan.holidays),
    }


def _plan_in(held: Mapping[str, Any]) -> Plan:
    return Plan(
        Cadence(frozenset(held["days"]), time.fromisoformat(held["at"]), held["zone"]),
        _program_in(held["program"]),
        held["language"],
        frozenset(held["holidays"]),
    )


def _program_json(program: Program) -> Json:
    match program:
        case InOrder():
            return {"kind": "in_order"}
        case Shuffled(seed):
            return {"kind": "shuffled", "seed": seed}
        case Chosen(themes):
            return {"kind": "chosen", "themes": list(themes)}
        case OneSection(number):
            return {"kind": "section", "number": number}
        case unreachable:
            assert_never(unreachable)


def _program_in(held: Mapping[str, Any]) -> Program:
    match held["kind"]:
        case "shuffled":
            return Shuffled(held["seed"])
        case "chosen":
            return Chosen(tuple(held["themes"]))
        case "section":
            return OneSection(held["number"])
        case _:
            return InOrder()


def _paused_in(held: Mapping[str, Any] | None) -> Paused | None:
    if held is None:
        return None
    return Paused(date.fromisoformat(held["until"]) if held["until"] else None)


def _ailing_in(held: Mapping[str, Any] | None) -> Ailing | None:
    if held is None:
        return None
    return Ailing(held["reason"], datetime.fromisoformat(held["since"]))
