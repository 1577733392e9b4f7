import { describe, expect, it } from 'vitest';
import { gexf } from '#data/formats/gexf/gexf.ts';
import { graphml } from '#data/formats/graphml/graphml.ts';
import { refusal } from '#test/data/formats/read-text.ts';

const entities = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join(
  '',
);

describe.each([gexf, graphml])('attacks on $id', (format) => {
  const root = format.id;
  const nodes = root === 'gexf' ? (inner: string) => `<nodes>${inner}</nodes>` : (inner: string) => inner;
  const file = (inner: string): string => `<${root}><graph>\n${inner}\n</graph></${root}>`;
  const some = nodes('<node id="a"/><node id="b"/>');
  const weight = (value: string): string =>
    root === 'gexf'
      ? file(`${some}<edges>\n<edge source="a" target="b" weight="${value}"/></edges>`)
      : file(
          `<key id="w" for="edge" attr.name="weight" attr.type="double"/>${some}\n<edge source="a" target="b"><data key="w">${value}</data></edge>`,
        );

  it.each([
    ['an empty file', '', 'EMPTY_FILE', {}],
    ['binary', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 255]), 'ENCODING_NOT_VALID', {}],
    ['no XML at all', 'id,name\n1,A\n', 'XML_SYNTAX', { line: 1 }],
    [
      'another format',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'ROOT_NOT_VALID',
      { line: 1, value: 'svg' },
    ],
    ['a truncated file', file(nodes('<node id="a"/>')).slice(0, -20), 'XML_SYNTAX', { line: 2 }],
    ['a file cut inside a tag', `<${root}><graph><node id="a`, 'XML_SYNTAX', { line: 1 }],
    ['crossed tags', `<${root}><graph></${root}></graph>`, 'XML_SYNTAX', { line: 1 }],
    ['no nodes', file(''), 'NO_NODES', {}],
    ['a node without an id', file(nodes('<node/>')), 'ID_MISSING', { line: 2 }],
    ['a node twice', file(nodes('<node id="a"/>\n<node id="a"/>')), 'ID_REPEATED', { line: 3, value: 'a' }],
    [
      'a tie to an unknown node',
      file(`${some}\n<edge source="a" target="z"/>`),
      'NODE_NOT_FOUND',
      { line: 3, value: 'z' },
    ],
    ['a tie without an end', file(`${some}\n<edge source="a"/>`), 'NODE_NOT_FOUND', { line: 3 }],
    ['a negative strength', weight('-2'), 'STRENGTH_NOT_VALID', { line: 3, value: '-2' }],
    ['a strength that is NaN', weight('NaN'), 'STRENGTH_NOT_VALID', { line: 3, value: 'NaN' }],
    ['an infinite strength', weight('INF'), 'STRENGTH_NOT_VALID', { line: 3 }],
    ['a strength past all doubles', weight('1e999'), 'STRENGTH_NOT_VALID', { line: 3 }],
    ['a strength with a decimal comma', weight('1,5'), 'STRENGTH_NOT_VALID', { line: 3 }],
    ['a DOCTYPE', `<?xml version="1.0"?>\n<!DOCTYPE ${root}>\n${file(some)}`, 'XML_DOCTYPE', { line: 2 }],
    [
      'billion laughs',
      `<!DOCTYPE ${root} [<!ENTITY l0 "lol">${entities}]>${file(nodes('<node id="&l9;"/>'))}`,
      'XML_DOCTYPE',
      { line: 1 },
    ],
    [
      'quadratic blow-up',
      `<!DOCTYPE ${root} [<!ENTITY a "${'a'.repeat(50_000)}">]>${file(`&a;`.repeat(50_000))}`,
      'XML_DOCTYPE',
      { line: 1 },
    ],
    [
      'an external entity',
      `<!DOCTYPE ${root} [<!ENTITY x SYSTEM "file:///etc/passwd">]>${file('&x;')}`,
      'XML_DOCTYPE',
      { line: 1 },
    ],
    [
      'a parameter entity',
      `<!DOCTYPE ${root} [<!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd"> %p;]>${file(some)}`,
      'XML_DOCTYPE',
      { line: 1 },
    ],
    ['an undefined entity', file('&nope;'), 'XML_SYNTAX', { line: 2 }],
    [
      'UTF-7',
      `<?xml version="1.0" encoding="UTF-7"?>+ADw-${root}+AD4-`,
      'ENCODING_NOT_ACCEPTED',
      { line: 1, value: 'UTF-7' },
    ],
    ['200,000 levels', `<${root}>${'<a>'.repeat(200_000)}`, 'XML_LIMIT', { line: 1 }],
    ['65 levels', `<${root}>${'<a>'.repeat(64)}`, 'XML_LIMIT', { line: 1 }],
    [
      '200,000 attributes',
      `<${root} ${Array.from({ length: 200_000 }, (_, at) => `a${at}=""`).join('\n')}/>`,
      'XML_LIMIT',
      {},
    ],
    ['an attribute twice', file('<node id="a" id="b"/>'), 'XML_SYNTAX', { line: 2 }],
    ['a name of 5 MB', `<${'n'.repeat(5_000_000)}/>`, 'XML_LIMIT', { line: 1 }],
    [
      'an attribute of 10 MB',
      file(nodes(`<node id="${'x'.repeat(10_000_000)}"/>`)),
      'XML_LIMIT',
      { line: 2 },
    ],
    ['an attribute of 100 KB', file(nodes(`<node id="${'x'.repeat(100_000)}"/>`)), 'XML_LIMIT', { line: 2 }],
    [
      'an open quote for megabytes',
      file(nodes(`<node id="${'x\n'.repeat(3_000_000)}`)),
      'XML_LIMIT',
      { line: 2 },
    ],
    ['a text of 10 MB', file('x'.repeat(10_000_000)), 'XML_LIMIT', {}],
    ['2 million character references', file('&#x41;'.repeat(2_000_000)), 'XML_LIMIT', {}],
    [
      'a label of 2,000 characters',
      file(nodes(`<node id="${'x'.repeat(2_000)}"/>`)),
      'TEXT_TOO_LONG',
      { line: 2 },
    ],
    ['a control character', file(nodes('<node id="a\u0007"/>')), 'XML_SYNTAX', { line: 2 }],
    ['a referenced control character', file(nodes('<node id="a&#7;"/>')), 'XML_SYNTAX', { line: 2 }],
    ['a C1 control character', file(nodes('<node id="a&#x85;"/>')), 'TEXT_NOT_VALID', { line: 2 }],
    [
      'a byte that is not UTF-8',
      new Uint8Array([...new TextEncoder().encode(`<${root}>\n`), 0xff]),
      'ENCODING_NOT_VALID',
      { line: 2, column: '1' },
    ],
  ])('refuses %s with its place, fast', async (_, contents, code, place) => {
    const { error, seconds } = await refusal(format, contents);
    expect(error).toMatchObject({ code, file: 'file', ...place });
    expect(error.message).toMatch(/\.$/u);
    expect(seconds).toBeLessThan(2);
  });

  it('refuses a second file', async () => {
    const { error } = await refusal(format, { 'a.xml': file(some), 'b.xml': file(some) });
    expect(error).toMatchObject({ code: 'ONE_FILE', file: 'b.xml' });
  });

  it('recognizes its own files by content, also hostile ones, and nothing else', () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    expect(
      format.recognizes(bytes(`\ufeff<?xml version="1.0"?>\n<!-- <svg> -->\n<${root} version="1">`)),
    ).toBe(true);
    expect(format.recognizes(bytes(`<!DOCTYPE x [<!ENTITY a "<b>">]><${root}>`))).toBe(true);
    expect(format.recognizes(bytes('<svg/>'))).toBe(false);
    expect(format.recognizes(bytes(`name\n<${root}>`))).toBe(false);
    expect(format.recognizes(bytes(''))).toBe(false);
    expect(format.recognizes(bytes('<'.repeat(9_000)))).toBe(false);
  });
});
