import { createRequire } from 'node:module';
import { countSegments } from '../src/template/index.ts';
import { compare } from './compare.ts';

/** The only fast peer that is exact at boundaries. It has no types. */
const { split } = createRequire(import.meta.url)('split-sms') as { readonly split: (text: string) => { readonly parts: readonly unknown[] } };

/**
 * The floor: an exact table walk with nothing around it. First the alphabet (of the NFC form), then greedy filling, as the standard reads.
 * It holds no code of the library.
 */
const septets = new Uint8Array(0x10000);
for (const character of '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà') {
  septets[character.charCodeAt(0)] = 1;
}
for (const character of '\f^{}\\[~]|€') septets[character.charCodeAt(0)] = 2;

function tableWalk(given: string): { encoding: string; segments: number; units: number } {
  let text = given;
  let total = 0;
  for (let i = 0; i < text.length; i += 1) {
    const size = septets[text.charCodeAt(i)] as number;
    if (size === 0) {
      const composed = text.normalize('NFC');
      if (composed === text) return walkUcs2(text);
      text = composed;
      total = 0;
      i = -1;
      continue;
    }
    total += size;
  }
  if (total <= 160) return { encoding: 'GSM-7', segments: 1, units: total };
  let segments = 1;
  let used = 0;
  for (let i = 0; i < text.length; i += 1) {
    const size = septets[text.charCodeAt(i)] as number;
    if (used + size > 153) {
      segments += 1;
      used = 0;
    }
    used += size;
  }
  return { encoding: 'GSM-7', segments, units: total };
}

function walkUcs2(text: string): { encoding: string; segments: number; units: number } {
  if (text.length <= 70) return { encoding: 'UCS-2', segments: 1, units: text.length };
  let segments = 1;
  let used = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const size = code >= 0xd800 && code < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00 ? 2 : 1;
    if (used + size > 67) {
      segments += 1;
      used = 0;
    }
    used += size;
    i += size - 1;
  }
  return { encoding: 'UCS-2', segments, units: text.length };
}

const words = {
  latin: 'Your order has left our warehouse and arrives tomorrow between nine and noon [track it online] for €5 '.split(' '),
  cyrillic: 'Ваш заказ передан в доставку и приедет завтра с девяти до двенадцати, курьер позвонит заранее '.split(' '),
  emoji: 'Autumn 🍂 is here and so are we 🎉 come and see what is new 😀 '.split(' '),
};

function texts(list: readonly string[], length: number): readonly string[] {
  return Array.from({ length: 500 }, (_, index) => {
    let text = '';
    for (let word = index; text.length < length; word += 1) text += `${list[word % list.length]} `;
    return text.slice(0, length - (index % 7));
  });
}

for (const [name, list] of Object.entries(words)) {
  for (const length of [60, 160, 400]) {
    const batch = texts(list, length);
    for (const text of batch) {
      if (JSON.stringify(countSegments(text)) !== JSON.stringify(tableWalk(text))) throw new Error('The answers differ.');
    }
    compare(`segments, ${name}, ${length} characters`, batch.length, {
      licet: () => batch.reduce((sum, text) => sum + countSegments(text).segments, 0),
      'table walk': () => batch.reduce((sum, text) => sum + tableWalk(text).segments, 0),
      'split-sms': () => batch.reduce((sum, text) => sum + split(text).parts.length, 0),
    });
  }
}
