import type { Migration } from '../migration.ts';
import { claimFunctions } from './delivery-claim.ts';
import { newsFunctions } from './delivery-news.ts';
import { writeFunctions } from './delivery-write.ts';

/**
 * Deliveries, their standings, open attempts, known messages, the receipts' inbox, the subjects' fence epochs and small documents. Times are
 * milliseconds since 1970. What was asked for (`licet_delivery`) is written once; what changes with every step is kept apart and small.
 * The functions do in one round trip what must be one transaction.
 */
export const deliveryMigrations: readonly Migration[] = [
  {
    id: '0004-delivery',
    sql: [
      `create table licet_delivery (
        tenant text not null,
        id text collate "C" not null,
        campaign_id text,
        idempotency_key text not null,
        subject text collate "C" not null,
        phone text,
        sender text not null,
        purpose text,
        request text not null,
        created_ms bigint not null,
        primary key (tenant, id))`,
      'create unique index licet_delivery_key on licet_delivery (tenant, idempotency_key)',
      `create unique index licet_delivery_recipient on licet_delivery (tenant, campaign_id, phone)
        where campaign_id is not null and phone is not null`,
      'create index licet_delivery_subject on licet_delivery (tenant, subject)',
      // Room on each page: a claim changes no indexed column, so its new version of the row stays there and touches no index.
      `create table licet_standing (
        tenant text not null,
        id text collate "C" not null,
        priority smallint not null,
        share smallint not null,
        due_ms bigint,
        leased_until_ms bigint not null default 0,
        fence bigint not null default 0,
        wake integer not null default 0,
        strikes smallint not null default 0,
        leased_by text,
        halt text,
        halted_ms bigint,
        state text not null,
        reason text,
        reached_by text,
        late smallint not null default 0,
        double_reach boolean not null default false,
        segments integer not null default 0,
        price_micros bigint not null default 0,
        progress text not null,
        primary key (id, tenant)) with (fillfactor = 60)`,
      'create index licet_standing_due on licet_standing (tenant, priority, due_ms) where due_ms is not null',
      // Attempts the standing does not hold yet: started and not ended, or ended by a worker that had lost the delivery.
      `create table licet_attempt (
        tenant text not null,
        delivery_id text collate "C" not null,
        step smallint not null,
        number smallint not null,
        channel text not null,
        provider text not null,
        wait_for text not null,
        body text not null,
        fence bigint not null,
        certainty smallint not null default 0,
        started_ms bigint not null,
        ended boolean not null default false,
        primary key (delivery_id, step, number, tenant))`,
      // Whose message it is. Without a delivery: a receipt for it has come first and holds the place, so that neither side can miss the other.
      `create table licet_message (
        tenant text not null,
        provider text not null,
        message_id text collate "C" not null,
        delivery_id text collate "C",
        step smallint,
        primary key (message_id, provider, tenant))`,
      // Receipts that no standing holds yet, and those whose message nobody knows.
      `create table licet_receipt (
        tenant text not null,
        delivery_id text collate "C" not null,
        hash text collate "C" not null,
        step smallint not null,
        body text not null,
        received_ms bigint not null,
        primary key (delivery_id, hash, tenant))`,
      `create table licet_receipt_unmatched (
        tenant text not null,
        message_id text collate "C" not null,
        provider text not null,
        hash text collate "C" not null,
        body text not null,
        received_ms bigint not null,
        primary key (message_id, provider, hash, tenant))`,
      `create table licet_receipt_seen (
        tenant text not null,
        hash text collate "C" not null,
        primary key (hash, tenant))`,
      `create table licet_subject_epoch (
        tenant text not null,
        subject text collate "C" not null,
        epoch bigint not null,
        primary key (tenant, subject))`,
      `create table licet_document (
        tenant text not null,
        key text collate "C" not null,
        version integer not null,
        value text not null,
        primary key (tenant, key))`,
      `create function licet_now_ms(given float8) returns bigint language sql volatile as
        $$ select coalesce(given::bigint, floor(extract(epoch from clock_timestamp()) * 1000)::bigint) $$`,
      ...claimFunctions,
      ...writeFunctions,
      ...newsFunctions,
    ],
  },
];
