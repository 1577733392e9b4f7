import { describe, expect, it } from 'vitest';
import { toDraft, toRecord } from '#viz/panels/edit/draft.ts';
import { recordFields } from '#viz/panels/edit/record-fields.ts';
import { records } from '#data/model/registry.ts';
import { validateRecord } from '#data/model/validate-record.ts';
import type { RecordKind } from '#viz/client/stored.ts';

const whole = {
  id: 'r1',
  from: 'a',
  to: 'b',
  kind: 'refers',
  direction: 'mutual',
  strength: 0,
  since: '2019-04',
  statements: [
    { by: 'a', agrees: true, strength: 2.5, trust: { reliability: 3 }, source: 's' },
    { by: 'b', agrees: false },
  ],
  custom: { colour: 'red' },
  external: [{ source: 'file', id: '7' }],
};

describe('toDraft and toRecord', () => {
  it('give back the record, with what the form does not show', () => {
    const fields = recordFields.relationship;
    const { record, problems } = toRecord(fields, toDraft(fields, whole));
    expect(problems).toEqual([]);
    expect(record).toEqual(whole);
  });

  it('leave out what is empty, trim, compose accents, and cut lists at line ends', () => {
    const fields = recordFields.organization;
    const draft = {
      ...toDraft(fields, { id: 'o' }),
      name: '  Cafe\u0301 ',
      aliases: 'One\n\n  Two  \n',
      website: ' ',
      place: { name: '', lat: '53,5', lon: '10' },
    };
    const { record } = toRecord(fields, draft);
    expect(record).toEqual({ id: 'o', name: 'Café', aliases: ['One', 'Two'], place: { lat: 53.5, lon: 10 } });
  });

  it('name every field that cannot be sent', () => {
    const fields = recordFields.relationship;
    const draft = toDraft(fields, { direction: '', strength: 1, statements: [{ agrees: true }] });
    const { problems } = toRecord(fields, { ...draft, strength: 'much' });
    expect(problems).toEqual([
      { path: 'from', message: 'From is needed.' },
      { path: 'to', message: 'To is needed.' },
      { path: 'kind', message: 'Kind is needed.' },
      { path: 'direction', message: 'Direction is needed.' },
      { path: 'strength', message: 'Strength is “much”; a number is accepted.' },
      { path: 'statements[0].by', message: 'Said by is needed.' },
    ]);
  });
});

describe('recordFields', () => {
  it.each(Object.keys(recordFields) as RecordKind[])('of a %s are fields that its schema has', (kind) => {
    const shape = (records[kind].schema as unknown as { readonly shape: object }).shape;
    expect(Object.keys(shape)).toEqual(expect.arrayContaining(recordFields[kind].map(({ name }) => name)));
    const needed = recordFields[kind].filter((field) => field.needed).map(({ name }) => name);
    const missing = validateRecord(kind, { id: 'x' }).map(({ path }) => path);
    expect(needed.toSorted()).toEqual(missing.toSorted());
  });
});
