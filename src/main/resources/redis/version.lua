-- Adds a version of a flow, or changes what is noted beside one; whole, or not at all.
--
-- KEYS: the flow's versions, the revisions of all flows
-- ARGV: "new" or "old", the flow, the version's number, the number of the version to forget or "", then fields and values
-- Answers 1 when done; 0 when a new version's number is taken, or an old version is not there.

local taken = redis.call('HEXISTS', KEYS[1], ARGV[3]) == 1
if taken == (ARGV[1] == 'new') then
  return 0
end
for i = 5, #ARGV, 2 do
  redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
end
if ARGV[4] ~= '' then
  redis.call('HDEL', KEYS[1], ARGV[4], ARGV[4] .. '.times')
end
redis.call('HINCRBY', KEYS[2], ARGV[2], 1)
return 1
