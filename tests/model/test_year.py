from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from docgen.model.record import at, holds
from docgen.model.unit import Khoang
from docgen.model.vocabulary import LoaiVanBan
from docgen.model.year import CaiDat, CuaSo, VanBanVienDan


def test_a_reporting_window_ends_after_it_begins() -> None:
    with pytest.raises(ValidationError) as caught:
        CuaSo.model_validate({"tu": "15/6/2026", "truoc": "15/6/2026"})
    assert caught.value.errors()[0]["type"] == "days-reversed"
    assert CuaSo.model_validate({"tu": "1/6/2026", "truoc": "2/6/2026"}).truoc == date(2026, 6, 2)


def test_a_cited_document_is_a_plan_unless_it_says_otherwise() -> None:
    cited = {"so": "15/KH-UBND", "ngay": "20/01/2025", "co_quan": "UBND"}
    assert VanBanVienDan.model_validate(cited).loai == "Kế hoạch"


def test_both_ends_of_a_span_belong_to_it_and_a_missing_end_is_open() -> None:
    first, last = date(2025, 1, 1), date(2025, 6, 30)
    assert holds(Khoang(tu=first, den=last), first)
    assert holds(Khoang(tu=first, den=last), last)
    assert not holds(Khoang(tu=first, den=last), date(2025, 7, 1))
    assert holds(Khoang(), date.min)
    assert at([Khoang(den=first), Khoang(tu=last)], last) == Khoang(tu=last)
    assert at([Khoang(den=first)], last) is None


def test_the_subject_of_a_kind_may_hold_marks_of_a_template() -> None:
    kind = {"ten": "A", "viet_tat": "A", "mo_ta": "A", "tep": "a", "du_lieu": "a", "mau": {}}
    assert (
        LoaiVanBan.model_validate(kind | {"trich_yeu": "năm {{ nam }}"}).trich_yeu
        == "năm {{ nam }}"
    )
    with pytest.raises(ValidationError):
        LoaiVanBan.model_validate(kind | {"trich_yeu": " "})


@pytest.mark.parametrize("folder", ["data", "templates/x", "/", "../ra", "."])
def test_documents_are_not_written_among_data_or_templates(folder: str) -> None:
    with pytest.raises(ValidationError, match="thư mục kết quả không thể là"):
        CaiDat.model_validate({"nam": "2025", "thu_muc_ra": folder})
