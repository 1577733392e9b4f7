/** Letters that Unicode does not take apart into a letter and a mark. */
const whole: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', æ: 'ae', ß: 'ss', đ: 'd' };

/** A readable id of a name: small ASCII letters, digits and single hyphens. */
export function slug(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[łøæßđ]/gu, (letter) => whole[letter] ?? letter)
    .replace(/\p{Mark}|[’'.]/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
}

export const orgId = (name: string): string => `org-${slug(name)}`;

export const personId = (name: string): string => `person-${slug(name)}`;
