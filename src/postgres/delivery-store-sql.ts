/** The statements of the delivery store; the functions are in its migration. `$1` is the tenant everywhere. */
export const sql = {
  forget: `with theirs as (
      update licet_delivery set phone = null, request = (request::jsonb - 'addresses' || '{"phone":null,"values":{}}'::jsonb)::text
      where tenant = $1 and subject = $2 returning 1)
    select count(*)::int as n from theirs`,
  insert: 'select * from licet_insert_deliveries($1, $2::float8, $3::text::json)',
  claim: 'select * from licet_claim_deliveries($1, $2::float8, $3::integer, $4::float8, $5, $6::integer, $7::integer)',
  start: 'select * from licet_start_attempts($1, $2::text::json)',
  write: 'select * from licet_write_deliveries($1, $2::float8, $3::text::json, $4::text::json, $5::text::json, $6::text::json)',
  release: `update licet_delivery d set due_ms = licet_now_ms($2::float8), leased_by = null, leased_until_ms = 0, strikes = greatest(d.strikes - 1, 0)
    from json_to_recordset($3::text::json) as g(id text, fence float8)
    where d.tenant = $1 and d.id = g.id and d.fence = g.fence::bigint and d.leased_until_ms > 0`,
  record: 'select * from licet_record_receipts($1, $2::float8, $3::text::json)',
  match: 'select licet_match_receipts($1, $2::float8, $3::text::json, $4::text::json)',
  close: 'select * from licet_close_subject($1, $2)',
  open: `select delivery_id, step, channel, provider, started_ms::float8 as started_ms from licet_attempt
    where tenant = $1 and subject = $2 and not ended order by started_ms`,
  load: 'select id, request, progress, created_ms::float8 as created_ms from licet_delivery where tenant = $1 and id in (select json_array_elements_text($2::text::json))',
  counts: `select state, reason, reached_by, count(*)::float8 as n, sum(late)::float8 as late, (count(*) filter (where double_reach))::float8 as double_reach,
      sum(segments)::float8 as segments, sum(price_micros)::float8 as price_micros
    from licet_delivery where tenant = $1 and ($2::text is null or campaign_id = $2::text) group by state, reason, reached_by order by state, reason`,
  scan: `select id, request, progress, created_ms::float8 as created_ms from licet_delivery
    where tenant = $1 and id > $2 and ($3::text is null or campaign_id = $3::text) order by id limit $4::integer`,
} as const;

/** One portion of a wake-up: so many deliveries are locked at a time that others get through. */
export const WAKE_PORTION = 5_000;

/** Wakes the next portion of a scope in order of id and tells the last id, `null` when none was left. */
export function wakeStatement(conditions: readonly string[]): string {
  return `with portion as materialized (
      select id from licet_delivery where tenant = $1 and id > $2 and state in ('planned', 'deferred', 'in-progress')
        ${conditions.map((column, index) => `and ${column} = $${index + 5}`).join(' ')} order by id limit ${WAKE_PORTION})
    select licet_wake_deliveries($1, licet_now_ms($3::float8), array(select id from portion), $4::text) as woken, (select max(id) from portion) as last`;
}
