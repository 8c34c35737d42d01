import { collectHandbook, handbookPage } from '../audit/index.ts';
import { type Command, readOptions, UsageError } from './command.ts';
import { readScope, trainingOptions } from './training-options.ts';
import { writePage } from './write-page.ts';

export const handbook: Command = {
  summary: 'write the handbook for staff: one HTML file from the rules in force',
  usage:
    'licet handbook --country RU,KZ [--channel sms,max] [--kind marketing] [--on 2026-11-24] [--language en|ru] [--company NAME] [--output FILE]\n  without --channel, --kind: all; without --on: today’s law; without --output: to standard output',
  async run(args, io) {
    const { values, positionals } = readOptions(args, trainingOptions);
    if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" is not expected here; see licet handbook --help.`);
    const { language, company, ...scope } = await readScope(values, io);
    const book = collectHandbook(scope);
    await writePage(io, values.output, handbookPage(book, { language, company }), 'handbook');
    io.err(
      `Handbook for ${book.countries.join(', ')} as of ${book.on}: ${book.rules.length} rules${values.output === undefined ? '' : `: ${values.output}`}\n`,
    );
    return 0;
  },
};
