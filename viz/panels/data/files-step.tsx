import { type DragEvent, useId, useState } from 'react';

interface FilesStepProps {
  readonly files: readonly File[];
  readonly onFiles: (files: readonly File[]) => void;
  readonly onNext: () => void;
}

/** Step 1: files dropped or chosen, or a table pasted. */
export function FilesStep({ files, onFiles, onNext }: FilesStepProps) {
  const [over, setOver] = useState(false);
  const [pasted, setPasted] = useState('');
  const input = useId();
  const add = (more: readonly File[]) => {
    const taken = new Set(more.map(({ name }) => name));
    onFiles([...files.filter(({ name }) => !taken.has(name)), ...more]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };
  const takePasted = () => {
    const name = `table-${files.filter((file) => file.name.startsWith('table-')).length + 1}.csv`;
    add([new File([pasted], name, { type: 'text/csv' })]);
    setPasted('');
  };
  return (
    <div className="files-step">
      <h1>Which files hold your network?</h1>
      <p className="lead">
        Tables of organizations and of ties (CSV, XLSX), or a network from Gephi, Kumu, Pajek, UCINET. Several
        files of one network go together.
      </p>
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
            add([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </div>
      <div className="field">
        <label htmlFor={`${input}-paste`}>Or paste a table, its head in the first line</label>
        <textarea
          id={`${input}-paste`}
          className="input mono"
          rows={5}
          spellCheck={false}
          placeholder={'from,to,strength\nValley Homes,Tidewater Chapel,3'}
          value={pasted}
          onChange={(event) => setPasted(event.target.value)}
        />
        <div className="buttons">
          <button type="button" className="button" disabled={pasted.trim() === ''} onClick={takePasted}>
            Take this table
          </button>
        </div>
      </div>
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

function sizeText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
