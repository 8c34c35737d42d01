import { changeDocument } from '../../cascade/stores/change-document.ts';
import type { DocumentStore } from '../../cascade/stores/document-store.ts';
import { lawFeed } from '../../law/feed.ts';
import type { IsoDate } from '../../law/pack.ts';
import type { JsonValue } from '../../ledger/canonical-json.ts';
import { type AuditOptions, type AuditStores, auditCampaign, type CampaignAudit } from './audit-campaign.ts';
import { type AuditSigning, type SignedAudit, signAudit } from './sign-audit.ts';

/** Why a campaign is to be audited. */
export type AuditDue = 'never-audited' | 'law-changed' | 'time-over';

export interface AuditDeskDeps extends Omit<AuditOptions, 'campaignId' | 'now' | 'asOf' | 'against'>, AuditSigning {
  readonly stores: AuditStores;
  /** Longest time between two audits of a campaign, in milliseconds. @default 30 days */
  readonly everyMs?: number | undefined;
}

/** Audits that are signed and kept. */
export interface AuditDesk {
  /** Audits a campaign now, signs and keeps the result. @throws {LedgerTamperedError} @throws {InvalidOptionsError} */
  audit(campaignId: string, now: Date, dates?: { readonly asOf?: IsoDate; readonly against?: IsoDate }): Promise<SignedAudit>;
  /** Campaigns that are due: over and never audited, touched by a change of the law since, or audited too long ago. */
  due(now: Date): Promise<readonly { readonly campaignId: string; readonly because: AuditDue }[]>;
  /** Audits what is due; to be called by a cron entry or a job of the host's. */
  runDue(now: Date): Promise<readonly SignedAudit[]>;
  /** Every audit that was kept, of a campaign or of all, oldest first. */
  kept(campaignId?: string): Promise<readonly SignedAudit[]>;
}

const PREFIX = 'audit/';
const THIRTY_DAYS_MS = 30 * 86_400_000;

export function createAuditDesk(deps: AuditDeskDeps): AuditDesk {
  const { stores, packs, everyMs = THIRTY_DAYS_MS } = deps;
  const documents = stores.documentStore;

  async function audit(campaignId: string, now: Date, dates: { readonly asOf?: IsoDate; readonly against?: IsoDate } = {}): Promise<SignedAudit> {
    const signed = await signAudit(await auditCampaign(stores, { ...deps, ...dates, campaignId, now }), deps);
    await changeDocument(documents, `${PREFIX}${campaignId}/${now.toISOString()}`, () => JSON.parse(JSON.stringify(signed)) as JsonValue);
    return signed;
  }

  /** A campaign is over when its messages are not worth sending any more. */
  function dueBecause(validUntil: Date, last: CampaignAudit | undefined, now: Date): AuditDue | undefined {
    if (last === undefined) return validUntil <= now ? 'never-audited' : undefined;
    const since = last.madeAt.toISOString().slice(0, 10);
    const concerned = packs.filter(({ id }) => last.clearedBy.some((pack) => pack.startsWith(`${id}@`)));
    const { changes } = lawFeed(concerned, { since, until: now.toISOString().slice(0, 10) });
    if (changes.some(({ date }) => date > since) || concerned.some(({ id, version }) => !last.packs.includes(`${id}@${version}`)))
      return 'law-changed';
    return now.getTime() - last.madeAt.getTime() >= everyMs ? 'time-over' : undefined;
  }

  async function due(now: Date): Promise<readonly { readonly campaignId: string; readonly because: AuditDue }[]> {
    const last = new Map((await keptAudits(documents)).map(({ audit: one }) => [one.campaignId, one]));
    return (await documents.list('campaign/')).flatMap(({ key, value }) => {
      const campaignId = key.slice('campaign/'.length);
      const ends = typeof value === 'object' && value !== null && 'validUntil' in value ? new Date(String(value.validUntil)) : new Date(0);
      const because = dueBecause(ends, last.get(campaignId), now);
      return because === undefined ? [] : [{ campaignId, because }];
    });
  }

  return {
    audit,
    due,
    async runDue(now) {
      const made: SignedAudit[] = [];
      for (const { campaignId } of await due(now)) made.push(await audit(campaignId, now));
      return made;
    },
    kept: (campaignId) => keptAudits(documents, campaignId),
  };
}

async function keptAudits(documents: DocumentStore, campaignId?: string): Promise<readonly SignedAudit[]> {
  const kept = await documents.list(campaignId === undefined ? PREFIX : `${PREFIX}${campaignId}/`);
  return kept
    .map(({ value }) => value as unknown as SignedAudit)
    .map((signed) => ({ ...signed, audit: { ...signed.audit, madeAt: new Date(signed.audit.madeAt) } }))
    .toSorted((a, b) => a.audit.madeAt.getTime() - b.audit.madeAt.getTime());
}
