import { LOOKUP_PLANS } from './lookup-plans.ts';

/** Taking receipts in. */
export const newsFunctions: readonly string[] = [
  // Whose receipts these are. Idle: nobody has the delivery and nothing else waits to be folded in.
  `create function licet_find_owners(p_tenant text, p_now float8, p_provider text[], p_message text[], p_delivery text[], p_step smallint[])
    returns table (place bigint, now_ms float8, id text, step smallint, fence float8, request text, progress text, created_ms float8, wake integer, idle boolean)
    language plpgsql ${LOOKUP_PLANS} as $$
    #variable_conflict use_column
    begin
      return query
      select g.place, licet_now_ms(p_now)::float8, s.id, coalesce(m.step, g.step), s.fence::float8, d.request, s.progress, d.created_ms::float8, s.wake,
        s.leased_until_ms = 0 and s.halt is null
          and (s.wake = 0 or not exists (select 1 from licet_receipt r where r.tenant = p_tenant and r.delivery_id = s.id))
          and not exists (select 1 from licet_attempt a where a.tenant = p_tenant and a.delivery_id = s.id)
      from unnest(p_provider, p_message, p_delivery, p_step) with ordinality as g(provider, message, delivery, step, place)
        left join licet_message m on m.tenant = p_tenant and m.provider = g.provider and m.message_id = g.message
        join licet_standing s on s.tenant = p_tenant and s.id = coalesce(m.delivery_id, g.delivery)
        join licet_delivery d on d.tenant = p_tenant and d.id = s.id;
    end $$`,
  // \`p_folded_…\`: standings with their receipts folded in, each for the fence and the news it was read under. What somebody has touched since goes by the inbox.
  `create function licet_record_receipts(p_tenant text, p_now float8, p_hash text[], p_provider text[], p_message text[], p_delivery text[],
      p_step smallint[], p_body text[], p_all_folded boolean, p_folded_id text[], p_folded_fence float8[],
      p_folded_wake integer[], p_folded_due float8[], p_state text[], p_reason text[],
      p_reached_by text[], p_late smallint[], p_double boolean[], p_segments integer[], p_price float8[], p_progress text[])
    returns table (hash text, matched boolean, folded text) language plpgsql ${LOOKUP_PLANS} as $$
    #variable_conflict use_column
    declare
      now_ms bigint := licet_now_ms(p_now);
      fresh text[];
      folded_ids text[] := '{}';
      unmatched text[] := '{}';
      r record;
    begin
      perform set_config('synchronous_commit', 'on', true);
      with added as (
        insert into licet_receipt_seen (tenant, hash) select p_tenant, g.hash from (select distinct u.hash from unnest(p_hash) as u(hash) order by 1) g
        on conflict do nothing returning licet_receipt_seen.hash)
      select coalesce(array_agg(added.hash), '{}') into fresh from added;
      if cardinality(fresh) = 0 then return; end if;
      -- The order of locks of every other function: standings before messages.
      perform 1 from licet_standing s where s.tenant = p_tenant and s.id = any (p_delivery) order by s.id for update;
      if cardinality(p_folded_id) > 0 then
        folded_ids := array(select s.id from unnest(p_folded_id, p_folded_fence, p_folded_wake) as g(id, fence, wake)
          join licet_standing s on s.tenant = p_tenant and s.id = g.id and s.fence = g.fence::bigint and s.wake = g.wake and s.leased_until_ms = 0);
        -- A new fence: a write that is repeated because its answer was lost must not undo this one.
        update licet_standing s set progress = g.progress, state = g.state, reason = g.reason, reached_by = g.reached_by, late = g.late,
          double_reach = g.double_reach, segments = g.segments, price_micros = g.price::bigint, fence = s.fence + 1, due_ms = g.due::bigint
        from unnest(p_folded_id, p_folded_due, p_state, p_reason, p_reached_by, p_late, p_double, p_segments, p_price, p_progress)
          as g(id, due, state, reason, reached_by, late, double_reach, segments, price, progress)
        where s.tenant = p_tenant and s.id = g.id and (cardinality(folded_ids) = cardinality(p_folded_id) or g.id = any (folded_ids));
        if p_all_folded and cardinality(folded_ids) = cardinality(p_folded_id) and cardinality(fresh) = cardinality(p_hash) then
          return query select g.hash, true, g.delivery from unnest(p_hash, p_delivery) as g(hash, delivery);
          return;
        end if;
      end if;
      select array_agg(g.hash) as hash, array_agg(g.provider) as provider, array_agg(g.message) as message, array_agg(g.delivery) as delivery,
        array_agg(g.step) as step, array_agg(g.body) as body into r
      from (select distinct on (u.hash) u.* from unnest(p_hash, p_provider, p_message, p_delivery, p_step, p_body)
        as u(hash, provider, message, delivery, step, body)
        where (cardinality(fresh) = cardinality(p_hash) or u.hash = any (fresh)) and (u.delivery is null or u.delivery <> all (folded_ids)) order by u.hash) g;
      if r.hash is not null then
        -- Holds the place of a message nobody knows yet; waits for a worker that is about to make it known.
        insert into licet_message (tenant, provider, message_id)
        select distinct p_tenant, g.provider, g.message from unnest(r.provider, r.message) as g(provider, message) where g.message is not null
        order by g.provider, g.message
        on conflict do nothing;
        unmatched := licet_store_receipts(p_tenant, now_ms, r.hash, r.provider, r.message, r.delivery, r.step, r.body);
      end if;
      return query select distinct on (g.hash) g.hash, g.hash <> all (unmatched), case when g.delivery = any (folded_ids) then g.delivery end
        from unnest(p_hash, p_delivery) as g(hash, delivery) where g.hash = any (fresh);
    end $$`,
  // Puts receipts in the inbox, wakes their deliveries, and tells the hashes whose message nobody knows.
  `create function licet_store_receipts(p_tenant text, p_now bigint, p_hash text[], p_provider text[], p_message text[], p_delivery text[],
      p_step smallint[], p_body text[])
    returns text[] language plpgsql ${LOOKUP_PLANS} as $$
    declare unmatched text[];
    begin
      with owned as materialized (
        select g.*, coalesce(m.delivery_id, d.id) as owner, coalesce(m.step, case when d.id is not null then g.step end) as owner_step
        from unnest(p_hash, p_provider, p_message, p_delivery, p_step, p_body) as g(hash, provider, message, delivery, step, body)
          left join licet_message m on m.tenant = p_tenant and m.provider = g.provider and m.message_id = g.message
          left join licet_delivery d on m.delivery_id is null and d.tenant = p_tenant and d.id = g.delivery),
      stored as (
        insert into licet_receipt (tenant, delivery_id, hash, step, body, received_ms)
        select p_tenant, o.owner, o.hash, o.owner_step, o.body, p_now from owned o where o.owner is not null order by o.owner, o.hash),
      waiting as (
        insert into licet_receipt_unmatched (tenant, message_id, provider, hash, body, received_ms)
        select p_tenant, coalesce(o.message, ''), o.provider, o.hash, o.body, p_now from owned o where o.owner is null order by o.hash),
      woken as (select licet_wake_deliveries(p_tenant, p_now, array(select distinct owner from owned where owner is not null), null))
      select coalesce(array_agg(o.hash) filter (where o.owner is null), '{}') into unmatched from owned o, woken;
      return unmatched;
    end $$`,
];
