import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MessengerStores } from 'licet';
import { renderReport, reportFromStores } from 'licet/audit';
import type { CampaignConfig } from 'licet/cli';

/** The report as one HTML file, in English and in Russian, from what is stored. */
export async function writeReport(stores: MessengerStores, { campaign, currency }: CampaignConfig, now: Date, folder: string): Promise<void> {
  const data = await reportFromStores(stores, { campaignId: campaign.id, asOf: now, currency });
  for (const language of ['en', 'ru'] as const)
    writeFileSync(join(folder, language === 'en' ? 'report.html' : 'report.ru.html'), await renderReport(data, { language }));
  console.log('Report: out/report.html, out/report.ru.html');
}
