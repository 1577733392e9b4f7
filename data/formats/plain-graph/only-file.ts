import { InputProblems } from '#data/formats/input-problems.ts';
import type { InputFile } from '#data/formats/format.ts';

/** The one file of a format whose files are whole networks; a second one is refused. */
export function onlyFile(files: readonly InputFile[], label: string): InputFile {
  const [file, second] = files;
  if (file === undefined) throw new RangeError('A reader was called without a file.');
  if (second !== undefined) {
    new InputProblems(second.name).fatal(
      'ONE_FILE',
      {},
      `“${second.name}” is a second ${label} file beside “${file.name}”; one is accepted at a time.`,
    );
  }
  return file;
}
