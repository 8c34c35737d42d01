import { hash } from 'node:crypto';
import { InvalidOptionsError } from '../errors.ts';
import { escapeHtml } from '../proof/html.ts';

/** How the pages look. Values are CSS values, for instance `#7a1fa2` or `0.25rem`. */
export interface ConsentBrand {
  /** Shown above the title: the sender's legal name, best with its registration number. */
  readonly name?: string | undefined;
  readonly accent?: string | undefined;
  /** Of text on the accent colour: keep a contrast of 4.5 to 1. */
  readonly accentText?: string | undefined;
  readonly background?: string | undefined;
  readonly text?: string | undefined;
  readonly radius?: string | undefined;
  readonly font?: string | undefined;
}

/** Makes whole pages with one style and one set of headers. */
export interface ConsentLayout {
  /** `body` is HTML. Cookies are added by the caller. `notice` stands before the title in the window's name: it is read out first. */
  respond(page: {
    readonly language: string;
    readonly title: string;
    readonly notice?: string;
    readonly body: string;
    readonly status?: number;
  }): Response;
}

const properties = {
  accent: '--licet-accent',
  accentText: '--licet-accent-text',
  background: '--licet-background',
  text: '--licet-text',
  radius: '--licet-radius',
  font: '--licet-font',
} as const;

/**
 * The layout of a brand. No page loads anything or runs a script, none may be framed or kept, and forms go to their own origin only.
 * @throws {InvalidOptionsError} for a value that is not a plain CSS value.
 */
export function consentLayout(brand: ConsentBrand = {}): ConsentLayout {
  const style = `${brandStyle(brand)}${STYLE}`;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${hash('sha256', style, 'base64')}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
    'cache-control': 'no-store',
    // not "no-referrer": it would hide the origin of our own forms from us
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
  };
  const name = brand.name === undefined ? '' : `<p class="brand">${escapeHtml(brand.name)}</p>`;
  return {
    respond({ language, title, notice, body, status = 200 }) {
      const page = `<!doctype html>
<html lang="${escapeHtml(language)}"${isRightToLeft(language) ? ' dir="rtl"' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(notice === undefined ? title : `${notice} ${title}`)}</title>
<style>${style}</style>
</head>
<body><main>${name}<h1>${escapeHtml(title)}</h1>
${body}
</main></body>
</html>
`;
      return new Response(page, { status, headers });
    },
  };
}

/** Scripts that run from right to left. */
const rightToLeft: ReadonlySet<string> = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg']);

function isRightToLeft(language: string): boolean {
  try {
    return rightToLeft.has(new Intl.Locale(language).maximize().script ?? '');
  } catch {
    return false;
  }
}

function brandStyle(brand: ConsentBrand): string {
  const rules = Object.entries(properties).flatMap(([name, property]) => {
    const value = brand[name as keyof typeof properties];
    if (value === undefined) return [];
    if (!/^[\w#.,%()\s"'-]{1,200}$/u.test(value) || /url\s*\(/iu.test(value))
      throw new InvalidOptionsError('The brand of the consent pages cannot be used.', [{ path: `brand.${name}`, expected: 'one plain CSS value' }]);
    return [`${property}:${value}`];
  });
  return rules.length === 0 ? '' : `:root:root{${rules.join(';')}}`;
}

const STYLE = `
:root{--licet-accent:#0b57d0;--licet-accent-text:#fff;--licet-background:#fff;--licet-text:#1b1b1f;--licet-radius:.5rem;--licet-font:system-ui,sans-serif}
@media (prefers-color-scheme:dark){:root{--licet-accent:#a8c7fa;--licet-accent-text:#062e6f;--licet-background:#1b1b1f;--licet-text:#e3e2e6}}
body{margin:0;background:var(--licet-background);color:var(--licet-text);font:1.0625rem/1.5 var(--licet-font)}
main{max-width:38rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
h1{font-size:1.6rem;line-height:1.25;margin:.25rem 0 1rem}.brand{margin:0;font-weight:600}
fieldset{border:0;margin:0 0 1.25rem;padding:0}legend{padding:0;font-weight:600}
.consent{border:1px solid color-mix(in srgb,currentColor 35%,transparent);border-radius:var(--licet-radius);padding:1rem;margin:.75rem 0}
.consent label{display:grid;grid-template-columns:auto 1fr;gap:.75rem;align-items:start;font-weight:600;cursor:pointer}
.consent input{inline-size:1.4rem;block-size:1.4rem;margin:.1rem 0 0;accent-color:var(--licet-accent)}
.consent div{white-space:pre-wrap;overflow-wrap:anywhere;margin:.75rem 0 0;max-block-size:16rem;overflow:auto}
.field{margin:0 0 1.25rem}.field label{display:block;font-weight:600}
.field input{inline-size:100%;box-sizing:border-box;min-block-size:3rem;font:inherit;padding:.5rem .75rem;color:inherit;background:transparent;border:1px solid color-mix(in srgb,currentColor 60%,transparent);border-radius:var(--licet-radius)}
[aria-invalid=true]{border-color:var(--licet-error)!important;border-width:2px!important}
input[type=tel]{direction:ltr;text-align:start}.actions{display:flex;flex-wrap:wrap;gap:.75rem;margin:0 0 1.25rem}
.topic{border:1px solid color-mix(in srgb,currentColor 35%,transparent);border-radius:var(--licet-radius);padding:1rem;margin:.75rem 0;min-inline-size:0}
.topic legend{padding:0 .35rem}.topic p{margin:0 0 .5rem;white-space:pre-wrap;overflow-wrap:anywhere}
.topic label{display:flex;gap:.75rem;align-items:center;min-block-size:2.75rem;cursor:pointer}
.topic input{flex:none;inline-size:1.4rem;block-size:1.4rem;margin:0;accent-color:var(--licet-accent)}
button.plain{background:transparent;color:inherit;border:2px solid currentColor}main a{color:var(--licet-accent)}
.hint{margin:.25rem 0 0;opacity:.85}:root{--licet-error:#b3261e}@media (prefers-color-scheme:dark){:root{--licet-error:#ff8a80}}
.problems{border:2px solid var(--licet-error);border-radius:var(--licet-radius);padding:.75rem 1rem;margin:0 0 1.25rem}.problems p{margin:0;font-weight:600}.problems ul{margin:.25rem 0 0;padding-inline-start:1.25rem}.problems a{color:inherit}
button{min-block-size:3rem;padding:.5rem 1.5rem;font:inherit;font-weight:600;border:0;border-radius:var(--licet-radius);background:var(--licet-accent);color:var(--licet-accent-text);cursor:pointer}
:focus-visible{outline:3px solid var(--licet-accent);outline-offset:3px}`;
