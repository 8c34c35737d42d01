/** Style of the report: plain type, hairlines, one accent; light and dark by the reader's setting, always light on paper. */
export const pageStyle: string = `
:root{color-scheme:light dark;--paper:#fdfcfa;--ink:#1f2328;--muted:#5f6670;--line:#dcdfe3;--good:#2f6f8f;--plain:#7a97b3;--bad:#b0503c;--doubt:#c99a2e;--quiet:#b9bec6}
@media (prefers-color-scheme:dark){:root{--paper:#16181b;--ink:#e6e3dd;--muted:#a0a6ae;--line:#33383e;--good:#6bb0d0;--plain:#7690aa;--bad:#d9806b;--doubt:#d8b154;--quiet:#59606a}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif}
main{max-width:56rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}
h1{font-size:1.75rem;font-weight:600;line-height:1.2;margin:0}
h2{font-size:1.2rem;font-weight:600;margin:0 0 .25rem}
h3{font-size:1rem;font-weight:600;margin:2rem 0 .5rem}
section{border-top:1px solid var(--line);padding-top:1.5rem;margin-top:2.5rem}
p{margin:.5rem 0}.sub,.intro,footer{color:var(--muted)}.sub{margin:.25rem 0 0;font-size:1.05rem}.intro{max-width:42rem;margin-bottom:1.25rem}
dl{display:flex;flex-wrap:wrap;gap:.75rem 2.25rem;margin:1.25rem 0}dl div{min-width:6rem}dt{color:var(--muted);font-size:.875rem;max-width:18rem}dd{margin:0;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
dl.key-figures dd{font-size:1.6rem;line-height:1.3}
figure{margin:1rem 0 0}svg{display:block;width:100%;height:auto;overflow:visible}svg text{font-family:inherit;font-variant-numeric:tabular-nums}
.narrow{display:none}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:0 0 .75rem;padding:0;font-size:.875rem;color:var(--muted)}
.key{display:inline-block;width:.75rem;height:.75rem;border-radius:2px;margin-right:.45rem;vertical-align:-1px;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.key.good{background:var(--good)}.key.plain{background:var(--plain)}.key.bad{background:var(--bad)}.key.doubt{background:var(--doubt)}.key.quiet{background:var(--quiet)}
details{margin-top:.75rem;font-size:.9375rem}summary{cursor:pointer;color:var(--muted);width:fit-content}
.scroll{overflow-x:auto;margin-top:.5rem}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{text-align:left;font-weight:400;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line);vertical-align:top}
tbody th{min-width:7rem}thead th{color:var(--muted);font-size:.875rem;vertical-align:bottom}.n{text-align:right;white-space:nowrap}thead .n{white-space:normal}tr>:last-child{padding-right:0}
footer{border-top:1px solid var(--line);margin-top:3rem;padding-top:1rem;font-size:.875rem}
@media (max-width:40rem){main{padding:1.5rem 1rem 3rem}.wide{display:none}.narrow{display:block}h1{font-size:1.45rem}dl{gap:.75rem 1.5rem}dl.key-figures dd{font-size:1.35rem}}
@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--muted:#444;--line:#ccc;--good:#2f6f8f;--plain:#7a97b3;--bad:#b0503c;--doubt:#c99a2e;--quiet:#b9bec6}
main{max-width:none;padding:0}body{font-size:10.5pt}section{margin-top:1.5rem;padding-top:1rem}figure,h2,h3{break-inside:avoid;break-after:avoid-page}figure{break-after:auto}.wide{display:block}.narrow{display:none}
svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}summary{display:none}details::details-content{content-visibility:visible;display:block;block-size:auto}.scroll{overflow:visible}}
`.trim();
