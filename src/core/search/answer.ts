// Weighs one case for one clause, exactly: every tier it answers in, the best of them as the reason. The rough scores of
// recall chose the case; here it is read.
import type { CaseStudy, Statement } from '../model';
import { STATEMENT_PARTS } from '../model';
import type { Clause, Segment } from './clauses';
import {
  BAND,
  type Evidence,
  type Mention,
  type Reading,
  type TextRange,
  type Topic,
  topicOf,
  type Why,
  whyMention,
} from './evidence';
import { findWord, fold } from './fold';
import type { Meaning } from './lexicon';
import { nameFit } from './names';
import { initialsScore, pinyinScore } from './nearMisses';
import { bandOf, ENOUGH, FIT_SHARE, nameBand, type Recall } from './recall';
import { ownCases, type SearchIndex } from './searchIndex';
import { HAN } from './spelling';

/** A case being weighed: its number in the index and its opened texts. */
export interface Weighed {
  readonly number: number;
  readonly reading: Reading;
}

/** What the case holds for the clause; `undefined` when, on reading, it is nothing. */
export function answer(index: SearchIndex, asked: Recall, weighed: Weighed): Evidence | undefined {
  const { clause } = asked;
  const topic = topicOf(weighed.reading, clause);
  const found = [
    asked.named.has(weighed.number) ? nameEvidence(clause, weighed.reading.study) : undefined,
    ...productEvidence(index, clause, weighed),
    numberEvidence(clause, topic, weighed.reading),
    topicEvidence(topic, weighed.reading),
    partsEvidence(asked, weighed),
    spelledEvidence(asked, weighed),
  ];
  const best = found.reduce((a, b) => (b && b.score > (a?.score ?? 0) ? b : a), undefined);
  // What the case is about still orders the cases of one tier.
  return best && { ...best, score: best.score + (best.why.tier === 'statement' ? 0 : ABOUT * topic.weight) };
}

const ABOUT = 0.35;

/** Within its band a name moves by this much; the rest is left to what the case is about. */
const NAME_SHARE = 0.6;

function nameEvidence(clause: Clause, study: CaseStudy): Evidence | undefined {
  let best: Evidence | undefined;
  for (const lang of clause.latin ? (['zh', 'en'] as const) : (['zh'] as const)) {
    const fit = nameFit(fold(study.customer[lang]), fold(study.title[lang]), clause.text);
    const score = nameBand(fit) + fit * NAME_SHARE;
    if (fit === 0 || (best && best.score >= score)) continue;
    const inCustomer = findWord(fold(study.customer[lang]), clause.text) >= 0;
    best = { score, why: whyText('name', study[inCustomer ? 'customer' : 'title'][lang], clause.text) };
  }
  return best;
}

function whyText(tier: Why['tier'], text: string, word: string): Why {
  const at = fold(text).indexOf(word);
  const ranges: TextRange[] = at < 0 ? [] : [[at, at + word.length]];
  return { tier, text, ranges };
}

function productEvidence(index: SearchIndex, clause: Clause, weighed: Weighed): (Evidence | undefined)[] {
  const products = clause.meanings.filter(({ form }) => form.subject.kind === 'product');
  return products.map((meaning) => productOf(index, meaning, clause, weighed));
}

function productOf(index: SearchIndex, meaning: Meaning, clause: Clause, { reading }: Weighed): Evidence | undefined {
  const { study } = reading;
  const { subject } = meaning.form;
  // A product without a case of its own is answered by its family.
  const id = ownCases(index, subject).length > 0 ? subject.id : index.library.familyOf.get(subject.id);
  const use = study.products.find((one) => one.id === id);
  const isService = study.services.includes(subject.id);
  if (!use && !isService) return undefined;
  const about = statementsAbout(study, use?.id ?? subject.id);
  const alias = meaning.form.alias && meaning.fit === 'whole';
  const isOwn = isService || use?.id === subject.id;
  const band = isOwn ? bandOf(meaning) + FIT_SHARE[meaning.fit] * 0.6 : BAND.product;
  const score = band + (use?.listed ? 0.15 : 0) + 0.05 * Math.min(3, about.length);
  const why = whyText(alias ? 'alias' : 'product', meaning.form.text, clause.text);
  const { workspace } = meaning.form;
  return { score, why: { ...why, subject, place: about[0] ?? 'architecture', ...(workspace && { workspace }) } };
}

/** Places of the statements that are about the product. */
function statementsAbout(study: CaseStudy, id: string): string[] {
  const isAbout = (statement: Statement) => statement.products?.includes(id) === true;
  return STATEMENT_PARTS.flatMap((part) =>
    study[part].flatMap((statement, i) => (isAbout(statement) ? [`${part}-${i}`] : [])),
  );
}

const NUMBER = /^(\d+(?:\.\d+)?)(.*)$/;

/** `30%`, `8000万`: the statement with that very figure. */
function numberEvidence(clause: Clause, topic: Topic, reading: Reading): Evidence | undefined {
  const [, value, unit] = NUMBER.exec(clause.text) ?? [];
  if (!value || topic.weight === 0) return undefined;
  const passage = reading
    .passages()
    .find(({ statement }) =>
      (statement?.figures ?? []).some(
        (figure) => String(figure.value) === value && fold(figure.unit).startsWith(unit ?? ''),
      ),
    );
  if (!passage) return undefined;
  const why = { ...whyText('number', passage.zh, clause.text), place: passage.place };
  return { score: BAND.text + 1, why };
}

function topicEvidence(topic: Topic, reading: Reading): Evidence | undefined {
  if (topic.weight === 0) return undefined;
  const score = BAND.text + topic.weight * 1.9;
  if (topic.mention) return { score, why: whyTopic(topic, topic.mention) };
  return topic.meaning && { score, why: whyFiled(topic.meaning, reading) };
}

/** Filed under it, without saying it so: the statement that is filed is where to look. */
function whyFiled({ form }: Meaning, reading: Reading): Why {
  const { id } = form.subject;
  const place = reading.passages().find(({ statement }) => statement?.problems?.includes(id))?.place;
  return { tier: 'facet', text: form.text, ranges: [], subject: form.subject, ...(place && { place }) };
}

function whyTopic(topic: Topic, mention: Mention): Why {
  const why = whyMention(mention);
  return topic.meaning ? { ...why, subject: topic.meaning.form.subject } : why;
}

/** A Chinese word that stands nowhere just so: how much of it the case answers part by part. */
function partsEvidence({ clause, partWeights: weights, together }: Recall, weighed: Weighed): Evidence | undefined {
  if (weights.length === 0 || (together && !standTogether(weighed.reading, clause.segments))) return undefined;
  let total = 0;
  let covered = 0;
  let graded = 0;
  let shown: Why | undefined;
  let most = 0;
  clause.segments.forEach((segment, i) => {
    const weight = weights[i] ?? 0;
    const { strength, why } = segmentStrength(segment, weighed);
    total += weight;
    covered += weight * (strength >= HALF ? 1 : strength > 0 ? IN_OTHER_WORDS : 0);
    graded += weight * strength;
    if (!why || weight * strength <= most) return;
    shown = why;
    most = weight * strength;
  });
  if (covered / total < ENOUGH || !shown) return undefined;
  return { score: BAND.parts + 0.99 * (graded / total), why: shown };
}

function standTogether(reading: Reading, segments: readonly Segment[]): boolean {
  const passages = reading.zh().text.split('\n');
  return passages.some((text) => segments.every((segment) => text.includes(segment.text)));
}

/** From this strength on a part is answered; said in other words only, it counts a little less. */
const HALF = 0.4;
const IN_OTHER_WORDS = 0.8;

function topicStrength({ weight, direct }: Topic): number {
  if (weight === 0) return 0;
  return direct ? HALF + (1 - HALF) * weight : 0.2 + 0.2 * weight;
}

function segmentStrength(segment: Segment, weighed: Weighed): { strength: number; why?: Why } {
  const { study } = weighed.reading;
  const named = nameFit(fold(study.customer.zh), fold(study.title.zh), segment.text);
  const topic = topicOf(weighed.reading, segment);
  const product = segment.meanings.find(({ form }) => study.products.some(({ id }) => id === form.subject.id));
  const strength = Math.max(named > 0 ? 0.6 + 0.4 * topic.weight : 0, topicStrength(topic), product ? 0.8 : 0);
  const why = topic.mention
    ? whyTopic(topic, topic.mention)
    : named > 0
      ? whyText('name', study.title.zh, segment.text)
      : undefined;
  if (why) return { strength, why };
  const meaning = product ?? topic.meaning;
  if (!meaning) return { strength };
  return {
    strength,
    why: { tier: product ? 'product' : 'facet', text: meaning.form.text, ranges: [], subject: meaning.form.subject },
  };
}

function spelledEvidence(asked: Recall, { number, reading }: Weighed): Evidence | undefined {
  const pinyin = pinyinScore(asked.pinyin?.[number]);
  const initials = initialsScore(asked.initials?.[number]);
  const score = Math.max(pinyin, initials);
  if (score > 0) {
    const term = asked.terms?.get(number);
    const tier = pinyin < initials ? 'initials' : 'pinyin';
    const { customer, title } = reading.study;
    const text = term?.text ?? (HAN.test(customer.zh) ? customer.zh : title.zh);
    return { score, why: { tier, text, ranges: [], ...(term && { subject: term.subject }) } };
  }
  const typo = asked.typos?.get(number);
  return typo && { score: BAND.typo + typo.fit * 0.6, why: { tier: 'typo', text: typo.text, ranges: [] } };
}
