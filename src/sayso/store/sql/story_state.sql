SELECT handle, id, dirty, version, ended, went_to, title FROM stories WHERE handle = :story
