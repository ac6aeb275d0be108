"""The house rules that a machine can hold (docs/architecture.md); each is shown to fail when broken."""
