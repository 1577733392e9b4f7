import type { Progress } from '#api/host/job.ts';

/** One option of a command, as --help prints it. */
export interface OptionDefinition {
  /** A flag takes no value. */
  readonly type: 'string' | 'boolean';
  /** The placeholder in the help: "FILE", "json|csv|table". */
  readonly value?: string;
  readonly describe: string;
  readonly default?: string;
  /** Where only these words are accepted. */
  readonly choices?: readonly string[];
}

export type OptionValues = Readonly<Record<string, string | boolean | undefined>>;

/** Where a command writes and what it may ask of its surroundings. */
export interface Terminal {
  readonly out: (text: string | Uint8Array) => Promise<void>;
  readonly err: (text: string) => void;
  readonly progress: (progress: Progress) => void;
  readonly signal: AbortSignal;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What file arguments are relative to: where the user stands, also under npm. */
  readonly directory: string;
}

export interface CommandInput {
  readonly positionals: readonly string[];
  readonly options: OptionValues;
  readonly terminal: Terminal;
}

/** A command of `weft`: one file each, on the same services as the routes. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** After the name: "FILE… [options]". */
  readonly usage: string;
  /** Whether it takes no words beside its options: one that is there is not passed over. */
  readonly optionsOnly?: boolean;
  readonly options: Readonly<Record<string, OptionDefinition>>;
  readonly examples: readonly string[];
  readonly run: (input: CommandInput) => Promise<void>;
}
