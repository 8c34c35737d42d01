import { createHash } from 'node:crypto';
import { escapeHtml } from '../../proof/html.ts';
import type { TrainingLanguage } from './words.ts';

export interface TrainingPage {
  readonly language: TrainingLanguage;
  readonly title: string;
  /** A line above the title. */
  readonly above?: string | undefined;
  readonly sub: string;
  /** HTML. */
  readonly body: string;
  /** The page's one script; it must work without. */
  readonly script?: string | undefined;
}

/** One file without anything loaded from elsewhere; the policy lets nothing in but its own style and, by hash, its own script. */
export function trainingPage({ language, title, above, sub, body, script }: TrainingPage): string {
  const scripts = script === undefined ? '' : `; script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'${scripts}">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body><main><header>${above === undefined ? '' : `<p class="above">${escapeHtml(above)}</p>`}<h1>${escapeHtml(title)}</h1><p class="sub">${escapeHtml(sub)}</p></header>
${body}
</main>${script === undefined ? '' : `<script>${script}</script>`}</body>
</html>
`;
}

const style = `
:root{color-scheme:light dark;--paper:#fdfcfa;--ink:#1f2328;--muted:#5a616a;--line:#dcdfe3;--sheet:#f3f1ec;--good:#1f6b45;--bad:#a33a26;--warn:#7c5a00;--link:#245d7c}
@media (prefers-color-scheme:dark){:root{--paper:#16181b;--ink:#e6e3dd;--muted:#a6acb4;--line:#33383e;--sheet:#202328;--good:#7fcf9f;--bad:#f0957f;--warn:#e2c063;--link:#8cc4e2}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif}
main{max-width:46rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}
h1{font-size:1.75rem;font-weight:600;line-height:1.2;margin:0}h2{font-size:1.3rem;font-weight:600;margin:0 0 .5rem}h3{font-size:1.05rem;font-weight:600;margin:1.75rem 0 .25rem}h4{font-size:.9375rem;font-weight:600;margin:1rem 0 .25rem}
section{border-top:1px solid var(--line);padding-top:1.5rem;margin-top:2.25rem}
p{margin:.5rem 0}a{color:var(--link)}.above,.sub,.intro,.muted,footer,.about,.source{color:var(--muted)}.above{margin:0 0 .25rem}.sub{margin:.25rem 0 0;font-size:1.05rem}
ol,ul{padding-left:1.4rem;margin:.5rem 0}li{margin:.4rem 0}
.contents{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:1.25rem 0 0}
dl{display:flex;flex-wrap:wrap;gap:.75rem 2.25rem;margin:1.25rem 0 0}dt{color:var(--muted);font-size:.875rem}dd{margin:0;overflow-wrap:anywhere}
dl.law{display:block;margin:.5rem 0}dl.law>div{margin:.6rem 0}dl.law dd{margin:.15rem 0 .5rem}
.source{display:block;font-size:.875rem}.source strong{font-weight:600}
article{border-top:1px solid var(--line);margin-top:1.5rem;padding-top:.25rem}article h3{margin-top:1rem}
.tag{margin:.1rem 0;font-weight:600;font-size:.9375rem}.tag .muted{font-weight:400}.error{color:var(--bad)}.warn{color:var(--warn)}.info{color:var(--ink)}
h4.good{color:var(--good)}h4.bad{color:var(--bad)}
.samples{list-style:none;padding:0}.samples li{margin:.6rem 0}
blockquote{margin:0;background:var(--sheet);border-radius:.6rem;padding:.6rem .9rem}blockquote p{margin:.1rem 0;overflow-wrap:anywhere;white-space:pre-wrap}.about{font-size:.8125rem}
.button{display:inline-block;border:1px solid var(--line);border-radius:.4rem;padding:.1rem .6rem;margin:.3rem .4rem .1rem 0;font-size:.875rem}
.explain{margin:.3rem 0 0;font-size:.9375rem}
fieldset{border:0;border-top:1px solid var(--line);margin:1.75rem 0 0;padding:1rem 0 0;min-width:0}legend{float:left;width:100%;font-weight:600;padding:0;margin:0 0 .5rem}legend+*{clear:both}
label{display:flex;gap:.6rem;align-items:baseline;padding:.55rem .6rem;border-radius:.4rem;cursor:pointer}label:hover{background:var(--sheet)}input[type=radio]{flex:none;width:1.05rem;height:1.05rem;margin:0;accent-color:var(--link)}
label.right{color:var(--good);font-weight:600}label.wrong{color:var(--bad)}
details{margin-top:.5rem}summary{cursor:pointer;color:var(--link);width:fit-content;padding:.4rem 0}
output{display:block;margin-top:1rem}code{font:.875rem/1.5 ui-monospace,SFMono-Regular,Menlo,monospace;overflow-wrap:anywhere;background:var(--sheet);padding:.15rem .3rem;border-radius:.25rem}
footer{border-top:1px solid var(--line);margin-top:3rem;padding-top:1rem;font-size:.875rem}
@media (max-width:40rem){main{padding:1.5rem 1rem 3rem}h1{font-size:1.45rem}dl{gap:.75rem 1.5rem}}
@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--muted:#444;--line:#ccc;--sheet:#f2f2f2;--good:#14532d;--bad:#7f1d1d;--warn:#5c4400;--link:#000}
main{max-width:none;padding:0}body{font-size:10.5pt}nav{display:none}article,blockquote,fieldset{break-inside:avoid}h2,h3,h4{break-after:avoid-page}blockquote{border:1px solid #ccc}summary{display:none}details::details-content{content-visibility:visible;display:block;block-size:auto}}
`.trim();
