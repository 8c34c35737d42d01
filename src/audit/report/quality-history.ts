import type { DocumentStore } from '../../cascade/stores/document-store.ts';
import { DECISION_PREFIX, type MonitorDecision, readDecision } from '../../feedback/monitor/decision.ts';
import { measures } from '../../feedback/monitor/slice.ts';
import { allCells } from '../../feedback/monitor/tallies.ts';
import type { Cell } from '../../feedback/monitor/tally.ts';
import type { CampaignFacts, QualityHistory, QualityPoint } from './report-data.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Most stretches of an hour before days are shown. */
const MOST_HOURS = 72;

/**
 * What monitoring counted and decided, from its documents. Of a campaign that is known, what concerns its template and its sender; `null` when
 * nothing was counted.
 */
export async function qualityHistory(documents: DocumentStore, campaign: CampaignFacts | null): Promise<QualityHistory | null> {
  const [cells, kept] = await Promise.all([allCells(documents), documents.list(DECISION_PREFIX)]);
  const own = cells.filter(({ traits }) => isAbout(campaign, traits.template, traits.sender));
  const decisions = kept.map(({ value }) => readDecision(value)).filter((decision) => concerns(decision, campaign, own));
  return own.length + decisions.length === 0 ? null : { ...stretches(own), decisions };
}

function isAbout(campaign: CampaignFacts | null, template: string, sender: string): boolean {
  return campaign === null || ((campaign.template ?? template) === template && (campaign.sender ?? sender) === sender);
}

/** A decision about a template or sender concerns its own campaigns; one about a list concerns whoever wrote to it. */
function concerns({ slice }: MonitorDecision, campaign: CampaignFacts | null, own: readonly Cell[]): boolean {
  if (campaign === null) return true;
  if (slice.by === 'template') return slice.name === campaign.template;
  if (slice.by === 'sender') return slice.name === campaign.sender;
  return own.some(({ traits }) => traits.channel === slice.channel && (slice.by === 'hour' || traits[slice.by] === slice.name));
}

function stretches(cells: readonly Cell[]): Pick<QualityHistory, 'stretchMs' | 'points'> {
  const times = cells.map(({ at }) => at.getTime());
  const stretchMs = Math.max(...times) - Math.min(...times) < MOST_HOURS * HOUR_MS ? HOUR_MS : DAY_MS;
  const grouped = Map.groupBy(cells, ({ at }) => Math.floor(at.getTime() / stretchMs) * stretchMs);
  const points = [...grouped]
    .sort(([a], [b]) => a - b)
    .map(([at, same]): QualityPoint => {
      const sum = (of: (cell: Cell) => number): number => same.reduce((all, cell) => all + of(cell), 0);
      const bad = Object.fromEntries(measures.map((measure) => [measure, sum((cell) => cell.bad[measure])])) as QualityPoint['bad'];
      return { at: new Date(at), sent: sum(({ sent }) => sent), bad };
    });
  return { stretchMs, points };
}
