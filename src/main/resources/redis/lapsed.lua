-- Forgets a shift that lapsed long ago, unless it has been taken up again since that was seen.
-- KEYS  1 ends  2 shifts
-- ARGV  1 user  2 the time (ms) before which it must have ended
local ends = redis.call('ZSCORE', KEYS[1], ARGV[1])
if ends and tonumber(ends) < tonumber(ARGV[2]) then
  redis.call('ZREM', KEYS[1], ARGV[1])
  return redis.call('HDEL', KEYS[2], ARGV[1])
end
return 0
