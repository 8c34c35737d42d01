import { describe, expect, it } from 'vitest';
import { collectHandbook, handbookPage } from '../../src/audit/index.ts';
import { loadAllPacks } from '../../src/law/packs/all.ts';
import { gb } from '../../src/law/packs/gb.ts';
import { ru } from '../../src/law/packs/ru.ts';
import { sms } from '../../src/law/packs/sms.ts';
import { createLinter } from '../../src/linter/index.ts';

const packs = [ru(), gb(), sms()];
const on = '2026-11-24';

describe('what a handbook teaches', () => {
  it('rules of its countries alone, by the law of its day', () => {
    const ids = (countries: readonly string[], day = on) => collectHandbook({ packs, on: day, countries }).rules.map(({ id }) => id);
    expect(ids(['RU'])).toContain('vpn-ad');
    expect(ids(['GB'])).not.toContain('vpn-ad');
    expect(ids(['RU'], '2025-08-31')).not.toContain('vpn-ad');
    expect(ids(['RU'], '2025-09-01')).toContain('vpn-ad');
  });

  it('what an entry is limited to: kinds and channels nobody sends by are left out', () => {
    const codes = collectHandbook({ packs, on, countries: ['RU'], channels: ['sms'], kinds: ['auth'] });
    expect(codes.laws.flatMap(({ channels }) => channels)).toEqual([]);
    expect(codes.laws.flatMap(({ consent }) => consent.map(({ requires }) => requires))).toEqual(['none']);
    const all = collectHandbook({ packs, on, countries: ['RU'] });
    expect(all.rules.length).toBeGreaterThan(codes.rules.length);
    expect(all.laws.flatMap(({ channels }) => channels.map(({ channel }) => channel))).toContain('whatsapp');
  });

  it('every sample means what it is shown for, in every country: the linter says so', async () => {
    const every = await loadAllPacks();
    for (const country of ['RU', 'GB', 'KZ', 'US', 'DE', 'BR', 'IN']) {
      const scope = every.filter((pack) => pack.country === null || pack.country === country);
      const linter = createLinter({ packs: scope, today: on });
      const { rules } = collectHandbook({ packs: scope, on, countries: [country] });
      expect(rules.length, country).toBeGreaterThan(5);
      for (const { id, good, bad } of rules) {
        for (const { input } of good)
          expect(
            linter.lint({ ...input, asOf: on }).map(({ rule }) => rule),
            input.text,
          ).not.toContain(id);
        for (const { input, message } of bad) {
          expect(
            linter.lint({ ...input, asOf: on }).map(({ rule }) => rule),
            input.text,
          ).toContain(id);
          for (const text of [message?.ru ?? '', message?.en ?? '']) {
            expect(text, input.text).not.toBe('');
            for (const hole of text.match(/\{\w+\}/gu) ?? []) expect(input.text, 'a value that nobody filled in').toContain(hole);
          }
        }
      }
    }
  });

  it('nearly every rule in force has a message that breaks it and one that does not', () => {
    const { rules } = collectHandbook({ packs, on, countries: ['RU'] });
    expect(rules.filter(({ good, bad }) => good.length === 0 || bad.length === 0).map(({ id }) => id)).toEqual([]);
  });

  it('what changes after its day, as far as it concerns the scope', () => {
    const { ahead } = collectHandbook({ packs, on: '2025-08-01', countries: ['RU'] });
    expect(ahead.map(({ date, about }) => `${date} ${about}`)).toContain('2025-09-01 vpn-ad');
    expect(ahead.every(({ date, pack }) => date > '2025-08-01' && pack !== 'gb')).toBe(true);
  });
});

describe('the page of a handbook', () => {
  it.each(['en', 'ru'] as const)('says fines by role, grounds and how sure they are, in %s', (language) => {
    const page = handbookPage(collectHandbook({ packs, on, countries: ['RU'] }), { language, company: 'Acme <Garden>' });
    expect(page).toContain(
      language === 'ru' ? 'должностное лицо 20–100 тыс., юридическое лицо 300–1000 тыс. руб.' : 'official 20–100k, legal entity 300–1000k roubles',
    );
    expect(page).toContain('38-ФЗ «О рекламе», ст. 18(1)');
    expect(page).toContain(language === 'ru' ? 'не проверено' : 'not verified');
    expect(page).toContain('Acme &lt;Garden&gt;');
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).not.toMatch(/<script|src=|href="(?!#)|undefined|\[object|NaN/u);
  });

  it('is the same for the same scope', () => {
    const make = () => handbookPage(collectHandbook({ packs, on, countries: ['GB'] }), { language: 'en' });
    expect(make()).toBe(make());
  });
});
