import { describe, expect, it } from 'vitest';
import { erasureDueAt } from '../../src/consent/decide/retention.ts';
import { day, record } from './support.ts';

const policy = { daysByPurpose: { offers: 365, surveys: 30 }, defaultDays: 1_095 };

describe('erasureDueAt', () => {
  it('keeps the proof as long as the longest purpose of any record asks', () => {
    expect(erasureDueAt([record({ occurredAt: day(0) })], policy)).toEqual(day(365));
    expect(erasureDueAt([record({ occurredAt: day(0), purposes: ['surveys'] })], policy)).toEqual(day(30));
    expect(erasureDueAt([record({ occurredAt: day(0) }), record({ occurredAt: day(10), purposes: ['surveys'] })], policy)).toEqual(day(365));
    expect(erasureDueAt([record({ occurredAt: day(0) }), record({ kind: 'withdrawn', occurredAt: day(100), purposes: '*' })], policy)).toEqual(
      day(1_195),
    );
    expect(erasureDueAt([record({ occurredAt: day(0), purposes: ['unnamed'] })], policy)).toEqual(day(1_095));
  });

  it('counts from the end of a consent that has one', () => {
    expect(erasureDueAt([record({ occurredAt: day(0), validUntil: day(200) })], policy)).toEqual(day(565));
  });

  it('has nothing due for a person who was erased, until they come back', () => {
    const erased = [record({ occurredAt: day(0) }), record({ kind: 'erased', occurredAt: day(1), purposes: '*' })];
    expect(erasureDueAt(erased, policy)).toBeNull();
    expect(erasureDueAt([...erased, record({ occurredAt: day(5) })], policy)).toEqual(day(370));
    expect(erasureDueAt([], policy)).toBeNull();
  });
});
