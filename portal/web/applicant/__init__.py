"""The applicant's side: from the first question to the letter and what comes after it."""
