import { analysisErrors } from '#analysis/errors.ts';
import { apiErrors } from '#api/errors.ts';
import { dataErrors } from '#data/errors.ts';

/** The sentence of every code, by code: what docs/errors.md, /api/docs and answers without details say. */
export const errorSentences: Readonly<Record<string, string>> = {
  ...analysisErrors,
  ...dataErrors,
  ...apiErrors,
};
