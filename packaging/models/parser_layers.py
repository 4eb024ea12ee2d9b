"""The layers of the syntax model with their gradients; what they learn runs in analysis/models/syntax_network.py."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

import torch
from torch import nn

from briefing_app.analysis.models import vectors
from briefing_app.analysis.models.syntax_features import RELATIONS, TABLES, TAGS, WIDTH

Array: TypeAlias = Any
Net: TypeAlias = Any

HIDDEN = 192
ARC, RELATION = 160, 72
DROPOUT = 0.33


@dataclass(frozen=True, slots=True)
class Seen:
    """What the network sees of words: their rows in the tables, and their vectors."""

    ids: Array
    vectors: Array


@dataclass(frozen=True, slots=True)
class Said:
    """What the network says of a batch: scores of tags and heads (column 0 is the root), states for the relations."""

    tags: Array
    arcs: Array
    dependents: Array
    heads: Array


def network(seed: int) -> Net:
    """Return a network with drawn weights."""
    torch.manual_seed(seed)
    given, wide = WIDTH + vectors.WIDTH, 2 * HIDDEN
    net = nn.ModuleDict(
        {
            "tables": nn.ModuleList([nn.EmbeddingBag(rows, width, mode="sum") for rows, width in TABLES]),
            "ahead": nn.ModuleList([nn.LSTM(size, HIDDEN, batch_first=True) for size in (given, wide)]),
            "back": nn.ModuleList([nn.LSTM(size, HIDDEN, batch_first=True) for size in (given, wide)]),
            "tag": nn.Linear(wide, len(TAGS)),
            "arc_dependent": nn.Linear(wide, ARC),
            "arc_head": nn.Linear(wide, ARC),
            "relation_dependent": nn.Linear(wide, RELATION),
            "relation_head": nn.Linear(wide, RELATION),
        }
    )
    net.register_parameter("root", nn.Parameter(torch.zeros(wide)))
    net.register_parameter("arc", nn.Parameter(torch.zeros(ARC + 1, ARC)))
    net.register_parameter("relation", nn.Parameter(torch.zeros(len(RELATIONS), RELATION + 1, RELATION + 1)))
    for table in net["tables"]:
        nn.init.uniform_(table.weight, -0.08, 0.08)
    return net


def run(net: Net, seen: Seen, lengths: list[int]) -> Said:
    """Return what the network says of sentences, longest first; ``seen`` holds all their words in turn."""
    rows = torch.cat([*(table(seen.ids[:, at]) for at, table in enumerate(net["tables"])), seen.vectors], dim=1)
    states = nn.utils.rnn.pad_sequence(rows.split(lengths), batch_first=True)
    turned = _turned(lengths)
    for ahead, back in zip(net["ahead"], net["back"], strict=True):
        states = _dropped(net, states)
        behind = _picked(back(_picked(states, turned))[0], turned)
        states = torch.cat([ahead(states)[0], behind], dim=2)
    states = _dropped(net, states)
    above = torch.cat([net.root.expand(len(lengths), 1, -1), states], dim=1)
    dependents = _with_one(_bent(net, "arc_dependent", states))
    arcs = (dependents @ net.arc @ _bent(net, "arc_head", above).transpose(1, 2)).float()
    inside = torch.arange(arcs.shape[2])[None, :] <= torch.tensor(lengths)[:, None]
    arcs = arcs.masked_fill(~inside[:, None, :], -1e9)
    return Said(
        net["tag"](states),
        arcs,
        _with_one(_bent(net, "relation_dependent", states)),
        _with_one(_bent(net, "relation_head", above)),
    )


def _turned(lengths: list[int]) -> Array:
    """Return the places of the words of each sentence from its last to its first; what fills it up stays behind."""
    places = torch.arange(lengths[0])[None, :]
    sizes = torch.tensor(lengths)[:, None]
    return torch.where(places < sizes, sizes - 1 - places, places)


def _picked(states: Array, places: Array) -> Array:
    return states.gather(1, places[:, :, None].expand(-1, -1, states.shape[2]))


def relations(net: Net, said: Said, heads: Array) -> Array:
    """Return the scores of the relations of each word to the given heads."""
    chosen = said.heads.gather(1, heads[:, :, None].expand(-1, -1, said.heads.shape[2]))
    bent = torch.einsum("bti,rij->btrj", said.dependents, net.relation)
    return (bent * chosen[:, :, None, :]).sum(3)


def _bent(net: Net, name: str, states: Array) -> Array:
    return _dropped(net, nn.functional.leaky_relu(net[name](states), 0.1))


def _dropped(net: Net, states: Array) -> Array:
    """Return states of which some are zero, the same in all words of a sentence."""
    if not net.training:
        return states
    kept = torch.rand(len(states), 1, states.shape[2]) >= DROPOUT
    return states * (kept / (1 - DROPOUT)).to(states.dtype)


def _with_one(states: Array) -> Array:
    return torch.cat([states, torch.ones_like(states[:, :, :1])], dim=2)
