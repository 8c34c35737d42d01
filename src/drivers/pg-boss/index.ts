export { type PgBossClient, type PgBossDriverOptions, pgBossDriver } from './pg-boss-driver.ts';
