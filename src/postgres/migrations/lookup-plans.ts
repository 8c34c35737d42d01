/**
 * Settings of functions that look up a batch of rows by key. Queue tables grow and shrink a thousandfold between two looks of the statistics: a
 * plan made while one was nearly empty would go through all of it for every row of the batch. What is left is one index look-up a row; the
 * tables that are emptied again have one index each and are joined by `lateral … offset 0`, which leaves no other order.
 */
export const LOOKUP_PLANS = `set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off
  set enable_mergejoin = off set enable_material = off`;
