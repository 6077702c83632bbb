-- Brings back the draft that was thrown away last; the one that is there now takes its place aside. Whole, or not at all.
--
-- KEYS: the heads of all drafts, the text of this one, the revisions, what is kept aside of it, the flows with something aside
-- ARGV: the flow, until when to keep aside what is there now (ms), the most drafts
-- Answers the new revision; 0 when nothing is kept aside, -1 when there are too many drafts.

local head = redis.call('HGET', KEYS[4], 'head')
if not head then
  return 0
end
local text = redis.call('HGET', KEYS[4], 'text')
local now = redis.call('HGET', KEYS[1], ARGV[1])
if now then
  redis.call('HSET', KEYS[4], 'head', now, 'text', redis.call('GET', KEYS[2]))
  redis.call('PEXPIREAT', KEYS[4], ARGV[2])
  redis.call('ZADD', KEYS[5], ARGV[2], ARGV[1])
elseif redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[3]) then
  return -1
else
  redis.call('DEL', KEYS[4])
  redis.call('ZREM', KEYS[5], ARGV[1])
end
local rev = redis.call('HINCRBY', KEYS[3], ARGV[1], 1)
redis.call('HSET', KEYS[1], ARGV[1], rev .. string.sub(head, string.find(head, ' ', 1, true), -1))
redis.call('SET', KEYS[2], text)
return rev
