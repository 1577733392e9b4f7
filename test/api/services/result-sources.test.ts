import { describe, expect, it } from 'vitest';
import { resultSources } from '#api/services/result-sources.ts';
import { sourcesHash } from '#api/services/sources-hash.ts';

describe('the code that makes results', () => {
  it('is one word, the same in every part of a process, and another one for other files', () => {
    expect(resultSources()).toMatch(/^[a-f0-9]{64}$/u);
    expect(resultSources()).toBe(resultSources());
    expect(sourcesHash(['analysis'])).not.toBe(sourcesHash(['data']));
  });
});
