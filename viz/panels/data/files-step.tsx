import { type DragEvent, useId, useState } from 'react';

interface FilesStepProps {
  readonly files: readonly File[];
  readonly onFiles: (files: readonly File[]) => void;
  readonly onNext: () => void;
}

/** Step 1: files dropped or chosen, or a table pasted. */
export function FilesStep({ files, onFiles, onNext }: FilesStepProps) {
  const add = (more: readonly File[]) => {
    const taken = new Set(more.map(({ name }) => name));
    onFiles([...files.filter(({ name }) => !taken.has(name)), ...more]);
  };
  const takePasted = (text: string) => {
    const name = `table-${files.filter((file) => file.name.startsWith('table-')).length + 1}.csv`;
    add([new File([text], name, { type: 'text/csv' })]);
  };
  return (
    <div className="files-step">
      <h1>Which files hold your network?</h1>
      <p className="lead">
        Tables of organizations and of ties (CSV, XLSX), or a network from Gephi, Kumu, Pajek, UCINET. Several
        files of one network go together.
      </p>
      <Drop onFiles={add} />
      <Paste onText={takePasted} />
      {files.length > 0 && (
        <ul className="rows" aria-label="Files to import">
          {files.map((file) => (
            <li key={file.name}>
              <span>
                <b>{file.name}</b> <span className="muted figures">{sizeText(file.size)}</span>
              </span>
              <button
                type="button"
                className="as-link"
                onClick={() => onFiles(files.filter((one) => one !== file))}
              >
                Take out<span className="spoken"> {file.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="buttons">
        <button type="button" className="button primary" disabled={files.length === 0} onClick={onNext}>
          Look at what they hold
        </button>
      </div>
    </div>
  );
}

function Drop({ onFiles }: Pick<FilesStepProps, 'onFiles'>) {
  const [over, setOver] = useState(false);
  const input = useId();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <div
      className="drop"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label htmlFor={input}>Drop files here, or choose them</label>
      <input
        id={input}
        type="file"
        multiple
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </div>
  );
}

function Paste({ onText }: { readonly onText: (text: string) => void }) {
  const [pasted, setPasted] = useState('');
  const input = useId();
  const take = () => {
    onText(pasted);
    setPasted('');
  };
  return (
    <div className="field">
      <label htmlFor={input}>Or paste a table, its head in the first line</label>
      <textarea
        id={input}
        className="input mono"
        rows={5}
        spellCheck={false}
        placeholder={'from,to,strength\nValley Homes,Tidewater Chapel,3'}
        value={pasted}
        onChange={(event) => setPasted(event.target.value)}
      />
      <div className="buttons">
        <button type="button" className="button" disabled={pasted.trim() === ''} onClick={take}>
          Take this table
        </button>
      </div>
    </div>
  );
}

function sizeText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
