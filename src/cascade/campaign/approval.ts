import { canonicalJson, type JsonValue } from '../../ledger/canonical-json.ts';
import { sha256Hex } from '../../ledger/hash.ts';
import type { TemplateSet } from '../../template/message-template.ts';
import type { PlanBook } from '../plan/plan-book.ts';
import { changeDocument } from '../stores/change-document.ts';
import type { DocumentStore } from '../stores/document-store.ts';
import type { CampaignMessage } from './campaign.ts';
import type { Forecast } from './forecast.ts';

/** Who let a campaign go, and on what. */
export interface CampaignApproval {
  /** The named person. */
  readonly by: string;
  readonly at: Date;
  /** Hash of the forecast that was looked at. */
  readonly forecast: string;
  /** Hash of what is sent, by which plans, to whom, until when. */
  readonly terms: string;
  /** Rows of the audience it was made for: no more are taken. */
  readonly rows: number;
  /** The end the terms hold, for a start that does not bring its own. */
  readonly validUntil: Date;
}

/** What terms are read from. */
export interface TermsDeps {
  readonly plans: PlanBook;
  readonly templates: TemplateSet;
}

/** Hash of everything a person approves: wording, sender, purpose, plans step by step, end, waves with their gates, the group held out. */
export function campaignTerms({ plans, templates }: TermsDeps, message: CampaignMessage): string {
  const { id, kind, purpose, sender, template, plan, validUntil, startAt, holdout, waves } = message;
  const ids = typeof plan === 'string' ? [plan] : [plan.default, ...Object.values(plan.byCountry)];
  const terms = {
    message: { id, kind, purpose, sender, plan, validUntil, startAt, holdout, waves },
    template: templates.find((one) => one.id === template) ?? template,
    plans: [...new Set(ids)].sort().map((one) => plans.current(one)),
  };
  return hashOf(terms);
}

/** SHA-256, hex, of plain data. */
export function hashOf(value: unknown): string {
  return sha256Hex(canonicalJson(JSON.parse(JSON.stringify(value)) as JsonValue));
}

/** Records that a named person lets a campaign go as forecast. A later approval replaces an earlier one; the document's versions say so. */
export async function approveCampaign(documents: DocumentStore, forecast: Forecast, by: string, at: Date): Promise<CampaignApproval> {
  const { campaignId, hash, terms, rows, validUntil } = forecast;
  const approval = { by, at, forecast: hash, terms, rows, validUntil };
  await changeDocument(documents, keyOf(campaignId), () => ({ ...approval, at: at.toISOString(), validUntil: validUntil.toISOString() }));
  return approval;
}

/** The approval in force; `undefined` when nobody has given one. */
export async function approvalOf(documents: DocumentStore, campaignId: string): Promise<CampaignApproval | undefined> {
  const value = (await documents.get(keyOf(campaignId)))?.value as Readonly<Record<string, string | number>> | undefined;
  if (value === undefined) return undefined;
  const { by, at, forecast, terms, rows, validUntil } = value;
  return {
    by: String(by),
    at: new Date(String(at)),
    forecast: String(forecast),
    terms: String(terms),
    rows: Number(rows),
    validUntil: new Date(String(validUntil)),
  };
}

function keyOf(campaignId: string): string {
  return `campaign-approval/${campaignId}`;
}
