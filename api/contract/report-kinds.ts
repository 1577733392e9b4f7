/** The files that the partnership report is made as. */
export const reportKinds = ['pdf', 'html', 'xlsx', 'json'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** The media type of each. */
export const reportTypes: Readonly<Record<ReportKind, string>> = {
  pdf: 'application/pdf',
  html: 'text/html',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
};
