"""The layers of the syntax model with their gradients; what they learn runs in analysis/models/syntax_network.py."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from briefing_app.analysis.models.syntax_features import RELATIONS, TABLES, TAGS, WIDTH

Array: TypeAlias = Any
Net: TypeAlias = Any

HIDDEN = 192
LAYERS = 2
ARC, RELATION = 160, 72
DROPOUT = 0.33


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
    wide = 2 * HIDDEN
    net = nn.ModuleDict(
        {
            "tables": nn.ModuleList([nn.EmbeddingBag(rows, width, mode="sum") for rows, width in TABLES]),
            "lstm": nn.LSTM(WIDTH, HIDDEN, LAYERS, bidirectional=True, batch_first=True, dropout=DROPOUT),
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


def run(net: Net, ids: Array, lengths: list[int]) -> Said:
    """Return what the network says of sentences, longest first; ``ids`` are the rows of all their words in turn."""
    rows = torch.cat([table(ids[:, at]) for at, table in enumerate(net["tables"])], dim=1)
    padded = nn.utils.rnn.pad_sequence(_dropped(net, rows).split(lengths), batch_first=True)
    packed, _ = net["lstm"](pack_padded_sequence(padded, lengths, batch_first=True))
    states, _ = pad_packed_sequence(packed, batch_first=True)
    states = _dropped(net, states)
    above = torch.cat([net.root.expand(len(lengths), 1, -1), states], dim=1)
    dependents = _with_one(_bent(net, "arc_dependent", states))
    arcs = dependents @ net.arc @ _bent(net, "arc_head", above).transpose(1, 2)
    inside = torch.arange(arcs.shape[2])[None, :] <= torch.tensor(lengths)[:, None]
    arcs = arcs.masked_fill(~inside[:, None, :], -1e9)
    return Said(
        net["tag"](states),
        arcs,
        _with_one(_bent(net, "relation_dependent", states)),
        _with_one(_bent(net, "relation_head", above)),
    )


def relations(net: Net, said: Said, heads: Array) -> Array:
    """Return the scores of the relations of each word to the given heads."""
    chosen = said.heads.gather(1, heads[:, :, None].expand(-1, -1, said.heads.shape[2]))
    bent = torch.einsum("bti,rij->btrj", said.dependents, net.relation)
    return (bent * chosen[:, :, None, :]).sum(3)


def _bent(net: Net, name: str, states: Array) -> Array:
    return _dropped(net, nn.functional.leaky_relu(net[name](states), 0.1))


def _dropped(net: Net, states: Array) -> Array:
    return nn.functional.dropout(states, DROPOUT, net.training)


def _with_one(states: Array) -> Array:
    return torch.cat([states, torch.ones_like(states[:, :, :1])], dim=2)
