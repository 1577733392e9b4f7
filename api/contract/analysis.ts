import { z } from 'zod';
import { lensSchema } from '#data/model/lens.ts';

const count = z.number().int().nonnegative();
const value = z.number().nullable();
const ids = z.array(z.string());

/** What produced the numbers: same receipt, same bytes, on every machine. */
export const receiptSchema = z.strictObject({
  network: z.string().nullable(),
  revision: count.nullable(),
  lens: lensSchema,
  groups: z.string(),
  measures: z.array(z.string()),
  params: z.record(z.string(), z.unknown()),
  seed: z.number().int(),
  version: z.string(),
  /** Absent where Weft computed by itself, else what did, which may round otherwise: "gds 2.13.9". */
  engine: z.string().optional(),
  inputHash: z.string().nullable(),
  nodes: count,
  ties: count,
  loopsLeftOut: count,
  parallelMerged: count,
  zeroLeftOut: count,
  directed: z.boolean(),
  weighted: z.boolean(),
});
export type Receipt = z.infer<typeof receiptSchema>;

const networkKeys = [
  'density',
  'components',
  'largestComponent',
  'isolates',
  'reciprocity',
  'transitivity',
  'averageDistance',
  'diameter',
  'degreeCentralization',
  'degreeAssortativity',
  'fragmentation',
  'corePeriphery',
  'modularity',
  'communities',
  'groupsModularity',
  'eiIndex',
  'assortativity',
  'crossEfficiency',
] as const;

const brokerageSchema = z.strictObject({
  coordinator: value,
  gatekeeper: value,
  representative: value,
  consultant: value,
  liaison: value,
});

export const organizationRowSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  sector: z.string().nullable(),
  /** Index into communities (the detection's); absent unless communities or silos were computed. */
  community: count.nullable().optional(),
  /** Index of its group in the partition in use; null: in none. Absent where nothing that was computed uses groups. */
  group: count.nullable().optional(),
  /** Index into silos when certified, else null; absent unless silos were computed. */
  silo: count.nullable().optional(),
  /**
   * Mean share of the detection's runs in which it is found with each other member of its community; null: alone.
   * Absent unless communities or silos were computed.
   */
  stability: value.optional(),
  /** Distinct collaborations that the lens keeps; null without any recorded. */
  collaborations: count.nullable(),
  /** Measure id → value, flag or record; keys not computed are absent. */
  measures: z.record(z.string(), z.union([z.number(), z.boolean(), z.null(), brokerageSchema])),
});

export const siloSchema = z.strictObject({
  members: ids,
  certified: z.boolean(),
  grade: z.enum(['silo', 'closed']).nullable(),
  size: count,
  inside: count,
  leaving: count,
  conductance: value,
  eiIndex: value,
  p: value,
  ps: z.array(z.number()),
  stability: value,
  /** How many runs of the detection stability rests on. */
  runs: count,
  /** Distinct collaborations (or gatherings) that its inside ties rest on; null where ties are stated. */
  collaborations: count.nullable(),
  null: z.enum(['rewired', 'two-mode', 'both']),
  reasons: z.array(z.string()),
});

export const bridgeBuilderSchema = z.strictObject({
  id: z.string(),
  rank: count,
  betweenness: z.number(),
  loss: value,
  parted: count,
  partedAcross: count,
  /** The organizations outside the largest remaining part that reach it only through this one. */
  cutOff: ids,
  fragmentation: value,
  dependence: value,
  backup: z
    .strictObject({ a: z.string(), b: z.string(), restores: z.number(), equal: count, exact: z.boolean() })
    .nullable(),
  /** Groups of its partners and its own, ascending. */
  connects: z.array(count),
  /** The same in one plain paragraph. */
  sentence: z.string(),
});

export const sectorPairSchema = z.strictObject({
  a: z.string(),
  b: z.string(),
  ties: count,
  expected: z.number(),
  joint: count,
  expectedJoint: z.number(),
  p: z.number(),
  q: z.number(),
  /** The joint participations' own test; equal to p and q where ties are stated. */
  pJoint: z.number(),
  qJoint: z.number(),
  verdict: z.enum(['apart', 'never met', 'fewer', 'as expected', 'more']),
  sentence: z.string(),
});

export const noteSchema = z.strictObject({
  file: z.string().optional(),
  sheet: z.string().optional(),
  line: count.optional(),
  column: z.string().optional(),
  record: z.string().optional(),
  value: z.string().optional(),
  message: z.string(),
});

const communitySchema = z.strictObject({
  id: count,
  name: z.string(),
  members: ids,
  density: value,
  eiIndex: value,
  conductance: value,
  stability: value,
});

/** What another detection than the one in use finds: the best of its seeded runs by modularity. */
const otherDetectionSchema = z.strictObject({
  modularity: value,
  /** How many runs were made; stability rests on them. */
  runs: count,
  communities: z.array(communitySchema),
});

/** What `weft analyze --output json` prints and GET /findings answers. Keys not computed are absent. */
export const analysisSchema = z.strictObject({
  receipt: receiptSchema,
  network: z
    .strictObject({
      ...Object.fromEntries(networkKeys.map((key) => [key, value])),
      groups: z.string(),
    } as Record<(typeof networkKeys)[number], typeof value> & { groups: z.ZodString })
    .partial(),
  organizations: z.array(organizationRowSchema),
  silos: z.array(siloSchema).optional(),
  /** What chance gave: the null behind p, and the smallest E-I of each null network drawn. */
  siloNull: z
    .strictObject({
      kind: z.enum(['rewired', 'two-mode', 'both']),
      drawn: count,
      minima: z.array(value),
      degenerate: z.string().nullable(),
    })
    .optional(),
  communities: z.array(communitySchema).optional(),
  /** On request. */
  louvain: otherDetectionSchema.optional(),
  /** On request. */
  labelPropagation: otherDetectionSchema.optional(),
  bridgeBuilders: z.array(bridgeBuilderSchema).optional(),
  bridges: z.array(z.strictObject({ a: z.string(), b: z.string() })).optional(),
  sectorPairs: z.array(sectorPairSchema).optional(),
  /** One plain sentence a finding, strongest first. */
  sentences: z.array(z.string()).optional(),
  convening: z
    .strictObject({
      seats: count,
      invite: ids,
      gain: z.number(),
      /** Per invited, in the order of `invite`: what the room gains less while its seat stays empty. */
      lostWithout: z.array(z.number()),
      /** Where it was asked for: what the same room gains where two of it form a tie with that chance; nine draws in ten between low and high. */
      expected: z
        .strictObject({
          chance: z.number(),
          gain: z.number(),
          low: z.number(),
          high: z.number(),
          draws: count,
        })
        .optional(),
      before: z.number(),
      bestConnectedGain: z.number(),
      bestConnectedPercentile: value,
      /** `counts`: rooms per step of gain, in equal steps from 0 to `best`. */
      random: z.strictObject({ rooms: count, mean: value, best: value, counts: z.array(count) }),
      exact: z.boolean(),
    })
    .optional(),
  notes: z.array(noteSchema),
});
export type Analysis = z.infer<typeof analysisSchema>;
export type OrganizationRow = z.infer<typeof organizationRowSchema>;
export type SiloRow = z.infer<typeof siloSchema>;
export type BridgeBuilderRow = z.infer<typeof bridgeBuilderSchema>;
export type SectorPairRow = z.infer<typeof sectorPairSchema>;
