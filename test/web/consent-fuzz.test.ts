import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openForm, origin } from './consent-support.ts';

const urlencoded = 'application/x-www-form-urlencoded';
const body = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc
    .array(
      fc.tuple(fc.constantFrom('token', 'phone', 'agree', 'person', 'request', 'code', '__proto__'), fc.string({ unit: 'binary', maxLength: 60 })),
      {
        maxLength: 8,
      },
    )
    .map((fields) => new TextEncoder().encode(new URLSearchParams(fields.map(([name, value]) => [name, value.toWellFormed()])).toString())),
);

describe('consent pages under nonsense', () => {
  it('answer every body with a refusal, record nothing and never fail', async () => {
    const scene = openForm('code');
    await fc.assert(
      fc.asyncProperty(
        body,
        fc.constantFrom(urlencoded, `${urlencoded}; charset=utf-8`, 'text/plain', 'multipart/form-data; boundary=x'),
        fc.constantFrom('consent', 'confirm'),
        async (bytes, type, path) => {
          const handler = path === 'consent' ? scene.form : scene.page;
          const request = new Request(`${origin}/${path}`, { method: 'POST', headers: { 'content-type': type }, body: new Uint8Array(bytes) });
          const { status } = await handler(request);
          expect(status).toBeGreaterThanOrEqual(400);
          expect(status).toBeLessThan(500);
        },
      ),
      { numRuns: 400 },
    );
    expect((await scene.options.consent.load([])).size).toBe(0);
    for await (const record of scene.book.exportAll()) expect.fail(`a record of kind ${record.kind} was written`);
  });

  it('show a page for every address', async () => {
    const scene = openForm('link');
    await fc.assert(
      fc.asyncProperty(fc.webQueryParameters(), fc.string({ maxLength: 40 }), async (query, language) => {
        const headers = { 'accept-language': language.replaceAll(/[^\x20-\x7e]/gu, '') };
        expect((await scene.form(new Request(`${origin}/consent?${query}`, { headers }))).status).toBe(200);
        expect([200, 410]).toContain((await scene.page(new Request(`${origin}/confirm?${query}`, { headers }))).status);
      }),
      { numRuns: 300 },
    );
  });
});
