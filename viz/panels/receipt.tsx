import type { Analysis } from '#api/contract/analysis.ts';

/** What produced the numbers: same receipt, same numbers, on every machine. */
export function Receipt({ analysis: { receipt } }: { readonly analysis: Analysis }) {
  const lines: readonly (readonly [string, string])[] = [
    ['Weft', receipt.version],
    [
      'Network',
      receipt.network === null ? 'from files' : `${receipt.network}, revision ${receipt.revision ?? 0}`,
    ],
    ['Groups', receipt.groups],
    ['Seed', String(receipt.seed)],
    ['Lens', JSON.stringify(receipt.lens)],
    ...(receipt.inputHash === null ? [] : [['Input', receipt.inputHash] as const]),
  ];
  return (
    <details className="receipt">
      <summary>Receipt</summary>
      <dl>
        {lines.map(([term, value]) => (
          <div key={term} style={{ display: 'contents' }}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
