/** Which network is meant and how it is looked at, as a plain value that can be sent to the host. */
export interface NetworkRequest {
  /** Absolute paths. */
  readonly files: readonly string[];
  /** What a lens or groups file is relative to. */
  readonly directory: string;
  readonly format: string | undefined;
  readonly mapFile: string | undefined;
  /** JSON, or the path of a file that holds it. */
  readonly lens: string | undefined;
  readonly asOf: string | undefined;
  readonly weights: 'strength' | 'ignore';
  /** communities, certified, an attribute or a file. */
  readonly groups: string;
  readonly seed: number;
  readonly top: number;
  readonly source: string | undefined;
  readonly skipBadRows: boolean;
}
