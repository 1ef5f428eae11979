// The document that the shipped volume was written from, where this machine has it; ANOMALIES are its test list.
import { describe, expect, it } from 'vitest';

import { applyPlan } from '../../../src/core/importing/plan';
import { mergeLibrary } from '../../../src/core/team/mergeLibrary';
import { gb18030 } from '../../support/gb18030';
import { realLibrary } from '../../support/library';
import { planOf, realSource } from '../../support/volumes';

const source = realSource();
if (!source) console.warn('skipped: the source document is not on this machine');

describe.skipIf(!source)('the source of the shipped volume', () => {
  const plan = source ? planOf(source) : undefined;
  const studies = plan?.entries.map((entry) => entry.study) ?? [];
  const blocks = studies.flatMap((study) => study.text ?? []);

  it('gives all 85 sections with the pages and titles of the shipped cases', () => {
    const shipped = realLibrary().caseById;
    expect(studies).toHaveLength(85);
    expect(plan?.rejected).toEqual([]);
    expect(studies.filter((study) => shipped.get(study.id)?.page !== study.page)).toEqual([]);
    const bare = (text = '') => text.replace(/\s/g, '');
    expect(studies.filter((study) => bare(shipped.get(study.id)?.title.zh) !== bare(study.title.zh))).toEqual([]);
  });

  it('finds all 229 products and 30 services, each with its id', () => {
    expect(plan?.listed).toEqual({ products: 229, services: 30 });
    expect(plan?.unknown).toEqual([]);
    expect(blocks.filter((block) => block.kind === 'product' && !block.product)).toEqual([]);
  });

  it('lists the products that the shipped cases list', () => {
    const shipped = realLibrary().caseById;
    const other = studies.filter((study) => {
      const listed = shipped.get(study.id)?.products.filter((use) => use.listed) ?? [];
      const found = new Set([...study.products.map((use) => use.id), ...study.services]);
      return listed.some((use) => !found.has(use.id));
    });
    expect(other.map((study) => study.id)).toEqual([]);
  });

  it('loses nothing of the text', () => {
    const text = new TextDecoder().decode(source);
    const body = blocks.map((block) => block.text).join('');
    expect(text.endsWith(body)).toBe(true);
    expect(text.slice(0, -body.length).trimEnd().endsWith('1.互联网')).toBe(true);
  });

  it('finds the 112 gaps of lost figures in 55 cases, the three tables and the code', () => {
    const count = (kind: string) => blocks.filter((block) => block.kind === kind).length;
    expect(count('figure')).toBe(112);
    expect(studies.filter((study) => study.text?.some((block) => block.kind === 'figure'))).toHaveLength(55);
    expect([count('table'), count('code')]).toEqual([3, 1]);
  });

  it('gives every part its sections', () => {
    const having = (part: string) => studies.filter((study) => study.text?.some((block) => block.part === part)).length;
    expect(having('intro')).toBe(78);
    expect(having('products')).toBe(74);
    expect(having('practices')).toBe(4);
  });

  it('joins the shipped cases, so that counts do not double', () => {
    if (!plan) return;
    expect(plan.volume.id).toBe('inet');
    expect(plan.entries.every((entry) => entry.isLinked)).toBe(true);
    const { library } = mergeLibrary(realLibrary().data, { imported: [applyPlan(plan)] });
    expect(library.cases).toHaveLength(85);
    const study = library.caseById.get('inet-1.26');
    expect(study?.summary).toEqual(realLibrary().caseById.get('inet-1.26')?.summary);
    expect(study?.text?.[0]?.text).toContain('融资票务平台上云');
  });

  it('is idempotent', () => {
    if (!plan || !source) return;
    const again = planOf(source, { present: [applyPlan(plan)] });
    expect(new Set(again.entries.map((entry) => entry.change))).toEqual(new Set(['unchanged']));
    expect(again.removed).toEqual([]);
  });

  it('reads GB18030 and UTF-16 copies alike', () => {
    if (!plan || !source) return;
    const text = new TextDecoder().decode(source);
    const utf16 = new Uint8Array(new Uint16Array([0xfeff, ...Array.from(text, (_, i) => text.charCodeAt(i))]).buffer);
    expect(planOf(utf16).source.encoding).toBe('utf-16le');
    expect(planOf(utf16).entries.map((entry) => entry.study)).toEqual(studies);
    const chinese = planOf(gb18030(text));
    expect(chinese.source.encoding).toBe('gb18030');
    expect(chinese.entries.map((entry) => entry.study)).toEqual(studies);
  });
});
