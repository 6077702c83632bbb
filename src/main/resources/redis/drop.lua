-- Takes a draft away: thrown away, it is kept aside for a while; published, it is gone. Whole, or not at all.
--
-- KEYS: the heads of all drafts, the text of this one, what is kept aside of it, the flows with something aside
-- ARGV: the flow, now (ms), until when to keep it aside (ms; 0 not at all), the most that are listed
-- Answers whether there was one.

local head = redis.call('HGET', KEYS[1], ARGV[1])
if not head then
  return 0
end
if tonumber(ARGV[3]) > 0 then
  redis.call('DEL', KEYS[3])
  redis.call('HSET', KEYS[3], 'head', head, 'text', redis.call('GET', KEYS[2]))
  redis.call('PEXPIREAT', KEYS[3], ARGV[3])
  redis.call('ZREMRANGEBYSCORE', KEYS[4], '-inf', ARGV[2])
  redis.call('ZADD', KEYS[4], ARGV[3], ARGV[1])
  redis.call('ZREMRANGEBYRANK', KEYS[4], 0, -1 - tonumber(ARGV[4]))
end
redis.call('HDEL', KEYS[1], ARGV[1])
redis.call('DEL', KEYS[2])
return 1
