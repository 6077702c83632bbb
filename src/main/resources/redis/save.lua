-- Commits one turn of one chat: all of it or nothing.
-- KEYS  1 chat  2 log  3 receipts  4 notes  5 waiting  6 held  7 clock  8 turns
-- ARGV  as take() reads them below
-- Answers {'done'}, {'already', seq}, {'changed'} or {'gone'}.
local at = 0
local function take()
  at = at + 1
  return ARGV[at]
end

local id, before = take(), take()
local receipt, number = take(), take()
if receipt ~= '' then
  local seq = redis.call('HGET', KEYS[3], receipt)
  if seq then
    return {'already', seq}
  end
end
local rev = redis.call('HGET', KEYS[1], 'rev')
if not rev and before ~= '0' then
  return {'gone'}
end
if rev and rev ~= before then
  return {'changed'}
end

redis.call('HSET', KEYS[1], 'rev', take(), 'envelope', take(), 'contents', take())
if before == '0' then
  redis.call('HSET', KEYS[1], 'key', take(), 'hash', take())
end
for _ = 1, tonumber(take()) do
  redis.call('XADD', KEYS[2], take() .. '-0', 'm', take())
end
for _ = 1, tonumber(take()) do
  redis.call('XADD', KEYS[4], take() .. '-0', 'm', take())
end
if receipt ~= '' then
  redis.call('HSET', KEYS[3], receipt, number)
end

-- What stands elsewhere about the chat is as its rev says, so only what the turn has changed is written.
if take() == '1' then
  local since = take()
  if since == '' then
    redis.call('ZREM', KEYS[5], id)
  else
    redis.call('ZADD', KEYS[5], since, id)
  end
end
if take() == '1' then
  local holder = take()
  if holder == '' then
    redis.call('HDEL', KEYS[6], id)
  else
    redis.call('HSET', KEYS[6], id, holder)
  end
end
for _ = 1, tonumber(take()) do
  local member, due = take(), take()
  if due == '' then
    redis.call('ZREM', KEYS[7], member)
  else
    redis.call('ZADD', KEYS[7], due, member)
  end
end

local ends = take()
for key = 1, 4 do
  redis.call('PEXPIREAT', KEYS[key], ends)
end
local ring, channel = take(), take()
redis.call(ring, channel, redis.call('INCR', KEYS[8]) .. ' ' .. take())
return {'done'}
