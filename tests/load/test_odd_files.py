"""Files as they really come: what each one reads as, or what its owner is told, word for word.

They lie in odd/ byte by byte (.gitattributes keeps them so) and are read as files of a unit.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from docgen.load import nodes
from docgen.load.nodes import compose
from docgen.load.record import read_record
from docgen.load.source import read_source
from docgen.model.unit import DonVi

ODD = Path(__file__).parent / "odd"

OFFICE = {
    "loai": "phong",
    "ten": [{"ten": "Phòng Nội vụ"}],
    "dia_chi": "Số 12 phố Cầu Đất, phường Cầu Đất",
}
ROOM = {"loai": "phong", "ten": [{"ten": "Phòng Nội vụ"}]}

# what is read, in silence unless the file stands in TOLD too
READ: dict[str, Any] = {
    "utf-8-co-bom": OFFICE,
    "utf-16-le-co-bom": OFFICE,
    "utf-16-be-co-bom": OFFICE,
    "utf-16-le": OFFICE,
    "utf-16-be": OFFICE,
    "utf-32": OFFICE,
    "nfd": OFFICE,
    "crlf": OFFICE,
    "cr": OFFICE,
    "nbsp-thut-dong": ROOM | {"dac_diem": {"so_can_bo": 12}},
    "nbsp-sau-hai-cham": ROOM,
    "nbsp-quanh-ten-muc": ROOM,
    "nbsp-sau-gach": ROOM
    | {"noi_nhan": [{"luu": {"don_vi": ["NV"], "so_ban": 2, "danh_may": ""}}]},
    "nbsp-trong-ngoac": {"loai": "ubnd-phuong", "dia_ban": {"cap": "phường", "ten": "Cầu Đất"}},
    "dau-cach-toan-kho": ROOM | {"dac_diem": {"so_can_bo": 12}},
    "khong-do-rong": ROOM,
    "gach-noi-mem": ROOM,
    "gach-noi-khong-ngat": ROOM | {"cap_tren": [{"don_vi": "quan-ngo-quyen"}]},
    "tab-sau-hai-cham": ROOM | {"dia_chi": "a b"},
    "phay-toan-kho": ROOM | {"viet_tat": "NV，TC"},
    "y-bi-noi": ROOM | {"dia_chi": "gồm hai nơi - 12 Lê Lợi - 5 Cầu Đất"},
    "ngoac-cong": {"loai": "phong", "ten": [{"ten": "“Phòng Nội vụ”"}]},
    "duong-dan": {"loai": "phong", "ten": [{"ten": "D: ai lieu"}]},
    "cat-o-dau-thang": ROOM | {"dia_chi": "12 Lê Lợi"},
    "thang-sau-ngoac": ROOM | {"dia_chi": "12 Lê Lợi"},
    "so-le-trong-ngoac": ROOM | {"noi_nhan": [{"ten": "12"}, {"ten": "5"}]},
    "na-uy": ROOM | {"viet_tat": "NO", "lap_van_ban": False},
    "so-khong-o-dau": ROOM | {"ten_goi": "14:30", "viet_tat": "0225123456", "dia_chi": "010"},
    "hang-nghin": {
        "loai": "ubnd-phuong",
        "dia_ban": {"cap": "phường", "ten": "Cầu Đất"},
        "dac_diem": {"so_ho": 5230, "so_nhan_khau": 1250000, "dien_tich": "12.5"},
    },
    "dong-luu": ROOM | {"noi_nhan": [{"luu": {"don_vi": ["NV"], "so_ban": 2, "danh_may": ""}}]},
}

# what is told, as it is printed
TOLD = {
    "utf-16-le-co-bom": r"""
utf-16-le-co-bom.yaml:1:1: nhắc: Tệp được lưu bằng UTF-16; docgen đọc được, nhưng nhiều phần mềm khác thì không [not-utf8]
    1 | loai: phong
      | ^
      = gợi ý: lưu lại bằng UTF-8, hoặc chạy: docgen recode utf-16-le-co-bom.yaml
""",
    "utf-16-be-co-bom": r"""
utf-16-be-co-bom.yaml:1:1: nhắc: Tệp được lưu bằng UTF-16; docgen đọc được, nhưng nhiều phần mềm khác thì không [not-utf8]
    1 | loai: phong
      | ^
      = gợi ý: lưu lại bằng UTF-8, hoặc chạy: docgen recode utf-16-be-co-bom.yaml
""",
    "utf-16-le": r"""
utf-16-le.yaml:1:1: nhắc: Tệp được lưu bằng UTF-16; docgen đọc được, nhưng nhiều phần mềm khác thì không [not-utf8]
    1 | loai: phong
      | ^
      = gợi ý: lưu lại bằng UTF-8, hoặc chạy: docgen recode utf-16-le.yaml
""",
    "utf-16-be": r"""
utf-16-be.yaml:1:1: nhắc: Tệp được lưu bằng UTF-16; docgen đọc được, nhưng nhiều phần mềm khác thì không [not-utf8]
    1 | loai: phong
      | ^
      = gợi ý: lưu lại bằng UTF-8, hoặc chạy: docgen recode utf-16-be.yaml
""",
    "utf-32": r"""
utf-32.yaml:1:1: nhắc: Tệp được lưu bằng UTF-32; docgen đọc được, nhưng nhiều phần mềm khác thì không [not-utf8]
    1 | loai: phong
      | ^
      = gợi ý: lưu lại bằng UTF-8, hoặc chạy: docgen recode utf-32.yaml
""",
    "utf-16-bi-cat": r"""
utf-16-bi-cat.yaml:1:1: lỗi: Tệp UTF-16 bị hỏng hoặc bị cắt giữa chừng [not-utf8]
      = gợi ý: lấy lại tệp gốc, lưu bằng UTF-8
""",
    "windows-1258": r"""
windows-1258.yaml:2:9: lỗi: Tệp không được lưu bằng UTF-8; có vẻ là bảng mã Windows-1258: dòng này đọc thành «ten: Phòng Nội vụ» [not-utf8]
    2 | ten: Pho�ng N��i vu�
      |         ^
      = gợi ý: lưu lại bằng UTF-8, hoặc chạy: docgen recode windows-1258.yaml
""",
    "tcvn3": r"""
tcvn3.yaml:2:8: lỗi: Tệp không được lưu bằng UTF-8; có vẻ là bảng mã TCVN3 (.VnTime): dòng này đọc thành «ten: Phòng Nội vụ» [not-utf8]
    2 | ten: Ph�ng N�i v�
      |        ^
      = gợi ý: lưu lại bằng UTF-8, hoặc chạy: docgen recode tcvn3.yaml
""",
    "vni": r"""
vni.yaml:2:9: lỗi: Tệp không được lưu bằng UTF-8; có vẻ là bảng mã VNI: dòng này đọc thành «ten: Phòng Nội vụ» [not-utf8]
    2 | ten: Pho�ng No�i vu�
      |         ^
      = gợi ý: lưu lại bằng UTF-8, hoặc chạy: docgen recode vni.yaml
""",
    "tcvn3-dan-vao": r"""
tcvn3-dan-vao.yaml:2:6: lỗi: Chữ ở đây thuộc bảng mã TCVN3 (.VnTime): dòng này đọc thành «ten: Uỷ ban nhân dân phường Cầu Đất» [old-encoding]
    2 | ten: Uû ban nh©n d©n ph­êng CÇu §Êt
      |      ^^
      = gợi ý: gõ lại bằng Unicode, hoặc chạy: docgen recode tcvn3-dan-vao.yaml
""",
    "tcvn3-mot-ten": r"""
tcvn3-mot-ten.yaml:4:11: lỗi: Chữ ở đây thuộc bảng mã TCVN3 (.VnTime): dòng này đọc thành «ho_ten: Trần Thị Nga» [old-encoding]
    4 |   ho_ten: TrÇn ThÞ Nga
      |           ^^^^
      = gợi ý: gõ lại bằng Unicode, hoặc chạy: docgen recode tcvn3-mot-ten.yaml
""",
    "vni-dan-vao": r"""
vni-dan-vao.yaml:2:6: lỗi: Chữ ở đây thuộc bảng mã VNI: dòng này đọc thành «ten: Phòng Nội vụ» [old-encoding]
    2 | ten: Phoøng Noäi vuï
      |      ^^^^^^
      = gợi ý: gõ lại bằng Unicode, hoặc chạy: docgen recode vni-dan-vao.yaml
""",
    "windows-1258-dan-vao": r"""
windows-1258-dan-vao.yaml:2:6: lỗi: Chữ ở đây thuộc bảng mã Windows-1258: dòng này đọc thành «ten: Phòng Nội vụ» [old-encoding]
    2 | ten: PhoÌng Nôòi vuò
      |      ^^^^^^
      = gợi ý: gõ lại bằng Unicode, hoặc chạy: docgen recode windows-1258-dan-vao.yaml
""",
    "utf-8-hai-lan": r"""
utf-8-hai-lan.yaml:2:6: lỗi: Chữ ở đây đã hỏng vì đọc nhầm bảng mã: dòng này vốn là «ten: Phòng Nội vụ» [old-encoding]
    2 | ten: PhÃ²ng Ná»™i vá»¥
      |      ^^^^^^
      = gợi ý: gõ lại bằng Unicode, hoặc chạy: docgen recode utf-8-hai-lan.yaml
""",
    "tieng-phap": r"""
tieng-phap.yaml:2:7: lỗi: Tệp không được lưu bằng bảng mã UTF-8 [not-utf8]
    2 | ten: H�tel de l'�t�, rue Fran�aise
      |       ^
      = gợi ý: mở tệp trong trình soạn thảo, chọn Lưu với mã hóa (Encoding) UTF-8
""",
    "utf-8-hong": r"""
utf-8-hong.yaml:3:18: lỗi: Dòng này có chữ không phải UTF-8, trong khi phần khác của tệp là UTF-8 [not-utf8]
    3 | dia_chi: Số 12 ph� Cầu Đất, phường Cầu Đất
      |                  ^
      = gợi ý: gõ lại chỗ này (thường do dán từ nơi khác), rồi lưu tệp bằng UTF-8
""",
    "lan-bang-ma": r"""
lan-bang-ma.yaml:4:12: lỗi: Dòng này có chữ không phải UTF-8, trong khi phần khác của tệp là UTF-8 [not-utf8]
    4 | ghi_chu: Ph���ng
      |            ^
      = gợi ý: gõ lại chỗ này (thường do dán từ nơi khác), rồi lưu tệp bằng UTF-8
""",
    "nua-ky-tu": r"""
nua-ky-tu.yaml:3:10: lỗi: Dòng này có chữ không phải UTF-8, trong khi phần khác của tệp là UTF-8 [not-utf8]
    3 | dia_chi: ���12
      |          ^
      = gợi ý: gõ lại chỗ này (thường do dán từ nơi khác), rồi lưu tệp bằng UTF-8
""",
    "ky-tu-dieu-khien": r"""
ky-tu-dieu-khien.yaml:3:13: lỗi: Có ký tự điều khiển ẩn (mã 0007), Word không ghi được [control-character]
    3 | dia_chi: Số �12
      |             ^
      = gợi ý: xóa ký tự đó rồi gõ lại đoạn này; thường do chép từ phần mềm khác
""",
    "nhieu-ky-tu-dieu-khien": r"""
nhieu-ky-tu-dieu-khien.yaml:1:7: lỗi: Tệp có 60 ký tự điều khiển ẩn: có lẽ không phải tệp chữ [control-character]
    1 | loai: ������������������������������������������������������������
      |       ^
      = gợi ý: mở tệp xem lại; nếu là tệp chữ, chép phần chữ sang tệp mới, lưu bằng UTF-8
""",
    "word": r"""
word.yaml:1:1: lỗi: Tệp này không phải YAML mà là tệp Word (.docx) [not-a-text-file]
      = gợi ý: chép phần chữ sang một tệp .yaml mới, lưu bằng UTF-8
""",
    "excel": r"""
excel.yaml:1:1: lỗi: Tệp này không phải YAML mà là tệp Excel (.xlsx) [not-a-text-file]
      = gợi ý: chép phần chữ sang một tệp .yaml mới, lưu bằng UTF-8
""",
    "nen": r"""
nen.yaml:1:1: lỗi: Tệp này không phải YAML mà là tệp nén (.zip) [not-a-text-file]
      = gợi ý: chép phần chữ sang một tệp .yaml mới, lưu bằng UTF-8
""",
    "word-cu": r"""
word-cu.yaml:1:1: lỗi: Tệp này không phải YAML mà là tệp Word hoặc Excel kiểu cũ (.doc, .xls) [not-a-text-file]
      = gợi ý: chép phần chữ sang một tệp .yaml mới, lưu bằng UTF-8
""",
    "pdf": r"""
pdf.yaml:1:1: lỗi: Tệp này không phải YAML mà là tệp PDF [not-a-text-file]
      = gợi ý: chép phần chữ sang một tệp .yaml mới, lưu bằng UTF-8
""",
    "trang-web": r"""
trang-web.yaml:1:1: lỗi: Tệp này không phải YAML mà là trang web (HTML) [not-a-text-file]
      = gợi ý: chép phần chữ sang một tệp .yaml mới, lưu bằng UTF-8
""",
    "trong": r"""
trong.yaml:1:1: lỗi: “Loại đơn vị”: thiếu mục bắt buộc [missing-key]
      = gợi ý: thêm dòng  loai: …
""",
    "chi-ghi-chu": r"""
chi-ghi-chu.yaml:1:1: lỗi: “Loại đơn vị”: thiếu mục bắt buộc [missing-key]
    1 | # chưa viết gì
      | ^
      = gợi ý: thêm dòng  loai: …
""",
    "long-sau": r"""
long-sau.yaml:1:27: lỗi: Các mục lồng nhau quá sâu [too-deep]
    1 | loai: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
      |                           ^
      = gợi ý: viết thành các dòng thụt vào, không lồng ngoặc trong ngoặc
""",
    "dong-rat-dai": r"""
dong-rat-dai.yaml:3:6514: lỗi: Có hai dấu hai chấm “: ” trên một dòng [yaml-syntax]
    3 | …ố Cầu Đất, phố Cầu Đất, phố Cầu Đất, phố Cầu Đất, phố Cầu Đất, phố Cầu Đất, phố Cầu Đất, số 1: nhà A
      |                                                                                               ^
      = gợi ý: đặt cả câu trong ngoặc kép
""",
    "tab-dau-dong": r"""
tab-dau-dong.yaml:4:1: lỗi: Đầu dòng có phím Tab, YAML không nhận [yaml-syntax]
    4 | 	so_can_bo: 12
      | ^
      = gợi ý: thay phím Tab bằng dấu cách, hai dấu cách cho mỗi cấp
""",
    "tab-giua-dong-thut": r"""
tab-giua-dong-thut.yaml:5:3: lỗi: Đầu dòng có phím Tab, YAML không nhận [yaml-syntax]
    5 |   	so_lop: 3
      |   ^
      = gợi ý: thay phím Tab bằng dấu cách, hai dấu cách cho mỗi cấp
""",
    "hai-cham-dinh": r"""
hai-cham-dinh.yaml:2:4: lỗi: Sau “ten:” thiếu dấu cách, nên cả dòng bị đọc thành một câu [colon-blank]
    2 | ten:Phòng Nội vụ
      |    ^
      = gợi ý: viết  ten: Phòng Nội vụ  (nếu đúng là một câu, đặt cả câu trong ngoặc kép)
""",
    "hai-cham-dinh-dau-tep": r"""
hai-cham-dinh-dau-tep.yaml:1:5: lỗi: Sau “loai:” thiếu dấu cách, nên cả dòng bị đọc thành một câu [colon-blank]
    1 | loai:phong
      |     ^
      = gợi ý: viết  loai: phong  (nếu đúng là một câu, đặt cả câu trong ngoặc kép)
""",
    "hai-cham-dinh-thut": r"""
hai-cham-dinh-thut.yaml:4:9: lỗi: Sau “ho_ten:” thiếu dấu cách, nên cả dòng bị đọc thành một câu [colon-blank]
    4 |   ho_ten:Nguyễn Văn An
      |         ^
      = gợi ý: viết  ho_ten: Nguyễn Văn An  (nếu đúng là một câu, đặt cả câu trong ngoặc kép)
hai-cham-dinh-thut.yaml:5:10: lỗi: Sau “chuc_vu:” thiếu dấu cách, nên cả dòng bị đọc thành một câu [colon-blank]
    5 |   chuc_vu:Trưởng phòng
      |          ^
      = gợi ý: viết  chuc_vu: Trưởng phòng  (nếu đúng là một câu, đặt cả câu trong ngoặc kép)
""",
    "hai-cham-dinh-noi-dong": r"""
hai-cham-dinh-noi-dong.yaml:3:10: lỗi: Sau “dia_chi:” thiếu dấu cách, nên cả dòng bị đọc thành một câu [colon-blank]
    3 |   dia_chi:12 Lê Lợi
      |          ^
      = gợi ý: viết  dia_chi: 12 Lê Lợi  (nếu đúng là một câu, đặt cả câu trong ngoặc kép)
""",
    "hai-cham-dinh-trong-ngoac": r"""
hai-cham-dinh-trong-ngoac.yaml:2:14: lỗi: Sau “cap:” thiếu dấu cách, nên cả dòng bị đọc thành một câu [colon-blank]
    2 | dia_ban: {cap:phường, ten: Cầu Đất}
      |              ^
      = gợi ý: viết  cap: phường  (nếu đúng là một câu, đặt cả câu trong ngoặc kép)
""",
    "hai-cham-dinh-danh-sach": r"""
hai-cham-dinh-danh-sach.yaml:4:9: lỗi: Sau “nhom:” thiếu dấu cách, nên cả dòng bị đọc thành một câu [colon-blank]
    4 |   - nhom:dang-uy
      |         ^
      = gợi ý: viết  nhom: dang-uy  (nếu đúng là một câu, đặt cả câu trong ngoặc kép)
""",
    "hai-cham-toan-kho": r"""
hai-cham-toan-kho.yaml:2:4: lỗi: Dấu hai chấm toàn khổ “：” không phải là dấu hai chấm của YAML [full-width]
    2 | ten： Phòng Nội vụ
      |    ^
      = gợi ý: viết  ten: Phòng Nội vụ
""",
    "hai-cham-toan-kho-thut": r"""
hai-cham-toan-kho-thut.yaml:4:9: lỗi: Dấu hai chấm toàn khổ “：” không phải là dấu hai chấm của YAML [full-width]
    4 |   ho_ten：Nguyễn Văn An
      |         ^
      = gợi ý: viết  ho_ten: Nguyễn Văn An
""",
    "phay-toan-kho": r"""
phay-toan-kho.yaml:3:13: nhắc: Có ký tự toàn khổ “，” (của bàn phím tiếng Trung, tiếng Nhật) [full-width]
    3 | viet_tat: NV，TC
      |             ^
      = gợi ý: gõ lại thành  ,
""",
    "dau-bang": r"""
dau-bang.yaml:2:5: lỗi: Sau tên mục “ten” là dấu bằng, phải là dấu hai chấm [equals-sign]
    2 | ten = Phòng Nội vụ
      |     ^
      = gợi ý: viết  ten: Phòng Nội vụ
""",
    "dau-bang-dau-tep": r"""
dau-bang-dau-tep.yaml:1:6: lỗi: Sau tên mục “loai” là dấu bằng, phải là dấu hai chấm [equals-sign]
    1 | loai = phong
      |      ^
      = gợi ý: viết  loai: phong
""",
    "hai-dau-hai-cham": r"""
hai-dau-hai-cham.yaml:2:11: lỗi: Có hai dấu hai chấm “: ” trên một dòng [yaml-syntax]
    2 | ten: Phòng: Nội vụ
      |           ^
      = gợi ý: đặt cả câu trong ngoặc kép:  ten: "Phòng: Nội vụ"
""",
    "hai-cham-ngoac-cong": r"""
hai-cham-ngoac-cong.yaml:2:12: lỗi: Có hai dấu hai chấm “: ” trên một dòng; ngoặc kép cong “…” không bọc được câu [yaml-syntax]
    2 | ten: “Phòng: Nội vụ”
      |            ^
      = gợi ý: đặt cả câu trong ngoặc kép:  ten: "Phòng: Nội vụ"
""",
    "thieu-hai-cham": r"""
thieu-hai-cham.yaml:1:1: lỗi: Dòng này thiếu dấu hai chấm sau tên mục [yaml-syntax]
    1 | loai phong
      | ^
      = gợi ý: viết  ten_muc: nội dung  (có một dấu cách sau dấu hai chấm)
""",
    "gach-dai": r"""
gach-dai.yaml:4:3: lỗi: Dòng bắt đầu bằng “–” không phải là một ý của danh sách [list-dash]
    4 |   – Quận ủy
      |   ^
      = gợi ý: viết  - Quận ủy  ở mọi dòng; nếu không phải danh sách, đặt cả câu trong ngoặc kép
""",
    "gach-dai-khong-hai-cham": r"""
gach-dai-khong-hai-cham.yaml:4:3: lỗi: Dòng bắt đầu bằng “–” không phải là một ý của danh sách [list-dash]
    4 |   – Quận ủy
      |   ^
      = gợi ý: viết  - Quận ủy  ở mọi dòng; nếu không phải danh sách, đặt cả câu trong ngoặc kép
""",
    "cham-tron": r"""
cham-tron.yaml:4:3: lỗi: Dòng bắt đầu bằng “•” không phải là một ý của danh sách [list-dash]
    4 |   • Quận ủy
      |   ^
      = gợi ý: viết  - Quận ủy  ở mọi dòng; nếu không phải danh sách, đặt cả câu trong ngoặc kép
""",
    "dau-sao": r"""
dau-sao.yaml:4:3: lỗi: Dòng bắt đầu bằng “*” không phải là một ý của danh sách [list-dash]
    4 |   * Quận ủy
      |   ^
      = gợi ý: viết  - Quận ủy  ở mọi dòng; nếu không phải danh sách, đặt cả câu trong ngoặc kép
""",
    "gach-dinh": r"""
gach-dinh.yaml:4:3: lỗi: Sau dấu gạch “-” đầu dòng thiếu dấu cách [list-dash]
    4 |   -Quận ủy
      |   ^
      = gợi ý: viết  - Quận ủy  ở mọi dòng; nếu không phải danh sách, đặt cả câu trong ngoặc kép
""",
    "danh-so": r"""
danh-so.yaml:5:3: lỗi: Dòng này bị nối vào câu ở dòng trên, thành một đoạn [line-folded]
    5 |   2. UBND quận
      |   ^
      = gợi ý: danh sách thì mỗi ý một dòng bắt đầu bằng “- ”, không có chữ sau dấu hai chấm; đoạn văn nhiều dòng thì viết dấu | sau dấu hai chấm
""",
    "y-bi-noi": r"""
y-bi-noi.yaml:4:3: nhắc: Dòng này bị nối vào câu ở dòng trên, thành một đoạn [line-folded]
    4 |   - 12 Lê Lợi
      |   ^
      = gợi ý: danh sách thì mỗi ý một dòng bắt đầu bằng “- ”, không có chữ sau dấu hai chấm; đoạn văn nhiều dòng thì viết dấu | sau dấu hai chấm
""",
    "y-duoi-chu": r"""
y-duoi-chu.yaml:4:1: lỗi: Dòng “- ” này không thuộc danh sách nào: mục ở trên đã có nội dung, hoặc hai bên không thẳng hàng [yaml-syntax]
    4 | - Quận ủy
      | ^
      = gợi ý: danh sách đứng ngay dưới “ten_muc:” không có chữ theo sau; các dấu “-” thẳng một cột
""",
    "ngoai-ngoac-kep": r"""
ngoai-ngoac-kep.yaml:2:14: lỗi: Có chữ nằm ngoài dấu ngoặc " [yaml-syntax]
    2 | ten: "Phòng" Nội vụ
      |              ^
      = gợi ý: bọc cả câu bằng ngoặc đơn:  ten: '"Phòng" Nội vụ'
""",
    "nhay-don-trong-ten": r"""
nhay-don-trong-ten.yaml:2:18: lỗi: Có chữ nằm ngoài dấu ngoặc ' [yaml-syntax]
    2 | ten: 'Phòng Ea H'leo'
      |                  ^
      = gợi ý: câu có dấu ' bên trong thì bọc bằng ngoặc kép:  ten: "Phòng Ea H'leo"
""",
    "ngoac-chua-dong": r"""
ngoac-chua-dong.yaml:2:6: lỗi: Ngoặc kép mở ra mà chưa đóng [yaml-syntax]
    2 | ten: "Phòng Nội vụ
      |      ^
      = gợi ý: thêm dấu " ở cuối câu
""",
    "ngoac-nuot-dong": r"""
ngoac-nuot-dong.yaml:2:6: lỗi: Ngoặc kép mở ở đây chưa đóng ở cuối câu: mục “dia_chi” ở dòng 3 bị đọc thành chữ của câu này [quote-open]
    2 | ten: "Phòng Nội vụ
      |      ^
      = gợi ý: thêm dấu " ở cuối câu
""",
    "ngoac-nuot-im-lang": r"""
ngoac-nuot-im-lang.yaml:2:6: lỗi: Ngoặc kép mở ở đây chưa đóng ở cuối câu: mục “dia_chi” ở dòng 3 bị đọc thành chữ của câu này [quote-open]
    2 | ten: "Phòng Nội vụ
      |      ^
      = gợi ý: thêm dấu " ở cuối câu
""",
    "ngoac-cong": r"""
ngoac-cong.yaml:2:6: nhắc: Ngoặc kép cong “…” là chữ của văn bản: docgen in cả hai dấu ngoặc ra [curly-quotes]
    2 | ten: “Phòng Nội vụ”
      |      ^^^^^^^^^^^^^^
      = gợi ý: nếu không in ngoặc, xóa chúng đi; nếu in, viết  "“Phòng Nội vụ”"
""",
    "ngoac-thang-va-cong": r"""
ngoac-thang-va-cong.yaml:2:6: lỗi: Ngoặc kép mở ra mà chưa đóng: dấu ” cong không đóng được ngoặc thẳng [yaml-syntax]
    2 | ten: "Phòng Nội vụ”
      |      ^
      = gợi ý: thay dấu ” bằng dấu "
""",
    "duong-dan": r"""
duong-dan.yaml:2:9: nhắc: Trong ngoặc kép, “\t” là ký hiệu riêng của YAML, không phải chữ [backslash]
    2 | ten: "D:\tai lieu"
      |         ^^
      = gợi ý: bọc câu bằng ngoặc đơn, hoặc viết hai dấu \\
""",
    "utf-16-khong-bom-bi-cat": r"""
utf-16-khong-bom-bi-cat.yaml:1:1: lỗi: Tệp UTF-16 bị hỏng hoặc bị cắt giữa chừng [not-utf8]
      = gợi ý: lấy lại tệp gốc, lưu bằng UTF-8
""",
    "gach-cheo-nguoc": r"""
gach-cheo-nguoc.yaml:2:6: lỗi: Trong ngoặc kép, dấu \ là ký hiệu riêng của YAML (ở đây thành ký tự ẩn 2029) [control-character]
    2 | ten: "C:\Phòng"
      |      ^^^^^^^^^^
      = gợi ý: bọc câu bằng ngoặc đơn, hoặc viết hai dấu \\
""",
    "cat-o-dau-thang": r"""
cat-o-dau-thang.yaml:3:20: nhắc: Phần “#3” bị coi là ghi chú và bỏ đi [comment-cut]
    3 | dia_chi: 12 Lê Lợi #3
      |                    ^^
      = gợi ý: nếu là chữ của văn bản, đặt cả câu trong ngoặc kép; nếu không, viết # rồi cách
""",
    "thang-sau-ngoac": r"""
thang-sau-ngoac.yaml:3:21: nhắc: Phần “#3” bị coi là ghi chú và bỏ đi [comment-cut]
    3 | dia_chi: "12 Lê Lợi"#3
      |                     ^^
      = gợi ý: nếu là chữ của văn bản, đặt cả câu trong ngoặc kép; nếu không, viết # rồi cách
""",
    "thang-trong-ngoac": r"""
thang-trong-ngoac.yaml:3:15: lỗi: Dấu # trong ngoặc làm phần sau nó thành ghi chú, cả ngoặc đóng [yaml-syntax]
    3 | noi_nhan: [Tổ #7, Lưu VT]
      |               ^
      = gợi ý: đặt chữ có dấu # trong ngoặc kép
""",
    "thang-roi-xuong-dong": r"""
thang-roi-xuong-dong.yaml:3:14: lỗi: Từ dấu # trở đi là ghi chú, nên câu ở dòng này không nối tiếp xuống dòng dưới được [yaml-syntax]
    3 | dia_chi: nhà #3
      |              ^
      = gợi ý: nếu dấu # là chữ của văn bản, đặt cả câu trong ngoặc kép
""",
    "ngoac-vuong-chua-dong": r"""
ngoac-vuong-chua-dong.yaml:3:11: lỗi: Ngoặc [ hoặc { mở ra mà chưa đóng, hoặc thiếu dấu phẩy bên trong [yaml-syntax]
    3 | noi_nhan: [Quận ủy, Lưu VT
      |           ^
      = gợi ý: đóng ngoặc, hoặc đặt cả câu trong ngoặc kép nếu ngoặc là chữ của văn bản
""",
    "chu-sau-ngoac-vuong": r"""
chu-sau-ngoac-vuong.yaml:2:10: lỗi: Có chữ nằm sau ngoặc đóng ] hoặc } [yaml-syntax]
    2 | ten: [A] Phòng Nội vụ
      |          ^
      = gợi ý: đặt cả câu trong ngoặc kép:  ten: "[A] Phòng Nội vụ"
""",
    "ngoac-nhon-dong": r"""
ngoac-nhon-dong.yaml:2:6: lỗi: Nội dung bắt đầu bằng dấu ngoặc đóng hoặc dấu phẩy [yaml-syntax]
    2 | ten: }Phòng
      |      ^
      = gợi ý: xóa dấu đó, hoặc đặt cả câu trong ngoặc kép nếu là chữ của văn bản
""",
    "so-le-trong-ngoac": r"""
so-le-trong-ngoac.yaml:3:12: nhắc: Trong ngoặc, dấu phẩy ngăn hai giá trị: “12,5” bị đọc thành 12 và 5 [decimal-comma]
    3 | noi_nhan: [12,5]
      |            ^^^^
      = gợi ý: số lẻ thì viết  "12,5";  hai số thì thêm dấu cách:  12, 5
""",
    "so-le-trong-ngoac-nhon": r"""
so-le-trong-ngoac-nhon.yaml:3:23: lỗi: Trong ngoặc, dấu phẩy ngăn hai giá trị: “12,5” bị đọc thành 12 và 5 [decimal-comma]
    3 | dac_diem: {dien_tich: 12,5}
      |                       ^^^^
      = gợi ý: số lẻ thì viết  "12,5"
""",
    "neo-va-bi-danh": r"""
neo-va-bi-danh.yaml:2:6: lỗi: Dấu “&” ở đầu là ký hiệu riêng của YAML, docgen không dùng [yaml-sign]
    2 | ten: &ten Phòng Nội vụ
      |      ^^^^^^^^^^^^^^^^^
      = gợi ý: nếu dấu đó là chữ của văn bản, đặt cả câu trong ngoặc kép: "*chữ nghiêng*"; nếu để dùng lại một mục khác, chép nội dung của mục ấy vào đây
neo-va-bi-danh.yaml:3:11: lỗi: Dấu “*” ở đầu là ký hiệu riêng của YAML, docgen không dùng [yaml-sign]
    3 | viet_tat: *ten
      |           ^^^^
      = gợi ý: nếu dấu đó là chữ của văn bản, đặt cả câu trong ngoặc kép: "*chữ nghiêng*"; nếu để dùng lại một mục khác, chép nội dung của mục ấy vào đây
neo-va-bi-danh.yaml:4:1: lỗi: “<<” là ký hiệu gộp mục riêng của YAML, docgen không dùng [yaml-sign]
    4 | <<: *ten
      | ^^
      = gợi ý: chép các mục cần dùng vào đây
""",
    "a-cong": r"""
a-cong.yaml:3:10: lỗi: Nội dung bắt đầu bằng dấu @, YAML không nhận [yaml-syntax]
    3 | dia_chi: @Cầu Đất
      |          ^
      = gợi ý: đặt cả câu trong ngoặc kép:  dia_chi: "@Cầu Đất"
""",
    "phan-tram": r"""
phan-tram.yaml:3:10: lỗi: Nội dung bắt đầu bằng dấu %, YAML không nhận [yaml-syntax]
    3 | dia_chi: %12
      |          ^
      = gợi ý: đặt cả câu trong ngoặc kép:  dia_chi: "%12"
""",
    "nhay-nguoc": r"""
nhay-nguoc.yaml:3:10: lỗi: Nội dung bắt đầu bằng dấu `, YAML không nhận [yaml-syntax]
    3 | dia_chi: `12`
      |          ^
      = gợi ý: đặt cả câu trong ngoặc kép:  dia_chi: "`12`"
""",
    "cham-than": r"""
cham-than.yaml:3:10: lỗi: Chữ bắt đầu bằng dấu !, là ký hiệu riêng của YAML [yaml-syntax]
    3 | dia_chi: !Cầu Đất
      |          ^
      = gợi ý: đặt cả câu trong ngoặc kép
""",
    "ky-hieu-mau": r"""
ky-hieu-mau.yaml:2:6: lỗi: Có ký hiệu của mẫu “{{”, không dùng được trong dữ liệu [template-tag]
    2 | ten: {{ ten }}
      |      ^^
      = gợi ý: viết giá trị thật thay cho ký hiệu đó; câu trích yếu của loại văn bản thì đặt trong ngoặc kép
""",
    "chu-sau-gach-dung": r"""
chu-sau-gach-dung.yaml:3:12: lỗi: Sau dấu | hoặc > còn chữ [yaml-syntax]
    3 | dia_chi: | 12 Lê Lợi
      |            ^
      = gợi ý: xuống dòng rồi mới viết nội dung, thụt vào; nếu dấu đó là chữ của câu, đặt cả câu trong ngoặc kép
""",
    "lon-hon": r"""
lon-hon.yaml:3:12: lỗi: Sau dấu | hoặc > còn chữ [yaml-syntax]
    3 | dia_chi: > 5 nhà
      |            ^
      = gợi ý: xuống dòng rồi mới viết nội dung, thụt vào; nếu dấu đó là chữ của câu, đặt cả câu trong ngoặc kép
""",
    "khoi-khong-thut": r"""
khoi-khong-thut.yaml:4:1: lỗi: Nội dung dưới dấu | hoặc > ở dòng 3 phải thụt vào [yaml-syntax]
    4 | 12 Lê Lợi
      | ^
      = gợi ý: thêm hai dấu cách vào đầu mỗi dòng của nội dung
""",
    "dau-hoi": r"""
dau-hoi.yaml:3:10: lỗi: Nội dung bắt đầu bằng dấu hỏi “? ” [yaml-syntax]
    3 | dia_chi: ? chưa rõ
      |          ^
      = gợi ý: đặt cả câu trong ngoặc kép
""",
    "gach-sau-hai-cham": r"""
gach-sau-hai-cham.yaml:3:11: lỗi: Dấu gạch “- ” nằm ngay sau dấu hai chấm, trên cùng một dòng [yaml-syntax]
    3 | noi_nhan: - Quận ủy
      |           ^
      = gợi ý: danh sách thì xuống dòng rồi mới viết  - nội dung; là chữ của câu thì đặt cả câu trong ngoặc kép
""",
    "gach-thay-so": r"""
gach-thay-so.yaml:4:10: lỗi: Sau dấu hai chấm chỉ có dấu gạch [yaml-syntax]
    4 |   so_ho: -  # chưa có
      |          ^
      = gợi ý: là số thì không có ghi 0, chưa có thì để trống; là chữ thì xóa dấu gạch
""",
    "ten-muc-co-dau": r"""
ten-muc-co-dau.yaml:2:11: lỗi: Mục “cấp” không phải tên mục của tệp này. Có phải là “cap”? [unknown-key]
    2 | dia_ban: {cấp: phường, ten: Cầu Đất}
      |           ^^^
      = gợi ý: viết  cap: …
ten-muc-co-dau.yaml:3:1: lỗi: Mục “người_ký” không phải tên mục của tệp này. Có phải là “nguoi_ky”? [unknown-key]
    3 | người_ký:
      | ^^^^^^^^
      = gợi ý: viết  nguoi_ky: …
""",
    "ten-muc-hoa-va-cach": r"""
ten-muc-hoa-va-cach.yaml:1:1: lỗi: Mục “Loai” không phải tên mục của tệp này. Có phải là “loai”? [unknown-key]
    1 | Loai: phong
      | ^^^^
      = gợi ý: viết  loai: …
ten-muc-hoa-va-cach.yaml:2:1: lỗi: Mục “TEN” không phải tên mục của tệp này. Có phải là “ten”? [unknown-key]
    2 | TEN: Phòng Nội vụ
      | ^^^
      = gợi ý: viết  ten: …
ten-muc-hoa-va-cach.yaml:3:1: lỗi: Mục “dia chi” không phải tên mục của tệp này. Có phải là “dia_chi”? [unknown-key]
    3 | dia chi: a
      | ^^^^^^^
      = gợi ý: viết  dia_chi: …
ten-muc-hoa-va-cach.yaml:4:1: lỗi: Mục “viet-tat” không phải tên mục của tệp này. Có phải là “viet_tat”? [unknown-key]
    4 | viet-tat: NV
      | ^^^^^^^^
      = gợi ý: viết  viet_tat: …
""",
    "ten-muc-ngoac-cong": r"""
ten-muc-ngoac-cong.yaml:2:1: lỗi: Mục ““ten”” không phải tên mục của tệp này. Có phải là “ten”? [unknown-key]
    2 | “ten”: Phòng Nội vụ
      | ^^^^^
      = gợi ý: viết  ten: …
""",
    "muc-viet-hai-lan": r"""
muc-viet-hai-lan.yaml:4:1: lỗi: Mục “dia_chi” viết hai lần (lần đầu ở dòng 3) [key-twice]
    4 | dia_chi: b
      | ^^^^^^^
      = gợi ý: giữ một dòng, xóa dòng kia
""",
    "hang-nghin-mo-ho": r"""
hang-nghin-mo-ho.yaml:4:10: lỗi: “Số hộ”: “5.23” không rõ là phần lẻ hay hàng nghìn [ambiguous-number]
    4 |   so_ho: 5.23
      |          ^^^^
      = gợi ý: số nguyên không có phần lẻ; viết liền: 523 hoặc 5230
""",
    "ngay-thieu-nam": r"""
ngay-thieu-nam.yaml:3:15: lỗi: “Từ ngày”: “01/6” thiếu năm. [not-a-date]
    3 | ton_tai: {tu: 01/6}
      |               ^^^^
      = gợi ý: Viết đủ ngày, tháng và năm, ví dụ: 01/6/2025.
""",
    "nhieu-tai-lieu": r"""
nhieu-tai-lieu.yaml:3:1: lỗi: Tệp có dòng ---, như hai tệp gộp làm một [yaml-syntax]
    3 | ---
      | ^^^
      = gợi ý: xóa dòng ---, hoặc tách thành hai tệp
""",
    "gach-ba-co-chu": r"""
gach-ba-co-chu.yaml:1:1: lỗi: Sau dấu --- còn chữ trên cùng dòng [yaml-syntax]
    1 | --- loai: phong
      | ^^^
      = gợi ý: xóa dấu ---
""",
    "chi-thi-yaml": r"""
chi-thi-yaml.yaml:1:1: lỗi: Dòng bắt đầu bằng dấu %, là ký hiệu riêng của YAML [yaml-syntax]
    1 | %YAML 1.2
      | ^
      = gợi ý: xóa dòng này; tên mục thì không có dấu %
""",
    "thut-lech": r"""
thut-lech.yaml:5:2: lỗi: Dòng này thụt đầu dòng không thẳng hàng với dòng nào ở trên [yaml-syntax]
    5 |  chuc_vu: Trưởng phòng
      |  ^
      = gợi ý: các mục cùng cấp bắt đầu ở cùng một cột; mục con và danh sách thụt vào hai dấu cách
""",
    "muc-duoi-chu": r"""
muc-duoi-chu.yaml:3:10: lỗi: Dòng này có tên mục, nhưng dòng trên thiếu dấu hai chấm hoặc đã có nội dung [yaml-syntax]
    3 |   dia_chi: 12 Lê Lợi
      |          ^
      = gợi ý: viết  ten_muc: nội dung,  các mục cùng cấp thẳng hàng với nhau; nếu dòng này nối tiếp câu ở dòng trên thì đặt cả hai dòng trong ngoặc kép
""",
    "ten-muc-la-danh-sach": r"""
ten-muc-la-danh-sach.yaml:1:1: lỗi: Tên mục phải là chữ [key-not-text]
    1 | [loai]: phong
      | ^
      = gợi ý: viết  ten_muc: nội dung
ten-muc-la-danh-sach.yaml:1:1: lỗi: “Loại đơn vị”: thiếu mục bắt buộc [missing-key]
    1 | [loai]: phong
      | ^
      = gợi ý: thêm dòng  loai: …
""",
}


def reading(path: Path) -> tuple[DonVi | None, str]:
    """Read one file as a workspace does; the record and what is printed."""
    source, problems = read_source(path)
    document, found = compose(source)
    problems += found
    value = None
    if document.value is not None or all(problem.warning for problem in problems):
        value, found = read_record(document, DonVi)
        problems += found
    wrong = any(not problem.warning for problem in problems)
    told = "\n".join(str(problem.under(ODD)) for problem in problems)
    return None if wrong else value, told.replace(f"{ODD.as_posix()}/", "")


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize("path", sorted(ODD.iterdir()), ids=lambda path: path.stem)
def test_an_odd_file_is_read_or_told(
    path: Path, loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nodes, "_Loader", getattr(yaml, loader))  # a computer may lack libyaml
    value, told = reading(path)

    assert told == TOLD.get(path.stem, "").strip("\n")
    assert (value.model_dump(mode="json", exclude_unset=True) if value else None) == READ.get(
        path.stem
    )


def test_every_odd_file_has_its_case_and_every_case_its_file() -> None:
    assert {path.stem for path in ODD.iterdir()} == READ.keys() | TOLD.keys()
