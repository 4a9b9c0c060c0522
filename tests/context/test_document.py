"""The values of a document: reference day, names in time, recipients, gaps."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from docgen.context.document import content, reference_day
from docgen.context.job import Job
from docgen.context.units import full_name, letterhead, members, unit_values
from docgen.context.values import Gap, Gaps
from docgen.load.references import workspace_problems
from docgen.load.workspace import Workspace, load_workspace
from docgen.model.vocabulary import TEMPLATE_NAMES


@pytest.fixture(scope="module")
def loaded(sample: Path) -> Workspace:
    return load_workspace(sample)


def put(workspace: Path, name: str, text: str) -> None:
    (workspace / "data" / name).write_text(text, "utf-8")


def test_the_reference_day_is_the_day_that_the_year_plans(loaded: Workspace) -> None:
    assert reference_day(loaded, "ke-hoach", 2025, "quan-ngo-quyen") == date(2025, 1, 20)
    assert reference_day(loaded, "ke-hoach", 2025, "phuong-cau-dat") == date(2025, 2, 10)


def test_a_documents_own_date_comes_first(workspace: Path) -> None:
    put(workspace, "ke_hoach/2025/phuong-van-my.yaml", "so: 3\nngay: 03/3/2025\n")

    assert reference_day(load_workspace(workspace), "ke-hoach", 2025, "phuong-van-my") == date(
        2025, 3, 3
    )


def test_a_unit_born_later_in_the_year_uses_its_first_day(loaded: Workspace) -> None:
    assert reference_day(loaded, "ke-hoach", 2025, "phuong-ngo-quyen") == date(2025, 7, 1)


def test_a_year_without_plans_begins_on_its_first_day(loaded: Workspace) -> None:
    assert reference_day(loaded, "ke-hoach", 2031, "phuong-ngo-quyen") == date(2031, 1, 1)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2025, 2, 28), "Phòng Văn hóa và Thông tin"),
        (date(2025, 3, 1), "Phòng Văn hóa, Khoa học và Thông tin"),
    ],
)
def test_a_name_is_the_one_of_its_day(day: date, name: str, loaded: Workspace) -> None:
    assert full_name(loaded, "phong-van-hoa", day) == name


def test_two_units_of_one_name_stay_apart(loaded: Workspace) -> None:
    day = date(2025, 6, 30)
    names = [full_name(loaded, code, day) for code in ("phuong-gia-vien", "phuong-gia-vien-2025")]

    assert names[0] == names[1]
    assert loaded.units["phuong-gia-vien"].value.exists(day)
    assert not loaded.units["phuong-gia-vien-2025"].value.exists(day)


def test_a_group_holds_the_units_of_the_day_in_vietnamese_order(loaded: Workspace) -> None:
    found = members(loaded, "cac-phuong", "quan-ngo-quyen", date(2025, 6, 30))

    assert found == [
        "phuong-cau-dat",
        "phuong-cau-tre",
        "phuong-dang-giang",
        "phuong-dong-khe",
        "phuong-gia-vien",
        "phuong-lach-tray",
        "phuong-may-chai",
        "phuong-van-my",
    ]
    assert members(loaded, "cac-phuong", "quan-ngo-quyen", date(2025, 7, 1)) == []


@pytest.mark.parametrize(
    ("unit", "above", "lines"),
    [
        ("quan-ngo-quyen", [], ["ỦY BAN NHÂN DÂN", "QUẬN NGÔ QUYỀN"]),
        ("phong-noi-vu", ["UBND QUẬN NGÔ QUYỀN"], ["PHÒNG NỘI VỤ"]),
        ("truong-tieu-hoc-thai-phien", ["UBND QUẬN NGÔ QUYỀN"], ["TRƯỜNG TIỂU HỌC", "THÁI PHIÊN"]),
    ],
)
def test_the_letterhead_names_a_body_above_only_where_there_is_one(
    unit: str, above: list[str], lines: list[str], loaded: Workspace
) -> None:
    head = letterhead(loaded, unit, date(2025, 1, 20))

    assert head["chu_quan"] == above
    assert " ".join(head["ban_hanh"]) == " ".join(lines)


def test_an_office_without_a_place_has_its_seat_where_its_superior_is(loaded: Workspace) -> None:
    values = unit_values(loaded, "phong-noi-vu", date(2025, 1, 20), Gaps())

    assert values["dia_danh"] == "Quận Ngô Quyền"


def test_superiors_in_a_circle_do_not_hang(workspace: Path) -> None:
    put(workspace, "don_vi/phong-noi-vu.yaml", "{loai: phong, ten: A, cap_tren: phong-van-hoa}\n")
    put(workspace, "don_vi/phong-van-hoa.yaml", "{loai: phong, ten: B, cap_tren: phong-noi-vu}\n")
    values = unit_values(load_workspace(workspace), "phong-noi-vu", date(2025, 1, 20), Gaps())

    assert isinstance(values["dia_danh"], Gap)


def test_a_theme_is_listed_from_the_top_down(loaded: Workspace) -> None:
    job = Job("phuong-cau-dat", "ke-hoach", 2025, date(2025, 2, 10))
    themes = content(loaded, job).values["chu_de"]

    assert [theme["cua"] for theme in themes] == ["thành phố", "quận"]


def test_the_regime_is_the_one_of_the_day(loaded: Workspace) -> None:
    words = [
        content(loaded, Job("phuong-ngo-quyen", "ke-hoach", 2025, day)).values["che_do"]
        for day in (date(2025, 6, 30), date(2025, 7, 1))
    ]

    assert words[0]["don_vi_co_so"] == "xã, phường, thị trấn"
    assert words[1]["don_vi_co_so"] == "xã, phường, đặc khu"


def test_a_unit_without_recipients_or_signer_prints_gaps(workspace: Path) -> None:
    put(
        workspace,
        "don_vi/phuong-van-my.yaml",
        "{loai: ubnd-phuong, dia_ban: {cap: phường, ten: Vạn Mỹ}, cap_tren: quan-ngo-quyen}\n",
    )
    job = Job("phuong-van-my", "ke-hoach", 2025, date(2025, 2, 10))
    made = content(load_workspace(workspace), job)

    assert str(made.values["noi_nhan"][0]) == "[CẦN BỔ SUNG: Nơi nhận]"
    assert str(made.values["chu_ky"]["ho_ten"]) == "[CẦN BỔ SUNG: Họ tên người ký]"
    assert made.gaps == {
        "Nơi nhận": "mục noi_nhan trong data/don_vi/phuong-van-my.yaml",
        "Họ tên người ký": "mục nguoi_ky trong data/don_vi/phuong-van-my.yaml",
    }


def test_a_gap_is_noted_when_it_is_printed_and_not_when_it_is_asked() -> None:
    gaps = Gaps()
    gap = Gap("Số hộ", gaps, "mục so_ho")

    assert not gap
    assert list(gap) == []
    assert gap.chi_tiet is gap
    assert not gaps
    assert f"{gap}" == "[CẦN BỔ SUNG: Số hộ]"
    assert list(gaps) == ["Số hộ"]


def test_a_number_is_open_until_it_is_given(loaded: Workspace, workspace: Path) -> None:
    job = Job("phuong-van-my", "ke-hoach", 2025, date(2025, 2, 10))
    draft = content(loaded, job).values["van_ban"]
    put(workspace, "ke_hoach/2025/phuong-van-my.yaml", "so: 12\nngay: 10/02/2025\n")
    issued = content(load_workspace(workspace), job).values["van_ban"]

    assert draft["so_ky_hieu"].replace("\N{NO-BREAK SPACE}", "_") == "Số: ______/KH-UBND"
    assert issued["so_ky_hieu"] == "Số: 12/KH-UBND"
    day = issued["dia_danh_ngay"].replace("\N{NO-BREAK SPACE}", "_")
    assert day == "Vạn Mỹ, ngày_10_tháng_02_năm_2025"


def test_every_name_of_a_template_is_reserved(loaded: Workspace) -> None:
    job = Job("phuong-cau-dat", "ke-hoach", 2025, date(2025, 2, 10))
    names = set(content(loaded, job).values) - {"ke_hoach"}

    assert names <= TEMPLATE_NAMES


def test_a_kind_may_not_take_a_name_or_a_command_that_has_a_meaning(workspace: Path) -> None:
    kinds = workspace / "data" / "danh_muc" / "loai_van_ban"
    text = (kinds / "ke-hoach.yaml").read_text("utf-8")
    text = text.replace("lenh: plan", "lenh: validate").replace("ke_hoach\n", "van_ban\n")
    (kinds / "ke-hoach.yaml").write_text(text, "utf-8")
    found = workspace_problems(load_workspace(workspace))

    assert [problem.message for problem in found if problem.code == "key-reserved"] == [
        "lệnh “validate” có sẵn trong docgen",
        "tên “van_ban” trong mẫu đã có nghĩa khác",
    ]


def test_minutes_are_signed_by_two_side_by_side(workspace: Path) -> None:
    text = "ky_bien_ban: {thu_ky: Trần Thị Bình, chu_toa: Nguyễn Văn An}\n"
    put(workspace, "ke_hoach/2025/phuong-van-my.yaml", text)
    job = Job("phuong-van-my", "ke-hoach", 2025, date(2025, 2, 10))
    left, right = content(load_workspace(workspace), job).values["chu_ky"]["bien_ban"]

    assert (left["quyen_han"], left["ho_ten"]) == (("THƯ KÝ",), "Trần Thị Bình")
    assert (right["quyen_han"], right["ho_ten"]) == (("CHỦ TỌA",), "Nguyễn Văn An")


def test_a_gap_is_neither_more_nor_less_than_anything() -> None:
    gap = Gap("Số hộ", Gaps())

    assert [gap > 2, gap < 2, gap >= 2, gap <= 2] == [False] * 4


def test_several_kinds_of_places_are_told_in_the_order_of_the_law(workspace: Path) -> None:
    for code, noun, name in (
        ("thi-tran-a", "thị trấn", "Phước Dân"),
        ("xa-b", "xã", "An Hải"),
        ("xa-c", "xã", "Phước Hậu"),
    ):
        put(
            workspace,
            f"don_vi/{code}.yaml",
            f"{{loai: ubnd-phuong, dia_ban: {{cap: {noun}, ten: {name}}}, cap_tren: huyen}}\n",
        )
    put(
        workspace,
        "don_vi/huyen.yaml",
        "loai: ubnd-quan\ndia_ban: {cap: huyện, ten: Ninh Phước}\nnoi_nhan:\n"
        "  - nhom: thuong-truc-cap-uy\n  - nhom: cac-phuong\n  - Lưu: VT, NV\n",
    )
    job = Job("huyen", "ke-hoach", 2025, date(2025, 1, 20))
    values = content(load_workspace(workspace), job).values

    assert values["cap_duoi"]["cac"] == "các xã, thị trấn"
    assert values["noi_nhan"] == [
        "- Thường trực Huyện ủy;",
        "- UBND các xã, thị trấn;",
        "- Lưu: VT, NV.",
    ]


def test_a_district_without_places_below_prints_a_gap(workspace: Path) -> None:
    put(
        workspace,
        "don_vi/huyen.yaml",
        "{loai: ubnd-quan, dia_ban: {cap: huyện, ten: Ninh Phước}}\n",
    )
    job = Job("huyen", "ke-hoach", 2025, date(2025, 1, 20))
    below = content(load_workspace(workspace), job).values["cap_duoi"]

    assert str(below.cac) == "[CẦN BỔ SUNG: Đơn vị hành chính cấp dưới]"


def test_a_long_name_of_a_place_is_broken_evenly_in_the_letterhead(workspace: Path) -> None:
    place = "{cap: thành phố, ten: Phan Rang - Tháp Chàm}"
    put(workspace, "don_vi/tp.yaml", f"{{loai: ubnd-quan, dia_ban: {place}}}\n")
    head = letterhead(load_workspace(workspace), "tp", date(2025, 1, 20))

    assert head["ban_hanh"] == ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ PHAN", "RANG - THÁP CHÀM"]


def test_an_open_date_is_of_the_year_of_the_document(sample: Path) -> None:
    loaded = load_workspace(sample)
    job = Job("phuong-ngo-quyen", "don-doc", 2025, date(2026, 1, 5), "nam")

    assert content(loaded, job).values["van_ban"]["dia_danh_ngay"].endswith("năm\xa02026")
