"""What only programs are told: what they can get wrong in a case, and in a request."""

from collections.abc import Mapping

from assistant.i18n import N_

OF_PROGRAMS: Mapping[str, str] = {
    "text-wanted": N_("Write the value as text in quotes."),
    "left-out": N_("This is missing."),
    "object-wanted": N_("Write the facts as an object: each id with its value in quotes."),
    "no-such-key": N_("A case holds nothing called “{given}”. Leave it out, or check its spelling."),
    "too-many-facts": N_("A case holds at most {most} facts, known and unknown together."),
    "list-wanted": N_("Write the ids as a list of texts in quotes."),
    "line-unreadable": N_("This line cannot be read: {why}"),
}
"""By the reason of the fault, beside those that forms have too."""
KINDS: Mapping[int, tuple[str, str]] = {
    400: ("unreadable", N_("The request cannot be read")),
    404: ("not-found", N_("There is no such thing")),
    405: ("method", N_("The address cannot be used in this way")),
    413: ("too-large", N_("The request is too large, or takes too much work at once")),
    414: ("address-too-long", N_("The address is too long")),
    415: ("not-json", N_("The body is not JSON in UTF-8")),
    422: ("wrong-values", N_("Something given is wrong")),
    429: ("too-often", N_("Too many requests come from this client")),
    500: ("failure", N_("Something went wrong on our side")),
    503: ("busy", N_("The service is busy at the moment")),
}
"""What programs are told by status: the kind, as the page of the API names it, and its title."""
