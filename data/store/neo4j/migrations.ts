import { kinds } from '#data/model/define-record.ts';
import { graphPlan } from '#data/store/neo4j/graph-plan.ts';

const labels = kinds.map((kind) => graphPlan[kind].label);

/** Relationships have nothing but their kind, of which there are few: to index each of theirs is half of a large import. */
const searchedLabels = labels.filter((label) => label !== graphPlan.relationship.label);

/** What text search reads: names and aliases first, then the texts of all kinds. */
export const searchedNames = ['name', 'title', 'category'] as const;
export const searchedTexts = [
  ...['aliases', 'description', 'topics', 'domain', 'practice', 'notes', 'kind'],
] as const;

/**
 * The schema as numbered steps: `(:WeftSchema {version})` is how many have run. Each statement may be run again. A step
 * once released is never changed. Neo4j Community has no node keys: uniqueness is what holds, presence is checked by
 * Weft before it writes.
 */
export const migrations: readonly (readonly string[])[] = [
  [
    'CREATE CONSTRAINT weft_schema IF NOT EXISTS FOR (n:WeftSchema) REQUIRE n.of IS UNIQUE',
    'CREATE CONSTRAINT weft_network IF NOT EXISTS FOR (n:Network) REQUIRE n.network IS UNIQUE',
    'CREATE CONSTRAINT weft_slug IF NOT EXISTS FOR (n:Network) REQUIRE n.slug IS UNIQUE',
    'CREATE CONSTRAINT weft_record IF NOT EXISTS FOR (n:Record) REQUIRE (n.network, n.id) IS UNIQUE',
    'CREATE CONSTRAINT weft_removed IF NOT EXISTS FOR (n:Removed) REQUIRE (n.network, n.id) IS UNIQUE',
    'CREATE CONSTRAINT weft_operation IF NOT EXISTS FOR (n:Change) REQUIRE (n.network, n.operation) IS UNIQUE',
    'CREATE CONSTRAINT weft_change IF NOT EXISTS FOR (n:Change) REQUIRE (n.network, n.revision, n.part) IS UNIQUE',
    ...labels
      .filter((label) => label !== 'Network')
      .map(
        (label) =>
          `CREATE INDEX weft_place_${label.toLowerCase()} IF NOT EXISTS FOR (n:${label}) ON (n.network, n.created, n.position)`,
      ),
    `CREATE FULLTEXT INDEX weft_text IF NOT EXISTS FOR (n:${searchedLabels.join('|')})
     ON EACH [${[...searchedNames, ...searchedTexts].map((field) => `n.${field}`).join(', ')}]
     OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'standard-folding'}}`,
  ],
  [
    'CREATE CONSTRAINT weft_job IF NOT EXISTS FOR (n:Job) REQUIRE n.id IS UNIQUE',
    'CREATE CONSTRAINT weft_job_queue IF NOT EXISTS FOR (n:JobQueue) REQUIRE n.group IS UNIQUE',
    'CREATE INDEX weft_job_state IF NOT EXISTS FOR (n:Job) ON (n.group, n.state)',
  ],
];
