-- What `sayso watch` remembers from one run to the next. Moments are in UTC.

-- The feeds that are followed.
CREATE TABLE feeds (
  url TEXT PRIMARY KEY NOT NULL,  -- where it is asked for; the new place once it has moved for good
  named TEXT NOT NULL,  -- what the user named: the feed, a page that names it, or a list of feeds
  title TEXT,  -- what it calls itself
  followed TEXT NOT NULL,  -- since when
  asked TEXT,  -- when it was asked for the last time
  read TEXT,  -- when it was read, or found unchanged, the last time
  due TEXT NOT NULL,  -- when it is to be asked for next
  claimed TEXT,  -- while a process asks for it: until when no other one is to
  failures INTEGER NOT NULL DEFAULT 0,  -- how many times in a row it could not be read
  message TEXT,  -- why it could not be read, or not whole; null when all is well
  ended TEXT,  -- when its server said that it is gone for good; null while it lives
  landed TEXT,  -- the URL that redirects led to: what etag and modified hold for
  etag TEXT,  -- of the server's last answer
  modified TEXT  -- the same: Last-Modified, as the server wrote it
) WITHOUT ROWID;

-- The entries of feeds: what they named or carried.
CREATE TABLE feed_entries (
  feed TEXT NOT NULL REFERENCES feeds (url) ON DELETE CASCADE ON UPDATE CASCADE,  -- which feed
  key TEXT NOT NULL,  -- what the feed tells it from others by
  page TEXT REFERENCES pages (url),  -- the article that it links to; null where the feed carries the text itself
  title TEXT,  -- its headline
  published TEXT,  -- as the feed wrote it
  mark TEXT NOT NULL,  -- hash of what the feed says of it: when that changes, it is looked at again
  met TEXT NOT NULL,  -- when it was first met
  PRIMARY KEY (feed, key)
) WITHOUT ROWID;
CREATE INDEX feed_entries_by_page ON feed_entries (page);

-- The pages of articles that feeds link to.
CREATE TABLE pages (
  url TEXT PRIMARY KEY NOT NULL,  -- the link, without what only tells how a reader came
  fetched TEXT,  -- when it was first fetched; null before
  looked TEXT,  -- when it was fetched, or found unchanged, the last time
  due TEXT,  -- when it is to be fetched next; null for never again
  claimed TEXT,  -- while a process fetches it: until when no other one is to
  failures INTEGER NOT NULL DEFAULT 0,  -- how many times in a row it could not be fetched
  message TEXT,  -- why nothing came of it the last time; null when something did
  mark TEXT,  -- hash of the article's headline and text
  landed TEXT,  -- the URL that redirects led to: what etag and modified hold for
  etag TEXT,  -- of the server's last answer
  modified TEXT  -- the same: Last-Modified, as the server wrote it
) WITHOUT ROWID;
CREATE INDEX pages_by_due ON pages (due) WHERE due IS NOT NULL;

-- The sites that are visited, so that each is asked no more often than it wants.
CREATE TABLE sites (
  name TEXT PRIMARY KEY NOT NULL,  -- https://host
  robots BLOB NOT NULL,  -- its robots.txt, empty where it has none
  robots_read REAL NOT NULL,  -- when that was read, in seconds since 1970
  asked REAL NOT NULL,  -- when it was last asked for anything, in seconds since 1970
  closed REAL NOT NULL  -- until when it wants to be left alone, in seconds since 1970
) WITHOUT ROWID;
