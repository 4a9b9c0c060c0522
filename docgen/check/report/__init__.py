"""What the rules said, told: as text, JSON, SARIF or a page to print."""

from docgen.check.report.account import Account, Document, account, unread

__all__ = ["Account", "Document", "account", "unread"]
