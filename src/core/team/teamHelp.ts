// What may stand where in a team case, as tables: the keys of every mapping with their meaning, and where ids are meant.
// Completion, hover and the contributed JSON schema read the same tables.
import type { Bilingual } from '../model';

/** A mapping of the contract. */
export type ShapeName = 'case' | 'text' | 'statement' | 'figure' | 'from' | 'product' | 'replaced';

/** What a key holds. `many` of it stand in a list; `short` says that a plain text may stand for the mapping. */
export interface KeyHelp extends Bilingual {
  readonly key: string;
  readonly value: ShapeName | 'string' | 'integer' | 'number' | 'boolean' | IdKind | readonly string[];
  readonly isMany?: boolean;
  readonly isRequired?: boolean;
}

/** Which ids are meant. */
export type IdKind = 'industry' | 'problem' | 'product' | 'service';

const KINDS = ['outcome', 'scale'] as const;
const BOUNDS = ['at-least', 'at-most', 'about'] as const;
const RELATIONS = ['replaced', 'alongside', 'considered'] as const;

/** The shapes for which one plain text may stand. */
export const SHORT_SHAPES: readonly ShapeName[] = ['text', 'statement', 'product'];

export const TEAM_KEYS: Readonly<Record<ShapeName, readonly KeyHelp[]>> = {
  case: [
    { key: 'title', value: 'text', isRequired: true, zh: '案例标题。', en: 'Title of the case.' },
    { key: 'customer', value: 'text', isRequired: true, zh: '客户或项目的名称。', en: 'The customer or project.' },
    { key: 'summary', value: 'text', isRequired: true, zh: '一两句话的摘要。', en: 'One or two sentences.' },
    {
      key: 'industry',
      value: 'industry',
      zh: '行业 id；不写则为“未归类”。',
      en: 'Industry id; without it, not classified.',
    },
    {
      key: 'problems',
      value: 'problem',
      isMany: true,
      zh: '问题 id；每个都由一条挑战或方案支持。',
      en: 'Problem ids, each carried by a challenge or solution statement.',
    },
    { key: 'challenges', value: 'statement', isMany: true, zh: '当时的挑战。', en: 'What was hard.' },
    { key: 'solution', value: 'statement', isMany: true, zh: '采用的方案。', en: 'What was built.' },
    {
      key: 'outcomes',
      value: 'statement',
      isMany: true,
      zh: '取得的成效，可带数字。',
      en: 'What came of it, with figures where there are any.',
    },
    {
      key: 'products',
      value: 'product',
      isMany: true,
      zh: '用到的产品及其作用。',
      en: 'The products and what each does.',
    },
    {
      key: 'services',
      value: 'service',
      isMany: true,
      zh: '支持、护航、迁移等服务；只展示，不参与匹配。',
      en: 'Support, escort and migration services: shown, never matched.',
    },
    {
      key: 'replaced',
      value: 'replaced',
      isMany: true,
      zh: '此前或同时存在的系统。',
      en: 'Systems that were there before or run alongside.',
    },
    { key: 'notes', value: 'text', isMany: true, zh: '矛盾与说明。', en: 'Contradictions and remarks.' },
    {
      key: 'id',
      value: 'string',
      zh: '稳定的 id，供引用；默认“卷-章节”。',
      en: 'Stable id for citations; by default volume and section.',
    },
    { key: 'volume', value: 'string', zh: '所属的卷；默认 team。', en: 'The volume; by default team.' },
    {
      key: 'section',
      value: 'string',
      zh: '章节；默认取文件名。',
      en: 'The section; by default the name of the file.',
    },
    { key: 'page', value: 'integer', zh: '页码；没有则不写。', en: 'The page, where there is one.' },
  ],
  text: [
    { key: 'zh', value: 'string', isRequired: true, zh: '中文。', en: 'In Chinese.' },
    { key: 'en', value: 'string', isRequired: true, zh: '英文。', en: 'In English.' },
  ],
  statement: [
    { key: 'zh', value: 'string', isRequired: true, zh: '中文陈述。', en: 'The statement in Chinese.' },
    { key: 'en', value: 'string', isRequired: true, zh: '英文陈述。', en: 'The statement in English.' },
    {
      key: 'products',
      value: 'product',
      isMany: true,
      zh: '本条所说的产品 id。',
      en: 'Ids of the products it is about.',
    },
    {
      key: 'problems',
      value: 'problem',
      isMany: true,
      zh: '本条支持的问题 id。',
      en: 'Ids of the problems it justifies.',
    },
    { key: 'figures', value: 'figure', isMany: true, zh: '本条中的数字。', en: 'The figures in it.' },
  ],
  figure: [
    {
      key: 'value',
      value: 'number',
      isRequired: true,
      zh: '数值；区间写成 [低, 高]。',
      en: 'The number, or a range as [low, high].',
    },
    {
      key: 'unit',
      value: 'string',
      isRequired: true,
      zh: '单位，如 %、倍、万家。',
      en: 'The unit as written: %, 倍, ms.',
    },
    {
      key: 'kind',
      value: KINDS,
      isRequired: true,
      zh: 'outcome 成效，scale 规模。',
      en: 'outcome: a result; scale: how large it is.',
    },
    { key: 'label', value: 'text', zh: '数字的说明，不含数字。', en: 'Caption without the number.' },
    { key: 'bound', value: BOUNDS, zh: '至少、至多或约。', en: 'What it is hedged with.' },
    { key: 'from', value: 'from', zh: '此前的数值。', en: 'The value before.' },
  ],
  from: [
    { key: 'value', value: 'number', isRequired: true, zh: '数值。', en: 'The number.' },
    { key: 'unit', value: 'string', isRequired: true, zh: '单位。', en: 'The unit.' },
  ],
  product: [
    { key: 'id', value: 'product', isRequired: true, zh: '产品 id。', en: 'Product id.' },
    { key: 'role', value: 'text', zh: '它在本案例中的作用。', en: 'What it does in this case.' },
    {
      key: 'listed',
      value: 'boolean',
      zh: '是否列入产品清单；默认 true。',
      en: 'In the case’s product list; true by default.',
    },
  ],
  replaced: [
    { key: 'what', value: 'text', isRequired: true, zh: '原有的系统。', en: 'The earlier system.' },
    { key: 'by', value: 'product', zh: '取代它的产品 id。', en: 'Id of the product that took its place.' },
    {
      key: 'relation',
      value: RELATIONS,
      isRequired: true,
      zh: '取代、并存或仅考虑过。',
      en: 'Replaced, kept alongside, or only considered.',
    },
  ],
};

export type PathStep = string | number;

/** What stands at a path: a mapping of which shape, or values of which kind. `undefined` outside the contract. */
export interface Slot {
  readonly help: KeyHelp | undefined;
  /** The mapping at the path, where one may stand. */
  readonly shape: ShapeName | undefined;
  /** What a plain value at the path means. */
  readonly values: IdKind | readonly string[] | undefined;
}

/** `['products', 0, 'id']` → product ids; `['challenges', 0]` → a statement. Index steps belong to the key before them. */
export function slotAt(path: readonly PathStep[]): Slot | undefined {
  let slot: Slot = { help: undefined, shape: 'case', values: undefined };
  for (const step of path) {
    if (typeof step === 'number') continue;
    const shape: ShapeName | undefined = slot.shape;
    const help: KeyHelp | undefined = shape && TEAM_KEYS[shape].find((one) => one.key === step);
    if (!shape || !help) return undefined;
    slot = slotOf(help, shape);
  }
  return slot;
}

function slotOf(help: KeyHelp, parent: ShapeName): Slot {
  const { value } = help;
  if (typeof value !== 'string') return { help, shape: undefined, values: value };
  // In a case a product is a mapping or its id; inside a statement it is an id.
  if (value === 'product' && parent === 'case') return { help, shape: 'product', values: 'product' };
  if (value === 'product' || value === 'problem' || value === 'industry' || value === 'service') {
    return { help, shape: undefined, values: value };
  }
  return { help, shape: value in TEAM_KEYS ? (value as ShapeName) : undefined, values: undefined };
}
