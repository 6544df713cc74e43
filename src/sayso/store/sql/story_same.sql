UPDATE stories SET dirty = 0 WHERE handle = :story
