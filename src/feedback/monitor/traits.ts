import { parseStepKey } from '../../cascade/delivery/delivery.ts';
import type { ClearanceRequest } from '../../clearance/clearance.ts';
import type { ConsentRecord } from '../../consent/record/record.ts';
import { formOf, sourceOf, type Traits } from './slice.ts';

/** What a message that asks for its clearance is told apart by. */
export function traitsOf(
  { channel, template, sender, stepKey }: Pick<ClearanceRequest, 'channel' | 'template' | 'sender' | 'stepKey'>,
  record: ConsentRecord | null,
): Traits {
  const step = String((parseStepKey(stepKey)?.step ?? 0) + 1);
  return { channel, source: sourceOf(record), form: formOf(record), template, step, sender };
}
