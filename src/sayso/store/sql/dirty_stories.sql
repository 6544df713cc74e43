SELECT handle FROM stories WHERE dirty = 1 ORDER BY handle
