-- The first shape of the desk's database. The comment before a table and the one behind a column are what
-- docs/database.md says of them. A table that starts with what it is about has one row for each such thing;
-- `story` is always the handle of a story, so that a join by it never crosses two stories.

-- What holds for the whole database: names and sides that the user settles, vague numbers, counters.
CREATE TABLE settings (
  key TEXT PRIMARY KEY NOT NULL,  -- names, sides, vague …
  value TEXT NOT NULL  -- JSON
) WITHOUT ROWID;

-- A thing at a URL or under a file name, whatever it said when.
CREATE TABLE documents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,  -- a number that outlives each revision
  key TEXT NOT NULL,  -- the URL; without one, the base name of the file
  url TEXT  -- the URL, null for a file
);
CREATE INDEX documents_by_key ON documents (key);

-- The revisions of documents: each text that was received, once.
CREATE TABLE reports (
  number INTEGER PRIMARY KEY AUTOINCREMENT,  -- in order of arrival
  id TEXT NOT NULL UNIQUE,  -- hash of name and bytes, the same in every database
  document INTEGER NOT NULL REFERENCES documents (id),  -- what it is a revision of
  current INTEGER NOT NULL DEFAULT 0,  -- 1 for the newest revision: only that takes part in stories
  name TEXT NOT NULL,  -- base name of the file, or the URL
  url TEXT,  -- where it was published
  title TEXT,  -- its headline
  outlet TEXT,  -- who published it
  agencies TEXT NOT NULL,  -- wire services whose copy it carries, parted by "; "
  byline TEXT,  -- who wrote it
  language TEXT,  -- code of the language
  published_from TEXT,  -- when it came out, first day or minute
  published_to TEXT,  -- the same, last
  published_precision TEXT,  -- how finely that is known
  published_basis TEXT,  -- what that rests on
  updated_from TEXT,  -- when it says that it was changed
  updated_to TEXT,  -- the same, last
  dateline TEXT,  -- the place that it is datelined from
  seen TEXT NOT NULL,  -- when it was first taken in
  seen_last TEXT NOT NULL,  -- when it was last met again unchanged
  made_with TEXT NOT NULL,  -- versions of sayso, pipeline and lexicon that read it
  silent INTEGER NOT NULL,  -- 1 when nothing is stated in it that sayso can read
  text TEXT NOT NULL  -- the canonical text: all offsets count its characters
);
CREATE INDEX reports_by_document ON reports (document);
CREATE INDEX reports_by_outlet ON reports (outlet);
CREATE INDEX reports_by_day ON reports (published_from);

-- All that was read from a report, so that nothing is read twice.
CREATE TABLE facts (
  report INTEGER PRIMARY KEY REFERENCES reports (number) ON DELETE CASCADE,  -- number of the report
  body BLOB NOT NULL  -- zlib-compressed JSON
);

-- What is wrong with an input.
CREATE TABLE problems (
  report TEXT REFERENCES reports (id) ON DELETE CASCADE,  -- null where no report could be made
  name TEXT NOT NULL,  -- of the file, or the URL
  stage TEXT NOT NULL,  -- where it was met
  rule TEXT NOT NULL,  -- which rule found it
  message TEXT NOT NULL,  -- in plain words
  seen TEXT NOT NULL  -- when it was first met
);
CREATE UNIQUE INDEX problems_once ON problems (ifnull(report, ''), name, stage, rule, message);
CREATE INDEX problems_by_report ON problems (report);

-- What a report is about, as numbers: what gathering compares.
CREATE TABLE profiles (
  report INTEGER PRIMARY KEY REFERENCES reports (number) ON DELETE CASCADE,  -- number of the report
  body BLOB NOT NULL  -- zlib-compressed JSON
);

-- The heaviest words of each current report: reports that share some are compared.
CREATE TABLE postings (
  key TEXT NOT NULL,  -- the word
  report INTEGER NOT NULL REFERENCES profiles (report) ON DELETE CASCADE,  -- number of the report
  PRIMARY KEY (key, report)
) WITHOUT ROWID;
CREATE INDEX postings_by_report ON postings (report);

-- How alike two reports are, worked out once for each pair that was compared.
CREATE TABLE likenesses (
  a INTEGER NOT NULL REFERENCES profiles (report) ON DELETE CASCADE,  -- number of a report
  b INTEGER NOT NULL REFERENCES profiles (report) ON DELETE CASCADE,  -- a larger number
  score REAL NOT NULL,  -- 0 for nothing in common, about 2.5 for the same text
  edge INTEGER NOT NULL,  -- 1 when it holds two reports together
  PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX likenesses_back ON likenesses (b, a);

-- Reports that hold together, at each of the levels of likeness that gathering cuts at.
CREATE TABLE components (
  level INTEGER NOT NULL,  -- 0 is the loosest
  report INTEGER NOT NULL REFERENCES profiles (report) ON DELETE CASCADE,  -- number of the report
  component INTEGER NOT NULL,  -- the same number for all that hold together
  PRIMARY KEY (level, report)
) WITHOUT ROWID;
CREATE INDEX components_by_number ON components (level, component);

-- Reports whose neighbours changed: their stories are to be gathered anew.
CREATE TABLE pending (
  report INTEGER PRIMARY KEY REFERENCES profiles (report) ON DELETE CASCADE  -- number of the report
);

-- Stories: reports of one developing event. One that ended is kept, with where it went.
CREATE TABLE stories (
  handle INTEGER PRIMARY KEY,  -- the number to call it by: it stays when reports are added
  id TEXT NOT NULL,  -- hash of its reports
  title TEXT,  -- a headline of its reports
  reports INTEGER NOT NULL DEFAULT 0,  -- how many it has
  outlets INTEGER NOT NULL DEFAULT 0,  -- how many outlets they are of
  span_from TEXT,  -- first day of what happens in it
  span_to TEXT,  -- last day
  claims INTEGER NOT NULL DEFAULT 0,  -- how many claims it has
  conflicts INTEGER NOT NULL DEFAULT 0,  -- how many conflicts
  first_claim TEXT,  -- id of the claim of highest rank
  began TEXT NOT NULL,  -- when it was first gathered
  changed TEXT,  -- when its dossier last changed
  ended TEXT,  -- when its reports went into others; null while it lives
  went_to INTEGER REFERENCES stories (handle),  -- the story that took most of them
  dirty INTEGER NOT NULL DEFAULT 1,  -- 1 while its dossier is not of its reports yet
  version INTEGER NOT NULL DEFAULT 0  -- counts changes of what its dossier is made of
);
CREATE INDEX stories_dirty ON stories (handle) WHERE dirty = 1;
CREATE INDEX stories_by_change ON stories (changed);

-- Which report is in which story; a current report is in exactly one.
CREATE TABLE story_reports (
  report TEXT PRIMARY KEY NOT NULL REFERENCES reports (id) ON DELETE CASCADE,  -- id of the report
  story INTEGER NOT NULL REFERENCES stories (handle)  -- handle of the story
) WITHOUT ROWID;
CREATE INDEX story_reports_by_story ON story_reports (story);

-- The dossier of each story, for its exact bytes.
CREATE TABLE dossiers (
  story INTEGER PRIMARY KEY REFERENCES stories (handle) ON DELETE CASCADE,  -- handle of the story
  made_with TEXT NOT NULL,  -- versions of sayso, pipeline and lexicon that related it
  body BLOB NOT NULL  -- zlib-compressed JSON of the dossier file
);

-- People, organisations, places and groups, as one story knows them.
CREATE TABLE entities (
  story INTEGER NOT NULL REFERENCES stories (handle) ON DELETE CASCADE,  -- handle of the story
  id TEXT NOT NULL,  -- of the entity
  name TEXT NOT NULL,  -- what it is called
  kind TEXT NOT NULL,  -- person, organisation, place …
  names TEXT NOT NULL,  -- all its spellings, parted by "; "
  authority TEXT,  -- id of whom it answers to
  side TEXT,  -- id of the party that it stands with
  country TEXT,  -- of a place: ISO code
  admin1 TEXT,  -- of a place: the region
  level TEXT,  -- of a place: country, region or city
  lat REAL,  -- of a place: latitude
  lon REAL,  -- of a place: longitude
  named INTEGER NOT NULL,  -- 0 for a source known by description only
  government INTEGER NOT NULL,  -- 1 for a capital or country that stands for its government
  PRIMARY KEY (story, id)
) WITHOUT ROWID;
CREATE INDEX entities_by_name ON entities (name);

-- Each place in a text where an entity is named or meant.
CREATE TABLE mentions (
  story INTEGER NOT NULL REFERENCES stories (handle) ON DELETE CASCADE,  -- handle of the story
  id TEXT NOT NULL,  -- of the mention
  report TEXT NOT NULL REFERENCES reports (id),  -- id of the report
  start INTEGER NOT NULL,  -- first character
  "end" INTEGER NOT NULL,  -- the character after the last
  text TEXT NOT NULL,  -- the words
  entity TEXT NOT NULL,  -- id of the entity
  PRIMARY KEY (story, id)
) WITHOUT ROWID;
CREATE INDEX mentions_by_entity ON mentions (story, entity);

-- Who said what; without a source, what the outlet says in its own words.
CREATE TABLE statements (
  number INTEGER PRIMARY KEY,  -- of the row, which the search tables point at
  story INTEGER NOT NULL REFERENCES stories (handle) ON DELETE CASCADE,  -- handle of the story
  id TEXT NOT NULL,  -- of the statement
  report TEXT NOT NULL REFERENCES reports (id),  -- id of the report
  start INTEGER NOT NULL,  -- first character of what is said
  "end" INTEGER NOT NULL,  -- the character after the last
  text TEXT NOT NULL,  -- what is said
  sentence TEXT NOT NULL,  -- the sentence it stands in
  kind TEXT NOT NULL,  -- direct, indirect, mixed or narrated
  stance TEXT NOT NULL,  -- asserts, denies …
  hedges TEXT NOT NULL,  -- words that hedge it, parted by "; "
  source TEXT,  -- the words that name the source
  cue TEXT,  -- the words that say that it was said
  channel TEXT,  -- where it was said
  said_from TEXT,  -- when it was said, first day or minute
  said_to TEXT,  -- the same, last
  event_from TEXT,  -- when what it tells of was, first day or minute
  event_to TEXT,  -- the same, last
  within TEXT,  -- id of the statement that it stands in
  UNIQUE (story, id)
);
CREATE INDEX statements_by_report ON statements (report);

-- Stated quantities.
CREATE TABLE figures (
  number INTEGER PRIMARY KEY,  -- of the row, which the search tables point at
  story INTEGER NOT NULL REFERENCES stories (handle) ON DELETE CASCADE,  -- handle of the story
  id TEXT NOT NULL,  -- of the figure
  report TEXT NOT NULL REFERENCES reports (id),  -- id of the report
  start INTEGER NOT NULL,  -- first character of the number
  "end" INTEGER NOT NULL,  -- the character after the last
  text TEXT NOT NULL,  -- the number as it is written
  sentence TEXT NOT NULL,  -- the sentence it stands in
  measure TEXT NOT NULL,  -- killed, injured, money …
  low REAL,  -- lowest value, null for open
  high REAL,  -- highest value, null for open
  approximate INTEGER NOT NULL,  -- 1 for "about"
  vague INTEGER NOT NULL,  -- 1 for "dozens": bounds of the vague-numbers table
  unit TEXT NOT NULL,  -- what it counts in
  who TEXT,  -- who or what is counted, in the report's words
  who_entity TEXT,  -- id of the entity that is counted
  who_side TEXT,  -- id of the party that those counted belong to
  place TEXT,  -- id of the place
  as_of_from TEXT,  -- as of when, first day; null when the figure has no date of its own
  as_of_to TEXT,  -- as of when, last day
  as_of_precision TEXT,  -- how finely that is known
  as_of_basis TEXT,  -- what that rests on
  during_from TEXT,  -- the period it counts over, first day
  during_to TEXT,  -- the same, last day
  extent TEXT NOT NULL,  -- level, cumulative, in-period, new-since or part
  change TEXT,  -- up or down, when the number says by how much something moved
  about TEXT,  -- whose share, price or length it is
  part_of TEXT,  -- id of the figure that this is part of
  derived_from TEXT NOT NULL,  -- ids of figures summed by sayso, parted by "; "
  statement TEXT,  -- id of the statement it stands in
  track TEXT,  -- id of its track
  UNIQUE (story, id)
);
CREATE INDEX figures_by_report ON figures (report);
CREATE INDEX figures_by_measure ON figures (measure, low);
CREATE INDEX figures_by_statement ON figures (story, statement);

-- Who stands behind a statement or figure.
CREATE TABLE fact_parties (
  story INTEGER NOT NULL REFERENCES stories (handle) ON DELETE CASCADE,  -- handle of the story
  kind TEXT NOT NULL,  -- statement or figure
  fact TEXT NOT NULL,  -- id of the fact
  role TEXT NOT NULL,  -- source, relay (who passed it on) or relies-on (what the source rests on)
  position INTEGER NOT NULL,  -- counts the parties of one role, innermost relay first
  entity TEXT NOT NULL,  -- id of the party
  PRIMARY KEY (story, kind, fact, role, position)
) WITHOUT ROWID;
CREATE INDEX fact_parties_by_entity ON fact_parties (story, entity);

-- Expressions of time.
CREATE TABLE times (
  story INTEGER NOT NULL REFERENCES stories (handle) ON DELETE CASCADE,  -- handle of the story
  id TEXT NOT NULL,  -- of the expression
  report TEXT NOT NULL REFERENCES reports (id),  -- id of the report
  start INTEGER NOT NULL,  -- first character
  "end" INTEGER NOT NULL,  -- the character after the last
  text TEXT NOT NULL,  -- the words
  type TEXT NOT NULL,  -- DATE, TIME, DURATION or SET
  value TEXT,  -- TIMEX3 value, null while unresolved
  moment_from TEXT,  -- first day or minute
  moment_to TEXT,  -- last day or minute
  anchor TEXT,  -- what it is reckoned from
  PRIMARY KEY (story, id)
) WITHOUT ROWID;

-- What statements and figures say alike, and how many independent origins stand behind it, as an interval.
CREATE TABLE claims (
  story INTEGER NOT NULL REFERENCES stories (handle) ON DELETE CASCADE,  -- handle of the story
  id TEXT NOT NULL,  -- of the claim; it may change when reports are added
  handle INTEGER NOT NULL,  -- the number to call it by: it stays when reports are added
  text TEXT NOT NULL,  -- a member that stands alone
  text_kind TEXT NOT NULL,  -- statement or figure
  text_from TEXT NOT NULL,  -- id of the fact that the text is of
  rank REAL NOT NULL,  -- the higher, the more it matters
  rank_why TEXT NOT NULL,  -- why
  origins_low INTEGER NOT NULL,  -- origins that are shown to be independent
  origins_high INTEGER NOT NULL,  -- those, and possible and unknown ones
  sides TEXT NOT NULL,  -- ids of the sides of its origins, parted by "; "
  support TEXT NOT NULL,  -- untraced, one-origin, several-origins-one-side or several-sides
  first_report TEXT,  -- id of the report in which it is seen first
  first_from TEXT,  -- when that came out
  first_to TEXT,  -- the same, last
  wording_confirmed INTEGER NOT NULL,  -- 0 where reports put different words between quotation marks
  PRIMARY KEY (story, id)
) WITHOUT ROWID;

-- The statements and figures of each claim.
CREATE TABLE claim_members (
  story INTEGER NOT NULL REFERENCES stories (handle) ON DELETE CASCADE,  -- handle of the story
  claim TEXT NOT NULL,  -- id of the claim
  kind TEXT NOT NULL,  -- statement or figure
  member TEXT NOT NULL,  -- id of the fact
  bearing TEXT NOT NULL,  -- asserts, denies, declines, not-confirmed or asks
  why TEXT NOT NULL,  -- why it is a member
  PRIMARY KEY (story, claim, kind, member)
) WITHOUT ROWID;

-- The roots of each claim: whose own words or own reporting it rests on.
CREATE TABLE origins (
  story INTEGER NOT NULL REFERENCES stories (handle) ON DELETE CASCADE,  -- handle of the story
  claim TEXT NOT NULL,  -- id of the claim
  position INTEGER NOT NULL,  -- counts the origins of a claim
  entity TEXT,  -- id of the party, null when it is not known
  authority TEXT,  -- id of whom it answers to
  side TEXT,  -- id of the party that it stands with
  certainty TEXT NOT NULL,  -- shown, possible or unknown: only shown ones may be counted
  why TEXT NOT NULL,  -- in plain words
  members INTEGER NOT NULL,  -- how many members of the claim rest on it
  PRIMARY KEY (story, claim, position)
) WITHOUT ROWID;

-- Which member of a claim rests on which of its origins.
CREATE TABLE origin_members (
  story INTEGER NOT NULL REFERENCES stories (handle) ON DELETE CASCADE,  -- handle of the story
  claim TEXT NOT NULL,  -- id of the claim
  position INTEGER NOT NULL,  -- of the origin
  kind TEXT NOT NULL,  -- statement or figure
  member TEXT NOT NULL,  -- id of the fact
  PRIMARY KEY (story, claim, position, kind, member)
) WITHOUT ROWID;

-- Figures that are one figure followed through time and sources.
CREATE TABLE tracks (
  story INTEGER NOT NULL REFERENCES stories (handle) ON DELETE CASCADE,  -- handle of the story
  id TEXT NOT NULL,  -- of the track
  measure TEXT NOT NULL,  -- killed, injured, money …
  who TEXT,  -- who or what is counted, in words
  who_entity TEXT,  -- id of the entity that is counted
  place TEXT,  -- id of the place
  PRIMARY KEY (story, id)
) WITHOUT ROWID;

-- The figures of each track in time order, undated ones last.
CREATE TABLE track_figures (
  story INTEGER NOT NULL REFERENCES stories (handle) ON DELETE CASCADE,  -- handle of the story
  track TEXT NOT NULL,  -- id of the track
  position INTEGER NOT NULL,  -- counts them
  figure TEXT NOT NULL,  -- id of the figure
  PRIMARY KEY (story, track, position)
) WITHOUT ROWID;

-- Two members that cannot both hold, or one figure that moved.
CREATE TABLE conflicts (
  story INTEGER NOT NULL REFERENCES stories (handle) ON DELETE CASCADE,  -- handle of the story
  id TEXT NOT NULL,  -- of the conflict
  type TEXT NOT NULL,  -- figure, update, scope, definition, first, denial, misquote or date
  about TEXT NOT NULL,  -- the fact or the saying
  time TEXT NOT NULL,  -- same, later or unknown
  a_kind TEXT NOT NULL,  -- statement, figure …
  a TEXT NOT NULL,  -- id of one
  b_kind TEXT NOT NULL,  -- statement, figure …
  b TEXT NOT NULL,  -- id of the other
  why TEXT NOT NULL,  -- what was compared
  PRIMARY KEY (story, id)
) WITHOUT ROWID;

-- Which claim is disputed by which conflict.
CREATE TABLE claim_disputes (
  story INTEGER NOT NULL REFERENCES stories (handle) ON DELETE CASCADE,  -- handle of the story
  claim TEXT NOT NULL,  -- id of the claim
  conflict TEXT NOT NULL,  -- id of the conflict
  PRIMARY KEY (story, claim, conflict)
) WITHOUT ROWID;

-- Reports that draw on another report, or on an agency.
CREATE TABLE derivations (
  story INTEGER NOT NULL REFERENCES stories (handle) ON DELETE CASCADE,  -- handle of the story
  id TEXT NOT NULL,  -- of the derivation
  report TEXT NOT NULL REFERENCES reports (id),  -- id of the report that draws on something
  from_report TEXT,  -- id of the report it draws on
  from_entity TEXT,  -- id of the agency or outlet it draws on
  kind TEXT NOT NULL,  -- identical, copied, credited …
  share REAL NOT NULL,  -- part of its sentences that are aligned
  why TEXT NOT NULL,  -- in plain words
  evidence TEXT NOT NULL,  -- JSON: spans of aligned sentences, in the report and in its source
  PRIMARY KEY (story, id)
) WITHOUT ROWID;

-- Dated events, in order.
CREATE TABLE timeline (
  story INTEGER NOT NULL REFERENCES stories (handle) ON DELETE CASCADE,  -- handle of the story
  position INTEGER NOT NULL,  -- in order of time
  id TEXT NOT NULL,  -- of the item
  when_from TEXT,  -- first day or minute
  when_to TEXT,  -- last day or minute
  precision TEXT NOT NULL,  -- how finely that is known
  basis TEXT NOT NULL,  -- what that rests on
  text TEXT NOT NULL,  -- what happened, as a member tells it
  claim TEXT,  -- id of the claim
  PRIMARY KEY (story, position)
) WITHOUT ROWID;

-- Which facts tell of an item of the timeline.
CREATE TABLE timeline_members (
  story INTEGER NOT NULL REFERENCES stories (handle) ON DELETE CASCADE,  -- handle of the story
  item TEXT NOT NULL,  -- id of the item
  position INTEGER NOT NULL,  -- counts them
  kind TEXT NOT NULL,  -- statement or figure
  member TEXT NOT NULL,  -- id of the fact
  PRIMARY KEY (story, item, position)
) WITHOUT ROWID;

-- What the reports name and the database lacks: what to fetch next.
CREATE TABLE leads (
  story INTEGER NOT NULL REFERENCES stories (handle) ON DELETE CASCADE,  -- handle of the story
  position INTEGER NOT NULL,  -- those named most come first
  entity TEXT,  -- id of the party whose it is
  what TEXT NOT NULL,  -- in plain words
  named_by TEXT NOT NULL,  -- JSON: kind and id of the facts that name it
  PRIMARY KEY (story, position)
) WITHOUT ROWID;

-- What the reports do not say.
CREATE TABLE gaps (
  story INTEGER NOT NULL REFERENCES stories (handle) ON DELETE CASCADE,  -- handle of the story
  position INTEGER NOT NULL,  -- counts them
  kind TEXT NOT NULL,  -- silent-party, undated-figure …
  text TEXT NOT NULL,  -- in plain words
  about TEXT NOT NULL,  -- ids of reports, entities or facts, parted by "; "
  PRIMARY KEY (story, position)
) WITHOUT ROWID;

-- The ways in which one thing said is told by several reports.
CREATE TABLE renderings (
  story INTEGER NOT NULL REFERENCES stories (handle) ON DELETE CASCADE,  -- handle of the story
  utterance TEXT NOT NULL,  -- id of the thing said
  position INTEGER NOT NULL,  -- counts the ways
  claim TEXT NOT NULL,  -- id of the claim
  wording_confirmed INTEGER NOT NULL,  -- 0 where different words stand between quotation marks
  facts TEXT NOT NULL,  -- JSON: kind and id of the facts that tell it in these words
  differences TEXT NOT NULL,  -- JSON: in what it differs from the others
  PRIMARY KEY (story, utterance, position)
) WITHOUT ROWID;

-- The numbers by which claims are called, matched by members when a dossier changes.
CREATE TABLE claim_handles (
  handle INTEGER PRIMARY KEY,  -- the number
  story INTEGER REFERENCES stories (handle),  -- the story that it was last in
  claim TEXT NOT NULL,  -- id of the claim that it last was
  ended TEXT  -- when no claim was left that shares a member; null while it lives
);
CREATE INDEX claim_handles_by_story ON claim_handles (story);

-- What the claim of a handle was made of when it was last related.
CREATE TABLE claim_handle_members (
  handle INTEGER NOT NULL REFERENCES claim_handles (handle) ON DELETE CASCADE,  -- the number
  member TEXT NOT NULL,  -- id of a fact
  PRIMARY KEY (handle, member)
) WITHOUT ROWID;
CREATE INDEX claim_handle_members_by_member ON claim_handle_members (member);

-- A sentence vector for each statement, to search by meaning.
CREATE TABLE vectors (
  statement INTEGER PRIMARY KEY REFERENCES statements (number) ON DELETE CASCADE,  -- number of the statement
  scale REAL NOT NULL,  -- what each value is to be multiplied by
  body BLOB NOT NULL  -- 256 signed bytes
);

-- Words of current reports, to search.
CREATE VIRTUAL TABLE reports_index USING fts5 (
  title, outlet, text, content = reports, content_rowid = number, tokenize = 'porter unicode61 remove_diacritics 2'
);

-- Words of statements, to search.
CREATE VIRTUAL TABLE statements_index USING fts5 (
  text, source, content = statements, content_rowid = number, tokenize = 'porter unicode61 remove_diacritics 2'
);

-- Words around figures, to search.
CREATE VIRTUAL TABLE figures_index USING fts5 (
  text, sentence, who, measure, content = figures, content_rowid = number,
  tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE TRIGGER reports_index_in AFTER UPDATE OF current ON reports WHEN new.current = 1 AND old.current = 0 BEGIN
  INSERT INTO reports_index (rowid, title, outlet, text) VALUES (new.number, new.title, new.outlet, new.text);
END;
CREATE TRIGGER reports_index_out AFTER UPDATE OF current ON reports WHEN new.current = 0 AND old.current = 1 BEGIN
  INSERT INTO reports_index (reports_index, rowid, title, outlet, text)
  VALUES ('delete', old.number, old.title, old.outlet, old.text);
END;
CREATE TRIGGER reports_index_gone BEFORE DELETE ON reports WHEN old.current = 1 BEGIN
  INSERT INTO reports_index (reports_index, rowid, title, outlet, text)
  VALUES ('delete', old.number, old.title, old.outlet, old.text);
END;
CREATE TRIGGER statements_index_in AFTER INSERT ON statements BEGIN
  INSERT INTO statements_index (rowid, text, source) VALUES (new.number, new.text, new.source);
END;
CREATE TRIGGER statements_index_gone BEFORE DELETE ON statements BEGIN
  INSERT INTO statements_index (statements_index, rowid, text, source)
  VALUES ('delete', old.number, old.text, old.source);
END;
CREATE TRIGGER figures_index_in AFTER INSERT ON figures BEGIN
  INSERT INTO figures_index (rowid, text, sentence, who, measure)
  VALUES (new.number, new.text, new.sentence, new.who, new.measure);
END;
CREATE TRIGGER figures_index_gone BEFORE DELETE ON figures BEGIN
  INSERT INTO figures_index (figures_index, rowid, text, sentence, who, measure)
  VALUES ('delete', old.number, old.text, old.sentence, old.who, old.measure);
END;

-- Each claim beside each of its origins, by name.
CREATE VIEW claims_with_origins AS
SELECT
  claims.story,
  claims.handle AS claim,
  claims.text,
  claims.origins_low,
  claims.origins_high,
  claims.support,
  party.name AS origin,
  authority.name AS authority,
  side.name AS side,
  origins.certainty,
  origins.why,
  origins.members,
  claims.rank
FROM claims
JOIN origins ON origins.story = claims.story AND origins.claim = claims.id
LEFT JOIN entities AS party ON party.story = claims.story AND party.id = origins.entity
LEFT JOIN entities AS authority ON authority.story = claims.story AND authority.id = origins.authority
LEFT JOIN entities AS side ON side.story = claims.story AND side.id = origins.side;

-- Each figure of a track in order of time, with where it stands.
CREATE VIEW figure_tracks AS
SELECT
  tracks.story,
  tracks.id AS track,
  tracks.measure,
  ifnull(counted.name, tracks.who) AS who,
  place.name AS place,
  track_figures.position,
  figures.low,
  figures.high,
  figures.text,
  figures.extent,
  figures.as_of_from,
  figures.as_of_to,
  figures.sentence,
  reports.outlet,
  reports.published_from,
  reports.title
FROM tracks
JOIN track_figures ON track_figures.story = tracks.story AND track_figures.track = tracks.id
JOIN figures ON figures.story = tracks.story AND figures.id = track_figures.figure
JOIN reports ON reports.id = figures.report
LEFT JOIN entities AS counted ON counted.story = tracks.story AND counted.id = tracks.who_entity
LEFT JOIN entities AS place ON place.story = tracks.story AND place.id = tracks.place;

-- The two sides of each conflict, with the words and the outlets.
CREATE VIEW conflicts_side_by_side AS
WITH facts_of AS (
  SELECT story, 'statement' AS kind, id, report, text, sentence FROM statements
  UNION ALL
  SELECT story, 'figure', id, report, text, sentence FROM figures
)
SELECT
  conflicts.story,
  conflicts.type,
  conflicts.about,
  conflicts.time,
  conflicts.why,
  a.text AS a_text,
  a.sentence AS a_sentence,
  a_report.outlet AS a_outlet,
  a_report.published_from AS a_published,
  b.text AS b_text,
  b.sentence AS b_sentence,
  b_report.outlet AS b_outlet,
  b_report.published_from AS b_published
FROM conflicts
LEFT JOIN facts_of AS a ON a.story = conflicts.story AND a.kind = conflicts.a_kind AND a.id = conflicts.a
LEFT JOIN facts_of AS b ON b.story = conflicts.story AND b.kind = conflicts.b_kind AND b.id = conflicts.b
LEFT JOIN reports AS a_report ON a_report.id = a.report
LEFT JOIN reports AS b_report ON b_report.id = b.report;

-- Each statement with its sources by name, its article and its story.
CREATE VIEW statements_with_sources AS
SELECT
  statements.story,
  statements.id,
  statements.text,
  statements.kind,
  statements.stance,
  group_concat(entities.name, '; ') AS sources,
  statements.source,
  statements.channel,
  reports.outlet,
  reports.published_from,
  reports.title,
  reports.url
FROM statements
JOIN reports ON reports.id = statements.report
LEFT JOIN fact_parties AS party
  ON party.story = statements.story AND party.kind = 'statement' AND party.fact = statements.id
  AND party.role = 'source'
LEFT JOIN entities ON entities.story = statements.story AND entities.id = party.entity
GROUP BY statements.number;
