-- What changed from one state of a story to the next, as it was told then.
CREATE TABLE changes (
  number INTEGER PRIMARY KEY,  -- in order of time
  at TEXT NOT NULL,  -- when the story was related anew
  story INTEGER NOT NULL REFERENCES stories (handle) ON DELETE CASCADE,  -- handle of the story
  id TEXT NOT NULL,  -- hash of what it tells
  kind TEXT NOT NULL,  -- figure-moved, conflict-new … (docs/rooms/compare.md)
  weight REAL NOT NULL,  -- the higher, the sooner a desk must know; below 0.3 a trifle
  about TEXT NOT NULL,  -- id of the claim, conflict, track or report that changed
  text TEXT NOT NULL,  -- in plain words
  body TEXT NOT NULL  -- JSON: all that it points at, and the sentences that show it
);
CREATE INDEX changes_by_time ON changes (at);
CREATE INDEX changes_by_story ON changes (story);

-- The reports that a change comes from or quotes. When one is removed, so is what was told of it.
CREATE TABLE change_reports (
  change INTEGER NOT NULL REFERENCES changes (number) ON DELETE CASCADE,  -- number of the change
  report TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,  -- id of the report
  PRIMARY KEY (change, report)
) WITHOUT ROWID;
CREATE INDEX change_reports_by_report ON change_reports (report);
CREATE TRIGGER changes_gone AFTER DELETE ON change_reports BEGIN
  DELETE FROM changes WHERE number = old.change;
END;

-- In which story each report was last told of: one that comes into another story is not new.
CREATE TABLE told_reports (
  report TEXT PRIMARY KEY NOT NULL REFERENCES reports (id) ON DELETE CASCADE,  -- id of the report
  story INTEGER NOT NULL REFERENCES stories (handle) ON DELETE CASCADE  -- handle of the story
) WITHOUT ROWID;
