import { capitalized } from '#analysis/words/capitalized.ts';
import { useMemo } from 'react';
import { counted } from '#analysis/words/counted.ts';
import { Link } from '#viz/components/link.tsx';
import { Failed, Loading } from '#viz/components/states.tsx';
import { KindsNav } from '#viz/panels/records/kinds-nav.tsx';
import { recordColumns } from '#viz/panels/records/record-columns.tsx';
import type { KindWords } from '#viz/panels/records/record-kind.ts';
import { useNames, useRecords } from '#viz/panels/records/use-records.ts';
import { type Base, pageAddress } from '#viz/state/shown.ts';
import { useTitle } from '#viz/state/use-title.ts';
import { DataTable } from '#viz/tables/data-table.tsx';

const usual = { column: 'name', down: false };

/** All records of one kind, as a table. */
export function RecordsPage({ words, ...base }: Base & { readonly words: KindWords }) {
  const { address, network } = base;
  const records = useRecords(base, words.collection);
  const names = useNames(base);
  const columns = useMemo(
    () => recordColumns({ address, network }, words, names),
    [address, network, words, names],
  );
  useTitle(capitalized(words.many), network.name);
  const add = (
    <Link className="button primary" to={pageAddress(address, words.collection, 'new')}>
      Add {words.article} {words.one}
    </Link>
  );
  return (
    <main id="main" className="page">
      <KindsNav address={address} />
      {records.state === 'loading' && <Loading what={`Reading the ${words.many} …`} />}
      {records.state === 'failed' && <Failed {...records} />}
      {records.state === 'ready' && records.value.length === 0 && (
        <div className="state ready">
          <h1>No {words.one} is recorded yet</h1>
          <p>{emptyWords[words.kind]}</p>
          <p className="buttons">
            {add}
            <Link className="button" to={pageAddress(address, 'data')}>
              Import a file
            </Link>
          </p>
        </div>
      )}
      {records.state === 'ready' && records.value.length > 0 && (
        <>
          <div className="heading">
            <h1>{capitalized(counted(records.value.length, words.one, words.many))}</h1>
            {add}
          </div>
          <div className="below-heading">
            <DataTable
              caption={capitalized(words.many)}
              columns={columns}
              rows={records.value}
              keyOf={({ id }) => id}
              address={address}
              usual={usual}
              file={`${network.slug}-${words.collection}`}
            />
          </div>
        </>
      )}
    </main>
  );
}

const emptyWords: Readonly<Record<KindWords['kind'], string>> = {
  organization: 'Organizations are what the map is made of. Import a list, or add the first by hand.',
  person: 'Grassroots leaders and practitioners are at the table without an institution too.',
  relationship: 'A relationship is what two parties say about each other; each side’s word is kept apart.',
  collaboration:
    'A collaboration is something done together by any number of parties: a project, a coalition, a grant.',
  community: 'A community is people who share a concern and practise it together.',
  gathering: 'A gathering is people in one room, at a time. Who was there counts as having met.',
  need: 'A need is something that somebody must solve now, made of items that others can take.',
  offer: 'An offer is what a party can bring: rooms, meals, hours.',
  source: 'A source says where a fact comes from.',
};
