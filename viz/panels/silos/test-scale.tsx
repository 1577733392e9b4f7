import { unitInterval } from '#viz/findings/numbers.ts';

interface TestScaleProps {
  /** 0 … 1; null: it does not exist. */
  readonly value: number | null;
  /** Thresholds of the test. */
  readonly marks: readonly number[];
  readonly decimals: number;
}

const width = 124;

/** A value between 0 and 1 on its scale, with the thresholds drawn. */
export function TestScale({ value, marks, decimals }: TestScaleProps) {
  if (value === null) return <span className="muted">does not exist</span>;
  const at = (share: number): number => 4 + share * (width - 8);
  const textAt = Math.max(12, Math.min(width - 14, at(value)));
  return (
    <svg className="scale" viewBox={`0 0 ${width} 44`} role="img" aria-label={unitInterval(value, decimals)}>
      <path className="line" d={`M0 22H${width}`} />
      {marks.map((mark) => (
        <g key={mark}>
          <path className="mark-line" d={`M${at(mark)} 16V28`} />
          <text x={at(mark)} y={40} textAnchor="middle" className="mark-text">
            {unitInterval(mark, 1)}
          </text>
        </g>
      ))}
      <circle cx={at(value)} cy={22} r={5} />
      <text x={textAt} y={11} textAnchor="middle" className="value">
        {unitInterval(value, decimals)}
      </text>
    </svg>
  );
}
