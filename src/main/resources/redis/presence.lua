-- Says that a visitor's socket has come or gone; an older socket's going does not hide a newer one.
-- KEYS  1 chat  2 turns
-- ARGV  1 socket  2 'here' or 'gone'  3 bell  4 the command that rings  5 channel
if redis.call('EXISTS', KEYS[1]) == 0 then
  return 0
end
if ARGV[2] == 'here' then
  redis.call('HSET', KEYS[1], 'here', ARGV[1])
else
  if redis.call('HGET', KEYS[1], 'here') ~= ARGV[1] then
    return 0
  end
  redis.call('HDEL', KEYS[1], 'here')
end
redis.call(ARGV[4], ARGV[5], redis.call('INCR', KEYS[2]) .. ' ' .. ARGV[3])
return 1
