"""Figures of units that ended: whole they are added, divided they go where the data says."""

from __future__ import annotations

import pytest

from tests.figures.small import Office, shown

OLD = "nhan: 10; xong: 8; dau: 2; tien: 12,5; to: 5; to_hop: 5; hop: 1; co: có; muc: Tốt"
NEW = "nhan: 5; xong: 6; dau: 4; tien: 1; to: 9; to_hop: 9; hop: 0; co: có; muc: Khá"
ENDED = "ton_tai: {den: 30/6/2025}\nke_thua:\n"


@pytest.fixture
def merged(office: Office) -> Office:
    """Wards A and B ended on 30/6; D began on 1/7, E beside it."""
    for code in ("phuong-d", "phuong-e"):
        office.unit(code, "ton_tai: {tu: 01/7/2025}\n")
    office.unit("phuong-a", f"{ENDED}  - {{don_vi: phuong-d}}\n")
    office.unit("phuong-b", f"{ENDED}  - {{don_vi: phuong-d}}\n")
    office.told("phuong-a", OLD)
    office.told("phuong-b", OLD)
    office.told("phuong-d", NEW, "2025-nam")
    return office


def divided(office: Office, *marks: str) -> None:
    """Divide ward A between D and E with what is said of each."""
    rows = "".join(
        f"  - {{don_vi: {code}, phan: một phần{mark}}}\n"
        for code, mark in zip(("phuong-d", "phuong-e"), marks, strict=True)
    )
    office.unit("phuong-a", ENDED + rows)
    (office.root / "data/bao_cao/2025-6-thang/phuong-b.yaml").unlink(missing_ok=True)
    office.unit("phuong-b")


def test_two_wards_taken_over_whole_are_added_to_the_year(merged: Office) -> None:
    year = merged.of("phuong-d", "nam")

    assert shown(year, "nhan", "xong", "dau", "ton", "to", "tien") == [
        "25", "22", "4", "7", "9", "26,0",
    ]  # fmt: skip
    assert year.notes == ()
    assert {part.how for part in year.total["nhan"].parts} == {"kế thừa toàn bộ", ""}


def test_a_divided_ward_gives_its_figures_to_the_one_marked_with_a_footnote(
    merged: Office,
) -> None:
    divided(merged, "", ", nhan_so_lieu: có")
    merged.told("phuong-e", NEW, "2025-nam")

    marked, other = merged.of("phuong-e", "nam"), merged.of("phuong-d", "nam")

    assert shown(marked, "nhan", "dau") == ["15", "2"]
    assert marked.notes == ("phuong-a",)
    assert shown(other, "nhan") == [""]  # nobody gave it a first half, and none is made up
    assert other.notes == ()


def test_a_manual_hand_over_takes_the_place_of_every_rule(merged: Office) -> None:
    divided(merged, ", nhan_so_lieu: có", "")
    given = "chuyen_giao:\n  phuong-a: {nhan: 4, xong: 3, dau: 0, tien: 2, hop: 1}\n"
    rest = "chuyen_giao:\n  phuong-a: {nhan: 6, xong: 5, dau: 2, tien: 10,5, hop: 0}\n"
    merged.told("phuong-d", NEW, "2025-nam", rest.replace("10,5", "'10,5'"))
    merged.told("phuong-e", NEW, "2025-nam", given)

    one, other = merged.of("phuong-d", "nam"), merged.of("phuong-e", "nam")

    assert shown(one, "nhan", "dau", "tien") == ["11", "2", "11,5"]
    assert shown(other, "nhan", "dau", "tien") == ["9", "0", "3,0"]
    assert one.notes == other.notes == ()
    assert {line.split()[2] for line in merged.problems() if " lỗi " in line} == {
        "opening-differs:"  # what is left by hand is theirs to agree upon
    }


def test_where_one_says_what_it_was_given_the_other_has_nothing_by_any_rule(
    merged: Office,
) -> None:
    divided(merged, ", nhan_so_lieu: có", "")
    merged.told("phuong-e", NEW, "2025-nam", "chuyen_giao:\n  phuong-a: {nhan: 4}\n")
    marked = merged.of("phuong-d", "nam")

    assert shown(marked, "nhan") == [""]  # neither all 10 nor the rest of 6: nobody said so
    assert marked.total["nhan"].lacks == (
        "chưa có đơn vị nào chuyển số liệu 06 tháng đầu năm 2025 cho phuong-d",
    )
    assert marked.notes == ()


def test_a_hand_over_without_a_figure_leaves_it_unknown(merged: Office) -> None:
    divided(merged, "", "")
    merged.told("phuong-e", NEW, "2025-nam", "chuyen_giao:\n  phuong-a: {nhan: 4}\n")
    year = merged.of("phuong-e", "nam")

    assert shown(year, "nhan", "xong") == ["9", ""]
    assert year.total["xong"].lacks == ("chưa có số liệu 06 tháng đầu năm 2025 của phuong-a",)


def test_figures_that_nobody_takes_are_told_where_the_successors_are(merged: Office) -> None:
    divided(merged, "", "")

    assert (
        "data/don_vi/phuong-a.yaml:5:1 nhắc figures-not-taken: chưa đơn vị kế thừa nào nhận số liệu "
        "năm 2025 của phuong-a (đến 30/6/2025)"
    ) in merged.problems()


def test_a_unit_that_succeeded_nobody_has_its_own_year_alone(office: Office) -> None:
    office.unit("phuong-d", "ton_tai: {tu: 01/9/2025}\n")
    office.told("phuong-d", NEW, "2025-nam")

    assert shown(office.of("phuong-d", "nam"), "nhan", "dau", "ton") == ["5", "4", "3"]


def test_a_unit_that_was_there_before_adds_what_it_took_over(office: Office) -> None:
    office.unit("phuong-a", f"{ENDED}  - {{don_vi: phuong-c}}\n")
    for code in ("phuong-a", "phuong-c"):
        office.told(code, OLD)
    office.told("phuong-c", NEW.replace("dau: 4", "dau: 8"), "2025-nam")

    assert shown(office.of("phuong-c", "nam"), "nhan", "dau", "ton") == ["25", "4", "7"]
    assert not [line for line in office.problems() if "opening-differs" in line]


def test_what_a_ward_reported_after_its_first_half_goes_along(merged: Office) -> None:
    merged.told("phuong-a", "nhan: 1; xong: 1; dau: 4; tien: 0", "2025-nam")  # for June alone

    assert shown(merged.of("phuong-d", "nam"), "nhan", "xong") == ["26", "23"]


def test_one_that_ended_before_the_half_was_reported_is_in_its_successors_own(
    office: Office,
) -> None:
    office.unit("phuong-a", "ton_tai: {den: 31/3/2025}\nke_thua:\n  - {don_vi: phuong-c}\n")
    office.told("phuong-a", OLD)
    office.told("phuong-c", OLD)
    office.told("phuong-c", NEW, "2025-nam")

    assert shown(office.of("phuong-c", "nam"), "nhan") == ["15"]


def test_a_chain_of_successors_carries_everything(office: Office) -> None:
    office.unit(
        "phuong-d", f"{ENDED.replace('{den', '{tu: 15/6/2025, den')}  - {{don_vi: phuong-e}}\n"
    )
    office.unit("phuong-e", "ton_tai: {tu: 01/7/2025}\n")
    office.unit("phuong-a", "ton_tai: {den: 14/6/2025}\nke_thua:\n  - {don_vi: phuong-d}\n")
    office.told("phuong-a", OLD)
    office.told("phuong-e", NEW, "2025-nam")

    assert shown(office.of("phuong-e", "nam"), "nhan", "dau") == ["15", "2"]


def test_a_ward_that_followed_a_district_has_none_of_its_figures(office: Office) -> None:
    office.write(
        "data/don_vi/quan-x.yaml",
        f"loai: ubnd-quan\ndia_ban: {{cap: quận, ten: X}}\n{ENDED}  - don_vi: phuong-d\n",
    )
    office.unit("phuong-d", "ton_tai: {tu: 01/7/2025}\n")
    office.told("quan-x", "nhan: 900; xong: 900; dau: 0")
    office.told("phuong-d", NEW, "2025-nam")

    assert shown(office.of("phuong-d", "nam"), "nhan") == [""]
    assert not [line for line in office.problems() if "figures-not-taken" in line]


@pytest.mark.parametrize(
    ("marks", "told"),
    [
        (
            (", nhan_so_lieu: có", ", nhan_so_lieu: có"),
            "7:54 lỗi heir-overlap: số liệu chỉ chuyển cho một đơn vị kế thừa, nếu không sẽ bị cộng hai lần",
        ),
        (
            ("", "x"),
            "7:30 lỗi heir-overlap: có nhiều đơn vị kế thừa thì mỗi đơn vị chỉ nhận một phần",
        ),
    ],
)
def test_figures_given_twice_are_a_mistake(
    merged: Office, marks: tuple[str, str], told: str
) -> None:
    divided(merged, *marks)
    path = "data/don_vi/phuong-a.yaml"
    text = (merged.root / path).read_text("utf-8").replace("một phầnx", "toàn bộ")
    merged.write(path, text)

    assert f"{path}:{told}" in merged.problems()


def test_a_successor_named_twice_is_a_mistake(merged: Office) -> None:
    divided(merged, "", "")
    path = "data/don_vi/phuong-a.yaml"
    text = (merged.root / path).read_text("utf-8").replace("phuong-e", "phuong-d")
    merged.write(path, text)

    assert f"{path}:7:14 lỗi heir-twice: đơn vị kế thừa “phuong-d” ghi hai lần" in merged.problems()


def test_a_hand_over_by_a_stranger_is_a_mistake(merged: Office) -> None:
    merged.told("phuong-d", NEW, "2025-nam", "chuyen_giao:\n  phuong-c: {nhan: 4}\n")

    assert (
        "data/bao_cao/2025-nam/phuong-d.yaml:12:3 lỗi not-a-predecessor: "
        "phuong-d không kế thừa đơn vị “phuong-c” trong năm 2025"
    ) in merged.problems()


def test_more_handed_over_than_there_was_is_a_mistake(merged: Office) -> None:
    merged.told("phuong-d", NEW, "2025-nam", "chuyen_giao:\n  phuong-a: {tien: '12,6', nhan: 9}\n")

    assert (
        "data/bao_cao/2025-nam/phuong-d.yaml:12:20 lỗi handed-over-too-much: "
        "các đơn vị kế thừa nhận tổng cộng 12,6 “Tiền góp” của phuong-a, nhưng phuong-a chỉ có 12,5"
    ) in merged.problems()
    assert not [line for line in merged.problems() if "Đơn nhận” của" in line]


def test_a_hand_over_in_a_half_year_report_is_not_read_and_told(merged: Office) -> None:
    merged.told("phuong-c", OLD, more="chuyen_giao:\n  phuong-a: {nhan: 4}\n")

    assert (
        "data/bao_cao/2025-6-thang/phuong-c.yaml:11:1 lỗi hand-over-misplaced: "
        "số liệu chuyển giao chỉ ghi ở báo cáo năm"
    ) in merged.problems()
