"""Words for names, addresses and hours, and for call tracking."""

from dashboard.labels import Label

NAP_KIND = {
    "name": Label("Name"),
    "address": Label("Address"),
    "hours": Label("Opening hours"),
}

VERDICT = {
    "differs": Label("Differs", "error", "It says something else, and a visitor may be misled."),
    "form": Label("Written differently", "notice", "The same, in other words or another order."),
    "same": Label("The same", "good"),
    "reference": Label("Compared with", "plain", "What the others are compared with."),
    "unknown": Label("Cannot be compared", "plain", "One of the two does not say enough."),
}

LINE_TYPE = {
    "fixed": Label("Landline"),
    "mobile": Label("Mobile"),
    "fixed_or_mobile": Label("Landline or mobile"),
    "toll_free": Label("Free of charge"),
    "shared_cost": Label("Shared cost"),
    "premium": Label("Premium rate", "warning"),
    "voip": Label("Internet telephone"),
    "other": Label("Other"),
}

SWAP = {
    "true": Label("Can be swapped", "good"),
    "false": Label("Cannot be swapped", "warning"),
}
