/** A worker on pg-boss: as many of this process as you like. DATABASE_URL and LICET_SECRET (base64, 32 bytes) come from the environment. */
import { pgBossDriver } from 'licet/drivers/pg-boss';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { openMessenger } from './messenger.ts';

// #region pg-boss
const { DATABASE_URL: url = '', LICET_SECRET: secret = '' } = process.env;
const pool = new pg.Pool({ connectionString: url });
const boss = new PgBoss({ connectionString: url, useListenNotify: true });
const complain = (error: Error): void => console.error(error.message);
pool.on('error', complain);
boss.on('error', complain);
await boss.start();
const messenger = openMessenger(pool, Buffer.from(secret, 'base64'));

const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
console.log('working');
await pgBossDriver({ boss }).run(messenger, { signal: stop.signal });

await boss.stop();
await pool.end();
console.log('stopped, nothing left open');
// #endregion
