/** A worker on BullMQ: as many of this process as you like. DATABASE_URL, REDIS (URL or socket) and LICET_SECRET come from the environment. */
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { bullDriver } from 'licet/drivers/bullmq';
import pg from 'pg';
import { openMessenger } from './messenger.ts';

// #region bullmq
const { DATABASE_URL: url = '', REDIS: redis = '', LICET_SECRET: secret = '' } = process.env;
const pool = new pg.Pool({ connectionString: url });
const connection = new Redis(redis, { maxRetriesPerRequest: null });
const queue = new Queue('licet', { connection });
const complain = (error: Error): void => console.error(error.message);
pool.on('error', complain);
connection.on('error', complain);
queue.on('error', complain);
const messenger = openMessenger(pool, Buffer.from(secret, 'base64'));
const driver = bullDriver({
  queue,
  worker: (name, handle) => new Worker(name, handle, { connection, concurrency: 2 }).on('error', complain),
});

const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
console.log('working');
await driver.run(messenger, { signal: stop.signal });

connection.disconnect();
await pool.end();
console.log('stopped, nothing left open');
// #endregion
