import type { Organization } from '#data/model/organization.ts';
import { present } from '#data/formats/table/records/present.ts';
import type { RowReader } from '#data/formats/table/row-reader.ts';

/** The place of a row from its place, lat and lon. */
export function readPlace(reader: RowReader): Organization['place'] {
  const name = reader.text('place', 500);
  const lat = reader.number('lat', -90, 90, 'a latitude from -90 to 90');
  const lon = reader.number('lon', -180, 180, 'a longitude from -180 to 180');
  if (name === undefined && lat === undefined && lon === undefined) return undefined;
  return {
    ...present({ name, lat, lon }),
  };
}
