import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PATH = '/usr/bin/chromium';

/** Why browser tests are skipped here, if they are. */
export const noBrowser: string | null = existsSync(PATH) ? null : `needs ${PATH}: apt-get install -y chromium`;

/** Debian's Chromium without a window. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: PATH, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
