UPDATE stories SET dirty = 1, version = version + 1 WHERE handle = :story
