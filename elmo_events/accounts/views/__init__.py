"""Pages of accounts: signing in, one's own account, the network's accounts."""
