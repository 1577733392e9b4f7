import { capitalized } from '#analysis/words/capitalized.ts';
import { useCallback, type ReactNode } from 'react';
import { readRecord } from '#viz/client/records.ts';
import { textOf, type StoredRecord } from '#viz/client/stored.ts';
import { useLoaded } from '#viz/client/use-loaded.ts';
import { Link } from '#viz/components/link.tsx';
import { Failed, Loading, Nothing } from '#viz/components/states.tsx';
import { keptDraft } from '#viz/panels/edit/kept-draft.ts';
import { recordFields } from '#viz/panels/edit/record-fields.ts';
import { RecordEditor } from '#viz/panels/records/record-editor.tsx';
import { NamedBy } from '#viz/panels/records/named-by.tsx';
import { RecordDetails } from '#viz/panels/records/record-details.tsx';
import { type KindWords, recordTitle } from '#viz/panels/records/record-kind.ts';
import { RemoveButton } from '#viz/panels/records/remove-button.tsx';
import { type Names, useNames } from '#viz/panels/records/use-records.ts';
import { withQuery } from '#viz/state/address.ts';
import { type Base, pageAddress } from '#viz/state/shown.ts';
import { useTitle } from '#viz/state/use-title.ts';

/** One record: what it says and what names it; edited in place. The id "new" stands for one that is not there yet. */
export function RecordPage({
  words,
  id,
  ...base
}: Base & { readonly words: KindWords; readonly id: string }) {
  const names = useNames(base);
  if (id === 'new') {
    return (
      <Frame base={base} words={words}>
        <h1>Add {`${words.article} ${words.one}`}</h1>
        <RecordEditor base={base} words={words} record={null} names={names} />
      </Frame>
    );
  }
  return <StoredPage base={base} words={words} id={id} names={names} />;
}

interface StoredPageProps {
  readonly base: Base;
  readonly words: KindWords;
  readonly id: string;
  readonly names: Names;
}

function StoredPage({ base, words, id, names }: StoredPageProps) {
  const { address, head } = base;
  const load = useCallback(
    (signal: AbortSignal) => readRecord(address.network, words.collection, id, signal),
    [address.network, words.collection, id],
  );
  const record = useLoaded(`${address.network} ${words.collection} ${id}`, load, head);
  if (record.state === 'loading')
    return <Frame base={base} words={words} children={<Loading what="Reading …" />} />;
  if (record.state === 'failed') {
    return (
      <Frame base={base} words={words}>
        {record.error.status === 404 ? (
          <Nothing heading={`There is no such ${words.one}`}>
            It was removed, or the address is of another network. The{' '}
            <Link to={pageAddress(address, 'history')}>history</Link> has everything that was ever there.
          </Nothing>
        ) : (
          <Failed {...record} />
        )}
      </Frame>
    );
  }
  return <Known base={base} words={words} record={record.value} names={names} />;
}

interface KnownProps {
  readonly base: Base;
  readonly words: KindWords;
  readonly record: StoredRecord;
  readonly names: Names;
}

function Known({ base, words, record, names }: KnownProps) {
  const { address, network } = base;
  const title = recordTitle(words.kind, record, names.of);
  useTitle(title, network.name);
  const edit = { ...withQuery(address, { edit: '1' }) };
  if (address.query.edit === '1') {
    return (
      <Frame base={base} words={words}>
        <h1>{title}</h1>
        <RecordEditor key={record.id} base={base} words={words} record={record} names={names} />
      </Frame>
    );
  }
  const kept = keptDraft(address.network, words.kind, record.id);
  return (
    <Frame base={base} words={words}>
      <div className="heading">
        <h1>{title}</h1>
        <Link className="button" to={edit}>
          Edit this {words.one}
        </Link>
      </div>
      <p className="muted">{about(words, record)}</p>
      {kept !== null && (
        <p className="kept">
          This browser keeps a draft of yours that is not saved. <Link to={edit}>Go on with it</Link>
        </p>
      )}
      <RecordDetails
        fields={recordFields[words.kind]}
        record={record}
        names={names}
        address={address}
        timeZone={network.timeZone}
      />
      <NamedBy base={base} kind={words.kind} id={record.id} names={names} />
      <div className="after">
        <RemoveButton base={base} words={words} record={record} title={title} />
      </div>
    </Frame>
  );
}

/** One line of what it is, and when it was last written. */
function about(words: KindWords, record: StoredRecord): string {
  const kind = textOf(record['kind']);
  const what = kind === '' || words.kind === 'relationship' ? words.one : kind;
  return `${capitalized(what)} · last changed in revision ${record.revision}`;
}

interface FrameProps {
  readonly base: Base;
  readonly words: KindWords;
  readonly children: ReactNode;
}

function Frame({ base: { address, network }, words, children }: FrameProps) {
  return (
    <main id="main" className="page record ready">
      <p className="crumbs">
        <Link to={pageAddress(address, 'findings')}>{network.name}</Link> ›{' '}
        <Link to={pageAddress(address, words.collection)}>{capitalized(words.many)}</Link>
      </p>
      {children}
    </main>
  );
}
