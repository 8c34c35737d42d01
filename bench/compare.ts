/** Runs contenders in interleaved rounds and prints the median of each with its spread, and the ratios to the first. */
export function compare(title: string, operations: number, contenders: Readonly<Record<string, () => unknown>>, rounds = 31): void {
  const times = new Map<string, number[]>(Object.keys(contenders).map((name) => [name, []]));
  let kept: unknown;
  for (let round = -5; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(contenders)) {
      const repeats = 20;
      const start = process.hrtime.bigint();
      for (let i = 0; i < repeats; i += 1) kept = run();
      const perOperation = Number(process.hrtime.bigint() - start) / repeats / operations;
      if (round >= 0) times.get(name)?.push(perOperation);
    }
  }
  if (kept === undefined) throw new Error('A contender gave nothing.');
  const median = (values: readonly number[], at = 0.5) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * at)] as number;
  const [first] = times.keys();
  const base = median(times.get(first as string) as number[]);
  console.log(title);
  for (const [name, values] of times) {
    const spread = `${median(values, 0.1).toFixed(0)}–${median(values, 0.9).toFixed(0)}`;
    console.log(`  ${name.padEnd(28)} ${median(values).toFixed(0).padStart(7)} ns  (${spread})  ${first} is ${(median(values) / base).toFixed(2)}×`);
  }
}
