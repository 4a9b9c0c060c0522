"""What vocabularies say of kinds of units: templates shared, fields of some, rows of each."""

from __future__ import annotations

from typing import Any

import pytest

KINDS = "data/danh_muc/loai_don_vi.yaml"
GROUPS = "data/danh_muc/nhom_noi_nhan.yaml"
KIND = "data/danh_muc/loai_van_ban/ke-hoach.yaml"
TABLE = "data/danh_muc/mac_dinh/%s.yaml"
OFFICES = """
muc:
  ubnd-phuong: {ten: UBND cấp xã, co_quan: Ủy ban nhân dân, truong: Chủ tịch}
  phong: {ten: phòng, truong: Trưởng phòng}
  van-phong: {ten: văn phòng, truong: Chánh Văn phòng, nhu: phong}
  hoi: {ten: hội, truong: Chủ tịch}
"""
FIELDS = """
ten: Kế hoạch
viet_tat: KH
lenh: plan
mo_ta: Kế hoạch năm
tep: ke-hoach
du_lieu: ke_hoach
trich_yeu: Thực hiện dân chủ
mau:
  ubnd-phuong: {tep: mau.docx}
  phong: {tep: mau.docx, mac_dinh: {viec: viec-phong}}
truong:
  viec: {nhan: Việc chính, kieu: danh sách, mac_dinh: viec}
  ban: {nhan: Nội dung bàn, cho: [ubnd-phuong]}
  hop: {nhan: Ngày họp, kieu: ngày, cho: [phong]}
"""
BASE = {
    KINDS: OFFICES,
    KIND: FIELDS,
    TABLE % "viec": "viec: [Việc của mọi nơi]",
    TABLE % "viec-phong": "viec: [Việc của phòng]",
    "data/don_vi/phong-b.yaml": "loai: phong\nten: Phòng B\n",
    "data/don_vi/van-phong-c.yaml": "loai: van-phong\nten: Văn phòng C\n",
    "data/don_vi/hoi-d.yaml": "loai: hoi\nten: Hội D\n",
}


@pytest.fixture
def offices(office: Any) -> Any:
    """The small workspace with more kinds of units, in order."""
    assert office.told(BASE) == []
    return office


def told(problem: Any) -> tuple[str, str]:
    return f"{problem.place} {problem.code}", problem.message


def test_a_kind_of_unit_that_uses_the_templates_of_no_kind_is_told(office: Any) -> None:
    (problem,) = office.problems(BASE | {KINDS: OFFICES.replace("nhu: phong", "nhu: phongg")})

    assert told(problem) == (
        f"{KINDS}:5:61 unknown-code",
        "không có loại đơn vị “phongg”. Có phải là “phong”?",
    )
    assert problem.hint == "dùng một trong: hoi, phong, ubnd-phuong, van-phong"


def test_a_unit_has_the_template_and_the_default_rows_of_the_kind_it_is_like(offices: Any) -> None:
    workspace = offices.load()
    units = ("phuong-a", "phong-b", "van-phong-c", "hoi-d")
    templates = [workspace.template("ke-hoach", unit) for unit in units]
    kinds = workspace.kinds["ke-hoach"].value.mau
    rows = {kind: rows.value.viec for (_, _, kind), rows in workspace.defaults.items()}

    assert workspace.family("van-phong") == ["van-phong", "phong"]
    assert workspace.family("phong") == ["phong"]
    assert workspace.family("khong-co") == ["khong-co"]
    assert templates == [kinds["ubnd-phuong"], kinds["phong"], kinds["phong"], None]
    assert rows == {"": ["Việc của mọi nơi"], "phong": ["Việc của phòng"]}


def test_a_template_of_its_own_comes_before_that_of_the_kind_it_is_like(office: Any) -> None:
    own = FIELDS.replace("truong:\n", "  van-phong: {tep: mau.docx, phu_luc: [lich]}\ntruong:\n", 1)
    assert office.told(BASE | {KIND: own}) == []

    assert office.load().template("ke-hoach", "van-phong-c").phu_luc == ["lich"]


@pytest.mark.parametrize(
    ("unit", "text", "place", "sentence"),
    [
        (
            "phong-b",
            "viec: [Họp]\nban: Quy chế\n",
            "2:1",
            "mục “ban” không dùng cho loại đơn vị phong (chỉ cho: ubnd-phuong)",
        ),
        (
            "hoi-d",
            "hop: 05/2/2026\n",
            "1:1",
            "mục “hop” không dùng cho loại đơn vị hoi (chỉ cho: phong)",
        ),
        (
            "phuong-a",
            "ban: Quy chế\nhop: 05/2/2026\n",
            "2:1",
            "mục “hop” không dùng cho loại đơn vị ubnd-phuong (chỉ cho: phong)",
        ),
    ],
)
def test_what_was_written_for_another_kind_of_unit_is_told_at_its_key(
    unit: str, text: str, place: str, sentence: str, offices: Any
) -> None:
    path = f"data/ke_hoach/2026/{unit}.yaml"
    (problem,) = offices.problems({path: text})

    assert told(problem) == (f"{path}:{place} field-not-for-unit", sentence)
    assert problem.hint == "xóa mục này, văn bản của đơn vị không in nó"
    assert problem.place.width == 3


def test_a_kind_like_another_may_write_what_that_one_may(offices: Any) -> None:
    files = {f"data/ke_hoach/2026/{unit}.yaml": "hop: 05/2/2026" for unit in ("phong-b",)}
    files["data/ke_hoach/2026/van-phong-c.yaml"] = "hop: 06/2/2026"

    assert offices.told(files) == []


def test_a_field_for_several_kinds_names_them_all(office: Any) -> None:
    kinds = FIELDS.replace("cho: [phong]", "cho: [ubnd-phuong, phong]")
    path = "data/ke_hoach/2026/hoi-d.yaml"
    (problem,) = office.problems(BASE | {KIND: kinds, path: "hop: 05/2/2026"})

    assert problem.message.endswith("loại đơn vị hoi (chỉ cho: ubnd-phuong, phong)")


@pytest.mark.parametrize(
    ("old", "new", "place", "sentence"),
    [
        (
            "cho: [phong]",
            "cho: [ubnd-phuong, phng]",
            "15:56",
            "không có loại đơn vị “phng”. Có phải là “phong”?",
        ),
        (
            "mac_dinh: {viec: viec-phong}",
            "mac_dinh: {vic: viec-phong}",
            "11:37",
            "không có danh sách trong mục truong “vic”. Có phải là “viec”?",
        ),
        (
            "mac_dinh: {viec: viec-phong}",
            "mac_dinh: {ban: viec-phong}",
            "11:37",
            "không có danh sách trong mục truong “ban”.",
        ),
    ],
    ids=["cho", "mac_dinh", "mac_dinh of no list"],
)
def test_a_code_that_the_vocabulary_does_not_know_is_told(
    old: str, new: str, place: str, sentence: str, office: Any
) -> None:
    found = office.problems(BASE | {KIND: FIELDS.replace(old, new)})

    assert (f"{KIND}:{place} unknown-code", sentence) in [told(problem) for problem in found]


@pytest.mark.parametrize(
    "chosen", ["{}", "{loai: [phong], la: cấp trên}", "{cap_tren: đơn vị ban hành}"]
)
def test_a_group_is_chosen_in_one_way(chosen: str, office: Any) -> None:
    text = f"muc:\n  cac-phuong: {{ten: UBND các phường}}\n  b: {{ten: B, chon: {chosen}}}\n"
    (problem,) = office.problems({GROUPS: text})

    assert f"{problem.place} {problem.code}" == f"{GROUPS}:3:21 group-choice"
    assert "ghi một trong hai: loai hoặc la" in problem.message
    assert problem.hint == "ví dụ  chon: {loai: [truong-hoc]}  hoặc  chon: {la: cấp trên}"


@pytest.mark.parametrize(
    "chosen", ["{loai: [phong]}", "{la: cấp trên}", "{la: cơ quan thường trực của cấp trên}"]
)
def test_each_way_to_choose_a_group_is_in_order(chosen: str, office: Any) -> None:
    text = f"muc:\n  cac-phuong: {{ten: UBND các phường}}\n  b: {{ten: B, chon: {chosen}}}\n"

    assert office.told({GROUPS: text}) == []


def test_a_group_that_is_a_place_that_there_is_not_is_told(office: Any) -> None:
    text = "muc:\n  cac-phuong: {ten: UBND các phường}\n  b: {ten: B, chon: {la: cấp dưới}}\n"
    (told,) = office.told({GROUPS: text})

    assert told.startswith(f"{GROUPS}:3:26 ")


def test_two_names_of_a_group_on_one_day_are_told(office: Any) -> None:
    text = """muc:
  cac-phuong: {ten: UBND các phường}
  b:
    ten:
      - {ten: Ban cũ, den: 01/3/2025}
      - {ten: Ban mới, tu: 01/3/2025}
"""
    (told,) = office.told({GROUPS: text})

    assert told.startswith(f"{GROUPS}:")
    assert office.told({GROUPS: text.replace("den: 01/3", "den: 28/02")}) == []


def test_a_mistake_in_default_rows_that_two_kinds_share_is_told_once(office: Any) -> None:
    shared = FIELDS.replace("phong: {tep: mau.docx, mac", "hoi: {tep: mau.docx, mac")
    row = "  phong: {tep: mau.docx, mac_dinh: {viec: viec-phong}}\ntruong:\n"
    shared = shared.replace("truong:\n", row, 1)
    told = office.told(BASE | {KIND: shared, TABLE % "viec-phong": "vic: [Việc]"})

    assert told == [f"{TABLE % 'viec-phong'}:1:1 unknown-key"]


def test_a_field_inside_another_is_for_kinds_that_there_are(office: Any) -> None:
    inner = "  kenh: {nhan: Kênh, kieu: nhóm, gom: {loa: {nhan: Loa, cho: [xyz]}}}\n"
    found = office.problems(BASE | {KIND: FIELDS + inner})

    assert [problem.message for problem in found] == ["không có loại đơn vị “xyz”."]


def test_a_field_inside_another_is_told_where_it_is_not_printed(office: Any) -> None:
    inner = "  kenh: {nhan: Kênh, kieu: nhóm, gom: {loa: {nhan: Loa, cho: [hoi]}}}\n"
    own = {"data/ke_hoach/2025/phong-b.yaml": "kenh:\n  loa: có\n"}
    (problem,) = office.problems(BASE | own | {KIND: FIELDS + inner})

    assert told(problem) == (
        "data/ke_hoach/2025/phong-b.yaml:2:3 field-not-for-unit",
        "mục “loa” không dùng cho loại đơn vị phong (chỉ cho: hoi)",
    )


def test_a_group_that_has_no_meaning_for_an_issuer_is_told(office: Any) -> None:
    groups = "muc:\n  cac-to:\n    ten: Các tổ\n    cho: [phong]\n"
    lines = 'noi_nhan:\n  - nhom: cac-to\n  - "Lưu: VT."\n'
    base = BASE | {GROUPS: groups}
    fit = {"data/don_vi/van-phong-c.yaml": f"loai: van-phong\nten: Văn phòng C\n{lines}"}
    unfit = {"data/don_vi/hoi-d.yaml": f"loai: hoi\nten: Hội D\n{lines}"}
    (problem,) = office.problems(base | unfit)

    assert office.problems(base | fit) == []
    assert told(problem) == (
        "data/don_vi/hoi-d.yaml:4:11 group-not-for-unit",
        "nhóm “cac-to” không dùng cho loại đơn vị hoi",
    )


@pytest.mark.parametrize(
    ("life", "told_at"),
    [
        ("ton_tai: {den: 30/6/2025}\n", []),
        ("", ["data/don_vi/hoi-d.yaml:1:7 kind-ended"]),
        ("ton_tai: {den: 01/7/2025}\n", ["data/don_vi/hoi-d.yaml:3:16 kind-ended"]),
    ],
)
def test_a_unit_does_not_outlive_its_kind(life: str, told_at: list[str], office: Any) -> None:
    kinds = OFFICES.replace("hoi: {", "hoi: {den: 30/6/2025, ")
    unit = f"loai: hoi\nten: Hội D\n{life}"

    assert office.told(BASE | {KINDS: kinds, "data/don_vi/hoi-d.yaml": unit}) == told_at


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        ("phong: {ten: phòng, nhu: phong}", "loại “phong” lại dùng mẫu của loại “phong”"),
        (
            "phong: {ten: phòng, nhu: doi}\n  doi: {ten: đội, nhu: to}\n  to: {ten: tổ}",
            "loại “doi” lại dùng mẫu của loại “to”",
        ),
    ],
)
def test_a_kind_of_unit_uses_the_templates_of_one_that_has_them(
    kinds: str, told: str, office: Any
) -> None:
    text = "muc:\n  " + kinds + "\n"
    found = office.problems(BASE | {"data/danh_muc/loai_don_vi.yaml": text})

    assert told in [problem.message for problem in found]
