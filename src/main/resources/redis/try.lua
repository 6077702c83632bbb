-- Counts a try to log in. The count is forgotten a window after its first try, never later: otherwise whoever goes on
-- trying would keep a name shut without even being judged.
-- KEYS: the tries. ARGV: the window (ms). Answers how many there have been.
local tries = redis.call('INCR', KEYS[1])
if tries == 1 then
  redis.call('PEXPIRE', KEYS[1], ARGV[1])
end
return tries
