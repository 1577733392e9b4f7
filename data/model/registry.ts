import { collaboration } from '#data/model/collaboration.ts';
import { community } from '#data/model/community.ts';
import type { Kind, RecordDefinition } from '#data/model/define-record.ts';
import { gathering } from '#data/model/gathering.ts';
import { need } from '#data/model/need.ts';
import { network } from '#data/model/network.ts';
import { offer } from '#data/model/offer.ts';
import { organization } from '#data/model/organization.ts';
import { person } from '#data/model/person.ts';
import { relationship } from '#data/model/relationship.ts';
import { source } from '#data/model/source.ts';

/** All kinds of record, one definition each. */
export const records = {
  network,
  organization,
  person,
  relationship,
  collaboration,
  community,
  gathering,
  need,
  offer,
  source,
} as const satisfies Record<Kind, RecordDefinition>;
