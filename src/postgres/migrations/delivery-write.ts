import { LOOKUP_PLANS } from './lookup-plans.ts';

/** Waking deliveries, writing standings back, keeping what a worker that lost its delivery still knows. */
export const writeFunctions: readonly string[] = [
  // Makes deliveries due without taking them from a worker that has them: it sees the new number when it writes.
  `create function licet_wake_deliveries(p_tenant text, p_now bigint, p_ids text[], p_halt text) returns integer language plpgsql ${LOOKUP_PLANS} as $$
    declare woken integer;
    begin
      perform 1 from licet_standing where tenant = p_tenant and id = any (p_ids) order by id for update;
      update licet_standing set
        wake = wake + 1,
        due_ms = case when leased_until_ms > p_now then due_ms else least(due_ms, p_now) end,
        halt = coalesce(halt, p_halt),
        halted_ms = case when p_halt is null then halted_ms else coalesce(halted_ms, p_now) end
      where tenant = p_tenant and id = any (p_ids);
      get diagnostics woken = row_count;
      return woken;
    end $$`,
  // Makes messages known; receipts that came before theirs are given to its delivery. Both sides write the message's row, so the one that comes
  // second waits for the other and sees it.
  `create function licet_learn_messages(p_tenant text, p_now bigint, p_provider text[], p_message text[], p_delivery text[], p_step smallint[])
    returns void language plpgsql ${LOOKUP_PLANS} as $$
    declare
      awaited text[];
      matched text[];
    begin
      with learnt as (
        insert into licet_message as m (tenant, provider, message_id, delivery_id, step)
        select p_tenant, g.provider, g.message, g.delivery, g.step from (
          select distinct on (u.provider, u.message) u.* from unnest(p_provider, p_message, p_delivery, p_step) as u(provider, message, delivery, step)
          order by u.provider, u.message) g
        on conflict (message_id, provider, tenant) do update set delivery_id = excluded.delivery_id, step = excluded.step where m.delivery_id is null
        returning m.message_id, xmax <> 0 as was_awaited)
      select array_agg(message_id) filter (where was_awaited) into awaited from learnt;
      if awaited is null then return; end if;
      with found as (
        delete from licet_receipt_unmatched r using licet_message m
        where m.tenant = p_tenant and m.message_id = any (awaited) and m.provider = any (p_provider) and m.delivery_id is not null
          and r.tenant = p_tenant and r.provider = m.provider and r.message_id = m.message_id
        returning m.delivery_id, r.hash, m.step, r.body, r.received_ms),
      moved as (
        insert into licet_receipt (tenant, delivery_id, hash, step, body, received_ms)
        select p_tenant, found.* from found on conflict do nothing returning delivery_id)
      select coalesce(array_agg(distinct delivery_id), '{}') into matched from moved;
      perform licet_wake_deliveries(p_tenant, p_now, matched, null);
    end $$`,
  // \`p_keep\`: the worker goes on with the delivery, so its lease stays. Rows come back for what was lost only.
  `create function licet_write_deliveries(p_tenant text, p_now float8, p_id text[], p_fence float8[], p_keep boolean[], p_wake integer[], p_due float8[],
      p_state text[], p_reason text[], p_reached_by text[], p_late smallint[], p_double boolean[], p_segments integer[], p_price float8[],
      p_progress text[], p_ended_id text[], p_ended_step smallint[], p_ended_number smallint[], p_certainty smallint[], p_provider text[],
      p_message text[], p_receipt_id text[], p_receipt text[])
    returns table (lost text) language plpgsql ${LOOKUP_PLANS} as $$
    declare
      now_ms bigint := licet_now_ms(p_now);
      owned text[];
      is_all boolean;
      behind text[] := '{}';
      gone integer;
    begin
      perform set_config('synchronous_commit', 'on', true);
      owned := array(select s.id from unnest(p_id, p_fence) as g(id, fence)
        join licet_standing s on s.tenant = p_tenant and s.id = g.id and s.fence = g.fence::bigint order by s.id for update of s);
      is_all := cardinality(owned) = cardinality(p_id);
      if cardinality(p_ended_id) > 0 then
        -- A later, better answer about an attempt is kept for the next claim, never overwritten by a guess.
        delete from licet_attempt where ctid = any (array(
          select a.place from unnest(p_ended_id, p_ended_step, p_ended_number, p_certainty) as e(id, step, number, certainty)
            cross join lateral (select t.ctid as place from licet_attempt t where t.delivery_id = e.id and t.step = e.step and t.number = e.number
              and t.tenant = p_tenant and t.certainty <= e.certainty offset 0) a
          where is_all or e.id = any (owned)));
        get diagnostics gone = row_count;
        if gone < cardinality(p_ended_id) then
          behind := array(select e.id from unnest(p_ended_id, p_ended_step, p_ended_number) as e(id, step, number)
            cross join lateral (select from licet_attempt t where t.delivery_id = e.id and t.step = e.step and t.number = e.number
              and t.tenant = p_tenant offset 0) a);
        end if;
      end if;
      if cardinality(p_receipt) > 0 then
        delete from licet_receipt where ctid = any (array(
          select r.place from unnest(p_receipt_id, p_receipt) as g(id, hash)
            cross join lateral (select t.ctid as place from licet_receipt t where t.delivery_id = g.id and t.hash = g.hash and t.tenant = p_tenant offset 0) r
          where is_all or g.id = any (owned)));
      end if;
      update licet_standing s set progress = g.progress, state = g.state, reason = g.reason, reached_by = g.reached_by, late = g.late,
        double_reach = g.double_reach, segments = g.segments, price_micros = g.price::bigint, strikes = 0,
        leased_by = case when g.keep then s.leased_by end, leased_until_ms = case when g.keep then s.leased_until_ms else 0 end,
        due_ms = case when g.keep then s.due_ms when s.wake <> g.wake or g.id = any (behind) then now_ms else g.due::bigint end
      from unnest(p_id, p_fence, p_keep, p_wake, p_due, p_state, p_reason, p_reached_by, p_late, p_double, p_segments, p_price, p_progress)
        as g(id, fence, keep, wake, due, state, reason, reached_by, late, double_reach, segments, price, progress)
      where s.tenant = p_tenant and s.id = g.id and s.fence = g.fence::bigint;
      if cardinality(p_message) > 0 then
        perform licet_learn_messages(p_tenant, now_ms, array_agg(e.provider), array_agg(e.message), array_agg(e.id), array_agg(e.step))
        from unnest(p_ended_id, p_ended_step, p_provider, p_message) as e(id, step, provider, message)
        where e.message is not null and (is_all or e.id = any (owned)) having count(*) > 0;
      end if;
      if not is_all then return query select g.id from unnest(p_id) as g(id) where g.id <> all (owned); end if;
    end $$`,
  // How attempts ended whose worker lost the delivery: kept for whoever has it next, unless something better is known.
  `create function licet_keep_ended(p_tenant text, p_now float8, p_id text[], p_step smallint[], p_number smallint[], p_certainty smallint[],
      p_channel text[], p_provider text[], p_wait_for text[], p_started float8[], p_body text[], p_message text[])
    returns void language plpgsql ${LOOKUP_PLANS} as $$
    declare now_ms bigint := licet_now_ms(p_now);
    begin
      perform set_config('synchronous_commit', 'on', true);
      -- The order of locks of every other function: standings, then attempts, then messages.
      perform licet_wake_deliveries(p_tenant, now_ms, p_id, null);
      insert into licet_attempt as a (tenant, delivery_id, step, number, channel, provider, wait_for, body, fence, certainty, started_ms, ended)
      select p_tenant, d.id, g.step, g.number, g.channel, g.provider, g.wait_for, g.body, 0, g.certainty, g.started::bigint, true
      from unnest(p_id, p_step, p_number, p_certainty, p_channel, p_provider, p_wait_for, p_started, p_body)
          as g(id, step, number, certainty, channel, provider, wait_for, started, body)
        join licet_delivery d on d.tenant = p_tenant and d.id = g.id
      order by d.id, g.step, g.number
      on conflict (delivery_id, step, number, tenant) do update set body = excluded.body, certainty = excluded.certainty, ended = true
      where a.certainty <= excluded.certainty;
      perform licet_learn_messages(p_tenant, now_ms, array_agg(g.provider), array_agg(g.message), array_agg(g.id), array_agg(g.step))
      from unnest(p_id, p_step, p_provider, p_message) as g(id, step, provider, message)
        join licet_delivery d on d.tenant = p_tenant and d.id = g.id
      where g.message is not null having count(*) > 0;
    end $$`,
];
