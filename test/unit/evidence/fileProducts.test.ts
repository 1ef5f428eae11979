// Which products a file counts as, everywhere.
import { describe, expect, test } from 'vitest';

import { countedIn, usedIn } from '../../../src/core/fileProducts';
import { votingRoll } from '../../../src/core/kin';
import { compareFile } from '../../../src/core/pages/fileCompare';
import { reviewFiles } from '../../../src/core/review/reviewFiles';
import { linesOf } from '../../../src/core/text';
import { signsOf } from '../../../src/yaml/signs';
import { readingOf } from '../../support/editing';
import { realLibrary } from '../../support/library';

const library = realLibrary();
const roll = votingRoll(library);
const counted = (ids: readonly string[], ignored: readonly string[] = []) =>
  countedIn(
    library,
    ids.map((productId) => ({ productId })),
    new Set(ignored),
  ).map(({ productId }) => productId);

describe('the products of a file', () => {
  test.each([
    [
      ['rds', 'rds-mysql'],
      ['rds-mysql', 'rds-mysql'],
    ],
    [
      ['slb', 'alb'],
      ['alb', 'alb'],
    ],
    [
      ['rds', 'rds-mysql', 'rds-postgresql'],
      ['rds', 'rds-mysql', 'rds-postgresql'],
    ],
    [
      ['cdn', 'dcdn'],
      ['cdn', 'dcdn'],
    ],
    [
      ['redis', 'tair'],
      ['redis', 'tair'],
    ],
    [
      ['ecs', 'gpu'],
      ['ecs', 'gpu'],
    ],
    [['reds', 'oss'], ['oss']],
  ])('of %j are %j', (named, products) => {
    expect(counted(named)).toEqual(products);
  });

  test('are none that a comment leaves out, however it is said', () => {
    expect(counted(['rds', 'rds-mysql', 'oss'], ['rds', 'rds-mysql'])).toEqual(['oss']);
  });

  test('are as sure as their surest sign', () => {
    const signs = [
      { productId: 'rds', tier: 'configured' },
      { productId: 'oss', tier: 'image' },
      { productId: 'rds-mysql', tier: 'declared' },
    ] as const;
    expect(usedIn(library, signs)).toEqual([
      { productId: 'rds-mysql', certainty: 1 },
      { productId: 'oss', certainty: 0.5 },
    ]);
  });
});

describe('one file', () => {
  const text = `ROSTemplateFormatVersion: '2015-09-01'
# cases: ignore cdn
Resources:
  Database:
    Type: ALIYUN::RDS::DBInstance
    Properties:
      Engine: MySQL
  Account:
    Type: ALIYUN::RDS::Account
  Pictures:
    Type: ALIYUN::OSS::Bucket
  Entry:
    Type: ALIYUN::SLB::LoadBalancer
  App:
    Type: ALIYUN::ECS::InstanceGroup
  Near:
    Type: ALIYUN::CDN::Domain
`;
  const reading = readingOf(text, 'stack.yaml');
  const signs = signsOf(reading, linesOf(text), 'stack.yaml');
  const review = reviewFiles(library, roll, [signs]);

  test('has the same products in hover and completion, in the review and beside a case', () => {
    const products = usedIn(library, signs.signs, new Set(['cdn'])).map(({ productId }) => productId);
    expect(products).toEqual(['rds-mysql', 'oss', 'clb', 'ecs']);
    expect(review.architecture.products.map(({ productId }) => productId)).toEqual(products);
    const [first] = library.cases;
    if (!first) throw new Error('expected a case');
    const file = { name: 'stack.yaml', mentions: reading.mentions.map((one) => ({ ...one, line: one.span.line })) };
    const compared = compareFile(library, roll, { ...file, ignored: new Set(['cdn']) }, first);
    const sides = [...compared.both, ...compared.onlyFile].map(({ productId }) => productId);
    expect(sides.sort()).toEqual([...products].sort());
  });

  test('is asked nothing about a product that a comment leaves out, there or not', () => {
    const sketch = 'architecture: x\ncomponents:\n  - product: pai\n  - product: dataworks\n  - product: oss\n';
    const asked = (text: string) =>
      reviewFiles(library, roll, [signsOf(readingOf(text), linesOf(text), 'x.yaml')]).questions.map(
        ({ productId }) => productId,
      );
    expect(asked(sketch)).toContain('maxcompute');
    expect(asked(`# cases: ignore MaxCompute\n${sketch}`)).not.toContain('maxcompute');
    expect(asked(`# cases: ignore MaxCompute\n${sketch}  - product: maxcompute\n`)).not.toContain('maxcompute');
  });
});

test('an id that the library does not know is a name that told nothing', () => {
  const text = 'architecture: x\ncomponents:\n  - product: reds\n  - product: oss\n';
  const signs = signsOf(readingOf(text), linesOf(text), 'x.yaml');
  const { architecture } = reviewFiles(library, roll, [signs]);
  expect(architecture.products.map(({ productId }) => productId)).toEqual(['oss']);
  expect(architecture.files[0]?.unknown).toEqual([{ text: 'reds', line: 2 }]);
});
