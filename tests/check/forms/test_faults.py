"""Faults that only other kinds of documents can have, each put into one after an official form."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.check.forms.devices import line, save
from tests.check.forms.documents import FORMS
from tests.check.mutations.case import judged, told
from tests.check.mutations.parts import Edit, Parts, all_of, before, look, words

_V = "V/v lập hồ sơ công việc năm 2025"
_FIRST, _SECOND = "- Văn phòng HĐND", "- Trung tâm Phục vụ"
_BOLD = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:b/><w:sz w:val="{}"/>'
_RIGHT = '<w:jc w:val="right"/>'


@dataclass(frozen=True)
class Fault:
    """A fault in a kind of document: the rule that owns it, its weight, what follows."""

    of: str
    edit: Edit
    owner: str
    level: str = "error"
    follows: dict[str, str] = field(default_factory=dict)

    @property
    def wanted(self) -> dict[str, str]:
        # the forms print HOÀ, which is told of all
        return {"quoc-hieu-text": "info", self.owner: self.level, **self.follows}


def bold(mark: str, size: float) -> Edit:
    return look(mark, rpr=_BOLD.format(f"{2 * size:g}"))


FAULTS = {
    "cv-in-a-letter": Fault("cong-van", words("25/VHXH-NV", "25/CV-VHXH"), "so-cong-van"),
    "letter-of-no-unit": Fault("cong-van", words("25/VHXH-NV", "25/VHXH"), "so-cong-van", "warning"),
    "subject-without-v": Fault("cong-van", words(_V, "Về việc lập hồ sơ công việc"), "vv-label"),
    "subject-bold": Fault("cong-van", bold(_V, 12), "vv-style"),
    "subject-14": Fault("cong-van", words(f'<w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">{_V}',
        f'<w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">{_V}'), "vv-size"),
    "addressee-bold": Fault("cong-van", bold(_FIRST, 14), "kinh-gui-style"),
    "addressee-13-5-upwards": Fault("cong-van", bold(_SECOND, 16), "kinh-gui-size",
        follows={"kinh-gui-style": "error"}),  # it is bold too
    "addressee-without-dash": Fault("cong-van", words(_SECOND, _SECOND[2:]), "kinh-gui-many"),
    "addressee-without-stop": Fault("cong-van", words("hành chính công phường.", "hành chính công phường"),
        "kinh-gui-many"),
    "no-colon": Fault("cong-van", words("Kính gửi:", "Kính gửi"), "kinh-gui-colon"),
    "not-as-above": Fault("cong-van", words("- Như trên;", "- UBND phường;"), "nhu-tren"),
    "decision-not-as-article": Fault("quyet-dinh", words("- Như Điều 4;", "- UBND thành phố;"),
        "nhu-dieu", "warning"),
    "article-skipped": Fault("quyet-dinh", words(">Điều 2. <", ">Điều 3. <"), "numbering-sequence", "warning"),
    "article-thin": Fault("quyet-dinh", words('<w:b/><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">Điều 2. ',
        '<w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">Điều 2. '), "dieu-style"),
    "ground-upright": Fault("quyet-dinh", all_of(*[words('<w:i/><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">' + start,
        '<w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">' + start) for start in ("Căn cứ", "Theo đề")]), "can-cu-style"),
    "ground-with-comma": Fault("quyet-dinh", words("năm 2025;<", "năm 2025,<"), "can-cu-punctuation"),
    "number-of-a-report": Fault("to-trinh", words("03/TTr-VHXH", "03/TT-VHXH"), "so-abbreviation"),
    "proposal-to-nobody": Fault("to-trinh", words("Kính gửi: Ủy ban nhân dân phường Gia Viên", ""),
        "kinh-gui-present"),
    "kt-of-a-deputy": Fault("to-trinh", words("KT. TRƯỞNG PHÒNG", "TRƯỞNG PHÒNG"), "kt-missing"),
    "no-subject": Fault("cong-van", words(_V, ""), "vv-present"),
    "subject-capitals": Fault("cong-van", words(_V, "V/v LẬP HỒ SƠ CÔNG VIỆC"), "vv-caps"),
    "subject-left": Fault("cong-van", look(_V, '<w:jc w:val="left"/>'), "vv-align", "warning"),
    "subject-without-space": Fault("cong-van", look(_V, '<w:spacing w:before="0" w:after="0"/>'), "vv-gap", "warning"),
    "titled-letter": Fault("cong-van", words("</w:tbl>", "</w:tbl>" + line("CÔNG VĂN", 14, "b")),
        "cong-van-untitled"),
    "crooked-dashes": Fault("cong-van", look(_SECOND, '<w:ind w:left="567"/>'), "kinh-gui-align", "warning"),
    "addressee-below": Fault("to-trinh", words("Kính gửi: Ủy ban nhân dân phường Gia Viên",
        'Kính gửi:</w:t></w:r></w:p><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr>'
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr>'
        '<w:t>Ủy ban nhân dân phường Gia Viên'), "kinh-gui-one"),
    "addressed-to-a-district": Fault("to-trinh", words("Kính gửi: Ủy ban nhân dân phường Gia Viên",
        "Kính gửi: Ủy ban nhân dân quận Hải An"), "district-addressee", "warning"),
    "invitation-addressed": Fault("giay-moi", before("trân trọng", line("Kính gửi: Các ông, bà đại diện", 14)),
        "kinh-gui-unwanted"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_another_kind_is_told_and_nothing_else(name: str, tmp_path: Path) -> None:
    fault = FAULTS[name]
    parts = Parts(save(tmp_path, FORMS[fault.of]()))
    fault.edit(parts)
    report = judged(parts.save(tmp_path / "loi.docx"), draft=False)

    assert told(report) == fault.wanted
