type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that are there: a record has no field that is undefined. */
export function present<T extends object>(fields: T): Present<T> {
  const kept: Present<T> = {};
  for (const key in fields) {
    const value = fields[key];
    if (value !== undefined) kept[key] = value as Exclude<T[typeof key], undefined>;
  }
  return kept;
}
