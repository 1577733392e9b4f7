import { asObject } from '#viz/panels/edit/draft.ts';
import type { Field } from '#viz/panels/edit/field.ts';

/** A field's value in plain words; '' where it has none. */
export function valueText(field: Field, value: unknown, nameOf: (id: string) => string): string {
  if (value === undefined || value === null || value === '') return '';
  if (field.as === 'flag') return value === true ? 'yes' : 'no';
  if (field.as === 'record') return nameOf(plain(value));
  if (field.as === 'group') return partsText(field.fields, value, nameOf);
  if (field.as === 'words') return items(value).map(plain).join(', ');
  if (field.as === 'list')
    return items(value)
      .map((item) => partsText(field.fields, item, nameOf))
      .join('; ');
  if (field.as !== 'records') return plain(value);
  return items(value)
    .map((id) => nameOf(plain(id)))
    .join(', ');
}

function partsText(fields: readonly Field[], value: unknown, nameOf: (id: string) => string): string {
  const object = asObject(value);
  return fields
    .map((field) => ({ field, text: valueText(field, object[field.name], nameOf) }))
    .filter(({ text }) => text !== '')
    .map(({ field, text }) =>
      field.as === 'record' || field.name === 'role' || field.name === 'name'
        ? text
        : `${field.label.toLowerCase()} ${text}`,
    )
    .join(', ');
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
