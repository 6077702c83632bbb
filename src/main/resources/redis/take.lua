-- Takes a field out of a hash if it is still what the caller has read.
--
-- KEYS: the hash
-- ARGV: the field, what it must be
-- Answers whether it was.

if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then
  return 0
end
return redis.call('HDEL', KEYS[1], ARGV[1])
