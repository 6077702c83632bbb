-- Saves a draft where nobody has saved since; whole, or not at all.
--
-- KEYS: the heads of all drafts, the text of this one, the revisions
-- ARGV: the flow, the revision that it was begun from, the head as JSON, the text, the most drafts
-- Answers the new revision (0 when somebody has saved since, -1 when there are too many drafts) and the head before, or "".

local head = redis.call('HGET', KEYS[1], ARGV[1])
if head then
  if redis.call('HGET', KEYS[3], ARGV[1]) ~= ARGV[2] then
    return {0, head}
  end
elseif redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[5]) then
  return {-1, ''}
end
local rev = redis.call('HINCRBY', KEYS[3], ARGV[1], 1)
redis.call('HSET', KEYS[1], ARGV[1], rev .. ' ' .. ARGV[3])
redis.call('SET', KEYS[2], ARGV[4])
return {rev, head or ''}
