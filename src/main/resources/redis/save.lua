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
local stood = redis.call('HMGET', KEYS[1], 'rev', 'talk')
local rev = stood[1]
if (rev or '0') ~= before then
  local seq = receipt ~= '' and redis.call('HGET', KEYS[3], receipt)
  return seq and {'already', seq} or {rev and 'changed' or 'gone'}
end
-- Keys that there were not before: they end with the others.
local new = {}
if receipt ~= '' then
  if redis.call('HSETNX', KEYS[3], receipt, number) == 0 then
    return {'already', redis.call('HGET', KEYS[3], receipt)}
  end
  if redis.call('HLEN', KEYS[3]) == 1 then
    new[#new + 1] = KEYS[3]
  end
end

local chat = {'rev', take()}
if take() == '1' then
  chat[3], chat[4], chat[5], chat[6] = 'envelope', take(), 'contents', take()
else
  -- Only words: the rest stands as it was written at an earlier rev, which is kept beside.
  local talked, whole = string.match(stood[2] or '', '^(%d+) %d+ %d+ (%d+)$')
  chat[3], chat[4] = 'talk', chat[2] .. ' ' .. take() .. ' ' .. take() .. ' ' .. (talked == rev and whole or rev)
end
if before == '0' then
  chat[7], chat[8], chat[9], chat[10] = 'key', take(), 'hash', take()
end
-- Answers what refuses it, or nil.
local function append(log)
  for _ = 1, tonumber(take()) do
    local at = take()
    local done = redis.pcall('XADD', log, at .. '-0', 'm', take())
    if type(done) == 'table' and done.err then
      return done
    end
    if at == '1' then
      new[#new + 1] = log
    end
  end
end
local refused = append(KEYS[2]) or append(KEYS[4])
if refused then
  if receipt ~= '' then
    redis.call('HDEL', KEYS[3], receipt)
  end
  -- A log that has the number already: the store has gone back, and this rev is another's.
  return string.find(refused.err, 'smaller') and {'changed'} or refused
end
redis.call('HSET', KEYS[1], unpack(chat))

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

local ends, moved = take(), take()
for _, key in ipairs(moved == '1' and {KEYS[1], KEYS[2], KEYS[3], KEYS[4]} or new) do
  redis.call('PEXPIREAT', key, ends)
end
local rung = redis.call('INCR', KEYS[8])
local ring, channel = take(), take()
if ring ~= '' then
  redis.call(ring, channel, rung .. ' ' .. take())
end
return {'done'}
