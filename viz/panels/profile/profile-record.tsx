import { capitalized } from '#analysis/words/capitalized.ts';
import { useCallback } from 'react';
import { readNamers } from '#viz/panels/records/named-by.tsx';
import { numberWords } from '#analysis/words/number-words.ts';
import { itemsOf, type StoredRecord } from '#viz/client/stored.ts';
import { useLoaded } from '#viz/client/use-loaded.ts';
import { yearsUnderWay } from '#viz/findings/years-under-way.ts';
import { recordFields } from '#viz/panels/edit/record-fields.ts';
import { YearsChart } from '#viz/panels/profile/years-chart.tsx';
import { NamedBy } from '#viz/panels/records/named-by.tsx';
import { RecordDetails } from '#viz/panels/records/record-details.tsx';
import type { Names } from '#viz/panels/records/use-records.ts';
import type { Base } from '#viz/state/shown.ts';

interface ProfileRecordProps {
  readonly base: Base;
  readonly record: StoredRecord;
  readonly names: Names;
}

/** What is recorded of an organization: its collaborations over time, its own facts, what names it, who says so. */
export function ProfileRecord({ base, record, names }: ProfileRecordProps) {
  const { address, head, network } = base;
  const load = useCallback(
    () => readNamers(address.network, 'organization', record.id, head),
    [address.network, record.id, head],
  );
  const named = useLoaded(`${address.network} named ${record.id}`, load, head);
  const of = (kind: string): readonly StoredRecord[] =>
    named.state === 'ready' ? (named.value.find(({ words }) => words.kind === kind)?.records ?? []) : [];
  const years = yearsUnderWay(of('collaboration'), new Date().getFullYear());
  const known = howWeKnow(of('relationship'), of('collaboration').length);
  return (
    <>
      {years.length > 1 && (
        <section>
          <h2>Collaborations under way, by year</h2>
          <YearsChart years={years} />
        </section>
      )}
      <section>
        <h2>What is recorded</h2>
        <RecordDetails
          fields={recordFields.organization.filter(({ name }) => name !== 'name' && name !== 'sector')}
          record={record}
          names={names}
          address={address}
          timeZone={network.timeZone}
        />
        {known !== '' && <p>{known}</p>}
      </section>
      <NamedBy base={base} kind="organization" id={record.id} names={names} />
    </>
  );
}

/** "Nine relationships are stated by both sides, four by one; 12 collaborations are recorded." */
function howWeKnow(relationships: readonly StoredRecord[], collaborations: number): string {
  const speakers = relationships.map(
    ({ statements }) =>
      new Set(
        itemsOf(statements)
          .filter((one) => one['agrees'] !== false)
          .map((one) => one['by']),
      ).size,
  );
  const both = speakers.filter((count) => count > 1).length;
  const one = speakers.filter((count) => count === 1).length;
  const parts = [
    both > 0
      ? `${numberWords(both)} ${both === 1 ? 'relationship is' : 'relationships are'} stated by both sides`
      : '',
    one > 0 ? `${numberWords(one)} by one` : '',
    collaborations > 0
      ? `${numberWords(collaborations)} ${collaborations === 1 ? 'collaboration is' : 'collaborations are'} recorded`
      : '',
  ].filter((part) => part !== '');
  const text = parts.join(', ');
  return text === '' ? '' : `${capitalized(text)}.`;
}
