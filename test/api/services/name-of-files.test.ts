import { describe, expect, it } from 'vitest';
import { nameOfFiles } from '#api/services/name-of-files.ts';

describe('nameOfFiles', () => {
  it.each([
    [['/a/DHHS.nodes.csv', '/a/DHHS.edges.csv'], 'DHHS'],
    [['/a/TCcoll.edges.csv', '/a/TCcoll.nodes.csv'], 'TCcoll'],
    [['/x/florentine/nodes.csv', '/x/florentine/marriages.csv', '/x/florentine/business.csv'], 'Florentine'],
    [['/x/delta-science-tracker/nodelist_twomode.csv', '/x/delta-science-tracker/edgelist_twomode.csv'], 'Delta science tracker'], // prettier-ignore
    [['/x/karate/club.csv', '/x/karate/ties.csv'], 'Karate'],
    [['/a/rio.gexf'], 'Rio'],
    [['/a/north-county.xlsx'], 'North county'],
    [['/data/nodes.csv', '/data/ties.csv'], 'Network'],
    [['/data/nodes.csv', '/data/grants.csv'], 'Grants'],
    [[], 'Network'],
  ])('%j → %s', (paths, name) => {
    expect(nameOfFiles(paths)).toBe(name);
  });
});
