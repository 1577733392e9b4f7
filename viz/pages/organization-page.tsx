import { useCallback, useMemo } from 'react';
import { readRecord } from '#viz/client/records.ts';
import { textOf, type StoredRecord } from '#viz/client/stored.ts';
import { useLoaded } from '#viz/client/use-loaded.ts';
import { Link } from '#viz/components/link.tsx';
import { WebLink } from '#viz/components/web-link.tsx';
import { focusSpotlight } from '#viz/findings/focus-spotlight.ts';
import { nodeAt } from '#viz/findings/map-index.ts';
import { MapPanel } from '#viz/panels/map/map-panel.tsx';
import { keptDraft } from '#viz/panels/edit/kept-draft.ts';
import { ProfileRecord } from '#viz/panels/profile/profile-record.tsx';
import { ProfileWords } from '#viz/panels/profile/profile-words.tsx';
import { RecordEditor } from '#viz/panels/records/record-editor.tsx';
import { kindWords } from '#viz/panels/records/record-kind.ts';
import { RemoveButton } from '#viz/panels/records/remove-button.tsx';
import { useNames } from '#viz/panels/records/use-records.ts';
import { RecordPage } from '#viz/pages/record-page.tsx';
import { withQuery } from '#viz/state/address.ts';
import { goTo } from '#viz/state/navigation.ts';
import { type Base, organizationAddress, pageAddress, type Shown } from '#viz/state/shown.ts';
import { useTitle } from '#viz/state/use-title.ts';

/** One organization: its profile in words, and the map with all within 1, 2 or 3 steps of it. */
export function OrganizationPage({ id, ...shown }: Shown & { readonly id: string }) {
  const { view, index, address } = shown;
  const node = nodeAt(index, id);
  const name = index.map.nodes[node]?.label ?? id;
  const steps = parseSteps(address.query.steps);
  const row = view.analysis.bridgeBuilders?.find((one) => one.id === id);
  const spotlight = useMemo(() => {
    if (node < 0) return null;
    const ends = row?.backup ? ([nodeAt(index, row.backup.a), nodeAt(index, row.backup.b)] as const) : null;
    return focusSpotlight(
      index,
      node,
      steps,
      steps === 1 && ends !== null && ends.every((end) => end >= 0) ? ends : null,
    );
  }, [index, node, steps, row]);
  const names = useNames(shown);
  const stored = useOrganization(shown, id);
  useTitle(name, view.name);
  if (node < 0) return <RecordPage {...shown} words={organizationWords} id={id} />;
  const toSteps = (count: number) => goTo(withQuery(address, { steps: count === 1 ? null : String(count) }));
  return (
    <main id="main" className="beside">
      {address.query.edit === '1' && stored !== null ? (
        <div className="words ready">
          <h1>{name}</h1>
          <RecordEditor key={id} base={shown} words={organizationWords} record={stored} names={names} />
        </div>
      ) : (
        <ProfileWords
          shown={shown}
          node={node}
          row={row}
          actions={<Actions shown={shown} record={stored} />}
          recorded={stored === null ? null : <ProfileRecord base={shown} record={stored} names={names} />}
        />
      )}
      <section id="map" className="view" aria-label="Map">
        <MapPanel
          index={index}
          address={address}
          spotlight={spotlight}
          caption=""
          tools={<Steps steps={steps} onSteps={toSteps} />}
          onSteps={toSteps}
          onChoose={(other) => goTo(organizationAddress(address, index.map.nodes[other]?.id ?? ''))}
          onClear={() => goTo(pageAddress(address, 'map'))}
        />
      </section>
    </main>
  );
}

const organizationWords = kindWords('organization');

/** The record behind a profile; null while it is read, or where it is no record of this kind. */
function useOrganization({ address, head }: Base, id: string): StoredRecord | null {
  const load = useCallback(
    (signal: AbortSignal) => readRecord(address.network, 'organizations', id, signal),
    [address.network, id],
  );
  const loaded = useLoaded(`${address.network} organizations ${id}`, load, head);
  return loaded.state === 'ready' ? loaded.value : null;
}

/** What can be done with an organization from its profile. */
function Actions({ shown, record }: { readonly shown: Shown; readonly record: StoredRecord | null }) {
  const { address } = shown;
  if (record === null) return null;
  const website = textOf(record['website']);
  const kept = keptDraft(address.network, 'organization', record.id) !== null;
  return (
    <div className="actions">
      {website !== '' && <WebLink address={website} />}
      <a className="narrow-only" href="#map">
        See it on the map
      </a>
      <Link to={withQuery(address, { edit: '1' })}>{kept ? 'Go on with your draft' : 'Edit the record'}</Link>
      <Link to={pageAddress(address, 'relationships', 'new', { from: record.id })}>Add a relationship</Link>
      <Link to={pageAddress(address, 'collaborations', 'new', { with: record.id })}>Add a collaboration</Link>
      <RemoveButton base={shown} words={organizationWords} record={record} title={textOf(record['name'])} />
    </div>
  );
}

function parseSteps(text: string | undefined): number {
  return text === '2' ? 2 : text === '3' ? 3 : 1;
}

function Steps({ steps, onSteps }: { readonly steps: number; readonly onSteps: (steps: number) => void }) {
  return (
    <>
      <span className="muted" id="steps-label">
        Steps
      </span>
      <div className="segment" role="group" aria-labelledby="steps-label">
        {[1, 2, 3].map((count) => (
          <button key={count} type="button" aria-pressed={steps === count} onClick={() => onSteps(count)}>
            {count}
          </button>
        ))}
      </div>
    </>
  );
}
