"""A number that is made void in another window while its document is being written."""

from __future__ import annotations

from click.testing import CliRunner

from docgen.commands import cli
from tests.issue.office import UNIT, Hall, at_each_step
from tests.register.orders import in_child


def test_what_was_made_void_meanwhile_is_not_told_as_issued(office: Hall) -> None:
    def issue() -> tuple[int, str, str]:
        void: list[str] = []

        def act(_count: int, event: str, path: str) -> None:
            if event == "os.rename" and "giay-moi-h00" in path and not void:
                void.append(path)
                office.register.void(office.entries()[0], "ký nhầm")

        at_each_step(act)
        words = ["-C", str(office.root), "issue", "giay-moi", "--unit", UNIT, "--date", "12/5/2025"]
        done = CliRunner().invoke(cli, [*words, "--ma", "h00"])
        return done.exit_code, done.stdout, done.stderr

    code, stdout, stderr = in_child(issue)

    assert (code, stdout) == (1, "")
    assert stderr == (
        f"lỗi: {UNIT}: Số 01/GM-UBND vừa bị hủy trong sổ trong khi docgen ghi tệp "
        f"out/2025/{UNIT}/giay-moi-h00.docx: đừng phát hành tệp này. Chạy lại lệnh này để cấp số khác. "
        "[issue-void]\n"
    )
    assert [one.state for one in office.entries()] == ["đã hủy"]
    (again,) = office.issue(["h00"])
    assert again.entry
    assert (again.state, again.entry.sign) == ("đã cấp", "02/GM-UBND")
    assert office.findings() == []
