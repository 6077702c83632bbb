-- Takes a seat for a claim of one person, and tells which claims of theirs began before it.
-- KEYS  1 seats
-- ARGV  1 this claim  2 for how long a seat is taken (ms)
-- Answers the claims before it.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[2])
local before = redis.call('ZRANGE', KEYS[1], 0, -1)
redis.call('ZADD', KEYS[1], now, ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return before
