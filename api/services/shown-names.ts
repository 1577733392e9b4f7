import type { Analysis } from '#api/contract/analysis.ts';

/**
 * The analysis with names as pictures and pages print them: white space is one space, an address is without what every
 * address has, and of organizations that share a name each has its id behind it.
 */
export function shownNames(analysis: Analysis): Analysis {
  const names = analysis.organizations.map(({ id, label }) => shownName(label) || id);
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return {
    ...analysis,
    organizations: analysis.organizations.map((row, v) => {
      const name = names[v] ?? row.label;
      return { ...row, label: (counts.get(name) ?? 0) > 1 && name !== row.id ? `${name} (${row.id})` : name };
    }),
  };
}

function shownName(label: string): string {
  const name = label.replace(/\s+/gu, ' ').trim();
  return /^https?:\/\/(?:www\.)?(?<host>.+?)\/?$/u.exec(name)?.groups?.['host'] ?? name;
}
