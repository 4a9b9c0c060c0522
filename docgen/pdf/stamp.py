"""A PDF that says what it was made of and not when: the same document gives the same bytes.

A PDF has an identifier, by default a random one. Ours is drawn from the parts of the Word document,
so that a later run knows whether the document has changed since, even if somebody has signed the
PDF or moved it. Everything is replaced by as many bytes, since a PDF counts them.
"""

from __future__ import annotations

import hashlib
import re
from datetime import datetime

from docgen.write import digest

_ID = re.compile(rb"(/ID\s*\[\s*<)([0-9A-Fa-f]{32})(>\s*<)([0-9A-Fa-f]{32})(>\s*\])")
_CHECKSUM = re.compile(rb"/DocChecksum\s*/[0-9A-Fa-f]{32}")  # LibreOffice's own, of other bytes
_INFO_DATE = re.compile(rb"(/(?:CreationDate|ModDate)\s*\(D:)([0-9]{14})([^)]*)\)")
_XMP_DATE = re.compile(rb"(<xmp:(?:CreateDate|ModifyDate|MetadataDate)>)([^<]{20}|[^<]{25})(?=</)")
_UUID = re.compile(rb"(<xmpMM:(?:DocumentID|InstanceID)>uuid:)[0-9A-Fa-f-]{36}(?=</)")
_FORMS = {20: "%Y-%m-%dT%H:%M:%SZ", 25: "%Y-%m-%dT%H:%M:%S+00:00"}


def key(docx: bytes, *, archive: bool) -> str:
    """Return the identifier of the PDF of *docx*: 32 hexadecimal digits."""
    form = "PDF/A-2b" if archive else "PDF"
    return hashlib.sha256(f"docgen {form} {digest(docx)}".encode()).hexdigest()[:32].upper()


def source_key(pdf: bytes) -> str:
    """Return the first identifier in *pdf*, which a signature or an editor keeps, or nothing."""
    found = _ID.search(pdf)
    return found[2].decode().upper() if found else ""


def stamp(pdf: bytes, identifier: str, made: datetime) -> bytes:
    """Return *pdf* with that identifier and that date; all else is as it was."""
    name = identifier.encode()
    uuid = re.sub("(.{8})(.{4})(.{4})(.{4})(.{12})", r"\1-\2-\3-\4-\5", identifier.lower())
    pdf = _ID.sub(lambda m: m[1] + name + m[3] + name + m[5], pdf)
    pdf = _CHECKSUM.sub(lambda m: b" " * len(m[0]), pdf)
    pdf = _INFO_DATE.sub(lambda m: m[1] + f"{made:%Y%m%d%H%M%S}".encode() + _utc(m[3]) + b")", pdf)
    pdf = _XMP_DATE.sub(lambda m: m[1] + made.strftime(_FORMS[len(m[2])]).encode(), pdf)
    return _UUID.sub(lambda m: m[1] + uuid.encode(), pdf)


def _utc(zone: bytes) -> bytes:
    """Return the zone of a date as UTC: +07'00' becomes +00'00', Z' stays."""
    return re.sub(rb"[0-9]", b"0", zone).replace(b"-", b"+")
