"""Bodies that people elect: how many members they have. Điều 36, 41, 60."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.law.paper import Paper
from docgen.law.rule import DEMOCRACY, Hit, Numbers, rule

_MEMBERS = ("giam_sat", "so_thanh_vien_thanh_tra")
_DEPUTIES = ("giam_sat", "so_pho_truong_ban_thanh_tra")
_INVESTMENT = ("giam_sat", "so_thanh_vien_giam_sat")


@rule("inspection-size", source=f"khoản 1 Điều 36 {DEMOCRACY}", members=5)
def inspection_size(paper: Paper, numbers: Numbers) -> Iterator[Hit]:
    """Ban Thanh tra nhân dân of a commune: a member of each neighbourhood, and five at least.

    Bad:  so_thanh_vien_thanh_tra: 4
    Good: so_thanh_vien_thanh_tra: 24    (so_to_dan_pho: 24)
    """
    members = paper.number(*_MEMBERS)
    areas = paper.unit.dac_diem.so_to_dan_pho or 0
    least = max(numbers["members"], areas)
    if paper.data and paper.is_commune and members is not None and members < least:
        why = f"số thôn, tổ dân phố ({areas:02})" if areas == least else f"mức ít nhất {least:02}"
        message = f"Ban Thanh tra nhân dân có {members:02} thành viên, ít hơn {why}"
        hint = f"mỗi thôn, tổ dân phố bầu một người, ít nhất {numbers['members']:02} người"
        yield Hit(paper.data, _MEMBERS, message, hint)


@rule("inspection-deputies", source="Điều 13 Nghị định 59/2023/NĐ-CP", deputies=2)
def inspection_deputies(paper: Paper, numbers: Numbers) -> Iterator[Hit]:
    """Ban Thanh tra nhân dân of a commune: two deputies at most.

    Bad:  so_pho_truong_ban_thanh_tra: 3
    Good: so_pho_truong_ban_thanh_tra: 2
    """
    deputies, most = paper.number(*_DEPUTIES), numbers["deputies"]
    if paper.data and paper.is_commune and deputies is not None and deputies > most:
        message = f"Ban Thanh tra nhân dân có {deputies:02} Phó Trưởng Ban, nhiều hơn {most:02}"
        yield Hit(paper.data, _DEPUTIES, message, f"không quá {most:02} Phó Trưởng Ban")


@rule("office-inspection-size", source=f"khoản 1 Điều 60 {DEMOCRACY}", members=(3, 9), none=7)
def office_inspection_size(paper: Paper, numbers: Numbers) -> Iterator[Hit]:
    """Ban Thanh tra nhân dân of an office: three to nine members.

    Bad:  so_thanh_vien_thanh_tra: 2
    Good: so_thanh_vien_thanh_tra: 3
    """
    members, (least, most) = paper.number(*_MEMBERS), numbers["members"]
    staff = paper.unit.dac_diem.so_can_bo
    tiny = staff is not None and staff <= numbers["none"]
    none = members == 0 and staff is None  # perhaps so few people that there is none
    if not (paper.data and paper.is_office) or members is None or tiny or none:
        return
    if not least <= members <= most:
        message = f"Ban Thanh tra nhân dân có {members:02} thành viên, không phải {least:02} đến {most:02}"
        yield Hit(paper.data, _MEMBERS, message, f"bầu từ {least:02} đến {most:02} thành viên")


@rule("office-inspection-needless", source=f"Điều 60 {DEMOCRACY}", none=7)
def office_inspection_needless(paper: Paper, numbers: Numbers) -> Iterator[Hit]:
    """Offices of seven people or fewer have no Ban Thanh tra nhân dân.

    Bad:  so_thanh_vien_thanh_tra: 3    (so_can_bo: 6)
    Good: so_thanh_vien_thanh_tra: 3    (so_can_bo: 30)
    """
    staff = paper.unit.dac_diem.so_can_bo
    if not (paper.data and paper.is_office) or staff is None or staff > numbers["none"]:
        return
    if paper.number(*_MEMBERS):
        message = f"đơn vị có {staff:02} người nên không tổ chức Ban Thanh tra nhân dân"
        hint = f"xóa mục này: từ {numbers['none']:02} người trở xuống thì không tổ chức Ban"
        yield Hit(paper.data, _MEMBERS, message, hint)


@rule("investment-board-size", source=f"khoản 1 Điều 41 {DEMOCRACY}", members=5)
def investment_board_size(paper: Paper, numbers: Numbers) -> Iterator[Hit]:
    """Ban Giám sát đầu tư của cộng đồng: five members at least.

    Bad:  so_thanh_vien_giam_sat: 3
    Good: so_thanh_vien_giam_sat: 5
    """
    members, least = paper.number(*_INVESTMENT), numbers["members"]
    if paper.data and paper.is_commune and members is not None and members < least:
        message = f"Ban Giám sát đầu tư của cộng đồng có {members:02} thành viên, ít hơn {least:02}"
        yield Hit(paper.data, _INVESTMENT, message, f"mỗi Ban có ít nhất {least:02} thành viên")
