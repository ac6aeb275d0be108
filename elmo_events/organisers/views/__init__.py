"""Pages of organisers: their settings, members, privacy notices and audit log; the network's list of organisers."""
