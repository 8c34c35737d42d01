export { type AuditCount, type AuditOptions, type AuditStores, auditCampaign, type CampaignAudit } from './audit-campaign.ts';
export { type AuditDesk, type AuditDeskDeps, type AuditDue, createAuditDesk } from './audit-desk.ts';
export { type AuditCheck, type AuditedAttempt, type AuditFinding, findingsBeyond } from './audit-finding.ts';
export { type AuditFault, type AuditSigning, type SignedAudit, signAudit, verifyAudit } from './sign-audit.ts';
export { type Touched, touchedBy } from './touched-by.ts';
