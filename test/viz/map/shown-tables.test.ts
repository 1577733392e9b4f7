import { describe, expect, it } from 'vitest';
import { smallNetwork } from '#test/viz/findings/small-network.ts';
import { mapIndex } from '#viz/findings/map-index.ts';
import { shownOrganizationsCsv, shownTiesCsv } from '#viz/map/shown-tables.ts';

const index = mapIndex(smallNetwork());
const shown = { nodes: [1, 2, 3, 6], ties: [2, 6] };

describe('the tables of what is in colour', () => {
  it('list organizations with what the map shows of each', () => {
    expect(shownOrganizationsCsv(index, shown).split('\r\n')).toEqual([
      'id,name,sector,group,bridge-builder rank,place,partners shown',
      'b,B,Food,A,,Harbour,1',
      'c,C,Food,A,1,Harbour,2',
      'd,D,Health (all),B,,Harbour,1',
      'g,G,,,,,0',
      '',
    ]);
  });

  it('list ties by their ends, with strength and the years known', () => {
    expect(shownTiesCsv(index, { ...shown, ties: [1, 6] }).split('\r\n')).toEqual([
      'from,to,from name,to name,strength,begun',
      'a,c,A,C,1,2019',
      'c,d,C,D,1,',
      '',
    ]);
  });
});
