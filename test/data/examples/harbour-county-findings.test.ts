import { describe, expect, it } from 'vitest';
import { betweenness } from '#analysis/centrality/betweenness.ts';
import { bridgeBuilders } from '#analysis/findings/bridge-builders.ts';
import { sectorPairs } from '#analysis/findings/sector-pairs.ts';
import { silos } from '#analysis/findings/silos.ts';
import type { Groups } from '#analysis/graph/graph.ts';
import { groupsByAttribute } from '#data/lens/groups-from.ts';
import { recordedGatherings } from '#data/lens/shared-events.ts';
import { defaultLens } from '#data/model/lens.ts';
import { byId, data, detection, graph, indexOf, nodes } from '#test/data/examples/harbour-county.ts';
import { nodeValues } from '#test/analysis/run-measure.ts';

const found = silos(graph, detection, { seed: 1 }).silos.filter(({ size }) => size > 1);
const groupOf = (id: string) => found.find(({ members }) => members.includes(indexOf.get(id) ?? -1));

function pair(attribute: string, one: string, two: string) {
  const groups = groupsByAttribute(nodes, attribute);
  const gatherings = recordedGatherings({ data, lens: defaultLens, during: always, index: indexOf });
  const { pairs } = sectorPairs(graph, groups, { seed: 1, gatherings });
  const wanted = [groups.names.indexOf(one), groups.names.indexOf(two)].sort((a, b) => a - b);
  const result = pairs.find(({ a, b }) => a === wanted[0] && b === wanted[1]);
  if (result === undefined) throw new Error(`${one} and ${two} are no pair.`);
  return result;
}
const always = { from: -Infinity, until: Infinity };

describe('what Weft finds in Harbour County', () => {
  it('eight groups of about 19 to 42 organizations', () => {
    expect(found).toHaveLength(8);
    for (const { size } of found) {
      expect(size).toBeGreaterThanOrEqual(17);
      expect(size).toBeLessThanOrEqual(44);
    }
  });

  it('the Food group keeps to itself: 10 of its 79 ties leave it', () => {
    const food = groupOf('org-valley-meeting-house');
    expect(food).toMatchObject({ certified: true, grade: 'closed', size: 32, inside: 69, leaving: 10 });
    const farmers = nodes.filter(({ custom }) => custom['practice'] === 'Farmer');
    expect(farmers.every(({ id }) => groupOf(id) === food)).toBe(true);
  });

  it('more groups are certified, three of them closed, and one fails and says why', () => {
    expect(found.filter(({ grade }) => grade === 'closed').length).toBeGreaterThanOrEqual(2);
    const failing = found.filter(({ certified }) => !certified);
    expect(failing.length).toBeGreaterThanOrEqual(1);
    for (const { reasons } of failing) expect(reasons.length).toBeGreaterThan(0);
  });

  it('without Valley Meeting House, 699 pairs lose their only path', () => {
    const groups: Groups = {
      of: Int32Array.from(detection.membership),
      count: detection.count,
      names: Array.from({ length: detection.count }, String),
    };
    const values = Float64Array.from(nodeValues(betweenness, graph), (value) => value ?? 0);
    const [first] = bridgeBuilders(graph, groups, values, { top: 1 });
    expect(nodes[first?.node ?? -1]?.id).toBe('org-valley-meeting-house');
    expect(first?.parted).toBe(699);
    expect(first?.connects.length).toBe(5);
    const cutOff = ['org-cedar-row-clinic', 'org-foundry-recovery-centre', 'org-tidewater-legal-aid'];
    expect(first?.cutOff.map((v) => nodes[v]?.id)).toEqual(cutOff);
    expect(first?.backup?.restores).toBeGreaterThan(0.2);
  });

  it('Food and Justice never met, where chance would give about eleven ties', () => {
    const { ties, sharedGatherings, verdict, expected } = pair('sector', 'Food', 'Justice');
    expect({ ties, sharedGatherings, verdict }).toEqual({ ties: 0, sharedGatherings: 0, verdict: 'apart' });
    expect(expected).toBeGreaterThan(8);
    expect(expected).toBeLessThan(15);
  });

  it('farmers and chefs never met, though all of them work on food', () => {
    const ofPractice = (practice: string) => nodes.filter(({ custom }) => custom['practice'] === practice);
    const [farmers, chefs] = [ofPractice('Farmer'), ofPractice('Chef')];
    expect([farmers.length, chefs.length]).toEqual([15, 12]);
    expect([...farmers, ...chefs].every(({ topics }) => topics.includes('food'))).toBe(true);
    const { ties, sharedGatherings, verdict, expected } = pair('practice', 'Farmer', 'Chef');
    expect({ ties, sharedGatherings, verdict }).toEqual({ ties: 0, sharedGatherings: 0, verdict: 'apart' });
    expect(expected).toBeGreaterThan(3);
  });

  it('they have signed up to one community, are of three sectors or more, and nobody has gathered on food for a year', () => {
    const { members = [], domain } = byId(data.communities, 'community-food-and-farming');
    expect(domain).toContain('food');
    const practices = members.map(({ practice }) => practice);
    expect(practices.filter((practice) => practice === 'Farmer')).toHaveLength(8);
    expect(practices.filter((practice) => practice === 'Chef')).toHaveLength(7);
    expect(members.some(({ role }) => role === 'convener')).toBe(true);
    const onFood = data.organizations.filter(({ topics = [] }) => topics.includes('food'));
    expect(new Set(onFood.map(({ sector }) => sector)).size).toBeGreaterThanOrEqual(3);
    const food = new Set(onFood.map(({ id }) => indexOf.get(id)));
    const isAmong = (tie: number) => food.has(graph.ties.a[tie]) && food.has(graph.ties.b[tie]);
    const among = Array.from({ length: graph.ties.count }, (_, tie) => tie).filter(isAmong).length;
    const density = (ties: number, parties: number) => ties / ((parties * (parties - 1)) / 2);
    expect(density(among, food.size)).toBeLessThan(density(graph.ties.count, graph.n) / 2);
    const gathered = data.gatherings.filter(({ topics = [] }) => topics.includes('food')).map(({ at }) => at);
    expect(gathered.every((at) => at < '2025-11')).toBe(true);
  });
});
