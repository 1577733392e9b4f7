import { describe, expect, it } from 'vitest';
import {
  backupSentence,
  bridgeBuilderSentence,
  dependsSentence,
  routesThrough,
} from '#analysis/findings/bridge-builder-sentence.ts';
import type { BridgeBuilder } from '#analysis/findings/bridge-builders.ts';

const names = ['Maple Trust', 'A', 'B', 'C'];
const name = (node: number): string => names[node]!;

const maple: BridgeBuilder = {
  node: 0,
  rank: 1,
  betweenness: 47.5,
  loss: 0.3,
  parted: 14,
  partedAcross: 9,
  cutOff: [1, 2],
  fragmentation: 0.2,
  dependence: 0.15,
  backup: { a: 1, b: 2, restores: 0.7206, equal: 2, exact: true },
  connects: [0, 1, 2, 3],
};
const gentle: BridgeBuilder = { ...maple, parted: 0, partedAcross: 0, cutOff: [] };
const idle: BridgeBuilder = { ...gentle, loss: 0, dependence: 0, backup: null };

describe('bridgeBuilderSentence', () => {
  it('says what it joins, what would be lost and what would restore it', () => {
    expect(bridgeBuilderSentence(maple, name)).toBe(
      'Maple Trust joins 4 groups; without it 14 pairs lose their only path; a tie between A and B would restore 72%.',
    );
  });

  it('has its own words for one pair, one group, and no group', () => {
    expect(bridgeBuilderSentence({ ...maple, parted: 1, connects: [2] }, name)).toMatch(
      /^Maple Trust works within one group; without it 1 pair loses its only path;/,
    );
    expect(bridgeBuilderSentence({ ...maple, connects: [] }, name)).toMatch(
      /^Maple Trust and its partners are in no group;/,
    );
  });

  it('says when nobody is cut off, and when nothing depends on it', () => {
    expect(bridgeBuilderSentence(gentle, name)).toContain(
      'without it nobody would be cut off, but about 15 in 100 connected pairs across groups would be further apart',
    );
    expect(bridgeBuilderSentence(idle, name)).toBe(
      'Maple Trust joins 4 groups; nothing measured here depends on it.',
    );
  });

  it('does not call a weak tie a replacement', () => {
    const weak = { ...maple, backup: { a: 1, b: 3, restores: 0.09, equal: 1, exact: true } };
    expect(bridgeBuilderSentence(weak, name)).toContain(
      'no single tie replaces it: the best, between A and C, would restore 9%',
    );
  });
});

describe('dependsSentence', () => {
  it('names those cut off, one or many', () => {
    expect(dependsSentence(maple, name)).toBe('Two organizations reach the rest only through it: A and B.');
    expect(dependsSentence({ ...maple, cutOff: [3] }, name)).toBe(
      'One organization reaches the rest only through it: C.',
    );
  });

  it('says how many pairs would be further apart', () => {
    expect(dependsSentence(gentle, name)).toBe(
      'Without it nobody would be cut off, but about 15 in 100 connected pairs across groups would be further apart.',
    );
    expect(dependsSentence({ ...gentle, dependence: 0.001 }, name)).toContain('fewer than one in 100');
  });

  it('says when nothing depends on it', () => {
    expect(dependsSentence(idle, name)).toBe('Nothing measured here depends on it.');
  });
});

describe('backupSentence', () => {
  const withBackup = (restores: number, equal: number, exact = true) =>
    backupSentence({ backup: { a: 1, b: 2, restores, equal, exact } }, name);

  it('counts those as good: none, one, more', () => {
    expect(withBackup(0.47, 1)).toBe('Backup: a tie between A and B would restore 47% of what is lost.');
    expect(withBackup(0.47, 2)).toBe(
      'Backup: a tie between A and B would restore 47% of what is lost; one other is as good.',
    );
    expect(withBackup(0.47, 3)).toBe(
      'Backup: a tie between A and B would restore 47% of what is lost; two others are as good.',
    );
  });

  it('below a quarter no tie replaces it, and a search cut short says "found"', () => {
    expect(withBackup(0.09, 1)).toBe(
      'No single tie replaces it: the best, between A and B, would restore 9% of what is lost.',
    );
    expect(withBackup(0.09, 1, false)).toContain('the best found, between A and B,');
  });

  it('prints nothing where nothing is lost', () => {
    expect(backupSentence({ backup: null }, name)).toBeNull();
  });
});

describe('routesThrough', () => {
  it('is a whole number with commas, or a dash', () => {
    expect([1923.783, 0.4, 0, 47.5].map(routesThrough)).toEqual(['1,924', '–', '–', '48']);
  });
});
