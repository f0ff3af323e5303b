#include "report/report_page.hpp"

namespace sneddon {

// Text has at least 7:1, muted text 4.5:1 on its ground in both schemes (WCAG 2.2, 1.4.3).
// data-theme is set by the script; without it the scheme of the system decides. Marks have 3:1 in
// both (1.4.11): two colours of the palette are darker on white, ends of the scale of a map have an
// outline.
std::string_view report_style() {
    return R"css(
:root{color-scheme:light;--panel:clamp(24rem,40vw,31rem);--orange:#b97f00;--sky:#2f94cf;--page:#fff;--ink:#1b1f24;--muted:#57606a;--rule:#d0d7de;--line:#8a929b;--soft:#f3f5f7;--link:#0b5cad;--mark:#7a4100;--mark-soft:#fff4e0;--bad:#9b1c1c;--bad-soft:#fdecec}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;--orange:#e69f00;--sky:#56b4e9;--page:#14171c;--ink:#e6e9ed;--muted:#a2abb5;--rule:#3a424c;--line:#7a838e;--soft:#1e232a;--link:#7ab8ff;--mark:#ffc46b;--mark-soft:#33270f;--bad:#ff9d9d;--bad-soft:#3a1a1a}}
@media screen{:root[data-theme=dark]{color-scheme:dark;--orange:#e69f00;--sky:#56b4e9;--page:#14171c;--ink:#e6e9ed;--muted:#a2abb5;--rule:#3a424c;--line:#7a838e;--soft:#1e232a;--link:#7ab8ff;--mark:#ffc46b;--mark-soft:#33270f;--bad:#ff9d9d;--bad-soft:#3a1a1a}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Helvetica,Arial,"Liberation Sans","DejaVu Sans",sans-serif}
header,nav,main,footer,.bar{max-width:80rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2rem}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .6rem}
h2{font-size:1.3rem;margin:2.6rem 0 .7rem;padding-top:.6rem;border-top:1px solid var(--rule)}
h3{font-size:1rem;margin:1rem 0 .4rem}
h3 small{font-weight:400;color:var(--muted)}
.finding{font-size:1.15rem;max-width:62rem;margin:.2rem 0 1rem}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,button:focus-visible,input:focus-visible,pre:focus-visible,.table:focus-visible,svg:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.badges{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem;margin:0 0 .8rem;padding:0}
.badges li{border:1px solid var(--rule);background:var(--soft);border-radius:.4rem;padding:.25rem .7rem}
.simulated{border:2px solid var(--mark);background:var(--mark-soft);color:var(--mark);font-weight:600;border-radius:.4rem;padding:.6rem .9rem}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:0;padding:.5rem 0}
.muted,figcaption,caption,footer,.files{color:var(--muted);font-size:.9rem}
.table{overflow-x:auto;margin:.6rem 0 1.2rem}
table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums}
caption{text-align:left;padding:0 0 .4rem}
caption span.wide{display:block;position:sticky;left:0;max-width:min(76rem,calc(100vw - 3rem))}
th,td{padding:.3rem .65rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule)}
thead th{background:var(--soft);vertical-align:bottom;white-space:nowrap}
thead th button{all:unset;cursor:pointer}
thead th button:focus-visible{outline:3px solid var(--link)}
th[scope=row]{font-weight:500;position:sticky;left:0;background:var(--page)}
.number{text-align:right;white-space:nowrap}
small.more{display:block;color:var(--muted);font-size:.75rem}
tr:not(.begins)+tr.begins>*{border-top:2px solid var(--rule)}tr:not(.reference)+tr.reference th,tr:not(.reference)+tr.reference td{border-top:2px solid var(--muted)}
tr.reference th,tr.reference td{color:var(--muted);font-style:italic}
.quantity{font-weight:600;cursor:help}
td .quantity,th[scope=row] .quantity{font-weight:500}
sub,sup{line-height:0}
code,pre{font-family:ui-monospace,"SFMono-Regular",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.85rem}
code{overflow-wrap:anywhere}
pre{background:var(--soft);padding:.7rem .9rem;overflow:auto;max-height:24rem;white-space:pre-wrap;overflow-wrap:anywhere}
code.page{white-space:nowrap;cursor:help}
.remarks{min-width:15rem;font-size:.8rem}
tr:target,tr:target th,tr.selected,tr.selected th{background:var(--mark-soft)}
.warnings{margin:0 0 1rem;padding:0;list-style:none}
.warnings li{border-left:4px solid var(--mark);background:var(--mark-soft);padding:.5rem .8rem;margin:.5rem 0;overflow-wrap:anywhere}
.warnings li.likely{border-color:var(--bad);background:var(--bad-soft)}
.warnings .concerns,.warnings .remedy{display:block;font-size:.9rem}
.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(30rem,100%),1fr));gap:1.6rem 2rem}
figure{margin:0;min-width:0}
figure.double{grid-column:1/-1}
figure svg{display:block;width:100%;height:auto;max-width:34rem}.key-figures figure svg{max-width:24.5rem}
figure.double svg{max-width:none}
figcaption{padding:.2rem 0 0;max-width:60rem;overflow-wrap:anywhere}
.files{margin:.2rem 0;font-size:.8rem}
.verdicts{list-style:none;display:flex;flex-wrap:wrap;gap:.4rem;margin:.3rem 0;padding:0;font-size:.85rem}
.verdicts li{border:1px solid var(--rule);border-radius:.4rem;padding:.05rem .5rem}
.verdicts li.possible{border-color:var(--mark);background:var(--mark-soft)}
.verdicts li.likely{border-color:var(--bad);background:var(--bad-soft)}
.methods{max-width:60rem}
summary{cursor:pointer;padding:.3rem 0}
#tests .table td:nth-child(n+5):not(.remarks){text-align:right;white-space:nowrap}
footer{padding-top:2rem;padding-bottom:2rem}
.skip{position:absolute;left:-100rem}
.skip:focus{left:1rem;top:.5rem;z-index:9;background:var(--page);padding:.3rem .6rem}
details.fold{border:1px solid var(--rule);border-radius:.4rem;padding:.1rem .9rem;margin:.5rem 0}
details.fold>summary{padding:.5rem 0}
details.fold>summary h2,details.fold>summary h3{display:inline;margin:0;padding:0;border:0}
details.fold>summary h2{font-size:1.1rem}
section:has(>details.fold>summary h2){margin:.5rem 0}
.key-figures{grid-template-columns:repeat(auto-fit,minmax(min(20rem,100%),1fr));gap:1rem 1.5rem}
.key-figures figcaption{font-size:.85rem}
.warnings .size{font-size:.85rem;border:1px solid var(--rule);border-radius:1rem;padding:0 .5rem}
.warnings details{font-size:.9rem}
.buttons,.table-tools{display:flex;flex-wrap:wrap;gap:.4rem;align-items:center;margin:.3rem 0}
.table-tools{gap:1rem}
button,.bar input,.leave-out input,.leave-out textarea{font:inherit;font-size:.8rem;padding:.15rem .55rem;border:1px solid var(--line);border-radius:.35rem;background:var(--soft);color:var(--ink)}
button{cursor:pointer}
button[aria-pressed=true]{background:var(--link);color:var(--page)}
.more>summary,.chooser>summary,.menu>summary{font-size:.8rem;color:var(--link)}
.choices{display:flex;flex-wrap:wrap;gap:.2rem 1rem;padding:.4rem 0}
.choices label{display:flex;gap:.3rem;align-items:center}
.bar{position:sticky;top:0;z-index:3;background:var(--page);display:flex;flex-wrap:wrap;gap:.2rem .5rem;align-items:center;padding-top:.3rem;padding-bottom:.3rem;border-bottom:1px solid var(--rule);font-size:.85rem}
.bar .filter{position:relative;flex:1 1 14rem;max-width:30rem}
.bar input[type=search]{width:100%}
.bar input[aria-invalid=true]{border-color:var(--bad)}
.menu{position:relative}
.menu .choices{position:absolute;right:0;top:100%;width:16rem;background:var(--page);border:1px solid var(--line);border-radius:.4rem;padding:.6rem;flex-direction:column;align-items:flex-start}
#filter-completions{position:absolute;z-index:4;left:0;top:100%;min-width:100%;margin:0;padding:.2rem;list-style:none;background:var(--page);border:1px solid var(--line);border-radius:.35rem;max-height:15rem;overflow:auto}
#filter-completions li{padding:.1rem .5rem;cursor:pointer}
#filter-completions li[aria-selected=true],#filter-completions li:hover{background:var(--mark-soft)}
.wrong{position:absolute;z-index:3;left:0;top:100%;margin:0;padding:.2rem .5rem;background:var(--bad-soft);color:var(--bad);border-radius:.35rem}
.filter:has(li) .wrong{top:calc(100% + 15.2rem)}
#read-out{flex:0 1 auto;font-variant-numeric:tabular-nums}
.virtual{height:min(70vh,44rem);overflow:auto;border:1px solid var(--rule)}
.virtual table{border-collapse:separate;border-spacing:0}
.virtual th,.virtual td{height:28px;padding:0 .65rem;white-space:nowrap;vertical-align:middle}
.virtual thead th{position:sticky;top:0;z-index:1}
.virtual thead th:first-child{left:0;z-index:2}
.virtual th button,.table thead th button{all:unset;cursor:pointer}
.virtual th button:focus-visible,.table thead th button:focus-visible{outline:3px solid var(--link)}
th[aria-sort=ascending] button::after{content:" ▲";font-size:.7em}
th[aria-sort=descending] button::after{content:" ▼";font-size:.7em}
#card{position:fixed;z-index:8;pointer-events:none;background:var(--page);border:1px solid var(--line);border-radius:.35rem;padding:.25rem .55rem;font-size:.8rem;max-width:24rem}
#card>*{display:block}
#card[hidden],#panel[hidden]{display:none}
#panel{position:fixed;z-index:6;top:0;right:0;bottom:0;width:var(--panel);overflow:auto;background:var(--page);border-left:1px solid var(--line);padding:.6rem 1rem;font-size:.875rem}
#panel h2{border:0;margin:0;padding:0;font-size:1.1rem}
.panel-head{display:flex;justify-content:space-between;align-items:center;gap:.5rem}
#panel .names{max-height:9rem;overflow:auto;margin:.2rem 0;padding-left:2.6rem}
#panel .names button{all:unset;cursor:pointer}
#panel .names button:focus-visible{outline:3px solid var(--link)}
#panel .names button[aria-current]{font-weight:600;background:var(--mark-soft)}
#panel table{font-size:.8rem}#panel .preview th,#panel .preview td{padding:.15rem .4rem}
#panel .facts{margin:.2rem 0;padding-left:1.2rem}
#panel .facts .flag{color:var(--mark)}
.wide-table{overflow-x:auto}
.leave-out textarea{width:100%;font-family:monospace}
.plot{width:100%;height:auto;font-size:12px;fill:currentColor}
.plot .axis{fill:none;stroke:currentColor}
.plot .line{fill:none;stroke-width:1.6;stroke:currentColor}
.plot .points{fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;opacity:.55}
.plot .squares{fill:currentColor;stroke:none}
.plot .loading{stroke:#2E7FBF}.plot .hold{stroke:#00946B}.plot .unloading{stroke:#C26A00}.plot .fit{stroke:var(--ink);stroke-dasharray:5 3}
.legend{display:flex;flex-wrap:wrap;gap:.1rem .9rem;margin:0;font-size:.8rem}
.key::before{content:"";display:inline-block;width:1.2rem;border-top:3px solid currentColor;vertical-align:.25em;margin-right:.3rem}
.key.loading::before{border-color:#2E7FBF}.key.hold::before{border-color:#00946B}.key.unloading::before{border-color:#C26A00}.key.fit::before{border-top-style:dashed}
@media screen and (min-width:60rem){.has-panel header,.has-panel nav,.has-panel main,.has-panel footer,.has-panel .bar{margin-left:max(0px,calc((100vw - var(--panel) - 80rem)/2));max-width:min(80rem,calc(100vw - var(--panel)))}}
@media screen and (max-width:48rem){figure.double{overflow-x:auto}figure.double>:not(svg){position:sticky;left:0}figure.double svg{width:46rem}}
@media screen and (max-width:60rem){#panel{top:auto;width:100vw;height:45vh;border-left:0;border-top:2px solid var(--line)}.has-panel footer{padding-bottom:48vh}}
svg .on-curve{fill:none;stroke:#d55e00;stroke-width:.5;stroke-linejoin:round}
[id]{scroll-margin-top:3.2rem}
svg{user-select:none;-webkit-user-select:none}
svg.has-pick g.mark image{opacity:.25}
svg.has-selection .points[data-t]{opacity:.2}
svg .on{stroke:var(--ink);stroke-width:.2}svg .on.many{stroke-width:.06}
svg .ring{fill:none;stroke:var(--ink);stroke-width:.3}
svg .off{display:none}
@media screen{svg [fill="#E69F00"]{fill:var(--orange)}svg [stroke="#E69F00"]{stroke:var(--orange)}svg [fill="#56B4E9"]{fill:var(--sky)}svg [stroke="#56B4E9"]{stroke:var(--sky)}svg path.points:is([fill="#440154"],[fill="#3B528B"],[fill="#5EC962"],[fill="#D8C31A"]){stroke:currentColor;stroke-width:.12}}
svg .brush{fill:var(--link);fill-opacity:.12;stroke:var(--link);stroke-width:.2}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]) #figure-curves image{filter:brightness(2)}}@media screen{:root[data-theme=dark] #figure-curves image{filter:brightness(2)}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@page{size:A4;margin:14mm}
@page landscape{size:A4 landscape;margin:12mm}
@media print{:root{font-size:9.5pt}nav,.bar,.more,.files,.skip,#panel,#card,.table-tools .chooser,.table-tools label{display:none}details::details-content{content-visibility:visible;block-size:auto}details.fold{border:0;padding:0}.virtual{height:auto;overflow:visible;border:0}:root:not(.print-tests) .virtual{display:none}.virtual th,.virtual td{height:auto;white-space:normal}.virtual thead th{position:static}header,main,footer{max-width:none;padding:0}a{color:inherit;text-decoration:none}
.table{overflow:visible}table{font-size:6.2pt;max-width:100%}th,td{padding:.1rem .14rem}thead th,.number,code.page,#tests .table td:nth-child(n+5):not(.remarks){white-space:normal}small.more{font-size:5.5pt}thead{display:table-header-group}.remarks{min-width:8rem;font-size:6.5pt}th[scope=row]{position:static}tr,figure,.warnings li{break-inside:avoid}
h2,h3,caption{break-after:avoid}.landscape{page:landscape}.figures{grid-template-columns:1fr 1fr;gap:5mm}figure svg{max-width:85mm}figure.double svg{max-width:180mm}pre{max-height:none}}
)css";
}

}  // namespace sneddon
