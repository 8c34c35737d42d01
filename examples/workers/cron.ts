/** One run of a cron entry, `* * * * *`: works off what is due for at most fifty seconds and ends. Two at a time are safe. */
import pg from 'pg';
import { openMessenger } from './messenger.ts';

// #region cron
const { DATABASE_URL: url = '', LICET_SECRET: secret = '' } = process.env;
const pool = new pg.Pool({ connectionString: url });
pool.on('error', (error) => console.error(error.message));
const messenger = openMessenger(pool, Buffer.from(secret, 'base64'));

const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
const limit = setTimeout(() => stop.abort(), 50_000);
let handled = 0;
for (;;) {
  const { done } = await messenger.tick({ signal: stop.signal });
  handled += done;
  if (done === 0 || stop.signal.aborted) break;
}
clearTimeout(limit);
await pool.end();
console.log(`${handled} deliveries handled`);
// #endregion
