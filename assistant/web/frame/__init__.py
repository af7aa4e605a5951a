"""What every page and every answer of the API stands in: site, templates, cache, limits, problems."""
