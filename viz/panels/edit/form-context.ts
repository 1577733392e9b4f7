import type { Network } from '#data/model/network.ts';
import type { Field, VocabularyName } from '#viz/panels/edit/field.ts';
import type { Names } from '#viz/panels/records/use-records.ts';

/** What every field of a form is shown with. */
export interface FormContext {
  readonly names: Names;
  readonly vocabularies: NonNullable<Network['vocabularies']>;
  /** What is wrong, by path. */
  readonly problems: ReadonlyMap<string, string>;
}

export interface FieldProps<One extends Field = Field> {
  readonly field: One;
  readonly path: string;
  readonly value: unknown;
  readonly context: FormContext;
  readonly onChange: (value: unknown) => void;
}

export function vocabularyOf(context: FormContext, name: VocabularyName): readonly string[] {
  return context.vocabularies[name] ?? [];
}

/** The id of a field's control, by which its label and the list of problems find it. */
export function fieldId(path: string): string {
  return `field-${path.replace(/[^\w-]+/gu, '-')}`;
}
