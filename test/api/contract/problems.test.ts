import { describe, expect, it } from 'vitest';
import { analysisErrors } from '#analysis/errors.ts';
import { problemStatuses, statusTitles } from '#api/contract/problems.ts';
import { apiErrors } from '#api/errors.ts';
import { dataErrors } from '#data/errors.ts';

describe('problems', () => {
  it('has a status for every code of the error tables, and for no other', () => {
    const raised = new Set([
      ...Object.keys(analysisErrors),
      ...Object.keys(dataErrors),
      ...Object.keys(apiErrors),
    ]);
    expect(Object.keys(problemStatuses).sort()).toEqual([...raised].sort());
  });

  it('has a title for every status', () => {
    for (const status of Object.values(problemStatuses)) expect(statusTitles[status]).toBeTruthy();
  });
});
