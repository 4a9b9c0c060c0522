"""Who gets a document, on its day: one block for Kính gửi, Nơi nhận and the list of dispatch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docgen.context.job import Job
from docgen.context.late import late_units
from docgen.context.recipient import AS_ABOVE, Recipient, Recipients
from docgen.context.units import below_values, full_name, members, short_name
from docgen.context.values import Gap, Gaps
from docgen.load.community import community
from docgen.load.workspace import Workspace
from docgen.model.record import at
from docgen.model.unit import Kenh, NoiNhan, Vai
from docgen.model.vocabulary import LATE, Ban, LoaiVanBan, Nhom
from docgen.vietnamese.letters import fold


def recipients(workspace: Workspace, job: Job, gaps: Gaps | None = None) -> Recipients:
    """Return who gets *job*'s document: by its kind, and by its own lines or else the unit's.

    A unit gets it once: one that is addressed has it “như trên”, one that has a line of its own is
    left out of the groups. What stays inside the office (a book, a list) goes to nobody.
    """
    kind = workspace.kinds[job.kind].value
    if kind.so_sach:
        return Recipients()
    wanted = kind.ban.get(job.ban) or kind
    finder = _Finder(workspace, job)
    lines, where = _lines(workspace, job)
    own = not job.ban and lines is not workspace.units[job.unit].value.noi_nhan  # as it was written
    found = filter(None, map(finder.line, lines))
    chosen = [one for one in found if own or finder.fits(one, wanted)]
    addressed = _once(list(finder.addressed(wanted)), set())
    told = {name for one in addressed for name in one.names}
    gaps = Gaps() if gaps is None else gaps
    above = [one for one in chosen if fold(one.words) == fold(AS_ABOVE)]
    invited = _invited(workspace, job, gaps) if above or not own else ()
    own_words = above if addressed or invited else []  # “Như trên” is printed for them
    others = _once([one for one in chosen if one not in own_words], told)
    archive = next((line.luu for line in reversed(lines) if line.luu), None)
    return Recipients(
        tuple(_marked(one, "Kính gửi", gaps, f"mục cap_tren trong data/don_vi/{job.unit}.yaml")
              for one in addressed),
        tuple(_marked(one, f"Nơi nhận thay cho {one.words}", gaps, where) for one in others),
        archive,
        tuple(invited),
    )  # fmt: skip


def _lines(workspace: Workspace, job: Job) -> tuple[Sequence[NoiNhan], str]:
    """Return the lines that the document writes for itself, else its unit's, and where they are."""
    data = workspace.data.get(job.key)
    if data and data.value.noi_nhan:
        file = data.document.source.path.relative_to(workspace.root).as_posix()
        return data.value.noi_nhan, f"mục noi_nhan trong {file}"
    unit = workspace.units[job.unit].value
    return unit.noi_nhan, f"mục noi_nhan trong data/don_vi/{job.unit}.yaml"


def _invited(workspace: Workspace, job: Job, gaps: Gaps) -> list[Recipient]:
    """Return those whom the text addresses: what is written in the field that the kind names."""
    kind, data = workspace.kinds[job.kind].value, workspace.data.get(job.key)
    if kind.gui_theo is None:
        return []
    told = getattr(data.value, kind.gui_theo, None) if data else None
    if told:
        return [Recipient(words.rstrip(" .;")) for words in told]
    where = f"mục {kind.gui_theo} trong {gaps.told(workspace.data_file(job.key))}"
    nobody = Recipient("", lacking="chưa ghi trong tệp dữ liệu")
    return [_marked(nobody, kind.truong[kind.gui_theo].nhan, gaps, where)]


def _once(found: Sequence[Recipient], told: set[str]) -> list[Recipient]:
    """Return *found* without those who are *told* already; a line of one's own comes first."""
    alone = {name for one in found if not (one.many or one.lacking) for name in one.names}
    kept = []
    for one in found:
        if one.many and one.units:
            before = told | alone
            left = tuple(code for code in one.units if f"đơn vị {code}" not in before)
            one = replace(one, units=left)  # noqa: PLW2901 - the same line, less those told
            fresh = bool(left)
        else:
            fresh = not told.issuperset(one.names)
        if fresh:
            kept.append(one)
            told = told | set(one.names)
    return kept


def _marked(one: Recipient, label: str, gaps: Gaps, where: str) -> Recipient:
    """Return a recipient whom nobody can be as the gap that is printed in its place."""
    return replace(one, words=str(Gap(label, gaps, where))) if one.lacking else one


@dataclass(frozen=True, slots=True)
class _Finder:
    """Finds the units behind the lines of one document."""

    workspace: Workspace
    job: Job

    def fits(self, one: Recipient, wanted: LoaiVanBan | Ban) -> bool:
        """Tell whether a kind, or a version of it, is sent to such a recipient."""
        left_out = wanted.bo if isinstance(wanted, Ban) else []
        units = {code for name in left_out for code in self._members(name)}
        gone = one.group in left_out or (one.units and units.issuperset(one.units))
        return not gone and (wanted.vai is None or one.role in wanted.vai)

    def addressed(self, wanted: LoaiVanBan | Ban) -> Iterator[Recipient]:
        """Yield those whom the document is addressed to, by their full names."""
        for name in wanted.kinh_gui:
            group = self.workspace.groups[name]
            if not (group.chon and group.chon.la):
                yield from filter(None, [self._group(name, group)])
            elif group.chon.la == LATE:
                yield from self._each(name, group)
            else:
                superior = self.workspace.superior(self.job.unit, self.job.day)
                found = self._members(name) or ([superior] if superior else [])
                if found:
                    yield self._superior(found[0], group)
                else:
                    yield Recipient("", role=group.vai, lacking="chưa có đơn vị cấp trên")

    def line(self, line: NoiNhan) -> Recipient | None:
        """Return the recipient of one line; None for the archive, and where nobody is meant."""
        copies = 1 if line.so_ban is None else line.so_ban
        if line.don_vi:
            return self._unit(line, line.don_vi, copies)
        if line.ten:
            role, channel = line.vai or "để biết", line.kenh or "giấy"
            return Recipient(line.ten, (), role, channel, copies)
        if line.nhom:
            return self._group(line.nhom, self.workspace.groups[line.nhom], line)
        return None

    def _each(self, name: str, group: Nhom) -> Iterator[Recipient]:
        """Yield the units of a group one by one, as a letter to several of them is addressed."""
        channel = group.kenh or "trục liên thông"
        found = self._members(name)
        for code in found:
            words = full_name(self.workspace, code, self.job.day)
            yield Recipient(words, (code,), group.vai, channel, _copies(group, None, None), name)
        if not found:
            yield Recipient("", role=group.vai, lacking="không có đơn vị nào vào ngày của văn bản")

    def _members(self, name: str) -> list[str]:
        """Return the units of a group on the day; nobody sends a paper to himself."""
        chosen = self.workspace.groups[name].chon
        if chosen and chosen.la == LATE:
            return late_units(self.workspace, self.job)
        found = members(self.workspace, name, self.job.unit, self.job.day)
        return [code for code in found if code != self.job.unit]

    def _superior(self, code: str, group: Nhom) -> Recipient:
        """Return the superior, through the office that works for it if there is one."""
        name = full_name(self.workspace, code, self.job.day)
        office = self.workspace.units[code].value.thuong_truc
        there = self.workspace.units.get(office or "")
        via = office if office and there and there.value.exists(self.job.day) else ""
        if via == self.job.unit:  # the office itself reports straight
            via = ""
        words = f"{name} (qua {full_name(self.workspace, via, self.job.day)})" if via else name
        channel = group.kenh or "trục liên thông"
        return Recipient(words, (code,), group.vai, channel, group.so_ban or 1, via=via)

    def _unit(self, line: NoiNhan, code: str, copies: int) -> Recipient:
        """Return one unit; one that cannot get it is lacking."""
        name = short_name(self.workspace, code, self.job.day)
        role, channel = line.vai or self._role(code), line.kenh or "trục liên thông"
        if code == self.job.unit:
            lacking = "chính là đơn vị ban hành"
        elif not self.workspace.units[code].value.exists(self.job.day):
            lacking = f"{name} không có vào ngày của văn bản"
        else:
            return Recipient(name, (code,), role, channel, copies)
        return Recipient(name, (), role, channel, 0, lacking=lacking)

    def _role(self, code: str) -> Vai:
        """Return why a unit gets it, where the line does not say: by who stands above whom."""
        superior = self.workspace.superior(self.job.unit, self.job.day)
        office = self.workspace.units[superior].value.thuong_truc if superior else None
        if superior and code in (superior, office):
            return "báo cáo"
        below = self.workspace.units[code].value.superior_at(self.job.day) == self.job.unit
        return "thực hiện" if below else "để biết"

    def _group(self, name: str, group: Nhom, line: NoiNhan | None = None) -> Recipient | None:
        """Return the recipient of a group; one of units that has none is lacking."""
        found = self._members(name)
        default: Kenh = "trục liên thông" if group.chon else "giấy"
        count = self._count(group)
        one = Recipient(
            self._words(group, found),
            tuple(found),
            (line.vai if line else None) or group.vai,
            (line.kenh if line else None) or group.kenh or default,
            _copies(group, line, count),
            name,
            many=bool(group.chon and (group.chon.loai or group.chon.la == LATE)),
            counted=group.dem or "",
            count=count,
        )
        if not group.chon or found:
            return one
        if group.chon.la and not self._is_missed(group.chon.la):
            return None
        return replace(one, copies=0, lacking="không có đơn vị nào vào ngày của văn bản")

    def _is_missed(self, role: str) -> bool:
        """Tell whether there should be somebody above, and is not.

        The highest unit has nobody above it; where a superior has no office that works for it, or
        none any more, the superior gets the paper alone; and all is well if nobody is late.
        """
        superior = self.workspace.superior(self.job.unit, self.job.day)
        declared = self.workspace.units[self.job.unit].value.cap_tren
        return role != LATE and superior is None and bool(declared)

    def _count(self, group: Nhom) -> int | None:
        """Return how many recipients the words of a group mean, if the unit has told it."""
        facts = self.workspace.units[self.job.unit].value.dac_diem
        return getattr(facts, group.dem, None) if group.dem else None

    def _words(self, group: Nhom, found: Sequence[str]) -> str:
        workspace, job = self.workspace, self.job
        if len(found) == 1 and (group.ten_khi_mot or (group.chon and group.chon.la)):
            words = group.ten_khi_mot or "{ten}"
            return words.replace("{ten}", short_name(workspace, found[0], job.day))
        words = (at(group.ten, job.day) or group.ten[-1]).ten
        place = workspace.units[job.unit].value.dia_ban
        noun = place.place.noun if place else ""
        below = below_values(workspace, job.unit, job.day, Gaps()) if "{cac}" in words else {}
        one = community(workspace, workspace.units[job.unit].value)
        marks = {
            "{cap}": noun,
            "{Cap}": noun[:1].upper() + noun[1:],
            "{dia_ban}": place.place.in_sentence if place else "",
            "{cac}": str(below["cac"]) if below else "cấp dưới",
            "{cong_dong}": one.ten if one else "",
        }
        for mark, word in marks.items():
            words = words.replace(mark, word)
        return words


def _copies(group: Nhom, line: NoiNhan | None, count: int | None) -> int | None:
    """Return the copies of a line: its own word, else the group's for each that it means."""
    if line and line.so_ban is not None:
        return line.so_ban
    each = 1 if group.so_ban is None else group.so_ban
    if group.dem:
        return None if count is None else count * each
    return each
