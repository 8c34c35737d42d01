/** One named demand on an implementation of a port. Throws when it is not met. */
export interface ContractCase<Subject> {
  readonly name: string;
  run(subject: Subject): Promise<void>;
}

/** All that makes an implementation of a port correct. Data: it knows no test runner. */
export interface Contract<Subject> {
  readonly port: string;
  readonly cases: readonly ContractCase<Subject>[];
}

/** The part of a test runner we use: vitest, node:test, jest and mocha fit. */
export interface TestRunner {
  describe(name: string, body: () => void): unknown;
  it(name: string, body: () => Promise<void>): unknown;
}

export interface DescribeContractOptions {
  /** Cases that cannot hold here, by name, each with the reason. An unknown name is refused. */
  readonly skip?: Readonly<Record<string, string>> | undefined;
}

/**
 * Declares a contract's cases in a test runner. `open` gives a fresh, empty subject for each case.
 * @throws {Error} when `skip` names a case the contract does not have.
 * @example
 * describeContract({ describe, it }, 'our consent store', consentStoreContract, () => openStore());
 */
export function describeContract<Subject>(
  runner: TestRunner,
  name: string,
  contract: Contract<Subject>,
  open: () => Subject | Promise<Subject>,
  { skip = {} }: DescribeContractOptions = {},
): void {
  const unknown = Object.keys(skip).filter((skipped) => !contract.cases.some((one) => one.name === skipped));
  if (unknown.length > 0) throw new Error(`The ${contract.port} contract has no case ${unknown.map((one) => `"${one}"`).join(', ')}.`);
  runner.describe(`${name}: ${contract.port}`, () => {
    for (const one of contract.cases) {
      if (one.name in skip) continue;
      runner.it(one.name, async () => one.run(await open()));
    }
  });
}

/** Runs a contract without a test runner and gives the cases that failed, by name. */
export async function failingCases<Subject>(
  contract: Contract<Subject>,
  open: () => Subject | Promise<Subject>,
): Promise<ReadonlyMap<string, unknown>> {
  const failed = new Map<string, unknown>();
  for (const one of contract.cases) {
    try {
      await one.run(await open());
    } catch (error) {
      failed.set(one.name, error);
    }
  }
  return failed;
}
