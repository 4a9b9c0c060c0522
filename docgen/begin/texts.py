"""The files of a bare workspace, commented for the secretary who fills them in."""

SETTINGS_TEXT = """\
# Không gian làm việc của docgen.
nam: {year}                  # năm của văn bản khi lệnh không ghi --year
the_thuc: nd30-2020        # Nghị định 30/2020/NĐ-CP về công tác văn thư
van_ban_dien_tu: không     # có: dòng “Kèm theo” của phụ lục để trống số, ngày
"""

YEAR_TEXT = """\
# Thứ chung của năm {year}: mọi văn bản của năm này đều dùng. Dòng bắt đầu bằng dấu # là ghi chú.

# Chủ đề năm, theo mã đơn vị (tên tệp trong data/don_vi/). Khi có thì bỏ dấu # và sửa lại:
# chu_de:
#   {unit}: Nội dung chủ đề năm

# Kế hoạch của cấp trên mà đơn vị viện dẫn, theo mã đơn vị cấp trên đã ban hành:
# ke_hoach_cap_tren:
#   ma-don-vi-cap-tren:
#     loai: Kế hoạch
#     so: 15/KH-UBND
#     ngay: 20/01/{year}
#     co_quan: tên cơ quan ban hành
#     trich_yeu: trích yếu, viết thường chữ đầu

# Thời gian gửi báo cáo: từ ngày “tu”, trước ngày “truoc” (đúng ngày đó là muộn). so_lieu: số liệu của báo cáo
# tính từ ngày nào đến ngày nào.
# CẦN XEM LẠI theo văn bản của cấp trên: đây là thời gian thường dùng, docgen không biết năm nay đổi.
han_bao_cao:
  sau_thang: {{tu: 01/6/{year}, truoc: 15/6/{year}, so_lieu: {{tu: 15/12/{before}, den: 31/5/{year}}}}}
  nam: {{tu: 01/12/{year}, truoc: 15/12/{year}, so_lieu: {{tu: 15/12/{before}, den: 30/11/{year}}}}}

# Đề cương báo cáo do cấp trên quy định (tệp trong data/danh_muc/de_cuong/), khi khác đề cương có sẵn:
# de_cuong:
#   - {{cap_tren: ma-don-vi-cap-tren, de_cuong: ten-de-cuong}}

# Ngày dự kiến ban hành, theo loại văn bản: quyết định chế độ và tên gọi dùng trong bản dự thảo.
# CẦN XEM LẠI: ngày dưới đây chỉ là gợi ý.
{days}
"""

SUPERIOR_TEXT = """\
# {name}: đơn vị cấp trên, ở đây chỉ để nêu tên và nhận văn bản.
# Muốn lập cả văn bản của đơn vị này thì xóa dòng lap_van_ban rồi ghi người ký, nơi nhận.
loai: {kind}
{naming}
lap_van_ban: không
"""

UNIT_TEXT = """\
# {name}. Dòng bắt đầu bằng dấu # là ghi chú; mục nào có số liệu thật thì bỏ dấu # và điền vào.
# Mục để trống không sao: văn bản in [CẦN BỔ SUNG: …] ở chỗ đó và lệnh nhắc lại.
loai: {kind}
{naming}
{superior}

{life}

# Người ký văn bản (cấp phó ký thay thì ghi chức vụ của cấp phó):
# nguoi_ky:
#   ho_ten: …
#   chuc_vu: {title}

# Đặc điểm, mục nào không có thì bỏ dòng đó:
# dac_diem:
{figures}

# Nơi nhận: mỗi dòng một đơn vị (don_vi), một nhóm (nhom) hoặc viết thẳng tên;
# dòng Lưu là dòng cuối.
noi_nhan:
{recipient}  - Lưu: VT.
# Các nhóm có sẵn (data/danh_muc/nhom_noi_nhan.yaml), thêm vào trước dòng Lưu khi cần:
{groups}
"""

LIFE_TEXT = """\
# Thời gian tồn tại, khi đơn vị mới lập hoặc kết thúc trong năm:
# ton_tai: {{tu: 01/01/{year}, den: 31/12/{year}}}"""

OPENING_TEXT = "# {kind} {time} của {name}: điều riêng của đơn vị trong văn bản này."

DATA_TEXT = """\
{opening}
# Mục nào có thật thì bỏ dấu # và dấu cách đứng đầu dòng (cả dòng của mục ngoài), rồi điền sau dấu
# hai chấm. Mục để trống không sao: văn bản in [CẦN BỔ SUNG: …] hoặc bỏ qua mục đó.

{fields}
"""
