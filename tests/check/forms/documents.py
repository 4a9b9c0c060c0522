"""Documents of our own after the official forms of Phụ lục III NĐ 30/2020, one of each kind."""

from __future__ import annotations

from tests.check.docx import para, table
from tests.check.forms.devices import (
    CENTRE,
    LEFT,
    QUOC_HIEU,
    TIEU_NGU,
    TIGHT,
    drawing,
    gap,
    line,
    t,
    text,
    underscores,
    vml,
    wide_table,
)

NATION = line(QUOC_HIEU, 13, "b") + line(TIEU_NGU, 14, "b")
DAY = line("Gia Viên, ngày 12 tháng 8 năm 2025", 13, "i")
WARD = line("ỦY BAN NHÂN DÂN", 13, "b") + line("PHƯỜNG GIA VIÊN", 13, "b")
OFFICE = line("UBND PHƯỜNG GIA VIÊN", 13) + line("PHÒNG VĂN HÓA - XÃ HỘI", 13, "b")


def places(*names: str) -> str:
    """Return Nơi nhận with its list."""
    return line("Nơi nhận:", 12, "bi", LEFT) + "".join(line(name, 11, "", LEFT) for name in names)


def signed(*lines: str, name: str) -> str:
    """Return powers, room for the signature, the name."""
    return "".join(line(each, 14, "b") for each in lines) + gap(60) + line(name, 14, "b")


def cong_van() -> str:
    """Rules of raised underscores; Kính gửi in a table; V/v under the number."""
    left = OFFICE + underscores(14, 13, "bs") + line("Số: 25/VHXH-NV", 13)
    left += para(t("V/v lập hồ sơ công việc năm 2025", 12),
                 '<w:spacing w:before="120" w:after="0" w:line="240" w:lineRule="auto"/>' + CENTRE)  # fmt: skip
    right = NATION + underscores(43, 13, "bs") + DAY
    to = table(
        [line("Kính gửi:", 14, "", '<w:jc w:val="right"/>'), line("", 14)],
        ["", line("- Văn phòng HĐND và UBND phường;", 14, "", LEFT)
         + line("- Trung tâm Phục vụ hành chính công phường.", 14, "", LEFT)],
        widths=(3400, 5900),
    )  # fmt: skip
    words = text(
        "Phòng Văn hóa - Xã hội đề nghị các cơ quan lập danh mục hồ sơ năm 2025 và gửi về phòng trước ngày 20 tháng 8 năm 2025 để tổng hợp, báo cáo Ủy ban nhân dân phường./."
    )
    end = wide_table(
        [places("- Như trên;", "- Lưu: VT, NV."), signed("TRƯỞNG PHÒNG", name="Đinh Quốc Đạt")]
    )
    return wide_table([left, right]) + gap() + to + words + gap() + end


def quyet_dinh() -> str:
    """Lines of DrawingML; grounds, authority, “QUYẾT ĐỊNH:”, articles."""
    head = wide_table(
        [WARD + drawing(19, 28.2), NATION + drawing(60, 22.5)],
        [line("Số: 07/QĐ-UBND", 13), DAY],
    )
    title = (
        line("QUYẾT ĐỊNH", 14, "b")
        + line("Về việc thành lập Tổ công tác", 14, "b")
        + drawing(27, 69)
    )
    grounds = text(
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", "i"
    ) + text("Theo đề nghị của Trưởng Phòng Văn hóa - Xã hội.", "i")
    who = line("ỦY BAN NHÂN DÂN PHƯỜNG GIA VIÊN", 14, "b", CENTRE) + line("QUYẾT ĐỊNH:", 14, "b")
    articles = (
        text("Thành lập Tổ công tác gồm các thành viên là công chức của phường.", number="Điều 1.")
        + text("Tổ công tác làm việc theo phân công của Tổ trưởng.", number="Điều 2.")
        + text("Quyết định này có hiệu lực kể từ ngày ký.", number="Điều 3.")
        + text("Các cơ quan, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.", number="Điều 4.")
    )  # fmt: skip
    end = wide_table(
        [
            places("- Như Điều 4;", "- Thường trực Đảng ủy phường;", "- Lưu: VT, VHXH."),
            signed("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", name="Châu Thị Huệ"),
        ]
    )
    return head + gap() + title + gap() + grounds + gap() + who + articles + gap() + end


def to_trinh() -> str:
    """VML lines; Kính gửi on one line; the sign TTr."""
    head = wide_table(
        [OFFICE + vml(60, 76), NATION + vml(170, 64)],
        [line("Số: 03/TTr-VHXH", 13), DAY],
    )
    title = (
        line("TỜ TRÌNH", 14, "b")
        + line("Về việc tổ chức hội nghị người dân", 14, "b")
        + vml(85, 191)
    )
    to = para(t("Kính gửi: Ủy ban nhân dân phường Gia Viên", 14),
              '<w:spacing w:before="120" w:after="120"/>' + CENTRE)  # fmt: skip
    words = text(
        "Phòng Văn hóa - Xã hội trình Ủy ban nhân dân phường xem xét, cho phép tổ chức hội nghị với các nội dung sau:"
    )
    words += text("Thời gian: ngày 20 tháng 8 năm 2025.", number="1.") + text(
        "Địa điểm: nhà văn hóa tổ dân phố số 5.", number="2."
    )
    words += text("Phòng Văn hóa - Xã hội kính trình Ủy ban nhân dân phường xem xét, quyết định./.")
    end = wide_table(
        [
            places("- Như trên;", "- Lưu: VT."),
            signed("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG", name="Lê Thị Mai"),
        ]
    )
    return head + gap() + title + to + words + gap() + end


def giay_moi() -> str:
    """Lines of a border in an empty paragraph; nobody is addressed by “Kính gửi”."""
    bar = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    short = para("", f'{bar}{TIGHT}<w:ind w:left="1550" w:right="1550"/>{CENTRE}')
    long = para("", f'{bar}{TIGHT}<w:ind w:left="1200" w:right="1200"/>{CENTRE}')
    under = para("", f'{bar}{TIGHT}<w:ind w:left="3900" w:right="3900"/>{CENTRE}')
    head = wide_table([WARD + short, NATION + long], [line("Số: 11/GM-UBND", 13), DAY])
    title = line("GIẤY MỜI", 14, "b") + line("Hội nghị đối thoại với Nhân dân", 14, "b") + under
    words = (
        text("Ủy ban nhân dân phường Gia Viên trân trọng kính mời các ông, bà đại diện hộ gia đình tới dự Hội nghị đối thoại với Nhân dân.")
        + text("Thời gian: 08 giờ 00 phút, ngày 20 tháng 8 năm 2025.")
        + text("Địa điểm: hội trường Ủy ban nhân dân phường./.")
    )  # fmt: skip
    end = wide_table(
        [
            places("- Như trên;", "- Lưu: VT."),
            signed("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", name="Trần Văn Bình"),
        ]
    )
    return head + gap() + title + gap() + words + gap() + end


def bien_ban() -> str:
    """Two signers side by side, Nơi nhận below them; the day stands in the text."""
    head = wide_table(
        [WARD + underscores(8, 13, "b"), NATION + underscores(41, 13, "bs")],
        [line("Số: 02/BB-UBND", 13), para("")],
    )
    title = line("BIÊN BẢN", 14, "b") + line("Họp tổng kết phong trào năm 2025", 14, "b") + gap(6)
    words = (
        text("Thời gian bắt đầu: 08 giờ 00 phút, ngày 12 tháng 8 năm 2025.")
        + text("Địa điểm: phòng họp Ủy ban nhân dân phường Gia Viên.")
        + text("Chủ trì: Bà Châu Thị Huệ. Thư ký: Ông Trần Văn Bình.")
        + text("Cuộc họp kết thúc vào 11 giờ 00 phút cùng ngày, nội dung đã được đọc cho các thành viên cùng nghe./.")
    )  # fmt: skip
    signers = wide_table(
        [signed("THƯ KÝ", name="Trần Văn Bình"), signed("CHỦ TỌA", name="Châu Thị Huệ")],
        [places("- Các thành viên dự họp;", "- Lưu: VT."), para("")],
    )
    return head + gap() + title + words + gap() + signers


def phu_luc(above: str = "") -> str:
    """An annex in a file of its own; *above* is what an electronic one has over it."""
    return (
        above
        + line("Phụ lục I", 14, "b")
        + line("DANH MỤC HỒ SƠ CÔNG VIỆC", 14, "b")
        + line("(Kèm theo Kế hoạch số 25/KH-UBND ngày 12 tháng 8 năm 2025 của UBND phường Gia Viên)", 14, "i")
        + underscores(20, 13, "bs")
        + text("Hồ sơ được lập theo từng công việc, nộp vào Lưu trữ trước ngày 31 tháng 12 năm 2025./.")
        + gap()
    )  # fmt: skip


def quyet_dinh_trong() -> str:
    """A decision that is all to fill in: dots with the marks of notes, dots that a tab draws."""
    head = wide_table(
        [WARD + drawing(19, 28.2), NATION + drawing(60, 22.5)],
        [line("Số:        /QĐ-... 3...", 13), line("Gia Viên, ngày …… tháng …… năm ……", 13, "i")],
    )
    title = line("QUYẾT ĐỊNH", 14, "b") + line("......... 5 .........", 14, "i") + drawing(19, 73)
    grounds = text("\tCăn cứ \t;", "i") + text("Theo đề nghị của ........................ .", "i")
    who = line("ỦY BAN NHÂN DÂN PHƯỜNG GIA VIÊN", 14, "b", CENTRE) + line("QUYẾT ĐỊNH:", 14, "b")
    articles = text("Thời gian: ……\t……", number="Điều 1.") + text(
        "................./.", number="Điều 2."
    )
    end = wide_table(
        [
            places("- Như Điều 2;", "- Lưu: VT, ..."),
            signed("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", name="Châu Thị Huệ"),
        ]
    )
    return head + gap() + title + gap() + grounds + gap() + who + articles + gap() + end


FORMS = {
    "cong-van": cong_van,
    "quyet-dinh": quyet_dinh,
    "to-trinh": to_trinh,
    "giay-moi": giay_moi,
    "bien-ban": bien_ban,
}
