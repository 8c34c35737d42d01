import { describe, expect, it } from 'vitest';
import { type DeliveryRequest, evolve, newDelivery } from '../../src/cascade/index.ts';
import type { SubjectRef } from '../../src/consent/record/record.ts';
import { gb } from '../../src/law/packs/gb.ts';
import { ru } from '../../src/law/packs/ru.ts';
import { accessAnswer, accessAnswerPage, bundlePage, consentReceipt, erasureAct, erasureActPage, verifyBundle } from '../../src/proof/index.ts';
import { openBook, start } from '../consent/support.ts';
import { anna, evidence, notice, openScene } from './support.ts';

describe('bundlePage', () => {
  it('shows every record, the text that was shown and the verdict, in both languages', async () => {
    const scene = await openScene();
    const bundle = await scene.bundle();
    const verdict = verifyBundle(bundle, scene);
    const ru = bundlePage(bundle, verdict, 'ru');
    for (const text of [
      'Каждая запись доказана',
      'Согласие дано',
      'Согласие отозвано',
      'Анна, стойка 2',
      anna,
      notice.text,
      '2026-03-01 10:00:00 UTC',
      'форма на сайте',
    ]) {
      expect(ru).toContain(text);
    }
    const en = bundlePage(bundle, verdict, 'en');
    expect(en).toContain('Every record is proven');
    expect(en.match(/<article>/g)).toHaveLength(3);
    expect(en).not.toMatch(/<script|https?:\/\//);
  });

  it('says what is wrong with a bundle that was changed', async () => {
    const scene = await openScene();
    const bundle = await scene.bundle();
    const bent = { ...bundle, records: bundle.records.with(1, { ...bundle.records[1]!, body: bundle.records[0]!.body }) };
    const page = bundlePage(bent, verifyBundle(bent, scene), 'en');
    expect(page).toContain('This bundle is not sound');
    expect(page).toContain('the ledger does not hold this text');
    expect(bundlePage(bundle, verifyBundle(null, scene), 'ru')).toContain('это не пакет доказательств');
  });

  it('lets no text of a record become markup', async () => {
    const { book, options } = openBook();
    const hostile = '<img src=x onerror=alert(1)>"\'&';
    const scene = await openScene();
    await book.grant({
      address: hostile,
      sender: hostile,
      channels: ['sms'],
      purposes: [hostile],
      note: hostile,
      details: { [hostile]: hostile },
      evidence: { method: 'paper', grade: 'B', sourceUrl: hostile },
    });
    const record = (await book.history(book.subject(hostile)))[0]!;
    expect(options.tenant).toBe('acme');
    const bundle = await scene.bundle();
    const page = bundlePage(
      bundle,
      { ok: true, faults: [], checkpoint: { origin: hostile, size: 1 }, records: [{ index: 0, valid: true, faults: [], record }] },
      'en',
    );
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;');
  });
});

describe('accessAnswerPage', () => {
  it('shows a person all that is held, with the texts that were shown', async () => {
    const { book } = openBook();
    await book.grant({ address: anna, sender: 'acme', channels: ['sms'], purposes: ['offers'], evidence, details: { 'Номер договора': 'Д-17' } });
    await book.withdraw({ address: anna, evidence: { method: 'call', grade: 'B' }, note: 'звонок в 12:05' });
    const history = await book.history(book.subject(anna));
    const receivedAt = new Date('2026-04-30T12:00:00Z');
    const answer = accessAnswer({
      history,
      deliveries: [],
      texts: [notice, { ...notice, text: 'of others' }],
      receivedAt,
      law: [ru(), gb()],
      country: 'RU',
    });
    expect(answer.notices).toMatchObject([{ text: notice.text }]);
    // ten working days from a Thursday
    expect(answer.due).toMatchObject({ dueAt: new Date('2026-05-14T12:00:00Z'), pack: 'ru', confidence: 'unverified' });
    expect(JSON.parse(JSON.stringify(answer))).toMatchObject({
      due: { dueAt: '2026-05-14T12:00:00.000Z' },
      records: [{ kind: 'granted' }, { kind: 'withdrawn' }],
    });
    const page = accessAnswerPage(answer, 'ru');
    expect(page).toContain('2026-05-14 12:00:00 UTC (152-ФЗ');
    expect(page).toContain('источник не проверен');
    for (const text of ['Записей: 2', anna, 'Номер договора', 'Д-17', 'звонок в 12:05', notice.text, 'Согласие отозвано', 'телефонный звонок'])
      expect(page).toContain(text);
    expect(page).not.toContain('of others');
    const nothing = accessAnswer({ history: [], deliveries: [], texts: [], receivedAt, law: [ru()], country: 'JP' });
    expect(nothing.due).toBeNull();
    expect(accessAnswerPage(nothing, 'en')).toContain('We hold no records about you.');
    expect(accessAnswerPage(nothing, 'en')).not.toContain('To be answered by');
  });
});

describe('what was sent, in the answer', () => {
  const request: DeliveryRequest = {
    id: 'd-2',
    campaignId: 'autumn',
    idempotencyKey: 'k-2',
    subject: 's' as SubjectRef,
    phone: anna,
    country: 'RU',
    timeZone: 'Europe/Moscow',
    kind: 'marketing',
    purpose: 'offers',
    sender: 'acme',
    template: 'sale',
    values: { name: '<b>Анна</b>' },
    addresses: { telegram: '5512' },
    plan: { id: 'promo', version: '1' },
    validUntil: new Date('2026-04-02T00:00:00Z'),
  };
  const sent = evolve(newDelivery(request, new Date('2026-04-01T09:00:00Z')), {
    type: 'attempt-ended',
    step: 0,
    waitFor: 'accepted',
    attempt: {
      number: 1,
      channel: 'sms',
      provider: 'smsc',
      startedAt: new Date('2026-04-01T09:00:01Z'),
      endedAt: new Date('2026-04-01T09:00:02Z'),
      evidence: { clearanceId: 'c', contentHash: 'h', packs: [], ground: { basis: 'contract' }, segments: 1, priceMicros: 1 },
      result: { outcome: 'accepted', providerMessageId: 'm1', status: 'accepted' },
    },
  });
  const earlier = newDelivery({ ...request, id: 'd-1', idempotencyKey: 'k-1', phone: null, values: {} }, new Date('2026-03-01T09:00:00Z'));
  const answer = accessAnswer({ history: [], deliveries: [sent, earlier], texts: [], receivedAt: start, law: [], country: 'RU' });

  it('is told with what was put in, by which channel it went and what became of it, in order of time', () => {
    const page = accessAnswerPage(answer, 'ru');
    for (const text of ['Сообщений: 2', 'реклама', 'autumn', anna, '5512', 'Europe/Moscow', 'попытка 1 (smsc)', '2026-04-01 09:00:02 UTC', 'принято'])
      expect(page).toContain(text);
    expect(page).toContain('&lt;b&gt;Анна&lt;/b&gt;');
    expect(page).not.toContain('<b>');
    expect(page.indexOf('Сообщение 1: запланировано')).toBeLessThan(page.indexOf('Сообщение 2:'));
    expect(page.match(/Номер<\/dt><dd>уничтожен/gu)).toHaveLength(1);
    expect(accessAnswerPage(answer, 'en')).toContain('Messages: 2');
  });

  it('stands whole in JSON', () => {
    expect(JSON.parse(JSON.stringify(answer))).toMatchObject({
      records: [],
      deliveries: [
        { request: { id: 'd-1', phone: null }, state: 'planned' },
        { request: { id: 'd-2', phone: anna, values: { name: '<b>Анна</b>' } }, steps: [{ attempts: [{ provider: 'smsc' }] }] },
      ],
    });
  });
});

describe('erasureAct', () => {
  it('holds every field of order 179 and none of what was destroyed', async () => {
    const { book } = openBook();
    await book.grant({
      address: anna,
      sender: 'acme',
      channels: ['sms'],
      purposes: ['offers'],
      evidence,
      note: 'Анна',
      details: { ip: '192.0.2.7' },
    });
    const erasure = await book.erase({ address: anna, evidence: { method: 'staff', grade: 'B' }, reason: 'отзыв согласия' });
    const act = erasureAct(erasure, {
      operator: { name: 'ООО «Розовый Слон»', address: 'Москва, ул. Примерная, 1' },
      processor: { name: 'ООО «Рассылка»', address: 'Тверь, ул. Примерная, 2' },
      destroyedBy: [{ name: 'И. И. Иванов', position: 'администратор' }],
      systems: ['Журнал согласий'],
    });
    expect(act).toMatchObject({
      operator: { name: 'ООО «Розовый Слон»' },
      processor: { address: 'Тверь, ул. Примерная, 2' },
      subject: book.subject(anna),
      destroyedBy: [{ position: 'администратор' }],
      categories: ['address', 'note', 'details'],
      systems: ['Журнал согласий'],
      method: 'encryption-key-destroyed',
      reason: 'отзыв согласия',
      destroyedAt: start,
      keepUntil: new Date('2029-03-01T10:00:00.000Z'),
      log: {
        subject: book.subject(anna),
        categories: ['address', 'note', 'details'],
        systems: ['Журнал согласий'],
        reason: 'отзыв согласия',
        destroyedAt: start,
        record: { id: erasure.record.id },
      },
    });
    for (const language of ['ru', 'en'] as const) {
      const page = erasureActPage(act, language);
      for (const text of [
        'ООО «Розовый Слон»',
        'ООО «Рассылка»',
        'И. И. Иванов',
        'администратор',
        'Журнал согласий',
        'отзыв согласия',
        '2026-03-01T10:00:00.000Z',
        erasure.record.hash,
      ])
        expect(page).toContain(text);
      expect(page).not.toMatch(/7700900123|192\.0\.2\.7/);
    }
  });
});

describe('consentReceipt', () => {
  const details = { controller: { name: 'Acme Ltd', contact: 'privacy@acme.example' }, withdrawal: 'Reply STOP', notice, locations: ['GB'] };

  it('says what was agreed to, by whom it is used and how to withdraw, without personal fields', async () => {
    const { book } = openBook();
    await book.grant({ address: anna, sender: 'acme', channels: ['sms', 'whatsapp'], purposes: ['offers', 'surveys'], evidence, jurisdiction: 'GB' });
    const [record] = await book.history(book.subject(anna));
    const receipt = consentReceipt(record!, details);
    expect(receipt).toMatchObject({
      '@type': 'dpv:ConsentRecord',
      record_id: record!.id,
      'dpv:hasConsentStatus': 'dpv:ConsentGiven',
      pii_processing: {
        privacy_notice: { version: '3', language: 'ru', text: notice.text },
        purposes: [
          {
            purpose: 'offers',
            delivery_channels: ['sms', 'whatsapp'],
            'dpv:hasLegalBasis': 'dpv:Consent',
            withdrawal_method: 'Reply STOP',
            processing_locations: ['GB'],
          },
          { purpose: 'surveys', jurisdiction: 'GB' },
        ],
      },
      party_identification: [{ party_id: 'acme', party_name: 'Acme Ltd' }],
      consent_events: [{ event_type: 'granted', event_time: start.toISOString(), event_state: 'ConsentGiven' }],
      record_hash: { value: record!.hash },
    });
    expect(JSON.stringify(receipt)).not.toContain(anna);
  });

  it.each([
    ['withdrawn', 'dpv:ConsentWithdrawn'],
    ['requested', 'dpv:ConsentRequested'],
    ['expired', 'dpv:ConsentExpired'],
    ['imported', 'dpv:ConsentUnknown'],
  ] as const)('calls %s %s', async (kind, status) => {
    const { book } = openBook();
    const record = await book.grant({ address: anna, sender: 'acme', channels: ['sms'], purposes: ['offers'], evidence });
    expect(consentReceipt({ ...record, kind }, details)?.['dpv:hasConsentStatus']).toBe(status);
  });

  it('gives none for what is not about consent', async () => {
    const { book } = openBook();
    const record = await book.grant({ address: anna, sender: 'acme', channels: ['sms'], purposes: ['offers'], evidence });
    expect(consentReceipt({ ...record, kind: 'suppressed' }, details)).toBeNull();
  });
});
