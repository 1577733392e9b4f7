import { describe, expect, it } from 'vitest';
import { actsOf, did, didAgain, tookBack } from '#viz/state/acts.ts';

describe('acts', () => {
  it('are taken back last first and done again, until something new is done', () => {
    did('n', { revision: 1, words: 'one' });
    did('n', { revision: 2, words: 'two' });
    tookBack('n', 3);
    expect(actsOf('n').done.map(({ words }) => words)).toEqual(['one']);
    expect(actsOf('n').undone).toEqual([{ revision: 3, words: 'two' }]);
    didAgain('n', 4);
    expect(actsOf('n').done.at(-1)).toEqual({ revision: 4, words: 'two' });
    tookBack('n', 5);
    did('n', { revision: 6, words: 'three' });
    expect(actsOf('n').undone).toEqual([]);
    expect(actsOf('m').done).toEqual([]);
  });
});
