"""The house rules that a machine can hold (docs/architecture.md, section 3); each is shown to fail when broken."""
