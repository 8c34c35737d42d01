/** A call of a function in the schema, all columns of its answer. */
function call(name: string, types: readonly string[]): string {
  return `select * from ${name}($1, ${types.map((type, index) => (type === 'bodies' ? bodies(index + 2) : `$${index + 2}::${type}`)).join(', ')})`;
}

/** JSON texts as `joinBodies` puts them into one: quoting each anew for an array would cost more than writing it. */
function bodies(place: number): string {
  return `string_to_array($${place}::text, E'\\x1e')`;
}

type Statement =
  | 'forget'
  | 'insert'
  | 'claim'
  | 'start'
  | 'write'
  | 'keepEnded'
  | 'release'
  | 'owners'
  | 'record'
  | 'close'
  | 'open'
  | 'load'
  | 'counts'
  | 'nextDue'
  | 'scan'
  | 'scanSubject';

/** The statements of the delivery store; the functions are in its migration. `$1` is the tenant everywhere. */
export const sql: Readonly<Record<Statement, string>> = {
  forget: `with theirs as (
      update licet_delivery set phone = null, request = (request::jsonb - 'addresses' || '{"phone":null,"values":{}}'::jsonb)::text
      where tenant = $1 and subject = $2 returning 1)
    select count(*)::int as n from theirs`,
  insert: call(
    'licet_insert_deliveries',
    'float8 text[] text[] text[] text[] text[] text[] text[] bodies smallint[] smallint[] float8[] text[] text[] bodies'.split(' '),
  ),
  claim: call('licet_claim_deliveries', 'float8 integer float8 text integer integer'.split(' ')),
  start: call('licet_start_attempts', 'text[] float8[] text[] float8[] smallint[] smallint[] text[] text[] text[] float8[] bodies'.split(' ')),
  write: call(
    'licet_write_deliveries',
    'float8 text[] float8[] boolean[] integer[] float8[] text[] text[] text[] smallint[] boolean[] integer[] float8[] bodies text[] smallint[] smallint[] smallint[] text[] text[] text[] text[]'.split(
      ' ',
    ),
  ),
  keepEnded: call('licet_keep_ended', 'float8 text[] smallint[] smallint[] smallint[] text[] text[] text[] float8[] bodies text[]'.split(' ')),
  release: `update licet_standing s set leased_by = null, leased_until_ms = 0, strikes = greatest(s.strikes - 1, 0)
    from unnest($2::text[], $3::float8[]) as g(id, fence)
    where s.tenant = $1 and s.id = g.id and s.fence = g.fence::bigint and s.leased_until_ms > 0`,
  owners: call('licet_find_owners', 'float8 text[] text[] text[] smallint[]'.split(' ')),
  record: call(
    'licet_record_receipts',
    'float8 text[] text[] text[] text[] smallint[] bodies boolean text[] float8[] integer[] float8[] text[] text[] text[] smallint[] boolean[] integer[] float8[] bodies'.split(
      ' ',
    ),
  ),
  close: call('licet_close_subject', ['text']),
  open: call('licet_open_attempts', ['text']),
  load: `select d.id, d.request, s.progress, d.created_ms::float8 as created_ms from licet_delivery d
    join licet_standing s on s.tenant = d.tenant and s.id = d.id where d.tenant = $1 and d.id = any ($2::text[])`,
  counts: `select s.state, s.reason, s.reached_by, count(*)::float8 as n, sum(s.late)::float8 as late,
      (count(*) filter (where s.double_reach))::float8 as double_reach, sum(s.segments)::float8 as segments, sum(s.price_micros)::float8 as price_micros
    from licet_standing s
    where s.tenant = $1 and ($2::text is null or exists (
      select 1 from licet_delivery d where d.tenant = s.tenant and d.id = s.id and d.campaign_id = $2::text))
    group by s.state, s.reason, s.reached_by order by s.state, s.reason`,
  nextDue: `with clock as materialized (select licet_now_ms($2::float8) as at_ms)
    select c.at_ms::float8 as now_ms, (select min(due) from generate_series(0, 2) as p(urgency), lateral (
      (select s.due_ms as due from licet_standing s
        where s.tenant = $1 and s.priority = p.urgency and s.due_ms is not null and s.leased_until_ms <= c.at_ms order by s.due_ms limit 1)
      union all (select min(s.leased_until_ms) from licet_standing s
        where s.tenant = $1 and s.priority = p.urgency and s.due_ms <= c.at_ms and s.leased_until_ms > c.at_ms)) as n)::float8 as next_due_ms
    from clock c`,
  scan: `select d.id, d.request, s.progress, d.created_ms::float8 as created_ms from licet_delivery d
      join licet_standing s on s.tenant = d.tenant and s.id = d.id
    where d.tenant = $1 and d.id > $2 and ($3::text is null or d.campaign_id = $3::text) order by d.id limit $4::integer`,
  // The person's rows first: a plan that walks through all ids until it has met enough of theirs would read the tenant.
  scanSubject: `with theirs as materialized (
      select d.id, d.request, d.created_ms from licet_delivery d
      where d.tenant = $1 and d.subject = $2 and d.id > $3 and ($4::text is null or d.campaign_id = $4::text))
    select d.id, d.request, s.progress, d.created_ms::float8 as created_ms from theirs d
      join licet_standing s on s.tenant = $1 and s.id = d.id
    order by d.id limit $5::integer`,
};

/** Those of them that call a function: their plans are the same whatever the tables hold. */
export const functionCalls: readonly Statement[] = ['insert', 'claim', 'start', 'write', 'keepEnded', 'owners', 'record', 'close', 'open'];

/** One portion of a wake-up: so many deliveries are locked at a time that others get through. */
export const WAKE_PORTION = 5_000;

/** Wakes the next portion of a scope in order of id and tells the last id, `null` when none was left. */
export function wakeStatement(conditions: readonly string[]): string {
  return `with portion as materialized (
      select d.id from licet_delivery d join licet_standing s on s.tenant = d.tenant and s.id = d.id
      where d.tenant = $1 and d.id > $2 and s.state in ('planned', 'deferred', 'in-progress')
        ${conditions.map((column, index) => `and d.${column} = $${index + 5}`).join(' ')} order by d.id limit ${WAKE_PORTION})
    select licet_wake_deliveries($1, licet_now_ms($3::float8), array(select id from portion), $4::text) as woken, (select max(id) from portion) as last`;
}
