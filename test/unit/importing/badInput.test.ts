import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decodeDocument, IMPORT_CEILING } from '../../../src/core/importing/decode';
import { exportCases } from '../../../src/core/importing/exportCases';
import { importDocument, importSteps } from '../../../src/core/importing/importDocument';
import { applyPlan, isVolumeId } from '../../../src/core/importing/plan';
import { readVolumeFile, volumeFileText } from '../../../src/core/importing/volumeFile';
import {
  changesIn,
  indexFileName,
  indexText,
  readIndex,
  volumeFileName,
} from '../../../src/core/importing/volumeIndex';
import { mergeLibrary } from '../../../src/core/team/mergeLibrary';
import { gb18030 } from '../../support/gb18030';
import { realLibrary } from '../../support/library';
import { importOptions, planOf, problemOf } from '../../support/volumes';
import { SMALL_VOLUME } from '../../support/volumeText';

const utf8 = (text: string) => new TextEncoder().encode(text);
describe('bytes', () => {
  it('are refused unread above the ceiling', () => {
    expect(problemOf(new Uint8Array(100 * 1024 * 1024))).toBe('too-large');
    expect(IMPORT_CEILING).toBeLessThan(100 * 1024 * 1024);
  });

  it.each([
    ['empty', new Uint8Array(), 'empty'],
    ['only blank', utf8(' \n\n'), 'empty'],
    ['a PDF', utf8('%PDF-1.7 1.1. a'), 'binary'],
    ['a zip', new Uint8Array([0x50, 0x4b, 3, 4, 20]), 'binary'],
    ['with zeros', new Uint8Array([65, 0, 0, 66, 67, 0, 68]), 'binary'],
    ['control characters', utf8('\u0001\u0002text\u0003'.repeat(50)), 'binary'],
    ['UTF-8 that ends inside a character', utf8('案例库').slice(0, -1), 'cut'],
    [
      'UTF-8 with a broken byte',
      new Uint8Array([...utf8('阿里云案例库的客户'.repeat(9)), 0xff, ...utf8('云')]),
      'encoding',
    ],
    ['of an unknown table', new Uint8Array([0xfe, 0xa0, 0x41, 0x81, 0x40, 0xfd, 0xfc]), 'encoding'],
  ])('%s are refused', (_, bytes, problem) => {
    expect(problemOf(bytes)).toBe(problem);
  });

  it.each([
    ['UTF-8', utf8('a 案\r\nb'), 'utf-8'],
    ['UTF-8 with a mark', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8('a 案\nb')]), 'utf-8'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 97, 0, 32, 0, 0x48, 0x68, 10, 0, 98, 0]), 'utf-16le'],
    ['UTF-16, other order', new Uint8Array([0xfe, 0xff, 0, 97, 0, 32, 0x68, 0x48, 0, 10, 0, 98]), 'utf-16be'],
  ])('%s are read', (_, bytes, encoding) => {
    expect(decodeDocument(bytes)).toEqual({ text: 'a 案\nb', encoding });
  });

  it('in GB18030 are recognised', () => {
    const text = '甲银行的云，在中国的分行也用了。';
    expect(decodeDocument(gb18030(text))).toEqual({ text, encoding: 'gb18030' });
  });
});

describe('a document that is not a whole case library', () => {
  it.each([
    ['prose', '从前有座山。\n\n山里有座庙。', 'no-cases'],
    ['a manual', '1. 安装\n\n先安装。\n\n2. 配置\n\n再配置。\n\n3. 使用\n\n就能用。\n', 'no-cases'],
    ['cut inside the text', SMALL_VOLUME.slice(0, SMALL_VOLUME.lastIndexOf('\n2. 乙保险')), 'truncated'],
    ['cut right after a title', SMALL_VOLUME.slice(0, SMALL_VOLUME.indexOf('乙保险把')), 'truncated'],
    ['cut inside the contents', SMALL_VOLUME.slice(0, SMALL_VOLUME.indexOf('2.乙保险')), 'no-cases'],
  ])('is refused: %s', (_, text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  it('is refused as JSON', () => {
    const json = (text: string) => problemOf(text, { fileName: 'cases.json' });
    expect(json('[{"id": "x"')).toBe('not-json');
    expect(json('[]')).toBe('no-cases');
    expect(json('{"cases": 3}')).toBe('no-cases');
    expect(json('42')).toBe('no-cases');
    expect(json('[{"__proto__": {"polluted": 1}}]')).toBe('hostile');
    expect(json('[{"title": {"constructor": {"prototype": 1}}}]')).toBe('hostile');
    expect(json(`[${'['.repeat(5000)}${']'.repeat(5000)}]`)).toBe('hostile');
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('is refused under an id that is no id', () => {
    for (const volumeId of ['../../x', '', 'a/b', 'constructor', '__proto__', 'team', '.']) {
      expect(problemOf(SMALL_VOLUME, { volumeId }), volumeId).toBe('volume-id');
      expect(isVolumeId(volumeId)).toBe(false);
    }
  });

  it('can be left between two steps', () => {
    const steps = importSteps(SMALL_VOLUME, importOptions());
    expect(steps.next()).toEqual({ done: false, value: { done: 0, total: 3 } });
    expect(steps.return({ plans: [] })).toEqual({ done: true, value: { plans: [] } });
  });
});

describe('hostile text', () => {
  const evil = '<img src=x onerror=alert(1)> [x](command:workbench.action.quit) <script>1</script>';
  const hostile = SMALL_VOLUME.replace('- 成本高，机房利用率低。', `- ${evil}`).replace(
    '云厂案例库\n',
    `云厂${evil}\n`,
  );
  const plan = planOf(hostile);
  const { library } = mergeLibrary(realLibrary().data, { imported: [applyPlan(plan)] });
  const cases = library.cases.filter((study) => study.volume === plan.volume.id);

  it('stays text in the case', () => {
    expect(cases[0]?.challenges[1]?.zh).toContain('<img src=x onerror=alert(1)>');
  });

  it('stays text in every export', () => {
    const html = exportCases(cases, library, 'html', 'zh');
    expect(html).not.toMatch(/<(?:img|script)/i);
    expect(html).not.toMatch(/href|src="/);
    const markdown = exportCases(cases, library, 'md', 'zh').replace(/```[\s\S]*?\n```/g, '');
    expect(markdown).not.toMatch(/<img|<script|(?<!\\)\]\(command:/);
  });

  it('in a JSON list rejects the case and keeps the others', () => {
    const good = JSON.parse(exportCases(realLibrary().cases.slice(0, 2), realLibrary(), 'json', 'zh')).cases;
    const bad = [
      { ...good[0], id: '../../x' },
      { ...good[0], id: 'constructor' },
      { ...good[0], volume: 'a/../b' },
      { ...good[0], extra: 1 },
      'text',
      null,
      good[1],
    ];
    const { entries, rejected } = planOf(JSON.stringify([...good, ...bad]), { fileName: 'x.json' });
    expect(entries.map((entry) => entry.study.id)).toEqual(good.map((study: { id: string }) => study.id));
    expect(rejected.map(({ what, code }) => [what, code])).toEqual([
      ['../../x', 'invalid'],
      ['constructor', 'invalid'],
      [good[0].id, 'invalid'],
      [good[0].id, 'invalid'],
      ['[6]', 'invalid'],
      ['[7]', 'invalid'],
      [good[1].id, 'doubled'],
    ]);
  });

  it('never throws and never loses characters, whatever the lines', () => {
    const lines = SMALL_VOLUME.split('\n');
    const line = fc.oneof(
      fc.constantFrom(...lines),
      fc.constantFrom(
        '',
        ' ',
        '\t',
        '```',
        '- ',
        '|a|b|',
        '1. x',
        '## 1. x',
        '<!-- page 3 -->',
        '相关产品',
        '●  x',
        '**',
      ),
      fc.string({ maxLength: 20 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (random) => {
        const text = `${SMALL_VOLUME}\n${random.join('\n').replace(/[\r\uFEFF]/g, '')}`;
        const { plans } = importDocument(text, importOptions());
        const body = plans?.[0]?.entries.flatMap((entry) => entry.study.text ?? []).map((block) => block.text);
        if (body) expect(text.endsWith(body.join(''))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the stored volume', () => {
  const text = volumeFileText(applyPlan(planOf(SMALL_VOLUME)));

  it('comes back as it was', () => {
    expect(readVolumeFile(text).volume).toEqual(applyPlan(planOf(SMALL_VOLUME)));
  });

  it.each([
    ['cut', text.slice(0, -20)],
    ['of another format', text.replace('"format":1', '"format":2')],
    ['with a path as id', text.replaceAll('vol-20230101', '../../x')],
    ['with a prototype key', text.replace('"format":1', '"format":1,"__proto__":{}')],
    ['a list', '[]'],
  ])('is refused: %s', (_, damaged) => {
    expect(readVolumeFile(damaged).volume).toBeUndefined();
  });
});

describe('the index of stored volumes', () => {
  const files = new Map(['inet', 'index', 'games-2024'].map((id) => [id, volumeFileName(id, 12)]));
  const text = indexText(files);

  it('comes back as it was', () => {
    expect(readIndex(text)).toEqual(files);
    expect(readIndex(indexText(new Map()))).toEqual(new Map());
  });

  it('is found by its name, the newest first', () => {
    const names = [...files.values(), ...[9, 10, 2].map(indexFileName), 'index-x.json', 'index-3.json.tmp'];
    expect(changesIn(names)).toEqual([10, 9, 2]);
  });

  it.each([
    ['of another format', text.replace('"format":1', '"format":2')],
    ['with a path as id', text.replace('"inet"', '"../inet"')],
    ['with a path as file', text.replace('inet.12.json', 'inet.../x.12.json')],
    ['with the file of another volume', text.replace('inet.12.json', 'games-2024.12.json')],
    ['with a prototype key as id', text.replaceAll('inet', 'constructor')],
    ['null', 'null'],
    ['a list', '[]'],
    ['without files', '{"format":1}'],
  ])('is refused: %s', (_, damaged) => {
    expect(readIndex(damaged)).toBeUndefined();
  });

  it('is refused wherever it is torn', () => {
    for (let length = 0; length < text.length - 1; length++) expect(readIndex(text.slice(0, length))).toBeUndefined();
  });
});
