import type { Migration } from '../migration.ts';

/**
 * The consent ledger. `body` is what the SDK sealed, `hash` its RFC 9162 leaf hash; the head row of a tenant gives out positions without gaps
 * and in commit order. Shares of keys live in a table of their own, so that they can be left out of long-lived backups.
 */
export const consentMigrations: readonly Migration[] = [
  {
    id: '0001-consent',
    sql: [
      `create table licet_consent_head (
        tenant text primary key,
        size bigint not null)`,
      `create table licet_consent (
        position bigint not null,
        sequence integer not null,
        tenant text not null,
        subject text collate "C" not null,
        hash bytea not null,
        body text not null,
        primary key (tenant, subject, sequence))`,
      'create unique index licet_consent_position on licet_consent (tenant, position)',
      `create function licet_append_only() returns trigger language plpgsql as $$
        begin
          raise exception 'The consent ledger is append-only.' using errcode = 'restrict_violation';
        end $$`,
      `create trigger licet_consent_append_only before update or delete or truncate on licet_consent
        for each statement execute function licet_append_only()`,
      `create table licet_key (
        tenant text not null,
        subject text collate "C" not null,
        share bytea not null,
        primary key (tenant, subject))`,
    ],
  },
];
