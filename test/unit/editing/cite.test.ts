// Citations in text: found again as they were written, inserted where they belong, checked against the library.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { citationSlotAt } from '../../../src/core/citationSlot';
import { citationAs, citationBody, citationOn, citedAt, deepLink } from '../../../src/core/cite';
import { commented, commentStyle, hasComments, hashComment } from '../../../src/core/comments';
import { insertCitation } from '../../../src/core/insertCitation';
import { edits, nearest } from '../../../src/core/nearest';
import { staleCitation } from '../../../src/core/staleCitations';
import { linesOf } from '../../../src/core/text';
import { citedPlaces, mayListCases } from '../../../src/yaml/citedPlaces';
import { blockBeneath, resourceLine, siblingsOf } from '../../../src/yaml/neighbours';
import { at } from '../../support/cursor';
import { readingOf } from '../../support/editing';
import { realLibrary } from '../../support/library';

const library = realLibrary();
const study = (id: string) => {
  const found = library.caseById.get(id);
  if (!found) throw new Error(`no case ${id}`);
  return found;
};
const ids = (line: string) => citationOn(line)?.ids.map(({ id }) => id);

describe('citation comments', () => {
  const TABLE: readonly (readonly [line: string, ids: readonly string[] | undefined])[] = [
    ['# case: inet-1.26 § 1.26 p. 40', ['inet-1.26']],
    ['  # cases: inet-1.26 § 1.26 p. 40; inet-3 § 3 p. 53', ['inet-1.26', 'inet-3']],
    ['# 案例：inet-3', ['inet-3']],
    ['#参考案例: inet-3', ['inet-3']],
    ['// case: inet-3', ['inet-3']],
    ['<!-- case: inet-3 § 3 p. 53 -->', ['inet-3']],
    ['key: value # case: inet-3', ['inet-3']],
    ['# case: team-checkout § 2 p. 1', ['team-checkout']],
    ['# case: team-release-1.0-rc § release-1.0-rc', ['team-release-1.0-rc']],
    ['# case: 2024-orders § a; shop--x §x p. 3; orders- § orders-', ['2024-orders', 'shop--x', 'orders-']],
    ['# case: inet-1.26, inet-3. Then inet-5.', ['inet-1.26', 'inet-3', 'inet-5']],
    ['# case: team-release-1.0-rc, team-orders-1.2.final', []],
    ['# case: see the docs', []],
    ['# case:', []],
    ['key: "# case: inet-3"', undefined],
    ["key: 'it''s # case: inet-3'", undefined],
    ["note: don't # case: inet-3", ['inet-3']],
    ['key: a#case: inet-3', undefined],
    ['url: https://cases: 8080', undefined],
    ['# showcase: inet-3', undefined],
    ['# cases: ignore rds', undefined],
    ['# 案例: 忽略 rds', undefined],
    ['case: inet-3', undefined],
  ];
  it.each(TABLE)('%s', (line, expected) => expect(ids(line)).toEqual(expected));

  it.each([
    'command: "mysqld -- case: inet-3"',
    'Description: "see // case: inet-3"',
    'text: see <!-- case: inet-3 -->',
  ])('have one sign in YAML: %s', (line) => {
    expect(citationOn(line, commentStyle('yaml'))).toBeUndefined();
    expect(citedPlaces(linesOf(line), { documents: [] })).toEqual([]);
    expect(citationSlotAt(line, line.length)).toBeUndefined();
  });

  it('know the place of each id with its section and page', () => {
    const line = '  # case: inet-1.26 § 1.26 p. 40; inet-3';
    const [first, second] = citationOn(line)?.ids ?? [];
    expect(line.slice(first?.start, first?.tailEnd)).toBe('inet-1.26 § 1.26 p. 40');
    expect(first).toMatchObject({ section: '1.26', page: 40 });
    expect(line.slice(second?.start, second?.tailEnd)).toBe('inet-3');
    const comment = citationOn(line);
    expect(comment && citedAt(comment, line.indexOf('p. 40'))?.id).toBe('inet-1.26');
    expect(comment && citedAt(comment, 4)).toBeUndefined();
  });

  it('are found again in every language and comment style they are written in', () => {
    for (const languageId of ['yaml', 'terraform', 'markdown', 'go', 'sql', 'dockerfile']) {
      for (const lang of ['zh', 'en'] as const) {
        const line = commented(citationBody([study('inet-1.26'), study('inet-3')], lang), commentStyle(languageId));
        expect(ids(line)).toEqual(['inet-1.26', 'inet-3']);
      }
    }
  });

  it.each([
    ['css', '/* case: inet-3 */'],
    ['less', '// case: inet-3'],
    ['dart', '// case: inet-3'],
    ['scala', '// case: inet-3'],
    ['fsharp', '// case: inet-3'],
    ['objective-c', '// case: inet-3'],
    ['vb', "' case: inet-3"],
    ['bat', 'REM case: inet-3'],
    ['latex', '% case: inet-3'],
    ['clojure', '; case: inet-3'],
    ['razor', '@* case: inet-3 *@'],
    ['vue', '<!-- case: inet-3 -->'],
    ['jsonc', '// case: inet-3'],
    ['dockerfile', '# case: inet-3'],
  ])('have the sign of their language: %s', (languageId, line) => {
    const style = commentStyle(languageId);
    expect(commented('case: inet-3', style)).toBe(line);
    expect(citationOn(`  ${line}`, style)?.ids.map(({ id }) => id)).toEqual(['inet-3']);
    expect(hasComments(languageId)).toBe(true);
  });

  it('have no place in JSON, and no sign of another language opens one', () => {
    expect(hasComments('json')).toBe(false);
    expect(ids("const x = 'case: inet-3'")).toBeUndefined();
    expect(citationOn("const x = 'case: inet-3'", commentStyle('typescript'))).toBeUndefined();
  });

  it('are found again whatever ids and sections the contract allows, so that no case is cited twice', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9.-]{0,12}$/);
    const cases = fc.array(fc.record({ id: word, section: fc.stringMatching(/^[\w.-]{1,8}$/), page: fc.nat(200) }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(cases, (some) => {
        const studies = some.map((one) => ({ ...study('inet-3'), ...one }));
        const line = commented(citationBody(studies, 'en'), commentStyle('yaml'));
        expect(citationOn(line)?.ids).toMatchObject(
          some.map(({ id, section, page }) => ({ id, section, ...(page > 0 && { page }) })),
        );
      }),
    );
  });

  it('never throw, whatever stands on the line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        citationOn(`# case: ${text}`);
        citationOn(text);
        hashComment(text);
      }),
    );
  });
});

describe('copies', () => {
  const style = { lang: 'en', comment: commentStyle('yaml') } as const;
  const copy = (form: 'text' | 'markdown' | 'comment' | 'link') => citationAs(form, study('inet-3'), library, style);

  it('come in four forms, each with the place', () => {
    expect(copy('comment')).toBe(`# case: inet-3 § 3 p. ${study('inet-3').page}`);
    expect(copy('link')).toBe('vscode://casebook.cloud-casebook/case/inet-3');
    expect(copy('markdown')).toContain(`](${deepLink(study('inet-3'))}), `);
    expect(copy('text')).toContain('§3, p. ');
  });

  it('lead to the editor that they are copied in', () => {
    const inCodium = { ...style, scheme: 'vscodium' };
    const link = citationAs('link', study('inet-3'), library, inCodium);
    expect(link).toBe('vscodium://casebook.cloud-casebook/case/inet-3');
    expect(citationAs('markdown', study('inet-3'), library, inCodium)).toContain(`](${link}), `);
  });
});

describe('insertion', () => {
  const inserted = (text: string, line: number, ...cited: readonly string[]) => {
    const lines = text.split('\n');
    const style = { lang: 'en', comment: commentStyle('yaml') } as const;
    const edit = insertCitation(linesOf(text), line, cited.map(study), style);
    if (!edit) return undefined;
    const old = lines[edit.line] ?? '';
    lines[edit.line] = old.slice(0, edit.column) + edit.text + old.slice(edit.column);
    return lines.join('\n');
  };
  const full = (id: string) => `${id} § ${study(id).section} p. ${study(id).page}`;

  it('writes a line of its own above, with the same indentation', () => {
    expect(inserted('a:\n  b:\n    c: 1', 1, 'inet-3')).toBe(`a:\n  # case: ${full('inet-3')}\n  b:\n    c: 1`);
  });

  it('extends the citation that stands there', () => {
    const text = `  # case: ${full('inet-3')}\n  # more\n  b: 1`;
    expect(inserted(text, 2, 'inet-1.26')).toBe(`  # case: ${full('inet-3')}; ${full('inet-1.26')}\n  # more\n  b: 1`);
  });

  it('extends a citation behind the line itself', () => {
    expect(inserted(`b: 1 # case: ${full('inet-3')}`, 0, 'inet-1.26')).toBe(
      `b: 1 # case: ${full('inet-3')}; ${full('inet-1.26')}`,
    );
  });

  it('writes into no string that reads like a comment of another language', () => {
    const text = 'db: {image: mysql:8, command: "mysqld -- case: inet-3"}';
    expect(inserted(text, 0, 'inet-1.26')).toBe(`# case: ${full('inet-1.26')}\n${text}`);
  });

  it('leaves the text above alone that reads like a citation', () => {
    expect(inserted('a: |\n  # case: inet-3\nb: 1', 2, 'inet-1.26')).toBe(
      `a: |\n  # case: inet-3\n# case: ${full('inet-1.26')}\nb: 1`,
    );
  });

  it('does not cite twice', () => {
    expect(inserted(`# case: inet-3\nb: 1`, 1, 'inet-3')).toBeUndefined();
  });

  it('leaves a citation of something else alone', () => {
    expect(inserted(`# case: inet-3\na: 1\nb: 1`, 2, 'inet-3')).toBe(
      `# case: inet-3\na: 1\n# case: ${full('inet-3')}\nb: 1`,
    );
  });
});

describe('the resource around a line', () => {
  const line = (marked: string) => {
    const { text, line: cursor } = at(marked);
    const found = readingOf(text).documents.find((document) => cursor < document.endLine);
    if (!found) throw new Error('no document');
    return linesOf(text).lineAt(
      resourceLine(linesOf(text), cursor, found.format, { from: found.startLine, to: found.endLine }),
    );
  };
  const ros = "ROSTemplateFormatVersion: '2015-09-01'\nResources:\n  A:\n    Type: ALIYUN::OSS::Bucket\n  Db:\n";

  it.each([
    [`${ros}    Type: ALIYUN::RDS::DB$0Instance\n`, '  Db:'],
    [`${ros}    Type: X\n    Properties:\n      Tags:\n        - Key: a$0\n`, '  Db:'],
    [`${ros}    # no$0te\n    Type: X\n`, '  Db:'],
    ['services:\n  web:\n    image: re$0dis\n', '  web:'],
    ['architecture: x\ncomponents:\n  - name: a\n    product: sl$0b\n', '  - name: a'],
    ['architecture: x\ncomponents:\n- name: a\n  product: sl$0b\n', '- name: a'],
    ['# head\napiVersion: v1\nkind: Service\nmetadata:\n  name: $0x\n', 'apiVersion: v1'],
    // Nothing can be written above a line of a text: the key of the text stands for it.
    ["ROSTemplateFormatVersion: '2015-09-01'\nDescription: |\n  one\n\n  tw$0o\n", 'Description: |'],
    ['architecture: >\n  one\n$0\n  two\n', 'architecture: >'],
    ['architecture: "one\n  tw$0o"\n', 'architecture: "one'],
    ['architecture: one\n  tw$0o\n', 'architecture: one'],
    ['architecture: x\nproblems: [a,\n  "b\n  c", "d\n  $0e"]\n', '  "b'],
    ['architecture: x\nproblems: [a,\n  b\n  $0c]\n', '  b'],
    ['- shell: >-\n    a\n    oss l$0s\n', '- shell: >-'],
    ['- shell: |+\n    a\n$0\n\n- copy: {}\n', '- copy: {}'],
    ['- shell: |\n    a\n  # no$0te\n  when: x\n', '  # note'],
  ])('%j', (marked, expected) => expect(line(marked)).toBe(expected));
});

describe('neighbours', () => {
  it('are the keys of the same mapping and no others', () => {
    const { text, line } = at('- a: 1\n  b: 2\n  c:\n    d: 3\n  e: $0\n- f: 4\n');
    expect([...siblingsOf(linesOf(text), line, 2).keys()].sort()).toEqual(['a', 'b', 'c', 'e']);
  });

  it('end with the document', () => {
    const { text, line } = at('kind: A\n---\napiVersion: b\nname: $0\n---\nkind: C\n');
    expect(siblingsOf(linesOf(text), line, 0).get('kind')).toBeUndefined();
  });

  it('beneath a comment stands its block, behind a value only that line', () => {
    const text = 'a:\n  # case: x\n  b:\n    c: 1\n  d: 2 # case: y\n';
    expect(blockBeneath(linesOf(text), 1, { from: 0, to: 6 })).toEqual({ from: 2, to: 4 });
    expect(blockBeneath(linesOf(text), 4, { from: 0, to: 6 })).toEqual({ from: 4, to: 5 });
  });
});

describe('stale citations', () => {
  const stale = (line: string) => {
    const [cited] = citationOn(line)?.ids ?? [];
    const found = cited && staleCitation(library, cited);
    return found && `${found.code}: ${found.replacement ?? '?'}`;
  };
  const { page } = study('inet-1.26');

  it.each([
    [`# case: inet-1.26 § 1.26 p. ${page}`, undefined],
    ['# case: inet-1.26', undefined],
    ['# case: inet-1.62', 'unknown-id: inet-1.26'],
    ['# case: inet-1.62 § 1.62 p. 40', `unknown-id: inet-1.26 § 1.26 p. ${page}`],
    ['# case: inet-1.99 § 1.26 p. 40', `unknown-id: inet-1.26 § 1.26 p. ${page}`],
    [`# case: inet-1.26 § 1.25 p. ${page}`, `other-place: inet-1.26 § 1.26 p. ${page}`],
    ['# case: inet-1.26 § 1.26 p. 999', `other-place: inet-1.26 § 1.26 p. ${page}`],
    ['# case: JIRA-1234', undefined],
    ['# case: ient-1.26', undefined],
    ['# case: INET-1.26', 'unknown-id: inet-1.26'],
    ['# case: Inet-1.62', 'unknown-id: inet-1.26'],
    ['# case: ISO 27001 § 5', undefined],
    ['# case: jira-77 § 3 p. 9', 'unknown-id: ?'],
    ['# case: team-orders § 1', 'unknown-id: ?'],
  ])('%s → %s', (line, expected) => expect(stale(line)).toBe(expected));

  it.each([
    ['ient-1.26', 'unknown-id: inet-1.26'],
    ['Inet-1.26', 'unknown-id: inet-1.26'],
    ['my-ticket', 'unknown-id: ?'],
    ['inet-1.26', undefined],
    ['"{{ cases }}"', undefined],
    ['*others', undefined],
    ['', undefined],
  ])('in lists of our own format are all that is no id of the library: %s', (value, expected) => {
    const text = `architecture: shop\ncomponents:\n  - cases: [${value}]\n`;
    const marks = citedPlaces(linesOf(text), readingOf(text)).flatMap((place) => staleCitation(library, place) ?? []);
    expect(marks.map(({ code, replacement = '?' }) => `${code}: ${replacement}`)).toEqual(expected ? [expected] : []);
  });

  it('are looked for in comments and in lists of our own format', () => {
    const text =
      'architecture: x # case: inet-3\ncases: [inet-5]\ncomponents:\n  - cases:\n      - inet-7\n  - name: inet-9\n';
    const places = citedPlaces(linesOf(text), readingOf(text));
    expect(places.map(({ id, line }) => `${id} ${line}`)).toEqual(['inet-3 0', 'inet-5 1', 'inet-7 4']);
  });

  it.each([
    'components:\n  - cases: [inet-1.62]\n    product: oss\n',
    'components:\n  - {product: oss, cases: [inet-1.62]}\n',
    'components:\n  - cases:\n      - inet-1.62\n    product: oss\n',
    "components:\n  - product: oss\n    'cases' : [inet-1.62]\n",
    '{"architecture": "shop", "components": [{"product": "oss", "cases": ["inet-1.62"]}]}\n',
  ])('are found in lists of any style, which no cheap look passes over: %j', (body) => {
    const text = body.startsWith('{') ? body : `architecture: shop\n${body}`;
    expect(citedPlaces(linesOf(text), readingOf(text)).map(({ id }) => id)).toEqual(['inet-1.62']);
    expect(mayListCases(text)).toBe(true);
  });
});

describe('the nearest id', () => {
  it('has the fewest edits, two that changed places being the smallest', () => {
    expect(edits('inet-1.62', 'inet-1.26')).toBeLessThan(edits('inet-1.62', 'inet-1.12'));
    expect(edits('', 'abc')).toBe(3);
    expect(nearest('inet-33', ['inet-3', 'inet-34', 'other-33'])).toBe('inet-34');
    expect(nearest('x', [])).toBeUndefined();
  });

  it('is none where all are far: more than two slips, or one letter in three of a long one', () => {
    expect(nearest('ops-2024', ['inet-1.24', 'inet-17'])).toBeUndefined();
    expect(nearest('INET-1.2', ['inet-1.26'])).toBe('inet-1.26');
    expect(nearest('checkout-servces', ['checkout-services', 'order-services'])).toBe('checkout-services');
  });
});
