import { describe, expect, it } from 'vitest';
import { readJsonBody } from '../../src/channels/webhook-payload.ts';

const read = (text: string, maxDepth?: number) => readJsonBody(Buffer.from(text), maxDepth === undefined ? {} : { maxDepth });
const nested = (depth: number, inner = '1') => `${'['.repeat(depth)}${inner}${']'.repeat(depth)}`;

describe('the depth of a JSON body', () => {
  it('is counted where brackets nest, in either kind, and refused beyond the cap', () => {
    expect(read(nested(32)).ok).toBe(true);
    expect(read(nested(33))).toEqual({ ok: false, reason: 'too-deep' });
    expect(read(`${'{"a":'.repeat(17)}${nested(16)}${'}'.repeat(17)}`)).toEqual({ ok: false, reason: 'too-deep' });
    expect(read('[[[1]]]', 2)).toEqual({ ok: false, reason: 'too-deep' });
  });

  it('does not count brackets in texts, nor those that stand side by side', () => {
    expect(read(JSON.stringify({ text: `\\"${'[{'.repeat(100)}` })).ok).toBe(true);
    expect(read(JSON.stringify(Array.from({ length: 500 }, () => ({ a: [] })))).ok).toBe(true);
    expect(read(`["${'\\\\'.repeat(3)}",${nested(32)}]`)).toEqual({ ok: false, reason: 'too-deep' });
  });

  it('is refused before it is parsed, whatever else is wrong', () => {
    expect(read('['.repeat(1_000_000))).toEqual({ ok: false, reason: 'too-deep' });
    expect(read(`${'['.repeat(40)}"`)).toEqual({ ok: false, reason: 'too-deep' });
  });
});

describe('long numbers', () => {
  it('keep their digits wherever a number may stand, and texts stay texts', () => {
    const body = read('{"a":9007199254740993,"b":[-9007199254740993, 9007199254740995],"c":"x9007199254740993","d":\n9007199254740997,"e":1.5e3}');
    expect(body.ok && body.payload).toEqual({
      a: '9007199254740993',
      b: ['-9007199254740993', '9007199254740995'],
      c: 'x9007199254740993',
      d: '9007199254740997',
      e: 1500,
    });
    expect(read('9007199254740993')).toEqual({ ok: true, payload: '9007199254740993' });
  });
});

describe('the name that reaches an object’s parent', () => {
  it.each(['{"__proto__":1}', '{"a":[{"\\u005f_proto__":1}]}', '{"_\\u005Fpr\\u006fto__":{}}'])('%s is refused', (body) => {
    expect(read(body)).toEqual({ ok: false, reason: 'forbidden-key' });
  });
  it('is a word like others in a text', () => {
    expect(read('{"a":"__proto__ \\u005f"}').ok).toBe(true);
  });
});
