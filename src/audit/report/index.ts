export { type CollectReportOptions, collectReport } from './collect-report.ts';
export { type RenderReportOptions, renderReport } from './render-report.ts';
export type {
  CampaignFacts,
  CountryFigures,
  Doubt,
  Funnel,
  QualityHistory,
  QualityPoint,
  ReactionSlice,
  Reactions,
  ReasonCount,
  ReportData,
  SegmentFigures,
  StepFigures,
  TimeLine,
  TimePoint,
  Waiting,
  WentOn,
} from './report-data.ts';
export { campaignIds, type ReportStores, reportFromStores, type StoredReportOptions } from './stored-report.ts';
export { type ShareInterval, wilsonInterval } from './wilson.ts';
export type { ReportLanguage } from './words.ts';
