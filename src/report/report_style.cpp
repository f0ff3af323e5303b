#include "report_page.hpp"

namespace sneddon {

// Text has at least 7:1, muted text 4.5:1 on its ground in both schemes (WCAG 2.2, 1.4.3).
std::string_view report_style() {
    return R"css(
:root{color-scheme:light dark;--page:#fff;--ink:#1b1f24;--muted:#57606a;--rule:#d0d7de;--soft:#f3f5f7;--link:#0b5cad;--mark:#8a4b00;--mark-soft:#fff4e0}
@media screen and (prefers-color-scheme:dark){:root{--page:#14171c;--ink:#e6e9ed;--muted:#a2abb5;--rule:#3a424c;--soft:#1e232a;--link:#7ab8ff;--mark:#ffc46b;--mark-soft:#33270f}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Helvetica,Arial,"Liberation Sans","DejaVu Sans",sans-serif}
header,nav,main,footer{max-width:76rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2rem}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .6rem}
h2{font-size:1.3rem;margin:2.6rem 0 .7rem;padding-top:.6rem;border-top:1px solid var(--rule)}
.finding{font-size:1.15rem;max-width:60rem;margin:.2rem 0 1rem}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,.table:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.badges{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem;margin:0 0 .8rem;padding:0}
.badges li{border:1px solid var(--rule);background:var(--soft);border-radius:.4rem;padding:.25rem .7rem}
.simulated{border:2px solid var(--mark);background:var(--mark-soft);color:var(--mark);font-weight:600;border-radius:.4rem;padding:.6rem .9rem}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:0;padding:.5rem 0}
.muted,figcaption,caption,footer{color:var(--muted);font-size:.9rem}
.table{overflow-x:auto;margin:.6rem 0 1.2rem}
table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums}
caption{text-align:left;padding:0 0 .4rem}
caption span{display:block;position:sticky;left:0;max-width:min(73rem,calc(100vw - 3rem))}
th,td{padding:.3rem .65rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule)}
thead th{background:var(--soft);vertical-align:bottom;white-space:nowrap}
th[scope=row]{font-weight:500;position:sticky;left:0;background:var(--page)}
.number{text-align:right;white-space:nowrap}
.quantity{font-weight:600;cursor:help}
td .quantity,th[scope=row] .quantity{font-weight:500}
sub{line-height:0}
code{font-family:ui-monospace,"SFMono-Regular",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.9em;overflow-wrap:anywhere}
code.page{white-space:nowrap;cursor:help}
.remarks{min-width:15rem;font-size:.8rem}
tr:target,tr:target th{background:var(--mark-soft)}
.warnings{margin:0;padding:0;list-style:none}
.warnings li{border-left:4px solid var(--mark);background:var(--mark-soft);padding:.5rem .8rem;margin:.5rem 0}
.warnings .concerns,.warnings .remedy{display:block;font-size:.9rem}
figure{margin:0}
figure svg{display:block;max-width:100%;height:auto}
figure.wide svg{width:100%;max-width:44rem}
figcaption{padding:.2rem 0 0}
.panels{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:1.3rem 1.2rem}
.panels svg{width:100%}
.panels figcaption{overflow-wrap:anywhere}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.3rem;padding:0;margin:.4rem 0 1rem;font-size:.9rem}
.legend span{display:inline-block;width:1.8rem;margin-right:.45rem;vertical-align:middle}
summary{cursor:pointer;padding:.3rem 0}
footer{padding-top:2rem;padding-bottom:2rem}
@page{size:A4;margin:14mm}
@page landscape{size:A4 landscape;margin:12mm}
@media print{:root{font-size:9.5pt}nav{display:none}header,main,footer{max-width:none;padding:0}a{color:inherit;text-decoration:none}
.table{overflow:visible}table{font-size:7pt}th,td{padding:.12rem .3rem}thead th{white-space:normal}thead{display:table-header-group}.remarks{min-width:8rem;font-size:6.5pt}th[scope=row]{position:static}tr,figure,.warnings li{break-inside:avoid}
h2,caption{break-after:avoid}.landscape{page:landscape}.panels{grid-template-columns:repeat(3,1fr);gap:4mm}figure.wide svg{max-width:120mm}caption span{max-width:none}}
)css";
}

}  // namespace sneddon
