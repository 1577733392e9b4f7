import { describe, expect, it } from 'vitest';
import { entryWords, fieldChanges } from '#viz/panels/history/change-words.ts';

const nameOf = (id: string): string => ({ a: 'Ash House', b: 'Birch Hall' })[id] ?? id;
const person = (id: string) => ({ kind: 'person', id, before: null, after: { id, name: id } });

describe('entryWords', () => {
  it('names one record, and counts several by deed and kind', () => {
    const renamed = { kind: 'organization', id: 'a', before: { name: 'Ash' }, after: { name: 'Ash House' } };
    expect(entryWords([renamed], nameOf)).toBe('Changed Ash House');
    const tie = {
      kind: 'relationship',
      id: 'r',
      before: { from: 'a', to: 'b', direction: 'directed' },
      after: null,
    };
    expect(entryWords([tie], nameOf)).toBe('Removed Ash House → Birch Hall');
    expect(entryWords([person('p'), person('q'), renamed, tie], nameOf)).toBe(
      'Added two people; Changed one organization; Removed one relationship',
    );
  });
});

describe('fieldChanges', () => {
  it('says each field that differs, by names and in words, also those that no form shows', () => {
    const change = {
      kind: 'collaboration',
      id: 'c',
      before: { id: 'c', name: 'Fair', participants: [{ party: 'a', role: 'lead' }], custom: { x: 1 } },
      after: {
        id: 'c',
        name: 'Fair',
        participants: [{ party: 'a', role: 'lead' }, { party: 'b' }],
        since: '2020',
      },
    };
    expect(fieldChanges(change, nameOf)).toEqual([
      { label: 'Since', before: '', after: '2020' },
      { label: 'Participants', before: 'Ash House, lead', after: 'Ash House, lead; Birch Hall' },
      { label: 'custom', before: '{"x":1}', after: '' },
    ]);
  });
});
