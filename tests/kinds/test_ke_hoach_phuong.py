"""The ward's plan: the four contents, its annexes from the unit's data or the law's rows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

WARDS = [
    "phuong-cau-dat",
    "phuong-cau-tre",
    "phuong-dang-giang",
    "phuong-dong-khe",
    "phuong-gia-vien",
    "phuong-lach-tray",
    "phuong-may-chai",
    "phuong-van-my",
]


@pytest.fixture(scope="module")
def words(
    make: Callable[..., Path], lines: Callable[[Path], Any], sample: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[str], list[str]]:  # fmt: skip
    out = tmp_path_factory.mktemp("out")
    made: dict[str, list[str]] = {}

    def read(unit: str, root: Path = sample) -> list[str]:
        key = f"{root}{unit}"
        if key not in made:
            paper = make(root, unit, out / str(len(made)))
            made[key] = [line.plain.replace("\N{NO-BREAK SPACE}", " ") for line in lines(paper)]
        return made[key]

    return read


def write(workspace: Path, name: str, text: str) -> None:
    (workspace / "data" / name).write_text(text, "utf-8")


@pytest.mark.parametrize("unit", WARDS)
def test_every_wards_plan_is_made_with_the_contents_that_the_law_demands(
    unit: str, words: Callable[..., list[str]]
) -> None:
    text = "\n".join(words(unit))

    for title in (
        "1. Những nội dung công khai để Nhân dân biết",
        "2. Những nội dung Nhân dân bàn và quyết định",
        "3. Những nội dung Nhân dân tham gia ý kiến",
        "4. Những nội dung Nhân dân kiểm tra, giám sát",
        "6. Công tác tuyên truyền",
        "III. TỔ CHỨC THỰC HIỆN",
        "Phụ lục I\n",
        "Phụ lục II\n",
        "Phụ lục III\n",
        "Phụ lục IV\n",
    ):
        assert title in text


def test_every_annex_is_named_in_the_text(words: Callable[..., list[str]]) -> None:
    body = "\n".join(words("phuong-cau-dat")).partition("Nơi nhận:")[0]

    assert re.findall(r"Phụ lục [IV]+", body) == [
        "Phụ lục I",
        "Phụ lục II",
        "Phụ lục III",
        "Phụ lục IV",
    ]


def test_annex_rows_come_from_the_unit_and_else_from_the_law(
    words: Callable[..., list[str]],
) -> None:
    own, law = "\n".join(words("phuong-cau-dat")), "\n".join(words("phuong-van-my"))

    assert "Bầu bổ sung thành viên Ban Thanh tra nhân dân (khoản 5 Điều 15)" in own
    assert "Từ 20/02/2025 đến 15/3/2025" in own
    assert "Bầu, cho thôi làm Tổ trưởng tổ dân phố (khoản 4 Điều 15)" in law
    assert "Bầu, cho thôi làm Tổ trưởng" not in own
    for clause in range(1, 14):
        assert f"(khoản {clause} Điều 11)" in law


def test_the_calendar_runs_by_date_and_holds_the_deadlines(words: Callable[..., list[str]]) -> None:
    lines = words("phuong-cau-dat")
    calendar = lines[lines.index("Phụ lục IV") :]
    order = [
        "Từ 20/02 đến 15/3/2025",
        "Chậm nhất ngày 31/3/2025",
        "Từ 05/4 đến 30/4/2025",
        "Tháng 5/2025",
        "Từ 01/6 đến 14/6/2025",
        "Từ 01/12 đến 14/12/2025",
    ]

    positions = [calendar.index(text) for text in order]
    assert positions == sorted(positions)


def test_the_superior_plan_is_cited_in_full(words: Callable[..., list[str]]) -> None:
    text = "\n".join(words("phuong-cau-dat"))

    assert (
        "Kế hoạch số 15/KH-UBND ngày 20 tháng 01 năm 2025 của UBND Quận Ngô Quyền về thực hiện dân chủ"
        in text
    )


def test_without_a_superior_plan_its_sentence_is_left_out(
    workspace: Path, words: Callable[..., list[str]]
) -> None:
    year = workspace / "data" / "nam" / "2025.yaml"
    kept = re.sub(r"ke_hoach_cap_tren:\n(?:  .*\n)+", "", year.read_text("utf-8"))
    year.write_text(kept, "utf-8")
    text = "\n".join(words("phuong-cau-dat", workspace))

    assert "Luật Thực hiện dân chủ ở cơ sở năm 2022; Chương trình công tác năm 2025" in text
    assert "Kế hoạch số" not in text.partition("Nơi nhận")[0]


def test_what_nobody_wrote_is_a_marked_gap(words: Callable[..., list[str]]) -> None:
    lines = words("phuong-van-my")

    assert "[CẦN BỔ SUNG: Nhiệm vụ trọng tâm của năm]" in lines
    assert not any("CẦN BỔ SUNG" in text for text in words("phuong-cau-dat"))


def test_kem_theo_is_open_in_a_draft(words: Callable[..., list[str]]) -> None:
    (line, *_) = [text for text in words("phuong-cau-dat") if text.startswith("(Kèm theo")]

    assert re.sub(" +", " ", line) == (
        "(Kèm theo Kế hoạch số /KH-UBND ngày tháng năm 2025 của UBND phường Cầu Đất)"
    )


def test_kem_theo_is_filled_on_issue(workspace: Path, words: Callable[..., list[str]]) -> None:
    write(workspace, "ke_hoach/2025/phuong-van-my.yaml", "so: 7\nngay: 05/02/2025\n")
    lines = words("phuong-van-my", workspace)
    reference = "(Kèm theo Kế hoạch số 07/KH-UBND ngày 05 tháng 02 năm 2025 của UBND phường Vạn Mỹ)"

    assert lines.count(reference) == 4
    assert "Số: 07/KH-UBND" in lines
    assert "Vạn Mỹ, ngày 05 tháng 02 năm 2025" in lines


def test_kem_theo_stays_open_on_an_electronic_document(
    workspace: Path, words: Callable[..., list[str]]
) -> None:
    text = "so: 7\nngay: 05/02/2025\nvan_ban_dien_tu: có\n"
    write(workspace, "ke_hoach/2025/phuong-van-my.yaml", text)
    lines = words("phuong-van-my", workspace)

    assert "Số: 07/KH-UBND" in lines
    assert not any("Kèm theo Kế hoạch số 07" in text for text in lines)


def test_an_optional_part_that_is_left_out_renumbers_the_rest(
    workspace: Path, words: Callable[..., list[str]]
) -> None:
    write(workspace, "ke_hoach/2025/phuong-van-my.yaml", "y_rieng: Giữ gìn chợ Vạn Mỹ sạch đẹp.\n")
    lines = words("phuong-van-my", workspace)

    assert "8. Nội dung riêng của địa phương" in lines
    assert "1. Phân công nhiệm vụ" in lines
    assert "8. Nội dung riêng của địa phương" not in words("phuong-may-chai")


AS_TYPED = [
    ("Công ty A & B <Hải Phòng>", "Công ty A & B <Hải Phòng>"),
    ("5 < 10", "5 < 10"),
    ("'\"Đảng\" ủy phường'", "“Đảng” ủy phường"),
    ("Trang 📢 của phường", "Trang 📢 của phường"),
    ("dài " * 750 + "hết", "dài " * 750 + "hết"),
]


@pytest.mark.parametrize(
    ("typed", "printed"), AS_TYPED, ids=["&<>", "<", "quotes", "emoji", "long"]
)
def test_what_people_type_is_on_the_page(
    typed: str, printed: str, workspace: Path, words: Callable[..., list[str]]
) -> None:
    write(workspace, "ke_hoach/2025/phuong-van-my.yaml", f"y_rieng: {typed}\n")

    assert printed in words("phuong-van-my", workspace)


def test_a_ward_named_in_nfd_is_printed_composed(
    workspace: Path, words: Callable[..., list[str]]
) -> None:
    unit = workspace / "data" / "don_vi" / "phuong-cau-dat.yaml"
    unit.write_text(unicodedata.normalize("NFD", unit.read_text("utf-8")), "utf-8")

    assert "PHƯỜNG CẦU ĐẤT" in words("phuong-cau-dat", workspace)


def test_paragraphs_and_emphasis_of_plain_text_reach_word(
    workspace: Path, make: Callable[..., Path], lines: Callable[[Path], Any], tmp_path: Path
) -> None:
    text = "y_rieng: |\n  Đoạn *nghiêng* đầu.\n\n  Đoạn sau:\n  - việc một;\n  - việc hai.\n"
    write(workspace, "ke_hoach/2025/phuong-van-my.yaml", text)
    found = lines(make(workspace, "phuong-van-my", tmp_path))
    start = next(i for i, line in enumerate(found) if line.text.startswith("Đoạn *"))

    assert [line.text for line in found[start : start + 4]] == [
        "Đoạn *nghiêng* đầu.",
        "Đoạn sau:",
        "- việc một;",
        "- việc hai.",
    ]
    assert {line.style for line in found[start : start + 4]} == {"Nội dung"}


def test_minutes_print_secretary_and_chair_side_by_side_and_no_date(
    workspace: Path, words: Callable[..., list[str]]
) -> None:
    text = "ky_bien_ban: {thu_ky: Trần Thị Bình, chu_toa: Nguyễn Văn An}\n"
    write(workspace, "ke_hoach/2025/phuong-van-my.yaml", text)
    lines = words("phuong-van-my", workspace)
    start = lines.index("THƯ KÝ")

    assert lines[start : start + 4] == ["THƯ KÝ", "Trần Thị Bình", "CHỦ TỌA", "Nguyễn Văn An"]
    assert "TM. ỦY BAN NHÂN DÂN" not in lines
    assert not any(text.startswith("Vạn Mỹ, ngày") for text in lines)


def test_an_advisory_body_prints_its_superior_and_the_signers_second_title(
    workspace: Path, words: Callable[..., list[str]]
) -> None:
    """Điểm c, đ khoản 7 Mục II Phần I Phụ lục I: the office's title stands above the name."""
    kind = workspace / "data" / "danh_muc" / "loai_van_ban" / "ke-hoach.yaml"
    text = kind.read_text("utf-8")
    mau = "  ban-chi-dao: {tep: ke-hoach-quan.docx}\n  ubnd-quan:"
    kind.write_text(text.replace("  ubnd-quan:", mau, 1), "utf-8")
    unit = """
loai: ban-chi-dao
ten: Ban Chỉ đạo Quy chế dân chủ
viet_tat: BCĐ
cap_tren: quan-ngo-quyen
nguoi_ky:
  ho_ten: Đặng Văn Khởi
  chuc_vu: Trưởng ban
  chuc_vu_khac: Phó Chủ tịch UBND quận
noi_nhan:
  - Lưu: VT, BCĐ
"""
    write(workspace, "don_vi/ban-chi-dao.yaml", unit)
    lines = [text for text in words("ban-chi-dao", workspace) if text]

    assert lines[0] == "UBND QUẬN NGÔ QUYỀN"
    assert lines[lines.index("- Lưu: VT, BCĐ.") + 1 :] == [
        "TM. BAN CHỈ ĐẠO",
        "TRƯỞNG BAN",
        "PHÓ CHỦ TỊCH UBND QUẬN",
        "Đặng Văn Khởi",
    ]
