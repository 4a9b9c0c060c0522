"""What is told of an outline: marks that name nothing, fields nobody has, versions that are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.context.document import content, reference_day
from docgen.context.job import Job
from docgen.load.outlines import ASPECTS, Use, _uses
from docgen.load.references import workspace_problems
from docgen.load.workspace import load_workspace
from tests.figures.small import KIND, YEAR, Office

OUTLINE = """mo_dau:
  - "{don_vi.goi} báo cáo {ky.ten} theo {che_do.luat} (số {ke_hoach_cap_tren.so})."
muc:
  - tieu_de: KẾT QUẢ {ky.ten}
    y:
      - "Nhận {nhan}, xong {xong}{xong.so_sanh}, trong kỳ {nhan.trong_ky}[, còn {ton}]."
      - {cau: "Có {hop} cuộc.", khi: hop, khong: Không có cuộc nào.}
      - truong: han_che
    muc:
      - tieu_de: Tỷ lệ
        ban: [chinh, hdnd]
        y: ["Đạt {ty_le}."]
ket:
  - "Hết./."
"""
FILE = "data/danh_muc/de_cuong/phuong.yaml"
LOAI = "data/danh_muc/loai_van_ban/bao-cao.yaml"


@pytest.fixture
def outlined(office: Office) -> Office:
    """The small workspace whose wards have an outline."""
    kind = KIND.replace(
        "ubnd-phuong: {tep: mau.docx}", "ubnd-phuong: {tep: mau.docx, de_cuong: phuong}"
    )
    office.write(LOAI, f"{kind}ban:\n  hdnd: {{mo_ta: x, kinh_gui: [toan-dan]}}\n")
    office.write(FILE, OUTLINE)
    return office


def test_an_outline_in_order_is_told_by_nothing(outlined: Office) -> None:
    assert outlined.problems() == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{don_vi.goi}", "{don_vi.goii}",
         "2:6 lỗi unknown-mark: không có gì tên “don_vi.goii” để điền. Có phải là “don_vi.goi”?"),
        ("{ky.ten} theo", "{ky.den_ngay} theo",
         "2:27 lỗi unknown-mark: không có gì tên “ky.den_ngay” để điền. Có phải là “ky.den”?"),
        ("{che_do.luat}", "{che_do.luatt}",
         "2:41 lỗi unknown-mark: không có gì tên “che_do.luatt” để điền. Có phải là “che_do.luat”?"),
        ("{ke_hoach_cap_tren.so}", "{ke_hoach_cap_tren.sso}",
         ("2:59 lỗi unknown-mark: không có gì tên “ke_hoach_cap_tren.sso” để điền. "
         "Có phải là “ke_hoach_cap_tren.so”?")),
        ("QUẢ {ky.ten}", "QUẢ {ky.tenn}",
         "4:22 lỗi unknown-mark: không có gì tên “ky.tenn” để điền. Có phải là “ky.ten”?"),
        ("Nhận {nhan}", "Nhận {nhn}",
         "6:15 lỗi unknown-mark: không có gì tên “nhn” để điền. Có phải là “nhan”?"),
        ("{xong.so_sanh}", "{xong.so_voi}",
         "6:34 lỗi unknown-mark: không có gì tên “xong.so_voi” để điền."),
        ("{nhan.trong_ky}", "{phuong.nhan}",
         "6:59 lỗi unknown-mark: không có gì tên “phuong.nhan” để điền."),
        ("khi: hop", "khi: hopp",
         "7:38 lỗi unknown-mark: không có gì tên “hopp” để điền. Có phải là “hop”?"),
        ("Không có cuộc nào.", '"Không có {hopp}."',
         "7:60 lỗi unknown-mark: không có gì tên “hopp” để điền. Có phải là “hop”?"),
        ("truong: han_che", "truong: hanche",
         "8:17 lỗi unknown-code: không có mục “hanche” trong Báo cáo. Có phải là “han_che”?"),
        ("[chinh, hdnd]", "[chinh, hdn]",
         "11:22 lỗi unknown-code: không có bản “hdn”. Có phải là “hdnd”?"),
        ("{ty_le}", "{ ty_le}",
         "12:18 lỗi mark-form: có dấu ngoặc nhọn không đọc được"),
        ("{ty_le}", "{Tỷ lệ}",
         "12:18 lỗi mark-form: có dấu ngoặc nhọn không đọc được"),
        ("{ty_le}", "{ty_le",
         "12:18 lỗi mark-form: có dấu ngoặc nhọn không đọc được"),
        ("[, còn {ton}]", "[, còn {ton}",
         "6:74 lỗi mark-form: có dấu ngoặc vuông không thành cặp, hoặc lồng nhau"),
        ("[, còn {ton}]", "[, còn {ton}[, {nhan}]]",
         "6:74 lỗi mark-form: có dấu ngoặc vuông không thành cặp, hoặc lồng nhau"),
    ],
)  # fmt: skip
def test_a_mark_that_names_nothing_is_told_at_its_place(
    outlined: Office, old: str, new: str, told: str
) -> None:
    assert old in OUTLINE
    outlined.write(FILE, OUTLINE.replace(old, new, 1))

    assert [line for line in outlined.problems() if line.startswith(FILE)] == [f"{FILE}:{told}"]


def test_a_mark_must_mean_something_for_every_unit_that_has_the_outline(outlined: Office) -> None:
    kind = (outlined.root / LOAI).read_text("utf-8")
    kind = kind.replace("phong: {tep: mau.docx}", "phong: {tep: mau.docx, de_cuong: phuong}")
    outlined.write(LOAI, kind)

    assert [line for line in outlined.problems() if line.startswith(FILE)] == [
        f"{FILE}:7:19 lỗi unknown-mark: “hop” không dùng được cho loại đơn vị phong",
        f"{FILE}:7:38 lỗi unknown-mark: “hop” không dùng được cho loại đơn vị phong",
    ]


def test_an_outline_that_a_superior_orders_is_for_all_below_it(outlined: Office) -> None:
    outlined.write(
        "data/nam/2025.yaml", f"{YEAR}de_cuong: [{{cap_tren: quan-x, de_cuong: phuong}}]\n"
    )
    every = outlined.problems()
    wards = "{cap_tren: quan-x, don_vi: ubnd-phuong, de_cuong: phuong}"
    outlined.write("data/nam/2025.yaml", f"{YEAR}de_cuong: [{wards}]\n")

    assert f"{FILE}:7:19 lỗi unknown-mark: “hop” không dùng được cho loại đơn vị phong" in every
    assert outlined.problems() == []


def test_a_field_of_rows_or_of_others_cannot_be_printed(outlined: Office) -> None:
    kind = (outlined.root / LOAI).read_text("utf-8")
    rows = "{nhan: Hạn chế, kieu: danh sách, gom: {viec: {nhan: Việc}}}"
    outlined.write(LOAI, kind.replace("{nhan: Hạn chế, kieu: danh sách}", rows))
    of_rows = outlined.problems()
    others = "{nhan: Hạn chế, kieu: danh sách, cho: [phong]}"
    outlined.write(LOAI, kind.replace("{nhan: Hạn chế, kieu: danh sách}", others))

    assert of_rows == [
        (
            f"{FILE}:8:17 lỗi unknown-code: "
            "mục “han_che” không phải là chữ, đoạn văn hay danh sách các ý"
        )
    ]
    assert outlined.problems() == [
        f"{FILE}:8:17 lỗi unknown-code: mục “han_che” không dùng cho loại đơn vị ubnd-phuong"
    ]


def marks_of(use: Use) -> list[str]:
    """Return everything that a sentence of an outline may name."""
    figures = [f"{name}.{aspect}" for name in use.figures for aspect in ASPECTS]
    grouped = [f"{group}.{name}" for group, names in use.groups.items() for name in names]
    return sorted({*use.names, *figures, *grouped, *(f"{name}.so_sanh" for name in grouped)})


@pytest.mark.parametrize(
    ("unit", "outline"),
    [
        ("phuong-cau-dat", "bao-cao-phuong"),
        ("phong-noi-vu", "bao-cao-co-quan"),
        ("truong-thcs-chu-van-an", "bao-cao-truong"),
        ("quan-ngo-quyen", "bao-cao-quan"),
    ],
)
def test_whatever_an_outline_may_name_can_be_printed(
    workspace: Path, unit: str, outline: str
) -> None:
    use = _uses(load_workspace(workspace))[outline][0]
    marks = marks_of(use)
    sentences = "".join(f'      - "{mark}: {{{mark}}}."\n' for mark in marks)
    path = workspace / "data" / "danh_muc" / "de_cuong" / f"{outline}.yaml"
    path.write_text(f"muc:\n  - tieu_de: MỌI THỨ\n    y:\n{sentences}", "utf-8")
    loaded = load_workspace(workspace)
    day = reference_day(loaded, "bao-cao", 2025, unit, "6-thang")
    values = content(loaded, Job(unit, "bao-cao", 2025, day, "6-thang")).values
    said = values["de_cuong"]["muc"][0]["y"]

    assert [p for p in workspace_problems(loaded) if not p.warning] == []
    assert len(said) == len(marks) > 100
    assert not [line for line in said if "{" in line or "Gap object" in line or "None" in line]
