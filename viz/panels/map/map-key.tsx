import { CategoryMark } from '#viz/components/category-mark.tsx';
import type { Spotlight } from '#viz/findings/finding.ts';
import { SectorKey } from '#viz/panels/map/sector-key.tsx';
import type { MapInput } from '#viz/scene/picture.ts';
import { capitalized } from '#analysis/words/capitalized.ts';

interface MapKeyProps {
  readonly map: MapInput;
  readonly spotlight: Spotlight | null;
  readonly sectors: readonly string[];
  readonly onSectors: (names: readonly string[]) => void;
}

/** What fill, shape, ring, hollow, size and width stand for. */
export function MapKey({ map, spotlight, sectors, onSectors }: MapKeyProps) {
  return (
    <div className="key">
      {map.categories.length > 0 && (
        <>
          <h2>{capitalized(map.words.category)}</h2>
          <SectorKey map={map} chosen={sectors} onChosen={onSectors} />
        </>
      )}
      <h2>Reading it</h2>
      <ul>{spotlight === null ? <RestKey map={map} /> : <SpotKey spotlight={spotlight} />}</ul>
    </div>
  );
}

function RestKey({ map }: { readonly map: MapInput }) {
  return (
    <>
      {map.nodes.some(({ bridge }) => bridge > 0) && (
        <li>
          <Ring />
          holds groups together
        </li>
      )}
      {map.nodes.some(({ hollow }) => hollow) && (
        <li>
          <CategoryMark category={0} hollow /> not always found with its group
        </li>
      )}
      <li>
        <svg className="mark sizes" viewBox="-20 -15 40 30" aria-hidden="true">
          <circle cx="-13" r="4" />
          <circle cx="7" r="11" />
        </svg>
        few, many {map.words.size}
      </li>
      {map.groups.length > 1 && (
        <li>
          <svg className="mark widths" viewBox="-20 -15 40 30" aria-hidden="true">
            <path d="M-20-7H20" strokeWidth="3" />
            <path d="M-20 6H20" strokeWidth="9" />
          </svg>
          few, many ties between groups
        </li>
      )}
    </>
  );
}

function SpotKey({ spotlight }: { readonly spotlight: Spotlight }) {
  return (
    <>
      {spotlight.ties.length > 0 && (
        <li>
          <svg className="mark line" viewBox="-20 -15 40 30" aria-hidden="true">
            <path d="M-20 0H20" />
          </svg>
          a tie; wider when stronger
        </li>
      )}
      {spotlight.ringed.length > 1 && (
        <li>
          <Ring chosen />
          in the room
        </li>
      )}
      {spotlight.proposed !== null && (
        <li>
          <svg className="mark dots" viewBox="-20 -15 40 30" aria-hidden="true">
            <path d="M-20 0H20" />
          </svg>
          a tie that is not there yet
        </li>
      )}
    </>
  );
}

function Ring({ chosen = false }: { readonly chosen?: boolean }) {
  return (
    <svg className={chosen ? 'mark ringed chosen' : 'mark ringed'} viewBox="-15 -15 30 30" aria-hidden="true">
      <circle r="12.5" />
      <circle r="7" />
    </svg>
  );
}
