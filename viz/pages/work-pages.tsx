import type { ComponentType } from 'react';
import { DataPage } from '#viz/pages/data-page.tsx';
import { HistoryPage } from '#viz/pages/history-page.tsx';
import { RecordPage } from '#viz/pages/record-page.tsx';
import { RecordsPage } from '#viz/pages/records-page.tsx';
import { ReportsPage } from '#viz/pages/reports-page.tsx';
import { SettingsPage } from '#viz/pages/settings-page.tsx';
import { kindOfPage } from '#viz/panels/records/record-kind.ts';
import type { PageName } from '#viz/state/address.ts';
import type { Base } from '#viz/state/shown.ts';

/** Pages that need no findings: records, import, history, reports, settings. */
export function WorkPages(base: Base) {
  const { page, id } = base.address;
  const words = kindOfPage(page);
  if (words !== undefined) {
    return id === null ? (
      <RecordsPage key={words.kind} {...base} words={words} />
    ) : (
      <RecordPage key={`${words.kind} ${id}`} {...base} words={words} id={id} />
    );
  }
  const Shows = pages[page] ?? SettingsPage;
  return <Shows {...base} />;
}

const pages: Partial<Record<PageName, ComponentType<Base>>> = {
  data: DataPage,
  history: HistoryPage,
  reports: ReportsPage,
};
