"""Phone calls-to-action."""
