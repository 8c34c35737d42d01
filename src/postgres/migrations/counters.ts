import type { Migration } from '../migration.ts';

/**
 * Tables and functions of the counter store. The functions are the arithmetic of `limits/rate-bucket.ts`,
 * `limits/memory-counter-store.ts` and `limits/outcome-history.ts`: `counterStoreContract` holds them to the same answers.
 */
export const counterMigrations: readonly Migration[] = [
  {
    id: '0003-counters',
    sql: [
      `create table licet_counters (
  tenant text not null,
  key text not null,
  total double precision not null default 0,
  times double precision[] not null default '{}',
  next_ms double precision not null default 0,
  queue_ms double precision not null default 0,
  closed_ms double precision not null default 0,
  ramp_ms double precision not null default 0,
  expires_ms double precision not null default 0,
  primary key (tenant, key)
) with (fillfactor = 70)`,
      `create table licet_counter_members (
  tenant text not null,
  key text not null,
  member text not null,
  used_ms double precision not null,
  primary key (tenant, key, member)
) with (fillfactor = 70)`,
      `create index licet_counter_members_age on licet_counter_members (tenant, key, used_ms)`,
      `create table licet_outcome_histories (
  tenant text not null,
  key text not null,
  start_ms double precision not null,
  window_ms double precision not null,
  ok double precision not null,
  failed double precision not null,
  previous_ok double precision not null,
  previous_failed double precision not null,
  primary key (tenant, key)
) with (fillfactor = 70)`,
      `create function licet_pace(at_ms double precision, every_ms double precision, closed_ms double precision, ramp_ms double precision)
returns double precision language sql immutable as $$
  select case
    when closed_ms = 0 or at_ms - closed_ms >= ramp_ms then every_ms
    else greatest(every_ms, 10) / greatest(0.1::double precision, (at_ms - closed_ms) / ramp_ms)
  end
$$`,
      // Kinds: 1 rate (amount = everyMs, ceiling = horizonMs, span = leadMs), 2 log (span = windowMs), 3 unique (span = windowMs), 4 sum (span = expiresMs).
      `create function licet_take(
  p_tenant text, p_keys text[], p_group int[], p_key int[], p_kind int[], p_amount double precision[], p_ceiling double precision[],
  p_span double precision[], p_member text[], p_now double precision
) returns table (now_ms double precision, denied int[], closed boolean[], at_ms double precision[], fresh boolean[])
language plpgsql as $$
declare
  v_total double precision[]; v_next double precision[]; v_queue double precision[];
  v_closed double precision[]; v_ramp double precision[]; v_expires double precision[]; v_logged int[];
  v_swept boolean[] := array_fill(false, array[cardinality(p_keys)]);
  v_now double precision; v_at double precision; v_slot double precision; v_retry double precision; v_worst double precision;
  v_count int; v_gone int; v_bad int; v_own boolean; v_shut boolean; v_ok boolean;
  v_times double precision[];
  v_pace double precision;
  n int := cardinality(p_group); i int := 1; j int; k int;
begin
  insert into licet_counters (tenant, key) select p_tenant, named.key from unnest(p_keys) with ordinality as named(key, place) order by named.place
    on conflict do nothing;
  select array_agg(r.total), array_agg(r.next_ms), array_agg(r.queue_ms), array_agg(r.closed_ms), array_agg(r.ramp_ms), array_agg(r.expires_ms),
      array_agg(cardinality(r.times))
    into v_total, v_next, v_queue, v_closed, v_ramp, v_expires, v_logged
    from (
      select counters.* from unnest(p_keys) with ordinality as named(key, place)
      join licet_counters counters on counters.tenant = p_tenant and counters.key = named.key
      order by named.place for update of counters
    ) r;
  -- Read after the locks are held: who waited for them gets slots from now on.
  v_now := coalesce(p_now, extract(epoch from clock_timestamp()) * 1000);
  denied := '{}'; closed := '{}'; at_ms := '{}'; fresh := array_fill(false, array[n]);

  while i <= n loop
    v_at := v_now;
    j := i;
    while j <= n and p_group[j] = p_group[i] loop
      k := p_key[j];
      if p_kind[j] = 1 then
        v_at := greatest(v_at, v_now + p_span[j], v_next[k], v_closed[k]);
      elsif p_kind[j] = 3 and not v_swept[k] then
        delete from licet_counter_members m where m.tenant = p_tenant and m.key = p_keys[k] and m.used_ms <= v_now - p_span[j];
        get diagnostics v_gone = row_count;
        v_total[k] := v_total[k] - v_gone;
        v_swept[k] := true;
      end if;
      j := j + 1;
    end loop;

    v_bad := 0; v_own := false; v_worst := '-Infinity'; v_shut := false;
    for c in i .. j - 1 loop
      k := p_key[c];
      v_ok := true;
      case p_kind[c]
        when 1 then
          v_slot := greatest(v_now, v_next[k], v_closed[k]);
          v_ok := v_slot - v_now <= p_ceiling[c] or v_own;
          v_retry := v_now;
        when 2 then
          -- Most people have no message in the log yet, or fewer than the cap: their times need not be read.
          v_ok := v_logged[k] < p_ceiling[c];
          if not v_ok then
            select count(*), array_agg(t order by t) into v_count, v_times
              from licet_counters r, unnest(r.times) t where r.tenant = p_tenant and r.key = p_keys[k] and t > v_at - p_span[c];
            v_ok := v_count < p_ceiling[c];
            v_retry := case when p_ceiling[c] <= 0 then 'Infinity' else v_times[v_count - p_ceiling[c]::int + 1] + p_span[c] end;
          end if;
        when 3 then
          v_ok := v_total[k] < p_ceiling[c];
          if not v_ok then
            v_ok := exists (select from licet_counter_members m where m.tenant = p_tenant and m.key = p_keys[k] and m.member = p_member[c]);
          end if;
          if not v_ok then
            select min(m.used_ms) + p_span[c] into v_retry from licet_counter_members m where m.tenant = p_tenant and m.key = p_keys[k];
            if p_ceiling[c] <= 0 or v_retry is null then v_retry := 'Infinity'; end if;
          end if;
        else
          v_ok := v_total[k] + p_amount[c] <= p_ceiling[c];
          v_retry := case when p_amount[c] > p_ceiling[c] then 'Infinity' else p_span[c] end;
      end case;
      continue when v_ok;
      if p_kind[c] <> 1 and not v_own then
        v_own := true; v_worst := '-Infinity';
      end if;
      if v_retry > v_worst then
        v_bad := c; v_worst := v_retry;
      end if;
    end loop;

    if v_bad > 0 and not v_own then
      v_worst := '-Infinity';
      for c in i .. j - 1 loop
        k := p_key[c];
        continue when p_kind[c] <> 1 or greatest(v_now, v_next[k], v_closed[k]) - v_now <= p_ceiling[c];
        v_retry := greatest(greatest(v_now, v_next[k], v_closed[k]) - p_ceiling[c], v_queue[k], v_closed[k], v_now);
        v_queue[k] := v_retry + licet_pace(v_retry, p_amount[c], v_closed[k], v_ramp[k]);
        if v_retry > v_worst then
          v_bad := c; v_worst := v_retry; v_shut := v_closed[k] > v_now;
        end if;
      end loop;
    end if;

    if v_bad > 0 then
      denied := denied || (v_bad - i); closed := closed || v_shut; at_ms := at_ms || v_worst;
    else
      denied := denied || -1; closed := closed || false; at_ms := at_ms || v_at;
      for c in i .. j - 1 loop
        k := p_key[c];
        case p_kind[c]
          when 1 then
            v_pace := licet_pace(v_at, p_amount[c], v_closed[k], v_ramp[k]);
            -- An unpaced key has nothing to remember: its row is not written.
            if v_pace > 0 then v_next[k] := v_at + v_pace; end if;
          when 2 then
            v_total[k] := greatest(v_total[k], p_span[c]);
            v_expires[k] := greatest(v_expires[k], v_at + v_total[k]);
            update licet_counters r
              set times = array(select t from unnest(r.times || v_at) t where t > v_at - v_total[k] order by t),
                total = v_total[k], expires_ms = v_expires[k]
              where r.tenant = p_tenant and r.key = p_keys[k]
              returning cardinality(r.times) into v_count;
            v_logged[k] := v_count;
          when 3 then
            insert into licet_counter_members as m (tenant, key, member, used_ms) values (p_tenant, p_keys[k], p_member[c], v_at)
              on conflict (tenant, key, member) do update set used_ms = excluded.used_ms
              returning xmax = 0 into v_ok;
            fresh[c] := v_ok;
            if v_ok then v_total[k] := v_total[k] + 1; end if;
            v_expires[k] := greatest(v_expires[k], v_at + p_span[c]);
          else
            v_total[k] := v_total[k] + p_amount[c];
            v_expires[k] := greatest(v_expires[k], p_span[c]);
        end case;
      end loop;
    end if;
    i := j;
  end loop;

  update licet_counters r
    set total = s.total, next_ms = s.next_ms, queue_ms = s.queue_ms,
      expires_ms = greatest(s.expires_ms, s.next_ms, s.queue_ms, r.closed_ms + r.ramp_ms, r.expires_ms)
    from unnest(p_keys, v_total, v_next, v_queue, v_expires) as s(key, total, next_ms, queue_ms, expires_ms)
    where r.tenant = p_tenant and r.key = s.key
      and (r.total <> s.total or r.next_ms <> s.next_ms or r.queue_ms <> s.queue_ms or r.expires_ms <> s.expires_ms);
  now_ms := v_now;
  return next;
end
$$`,
      // The common case in two statements: senders without a pace and one count a person. What has come to its cap is left to `licet_take`, which
      // knows when to come again; a sender that is closed or opening leaves everything to it (`is_open` false, nothing taken).
      `create function licet_take_logs(
  p_tenant text, p_senders text[], p_keys text[], p_max double precision, p_span double precision, p_now double precision
) returns table (now_ms double precision, is_open boolean, full_keys text[])
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  v_now double precision := coalesce(p_now, extract(epoch from clock_timestamp()) * 1000);
  v_taken text[];
begin
  now_ms := v_now; full_keys := '{}';
  is_open := not exists (select 1 from licet_counters c where c.tenant = p_tenant and c.key = any (p_senders)
    and (c.next_ms > v_now or c.closed_ms > v_now or (c.closed_ms > 0 and v_now - c.closed_ms < c.ramp_ms)));
  if is_open and cardinality(p_keys) > 0 then
    with put as (
      insert into licet_counters as c (tenant, key, times, total, expires_ms)
      select p_tenant, g.key, array[v_now], p_span, v_now + p_span from unnest(p_keys) with ordinality as g(key, place) order by g.place
      on conflict (tenant, key) do update set
        times = array(select t from unnest(c.times) t where t > v_now - greatest(c.total, excluded.total) order by t) || excluded.times,
        total = greatest(c.total, excluded.total),
        expires_ms = greatest(c.expires_ms, v_now + greatest(c.total, excluded.total))
      where (select count(*) from unnest(c.times) t where t > v_now - excluded.total) < p_max
      returning c.key)
    select coalesce(array_agg(put.key), '{}') into v_taken from put;
    if cardinality(v_taken) < cardinality(p_keys) then
      full_keys := array(select g.key from unnest(p_keys) as g(key) where g.key <> all (v_taken));
    end if;
  end if;
  return next;
end
$$`,
      `create function licet_give_back(p_tenant text, p_kind int[], p_key text[], p_amount double precision[], p_member text[])
returns void language plpgsql as $$
declare
  v_place int;
  v_charge record;
begin
  -- Locks in the order of keys, like a take.
  for v_charge in
    select * from unnest(p_kind, p_key, p_amount, p_member) as given(kind, key, amount, member) order by given.key collate "C"
  loop
    case v_charge.kind
      when 2 then
        select array_position(times, v_charge.amount) into v_place from licet_counters
          where tenant = p_tenant and key = v_charge.key for update;
        update licet_counters set times = times[:v_place - 1] || times[v_place + 1:]
          where tenant = p_tenant and key = v_charge.key and v_place is not null;
      when 3 then
        perform 1 from licet_counters where tenant = p_tenant and key = v_charge.key for update;
        delete from licet_counter_members where tenant = p_tenant and key = v_charge.key and member = v_charge.member;
        get diagnostics v_place = row_count;
        update licet_counters set total = total - v_place where tenant = p_tenant and key = v_charge.key;
      else
        update licet_counters set total = greatest(0, total - v_charge.amount) where tenant = p_tenant and key = v_charge.key;
    end case;
  end loop;
end
$$`,
      `create function licet_tally(p_tenant text, p_key text[], p_ok double precision[], p_failed double precision[], p_window double precision[], p_now double precision)
returns table (ok double precision, failed double precision) language plpgsql as $$
declare
  v_start double precision;
  v_share double precision;
  v_row licet_outcome_histories;
begin
  p_now := coalesce(p_now, extract(epoch from clock_timestamp()) * 1000);
  for i in 1 .. cardinality(p_key) loop
    v_start := floor(p_now / p_window[i]) * p_window[i];
    insert into licet_outcome_histories as h (tenant, key, start_ms, window_ms, ok, failed, previous_ok, previous_failed)
      values (p_tenant, p_key[i], v_start, p_window[i], p_ok[i], p_failed[i], 0, 0)
      on conflict (tenant, key) do update set
        start_ms = greatest(h.start_ms, v_start),
        window_ms = excluded.window_ms,
        ok = excluded.ok + case when h.start_ms >= v_start then h.ok else 0 end,
        failed = excluded.failed + case when h.start_ms >= v_start then h.failed else 0 end,
        previous_ok = case when h.start_ms >= v_start then h.previous_ok when h.start_ms = v_start - p_window[i] then h.ok else 0 end,
        previous_failed = case when h.start_ms >= v_start then h.previous_failed when h.start_ms = v_start - p_window[i] then h.failed else 0 end
      returning * into v_row;
    v_share := 1 - (p_now - v_row.start_ms) / p_window[i];
    ok := v_row.ok + v_row.previous_ok * v_share;
    failed := v_row.failed + v_row.previous_failed * v_share;
    return next;
  end loop;
end
$$`,
    ],
  },
];
