import type { Network } from '#data/model/network.ts';

export type VocabularyName = keyof NonNullable<Network['vocabularies']>;

interface Named {
  /** As in the record. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly needed?: boolean;
}

/** One field of a record as it is shown and edited; what is not here (external ids, custom fields) is kept as it is. */
export type Field = Named &
  (
    | { readonly as: 'text' | 'long' | 'date' | 'instant' | 'number' | 'website' }
    /** Texts, one a line. */
    | { readonly as: 'words'; readonly vocabulary?: VocabularyName }
    /** One of a closed list; "" may stand for none. */
    | { readonly as: 'choice'; readonly options: readonly string[] }
    /** A text for which the network has words of its own. */
    | { readonly as: 'named'; readonly vocabulary: VocabularyName }
    | { readonly as: 'flag' }
    | { readonly as: 'record'; readonly collections: readonly string[] }
    | { readonly as: 'records'; readonly collections: readonly string[] }
    /** An object of its own. */
    | { readonly as: 'group'; readonly fields: readonly Field[] }
    /** A list of objects. */
    | { readonly as: 'list'; readonly one: string; readonly fields: readonly Field[] }
  );
