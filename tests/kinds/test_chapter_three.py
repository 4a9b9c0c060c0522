"""What plans under chapter III of the law share, whoever issues them: offices, services, schools."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PHONG = "loai: phong\nten: Phòng Dân tộc\nviet_tat: DT"
SU_NGHIEP = "loai: don-vi-su-nghiep\nten: Thư viện\nviet_tat: TV"
TRUONG = "loai: truong-hoc\nten: Trường Tiểu học Lê Lợi\ncap_hoc: tiểu học\nviet_tat: THLL"
KINDS = {"phong": PHONG, "don-vi-su-nghiep": SU_NGHIEP, "truong-hoc": TRUONG}
every_kind = pytest.mark.parametrize("head", KINDS.values(), ids=KINDS)

Office = Callable[..., Any]


@pytest.mark.parametrize(
    ("head", "signs"),
    [
        (PHONG, "Trưởng phòng"),
        ("loai: van-phong\nten: Văn phòng thử\nviet_tat: VPT", "Chánh Văn phòng"),
        ("loai: thanh-tra\nten: Thanh tra thử\nviet_tat: TTT", "Chánh Thanh tra"),
        ("loai: trung-tam-hanh-chinh\nten: Trung tâm một cửa\nviet_tat: TTMC", "Giám đốc"),
        (SU_NGHIEP, "Giám đốc"),
        (TRUONG, "Hiệu trưởng"),
    ],
    ids=["phong", "van-phong", "thanh-tra", "trung-tam-hanh-chinh", "su-nghiep", "truong"],
)
def test_the_file_of_the_unit_alone_makes_a_whole_plan_under_its_own_title(
    head: str, signs: str, office: Office
) -> None:
    made = office(head, signs=signs)

    assert made.gaps == {}
    assert "CẦN BỔ SUNG" not in made.text
    assert made.styled("Quyền hạn") == [signs.upper()]
    assert made.styled("Họ tên") == ["Lê Thị Hoa"]
    assert made.styled("Mục") == ["I. MỤC ĐÍCH, YÊU CẦU", "II. NỘI DUNG", "III. TỔ CHỨC THỰC HIỆN"]


@pytest.mark.parametrize(
    "head",
    [
        PHONG,
        SU_NGHIEP,
        TRUONG,
    ],
    ids=KINDS,
)
def test_the_articles_that_bind_an_office_are_cited(head: str, office: Office) -> None:
    cited = set(re.findall(r"Điều (\d+)", "\n".join(office(head).body)))

    assert {"46", "47", "48", "49", "51", "52", "53", "54", "55", "56", "59", "60"} <= cited


@every_kind
def test_three_annexes_are_named_in_the_text_and_each_says_what_it_belongs_to(
    head: str, office: Office
) -> None:
    made = office(head)
    viet_tat = head.rpartition(": ")[2]
    ten = re.search("ten: (.*)", head)
    assert ten

    assert re.findall(r"Phụ lục [IV]+", "\n".join(made.body)) == [
        "Phụ lục I",
        "Phụ lục II",
        "Phụ lục III",
    ]
    assert made.styled("Phụ lục") == ["Phụ lục I", "Phụ lục II", "Phụ lục III"]
    assert (
        made.styled("Kèm theo")
        == [f"(Kèm theo Kế hoạch số /KH-{viet_tat} ngày tháng năm 2025 của {ten[1]})"] * 3
    )


DEFAULTS = [
    (
        PHONG,
        "Chủ trương của Đảng, pháp luật của Nhà nước",
        "Giải pháp thực hiện nghị quyết của Đảng",
    ),
    (SU_NGHIEP, "Văn bản của Đảng, Nhà nước, cơ quan quản lý", "Kế hoạch hoạt động, mở rộng"),
    (TRUONG, "Văn bản của ngành, của địa phương", "Kế hoạch giáo dục của nhà trường"),
]


@pytest.mark.parametrize(("head", "told", "asked"), DEFAULTS, ids=KINDS)
def test_rows_that_nobody_wrote_are_those_of_the_kind_of_unit(
    head: str, told: str, asked: str, office: Office
) -> None:
    made = office(head)
    firsts = (made.column(1, 1)[0], made.column(2, 1)[0])

    assert (firsts[0].startswith(told), firsts[1].startswith(asked)) == (True, True)
    assert [len(made.table(annex)) for annex in (1, 2)] == [12, 8]
    assert "Điều 11" not in made.text
    assert "Điều 25" not in made.text
    for _, row, other in DEFAULTS:
        assert (row in "\n".join(made.column(1, 1))) == (row == told)
        assert (other in "\n".join(made.column(2, 1))) == (other == asked)


@every_kind
def test_rows_of_the_units_own_stand_instead_of_the_default_ones(head: str, office: Office) -> None:
    own = """
cong_khai:
  - {noi_dung: Lịch trực., hinh_thuc: Niêm yết, thoi_diem: đầu tháng, thoi_han: cả tháng}
lay_y_kien:
  - {noi_dung: Nội quy, hinh_thuc: Họp, tu: 03/3/2025, den: 12/3/2025, phu_trach: tổ một}
"""
    made = office(head, own)

    assert [row[:4] for row in made.table(1)] == [
        ["1", "Lịch trực", "Niêm yết", "Đầu tháng; cả tháng"]
    ]
    assert made.table(2) == [["1", "Nội quy", "Họp", "Từ 03/3/2025 đến 12/3/2025", "Tổ một"]]
    assert ["Từ 03/3 đến 12/3/2025", "Lấy ý kiến: Nội quy", "Tổ một"] in [
        row[1:] for row in made.table(3)
    ]


UNION = [
    (
        "cong_doan: có",
        "phối hợp với Ban Chấp hành Công đoàn chuẩn bị nội dung, triệu tập hội nghị",
        "- Đề nghị Ban Chấp hành Công đoàn phối hợp tổ chức hội nghị",
    ),
    (
        "cong_doan: không",
        "không có tổ chức Công đoàn: {} trực tiếp chuẩn bị nội dung, triệu tập",
        "được gửi trực tiếp đến {} hoặc thông qua người phụ trách bộ phận",
    ),
    (
        "",
        "phối hợp với tổ chức Công đoàn (nếu có) chuẩn bị nội dung, triệu tập hội nghị",
        "- Đề nghị tổ chức Công đoàn (nếu có) phối hợp tổ chức hội nghị",
    ),
]


@every_kind
@pytest.mark.parametrize(("own", "meeting", "asked"), UNION, ids=["yes", "no", "not-said"])
def test_the_union_is_spoken_of_as_the_office_says(
    own: str, meeting: str, asked: str, head: str, office: Office
) -> None:
    text = "\n".join(office(head, own).body)
    chief = {PHONG: "người đứng đầu", SU_NGHIEP: "Giám đốc", TRUONG: "Hiệu trưởng"}[head]

    for _, one, two in UNION:
        assert (one.format(chief) in text) == (one == meeting)
        assert (two.format(chief) in text) == (two == asked)


@every_kind
@pytest.mark.parametrize(
    ("people", "has_board"),
    [("dac_diem: {so_can_bo: 7}", False), ("dac_diem: {so_can_bo: 8}", True), ("", True)],
    ids=["seven", "eight", "not-said"],
)
def test_a_body_of_seven_or_fewer_has_no_inspection_board(
    people: str, has_board: bool, head: str, office: Office
) -> None:
    lines = office(f"{head}\n{people}", "giam_sat: {so_thanh_vien_thanh_tra: 3}").lines
    board = [text for text in lines if text.startswith("- Ban Thanh tra nhân dân")]
    without = [text for text in lines if "không tổ chức Ban Thanh tra nhân dân" in text]

    assert len(board) == has_board
    assert len(without) == (not has_board)
    for text in board:
        assert text.startswith("- Ban Thanh tra nhân dân (03 thành viên), nhiệm kỳ 02 năm")
    for text in without:
        assert " có 07 người, không tổ chức Ban Thanh tra nhân dân (Điều 60)" in text


@pytest.mark.parametrize(
    ("head", "meeting", "month"),
    [
        (PHONG, "Hội nghị công chức, người lao động (Điều 51)", "Tháng 3/2025"),
        (SU_NGHIEP, "Hội nghị viên chức, người lao động (Điều 51)", "Tháng 3/2025"),
        (TRUONG, "Hội nghị viên chức, người lao động (Điều 51)", "Tháng 10/2025"),
    ],
    ids=KINDS,
)
def test_the_staff_meet_on_their_day_or_else_when_their_year_is_young(
    head: str, meeting: str, month: str, office: Office
) -> None:
    days = [(row[1], row[2]) for row in office(head).table(3)]
    made = office(head, "ngay_hoi_nghi: 21/11/2025")
    dated = [(row[1], row[2]) for row in made.table(3)]

    assert [day for day, what in days if what == meeting] == [month]
    assert [day for day, what in dated if what == meeting] == ["21/11/2025"]
    assert "mỗi năm 01 lần, dự kiến ngày 21/11/2025, không chậm hơn 03 tháng" in made.text


@every_kind
def test_talks_tasks_and_reports_are_in_the_calendar_in_order(head: str, office: Office) -> None:
    own = """
ngay_hoi_nghi: 14/3/2025
giam_sat: {thang_doi_thoai: 8}
nhiem_vu: [{noi_dung: Sửa nội quy., han: 30/4/2025, phu_trach: tổ một}]
lich: [{ngay: 02/9/2025, viec: Nghỉ lễ, phu_trach: văn thư}]
"""
    made = office(head, own)
    days = made.column(3, 1)
    order = [
        "14/3/2025",
        "Chậm nhất ngày 30/4/2025",
        "Từ 01/6 đến 14/6/2025",
        "Tháng 8/2025",
        "02/9/2025",
        "Từ 01/12 đến 14/12/2025",
    ]

    assert [days.index(day) for day in order] == sorted(days.index(day) for day in order)
    assert made.column(3, 0) == [str(number + 1) for number in range(len(days))]
    assert "- Sửa nội quy." in made.lines
    assert "trong tháng 8" in made.text
    assert ["Chậm nhất ngày 30/4/2025", "Sửa nội quy", "Tổ một"] in [
        row[1:] for row in made.table(3)
    ]


@every_kind
def test_it_reports_to_its_superior_through_the_office_that_works_for_it(
    head: str, office: Office
) -> None:
    made = office(head)

    assert (
        "về UBND quận (qua Phòng Nội vụ): báo cáo 06 tháng từ 01/6 đến trước ngày 15/6/2025; báo"
        " cáo 01 năm từ 01/12 đến trước ngày 15/12/2025." in made.text
    )
    assert made.styled("Danh sách nơi nhận") == [
        "- UBND Quận Ngô Quyền;",
        "- Phòng Nội vụ;",
        "- Lưu: VT.",
    ]


@every_kind
def test_parts_that_nobody_wrote_leave_no_hole_in_the_numbers(head: str, office: Office) -> None:
    def numbers(own: str) -> list[int]:
        return [int(text.partition(".")[0]) for text in office(head, own).styled("Khoản")]

    without, full = numbers(""), numbers("y_rieng: Giữ sạch sân.\nnhiem_vu: [{noi_dung: A}]")

    assert len(full) == len(without) + 2
    for found in (without, full):
        assert [
            number for i, number in enumerate(found) if number not in (found[i - 1] + 1, 1)
        ] == []
        assert found.count(1) == 3


@every_kind
def test_a_unit_that_begins_after_the_last_report_of_the_year_reports_nothing(
    head: str, plan: Callable[..., Any], workspace: Path
) -> None:
    unit = f"{head}\ncap_tren: phuong-ngo-quyen\nton_tai: {{tu: 15/12/2025}}\n"
    (workspace / "data" / "don_vi" / "don-vi-thu.yaml").write_text(unit, "utf-8")
    made = plan("don-vi-thu", workspace)

    assert "(từ ngày 15/12/2025)" in made.text
    assert "15/12/2025." not in made.text
    assert not any("Gửi báo cáo" in row[2] for row in made.table(3))
