import { personId } from './slug.ts';
import type { Community } from '#data/model/community.ts';

type Member = NonNullable<Community['members']>[number];

/** The cohort's classes: who began in which autumn. The class of 2026 is the fifth. */
export const classes: Readonly<Record<number, readonly string[]>> = {
  2022: ['Aisha Rahman', 'Caleb Stone', 'Hannah Weiss', 'Lucía Ferreira', 'Terrence Boyd'],
  2023: ['Mei-Lin Chao', 'Jakub Šimek', 'Fatou Camara', 'Daniel Ekström', 'Rosa Quispe'],
  2024: ['Malik Johnson', 'Ingrid Åberg', 'Samira Haddad', 'Joel Pierre', 'Katarína Novotná'],
  2025: ['Luis Zambrano', 'Thandiwe Moyo', 'Connor Walsh', 'Yusuf Demir', 'Esther Goldberg'],
  2026: ['Paulo Magalhães', 'Nadia Kovačević', 'Isaac Owusu', 'Chloé Bertrand', 'Andrés Villalobos'],
};

export const graduates: readonly (readonly [string, string])[] = [
  ['Daniel Locklear', '2018'],
  ['Tala Bearskin', '2018'],
  ['Sage Littlewolf', '2019'],
  ['Marie Oxendine', '2019'],
  ['June Whitecloud', '2020'],
  ['Eli Yazzie', '2021'],
  ['Nina Tsosie', '2022'],
  ['Raymond Begay', '2023'],
];

const farmersAtTheTable: readonly string[] = [
  'Halina Zając',
  'Inés Peña',
  'Lars Sørensen',
  'Walter Haskins',
  'Marisol Ibarra',
  'June Whitecloud',
  'Beth Kettle',
  'Owen Pritchard',
];

const chefsAtTheTable: readonly string[] = [
  'Zoë Laurent',
  'Mateo Núñez',
  'Ewa Łukasik',
  'Dev Ramanathan',
  'Brigid O’Malley',
  'Kenji Ota',
  'Camille Fontaine',
];

export const housedTonight: readonly string[] = [
  'Ruth Okafor',
  'Dolores Reyes',
  'Amadou Diallo',
  'Mirela Čolić',
  'Tomasz Wójcik',
  'Grace Nakamura',
];

export function plantCommunities(): Community[] {
  return [emergingLeaders(), foodAndFarming(), housedTonightCommunity(), nativeEntrepreneurs()];
}

function emergingLeaders(): Community {
  const members = Object.entries(classes).flatMap(([year, names]) =>
    names.flatMap((name) => years(name, Number(year))),
  );
  return {
    id: 'community-emerging-leaders',
    name: 'Emerging leaders cohort',
    kind: 'cohort',
    domain: ['youth', 'workforce', 'local economy'],
    place: { name: 'Harbour' },
    description:
      'Emerging leaders of the social sector, five a year, who take bold ideas home with a cohort cheering them on. In its fifth year.',
    members: [
      { party: personId('Abena Mensah'), role: 'convener', practice: 'Convening', since: '2022' },
      { party: personId('Søren Lindqvist'), role: 'facilitator', practice: 'Facilitation', since: '2023' },
      ...members,
    ],
    agenda: [
      { item: 'The idea I did not dare to bring home', proposedBy: personId('Nadia Kovačević') },
      { item: 'What the first class would do differently', proposedBy: personId('Caleb Stone') },
    ],
  };
}

/** A year in the cohort, then among its alumni. */
function years(name: string, year: number): Member[] {
  const party = personId(name);
  if (year === 2026) return [{ party, role: 'member', since: '2026-09' }];
  return [
    { party, role: 'member', since: `${year}-09`, until: `${year + 1}-06` },
    { party, role: 'alumnus', since: `${year + 1}-07` },
  ];
}

function foodAndFarming(): Community {
  const join =
    (practice: string, concern: string) =>
    (name: string): Member => ({
      party: personId(name),
      concern,
      practice,
      role: 'member',
      since: '2026-10',
    });
  return {
    id: 'community-food-and-farming',
    name: 'Food and farming',
    kind: 'community of practice',
    domain: ['food', 'local economy'],
    place: { name: 'Riverside' },
    description:
      'For those who grow food and those who cook it: what farming really costs, and what a fair price is. They have signed up; they have not met yet.',
    members: [
      { party: personId('Abena Mensah'), role: 'convener', practice: 'Convening', since: '2026-10' },
      ...farmersAtTheTable.map(join('Farmer', 'What it really costs to grow it')),
      ...chefsAtTheTable.map(join('Chef', 'A price that a kitchen can pay')),
    ],
    agenda: [
      { item: 'What a head of lettuce really costs', proposedBy: personId('Halina Zając') },
      { item: 'A fair price on both sides of the stall', proposedBy: personId('Ewa Łukasik') },
    ],
  };
}

function housedTonightCommunity(): Community {
  return {
    id: 'community-housed-tonight',
    name: 'Housed tonight',
    kind: 'community of practice',
    domain: ['homelessness', 'tenancy'],
    place: { name: 'Valley' },
    description:
      'For anyone in the county who is called when a family loses its home, and wants to be quicker and kinder at it.',
    members: housedTonight.map((name, at) => ({
      party: personId(name),
      role: at === 0 ? 'convener' : 'member',
      concern: 'That nobody has to make ten calls on such a night',
      since: '2020-03',
    })),
    agenda: [{ item: 'The landlords’ side of the story', proposedBy: personId('Dolores Reyes') }],
  };
}

function nativeEntrepreneurs(): Community {
  return {
    id: 'community-native-entrepreneurs',
    name: 'Native entrepreneurs’ residence: graduates',
    kind: 'alumni',
    domain: ['local economy', 'credit'],
    place: { name: 'Harbour' },
    description:
      'Graduates of the residence who go on sharing their practice, and confide in each other when challenges or success come up.',
    members: graduates.map(([name, since]) => ({ party: personId(name), role: 'alumnus', since })),
  };
}
