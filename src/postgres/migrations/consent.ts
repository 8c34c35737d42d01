import type { Migration } from '../migration.ts';

/**
 * The consent ledger. `body` and `personal` are the sealed record as `packParts` packs it, its RFC 9162 leaf hash included; `person` the reference of the subject
 * as bytes. The head row of a tenant gives its number and hands out positions without gaps and in commit order. Shares of keys live in a table of
 * their own, so that they can be left out of long-lived backups; `person` there is a hash of tenant and subject.
 */
export const consentMigrations: readonly Migration[] = [
  {
    id: '0001-consent',
    sql: [
      `create table licet_consent_head (
        tenant text primary key,
        number integer generated always as identity,
        size bigint not null)`,
      `create table licet_consent (
        position bigint not null,
        tenant integer not null,
        sequence integer not null,
        person bytea not null,
        body bytea not null,
        personal bytea,
        primary key (tenant, person, sequence))`,
      // What is encrypted does not get shorter by another try.
      'alter table licet_consent alter column personal set storage external',
      'create unique index licet_consent_position on licet_consent (tenant, position)',
      `create function licet_append_only() returns trigger language plpgsql as $$
        begin
          raise exception 'The consent ledger is append-only.' using errcode = 'restrict_violation';
        end $$`,
      `create trigger licet_consent_append_only before update or delete or truncate on licet_consent
        for each statement execute function licet_append_only()`,
      `create table licet_key (
        person uuid primary key,
        share bytea not null)`,
    ],
  },
];
