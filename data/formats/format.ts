import type { HistoryEntry } from '#data/formats/weft/history.ts';
import type { Mapping } from '#data/ingest/mapping.ts';
import type { NetworkData } from '#data/model/network-data.ts';
import type { Problem } from '#data/model/problem.ts';
import type { LogEntry } from '#data/store/port.ts';

/** A file as it was given: its base name (for messages and mappings) and its bytes. */
export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadOptions {
  /** What tables hold; only the table formats use it. */
  readonly mapping?: Mapping;
  /** Errors of single rows become listed omissions. */
  readonly skipBadRows: boolean;
  /** The name under which the file's own ids are kept. */
  readonly source: string;
  readonly signal: AbortSignal;
  /** Whether the change sets of a store are wanted too, where the format holds them; else they are left out, with a note. */
  readonly history?: boolean;
}

export interface ReadResult {
  /** Records whose ids are the file's own. */
  readonly data: NetworkData;
  /** Errors and notes, in the order of their places. Errors mean: data must not be used. */
  readonly problems: readonly Problem[];
  /** The log that led to the records, where it was wanted and is there. */
  readonly history?: readonly HistoryEntry[];
  /** Weft wrote the file: the ids of its records are Weft's own. */
  readonly ownIds?: boolean;
  /** What the file calls its network, where the format has a place for that and no record of it. */
  readonly title?: string | undefined;
}

/** What a format cannot hold of the records given to it: one line a kind of thing, with how many. */
export interface Loss {
  readonly what: string;
  readonly count: number;
}

export interface OutputFile {
  /** Appended to the name asked for when a format needs more than one file ("-nodes.csv"); '' for the main one. */
  readonly suffix: string;
  readonly bytes: Uint8Array;
}

export interface WriteResult {
  readonly files: readonly OutputFile[];
  readonly losses: readonly Loss[];
}

/** What a store has beside its records. */
export interface WriteExtras {
  readonly history?: readonly LogEntry[];
}

/** One file format. The registry of formats lists them; readers recognise by content, never by name. */
export interface Format {
  /** As in --format and in addresses: "gexf". */
  readonly id: string;
  readonly label: string;
  readonly extensions: readonly string[];
  /** Whether the bytes are of this format; looks at the head only, cheap, never throws. */
  readonly recognizes: (bytes: Uint8Array) => boolean;
  /** Several files of one format are read together (a node table and a tie table). */
  readonly read?: (files: readonly InputFile[], options: ReadOptions) => Promise<ReadResult>;
  readonly write?: (data: NetworkData, extras?: WriteExtras) => Promise<WriteResult>;
}
