"""The questions of each page, as SQL. Every public function returns a `Query`; values are parameters."""
