-- What people decided in review: a log that is only ever added to. What becomes of each stands in the dossiers.
CREATE TABLE decisions (
  number INTEGER PRIMARY KEY,  -- in order of arrival
  id TEXT NOT NULL UNIQUE,  -- hash of what it says
  at TEXT NOT NULL,  -- when it was decided, UTC
  by TEXT NOT NULL,  -- who decided
  what TEXT NOT NULL,  -- accept, reject, merge, apart, correct, undo
  about_kind TEXT NOT NULL,  -- statement, figure, claim …; decision for an undo
  about TEXT NOT NULL,  -- id that it had when it was decided
  note TEXT NOT NULL,  -- why
  body TEXT NOT NULL  -- the decision as a line of a log
);
CREATE INDEX decisions_by_about ON decisions (about);
CREATE TRIGGER decisions_stay_as_they_are BEFORE UPDATE ON decisions
BEGIN SELECT RAISE(ABORT, 'the log of decisions is only ever added to'); END;
CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions
BEGIN SELECT RAISE(ABORT, 'the log of decisions is only ever added to'); END;

-- Where a decision can find what it is about: the articles that it speaks of.
CREATE TABLE decision_places (
  place TEXT NOT NULL,  -- id, URL or name of an article
  decision INTEGER NOT NULL REFERENCES decisions (number),  -- number of the decision
  PRIMARY KEY (place, decision)
) WITHOUT ROWID;

-- What became of each decision in the stories that it is about: join `about` with the id of a fact, claim …
CREATE TABLE reviewed (
  story INTEGER NOT NULL REFERENCES stories (handle) ON DELETE CASCADE,  -- handle of the story
  decision TEXT NOT NULL,  -- id of the decision
  what TEXT NOT NULL,  -- accept, reject, merge, apart, correct, undo
  about_kind TEXT NOT NULL,  -- statement, figure, claim …
  about TEXT NOT NULL,  -- id that it has now
  other TEXT,  -- id of the other, where two things are meant
  standing TEXT NOT NULL,  -- holds, replaced, undone, unmatched
  by TEXT NOT NULL,  -- who decided
  at TEXT NOT NULL,  -- when, UTC
  note TEXT NOT NULL,  -- why
  PRIMARY KEY (story, decision)
) WITHOUT ROWID;
CREATE INDEX reviewed_by_about ON reviewed (story, about);
