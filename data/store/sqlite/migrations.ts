/**
 * The schema as numbered steps: the database's user_version is how many have run. A step once released is never
 * changed. All tables are STRICT; bodies and images are JSON text with the keys in the order of the schema.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE network (
    network TEXT PRIMARY KEY,
    head INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- One row a record that was ever there; a removed one has no body. created and pos are its place in every list.
  CREATE TABLE record (
    rowid INTEGER PRIMARY KEY,
    network TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    revision INTEGER NOT NULL,
    created INTEGER NOT NULL,
    pos INTEGER NOT NULL,
    body TEXT,
    UNIQUE (network, id)
  ) STRICT;
  CREATE INDEX record_by_place ON record (network, kind, created, pos) WHERE body IS NOT NULL;

  CREATE TABLE link (
    network TEXT NOT NULL,
    owner TEXT NOT NULL,
    field TEXT NOT NULL,
    pos INTEGER NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (network, owner, field, pos)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX link_by_target ON link (network, target, owner);

  CREATE TABLE change (
    network TEXT NOT NULL,
    revision INTEGER NOT NULL,
    operation TEXT NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    reason TEXT,
    PRIMARY KEY (network, revision),
    UNIQUE (network, operation)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE image (
    network TEXT NOT NULL,
    revision INTEGER NOT NULL,
    pos INTEGER NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    if_revision INTEGER,
    before TEXT,
    after TEXT,
    PRIMARY KEY (network, revision, pos)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX image_by_record ON image (network, id, revision);

  CREATE VIRTUAL TABLE record_text USING fts5 (name, rest, tokenize = 'unicode61 remove_diacritics 2');
  `,
  `
  -- Who names whom, by the rows of both: a tenth of the bytes of names of networks, fields and records.
  CREATE TABLE named (
    owner INTEGER NOT NULL,
    target INTEGER NOT NULL,
    PRIMARY KEY (owner, target)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO named
    SELECT DISTINCT owner.rowid, target.rowid FROM link
    JOIN record AS owner ON owner.network = link.network AND owner.id = link.owner
    JOIN record AS target ON target.network = link.network AND target.id = link.target;
  DROP TABLE link;
  ALTER TABLE named RENAME TO link;
  CREATE INDEX link_by_target ON link (target, owner);

  -- Only the erasure of a person looks for images by their record.
  DROP INDEX image_by_record;
  CREATE INDEX image_of_person ON image (network, id) WHERE kind = 'person';
  `,
  `
  -- A word within a Chinese or Japanese name is found (space-out.ts).
  UPDATE record_text SET name = space_out(name), rest = space_out(rest)
    WHERE space_out(name) <> name OR space_out(rest) <> rest;
  `,
];
