"""What the demo is made of. Everybody in it is invented; every address ends in example.org."""
