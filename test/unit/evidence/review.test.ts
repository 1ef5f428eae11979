// The review of an architecture: how strong, what to ask, what the answers do.
import { describe, expect, test } from 'vitest';

import { votingRoll } from '../../../src/core/kin';
import { adrForQuestion } from '../../../src/core/review/adr';
import { gatherArchitecture, type Sign, type SignTier } from '../../../src/core/review/architecture';
import { answerComment, answerOn } from '../../../src/core/review/questions';
import { reportOf } from '../../../src/core/review/report';
import { reportMarkdown } from '../../../src/core/review/reportMarkdown';
import { nearestOf, reviewOf } from '../../../src/core/review/review';
import { reviewPage } from '../../../src/core/review/reviewPage';
import { idOfAnswered } from '../../../src/core/review/reviewProtocol';
import { linesOf } from '../../../src/core/text';
import { signsOf } from '../../../src/yaml/signs';
import { readingOf } from '../../support/editing';
import { realLibrary, tinyCase, tinyLibrary } from '../../support/library';

const sign = (productId: string, line = 0, tier: SignTier = 'declared', file = 'a.yaml'): Sign => ({
  productId,
  line,
  tier,
  file,
  because: productId,
});
const file = {
  file: 'a.yaml',
  formats: ['ros'],
  documents: [{ format: 'ros', code: 'key', detail: 'ROSTemplateFormatVersion', line: 0 }],
  unknown: [],
};

const library = tinyLibrary([
  ...['1', '2', '3', '4', '5'].map((section) => tinyCase(section, ['live', 'slb', 'cdn'])),
  tinyCase('6', ['live', 'slb', 'oss']),
  tinyCase('7', ['live', 'slb']),
  ...['8', '9', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19', '20'].map((section) =>
    tinyCase(section, ['kafka']),
  ),
  ...Array.from({ length: 30 }, (_, i) => tinyCase(String(30 + i), ['flink'])),
]);
const roll = votingRoll(library);
const review = (ids: readonly string[], answers = [] as Parameters<typeof reviewOf>[3]) =>
  reviewOf(
    library,
    roll,
    gatherArchitecture(
      ids.map((id, i) => sign(id, i)),
      [file],
    ),
    answers,
  );

describe('gatherArchitecture', () => {
  test('the strongest sign decides, and the order of reading does not', () => {
    const signs = [sign('redis', 9, 'image'), sign('redis', 2, 'declared'), sign('oss', 5, 'configured', 'b.yaml')];
    const architecture = gatherArchitecture(signs, [file]);
    expect(architecture.products).toMatchObject([
      { productId: 'redis', tier: 'declared', signs: [{ line: 2 }, { line: 9 }] },
      { productId: 'oss', tier: 'configured' },
    ]);
    expect(gatherArchitecture([...signs].reverse(), [file])).toEqual(architecture);
  });
});

describe('reviewOf', () => {
  test('two telling products that cases share are a strong match', () => {
    expect(review(['live', 'slb'])).toMatchObject({
      thin: [],
      matches: [{ study: { section: '7' }, confidence: 'strong' }, {}, {}, {}, {}, {}, {}],
    });
  });

  test('two products of which one is of this case alone are no strong match, and three are', () => {
    const cases = [
      tinyCase('1', ['oss', 'eci', 'emr']),
      tinyCase('2', ['oss']),
      tinyCase('3', ['rds', 'oss', 'slb']),
      tinyCase('4', ['rds', 'slb']),
    ];
    const any = tinyLibrary(cases);
    const reviewed = (...ids: string[]) => {
      const signs = ids.map((id, line) => sign(id, line));
      return reviewOf(any, votingRoll(any), gatherArchitecture(signs, [file]));
    };
    expect(reviewed('oss', 'eci').matches[0]?.confidence).toBe('fair');
    expect(reviewed('oss', 'eci').thin).toEqual([{ code: 'rare-only' }]);
    expect(reviewed('oss', 'eci', 'emr').thin).toEqual([]);
    expect(reviewed('rds', 'slb').thin).toEqual([]);
  });

  test('only ECS is no strong match, and says why', () => {
    const real = realLibrary();
    const result = reviewOf(real, votingRoll(real), gatherArchitecture([sign('ecs')], [file]));
    expect(result.thin).toContainEqual({ code: 'generic-only', productIds: ['ecs'] });
    expect(result.matches.length).toBeGreaterThan(0);
  });

  describe('without a strong match says what is true', () => {
    const real = realLibrary();
    const realRoll = votingRoll(real);
    const thinOf = (...signs: Sign[]) => reviewOf(real, realRoll, gatherArchitecture(signs, [file]));

    test('beside products that no case has, generic ones are still compared', () => {
      const result = thinOf(sign('ecs'), sign('nas', 1));
      expect(result.thin).toEqual([{ code: 'generic-only', productIds: ['ecs'] }]);
      expect(result.withoutCase).toEqual(['nas']);
      expect(result.matches.length).toBeGreaterThan(0);
      expect(thinOf(sign('nas')).thin).toEqual([{ code: 'no-evidence' }]);
    });

    test('members of one family are one thing in common', () => {
      expect(thinOf(sign('alb'), sign('clb', 1)).thin).toEqual([{ code: 'one-product', productIds: ['alb', 'clb'] }]);
      expect(thinOf(sign('slb'), sign('nas', 1)).thin).toEqual([{ code: 'one-product', productIds: ['slb'] }]);
    });

    test('one product in common, or images alone, is not called rare', () => {
      const cases = [
        tinyCase('1', ['rds', 'slb']),
        tinyCase('2', ['rds']),
        tinyCase('3', ['slb']),
        tinyCase('4', ['kafka']),
        ...Array.from({ length: 40 }, (_, i) => tinyCase(String(50 + i), ['waf', 'cdn', 'live'])),
      ];
      const any = tinyLibrary(cases);
      const thin = (...signs: Sign[]) => reviewOf(any, votingRoll(any), gatherArchitecture(signs, [file])).thin;
      expect(thin(sign('rds'), sign('waf', 1))).toEqual([{ code: 'one-shared', productIds: ['rds'] }]);
      const images = [sign('rds', 0, 'image'), sign('slb', 1, 'image')];
      expect(thin(...images, sign('brand-new', 2, 'image'))).toEqual([{ code: 'images-only' }]);
      expect(thin(...images, sign('ecs', 2))).toEqual([{ code: 'shared-images' }]);
    });

    test('support services are no part of it', () => {
      const services = [sign('svc-escort-std', 5), sign('svc-enterprise-support', 6)];
      expect(thinOf(...services).thin).toEqual([{ code: 'services-only' }]);
      const [alone, beside] = [thinOf(sign('slb')), thinOf(sign('slb'), ...services)];
      expect(beside.matches.map(({ study, score }) => [study.id, score])).toEqual(
        alone.matches.map(({ study, score }) => [study.id, score]),
      );
      expect(beside.withoutCase).toEqual([]);
    });
  });

  test('the case beside it is the first strong one, though a thin one stands before it', () => {
    const real = realLibrary();
    const signs = ['ecs', 'tair', 'cdn'].map((id, line) => sign(id, line));
    const result = reviewOf(real, votingRoll(real), gatherArchitecture(signs, [file]));
    expect(result.matches[0]?.confidence).toBe('thin');
    expect(nearestOf(result)?.confidence).toBe('strong');
    const text = reportMarkdown(reportOf(result, real, 'a.yaml', 'en'), real);
    const customer = nearestOf(result)?.study.customer.en ?? '';
    expect(text).toContain(`the closest is ${customer}`);
    expect(text).toContain(`## Beside the nearest case: ${customer} (§`);
  });

  test('an architecture without products says so', () => {
    expect(review([])).toMatchObject({ thin: [{ code: 'no-products' }], matches: [], questions: [] });
  });

  test('images alone are an inference', () => {
    const images = gatherArchitecture([sign('kafka', 0, 'image'), sign('flink', 1, 'image')], [file]);
    expect(reviewOf(library, roll, images).thin).toContainEqual({ code: 'images-only' });
  });

  test('products that no case speaks of are named', () => {
    expect(review(['live', 'brand-new']).withoutCase).toEqual(['brand-new']);
  });
});

describe('open questions', () => {
  test('ask for what a clear majority of the nearest cases also used', () => {
    expect(review(['live', 'slb']).questions).toMatchObject([{ productId: 'cdn', count: 5, of: 7 }]);
  });

  test('are not asked by what self-hosted images stand for', () => {
    const asked = (tier: SignTier) =>
      reviewOf(library, roll, gatherArchitecture([sign('live', 0, tier), sign('slb', 1)], [file])).questions;
    expect(asked('declared')).toHaveLength(1);
    expect(asked('image')).toEqual([]);
  });

  test('are silent with fewer than five neighbours', () => {
    expect(review(['oss', 'live']).questions).toEqual([]);
  });

  test('an answer in the file closes the question and stays with its reason', () => {
    const comment = answerComment('cdn', 'static content is\nserved elsewhere');
    const answer = answerOn(`    ${comment}`, 12);
    expect(answer).toEqual({ productId: 'cdn', reason: 'static content is served elsewhere', line: 12 });
    const result = review(['live', 'slb'], answer ? [answer] : []);
    expect(result.questions).toEqual([]);
    expect(result.answered).toMatchObject([{ question: { productId: 'cdn' }, answer: { line: 12 } }]);
  });

  test.each([
    '# casebook: answered cdn — our partner serves it',
    '# Casebook: Answered CDN: our partner serves it',
    '# casebook：已确认 cdn：our partner serves it',
    '# casebook: 已确认：CDN——our partner serves it',
    '# casebook: answered cdn- our partner serves it',
    '# casebook: answered cdn – our partner serves it',
    '#casebook :answered cdn our partner serves it',
    '    // casebook: answered cdn -- our partner serves it',
  ])('an answer is understood in any spelling: %s', (line) => {
    expect(answerOn(line, 3)).toEqual({ productId: 'cdn', reason: 'our partner serves it', line: 3 });
    const reading = readingOf(`a: 1\n${line}\n`);
    expect(signsOf(reading, linesOf(`a: 1\n${line}\n`), 'a.yaml').answers).toHaveLength(1);
  });

  // A pattern that tries every start would need minutes for these.
  test('an answer is read in one pass, however long the line is', () => {
    const gap = ' '.repeat(500_000);
    expect(answerOn(`# casebook: answered${gap}cdn${gap}—${gap}x`, 0)).toMatchObject({ productId: 'cdn', reason: 'x' });
    expect(answerOn(`# casebook: answered${gap}、`, 0)).toBeUndefined();
    expect(answerOn(`# casebook: answered cdn${gap}\u2028x`, 0)?.productId).toBe('cdn');
    expect(answerOn(`# casebook: answered ${'a-'.repeat(250_000)}`, 0)?.reason).toBe('');
  });

  test('a comment that answers nothing is not read', () => {
    expect(answerOn('# casebook: answeredcdn', 0)).toBeUndefined();
    expect(answerOn('# casebook: answered', 0)).toBeUndefined();
    expect(answerOn('# casebook is nice', 0)).toBeUndefined();
    expect(answerOn('image: redis # answered', 0)).toBeUndefined();
  });
});

describe('the report', () => {
  const real = realLibrary();
  const result = reviewOf(
    real,
    votingRoll(real),
    gatherArchitecture(
      [sign('rds-mysql', 3), sign('slb', 8), sign('oss', 12), sign('gwlb', 20)],
      [file, { file: 'x.bin', formats: [], documents: [], unread: { code: 'binary', detail: '0' }, unknown: [] }],
    ),
  );

  test('is the same bytes for the same input', () => {
    const once = reportMarkdown(reportOf(result, real, 'a.yaml', 'en'), real);
    expect(reportMarkdown(reportOf(result, real, 'a.yaml', 'en'), real)).toBe(once);
    expect(once).toContain('# Evidence report: a');
  });

  test('names products with lines, cases with section and page, and what was not recognised, in both languages', () => {
    for (const lang of ['zh', 'en'] as const) {
      const text = reportMarkdown(reportOf(result, real, 'a.yaml', lang), real);
      expect(text).toContain('a.yaml:4');
      expect(text).toMatch(/§\d+/);
      expect(text).toContain('x.bin');
      expect(text).toContain('vscode://casebook.cloud-casebook/case/inet-');
    }
  });

  test('speaks of products in Chinese by what they are called there, with no blank between Chinese and Chinese', () => {
    const streaming = reviewOf(
      real,
      votingRoll(real),
      gatherArchitecture([sign('live', 3), sign('vod', 8), sign('cdn', 12)], [file]),
    );
    const zh = reportMarkdown(reportOf(streaming, real, 'a.yaml', 'zh'), real);
    const en = reportMarkdown(reportOf(streaming, real, 'a.yaml', 'en'), real);
    expect(zh).not.toMatch(/\b(?:Live|VOD|Content Moderation|API Gateway|Auto Scaling)\b/);
    expect(zh).toContain('都用了视频点播、视频直播和 CDN。');
    expect(en).toContain('which shares VOD, Live and CDN.');
  });

  test('every table row has as many cells as its head', () => {
    for (const section of reportOf(result, real, 'a.yaml', 'zh').sections) {
      for (const block of section.blocks) {
        if (block.kind === 'table') for (const row of block.rows) expect(row).toHaveLength(block.head.length);
      }
    }
  });

  test('a decision record names the evidence and leaves the decision open', () => {
    const asked = review(['live', 'slb']);
    const [question] = asked.questions;
    if (!question) throw new Error('expected a question');
    const record = adrForQuestion(question, asked, library, 'en');
    expect(record).toContain('5 of 7 cases');
    expect(record).toContain('To be decided.');
    expect(record.match(/Case \d/g)?.length).toBeGreaterThanOrEqual(5);
  });
});

describe('the wording of a report', () => {
  const unknown = [4, 4, 9].map((line) => ({ text: 'ALIYUN::Brand::New', line }));
  const wordsOf = (ids: readonly string[], tier: SignTier, lang: 'zh' | 'en', more = library) => {
    const signs = ids.map((id, line) => sign(id, line, tier));
    const found = reviewOf(more, votingRoll(more), gatherArchitecture(signs, [{ ...file, unknown }]));
    return reportMarkdown(reportOf(found, more, 'a.yaml', lang), more);
  };

  test('counts images and lines in the right number, each line once', () => {
    expect(wordsOf(['live', 'slb'], 'image', 'en')).toContain('rests on 2 self-hosted images');
    expect(wordsOf(['live'], 'image', 'en')).toContain('rests on 1 self-hosted image)');
    expect(wordsOf(['live'], 'image', 'zh')).toContain('自建镜像 1 个）');
    expect(wordsOf(['live'], 'image', 'en')).toContain(' — lines 5, 10: no product that we know');
    expect(wordsOf(['live'], 'image', 'zh')).toContain(' — 第 5、10 行，不对应已知产品');
  });

  test('says which of the strong matches it lists, and only then', () => {
    const many = tinyLibrary([
      ...Array.from({ length: 7 }, (_, i) => tinyCase(String(i + 1), ['live', 'slb'])),
      ...Array.from({ length: 30 }, (_, i) => tinyCase(String(30 + i), ['flink'])),
    ]);
    expect(wordsOf(['live', 'slb'], 'declared', 'en', many)).toContain('The first 5 of 7 strong matches:\n\n|');
    expect(wordsOf(['live', 'slb'], 'declared', 'zh', many)).toContain('只列出前 5 个，共 7 个强匹配。');
    expect(wordsOf(['live'], 'declared', 'en', many)).not.toContain('The first 5');
  });

  test('names products without a case beside the products, for they were recognised', () => {
    const [, products = ''] = wordsOf(['live', 'brand-new'], 'declared', 'en').split('## ').slice(1);
    expect(products).toContain('No case uses brand-new.');
    const clean = reportMarkdown(reportOf(review(['live', 'brand-new']), library, 'a.yaml', 'en'), library);
    expect(clean).toContain('Every resource type and image was recognised.');
  });
});

describe('that every name was recognised', () => {
  const endOf = (formats: readonly string[], lang: 'zh' | 'en') => {
    const found = reviewOf(library, roll, gatherArchitecture([sign('live')], [{ ...file, formats }]));
    const report = reportOf(found, library, 'a.yaml', lang);
    const sections = report.sections.filter(({ id }) => id === 'not-recognised');
    return reportMarkdown({ ...report, sections }, library);
  };

  test('is said of formats whose names are all looked for', () => {
    expect(endOf(['ros', 'kubernetes', 'compose'], 'en')).toContain('Every resource type and image was recognised.');
    expect(endOf(['oos', 'pulumi', 'serverless-devs', 'architecture'], 'zh')).toContain('资源类型和镜像都已识别。');
  });

  test('is not said of others, which are named with what is looked for in them', () => {
    for (const format of ['helm', 'kubevela', 'ansible', 'crossplane']) {
      expect(endOf(['ros', format], 'en')).not.toContain('was recognised');
      expect(endOf(['ros', format], 'zh')).not.toContain('都已识别');
    }
    expect(endOf(['ros', 'ansible'], 'en')).toContain(
      'Ansible — unknown names are looked for only among modules of Alibaba Cloud (ali\\_ and so on) and container images',
    );
    expect(endOf(['kubevela'], 'zh')).toContain('KubeVela — 只在 alibaba- 开头的组件类型和镜像中查找无法识别的名称');
    expect(endOf(['brand-new'], 'en')).toContain('brand-new — unknown names are not looked for');
    expect(endOf(['brand-new'], 'zh')).toContain('brand-new — 不查找无法识别的名称');
  });
});

describe('an answered question', () => {
  const open = review(['live', 'slb']);
  const [question] = open.questions;
  if (!question) throw new Error('no question');
  const answer = { productId: question.productId, reason: 'the <partner> does it', line: 0 };
  const answered = review(['live', 'slb'], [answer]);

  test('keeps its cases beside the answer, in the report and its sources as on the page', () => {
    for (const lang of ['zh', 'en'] as const) {
      const report = reportOf(answered, library, 'a.yaml', lang);
      const [questions, sources] = ['questions', 'sources'].map((id) =>
        reportMarkdown({ ...report, sections: report.sections.filter((section) => section.id === id) }, library),
      );
      const cited = question.cases.slice(0, 3).map(({ id }) => id);
      for (const id of cited) expect(questions).toContain(id);
      for (const id of cited) expect(sources).toContain(id);
      const input = {
        title: '',
        review: answered,
        whatIf: { off: [], added: [] },
        tried: answered,
        isSingleFile: true,
      };
      const page = reviewPage(input, { library, roll, lang }).body.toString();
      const part = page.slice(page.indexOf('id="questions"'));
      for (const { id } of question.cases) expect(part).toContain(`data-open="case/${id}#architecture"`);
      expect(part).toContain('the &lt;partner&gt; does it');
      expect(part).toContain(`id="${idOfAnswered(question.productId)}" tabindex="-1"`);
      expect(part).toContain(`data-adr="${question.productId}"`);
    }
  });

  test('is a decision that is made, in its record', () => {
    expect(adrForQuestion(question, open, library, 'en')).toMatch(/## Decision\n\nTo be decided\.\n$/);
    const made = adrForQuestion(question, answered, library, 'en');
    expect(made).toMatch(/## Decision\n\n.+ is left out: the .*partner.* does it\n$/);
    expect(made).toContain('- Case 1: ');
    expect(adrForQuestion(question, answered, library, 'zh')).toMatch(/## 决定\n\n不使用 .+：the /);
    const silent = review(['live', 'slb'], [{ ...answer, reason: '' }]);
    expect(adrForQuestion(question, silent, library, 'zh')).toMatch(/## 决定\n\n不使用 .+（未写理由）\n$/);
  });
});
