/** Text safe to stand in an HTML element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A whole page without scripts or anything loaded from elsewhere. `body` is HTML. */
export function htmlPage(language: 'en' | 'ru', title: string, body: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body><main><h1>${escapeHtml(title)}</h1>
${body}
</main></body>
</html>
`;
}

const STYLE = `
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{margin:0}main{max-width:56rem;margin:0 auto;padding:1rem 1.25rem 4rem}
h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.15rem;margin:0 0 .25rem}main>h2{margin-top:1.75rem}h3{font-size:1.05rem;margin:0 0 .25rem}
article{border:1px solid color-mix(in srgb,currentColor 25%,transparent);border-radius:.5rem;padding:1rem;margin:1rem 0}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.25rem 1rem;margin:0}
dt{opacity:.75}dd{margin:0;overflow-wrap:anywhere}
blockquote{margin:.75rem 0 0;padding:.5rem .75rem;border-left:3px solid currentColor;white-space:pre-wrap}
.verdict{font-weight:600}.bad{color:#b3261e}.good{color:#1b6e34}
@media (prefers-color-scheme:dark){.bad{color:#ff8a80}.good{color:#7bd88f}}
@media (max-width:36rem){dl{grid-template-columns:1fr}dt{margin-top:.4rem}}
@media print{article{break-inside:avoid}}`;
