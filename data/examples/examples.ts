import { fileURLToPath } from 'node:url';
import { DataError } from '#data/errors.ts';

/** A network that ships with Weft. */
export interface Example {
  /** As in --example, and the name of its folder. */
  readonly name: string;
  readonly title: string;
  /** What is read together, in this order. */
  readonly files: readonly string[];
  readonly description: string;
}

export const examples: readonly Example[] = [
  {
    name: 'harbour-county',
    title: 'Harbour County',
    files: ['harbour-county.weft.json'],
    description:
      'An invented county: 240 organizations in eight sectors, ten years of collaborations, people, communities, needs.',
  },
  {
    name: 'florentine',
    title: 'Florentine families',
    files: ['nodes.csv', 'marriages.csv'],
    description: 'Marriages among 16 families of Florence in the fifteenth century (Padgett and Ansell).',
  },
  {
    name: 'karate',
    title: 'Zachary’s karate club',
    files: ['ties.csv'],
    description: 'Friendships among 34 members of a karate club that split in two.',
  },
];

/** Absolute paths of an example's files, in the order in which they are read. Errors: INPUT_NOT_VALID. */
export function exampleFiles(name: string): string[] {
  const example = examples.find((each) => each.name === name);
  if (example === undefined) {
    throw new DataError(
      'INPUT_NOT_VALID',
      `There is no example called ${JSON.stringify(name)}.`,
      `${examples.map((each) => each.name).join(', ')} are accepted.`,
    );
  }
  return example.files.map((file) => fileURLToPath(new URL(`${name}/${file}`, import.meta.url)));
}
