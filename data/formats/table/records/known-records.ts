import type { Collaboration } from '#data/model/collaboration.ts';
import { emptyNetworkData, type NetworkData } from '#data/model/network-data.ts';
import type { Organization } from '#data/model/organization.ts';
import type { RowReader } from '#data/formats/table/row-reader.ts';
import type { TableKind, TablePlan } from '#data/formats/table/table-plan.ts';

type External = { source: string; id: string }[];

/** The records read so far, and how the rows of later tables find them: by id, else by a name that only one has. */
export class KnownRecords {
  readonly data: NetworkData = emptyNetworkData();
  readonly source: string;
  readonly parties = new Map<string, 'organization' | 'person'>();
  readonly collaborations = new Map<string, Collaboration>();
  readonly #listed: ReadonlySet<TableKind>;
  /** Ids of rows that were refused themselves. */
  readonly #refused = new Set<string>();
  #byName: Map<string, string | null> | undefined;

  constructor(plans: readonly TablePlan[], source: string) {
    this.source = source;
    this.#listed = new Set(plans.map((plan) => plan.is));
  }

  /** Whether the files list the records of that kind, so that an unknown one is an error. */
  lists(...kinds: readonly TableKind[]): boolean {
    return kinds.some((kind) => this.#listed.has(kind));
  }

  external(id: string): External {
    return [{ source: this.source, id }];
  }

  /** The id of the organization or person in that cell; makes an organization where the files list none. */
  party(reader: RowReader, field: string, what: string): string | undefined {
    const text = reader.raw(field);
    if (text !== undefined && this.parties.has(text)) return text;
    const id = reader.required(field, 500, what);
    return id === undefined ? undefined : this.partyNamed(reader, field, id, what);
  }

  /** The same for a text that was taken from a cell. */
  partyNamed(reader: RowReader, field: string, id: string, what: string): string | undefined {
    if (this.parties.has(id)) return id;
    if (!this.lists('organizations', 'people')) return this.#organization(id);
    const named = this.#idOfName(id);
    if (typeof named === 'string') {
      const { problems } = reader.plan.table;
      problems.count('MATCHED_BY_NAME', field, reader.place(field), (count) =>
        count === 1
          ? `“${id}” is no id; it was matched by name.`
          : `${count} cells hold no id; they were matched by name.`,
      );
      return named;
    }
    reader.refuse(
      named === null ? 'NAME_NOT_UNIQUE' : 'NODE_NOT_FOUND',
      field,
      named === null
        ? `${what} is “${id}”, which several organizations are called; an id is accepted.`
        : this.notListed(id, `${what} is “${id}”, which the table of organizations does not list`),
      id,
    );
    return undefined;
  }

  /** Whether the id stands among these records already, which refuses the row. */
  refuseRepeated(reader: RowReader, records: readonly { readonly id: string }[], id: string): boolean {
    if (!records.some((record) => record.id === id)) return false;
    reader.refuse(
      'ID_REPEATED',
      reader.has('id') ? 'id' : 'name',
      `“${id}” stands more than once; each id once is accepted.`,
      id,
    );
    return true;
  }

  /** Keeps in mind whose row could not be taken. */
  rowRefused(reader: RowReader): void {
    const id = reader.raw('id') ?? reader.raw('name');
    if (id !== undefined) this.#refused.add(id);
  }

  /** What is wrong with a reference: a row that is refused itself is not to be called missing. */
  notListed(id: string, otherwise: string): string {
    return this.#refused.has(id)
      ? `“${id}” is listed in a row that has an error itself; it is accepted when that row is.`
      : `${otherwise}; a listed id is accepted.`;
  }

  addOrganization(organization: Organization): void {
    this.parties.set(organization.id, 'organization');
    this.data.organizations.push(organization);
  }

  addCollaboration(collaboration: Collaboration, key: string): void {
    this.collaborations.set(key, collaboration);
    this.data.collaborations.push(collaboration);
  }

  /** A collaboration keeps its own id, unless an organization or person has the same. */
  collaborationId(id: string, reader: RowReader): string {
    if (!this.parties.has(id)) return id;
    reader.plan.table.problems.count(
      'ID_OF_PARTY',
      'collaboration',
      reader.place(),
      (count) =>
        `${count} ${count === 1 ? 'collaboration has' : 'collaborations have'} the id of an organization (first “${id}”); “collaboration:” was put before it.`,
    );
    return `collaboration:${id}`;
  }

  #organization(id: string): string {
    this.addOrganization({ id, name: id, external: this.external(id) });
    return id;
  }

  /** null: several have that name. Built once, when the first cell needs it. */
  #idOfName(name: string): string | null | undefined {
    if (this.#byName === undefined) {
      this.#byName = new Map();
      for (const { id, name: own } of [...this.data.organizations, ...this.data.people]) {
        this.#byName.set(own, this.#byName.has(own) ? null : id);
      }
    }
    return this.#byName.get(name);
  }
}
