/** What the stand-alone verifier found: `fault` of the whole, and per record. */
export interface StandaloneVerdict {
  ok: boolean;
  fault: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: the script reads foreign JSON and promises nothing about it
  records: { fault: string | null; record?: any; personal?: any }[];
}
export function verifyBundle(bundle: unknown, keyText: string): Promise<StandaloneVerdict>;
