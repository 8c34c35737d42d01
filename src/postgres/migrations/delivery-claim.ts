import { LOOKUP_PLANS } from './lookup-plans.ts';

/** Storing deliveries, claiming them, starting attempts, closing gates. */
export const claimFunctions: readonly string[] = [
  `create function licet_insert_deliveries(p_tenant text, p_now float8, p_id text[], p_campaign text[], p_key text[], p_subject text[], p_phone text[],
      p_sender text[], p_purpose text[], p_request text[], p_priority smallint[], p_share smallint[], p_due float8[], p_state text[], p_reason text[],
      p_progress text[])
    returns table (place bigint, outcome text, id text) language plpgsql ${LOOKUP_PLANS} as $$
    declare
      now_ms bigint := licet_now_ms(p_now);
      added text[];
    begin
      perform set_config('synchronous_commit', 'on', true);
      with stored as (
        insert into licet_delivery (tenant, id, campaign_id, idempotency_key, subject, phone, sender, purpose, request, created_ms)
        select p_tenant, g.id, g.campaign, g.key, g.subject, g.phone, g.sender, g.purpose, g.request, now_ms
        from unnest(p_id, p_campaign, p_key, p_subject, p_phone, p_sender, p_purpose, p_request)
          as g(id, campaign, key, subject, phone, sender, purpose, request)
        on conflict do nothing returning licet_delivery.id)
      select coalesce(array_agg(stored.id), '{}') into added from stored;
      insert into licet_standing (tenant, id, priority, share, due_ms, state, reason, progress)
      select p_tenant, g.id, g.priority, g.share, case when g.due is null then null else greatest(g.due::bigint, now_ms) end, g.state, g.reason, g.progress
      from unnest(p_id, p_priority, p_share, p_due, p_state, p_reason, p_progress) as g(id, priority, share, due, state, reason, progress)
      where cardinality(added) = cardinality(p_id) or g.id = any (added)
      on conflict do nothing;
      -- No row: everything was stored.
      if cardinality(added) = cardinality(p_id) then return; end if;
      return query
      select g.place, case when g.id = any (added) then 'inserted' when d.id is not null then 'duplicate' else 'duplicate-recipient' end, coalesce(d.id, g.id)
      from unnest(p_id, p_key) with ordinality as g(id, key, place)
        left join licet_delivery d on d.tenant = p_tenant and d.idempotency_key = g.key
      order by g.place;
    end $$`,
  `create function licet_claim_deliveries(p_tenant text, p_now float8, p_limit integer, p_lease_ms float8, p_worker text, p_shard integer, p_shards integer)
    returns table (now_ms float8, next_due_ms float8, id text, request text, progress text, created_ms float8, fence float8, wake integer,
      strikes smallint, epoch float8, attempts text, receipts text, halt text, halted_ms float8) language plpgsql ${LOOKUP_PLANS} as $$
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
        from (select s.id, s.due_ms, s.strikes from licet_standing s
          where s.tenant = p_tenant and s.priority = urgency and s.due_ms <= at_ms and s.leased_until_ms <= at_ms
            and (p_shards is null or s.share % p_shards = p_shard)
          order by s.due_ms limit p_limit - cardinality(taken) for update skip locked) q;
        if found_ids is null then continue; end if;
        -- What broke two workers comes alone, so that it takes nobody along.
        if cardinality(taken) = 0 and first_strikes >= 2 then
          taken := found_ids[1:1];
          exit;
        end if;
        taken := taken || coalesce(sound_ids, '{}');
      end loop;
      if cardinality(taken) > 0 then
        return query
        with claimed as (
          update licet_standing s set fence = s.fence + 1, strikes = s.strikes + 1, leased_by = p_worker, leased_until_ms = until_ms
          from unnest(taken) with ordinality as t(id, place)
          where s.tenant = p_tenant and s.id = t.id
          returning t.place, s.id, s.progress, s.fence, s.wake, s.strikes, s.halt, s.halted_ms)
        select at_ms::float8, null::float8, c.id, d.request, c.progress, d.created_ms::float8, c.fence::float8, c.wake, (c.strikes - 1)::smallint,
          coalesce(e.epoch, 0)::float8,
          -- A first claim finds neither.
          case when c.fence > 1 then
            (select '[' || string_agg(json_build_object('step', a.step, 'waitFor', a.wait_for, 'attempt', a.body)::text, ',' order by a.step, a.number) || ']'
              from licet_attempt a where a.tenant = p_tenant and a.delivery_id = c.id) end,
          case when c.wake > 0 then
            (select '[' || string_agg(json_build_object('hash', r.hash, 'step', r.step, 'body', r.body)::text, ',' order by r.received_ms, r.hash) || ']'
              from licet_receipt r where r.tenant = p_tenant and r.delivery_id = c.id) end,
          c.halt, c.halted_ms::float8
        from claimed c join licet_delivery d on d.tenant = p_tenant and d.id = c.id
          left join licet_subject_epoch e on e.tenant = p_tenant and e.subject = d.subject
        order by c.place;
      end if;
      if cardinality(taken) < p_limit then
        for urgency in 0..2 loop
          -- What a worker has falls due when its lease ends; it was due when it was taken, so it stands before all that wait.
          select min(s.leased_until_ms) into candidate from licet_standing s
          where s.tenant = p_tenant and s.priority = urgency and s.due_ms <= at_ms and s.leased_until_ms > at_ms
            and (p_shards is null or s.share % p_shards = p_shard);
          next_ms := least(next_ms, candidate);
          candidate := null;
          select s.due_ms into candidate from licet_standing s
          where s.tenant = p_tenant and s.priority = urgency and s.due_ms is not null and s.leased_until_ms <= at_ms
            and (p_shards is null or s.share % p_shards = p_shard)
          order by s.due_ms limit 1;
          next_ms := least(next_ms, candidate);
        end loop;
      else
        next_ms := at_ms;
      end if;
      return query select at_ms::float8, next_ms::float8, null::text, null::text, null::text, null::float8, null::float8, null::integer,
        null::smallint, null::float8, null::text, null::text, null::text, null::float8;
    end $$`,
  // The fence: shared locks on the subjects' buckets first, then a new snapshot that sees every gate closed before. The standings are locked
  // against a claim, so that no other worker has come, called and gone between the look at the lease and the intent.
  `create function licet_start_attempts(p_tenant text, p_id text[], p_fence float8[], p_subject text[], p_epoch float8[], p_step smallint[],
      p_number smallint[], p_channel text[], p_provider text[], p_wait_for text[], p_started float8[], p_body text[])
    returns table (place bigint, outcome text) language plpgsql ${LOOKUP_PLANS} as $$
    declare
      owned text[];
      added integer;
    begin
      if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'Attempts are started in read committed transactions only: others would not see a gate that closed meanwhile.';
      end if;
      perform set_config('synchronous_commit', 'on', true);
      perform pg_advisory_xact_lock_shared(721543, b.bucket) from (
        select distinct hashtext(p_tenant || ' ' || g.subject) & 511 as bucket from unnest(p_subject) as g(subject) order by 1) b;
      owned := array(select s.id from unnest(p_id, p_fence) as g(id, fence)
        join licet_standing s on s.tenant = p_tenant and s.id = g.id and s.fence = g.fence::bigint and s.leased_until_ms > 0
        order by s.id for key share of s);
      insert into licet_attempt (tenant, delivery_id, step, number, channel, provider, wait_for, body, fence, started_ms)
      select p_tenant, g.id, g.step, g.number, g.channel, g.provider, g.wait_for, g.body, g.fence::bigint, g.started::bigint
      from unnest(p_id, p_fence, p_subject, p_epoch, p_step, p_number, p_channel, p_provider, p_wait_for, p_started, p_body)
          as g(id, fence, subject, epoch, step, number, channel, provider, wait_for, started, body)
        left join licet_subject_epoch e on e.tenant = p_tenant and e.subject = g.subject
      where coalesce(e.epoch, 0) = g.epoch::bigint and (cardinality(owned) = cardinality(p_id) or g.id = any (owned))
      on conflict do nothing;
      get diagnostics added = row_count;
      -- No row: everything was started.
      if added = cardinality(p_id) then return; end if;
      return query
      select g.place, case
        when g.id <> all (owned) then 'lost'
        when coalesce(e.epoch, 0) <> g.epoch::bigint then 'fenced'
        -- Also the same call again after its answer was lost.
        when exists (select 1 from licet_attempt a where a.tenant = p_tenant and a.delivery_id = g.id and a.step = g.step
          and a.number = g.number and a.fence = g.fence::bigint and not a.ended) then 'started'
        else 'lost' end
      from unnest(p_id, p_fence, p_subject, p_epoch, p_step, p_number) with ordinality as g(id, fence, subject, epoch, step, number, place)
        left join licet_subject_epoch e on e.tenant = p_tenant and e.subject = g.subject
      order by g.place;
    end $$`,
  `create function licet_open_attempts(p_tenant text, p_subject text)
    returns table (delivery_id text, step smallint, channel text, provider text, started_ms float8) language sql stable ${LOOKUP_PLANS} as $$
      select a.delivery_id, a.step, a.channel, a.provider, a.started_ms::float8
      from licet_delivery d
        cross join lateral (select * from licet_attempt t where t.delivery_id = d.id and t.tenant = d.tenant and not t.ended offset 0) a
      where d.tenant = p_tenant and d.subject = p_subject order by a.started_ms
    $$`,
  `create function licet_close_subject(p_tenant text, p_subject text)
    returns table (delivery_id text, step smallint, channel text, provider text, started_ms float8) language plpgsql as $$
    begin
      if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'A gate is closed in read committed transactions only: others would not see the attempts that have just started.';
      end if;
      perform set_config('synchronous_commit', 'on', true);
      perform pg_advisory_xact_lock(721543, hashtext(p_tenant || ' ' || p_subject) & 511);
      insert into licet_subject_epoch as e (tenant, subject, epoch) values (p_tenant, p_subject, 1)
      on conflict (tenant, subject) do update set epoch = e.epoch + 1;
      -- A snapshot of its own: it sees every attempt that was started under the old epoch.
      return query select * from licet_open_attempts(p_tenant, p_subject);
    end $$`,
];
