import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordHistory } from './house/histories.ts';

/** `node test/prove/record-histories.ts 0.1.0`: records what this version makes of a hundred and fifty histories, for later ones to be held to. */
const version = process.argv[2];
if (version === undefined || !/^\d+\.\d+\.\d+$/.test(version)) throw new Error('Which version? For instance 0.1.0.');
const lines = Array.from({ length: 150 }, (_, index) => JSON.stringify(recordHistory(index + 1)));
writeFileSync(join(import.meta.dirname, 'fixtures', `histories-${version}.jsonl`), `${lines.join('\n')}\n`);
