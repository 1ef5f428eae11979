import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { hostModule } from '../../faults/support/hostModule';

type Code = typeof import('../../../src/host/counts') &
  typeof import('../../../src/host/teamWords') &
  typeof import('../../../src/host/importWords');
type Plan = Parameters<Code['planSummary']>[0];

const BUNDLE: Readonly<Record<string, string>> = JSON.parse(readFileSync('l10n/bundle.l10n.zh-cn.json', 'utf8'));
const SOURCE = ['counts', 'teamWords', 'importWords'].map((name) => `export * from './src/host/${name}';`).join('\n');

function words(language: 'en' | 'zh-cn'): Code {
  const t = (text: string, ...holes: unknown[]) =>
    (language === 'en' ? text : (BUNDLE[text] ?? text)).replace(/\{(\d)\}/g, (_, i) => String(holes[Number(i)]));
  const workspace = { getConfiguration: () => ({ get: (_: string, otherwise: unknown) => otherwise }) };
  return hostModule<Code>(SOURCE, { l10n: { t }, env: { language }, workspace });
}

test('English tells one from several', () => {
  const { casesText, productsText } = words('en');
  expect([0, 1, 2].map(casesText)).toEqual(['0 cases', '1 case', '2 cases']);
  expect([1, 2].map(productsText)).toEqual(['1 product', '2 products']);
  expect(casesText('1 library + 1 team')).toBe('1 library + 1 team cases');
  expect([1, 2].map(words('zh-cn').casesText)).toEqual(['1 个案例', '2 个案例']);
});

describe('a value of the wrong type', () => {
  const finding = (detail: string) => ({
    code: 'wrong-type' as const,
    path: 'products',
    detail,
    severity: 'error' as const,
    suggestions: [],
  });

  test.each(['object', 'array', 'string', 'number', 'boolean'])('%s is named in the language of the editor', (type) => {
    expect(words('zh-cn').wordedFinding(finding(type))).not.toContain(type);
    expect(words('en').wordedFinding(finding(type))).toMatch(/^products: expected [a-z ]+\.$/);
  });
});

test('the plan of an import is in the language of the cases', () => {
  const plan = {
    volume: { title: { zh: '卷', en: 'The volume' }, edition: '1' },
    entries: [{ study: { id: 'a-1', title: { zh: '案例', en: 'The case' }, section: '1', page: 0 }, change: 'added' }],
    removed: [],
    rejected: [],
    unknown: [],
    listed: { products: 0, services: 0 },
  } as unknown as Plan;
  const text = words('en').planDocument([plan]);
  expect(text).toMatch(/^# The volume \(1\)\n\n1 case: 1 new/);
  expect(text).toContain('a-1 The case');
  expect(words('zh-cn').planDocument([plan])).toContain('a-1 案例');
});
