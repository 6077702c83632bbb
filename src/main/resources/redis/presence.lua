-- Says that a visitor's socket has come or gone; an older socket's going does not hide a newer one.
-- KEYS  1 chat
-- ARGV  1 socket  2 'here' or 'gone'  3 bell
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
redis.call('PUBLISH', 'innom:bell', ARGV[3])
return 1
