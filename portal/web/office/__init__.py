"""The office: what credit officers, auditors and operators look after, and everybody's own account."""

from __future__ import annotations

from portal.web.office import account, audit, cards, drafts, health, policies

ROUTERS = (audit.router, health.router, account.router, policies.router, drafts.router, cards.router)
