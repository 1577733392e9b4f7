import type { ReactNode } from 'react';
import { siloRules } from '#analysis/findings/silo.ts';
import { Link } from '#viz/components/link.tsx';
import { OrganizationLink } from '#viz/components/organization-link.tsx';
import { probability } from '#viz/findings/numbers.ts';
import { insideOut, type SiloView } from '#viz/findings/silo-finding.ts';
import { TestScale } from '#viz/panels/silos/test-scale.tsx';
import { SiloPicture } from '#viz/panels/silos/silo-picture.tsx';
import { verdict } from '#viz/panels/silos/silo-columns.ts';
import type { Scene } from '#viz/scene/scene.ts';
import { pageAddress, type Shown } from '#viz/state/shown.ts';

interface SiloEntryProps {
  readonly shown: Shown;
  readonly one: SiloView;
  readonly scene: Scene | null;
  /** Its own address is on screen. */
  readonly open: boolean;
}

/** One group: its picture, its words, its four tests; a test that fails is said first. */
export function SiloEntry({ shown, one, scene, open }: SiloEntryProps) {
  const { silo } = one;
  const closes = siloRules.closedAtMost;
  return (
    <li className={open ? 'silo open' : 'silo'} id={`silo-${one.at}`}>
      <SiloPicture index={shown.index} scene={scene} one={one} />
      <div>
        <h2>
          <Link to={pageAddress(shown.address, 'silos', String(one.at))}>{one.name}</Link>{' '}
          <span className={`tag ${silo.grade === 'closed' ? 'solid' : silo.certified ? '' : 'quiet'}`}>
            {verdict(silo.grade)}
          </span>
        </h2>
        {!silo.certified && <p className="fails">{silo.reasons[0]}</p>}
        <p>
          {insideOut(one)} <Carriers shown={shown} one={one} />
        </p>
        <div className="more">
          <Link to={pageAddress(shown.address, 'map', null, { finding: `silo-${one.at}` })}>
            Show on the map
          </Link>
          <Reasons one={one} open={open} />
        </div>
        {open && <Members shown={shown} one={one} />}
      </div>
      <Test label="Size, at least 4">
        <b className="figures">{silo.size}</b>
      </Test>
      <Test label="Conductance, silo below .5, closed to .3">
        <TestScale value={silo.conductance} marks={[closes, siloRules.conductanceBelow]} decimals={2} />
      </Test>
      <Test label="p, at most .05">
        <b className="figures">{silo.p === null ? 'not drawn' : probability(silo.p)}</b>
        {silo.ps.length > 1 && <small className="muted">middle of {silo.ps.length}</small>}
      </Test>
      <Test label="Stability, at least .8">
        <TestScale value={silo.stability} marks={[siloRules.stabilityAtLeast]} decimals={2} />
      </Test>
    </li>
  );
}

function Test({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="test">
      <span className="label">{label}</span>
      {children}
    </div>
  );
}

function Carriers({ shown, one }: Pick<SiloEntryProps, 'shown' | 'one'>) {
  const [first, second] = one.carriers;
  const id = (node: number): string => shown.index.map.nodes[node]?.id ?? '';
  if (first === undefined) return null;
  return (
    <>
      Carried above all by <OrganizationLink shown={shown} id={id(first.node)} /> ({first.ties})
      {second !== undefined && (
        <>
          {' '}
          and <OrganizationLink shown={shown} id={id(second.node)} /> ({second.ties})
        </>
      )}
      .
    </>
  );
}

function Reasons({ one: { silo }, open }: { readonly one: SiloView; readonly open: boolean }) {
  const reasons = silo.certified ? silo.reasons : silo.reasons.slice(1);
  if (reasons.length === 0) return null;
  return (
    <details open={open}>
      <summary>{silo.certified ? 'Its certificate' : 'More reasons'}</summary>
      {reasons.map((reason) => (
        <p key={reason} className="muted">
          {reason}
        </p>
      ))}
    </details>
  );
}

function Members({ shown, one }: Pick<SiloEntryProps, 'shown' | 'one'>) {
  return (
    <ul className="members">
      {one.silo.members.map((id) => (
        <li key={id}>
          <OrganizationLink shown={shown} id={id} marked />
        </li>
      ))}
    </ul>
  );
}
