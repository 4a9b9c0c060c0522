"""The frame of the page to print: A4, the letters of an official document, no script."""

_STYLE = """\
@page { size: A4; margin: 20mm 15mm 20mm 20mm; }
body { font: 12pt/1.35 "Times New Roman", "Liberation Serif", Tinos, serif; color: #000;
  max-width: 175mm; margin: 8mm auto; padding: 0 4mm; }
h1 { font: bold 15pt/1.3 "Times New Roman", "Liberation Serif", Tinos, serif; text-align: center; margin: 0 0 2mm; }
h2 { font-size: 13pt; margin: 8mm 0 1mm; border-bottom: 0.5pt solid #000; overflow-wrap: anywhere; }
h3 { font-size: 12pt; margin: 4mm 0 1mm; }
p { margin: 1mm 0; }
.meta { color: #444; font-size: 11pt; }
h1 + .meta { text-align: center; margin-bottom: 4mm; }
table.summary { width: 100%; border-collapse: collapse; margin: 3mm 0; }
.summary th, .summary td { border: 0.5pt solid #000; padding: 1mm 2mm; text-align: left;
  overflow-wrap: anywhere; }
.summary th { font-weight: bold; text-align: center; }
.summary td[class], .summary th + th { white-space: nowrap; width: 1%; }
.summary thead { display: table-header-group; }
.summary tr, .finding, li { break-inside: avoid; }
.summary a { color: inherit; text-decoration: none; }
td.figure { text-align: center; }
.conclusion { font-weight: bold; font-size: 13pt; }
.good { color: #06511f; }
.bad { color: #a00000; }
.aside { color: #444; font-size: 11pt; }
.finding { border-left: 1mm solid #a00000; padding-left: 3mm; margin: 3mm 0; }
.finding.warning { border-color: #b26a00; }
.finding.info { border-color: #555; }
.level { border: 0.5pt solid currentcolor; padding: 0 1.2mm; font-size: 10pt; }
.repair { border: 0.5pt solid #000; padding: 1mm 3mm; margin: 2mm 0; }
.finding ul, .repair ul, .rules ul { margin: 1mm 0; padding-left: 6mm; }
.source { font-size: 10.5pt; color: #444; }
code { font: 9.5pt "Liberation Mono", Consolas, monospace; color: #444; }
details { margin: 2mm 0; font-size: 11pt; }
summary { cursor: pointer; break-after: avoid; }
h2, h3, .conclusion { break-after: avoid; }
@media print { body { max-width: none; margin: 0; padding: 0; } summary { list-style: none; }
  .rules { display: none; } }"""

HEAD = f"""\
<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kiểm tra thể thức văn bản</title>
<style>
{_STYLE}
</style>
</head>
<body>"""
TAIL = "</body>\n</html>"
