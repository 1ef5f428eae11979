// The ways to rank what an architecture lacks that leave-one-out compares: those that ship and those that were tried.
import { inSectionOrder, sum, type VotingRoll } from '../../src/core/kin';
import type { CaseStudy, Lang } from '../../src/core/model';
import { fitTo } from '../../src/core/problemFit';
import { tellsRole } from '../../src/core/roles';
import { closenessTo, type SketchContext } from '../../src/core/sketchContext';
import { type Suggestion, suggest } from '../../src/core/suggest';
import type { Ranker } from './leaveOneOut';

const NOTHING: SketchContext = { problems: [], roles: [] };
const BOTH: readonly Lang[] = ['zh', 'en'];

const industryOf = ({ industry }: CaseStudy): SketchContext => ({ ...NOTHING, industry });
const problemsOf = ({ problems }: CaseStudy): SketchContext => ({ ...NOTHING, problems });
const rolesOf = ({ products }: CaseStudy, langs: readonly Lang[] = BOTH): SketchContext => ({
  ...NOTHING,
  roles: products
    .filter(tellsRole)
    .flatMap(({ id, role }) => langs.map((lang) => ({ productId: id, text: role[lang] }))),
});

/** All that a sketch of the case would say besides its products. */
export const sketchOf = (study: CaseStudy, langs?: readonly Lang[]): SketchContext => ({
  ...industryOf(study),
  problems: study.problems,
  roles: rolesOf(study, langs).roles,
});

const idsOf = (suggestions: readonly Suggestion[]) => suggestions.map(({ productId }) => productId);

/** As shipped, with what `contextOf` takes from the case. */
const votesIn =
  (contextOf: (study: CaseStudy) => SketchContext | undefined): Ranker =>
  (roll, rest, study) =>
    idsOf(suggest(roll, rest, contextOf(study)));

/** What is there, or is the same choice said otherwise, is ranked by none. */
const metBy = (roll: VotingRoll, rest: readonly string[]): ReadonlySet<string> =>
  new Set([...rest, ...rest.flatMap(roll.sameChoice)]);

const byCodePoints = (a: string, b: string) => (a < b ? -1 : 1);

const popularity: Ranker = (roll, rest) => {
  const met = metBy(roll, rest);
  const byUse = suggest(roll, []).sort(
    (a, b) => b.voters.length - a.voters.length || byCodePoints(a.productId, b.productId),
  );
  return idsOf(byUse).filter((id) => !met.has(id));
};

interface Tried {
  /** From the weights of what both have, of the file's and of the case's products. */
  readonly likeness: (common: number, mine: number, theirs: number) => number;
  /** What a case only mentions casts this part of a vote. */
  readonly mentioned?: number;
  /** Multiplied with it, by the position of the case and what both have. */
  readonly factor?: (roll: VotingRoll, study: CaseStudy) => ReturnType<typeof closenessTo>;
  /** Multiplied with the votes for a product. */
  readonly suits?: (roll: VotingRoll, study: CaseStudy) => (productId: string) => number;
  readonly most?: number;
}

/** Votes by a likeness of our choosing, ties by id: what the variants differ in. */
function votes({ likeness, mentioned = 1, factor, suits, most }: Tried): Ranker {
  return (roll, rest, study) => {
    const have = new Set(rest);
    const met = metBy(roll, rest);
    const mine = sum(have, roll.weightOf);
    const factorAt = factor?.(roll, study) ?? (() => 1);
    const voters = roll.members
      .map((member, position) => {
        const shared = rest.filter((id) => member.products.has(id));
        return { member, like: likeness(sum(shared, roll.weightOf), mine, member.weight) * factorAt(position, shared) };
      })
      .filter(({ like }) => like > 0)
      .sort((a, b) => b.like - a.like || inSectionOrder(a.member.study, b.member.study))
      .slice(0, most);
    const totals = new Map<string, number>();
    for (const { member, like } of voters) {
      for (const { id, listed } of member.study.products) {
        if (!met.has(id)) totals.set(id, (totals.get(id) ?? 0) + (listed ? like : like * mentioned));
      }
    }
    const suitsAt = suits?.(roll, study) ?? (() => 1);
    const weighed = [...totals].map(([id, total]) => ({ id, total: total * suitsAt(id) }));
    return weighed.sort((a, b) => b.total - a.total || byCodePoints(a.id, b.id)).map(({ id }) => id);
  };
}

const SHRINKAGE = 6;
const jaccard: Tried['likeness'] = (common, mine, theirs) => common / (mine + theirs - common);
const shrunk: Tried['likeness'] = (common, mine, theirs) => common / (mine + theirs - common + SHRINKAGE);
const cosine: Tried['likeness'] = (common, mine, theirs) => common / Math.sqrt(mine * theirs);

/** Each part added instead of multiplied: 1 + roles + problems + industry. */
const added: Tried['factor'] = (roll, study) => {
  const parts = [rolesOf(study), problemsOf(study), industryOf(study)].map((part) => closenessTo(roll, part));
  return (position, shared) => parts.reduce((total, closeness) => total + closeness(position, shared) - 1, 1);
};

/** As shipped, but for what the row says. */
const sketchFactor: Tried['factor'] = (roll, study) => closenessTo(roll, sketchOf(study));
const problemFit: Tried['suits'] = (roll, { problems }) => {
  const fitOf = fitTo(roll, problems);
  return (id) => fitOf?.(id)?.weight ?? 1;
};
/** The fit without its half of how many use the product at all: nothing but how much more than elsewhere. */
const problemLift: Tried['suits'] = (roll, study) => {
  const fitOf = problemFit(roll, study);
  return (id) => fitOf(id) / Math.sqrt((roll.index.holders.get(id)?.length ?? 0) / roll.members.length);
};

/** The names under which the table has them; those that ship and what they are measured against. */
export const POPULARITY = 'popularity';
export const BY_PRODUCTS = 'votes by products (shipped, for files that say nothing else)';
export const BY_SKETCH = '… with industry, problems and roles, multiplied (shipped, for sketches)';
export const BY_CLOSENESS = '… with all three, problems bring cases closer and do no more';
export const BY_SKETCH_IN: Readonly<Record<Lang, string>> = {
  zh: '… the same, roles in Chinese only',
  en: '… the same, roles in English only',
};

export const RANKERS: readonly (readonly [string, Ranker])[] = [
  [POPULARITY, popularity],
  [BY_PRODUCTS, votesIn(() => undefined)],
  ['… with the industry', votesIn(industryOf)],
  ['… with the problems', votesIn(problemsOf)],
  ['… with the roles', votesIn(rolesOf)],
  [BY_SKETCH, votesIn(sketchOf)],
  [BY_SKETCH_IN.zh, votesIn((study) => sketchOf(study, ['zh']))],
  [BY_SKETCH_IN.en, votesIn((study) => sketchOf(study, ['en']))],
  [BY_CLOSENESS, votes({ likeness: shrunk, factor: sketchFactor })],
  ['… with all three, problems by lift', votes({ likeness: shrunk, factor: sketchFactor, suits: problemLift })],
  [
    '… with all three, what is only mentioned casts .8 of a vote',
    votes({ likeness: shrunk, factor: sketchFactor, suits: problemFit, mentioned: 0.8 }),
  ],
  ['… with all three, added', votes({ likeness: shrunk, factor: added, suits: problemFit })],
  ['votes by products, what is only mentioned casts .8 of a vote', votes({ likeness: shrunk, mentioned: 0.8 })],
  ['votes by products, Jaccard without shrinkage', votes({ likeness: jaccard })],
  ['votes by products, cosine', votes({ likeness: cosine })],
  ['votes by products, Jaccard, 12 nearest', votes({ likeness: jaccard, most: 12 })],
];
