"""What people ask about, told by the words of their question."""

from __future__ import annotations

from collections.abc import Mapping

TOPICS: Mapping[str, tuple[str, ...]] = {
    "where": (
        "where",
        "status",
        "how long",
        "when",
        "progress",
        "received",
        "wait",
        "哪",
        "多久",
        "进度",
        "什么时候",
        "收到",
    ),
    "needs": ("need", "missing", "send", "document", "paper", "which", "upload", "需要", "缺", "材料", "上传", "发送"),
    "why": ("why", "reason", "declin", "refus", "reject", "decision", "为什么", "理由", "拒", "决定"),
    "can": (
        "can i",
        "how do i",
        "change",
        "correct",
        "withdraw",
        "accept",
        "cancel",
        "appeal",
        "review",
        "修改",
        "撤",
        "接受",
        "怎么",
    ),
    "kept": ("kept", "keep", "privacy", "data", "secure", "safe", "delete", "share", "保管", "隐私", "安全", "删除"),
    "who": ("who", "machine", "person", "computer", "human", "automat", "谁", "机器", "人工", "自动"),
}
"""Topic to what in a question points to it, in lower case."""


def topic_of(question: str) -> str:
    """The topic that most of the question points to; empty when none does."""
    asked = question.lower()
    hits = {topic: sum(word in asked for word in words) for topic, words in TOPICS.items()}
    best = max(hits, key=lambda topic: hits[topic])
    return best if hits[best] else ""
