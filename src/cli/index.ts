export type { ConsentImport } from './consent/consent-columns.ts';
export { defineLintConfig, type LintConfig } from './lint/lint-config.ts';
export { forecastTable } from './plan/forecast-table.ts';
export { type CampaignConfig, type ChannelContext, defineCampaign } from './send/campaign-config.ts';
export { type LoadedConfig, loadConfig } from './send/load-config.ts';
export { type Progress, type ProgressTarget, startProgress } from './send/progress.ts';
export { type RunOptions, type RunResult, runCampaign } from './send/run-campaign.ts';
export { totalsTable } from './send/totals.ts';
