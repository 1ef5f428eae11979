// Finding cases by what somebody remembers of them: every word typed must be answered, the better the tier and the
// rarer the word the higher the case stands. Nothing found is said as nothing.
import { inSectionOrder } from '../kin';
import type { CaseStudy } from '../model';
import { answer } from './answer';
import { clausesOf } from './clauses';
import type { Evidence, Why } from './evidence';
import { type Citings, type FacetWord, type ParsedQuery, parseQuery } from './query';
import { commonness, type Recall, recall } from './recall';
import type { SearchIndex } from './searchIndex';

export interface SearchHit {
  readonly study: CaseStudy;
  /** Falls from hit to hit; of no other meaning. */
  readonly score: number;
  /** The reason that tells most: a statement where there is one. */
  readonly why: Why;
  /** A reason for each word, in the order typed. */
  readonly whys: readonly Why[];
  /** Words that this case does not answer; only where no case answers all. */
  readonly missing: readonly string[];
}

export interface SearchRequest {
  /** At most so many hits (20). */
  readonly limit?: number;
  readonly citings?: Citings;
}

/** The cases for `query`, best first. Any text may be asked; an empty one gives nothing. */
export function search(index: SearchIndex, query: string, request: SearchRequest = {}): SearchHit[] {
  const { library, lexicon } = index;
  const citings = request.citings;
  const parsed = parseQuery({ library, lexicon, ...(citings && { citings }) }, query);
  const limit = Math.max(0, Math.min(request.limit ?? 20, index.cases.length));
  // A facet that could not be read must not widen the answer to everything.
  if (limit === 0 || parsed.problems.some(({ code }) => code === 'unknown-value')) return [];
  const passes = passing(index, parsed.facets);
  if (parsed.words.length === 0) return facetHits(index, parsed, passes, limit);
  const asked = recallAll(index, parsed.words);
  if (!asked) return [];
  const all = hitsOf(index, asked, passes, limit, 1);
  const isEnough = all.length > 0 && (parsed.words.length < MANY_WORDS || all.length >= FEW_HITS);
  if (isEnough || asked.length < 2) return all;
  const found = new Set(all.map(({ study }) => study.id));
  const most = hitsOf(index, asked, passes, limit, MOST_OF_IT).filter(({ study }) => !found.has(study.id));
  return falling([...all, ...most]).slice(0, limit);
}

/** What the cases have for each word; `undefined` when one of the words is nowhere at all. */
function recallAll(index: SearchIndex, words: readonly string[]): Recall[] | undefined {
  const asked: Recall[] = [];
  for (const clause of clausesOf(index.lexicon, words, (pair) => commonness(index, pair))) {
    const one = recall(index, clause);
    if (one.count === 0) return undefined;
    asked.push(one);
  }
  return asked;
}

/** Two words mean both. Who types more wants the nearest too, after the few cases that have everything. */
const MANY_WORDS = 3;
const FEW_HITS = 5;

/** Where no case answers every word, this share of them by weight is shown instead; each word must be known somewhere. */
const MOST_OF_IT = 0.5;

/** Cases that lack a word stand below those that have all, whatever their scores. */
function falling(hits: readonly SearchHit[]): SearchHit[] {
  const lowest = Math.min(...hits.filter(({ missing }) => missing.length === 0).map(({ score }) => score));
  const highest = Math.max(0, ...hits.filter(({ missing }) => missing.length > 0).map(({ score }) => score));
  if (!Number.isFinite(lowest) || highest < lowest) return [...hits];
  const factor = (0.99 * lowest) / highest;
  return hits.map((hit) => (hit.missing.length > 0 ? { ...hit, score: hit.score * factor } : hit));
}

/** Cases of a large library that are read before the list is cut; the others answer only roughly. */
const READ_MOST = 60;

function passing(index: SearchIndex, facets: readonly FacetWord[]): (number: number) => boolean {
  if (facets.length === 0) return () => true;
  return (number) => {
    const study = index.cases[number];
    return study !== undefined && facets.every((facet) => facet.passes(study));
  };
}

function facetHits(
  index: SearchIndex,
  { facets }: ParsedQuery,
  passes: (number: number) => boolean,
  limit: number,
): SearchHit[] {
  if (facets.length === 0) return [];
  const text = facets.map(({ kind, value }) => `${kind}:${value}`).join(' ');
  const why: Why = { tier: 'facet', text, ranges: [] };
  const studies = index.cases.filter((_, number) => passes(number)).slice(0, limit);
  return studies.map((study, i) => ({ study, score: 1 - i / (studies.length + 1), why, whys: [why], missing: [] }));
}

function hitsOf(
  index: SearchIndex,
  asked: readonly Recall[],
  passes: (number: number) => boolean,
  limit: number,
  share: number,
): SearchHit[] {
  const rough = roughScores(index, asked, passes, share);
  const numbers = best(rough, index.grams ? Math.max(2 * limit, READ_MOST) : index.cases.length);
  const hits = numbers.flatMap((number) => hitOf(index, asked, number, share) ?? []);
  return hits.sort((a, b) => b.score - a.score || inSectionOrder(a.study, b.study)).slice(0, limit);
}

function roughScores(
  index: SearchIndex,
  asked: readonly Recall[],
  passes: (number: number) => boolean,
  share: number,
): Float32Array {
  const rough = new Float32Array(index.cases.length);
  const total = asked.reduce((sum, { weight }) => sum + weight, 0);
  for (let number = 0; number < rough.length; number++) {
    let score = 0;
    let answered = 0;
    for (const { scores, weight } of asked) {
      const own = scores[number] ?? 0;
      score += own * weight;
      if (own > 0) answered += weight;
    }
    if (answered > 0 && answered >= total * share - EPSILON && passes(number)) rough[number] = score / total;
  }
  return rough;
}

const EPSILON = 1e-6;

/** Numbers of the highest scores, highest first, found by counting instead of sorting everything. */
function best(scores: Float32Array, most: number): number[] {
  const buckets = new Uint32Array(STEPS + 1);
  for (const score of scores) if (score > 0) buckets[stepOf(score)] = (buckets[stepOf(score)] ?? 0) + 1;
  let cut = STEPS;
  for (let sum = buckets[cut] ?? 0; cut > 0 && sum < most; sum += buckets[cut] ?? 0) cut--;
  const above: number[] = [];
  const level: number[] = [];
  for (let number = 0; number < scores.length; number++) {
    const score = scores[number] ?? 0;
    if (score <= 0) continue;
    const step = stepOf(score);
    if (step > cut) above.push(number);
    else if (step === cut && level.length < most) level.push(number);
  }
  return [...above, ...level.slice(0, Math.max(0, most - above.length))];
}

const STEPS = 1000;

function stepOf(score: number): number {
  return Math.min(STEPS, Math.max(1, Math.round(score * 100)));
}

function hitOf(index: SearchIndex, asked: readonly Recall[], number: number, share: number): SearchHit | undefined {
  const reading = index.read(number);
  if (!reading) return undefined;
  const { study } = reading;
  const weighed = { number, reading };
  const whys: Why[] = [];
  const missing: string[] = [];
  let score = 0;
  let answered = 0;
  let total = 0;
  for (const one of asked) {
    const evidence: Evidence | undefined = (one.scores[number] ?? 0) > 0 ? answer(index, one, weighed) : undefined;
    total += one.weight;
    if (!evidence) {
      if (share === 1) return undefined;
      missing.push(one.clause.text);
      continue;
    }
    whys.push(evidence.why);
    answered += one.weight;
    score += evidence.score * one.weight;
  }
  const [first] = whys;
  if (!first || answered < total * share - EPSILON) return undefined;
  const why = whys.find(({ tier }) => tier === 'statement' || tier === 'number') ?? first;
  return { study, score: score / total, why, whys, missing };
}
