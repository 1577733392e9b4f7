import type { MapFacets } from '#api/contract/map-facets.ts';
import { Link } from '#viz/components/link.tsx';
import { TimeRange } from '#viz/panels/map/time-range.tsx';
import { type NetworkAddress, pageAddress } from '#viz/state/shown.ts';
import { isFiltered, type MapFilter, noFilter } from '#viz/state/map-filter.ts';

interface MapFiltersProps {
  readonly address: NetworkAddress;
  readonly facets: MapFacets;
  readonly filter: MapFilter;
  readonly onFilter: (filter: MapFilter) => void;
}

/** Filters by dates, topic and place; sectors are filtered in the key. Nothing is offered that the records do not have. */
export function MapFilters({ address, facets, filter, onFilter }: MapFiltersProps) {
  const dated = facets.years.length > 1;
  const chosen = isFiltered(filter);
  if (!dated && facets.topics.length === 0 && facets.places.length < 2 && !chosen) return null;
  return (
    <div className="filters" role="group" aria-label="Filter the map">
      {dated && (
        <>
          <TimeRange
            facets={facets}
            from={filter.from}
            until={filter.until}
            onRange={(from, until) => onFilter({ ...filter, from, until })}
          />
          <Link
            className="compare-link"
            to={pageAddress(address, 'map', null, { compare: bothYears(facets, filter) })}
          >
            Compare two dates
          </Link>
        </>
      )}
      {facets.topics.length > 0 && (
        <Choice
          label="Topic"
          all="All topics"
          values={facets.topics}
          value={filter.topic}
          onValue={(topic) => onFilter({ ...filter, topic })}
        />
      )}
      {facets.places.length > 1 && (
        <Choice
          label="Place"
          all="All places"
          values={facets.places}
          value={filter.place}
          onValue={(place) => onFilter({ ...filter, place })}
        />
      )}
      {chosen && (
        <button type="button" className="button" onClick={() => onFilter(noFilter)}>
          Show all
        </button>
      )}
    </div>
  );
}

/** The ends of the range, as the comparison's address has them. */
function bothYears({ years }: MapFacets, { from, until }: MapFilter): string {
  return `${from ?? years[0]?.year ?? 0},${until ?? years.at(-1)?.year ?? 0}`;
}

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly values: readonly string[];
  readonly value: string | null;
  readonly onValue: (value: string | null) => void;
}

function Choice({ label, all, values, value, onValue }: ChoiceProps) {
  return (
    <select
      className="input"
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onValue(event.target.value === '' ? null : event.target.value)}
    >
      <option value="">{all}</option>
      {values.map((one) => (
        <option key={one}>{one}</option>
      ))}
      {value !== null && !values.includes(value) && <option>{value}</option>}
    </select>
  );
}
