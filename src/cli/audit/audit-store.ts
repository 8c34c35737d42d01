import { type AuditOptions, auditCampaign, type CampaignAudit, campaignIds, createAuditDesk, type SignedAudit } from '../../audit/index.ts';
import type { IsoDate } from '../../law/index.ts';
import { loadAllPacks } from '../../law/packs/all.ts';
import { createLedgerLog } from '../../proof/index.ts';
import { type CommandIo, UsageError } from '../command.ts';
import { keptSigner, keptWitness } from '../consent/key-files.ts';
import { openStore, type StoreChoice } from '../open-store.ts';

export interface AuditChoice extends StoreChoice {
  readonly campaign?: string | undefined;
  readonly sign?: boolean | undefined;
  readonly due?: boolean | undefined;
  readonly keys?: string | undefined;
  readonly witness?: string | undefined;
  readonly name?: string | undefined;
}

/** An audit, and its signed form where one was asked for. */
export interface MadeAudit {
  readonly audit: CampaignAudit;
  readonly signed?: SignedAudit;
}

/** Audits what a store holds, and signs and keeps it when asked to. */
export async function auditStore(
  choice: AuditChoice,
  { asOf, against, onFinding }: { readonly asOf: IsoDate | undefined; readonly against: IsoDate } & Pick<AuditOptions, 'onFinding'>,
  io: CommandIo,
): Promise<readonly MadeAudit[]> {
  const { stores, close } = await openStore(choice);
  try {
    const packs = await loadAllPacks();
    const now = io.now();
    const campaigns = await campaignIds(stores.documentStore);
    const campaignId = choice.campaign ?? (campaigns.length === 1 ? campaigns[0] : undefined);
    if (choice.sign !== true) return [{ audit: await auditCampaign(stores, { packs, campaignId, now, asOf, against, onFinding }) }];
    const folder = choice.keys ?? choice.store;
    if (folder === undefined) throw new UsageError('With --database-url give --keys DIR, the folder of the ledger’s signing key.');
    if (campaignId === undefined && choice.due !== true) throw new UsageError('Give --campaign ID, or --due for every campaign that is due.');
    const signer = await keptSigner(folder, stores.tenant, choice.name);
    const witness = keptWitness(folder, choice.witness);
    const log = createLedgerLog({ store: stores.consentStore, signer, witness });
    const desk = createAuditDesk({ stores, packs, signer, log, witness, onFinding });
    const signed =
      choice.due === true ? await desk.runDue(now) : [await desk.audit(campaignId!, now, { against, ...(asOf === undefined ? {} : { asOf }) })];
    return signed.map((one) => ({ audit: one.audit, signed: one }));
  } finally {
    await close();
  }
}
