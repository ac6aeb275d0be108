"""Kinds of regions."""

from enum import StrEnum


class RegionKind(StrEnum):
    NETWORK = "network"  # one of the network's own regions
    FINLAND = "finland"  # elsewhere in Finland
    ABROAD = "abroad"
