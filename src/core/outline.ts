// What the case tree shows, as data: facets, groups with counts, cases. It knows no widget; ids are stable, so that
// selection and expansion survive regrouping and a change of language.
import { compareCodePoints } from './compare';
import type { Library } from './library';
import type { CaseStudy, Lang, Term } from './model';
import { shortOf } from './productNames';

export const FACETS = ['industry', 'product', 'problem', 'customer'] as const;
export type Facet = (typeof FACETS)[number];

/** A heading with its cases or sub-groups beneath. */
export interface GroupNode {
  readonly kind: 'group';
  /** `industry/fintech`, `product/database`, `product/database/redis`, `favourites`. */
  readonly id: string;
  readonly label: string;
  /** Number of distinct cases beneath. */
  readonly count: number;
  /** Made when first asked for. */
  readonly children: readonly OutlineNode[];
  /** What the group stands for; `own` is a group of the reader's: favourites, recent. */
  readonly subject: {
    readonly kind: 'industry' | 'category' | 'product' | 'problem' | 'letter' | 'own';
    readonly id: string;
  };
}

/** One case under one heading; the same case under two headings has two nodes and one `study`. */
export interface CaseNode {
  readonly kind: 'case';
  /** Group id and case id: `industry/fintech/inet-1.26`. */
  readonly id: string;
  readonly study: CaseStudy;
  /** The list that previous and next follow: `industry/fintech`. */
  readonly list: string;
}

/** A favourite or recent case that the library no longer has: shown, not dropped. */
export interface MissingNode {
  readonly kind: 'missing';
  readonly id: string;
  readonly caseId: string;
}

export type OutlineNode = GroupNode | CaseNode | MissingNode;

export interface OutlineRequest {
  readonly facet: Facet;
  readonly lang: Lang;
  /** Cases that pass the filter; all when absent. */
  readonly only?: ReadonlySet<string>;
  /** Groups of the reader's own, above the facet: `{ id: 'favourites', label: 'Favourites', cases: ['inet-1.26'] }`. */
  readonly own?: readonly { readonly id: string; readonly label: string; readonly cases: readonly string[] }[];
}

/** The top-level groups: the reader's own, then those of the facet, each with everything beneath; none is empty. */
export function outline(library: Library, request: OutlineRequest): readonly GroupNode[] {
  const own = (request.own ?? [])
    .map((group) => ownGroup(library, group, request))
    .filter((group) => group.children.length > 0);
  return [...own, ...BUILDERS[request.facet](library, request)];
}

const BUILDERS: Record<Facet, (library: Library, request: OutlineRequest) => GroupNode[]> = {
  industry: (library, request) => termGroups('industry', library.data.industries, library.casesByIndustry, request),
  problem: (library, request) => termGroups('problem', library.data.problems, library.casesByProblem, request),
  product: productGroups,
  customer: customerGroups,
};

function termGroups(
  kind: 'industry' | 'problem',
  terms: readonly Term[],
  casesBy: ReadonlyMap<string, readonly CaseStudy[]>,
  request: OutlineRequest,
): GroupNode[] {
  const groups = terms.map((term) =>
    caseGroup(`${kind}/${term.id}`, term[request.lang], visible(casesBy.get(term.id) ?? [], request), {
      kind,
      id: term.id,
    }),
  );
  return bySize(groups.filter(hasCases));
}

function productGroups(library: Library, request: OutlineRequest): GroupNode[] {
  const byCategory = new Map<string, { groups: GroupNode[]; cases: Set<CaseStudy> }>();
  for (const product of library.data.products) {
    const cases = visible(library.casesByProduct.get(product.id) ?? [], request);
    if (cases.length === 0) continue;
    const id = `product/${product.category}/${product.id}`;
    const category = byCategory.get(product.category) ?? { groups: [], cases: new Set<CaseStudy>() };
    byCategory.set(product.category, category);
    category.groups.push(caseGroup(id, shortOf(product, request.lang), cases, { kind: 'product', id: product.id }));
    for (const study of cases) category.cases.add(study);
  }
  return library.data.categories.flatMap((category): GroupNode[] => {
    const found = byCategory.get(category.id);
    if (!found) return [];
    const { groups, cases } = found;
    const subject = { kind: 'category', id: category.id } as const;
    const head = { kind: 'group', id: `product/${category.id}`, label: category[request.lang], subject } as const;
    return [{ ...head, count: cases.size, children: bySize(groups) }];
  });
}

function customerGroups(library: Library, request: OutlineRequest): GroupNode[] {
  const byLetter = new Map<string, CaseStudy[]>();
  for (const study of sortedByCustomer(library, visible(library.cases, request), request.lang)) {
    const letter = initial(spelling(library, study, request.lang));
    const list = byLetter.get(letter);
    if (list) list.push(study);
    else byLetter.set(letter, [study]);
  }
  const letters = [...byLetter.keys()].sort((a, b) => Number(a === '#') - Number(b === '#') || compareCodePoints(a, b));
  return letters.map((letter) =>
    caseGroup(`customer/${letter}`, letter, byLetter.get(letter) ?? [], { kind: 'letter', id: letter }),
  );
}

/** A customer's name as one would look it up: `hu ya` for 虎牙, `huya` for Huya. */
function spelling(library: Library, study: CaseStudy, lang: Lang): string {
  const name = study.customer[lang];
  return (lang === 'zh' ? (library.data.pinyin[name] ?? name) : name).trim().toLowerCase();
}

function initial(spelled: string): string {
  const letter = spelled.charAt(0).toUpperCase();
  return /[A-Z]/.test(letter) ? letter : '#';
}

/** By the customer's name, Chinese names by their pinyin. */
export function sortedByCustomer(library: Library, cases: readonly CaseStudy[], lang: Lang): CaseStudy[] {
  return cases
    .map((study) => ({ study, key: spelling(library, study, lang) }))
    .sort((a, b) => compareCodePoints(a.key, b.key) || compareCodePoints(a.study.id, b.study.id))
    .map(({ study }) => study);
}

function ownGroup(
  library: Library,
  { id, label, cases }: { readonly id: string; readonly label: string; readonly cases: readonly string[] },
  { only }: OutlineRequest,
): GroupNode {
  const children = cases.flatMap((caseId): OutlineNode[] => {
    const study = library.caseById.get(caseId);
    if (!study) return only ? [] : [{ kind: 'missing', id: `${id}/${caseId}`, caseId }];
    return only && !only.has(caseId) ? [] : [{ kind: 'case', id: `${id}/${caseId}`, study, list: id }];
  });
  return { kind: 'group', id, label, count: children.length, children, subject: { kind: 'own', id } };
}

function visible(cases: readonly CaseStudy[], { only }: OutlineRequest): readonly CaseStudy[] {
  return only ? cases.filter((study) => only.has(study.id)) : cases;
}

function caseGroup(id: string, label: string, cases: readonly CaseStudy[], subject: GroupNode['subject']): GroupNode {
  const list = subject.kind === 'letter' ? 'customer' : `${subject.kind}/${subject.id}`;
  let children: readonly CaseNode[] | undefined;
  return {
    kind: 'group',
    id,
    label,
    count: cases.length,
    get children() {
      children ??= cases.map((study): CaseNode => ({ kind: 'case', id: `${id}/${study.id}`, study, list }));
      return children;
    },
    subject,
  };
}

function hasCases(group: GroupNode): boolean {
  return group.count > 0;
}

/** Largest first; equal sizes keep the order of the data, so that the tree is the same in both languages. */
function bySize(groups: GroupNode[]): GroupNode[] {
  return groups.sort((a, b) => b.count - a.count);
}
