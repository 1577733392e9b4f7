import { describe, expect, it } from 'vitest';
import { reportWords } from '#api/services/report-words.ts';
import { applyLens } from '#data/lens/apply-lens.ts';
import { resolveLens } from '#data/lens/resolve-lens.ts';
import { emptyNetworkData, type NetworkData } from '#data/model/network-data.ts';

function words(
  kinds: readonly (string | undefined)[],
  custom?: NonNullable<NonNullable<NetworkData['network']>['custom']>,
) {
  const data: NetworkData = {
    ...emptyNetworkData(),
    organizations: ['a', 'b'].map((id) => ({ id, name: id })),
    collaborations: kinds.map((kind, i) => ({
      id: `c${i}`,
      name: `C ${i}`,
      participants: [{ party: 'a' }, { party: 'b' }],
      ...(kind === undefined ? {} : { kind }),
    })),
    ...(custom === undefined ? {} : { network: { id: 'n', slug: 'n', name: 'N', custom } }),
  };
  const lens = resolveLens({ network: undefined, given: undefined, asOf: undefined });
  return reportWords({ data, lensed: applyLens(data, lens, { weights: 'strength' }) });
}

describe('reportWords', () => {
  it('takes the one kind of all collaborations', () => {
    expect(words(['project', 'Project'])).toEqual({ collaboration: { one: 'project', many: 'projects' } });
    expect(words(['study'])).toEqual({ collaboration: { one: 'study', many: 'studies' } });
    expect(words(['business process'])).toEqual({
      collaboration: { one: 'business process', many: 'business processes' },
    });
  });

  it('guesses nothing where kinds differ, are missing, or are no English word', () => {
    expect(words(['project', 'grant'])).toEqual({});
    expect(words(['project', undefined])).toEqual({});
    expect(words(['проект'])).toEqual({});
    expect(words([])).toEqual({});
  });

  it("believes the network's own record first", () => {
    expect(
      words(['project'], {
        collaborationWords: ['award', 'awards'],
        sectorWords: ['type of organization', 'types of organization'],
      }),
    ).toEqual({
      collaboration: { one: 'award', many: 'awards' },
      sector: { one: 'type of organization', many: 'types of organization' },
    });
    expect(words(['project'], { collaborationWords: ['awards'] })).toEqual({
      collaboration: { one: 'project', many: 'projects' },
    });
  });
});
