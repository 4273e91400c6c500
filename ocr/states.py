"""The states of the United States and the District of Columbia; the longer names first, and their postal codes."""

from __future__ import annotations

STATES = (
    "West Virginia", "North Carolina", "South Carolina", "North Dakota", "South Dakota", "New Hampshire",
    "New Jersey", "New Mexico", "New York", "Rhode Island", "District of Columbia", "Massachusetts", "Pennsylvania",
    "Connecticut", "Mississippi", "California", "Washington", "Louisiana", "Minnesota", "Tennessee", "Wisconsin",
    "Delaware", "Illinois", "Kentucky", "Maryland", "Michigan", "Missouri", "Nebraska", "Oklahoma", "Virginia",
    "Alabama", "Arizona", "Arkansas", "Colorado", "Florida", "Georgia", "Indiana", "Montana", "Vermont", "Wyoming",
    "Alaska", "Hawaii", "Kansas", "Nevada", "Oregon", "Idaho", "Maine", "Texas", "Iowa", "Ohio", "Utah",
)  # fmt: skip

CODES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "DC": "District of Columbia", "FL": "Florida", "GA": "Georgia",
    "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky",
    "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota",
    "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire",
    "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina", "ND": "North Dakota",
    "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island",
    "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont",
    "VA": "Virginia", "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
}  # fmt: skip
"""Two letters to the state's name."""
