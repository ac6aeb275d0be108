"""Pages of network administrators about the network's content."""
