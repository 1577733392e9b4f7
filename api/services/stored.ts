/** Records as services hand them to routes, which know no store. */
export type { Stored } from '#data/store/port.ts';
