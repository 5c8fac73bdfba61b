"""The office's knowledge as data: statuses, transitions, steps, bundles, read whole or not at all."""
