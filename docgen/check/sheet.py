"""A sheet: a layout whose parts have been recognised – the ô số of the decree, by content and place.

Ô số are those of Mục IV Phần I Phụ lục I NĐ 30/2020. Every role is a paragraph or a tuple of
paragraphs of the layout; an empty tuple or None means that the document has no such part.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from docgen.check.layout import Layout, Paragraph, Rule, Section, Table


@dataclass(frozen=True)
class Heading:
    """A numbered part of the body: its level, its number as printed, its title (may be empty).

    *level* is one of "phan", "chuong", "muc-lon" (Mục 1.), "tieu-muc", "dieu", "muc" (I.),
    "khoan" (1.), "diem" (a)). *title_lines* are the paragraphs below it that hold its title.
    """

    level: str
    number: str
    title: str
    paragraph: Paragraph
    title_lines: tuple[Paragraph, ...] = ()


@dataclass(frozen=True)
class Annex:
    """An annex: its label (“Phụ lục I”), title, “Kèm theo” line, rule and text."""

    label: Paragraph
    title: tuple[Paragraph, ...] = ()
    reference: Paragraph | None = None
    rule: Rule | None = None
    body: tuple[Paragraph, ...] = ()  # outside data tables
    tables: tuple[Table, ...] = ()
    section: Section | None = None
    own_section: bool = False


@dataclass(frozen=True)
class Sheet:
    """A layout with its roles. *type* is a code of docgen.vietnamese.document_types ("ke-hoach", "cong-van" …).

    *scope* is "" for a document under NĐ 30/2020, else why it is not: "dang" (Party), "doan-the"
    (Đoàn, Mặt trận and unions under forms of their own), "qppl" (legal normative), "khong-ro" (no
    Quốc hiệu, nothing to judge by), "noi-bo" (internal list or book: only page, font, numbering
    and annex rules), "phu-luc" (a file of annexes alone: the same rules).
    """

    layout: Layout
    type: str = ""
    scope: str = ""
    draft: bool = False
    header: Table | None = None
    footer: Table | None = None
    quoc_hieu: Paragraph | None = None
    tieu_ngu: Paragraph | None = None
    tieu_ngu_rule: Rule | None = None
    chu_quan: tuple[Paragraph, ...] = ()
    ban_hanh: tuple[Paragraph, ...] = ()
    ban_hanh_rule: Rule | None = None
    so: Paragraph | None = None
    dia_danh_ngay: Paragraph | None = None
    vv: tuple[Paragraph, ...] = ()
    ten_loai: Paragraph | None = None
    trich_yeu: tuple[Paragraph, ...] = ()
    trich_yeu_rule: Rule | None = None
    kinh_gui: tuple[Paragraph, ...] = ()  # the label's paragraph first
    can_cu: tuple[Paragraph, ...] = ()
    body: tuple[Paragraph, ...] = ()  # ô 6 outside tables, headings too, without căn cứ
    blanks: tuple[Paragraph, ...] = ()  # those of *body* that are dots to write on
    headings: tuple[Heading, ...] = ()
    quyen_han: tuple[Paragraph, ...] = ()
    chuc_vu_khac: Paragraph | None = None
    ho_ten: tuple[Paragraph, ...] = ()
    noi_nhan_label: Paragraph | None = None
    noi_nhan: tuple[Paragraph, ...] = ()
    luu: Paragraph | None = None
    nguoi_soan: Paragraph | None = None
    do_khan: Paragraph | None = None
    do_mat: Paragraph | None = None
    annexes: tuple[Annex, ...] = ()
    tables: tuple[Table, ...] = field(default=())  # data tables of ô 6
    day: date | None = None  # the date of ô 4, or the one given for a draft
    same_row: bool | None = None  # ô 3 and ô 4 on one line
    tham_quyen: tuple[Paragraph, ...] = ()  # “ỦY BAN NHÂN DÂN …”, “QUYẾT ĐỊNH:”, “… điện:”
    kem_theo: Paragraph | None = None  # “(Kèm theo Quyết định số …)”: an attached document
    tail: tuple[Paragraph, ...] = ()  # words below signature and Nơi nhận, on the same page
    luu_hanh: Paragraph | None = None  # ô 11: “LƯU HÀNH NỘI BỘ”
    others: tuple[Sheet, ...] = ()  # further documents in the same file, on a layout of their own
