"""The worker's part: plans, and lists of recommended people."""
