"""The states that register companies in the United States, and the District of Columbia; the longer names first."""

from __future__ import annotations

STATES = (
    "West Virginia", "North Carolina", "South Carolina", "North Dakota", "South Dakota", "New Hampshire",
    "New Jersey", "New Mexico", "New York", "Rhode Island", "District of Columbia", "Massachusetts", "Pennsylvania",
    "Connecticut", "Mississippi", "California", "Washington", "Louisiana", "Minnesota", "Tennessee", "Wisconsin",
    "Delaware", "Illinois", "Kentucky", "Maryland", "Michigan", "Missouri", "Nebraska", "Oklahoma", "Virginia",
    "Alabama", "Arizona", "Arkansas", "Colorado", "Florida", "Georgia", "Indiana", "Montana", "Vermont", "Wyoming",
    "Alaska", "Hawaii", "Kansas", "Nevada", "Oregon", "Idaho", "Maine", "Texas", "Iowa", "Ohio", "Utah",
)  # fmt: skip
