import type { RecordKind, StoredRecord } from '#viz/client/stored.ts';
import { RecordForm } from '#viz/panels/edit/record-form.tsx';
import { recordFields } from '#viz/panels/edit/record-fields.ts';
import { type KindWords, recordTitle } from '#viz/panels/records/record-kind.ts';
import type { Names } from '#viz/panels/records/use-records.ts';
import { did } from '#viz/state/acts.ts';
import { withQuery } from '#viz/state/address.ts';
import { goTo } from '#viz/state/navigation.ts';
import { type Base, pageAddress } from '#viz/state/shown.ts';

interface RecordEditorProps {
  readonly base: Base;
  readonly words: KindWords;
  /** null: a new one. */
  readonly record: StoredRecord | null;
  readonly names: Names;
}

/** The form of a record, and where one is afterwards. */
export function RecordEditor({ base, words, record, names }: RecordEditorProps) {
  const { address, network } = base;
  const back = () =>
    goTo(
      record === null ? pageAddress(address, words.collection) : withQuery(address, { edit: null }),
      'replace',
    );
  return (
    <RecordForm
      network={address.network}
      kind={words.kind}
      fields={recordFields[words.kind]}
      record={record}
      begin={begin(words, address.query)}
      names={names}
      stored={network}
      action={record === null ? `Add the ${words.one}` : `Save the ${words.one}`}
      onSaved={(id, revision, saved) => {
        const title = recordTitle(words.kind, saved, names.of);
        did(address.network, { revision, words: `${title} is ${record === null ? 'added' : 'saved'}.` });
        goTo(pageAddress(address, words.collection, id), 'replace');
      }}
      onCancel={back}
      onTheirs={back}
    />
  );
}

/** A new relationship or collaboration may begin at a party of the address; a need or gathering begins now. */
function begin({ kind }: KindWords, query: Readonly<Record<string, string>>): Record<string, unknown> {
  const now = `${new Date().toISOString().slice(0, 16)}:00Z`;
  const begun: Partial<Record<RecordKind, Record<string, unknown>>> = {
    relationship: { direction: 'mutual', from: query['from'], to: query['to'] },
    collaboration: query['with'] === undefined ? {} : { participants: [{ party: query['with'] }] },
    need: { openedAt: now },
    gathering: { at: now },
    source: { kind: 'page' },
  };
  return begun[kind] ?? {};
}
