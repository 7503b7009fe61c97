"""Shows the snapshots of a site in a browser: what is covered, what is missing, what to do first."""
