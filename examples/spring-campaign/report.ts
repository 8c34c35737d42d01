import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CampaignStart, Messenger } from 'licet';
import { collectReport, renderReport } from 'licet/audit';
import type { CampaignConfig } from 'licet/cli';

/** The report as one HTML file, in English and in Russian. */
export async function writeReport(
  messenger: Messenger,
  config: CampaignConfig,
  audience: CampaignStart | undefined,
  now: Date,
  folder: string,
): Promise<void> {
  const { campaign, currency } = config;
  const data = await collectReport(messenger.deliveries({ campaignId: campaign.id }), {
    asOf: now,
    campaign: {
      id: campaign.id,
      template: campaign.template,
      sender: campaign.sender,
      kind: campaign.kind,
      validUntil: null,
      audience: audience === undefined ? null : { rows: audience.rows, duplicates: audience.duplicates },
    },
    currency,
    consents: (subjects) => messenger.consent.load(subjects),
  });
  for (const language of ['en', 'ru'] as const)
    writeFileSync(join(folder, language === 'en' ? 'report.html' : 'report.ru.html'), await renderReport(data, { language }));
  console.log('Report: out/report.html, out/report.ru.html');
}
