/** What every script begins with: numbers keep all their digits, and `now` is the caller's time or, when empty, Redis' own. */
const head = `
local prefix, now = ARGV[1], tonumber(ARGV[2])
if now == nil then
  local time = redis.call('TIME')
  now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end
local function text(number) return string.format('%.17g', number) end
local function due(key, at) redis.call('ZADD', prefix .. 'due', 'GT', text(at), key) end
`;

const buckets = `
local function bucketAt(key)
  local found = redis.call('HMGET', prefix .. key, 'next', 'queue', 'closed', 'ramp')
  return { next = tonumber(found[1] or 0), queue = tonumber(found[2] or 0), closed = tonumber(found[3] or 0), ramp = tonumber(found[4] or 0) }
end
local function keep(key, b)
  redis.call('HSET', prefix .. key, 'next', text(b.next), 'queue', text(b.queue), 'closed', text(b.closed), 'ramp', text(b.ramp))
  due(key, math.max(b.next, b.queue, b.closed + b.ramp))
end
`;

/** The arithmetic of `memoryCounterStore`, once more: one call is one group after another, each whole or not at all. Answers per group. */
export const take: string = `${head}${buckets}
local function nextSlot(b) return math.max(now, b.next, b.closed) end
local function pace(b, at, every)
  local open = at - b.closed
  if b.closed == 0 or open >= b.ramp then return every end
  return math.max(every, 10) / math.max(0.1, open / b.ramp)
end
local function deny(charge, at)
  local key, max, window = prefix .. charge.key, charge.max, charge.windowMs
  if charge.kind == 'rate' then
    local b = bucketAt(charge.key)
    if nextSlot(b) - now <= charge.horizonMs or at - now <= charge.horizonMs then return nil end
    return { cause = b.closed > now and 'closed' or 'full', retry = now }
  elseif charge.kind == 'log' then
    local after = '(' .. text(at - window)
    local count = redis.call('ZCOUNT', key, after, '+inf')
    if count < max then return nil end
    if max <= 0 then return { cause = 'full', retry = math.huge } end
    local first = redis.call('ZRANGEBYSCORE', key, after, '+inf', 'WITHSCORES', 'LIMIT', count - max, 1)
    return { cause = 'full', retry = tonumber(first[2]) + window }
  elseif charge.kind == 'unique' then
    redis.call('ZREMRANGEBYSCORE', key, '-inf', text(now - window))
    if max > 0 and (redis.call('ZCARD', key) < max or redis.call('ZSCORE', key, charge.member)) then return nil end
    local oldest = redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')
    return { cause = 'full', retry = (max <= 0 or #oldest == 0) and math.huge or tonumber(oldest[2]) + window }
  end
  if tonumber(redis.call('GET', key) or 0) + charge.amount <= max then return nil end
  return { cause = 'full', retry = charge.amount > max and math.huge or charge.expiresMs }
end
local function apply(charge, at)
  local key = prefix .. charge.key
  if charge.kind == 'rate' then
    local b = bucketAt(charge.key)
    local every = pace(b, at, charge.everyMs)
    if every ~= 0 then b.next = at + every; keep(charge.key, b) end
  elseif charge.kind == 'log' then
    redis.call('ZADD', prefix .. 'window', 'GT', text(charge.windowMs), charge.key)
    redis.call('ZREMRANGEBYSCORE', key, '-inf', text(at - tonumber(redis.call('ZSCORE', prefix .. 'window', charge.key))))
    redis.call('ZADD', key, text(at), tostring(redis.call('INCR', prefix .. 'entries')))
    due(charge.key, at + charge.windowMs)
  elseif charge.kind == 'unique' then
    due(charge.key, at + charge.windowMs)
    return redis.call('ZADD', key, text(at), charge.member) == 1 and 'new' or 'known'
  else
    redis.call('SET', key, text(tonumber(redis.call('GET', key) or 0) + charge.amount))
    due(charge.key, charge.expiresMs)
  end
  return ''
end
local answers = {}
for _, charges in ipairs(cjson.decode(ARGV[3])) do
  local at = now
  for _, charge in ipairs(charges) do
    if charge.kind == 'rate' then at = math.max(at, now + (charge.leadMs or 0), nextSlot(bucketAt(charge.key))) end
  end
  local denials, own = {}, false
  for index, charge in ipairs(charges) do
    local denial = deny(charge, at)
    if denial then
      denial.index = index
      denials[#denials + 1] = denial
      own = own or charge.kind ~= 'rate'
    end
  end
  if #denials == 0 then
    local taken = { '1', text(at) }
    for _, charge in ipairs(charges) do taken[#taken + 1] = apply(charge, at) end
    answers[#answers + 1] = taken
  else
    local worst = nil
    for _, denial in ipairs(denials) do
      local charge = charges[denial.index]
      if not own then
        local b = bucketAt(charge.key)
        denial.retry = math.max(nextSlot(b) - charge.horizonMs, b.queue, b.closed, now)
        b.queue = denial.retry + pace(b, denial.retry, charge.everyMs)
        keep(charge.key, b)
      end
      if (not own or charge.kind ~= 'rate') and (worst == nil or denial.retry > worst.retry) then worst = denial end
    end
    answers[#answers + 1] = { '0', tostring(worst.index - 1), worst.cause, worst.retry == math.huge and '' or text(worst.retry) }
  end
end
return { text(now), answers }`;

export const giveBack: string = `${head}
for _, charge in ipairs(cjson.decode(ARGV[3])) do
  local key = prefix .. charge.key
  if charge.kind == 'sum' then
    local total = redis.call('GET', key)
    if total then redis.call('SET', key, text(math.max(0, tonumber(total) - charge.amount))) end
  elseif charge.kind == 'unique' then
    redis.call('ZREM', key, charge.member)
  else
    local found = redis.call('ZRANGEBYSCORE', key, text(charge.atMs), text(charge.atMs), 'LIMIT', 0, 1)
    if #found > 0 then redis.call('ZREM', key, found[1]) end
  end
end
return 'OK'`;

export const hold: string = `${head}${buckets}
for _, one in ipairs(cjson.decode(ARGV[3])) do
  local b = bucketAt(one.key)
  if one.untilMs > b.closed then b.closed = one.untilMs; b.ramp = one.rampMs; keep(one.key, b) end
end
return 'OK'`;

export const tally: string = `${head}
local totals = {}
for _, one in ipairs(cjson.decode(ARGV[3])) do
  local key, window = prefix .. one.key, one.windowMs
  local start = math.floor(now / window) * window
  local found = redis.call('HMGET', key, 'start', 'ok', 'failed', 'okBefore', 'failedBefore')
  local was = { start = tonumber(found[1] or 0), ok = tonumber(found[2] or 0), failed = tonumber(found[3] or 0), okBefore = tonumber(found[4] or 0), failedBefore = tonumber(found[5] or 0) }
  if was.start < start then
    local isNext = was.start == start - window
    was = { start = start, ok = 0, failed = 0, okBefore = isNext and was.ok or 0, failedBefore = isNext and was.failed or 0 }
  end
  was.ok, was.failed = was.ok + one.ok, was.failed + one.failed
  redis.call('HSET', key, 'start', text(was.start), 'ok', was.ok, 'failed', was.failed, 'okBefore', was.okBefore, 'failedBefore', was.failedBefore)
  due(one.key, was.start + 2 * window)
  local share = 1 - (now - was.start) / window
  totals[#totals + 1] = { text(was.ok + was.okBefore * share), text(was.failed + was.failedBefore * share) }
end
return totals`;

export const sweep: string = `${head}
local gone = redis.call('ZRANGEBYSCORE', prefix .. 'due', '-inf', text(now), 'LIMIT', 0, 10000)
for _, key in ipairs(gone) do
  redis.call('DEL', prefix .. key)
  redis.call('ZREM', prefix .. 'due', key)
  redis.call('ZREM', prefix .. 'window', key)
end
return #gone`;
