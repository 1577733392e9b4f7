import { describe, expect, it } from 'vitest';
import { safeHref } from '#viz/components/safe-href.ts';

describe('safeHref', () => {
  it.each([
    ['https://a.example/x', 'https://a.example/x'],
    [' http://a.example ', 'http://a.example/'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['a.example/path', 'https://a.example/path'],
    ['a.example:8080', 'https://a.example:8080/'],
  ])('leads from %j to %j', (address, href) => {
    expect(safeHref(address)).toBe(href);
  });

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    'a word',
    '',
  ])('leads from %j nowhere', (address) => {
    expect(safeHref(address)).toBeNull();
  });
});
