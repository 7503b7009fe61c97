"""Pictures, videos, files."""
