import { describe, expect, it } from 'vitest';
import { newId, uuidV7Maker } from '#data/store/uuid-v7.ts';

const version7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u;

describe('uuidV7Maker', () => {
  it('puts the time into the first 48 bits, and version and variant where RFC 9562 has them', () => {
    const make = uuidV7Maker(
      () => 0x017f22e279b0,
      (bytes) => bytes.fill(0xff),
    );
    expect(make()).toBe('017f22e2-79b0-77ff-bfff-ffffffffffff');
  });

  it('makes ids in order, also within a millisecond, past 4,096 of them, and when the clock steps back', () => {
    const times = [1000, 1000, 1001, 5, 1001, 2000];
    let at = 0;
    const make = uuidV7Maker(
      () => times[Math.min(at++, times.length - 1)] ?? 0,
      (bytes) => bytes.fill(0x5a),
    );
    const ids = Array.from({ length: 10_000 }, make);
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids.slice(0, 20)) expect(id).toMatch(version7);
  });

  it('makes ids of this moment', () => {
    const before = Date.now();
    const id = newId();
    expect(id).toMatch(version7);
    const time = Number.parseInt(id.replace('-', '').slice(0, 12), 16);
    expect(time).toBeGreaterThanOrEqual(before);
    expect(time).toBeLessThanOrEqual(Date.now() + 1);
  });
});
