import type { Channel, MessageKind } from '../../law/vocabulary.ts';
import type { ConsentPolicy } from './question.ts';

/** What a host asks of consents beyond the law: where it applies, and what it asks. What is absent does not narrow. */
export interface ConsentDemand extends ConsentPolicy {
  /** ISO countries of the recipients. */
  readonly countries?: readonly string[] | undefined;
  readonly purposes?: readonly string[] | undefined;
  readonly senders?: readonly string[] | undefined;
  readonly channels?: readonly Channel[] | undefined;
  /** @default ['marketing'] */
  readonly kinds?: readonly MessageKind[] | undefined;
}

/** What a message is, as demands see it. */
export interface DemandPlace {
  readonly country: string | null;
  readonly kind: MessageKind;
  readonly sender: string;
  readonly channel: Channel;
  readonly purpose?: string | undefined;
}

/**
 * The hardest of what the law asks and what the host's demands ask at a place; `undefined` when nobody asks anything. A demand can make
 * a policy stricter, never weaker. Pure.
 */
export function consentPolicyAt(demands: readonly ConsentDemand[], place: DemandPlace, law?: ConsentPolicy | undefined): ConsentPolicy | undefined {
  const fitting = demands.filter((demand) => fits(demand, place));
  return fitting.length === 0 ? law : strictestPolicy(law === undefined ? fitting : [law, ...fitting]);
}

const strength = { none: 0, 'soft-opt-in': 1, prior: 2 } as const;

/** Of several policies the hardest of each kind; what none of them says stays unsaid. */
export function strictestPolicy(policies: readonly ConsentPolicy[]): ConsentPolicy {
  const said = <Name extends keyof ConsentPolicy>(name: Name) =>
    policies.flatMap((policy) => policy[name] ?? []) as NonNullable<ConsentPolicy[Name]>[];
  const [requires, grades, ages, separate] = [said('requires'), said('minimumGrade'), said('maxAgeMonths'), said('separateDocumentsSince')];
  return {
    requires: requires.length === 0 ? undefined : requires.reduce((a, b) => (strength[b] > strength[a] ? b : a)),
    minimumGrade: grades.toSorted()[0],
    maxAgeMonths: ages.length === 0 ? undefined : Math.min(...ages),
    separateDocumentsSince: separate.length === 0 ? undefined : new Date(Math.min(...separate.map((at) => at.getTime()))),
  };
}

function fits({ countries, purposes, senders, channels, kinds = ['marketing'] }: ConsentDemand, place: DemandPlace): boolean {
  const holds = (list: readonly string[] | undefined, value: string | null | undefined): boolean =>
    list === undefined || (value !== null && value !== undefined && list.includes(value));
  return (
    holds(kinds, place.kind) &&
    holds(countries, place.country) &&
    holds(purposes, place.purpose) &&
    holds(senders, place.sender) &&
    holds(channels, place.channel)
  );
}
