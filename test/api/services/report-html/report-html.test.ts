import { describe, expect, it } from 'vitest';
import { reportHtml } from '#api/services/report-html/report-html.ts';
import { bridge, candidate, madeReport, pair, type Made } from '#test/viz/report/report-fixture.ts';

const nasty = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '\u202eevil',
  'x'.repeat(300),
  'عربي 中文',
  '</style><svg onload=x>',
  "'&amp;",
];
const whole: Made = {
  sizes: [6, 5, 4],
  alone: 2,
  sectors: ['Health', '<b>Food</b>'],
  analysis: {
    bridgeBuilders: [bridge('o0', { cutOff: ['o3'] })],
    silos: [candidate(['o0', 'o1', 'o2', 'o3', 'o4', 'o5'], { certified: true, grade: 'closed', p: 0.035 })],
    sectorPairs: [pair('Health', '<b>Food</b>', { ties: 3, expected: 9, q: 0.01, verdict: 'fewer' })],
  },
};

const html = reportHtml(madeReport(whole));

describe('reportHtml', () => {
  it('is one file: no script, nothing from outside', () => {
    expect(html).not.toMatch(/<script|<link|<iframe|<img|\ssrc=|@import|https?:\/\//u);
    const addresses = [...html.matchAll(/(?:href|url)\s*[=(]\s*["']?([^"')\s>]{0,12})/gu)].map(
      ([, to]) => to ?? '',
    );
    expect(addresses.filter((to) => !to.startsWith('#') && !to.startsWith('data:font/'))).toEqual([]);
    expect(html).toContain("default-src 'none'");
    expect(html.length).toBeLessThan(500_000);
  });

  it('has headings in order, tables with captions and scopes, and every link a target', () => {
    const levels = [...html.matchAll(/<h([1-6])>/gu)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, i) => expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1));
    expect(html).toMatch(/<table[^>]*><caption>/u);
    expect(html).toMatch(/<th scope="col"/u);
    expect(html).toMatch(/<th scope="row"/u);
    const ids = new Set([...html.matchAll(/\sid="([^"]+)"/gu)].map(([, id]) => id));
    for (const [, to] of html.matchAll(/href="#([^"]+)"/gu)) expect(ids).toContain(to);
  });

  it('closes every element that it opens', () => {
    const open: string[] = [];
    const empty = new Set(['meta', 'br', '!doctype']);
    for (const [, close, name = '', rest = ''] of html.matchAll(/<(\/?)([a-zA-Z!][a-zA-Z0-9]*)([^>]*)>/gu)) {
      if (empty.has(name) || rest.endsWith('/')) continue;
      if (close === '') open.push(name);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
  });

  it('has a colour on dark paper for each that its figures are drawn in', () => {
    const dark = /@media screen and \(prefers-color-scheme:dark\)\{.*\}/u.exec(html)?.[0] ?? '';
    const drawn = new Set(
      Array.from(
        html.matchAll(/(fill|stroke)="(#[0-9a-f]+)"/gu),
        ([, what, colour]) => `[${what}="${colour}"]{${what}:#`,
      ),
    );
    expect(drawn.size).toBeGreaterThan(15);
    expect([...drawn].filter((rule) => !dark.includes(rule))).toEqual([]);
  });

  it('lets names be text, whatever they hold', () => {
    const page = reportHtml(
      madeReport({
        ...whole,
        labels: (node) => nasty[node % nasty.length] ?? '',
        input: { title: nasty[1] ?? '', networkName: nasty[5] ?? '' },
      }),
    );
    expect(page).not.toMatch(/<script|<img|<svg onload|onerror=alert\(1\)>|<b>Food/u);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('<bdi>عربي 中文</bdi>');
  });

  it('is the same text twice', () => {
    expect(reportHtml(madeReport(whole))).toBe(html);
  });
});
