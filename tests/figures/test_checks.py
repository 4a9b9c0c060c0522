"""Every cross-check, with the sentence that a user of docgen validate sees."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.figures.conftest import Run
from tests.figures.ward import FIRST, SECOND, changed, clear_reports, write_report

FILE = "data/bao_cao/2025-6-thang/phuong-cau-dat.yaml"
LAW = "khoản 1 Điều 36 Luật Thực hiện dân chủ ở cơ sở"
BROKEN = [
    (
        {"da_cong_khai": "32"},
        (
            "7:17: lỗi: Số nội dung đã công khai lớn hơn số phải công khai (Nội dung đã công khai: 32; "
            "Nội dung phải công khai phát sinh trong kỳ: 31)"
        ),
    ),
    (
        {"cong_khai_cham": "32"},
        (
            "8:19: lỗi: Số nội dung công khai chậm lớn hơn số đã công khai "
            "(Nội dung công khai chậm (quá 05 ngày làm việc): 32; Nội dung đã công khai: 31)"
        ),
    ),
    (
        {"to_dan_pho_da_hop": "25"},
        (
            "10:22: lỗi: Số tổ dân phố đã họp lớn hơn tổng số tổ dân phố "
            "(Tổ dân phố đã họp trong kỳ: 25; Tổng số tổ dân phố: 24)"
        ),
    ),
    (
        {"dong_gop_bang_tien": "412,1"},
        (
            "15:23: lỗi: Tiền Nhân dân đóng góp lớn hơn tổng giá trị công trình "
            "(Nhân dân đóng góp bằng tiền: 412,1; Tổng giá trị công trình: 412,0)"
        ),
    ),
    (
        {"y_kien_tiep_thu": "1.285"},
        (
            "19:20: lỗi: Số ý kiến được tiếp thu, giải trình lớn hơn số ý kiến tham gia "
            "(Ý kiến được tiếp thu, giải trình: 1.285; Ý kiến tham gia: 1.284)"
        ),
    ),
    (
        {"kien_nghi_giai_quyet": "5"},
        (
            "25:25: nhắc: Số kiến nghị đã giải quyết lớn hơn số kiến nghị (Kiến nghị của Ban Thanh tra "
            "nhân dân đã được giải quyết: 5; Kiến nghị của Ban Thanh tra nhân dân: 4)"
        ),
    ),
    (
        {"don_giai_quyet": "22"},
        (
            "31:19: lỗi: Số đơn đã giải quyết lớn hơn số đơn phải giải quyết (Đơn thư đã giải quyết: 22; "
            "Đơn thư kỳ trước chuyển sang: 2; Đơn thư tiếp nhận trong kỳ: 19)"
        ),
    ),
    (
        {"hoa_giai_thanh": "8"},
        (
            "34:19: lỗi: Số vụ hòa giải thành lớn hơn số vụ tiếp nhận "
            "(Hòa giải thành: 8; Vụ việc hòa giải tiếp nhận: 7)"
        ),
    ),
    (
        {"ho_so_dung_han": "3.463"},
        (
            "36:19: lỗi: Số hồ sơ đúng hạn lớn hơn số hồ sơ tiếp nhận (Hồ sơ thủ tục hành chính giải "
            "quyết đúng hạn: 3.463; Hồ sơ thủ tục hành chính tiếp nhận: 3.462)"
        ),
    ),
    (
        {"thanh_vien_thanh_tra": "23"},
        (
            f"22:25: nhắc: Thành viên Ban Thanh tra nhân dân ít hơn số tổ dân phố ({LAW}) "
            "(Thành viên Ban Thanh tra nhân dân: 23; Tổng số tổ dân phố: 24)"
        ),
    ),
    (
        {"thanh_vien_thanh_tra": "4", "so_to_dan_pho": "4", "to_dan_pho_da_hop": "4"},
        (
            f"22:25: nhắc: Ban Thanh tra nhân dân ở phường có ít nhất 05 thành viên ({LAW}) "
            "(Thành viên Ban Thanh tra nhân dân: 4)"
        ),
    ),
]


@pytest.fixture
def folder(workspace: Path) -> Path:
    """The sample without any report; the ward Cầu Đất goes on after 30/6 so that it has a year."""
    clear_reports(workspace)
    unit = workspace / "data" / "don_vi" / "phuong-cau-dat.yaml"
    head, _, rest = unit.read_text("utf-8").replace(", den: 30/6/2025}", "}").partition("ke_thua:")
    unit.write_text(head + rest[rest.index("nguoi_ky:") :], "utf-8")
    return workspace


def told(docgen: Run, folder: Path) -> list[str]:
    """Return the first line of each problem that docgen validate tells of."""
    done = docgen(folder, "validate")
    lines = [line for line in done.stdout.splitlines() if line.startswith(("data/", "docgen"))]
    assert done.exit_code == any(": lỗi: " in line for line in lines)
    return lines


@pytest.mark.parametrize(("values", "sentence"), BROKEN, ids=lambda value: str(value)[:20])
def test_a_broken_check_is_told_with_both_figures(
    docgen: Run, folder: Path, values: dict[str, str], sentence: str
) -> None:
    write_report(folder, "2025-6-thang", changed(FIRST, **values))

    found = [line for line in told(docgen, folder) if "[figure-not-as-fact]" not in line]
    assert found == [f"{FILE}:{sentence} [figures-disagree]"]


def test_what_people_may_write_instead_is_told(docgen: Run, folder: Path) -> None:
    write_report(folder, "2025-6-thang", changed(FIRST, hoa_giai_thanh="8"))

    assert docgen(folder, "validate").stdout.splitlines()[1:] == [
        "   34 |   hoa_giai_thanh: 8",
        "      |                   ^",
        "      = gợi ý: sửa số sai; phải đúng  hoa_giai_thanh <= vu_hoa_giai",
    ]


def test_all_in_order_is_told_by_nothing(docgen: Run, folder: Path) -> None:
    write_report(folder, "2025-6-thang", FIRST)
    write_report(folder, "2025-nam", SECOND)

    assert told(docgen, folder) == []


def test_an_office_has_a_check_of_its_own(docgen: Run, folder: Path) -> None:
    figures = (
        "\nvan_ban_chi_dao: 1\nco_quy_che: có\nhoi_nghi_tuyen_truyen: 1\nluot_du_tuyen_truyen: 9"
        "\nphai_cong_khai: 1\nda_cong_khai: 1\ncong_khai_cham: 0\nthanh_vien_thanh_tra: 3"
        "\ngiam_sat_thanh_tra: 1\nkien_nghi_thanh_tra: 0\nkien_nghi_giai_quyet: 0\nluot_tiep_dan: 2"
        "\ndon_dau_ky: 0\ndon_tiep_nhan: 1\ndon_giai_quyet: 1\ntong_so_nguoi: 12\nda_hoi_nghi: có"
        "\nnguoi_du_hoi_nghi: 12\nco_ban_thanh_tra: có\ny_kien_noi_bo: 7\ny_kien_noi_bo_tra_loi: 8"
        "\ndoi_thoai_noi_bo: 1\ntu_xep_loai: tốt\n"
    )
    write_report(folder, "2025-6-thang", figures, unit="phong-noi-vu")

    assert told(docgen, folder) == [
        (
            "data/bao_cao/2025-6-thang/phong-noi-vu.yaml:22:26: lỗi: Số ý kiến nội bộ được tiếp thu, giải "
            "trình lớn hơn số ý kiến (Ý kiến nội bộ được tiếp thu, giải trình: 8; Ý kiến của cán bộ, "
            "công chức, viên chức, người lao động: 7) [figures-disagree]"
        )
    ]


def test_an_opening_must_be_what_the_half_before_left(docgen: Run, folder: Path) -> None:
    write_report(folder, "2025-6-thang", FIRST)
    write_report(folder, "2025-nam", changed(SECOND, don_dau_ky="5"))

    assert told(docgen, folder) == [
        (
            "data/bao_cao/2025-nam/phuong-cau-dat.yaml:29:15: lỗi: “Đơn thư kỳ trước chuyển sang” là 5, "
            "nhưng “Đơn thư chưa giải quyết cuối kỳ” của 06 tháng đầu năm 2025 là 3 [opening-differs]"
        )
    ]


def test_an_opening_must_be_what_the_year_before_left(docgen: Run, folder: Path) -> None:
    write_report(folder, "2024-6-thang", FIRST)
    write_report(folder, "2024-nam", SECOND)
    write_report(folder, "2025-6-thang", changed(FIRST, don_dau_ky="1", don_tiep_nhan="20"))

    assert told(docgen, folder) == [
        (
            f"{FILE}:29:15: lỗi: “Đơn thư kỳ trước chuyển sang” là 1, "
            "nhưng “Đơn thư chưa giải quyết cuối kỳ” của năm 2024 là 2 [opening-differs]"
        )
    ]


def test_the_sums_of_the_year_must_agree_too(docgen: Run, folder: Path) -> None:
    write_report(folder, "2025-6-thang", FIRST)
    write_report(
        folder, "2025-nam", changed(SECOND, kien_nghi_thanh_tra="3", kien_nghi_giai_quyet="5")
    )

    assert told(docgen, folder) == [
        (
            "data/bao_cao/2025-nam/phuong-cau-dat.yaml:25:25: nhắc: Số kiến nghị đã giải quyết lớn hơn "
            "số kiến nghị (lũy kế từ đầu năm: Kiến nghị của Ban Thanh tra nhân dân đã được giải quyết: "
            "8; Kiến nghị của Ban Thanh tra nhân dân: 7) [figures-disagree]"
        )
    ]


def test_recommendations_left_of_the_first_half_may_be_resolved_in_the_second(
    docgen: Run, folder: Path
) -> None:
    write_report(folder, "2025-6-thang", FIRST)
    write_report(folder, "2025-nam", SECOND)  # 4 resolved of 3 made; 7 of 7 in the year

    assert told(docgen, folder) == []


def test_a_figure_far_from_last_years_asks_for_a_reason(docgen: Run, folder: Path) -> None:
    write_report(folder, "2025-6-thang", FIRST, "cung_ky: {luot_tiep_dan: 31, vu_hoa_giai: 5}\n")
    asked = told(docgen, folder)
    reason = "giai_trinh: {luot_tiep_dan: Nhiều hộ hỏi về bồi thường}\n"
    write_report(folder, "2025-6-thang", FIRST, f"cung_ky: {{luot_tiep_dan: 31}}\n{reason}")

    assert asked == [
        (
            f"{FILE}:28:18: nhắc: “Lượt công dân được tiếp” là 47, cùng kỳ là 31: lệch quá 50% "
            "[far-from-last-year]"
        )
    ]
    assert told(docgen, folder) == []


def test_last_years_report_is_taken_before_what_this_one_says_of_it(
    docgen: Run, folder: Path
) -> None:
    write_report(folder, "2024-6-thang", FIRST)
    write_report(
        folder, "2025-6-thang", changed(FIRST, don_dau_ky="2"), "cung_ky: {cuoc_hop: 28}\n"
    )

    assert told(docgen, folder) == [
        (
            f"{FILE}:37:21: nhắc: cùng kỳ của “Cuộc họp của cộng đồng dân cư” khác báo cáo năm trước "
            "(29) [past-differs]"
        )
    ]


def test_nothing_written_is_not_none(docgen: Run, folder: Path) -> None:
    write_report(folder, "2025-6-thang", changed(FIRST, doi_thoai="", luot_tiep_dan="-"))

    assert told(docgen, folder) == [
        (
            f"{FILE}:1:1: nhắc: chưa ghi 2 chỉ tiêu: Hội nghị trao đổi, đối thoại với Nhân dân; "
            "Lượt công dân được tiếp [figures-missing]"
        )
    ]


def test_figures_of_another_kind_of_unit_are_a_mistake(docgen: Run, folder: Path) -> None:
    write_report(folder, "2025-6-thang", f"{FIRST.rstrip()}\ntong_so_nguoi: 30\n")

    assert told(docgen, folder) == [
        (
            f"{FILE}:37:3: lỗi: chỉ tiêu “tong_so_nguoi” không dùng cho loại đơn vị này "
            "[field-not-for-unit]"
        )
    ]


def test_a_ratio_of_last_year_is_computed_too(docgen: Run, folder: Path) -> None:
    write_report(folder, "2025-6-thang", FIRST, "cung_ky: {ty_le_dung_han: '98,5'}\n")

    assert told(docgen, folder) == [
        (
            f"{FILE}:37:11: lỗi: “Tỷ lệ hồ sơ giải quyết đúng hạn” là chỉ tiêu docgen tính ra, không nhập "
            "[figure-computed]"
        )
    ]


def test_a_mistake_holds_the_report_back_and_a_reminder_does_not(docgen: Run, folder: Path) -> None:
    make = ("report", "--period", "6m", "--unit", "phuong-cau-dat")
    write_report(folder, "2025-6-thang", changed(FIRST, thanh_vien_thanh_tra="23"))
    reminded = docgen(folder, *make)
    write_report(folder, "2025-6-thang", changed(FIRST, hoa_giai_thanh="8"))
    wrong = docgen(folder, *make)

    assert reminded.exit_code == 0
    assert wrong.exit_code == 1
    assert f"{FILE}:34:19: lỗi: Số vụ hòa giải thành lớn hơn số vụ tiếp nhận" in wrong.stderr
    assert "lỗi: phuong-cau-dat: Dữ liệu có 1 lỗi, chưa làm được văn bản." in wrong.stderr


@pytest.mark.parametrize("text", ["hoa_giai_thanh: 8", "hoa_giai_thanh: tám"])
def test_a_mistake_in_a_unit_below_holds_the_sums_back_and_names_it(
    docgen: Run, folder: Path, text: str
) -> None:
    write_report(folder, "2025-6-thang", FIRST.replace("hoa_giai_thanh: 6", text))
    done = docgen(folder, "report", "--period", "6m", "--unit", "quan-ngo-quyen")

    assert done.exit_code == 1
    assert f"{FILE}:34:19: lỗi:" in done.stderr  # not “chưa báo cáo”, nor a sum that is wrong


def test_a_mistake_in_the_first_half_holds_the_year_back(docgen: Run, folder: Path) -> None:
    write_report(folder, "2025-6-thang", changed(FIRST, hoa_giai_thanh="8"))
    write_report(folder, "2025-nam", SECOND)
    done = docgen(folder, "report", "--period", "year", "--unit", "phuong-cau-dat")

    assert done.exit_code == 1
    assert f"{FILE}:34:19: lỗi:" in done.stderr


def test_a_mistake_of_another_unit_holds_back_nobody_else(docgen: Run, folder: Path) -> None:
    write_report(folder, "2025-6-thang", changed(FIRST, hoa_giai_thanh="8"))
    write_report(folder, "2025-6-thang", FIRST, unit="phuong-van-my")
    done = docgen(folder, "report", "--period", "6m", "--unit", "phuong-van-my")

    assert done.exit_code == 0, done.stderr
