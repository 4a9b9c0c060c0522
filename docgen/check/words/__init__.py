"""Word lists of the rules of language: names of bodies, people, feasts, common misspellings."""
