SELECT mark FROM feed_entries WHERE feed = :feed AND key = :key
