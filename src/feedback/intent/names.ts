/** Everyday words that stand capitalised after "not" without being a name. */
const notNames: ReadonlySet<string> = new Set(
  'interested sure happy now the this that available going home really today tomorrow anymore again for your you it another coming able ready working sorry yet only even just one before until monday tuesday wednesday thursday friday saturday sunday english here there what позвоню получил получила могу хочу знаю понял поняла успею буду был была давал давала подписывался подписывалась просил просила заказывал заказывала нуждаюсь согласен согласна против ваш ваша клиент робот дома zuhause hause kunde krank disponible готов готова уверен уверена'.split(
    ' ',
  ),
);

/** The writer says they are not the named person: a capitalised name after "I am not", «я не», "no soy", and the like. */
export function deniesName(text: string): boolean {
  if (!/\p{Ll}/u.test(text)) return false;
  const found =
    /(?:^|[.,!?\s])(?:(?:[Ii](?:['’]?m| am)|[Tt]his is|[Ii]t['’]?s) not|[Tt]his isn['’]?t|^Not|[Яя] не|[Nn]o soy|[Cc]e n['’]est pas|[Jj]e ne suis pas|[Nn]ão sou(?: [oa])?|[Nn]on sono|[Nn]ie jestem|[Ii]k ben niet|[Ii]ch bin nicht(?: [Hh]err| [Ff]rau)?|[Nn]u sunt) (\p{Lu}\p{Ll}{2,})(?!\p{L})/u.exec(
      text,
    );
  if (found !== null) return !notNames.has((found[1] ?? '').toLowerCase());
  // «нет никакой Елены Петровны», "there is no Barbara here"
  return /(?:(?<!\p{L})[Нн]ету? (?:тут |здесь )?(?:никак(?:ой|ого|их)|такой|такого|таких) \p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}{2,}|ы|и|а|я)(?!\p{L})|\b[Nn]o \p{Lu}\p{Ll}{2,} (?:here|at this number))/u.test(
    text,
  );
}
