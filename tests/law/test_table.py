"""The table of rules, and what holds for all of them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from docgen.law import law_problems
from docgen.law.rule import RULES, Rule
from docgen.load.workspace import load_workspace


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_is_kebab_cites_its_source_and_shows_bad_and_good(rule: Rule) -> None:
    told = rule.check.__doc__ or ""

    assert re.fullmatch("[a-z]+(-[a-z]+)+", rule.id)
    assert re.search(r"Điều \d|Mục [IV]|data/danh_muc|ton_tai|thư mục data/", rule.source)
    assert "Bad:" in told
    assert "Good:" in told


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_has_a_test(rule: Rule) -> None:
    here = Path(__file__).parent
    texts = [path.read_text("utf-8") for path in here.glob("test_*.py")]

    assert any(f'"{rule.id}"' in text for text in texts)


def test_the_desk_of_these_tests_is_in_order(desk: Any) -> None:
    assert law_problems(desk.load()) == []


def test_of_the_sample_nothing_is_told(sample: Path) -> None:
    assert law_problems(load_workspace(sample)) == []


FILES = [
    "docgen.yaml",
    *(f"data/danh_muc/{name}.yaml" for name in ("loai_don_vi", "nhom_noi_nhan", "che_do")),
    "data/danh_muc/van_ban_phap_luat.yaml",
    "data/danh_muc/loai_van_ban/ke-hoach.yaml",
    "data/nam/2025.yaml",
    *(f"data/don_vi/{name}.yaml" for name in ("quan-a", "phuong-c", "phong-nv")),
    "data/ke_hoach/2025/phuong-c.yaml",
]
DATA = """giam_sat:
ban_quyet_dinh:
  - khoan: 1
    noi_dung: Việc
    pham_vi: Tổ 5
    hinh_thuc: Họp
    thoi_gian: Tháng 4
    chu_tri: Phòng Nội vụ
    ty_le: 10%
cong_khai: []
kenh: {tiep_cong_dan: hằng tháng}
"""


@pytest.mark.parametrize("broken", ["", "muc: 5", "ten: 1\nla: 2\n", None])
def test_a_broken_file_never_raises(desk: Any, broken: str | None) -> None:
    for unit in ("phuong-c", "phuong-cu", "phong-nv", "quan-a", "khong-co"):
        desk.write(f"data/ke_hoach/2025/{unit}.yaml", DATA)
    for name in FILES:
        path = desk.root / name
        text = path.read_text("utf-8")
        path.unlink()
        if broken is not None:
            path.write_text(broken, "utf-8")
        law_problems(desk.load())
        path.write_text(text, "utf-8")


def test_fields_of_another_kind_of_document_may_have_other_types(desk: Any) -> None:
    fields = ("cong_khai", "giam_sat", "kenh", "lich", "ngay_hoi_nghi")
    desk.write(
        "data/danh_muc/loai_van_ban/thong-bao.yaml",
        "ten: Thông báo\nviet_tat: TB\nmo_ta: Thông báo\ntep: thong-bao\ndu_lieu: thong_bao\n"
        "trich_yeu: Về việc\nmau: {ubnd-phuong: {tep: a.docx}}\ntruong:\n"
        + "".join(f"  {name}: {{nhan: Mục {name}}}\n" for name in fields)
        + "  ban_quyet_dinh: {nhan: Việc, kieu: danh sách}\n",
    )
    text = "".join(f"{name}: niêm yết 5 ngày\n" for name in fields) + "ban_quyet_dinh: [50%]\n"
    desk.write("data/thong_bao/2025/phuong-c.yaml", text)

    assert law_problems(desk.load()) == []


def test_reminders_come_in_the_order_of_their_places(desk: Any) -> None:
    text = "kenh: {tiep_cong_dan: hằng tháng}\ngiam_sat: {so_thanh_vien_giam_sat: 2}\n"
    found = desk.told("phuong-c", f"y_rieng: Theo 04/2015/NĐ-CP.\n{text}")

    assert [one.place.line for one in found] == [1, 2, 3, 3]
