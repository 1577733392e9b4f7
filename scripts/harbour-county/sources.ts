import type { Source } from '#data/model/source.ts';

/** A round of the weavers' survey, held in the April of its year. */
export interface Survey {
  readonly id: string;
  readonly year: number;
  /** Share of the ties that were last confirmed in it. */
  readonly weight: number;
  readonly day: (day: number) => string;
}

/** Until when the records go: nothing in the example is later. */
export const today = { year: 2026, month: 11 } as const;

export const firstSurvey = survey(2018, 0.24);
export const lastSurvey = survey(2026, 0.56);
export const surveys: readonly Survey[] = [firstSurvey, survey(2022, 0.2), lastSurvey];

function survey(year: number, weight: number): Survey {
  return {
    id: `source-weavers-survey-${year}`,
    year,
    weight,
    day: (day) => `${year}-04-${String(day).padStart(2, '0')}T12:00:00-04:00`,
  };
}

export const grantsRegister = 'source-county-grants-register';
export const fireLog = 'source-neighbourhood-call-log-2020';

export function plantSources(): Source[] {
  return [
    ...surveys.map(({ id, year }): Source => ({
      id,
      kind: 'answer',
      title: `Weavers’ survey, spring ${year}`,
      at: `${year}-04-30T18:00:00-04:00`,
    })),
    {
      id: grantsRegister,
      kind: 'page',
      title: 'County grants register 2016–2026',
      url: 'https://grants.harbour-county.example',
      at: '2026-09-30T12:00:00-04:00',
    },
    {
      id: 'source-food-table-minutes',
      kind: 'document',
      title: 'Food table minutes, 14 May 2025',
      at: '2025-05-14T10:00:00-04:00',
    },
    {
      id: fireLog,
      kind: 'document',
      title: 'Log of the neighbourhood leaders’ call, 9 April 2020',
      url: 'https://weavers.harbour-county.example/calls/2020-04-09',
      at: '2020-04-09T20:30:00-04:00',
    },
  ];
}
