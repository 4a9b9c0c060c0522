"""The sample's frames: the head of a công văn, Kính gửi, an internal list on lying paper."""

from __future__ import annotations

import shutil
from typing import Any

from tests.engine.test_sections import KHUNG, PAPER

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY = ("{%p block noi_dung %}", "Bài", "{%p endblock %}")


def made(kitchen: Any, frame: str = "khung.docx", **values: Any) -> Any:
    shutil.copy(KHUNG.with_name(frame), kitchen.folder)
    paper = PAPER | {"van_ban": PAPER["van_ban"] | values.pop("van_ban", {})}
    return kitchen.render(kitchen.child(*BODY, frame=frame), **paper | values)


def styles(found: Any) -> list[str]:
    return [style.get(f"{W}val") for style in found.body.iter(f"{W}pStyle")]


def test_a_cong_van_has_its_subject_under_the_number_and_no_title(kitchen: Any) -> None:
    letter = made(kitchen, van_ban={"cong_van": True, "trich_yeu": "đôn đốc báo cáo"})
    order = styles(letter)

    assert "V/v đôn đốc báo cáo" in letter.lines
    assert order.index("TrichYeuCongVan") == order.index("SoKyHieu") + 1
    assert not {"TenLoai", "TrichYeu"} & set(order)


def test_other_papers_have_a_title_and_no_v_v(kitchen: Any) -> None:
    paper = made(kitchen)

    assert {"TenLoai", "TrichYeu"} < set(styles(paper))
    assert "V/v" not in paper.text


def test_nobody_addressed_is_no_kinh_gui(kitchen: Any) -> None:
    assert "Kính gửi" not in made(kitchen).text


def test_the_last_of_many_addressees_ends_with_a_full_stop(kitchen: Any) -> None:
    one, many = made(kitchen, kinh_gui=["A"]), made(kitchen, kinh_gui=["A", "B", "C"])

    assert "Kính gửi: A" in one.lines
    assert [line for line in many.lines if line.startswith(("Kính gửi", "- "))] == [
        "Kính gửi:", "- A;", "- B;", "- C.",
    ]  # fmt: skip


def test_an_internal_list_lies_and_has_no_number(kitchen: Any) -> None:
    found = made(kitchen, frame="khung-ngang.docx")
    sizes = [size.get(f"{W}w") for size in found.body.iter(f"{W}pgSz")]

    assert sizes == ["16838"]
    assert "Số:" not in found.text
    assert "NGƯỜI LẬP" in found.lines
