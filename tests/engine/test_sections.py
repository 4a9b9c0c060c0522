"""The last section of a document is the one that its last annex left open."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KHUNG = Path(__file__).resolve().parents[2] / "templates" / "khung.docx"


def section(kitchen: Any, width: int) -> str:
    """Return the frame's section on a paper as wide as this."""
    found = re.findall(
        r"<w:sectPr>.*?</w:sectPr>", kitchen.base["word/document.xml"].decode("utf-8"), re.DOTALL
    )
    return re.sub(r'w:w="\d+"', f'w:w="{width}"', found[-1], count=1)


def widths(body: Any) -> list[int]:
    """Return how wide the paper of each section is, and that the last one is the body's own."""
    assert body[-1].tag == f"{W}sectPr"
    return [int(size.get(f"{W}w")) for size in body.iter(f"{W}pgSz")]


def test_a_section_that_ends_the_document_is_the_bodys_own(kitchen: Any) -> None:
    lying = f"<w:p><w:pPr>{section(kitchen, 16838)}</w:pPr></w:p>"
    body = kitchen.show("Bài", "{%p if ngang %}", lying, "{%p endif %}", ngang=True).body

    assert widths(body) == [16838]
    assert [element.tag for element in body] == [f"{W}p", f"{W}p", f"{W}sectPr"]


def test_without_it_the_last_section_stays_as_the_frame_has_it(kitchen: Any) -> None:
    lying = f"<w:p><w:pPr>{section(kitchen, 16838)}</w:pPr></w:p>"

    body = kitchen.show("Bài", "{%p if ngang %}", lying, "{%p endif %}", ngang=False).body
    assert widths(body) == [11906]
    body = kitchen.show("Bài", lying, "sau đó").body
    assert widths(body) == [16838, 11906]


def annexed(kitchen: Any, *macros: str) -> list[int]:
    """Return the papers of a document of the sample's frame with annexes opened by *macros*."""
    body = ["{%p block noi_dung %}", "Bài", "{%p endblock %}", "{%p block phu_luc %}"]
    for code, macro in zip("abc", macros, strict=False):
        body += [f'{{%p call {macro}("{code}", "TÊN") %}}', "phụ lục", "{%p endcall %}"]
    shutil.copy(KHUNG, kitchen.folder)
    made = kitchen.render(kitchen.child(*body, "{%p endblock %}"), **PAPER)
    return widths(made.body)


PAPER: dict[str, Any] = {
    "van_ban": {
        "thoi_diem": "2025-06-10T00:00:00Z",
        "tieu_de": "Báo cáo",
        "ten_loai": "Báo cáo",
        "cong_van": False,
        "so_ky_hieu": "Số: /BC-UBND",
        "dia_danh_ngay": "Cầu Đất, ngày 10 tháng 6 năm 2025",
        "trich_yeu": "Kết quả",
        "kem_theo": "(Kèm theo)",
    },
    "don_vi": {"ten": "UBND", "dau_trang": {"chu_quan": [], "ban_hanh": ["ỦY BAN"]}},
    "chu_ky": {"quyen_han": [], "bien_ban": [], "chuc_vu_khac": None, "ho_ten": "A"},
    "noi_nhan": [],
    "kinh_gui": [],
    "cac_phu_luc": ["a", "b", "c"],
}


def test_each_annex_has_the_paper_that_its_macro_asks_for(kitchen: Any) -> None:
    up, lying = 11906, 16838
    kinds = {"mo_phu_luc": up, "mo_phu_luc_ngang": lying}
    for macros in (
        ("mo_phu_luc",),
        ("mo_phu_luc_ngang",),
        ("mo_phu_luc", "mo_phu_luc_ngang", "mo_phu_luc"),
        ("mo_phu_luc_ngang", "mo_phu_luc_ngang", "mo_phu_luc"),
        ("mo_phu_luc", "mo_phu_luc", "mo_phu_luc_ngang"),
    ):
        assert annexed(kitchen, *macros) == [up, *(kinds[macro] for macro in macros)]
