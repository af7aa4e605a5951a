"""Pages and the JSON API: HTTP to a call and back. No rule of any policy is here."""
