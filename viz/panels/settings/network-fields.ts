import type { Field } from '#viz/panels/edit/field.ts';

const words = (name: string, label: string, hint: string): Field => ({ as: 'words', name, label, hint });

/** What a network says of itself, as it is edited under Settings. */
export const networkFields: readonly Field[] = [
  { as: 'text', name: 'name', label: 'Name', needed: true },
  { as: 'long', name: 'description', label: 'Description' },
  { as: 'text', name: 'timeZone', label: 'Time zone', hint: 'Europe/Berlin, America/Chicago …' },
  {
    as: 'group',
    name: 'vocabularies',
    label: 'Your own words',
    fields: [
      words('sectors', 'Sectors', 'One a line; an import adds what it lacks'),
      words('topics', 'Topics', 'One a line'),
      words('tieKinds', 'Kinds of relationship', 'One a line'),
      words('roles', 'Roles in a collaboration', 'One a line'),
      words('places', 'Places', 'One a line'),
    ],
  },
  {
    as: 'group',
    name: 'strengthScale',
    label: 'How strong a relationship can be',
    fields: [
      { as: 'number', name: 'min', label: 'From' },
      { as: 'number', name: 'max', label: 'To' },
      words('words', 'In words', 'One a line, weakest first'),
    ],
  },
];
