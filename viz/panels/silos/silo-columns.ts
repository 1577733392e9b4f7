import { centreOf, type SiloView } from '#viz/findings/silo-finding.ts';
import type { MapIndex } from '#viz/findings/map-index.ts';
import type { Column } from '#viz/tables/column.ts';

/** The certificates as a table for a spreadsheet. */
export function siloColumns(index: MapIndex): readonly Column<SiloView>[] {
  return [
    { id: 'name', label: 'Group', value: ({ name }) => name },
    { id: 'around', label: 'Around', value: (one) => centreOf(index, one) },
    { id: 'verdict', label: 'Verdict', value: ({ silo }) => verdict(silo.grade) },
    { id: 'size', label: 'Size', value: ({ silo }) => silo.size },
    { id: 'inside', label: 'Ties inside', value: ({ silo }) => silo.inside },
    { id: 'leaving', label: 'Ties out', value: ({ silo }) => silo.leaving },
    { id: 'conductance', label: 'Conductance', value: ({ silo }) => silo.conductance },
    { id: 'ei', label: 'E-I index', value: ({ silo }) => silo.eiIndex },
    { id: 'p', label: 'p', value: ({ silo }) => silo.p },
    { id: 'stability', label: 'Stability', value: ({ silo }) => silo.stability },
    { id: 'reasons', label: 'Reasons', value: ({ silo }) => silo.reasons.join(' ') },
  ];
}

export function verdict(grade: 'silo' | 'closed' | null): string {
  return grade === null ? 'Not a silo' : grade === 'closed' ? 'Closed silo' : 'Silo';
}
