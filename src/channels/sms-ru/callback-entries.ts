import { asRecord, type JsonRecord } from '../json.ts';

/** The `data` entries of a callback in order, whether decoded as a list, as numbered fields or as one text. */
export function callbackEntries(body: JsonRecord): readonly string[] {
  const { data } = body;
  if (typeof data === 'string') return [data];
  const values = Array.isArray(data) ? (data as unknown[]) : Object.values(asRecord(data) ?? numbered(body));
  return values.filter((value) => typeof value === 'string');
}

function numbered(body: JsonRecord): JsonRecord {
  return Object.fromEntries(Object.entries(body).filter(([name]) => /^data\[\d*\]$/u.test(name)));
}
