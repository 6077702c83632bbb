-- Puts off the end of a lease, while the same person holds the chat. Nothing else of the chat changes: whose console is
-- open need not be told to anybody.
-- KEYS  1 held  2 clock
-- ARGV  1 id  2 user  3 the lease's member in the clock  4 until (ms)
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then
  return 0
end
redis.call('ZADD', KEYS[2], 'XX', ARGV[4], ARGV[3])
return 1
