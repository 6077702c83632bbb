-- Says that a visitor's socket has come or gone; an older socket's going does not hide a newer one.
-- KEYS  1 chat  2 turns
-- ARGV  1 socket  2 'here' or 'gone'  3 the command that rings, or ''  4 channel  5 bell
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
local rung = redis.call('INCR', KEYS[2])
if ARGV[3] ~= '' then
  redis.call(ARGV[3], ARGV[4], rung .. ' ' .. ARGV[5])
end
return 1
