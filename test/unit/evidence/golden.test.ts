// Evidence reports as whole texts, to be read from top to bottom: two of our own samples, five of real files that others
// wrote. Those are read where they lie beside the project and skipped, and said so, where they do not; the reports hold
// identifiers and line numbers only. After a change that is meant: UPDATE_TABLES=1 npm run test:unit.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { votingRoll } from '../../../src/core/kin';
import type { Lang } from '../../../src/core/model';
import { reportOf } from '../../../src/core/review/report';
import { reportHtml } from '../../../src/core/review/reportHtml';
import { reportMarkdown } from '../../../src/core/review/reportMarkdown';
import { reviewFiles } from '../../../src/core/review/reviewFiles';
import { linesOf } from '../../../src/core/text';
import { loadIdentifiers } from '../../../src/yaml/identifiers';
import { createReader } from '../../../src/yaml/reader';
import { signsOf } from '../../../src/yaml/signs';
import { realLibrary } from '../../support/library';

const GOLDEN = 'test/golden';
const CORPUS = '../shared/corpus';

interface Sample {
  readonly name: string;
  readonly root: string;
  readonly files: readonly string[];
  readonly lang: Lang;
}

const SAMPLES: readonly Sample[] = [
  { name: 'shop', root: 'test/fixtures/workspace', files: ['ros/shop.ros.yaml'], lang: 'zh' },
  {
    name: 'workspace',
    root: 'test/fixtures/workspace',
    files: ['architecture.yaml', 'docker-compose.yml', 'k8s/orders.yaml', 'ros/shop.ros.yaml', 's.yaml'],
    lang: 'en',
  },
  {
    name: 'corpus-ros-shop',
    root: CORPUS,
    files: ['ros/aliyun+ros-templates/solutions/enterprise-on-cloud/e-commerce-business-and-db-on-the-cloud.tf.yml'],
    lang: 'en',
  },
  {
    name: 'corpus-ros-dify',
    root: CORPUS,
    files: ['ros/aliyun+ros-templates/documents/solution/internet-application-development/Run-Dify-on-Serverless.yml'],
    lang: 'zh',
  },
  {
    name: 'corpus-compose',
    root: CORPUS,
    files: ['compose/macrozheng+mall-swarm/document/docker/docker-compose-env.yml'],
    lang: 'zh',
  },
  {
    name: 'corpus-kubernetes',
    root: CORPUS,
    files: ['kubernetes/AliyunContainerService+serverless-k8s-examples/volumes/oss-flexvolume.yaml'],
    lang: 'en',
  },
  {
    name: 'corpus-serverless',
    root: CORPUS,
    files: ['serverless-devs/devsapp+aliyun-resources/ros_transformer/examples/s.yaml'],
    lang: 'en',
  },
];

const library = realLibrary();
const roll = votingRoll(library);
const reader = createReader(loadIdentifiers(readFileSync('data/identifiers.tsv', 'utf8')));

function reportFor({ root, files, lang }: Sample) {
  const read = files.map((file) => {
    const lines = linesOf(readFileSync(join(root, file), 'utf8'));
    return signsOf(reader.read(lines, { fileName: file }), lines, file);
  });
  return reportOf(reviewFiles(library, roll, read), library, files.join(', '), lang);
}

describe('reports', () => {
  for (const sample of SAMPLES) {
    const isThere = sample.files.every((file) => existsSync(join(sample.root, file)));
    if (!isThere) console.log(`skipped, the file is not here: ${sample.files.join(', ')}`);

    test.skipIf(!isThere)(`of ${sample.name} is as committed`, () => {
      const file = join(GOLDEN, `${sample.name}.md`);
      const text = reportMarkdown(reportFor(sample), library);
      if (process.env.UPDATE_TABLES) {
        mkdirSync(GOLDEN, { recursive: true });
        writeFileSync(file, text);
      }
      expect(text).toBe(readFileSync(file, 'utf8'));
    });

    test.skipIf(!isThere)(`of ${sample.name} in HTML stands alone`, () => {
      const html = reportHtml(reportFor(sample), library);
      expect(html).toBe(reportHtml(reportFor(sample), library));
      expect(html).not.toMatch(/<script|\son\w+=|javascript:|data-open|<a (?![^>]*href=)|https?:\/\/(?!www\.w3\.org)/);
      for (const [, id = ''] of html.matchAll(/href="vscode:\/\/casebook\.cloud-casebook\/case\/([^"#]+)/g)) {
        expect(library.caseById.has(decodeURIComponent(id)), id).toBe(true);
      }
      for (const [, id = ''] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${id}"`);
      for (const tag of ['section', 'table', 'ul', 'svg', 'g', 'p', 'td']) {
        const count = (pattern: RegExp) => [...html.matchAll(pattern)].length;
        expect(count(new RegExp(`<${tag}[\\s>]`, 'g')), tag).toBe(count(new RegExp(`</${tag}>`, 'g')));
      }
    });
  }

  test('the order of the files does not matter', () => {
    const sample = SAMPLES[1];
    if (!sample) throw new Error('no sample');
    const text = (files: readonly string[]) => {
      const report = reportFor({ ...sample, files });
      return reportMarkdown({ ...report, title: '' }, library);
    };
    expect(text([...sample.files].reverse())).toBe(text(sample.files));
  });
});
