import type { Analysis } from '#api/contract/analysis.ts';
import type { MapInput } from '#viz/scene/picture.ts';

/** Singular and plural of what this network calls a thing. */
export interface Noun {
  readonly one: string;
  readonly many: string;
}

/** The network's own words for what organizations do together and for their kinds. */
export interface ReportWords {
  /** "project", "grant", "coalition". */
  readonly collaboration: Noun;
  /** "sector", "type of organization". */
  readonly sector: Noun;
}

/** Where the ties came from: shared collaborations or gatherings, stated relationships, or both. */
export type TieSource = 'shared' | 'stated' | 'both';

/** What the records say about one organization beyond its measures. */
export interface OrganizationDetails {
  readonly id: string;
  /** Name in full where the label is an acronym. */
  readonly fullName?: string;
  /** Its other names, as recorded: what is printed where a paper's fonts cannot draw the first one. */
  readonly aliases?: readonly string[];
  /** Distinct collaborations; null where none are recorded in the network. */
  readonly collaborations: number | null;
  /** Of these, with at least one other organization. */
  readonly joint: number | null;
  readonly led: number | null;
}

/** Collaborations running in one year. */
export interface ReportYear {
  readonly year: number;
  /** Of two organizations or more. */
  readonly joint: number;
  /** Of one organization alone. */
  readonly alone: number;
}

export interface ReportTimeline {
  /** Every year from the first to the last, without gaps. */
  readonly years: readonly ReportYear[];
  /** Whether ends are recorded beyond the last year: they are plans, and not drawn. */
  readonly endLater?: boolean;
  readonly withoutStart: number;
  /** Of those with a start; drawn as still running. */
  readonly withoutEnd: number;
  /** The year in which most collaborations end, with how many. */
  readonly commonEnd: { readonly year: number; readonly count: number } | null;
}

/** All that the partnership report is made from. Same input, same bytes. */
export interface ReportInput {
  readonly analysis: Analysis;
  /** What figure 1 is drawn from; its ties also give groups reached and who works apart. Node order = analysis order. */
  readonly map: MapInput;
  /** "Who works with whom in Delta science" */
  readonly title: string;
  readonly networkName: string;
  /** The data's own date (revision time, or given), never the clock; null where the files carry none. */
  readonly asOf: string | null;
  readonly ties: TieSource;
  readonly words?: Partial<ReportWords>;
  /** Collaborations that the lens keeps; null where none are recorded. */
  readonly collaborations: {
    readonly total: number;
    readonly joint: number;
    readonly participations: number;
  } | null;
  /** Whether gatherings are recorded: only then may "never met" be said. */
  readonly gatherings: boolean;
  readonly organizations: readonly OrganizationDetails[];
  readonly timeline?: ReportTimeline;
  /** One line each: where the data came from, their licence. */
  readonly sources?: readonly string[];
}
