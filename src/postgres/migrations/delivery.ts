import type { Migration } from '../migration.ts';

/**
 * Deliveries, their attempts, the receipts' inbox, the subjects' fence epochs and small documents. Times are milliseconds since 1970. The
 * functions do in one round trip what must be one transaction.
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
        priority smallint not null,
        share smallint not null,
        request text not null,
        progress text not null,
        state text not null,
        reason text,
        reached_by text,
        late smallint not null default 0,
        double_reach boolean not null default false,
        segments integer not null default 0,
        price_micros bigint not null default 0,
        halt text,
        halted_ms bigint,
        due_ms bigint,
        leased_by text,
        leased_until_ms bigint not null default 0,
        fence bigint not null default 0,
        strikes smallint not null default 0,
        wake integer not null default 0,
        created_ms bigint not null,
        primary key (tenant, id))`,
      'create unique index licet_delivery_key on licet_delivery (tenant, idempotency_key)',
      `create unique index licet_delivery_recipient on licet_delivery (tenant, campaign_id, phone)
        where campaign_id is not null and phone is not null`,
      'create index licet_delivery_due on licet_delivery (tenant, priority, due_ms) where due_ms is not null',
      'create index licet_delivery_subject on licet_delivery (tenant, subject)',
      `create table licet_attempt (
        tenant text not null,
        delivery_id text collate "C" not null,
        step smallint not null,
        number smallint not null,
        subject text collate "C" not null,
        channel text not null,
        provider text not null,
        message_id text,
        wait_for text not null,
        body text not null,
        fence bigint not null,
        certainty smallint not null default 0,
        started_ms bigint not null,
        ended boolean not null default false,
        folded boolean not null default false,
        primary key (tenant, delivery_id, step, number))`,
      'create index licet_attempt_message on licet_attempt (tenant, provider, message_id) where message_id is not null',
      'create index licet_attempt_open on licet_attempt (tenant, subject) where not ended',
      `create table licet_receipt (
        tenant text not null,
        hash text not null,
        provider text not null,
        message_id text,
        delivery_id text collate "C",
        step smallint,
        body text not null,
        received_ms bigint not null,
        applied boolean not null default false,
        primary key (tenant, hash))`,
      'create index licet_receipt_pending on licet_receipt (tenant, delivery_id) where delivery_id is not null and not applied',
      'create index licet_receipt_unmatched on licet_receipt (tenant, provider, message_id) where delivery_id is null',
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
      // Makes deliveries due without taking them from a worker that has them: it sees the new number when it writes.
      `create function licet_wake_deliveries(p_tenant text, p_now bigint, p_ids text[], p_halt text) returns integer language plpgsql as $$
        declare woken integer;
        begin
          perform 1 from licet_delivery where tenant = p_tenant and id = any (p_ids) order by id for update;
          update licet_delivery set
            wake = wake + 1,
            due_ms = case when leased_until_ms > p_now then due_ms else least(due_ms, p_now) end,
            halt = coalesce(halt, p_halt),
            halted_ms = case when p_halt is null then halted_ms else coalesce(halted_ms, p_now) end
          where tenant = p_tenant and id = any (p_ids);
          get diagnostics woken = row_count;
          return woken;
        end $$`,
      `create function licet_insert_deliveries(p_tenant text, p_now float8, p_rows json)
        returns table (place integer, outcome text, id text) language plpgsql as $$
        declare
          now_ms bigint := licet_now_ms(p_now);
          added text[];
        begin
          perform set_config('synchronous_commit', 'on', true);
          with given as materialized (
            select * from json_to_recordset(p_rows) as g(
              place integer, id text, campaign text, key text, subject text, phone text, sender text, purpose text, priority smallint,
              share smallint, request text, progress text, state text, reason text, due float8)),
          stored as (
            insert into licet_delivery (tenant, id, campaign_id, idempotency_key, subject, phone, sender, purpose, priority, share, request,
              progress, state, reason, due_ms, created_ms)
            select p_tenant, g.id, g.campaign, g.key, g.subject, g.phone, g.sender, g.purpose, g.priority, g.share, g.request, g.progress, g.state,
              g.reason, case when g.due is null then null else greatest(g.due::bigint, now_ms) end, now_ms
            from given g order by g.place
            on conflict do nothing returning licet_delivery.id)
          select coalesce(array_agg(stored.id), '{}') into added from stored;
          return query
          select g.place, case when g.id = any (added) then 'inserted' when d.id is not null then 'duplicate' else 'duplicate-recipient' end,
            coalesce(d.id, g.id)
          from json_to_recordset(p_rows) as g(place integer, id text, key text)
            left join licet_delivery d on d.tenant = p_tenant and d.idempotency_key = g.key
          order by g.place;
        end $$`,
      `create function licet_claim_deliveries(p_tenant text, p_now float8, p_limit integer, p_lease_ms float8, p_worker text, p_shard integer,
          p_shards integer)
        returns table (now_ms float8, next_due_ms float8, id text, request text, progress text, created_ms float8, fence float8, wake integer,
          strikes smallint, epoch float8, attempts text, receipts text, halt text, halted_ms float8) language plpgsql as $$
        #variable_conflict use_column
        declare
          at_ms bigint := licet_now_ms(p_now);
          until_ms bigint := at_ms + p_lease_ms::bigint;
          taken text[] := '{}';
          found_ids text[];
          sound_ids text[];
          first_strikes smallint;
          next_ms bigint;
          candidate bigint;
        begin
          for urgency in 0..2 loop
            exit when cardinality(taken) >= p_limit;
            select array_agg(q.id order by q.due_ms, q.id), array_agg(q.id order by q.due_ms, q.id) filter (where q.strikes < 2),
              (array_agg(q.strikes order by q.due_ms, q.id))[1]
            into found_ids, sound_ids, first_strikes
            from (select d.id, d.due_ms, d.strikes from licet_delivery d
              where d.tenant = p_tenant and d.priority = urgency and d.due_ms <= at_ms and (p_shards is null or d.share % p_shards = p_shard)
              order by d.due_ms limit p_limit - cardinality(taken) for update skip locked) q;
            if found_ids is null then continue; end if;
            -- What broke two workers comes alone, so that it takes nobody along.
            if cardinality(taken) = 0 and first_strikes >= 2 then
              taken := found_ids[1:1];
              exit;
            end if;
            taken := taken || coalesce(sound_ids, '{}');
          end loop;
          return query
          with claimed as (
            update licet_delivery d set fence = d.fence + 1, strikes = d.strikes + 1, leased_by = p_worker, leased_until_ms = until_ms,
              due_ms = until_ms
            where d.tenant = p_tenant and d.id = any (taken)
            returning d.id, d.request, d.progress, d.created_ms, d.fence, d.wake, d.strikes, d.subject, d.halt, d.halted_ms)
          select at_ms::float8, null::float8, c.id, c.request, c.progress, c.created_ms::float8, c.fence::float8, c.wake, (c.strikes - 1)::smallint,
            coalesce(e.epoch, 0)::float8,
            (select '[' || string_agg(json_build_object('step', a.step, 'waitFor', a.wait_for, 'attempt', a.body)::text, ',' order by a.step, a.number) || ']'
              from licet_attempt a where a.tenant = p_tenant and a.delivery_id = c.id and not a.folded),
            (select '[' || string_agg(json_build_object('hash', r.hash, 'step', r.step, 'body', r.body)::text, ',' order by r.received_ms, r.hash) || ']'
              from (
                select m.hash, m.step, m.body, m.received_ms from licet_receipt m
                  where m.tenant = p_tenant and m.delivery_id = c.id and not m.applied
                union all
                select u.hash, a.step, u.body, u.received_ms from licet_attempt a
                  join licet_receipt u on u.tenant = p_tenant and u.provider = a.provider and u.message_id = a.message_id and u.delivery_id is null
                    and not u.applied
                  where a.tenant = p_tenant and a.delivery_id = c.id and a.message_id is not null) r),
            c.halt, c.halted_ms::float8
          from unnest(taken) with ordinality as t(id, place) join claimed c on c.id = t.id
            left join licet_subject_epoch e on e.tenant = p_tenant and e.subject = c.subject
          order by t.place;
          if cardinality(taken) < p_limit then
            for urgency in 0..2 loop
              candidate := null;
              select d.due_ms into candidate from licet_delivery d
              where d.tenant = p_tenant and d.priority = urgency and d.due_ms is not null and (p_shards is null or d.share % p_shards = p_shard)
              order by d.due_ms limit 1;
              next_ms := least(next_ms, candidate);
            end loop;
          else
            next_ms := at_ms;
          end if;
          return query select at_ms::float8, next_ms::float8, null::text, null::text, null::text, null::float8, null::float8, null::integer,
            null::smallint, null::float8, null::text, null::text, null::text, null::float8;
        end $$`,
      // The fence: shared locks on the subjects' buckets first, then a new snapshot that sees every gate closed before.
      `create function licet_start_attempts(p_tenant text, p_rows json) returns table (place integer, outcome text) language plpgsql as $$
        begin
          if current_setting('transaction_isolation') <> 'read committed' then
            raise exception 'Attempts are started in read committed transactions only: others would not see a gate that closed meanwhile.';
          end if;
          perform set_config('synchronous_commit', 'on', true);
          perform pg_advisory_xact_lock_shared(721543, b.bucket) from (
            select distinct hashtext(p_tenant || ' ' || g.subject) & 511 as bucket from json_to_recordset(p_rows) as g(subject text) order by 1) b;
          return query
          with given as materialized (
            select * from json_to_recordset(p_rows) as g(
              place integer, id text, fence float8, subject text, epoch float8, step smallint, number smallint, channel text, provider text,
              "waitFor" text, body text, started float8)),
          judged as materialized (
            select g.*, d.id is not null as owned, coalesce(e.epoch, 0) = g.epoch::bigint as open
            from given g
              left join licet_delivery d on d.tenant = p_tenant and d.id = g.id and d.fence = g.fence::bigint
              left join licet_subject_epoch e on e.tenant = p_tenant and e.subject = g.subject),
          added as (
            insert into licet_attempt (tenant, delivery_id, step, number, subject, channel, provider, wait_for, body, fence, started_ms)
            select p_tenant, j.id, j.step, j.number, j.subject, j.channel, j.provider, j."waitFor", j.body, j.fence::bigint, j.started::bigint
            from judged j where j.owned and j.open order by j.id
            on conflict do nothing returning delivery_id, step, number)
          select j.place, case
            when not j.owned then 'lost'
            when not j.open then 'fenced'
            when exists (select 1 from added a where a.delivery_id = j.id and a.step = j.step and a.number = j.number) then 'started'
            -- The same call again after its answer was lost.
            when exists (select 1 from licet_attempt a where a.tenant = p_tenant and a.delivery_id = j.id and a.step = j.step
              and a.number = j.number and a.fence = j.fence::bigint and not a.ended) then 'started'
            else 'lost' end
          from judged j order by j.place;
        end $$`,
      // `p_leases` and `p_rows` are in step: what is looked at more than once is kept apart from what is large.
      `create function licet_write_deliveries(p_tenant text, p_now float8, p_leases json, p_rows json, p_ended json, p_receipts json)
        returns table (place bigint, outcome text) language plpgsql as $$
        declare
          now_ms bigint := licet_now_ms(p_now);
          ids text[];
          fences bigint[];
          owned_ids text[];
          lost_ids text[];
          behind_ids text[] := '{}';
          told integer;
        begin
          perform set_config('synchronous_commit', 'on', true);
          select array_agg(g.id order by g.place), array_agg(g.fence::bigint order by g.place) into ids, fences
          from json_to_recordset(p_leases) as g(place integer, id text, fence float8);
          perform 1 from licet_delivery d where d.tenant = p_tenant and d.id = any (ids) order by d.id for update;
          select coalesce(array_agg(g.id) filter (where d.fence = g.fence), '{}'), coalesce(array_agg(g.id) filter (where d.fence is distinct from g.fence), '{}')
          into owned_ids, lost_ids
          from unnest(ids, fences) as g(id, fence) left join licet_delivery d on d.tenant = p_tenant and d.id = g.id;
          if json_array_length(p_ended) > 0 then
            -- A later, better answer about an attempt replaces an earlier guess, never the other way round.
            update licet_attempt a set body = e.body, certainty = e.certainty, message_id = coalesce(e."messageId", a.message_id), ended = true,
              folded = cardinality(lost_ids) = 0 or e.id = any (owned_ids)
            from json_to_recordset(p_ended) as e(id text, step smallint, number smallint, body text, certainty smallint, "messageId" text)
            where a.tenant = p_tenant and a.delivery_id = e.id and a.step = e.step and a.number = e.number and a.certainty <= e.certainty;
            get diagnostics told = row_count;
            if told < json_array_length(p_ended) then
              select coalesce(array_agg(distinct e.id), '{}') into behind_ids
              from json_to_recordset(p_ended) as e(id text, step smallint, number smallint, certainty smallint)
                join licet_attempt a on a.tenant = p_tenant and a.delivery_id = e.id and a.step = e.step and a.number = e.number
                  and a.certainty > e.certainty;
            end if;
          end if;
          if json_array_length(p_receipts) > 0 then
            update licet_receipt r set applied = true, delivery_id = g.id
            from json_to_recordset(p_receipts) as g(id text, hash text)
            where r.tenant = p_tenant and r.hash = g.hash and (cardinality(lost_ids) = 0 or g.id = any (owned_ids));
          end if;
          update licet_delivery d set progress = g.progress, state = g.state, reason = g.reason, reached_by = g."reachedBy", late = g.late,
            double_reach = g."doubleReach", segments = g.segments, price_micros = g."priceMicros"::bigint, leased_by = null, leased_until_ms = 0,
            strikes = 0, due_ms = case when d.wake <> g.wake or g.id = any (behind_ids) then now_ms else g.due::bigint end
          from json_to_recordset(p_rows) as g(id text, fence float8, progress text, state text, reason text, "reachedBy" text, late smallint,
            "doubleReach" boolean, segments integer, "priceMicros" float8, due float8, wake integer)
          where d.tenant = p_tenant and d.id = g.id and d.fence = g.fence::bigint;
          if cardinality(lost_ids) > 0 and json_array_length(p_ended) > 0 then
            perform licet_wake_deliveries(p_tenant, now_ms,
              array(select distinct e.id from json_to_recordset(p_ended) as e(id text) where e.id = any (lost_ids)), null);
          end if;
          return query select g.place, case when cardinality(lost_ids) > 0 and g.id = any (lost_ids) then 'lost' else 'written' end
          from unnest(ids) with ordinality as g(id, place) order by g.place;
        end $$`,
      // Finds the deliveries of receipts that came before their message was known. Called after the commit of either side, so none is missed.
      `create function licet_match_receipts(p_tenant text, p_now float8, p_hashes json, p_deliveries json) returns integer language plpgsql as $$
        declare matched text[];
        begin
          with found as (
            update licet_receipt r set delivery_id = a.delivery_id, step = a.step from licet_attempt a
            where r.tenant = p_tenant and r.delivery_id is null and not r.applied and a.tenant = p_tenant and a.provider = r.provider
              and a.message_id = r.message_id
              and (p_hashes is null or r.hash in (select json_array_elements_text(p_hashes)))
              and (p_deliveries is null or a.delivery_id in (select json_array_elements_text(p_deliveries)))
            returning r.delivery_id)
          select coalesce(array_agg(distinct delivery_id), '{}') into matched from found;
          return licet_wake_deliveries(p_tenant, licet_now_ms(p_now), matched, null);
        end $$`,
      `create function licet_record_receipts(p_tenant text, p_now float8, p_rows json) returns table (hash text, matched boolean) language plpgsql as $$
        #variable_conflict use_column
        declare now_ms bigint := licet_now_ms(p_now);
        begin
          perform set_config('synchronous_commit', 'on', true);
          return query
          with given as materialized (
            select distinct on (g.hash) g.* from json_to_recordset(p_rows) as g(
              hash text, provider text, message text, delivery text, step smallint, body text) order by g.hash),
          owned as materialized (
            select g.*, coalesce(a.delivery_id, d.id) as owner, coalesce(a.step, case when d.id is not null then g.step end) as owner_step
            from given g
              left join lateral (select a.delivery_id, a.step from licet_attempt a where a.tenant = p_tenant and a.provider = g.provider
                and a.message_id = g.message limit 1) a on true
              left join licet_delivery d on a.delivery_id is null and d.tenant = p_tenant and d.id = g.delivery),
          added as (
            insert into licet_receipt (tenant, hash, provider, message_id, delivery_id, step, body, received_ms)
            select p_tenant, o.hash, o.provider, o.message, o.owner, o.owner_step, o.body, now_ms from owned o order by o.hash
            on conflict do nothing returning licet_receipt.hash, licet_receipt.delivery_id),
          woken as (select licet_wake_deliveries(p_tenant, now_ms, array(select distinct delivery_id from added where delivery_id is not null), null))
          select added.hash, added.delivery_id is not null from added, woken;
        end $$`,
      `create function licet_close_subject(p_tenant text, p_subject text)
        returns table (delivery_id text, step smallint, channel text, provider text, started_ms float8) language plpgsql as $$
        #variable_conflict use_column
        begin
          if current_setting('transaction_isolation') <> 'read committed' then
            raise exception 'A gate is closed in read committed transactions only: others would not see the attempts that have just started.';
          end if;
          perform set_config('synchronous_commit', 'on', true);
          perform pg_advisory_xact_lock(721543, hashtext(p_tenant || ' ' || p_subject) & 511);
          insert into licet_subject_epoch as e (tenant, subject, epoch) values (p_tenant, p_subject, 1)
          on conflict (tenant, subject) do update set epoch = e.epoch + 1;
          return query select a.delivery_id, a.step, a.channel, a.provider, a.started_ms::float8 from licet_attempt a
          where a.tenant = p_tenant and a.subject = p_subject and not a.ended order by a.started_ms;
        end $$`,
    ],
  },
];
