UPDATE stories SET id = :id, dirty = 1, version = version + 1 WHERE handle = :story
