/** The files that the partnership report is made as. */
export const reportKinds = ['pdf', 'html', 'xlsx', 'json'] as const;
export type ReportKind = (typeof reportKinds)[number];
