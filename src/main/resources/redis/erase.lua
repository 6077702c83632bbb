-- Destroys a chat: its key and every entry about it.
-- KEYS  1 chat  2 log  3 receipts  4 notes  5 waiting  6 held  7 clock  8 turns
-- ARGV  1 id  2 only if it has this rev, or '' for any  3 the command that rings, or ''  4 channel  5 bell
--       6… the chat's members in the clock
-- Answers how many of its keys there were.
if ARGV[2] ~= '' and (redis.call('HGET', KEYS[1], 'rev') or '0') ~= ARGV[2] then
  return 0
end
local gone = redis.call('DEL', KEYS[1], KEYS[2], KEYS[3], KEYS[4])
gone = gone + redis.call('ZREM', KEYS[5], ARGV[1])
gone = gone + redis.call('HDEL', KEYS[6], ARGV[1])
for i = 6, #ARGV do
  gone = gone + redis.call('ZREM', KEYS[7], ARGV[i])
end
local rung = redis.call('INCR', KEYS[8])
if ARGV[3] ~= '' then
  redis.call(ARGV[3], ARGV[4], rung .. ' ' .. ARGV[5])
end
return gone
