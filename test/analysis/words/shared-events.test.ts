import { describe, expect, it } from 'vitest';
import { sharedEvents } from '#analysis/words/shared-events.ts';
import { twoMode } from '#test/analysis/two-mode.ts';

const named = (...kinds: string[]) => kinds.map((kind) => twoMode([[0, 1]], 'newman', kind));

describe('sharedEvents', () => {
  it('names one kind, in singular and plural', () => {
    expect(sharedEvents(named('collaborations'))).toEqual({ one: 'collaboration', many: 'collaborations' });
    expect(sharedEvents(named('communities'))).toEqual({ one: 'community', many: 'communities' });
    expect(sharedEvents(named('gatherings', 'gatherings')).one).toBe('gathering');
  });

  it('has one name for several kinds', () => {
    expect(sharedEvents(named('collaborations', 'gatherings')).many).toBe('shared events');
  });
});
