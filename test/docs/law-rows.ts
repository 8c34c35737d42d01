import type { LawPack, RuleEntry } from '../../src/law/pack.ts';
import { longAgo } from '../../src/law/packs/parts/entry.ts';
import { inline, table } from './markdown.ts';

/** Where a rule is in force: entries alike in all but the pack share a row. */
export function inForceTable(rule: string, packs: readonly LawPack[]): string {
  const rows = new Map<string, { readonly cells: readonly string[]; readonly packs: Set<string> }>();
  for (const pack of packs) {
    for (const entry of pack.rules.filter((one) => one.rule === rule)) {
      const cells = cellsOf(entry);
      const row = rows.get(cells.join('\n')) ?? { cells, packs: new Set<string>() };
      row.packs.add(`\`${pack.id}\``);
      rows.set(cells.join('\n'), row);
    }
  }
  const head = ['packs', 'severity', 'since', 'until', 'regions', 'channels', 'kinds', 'basis', 'confidence', 'checked', 'again by', 'fine', 'note'];
  return table(
    head,
    [...rows.values()].map((row) => [[...row.packs].join(' '), ...row.cells]),
  );
}

function cellsOf(entry: RuleEntry): readonly string[] {
  return [
    entry.severity,
    entry.since === null ? 'not yet: date unknown' : entry.since === longAgo ? 'always' : entry.since,
    entry.until ?? '',
    entry.regions?.join(', ') ?? '',
    entry.channels?.join(', ') ?? 'all',
    entry.kinds?.join(', ') ?? 'all',
    entry.basis.map((basis) => inline([basis.act, basis.article].filter((part) => part !== '').join(', '))).join('; '),
    entry.confidence,
    entry.checkedOn,
    entry.reviewBy,
    inline(entry.fine?.en ?? ''),
    inline(entry.note?.en ?? ''),
  ];
}
