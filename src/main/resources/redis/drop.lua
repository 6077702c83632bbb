-- Throws a draft away, and keeps it aside for a while; whole, or not at all.
--
-- KEYS: the heads of all drafts, the text of this one, what is kept aside
-- ARGV: the flow, how long to keep it aside (ms)
-- Answers whether there was one.

local head = redis.call('HGET', KEYS[1], ARGV[1])
if not head then
  return 0
end
local text = redis.call('GET', KEYS[2])
redis.call('DEL', KEYS[3])
redis.call('HSET', KEYS[3], 'head', head, 'text', text)
redis.call('PEXPIRE', KEYS[3], ARGV[2])
redis.call('HDEL', KEYS[1], ARGV[1])
redis.call('DEL', KEYS[2])
return 1
