// What the library knows of a product, as the few lines of a hover: its names, how many cases, the best of them for
// this file, how often it stands with the file's other products. Nothing at all without evidence.
import { placeOf } from './cite';
import { companyOf } from './companions';
import { listed, phrase } from './hoverWords';
import type { VotingRoll } from './kin';
import { counts, type Evidence, evidenceFor, type Library, shortName, todayOf } from './library';
import { bold, commandLink, escapeMarkdown } from './markdown';
import { type CaseMatch, kinOf, type SharedProduct } from './match';
import type { CaseStudy, Lang, Product } from './model';
import { comma, countOf, originCount } from './words';

/** A product token and what the file around it is. */
export interface HoverRequest {
  readonly productId: string;
  /** Distinct products of the whole file, this one included. */
  readonly fileProducts: readonly string[];
  /** `casesLike` of the file, best first. */
  readonly matches: readonly CaseMatch[];
  readonly style: 'short' | 'full';
  readonly lang: Lang;
  readonly commands: HoverCommands;
}

/** The commands that links of hovers run; nothing else is trusted. */
export interface HoverCommands {
  readonly openCase: string;
  readonly openProduct: string;
  readonly copyCitation: string;
}

const MOST_CASES = 3;

/** Markdown of at most eight lines (`short`: two), or `undefined` when no case speaks of the product. */
export function productHover(library: Library, roll: VotingRoll, request: HoverRequest): string | undefined {
  const product = library.productById.get(request.productId);
  const evidence = evidenceFor(library, request.productId);
  if (!product || evidence.cases.length === 0) return undefined;
  const names = namesLine(product, request.lang);
  const count = countLine(library, evidence, request);
  const best = bestFor(evidence.cases, request.matches);
  if (request.style === 'short')
    return paragraph([names, [count, ...best.slice(0, 1).map((one) => caseLine(library, one, request))].join(' · ')]);
  const lines = paragraph([names, count, companyLine(library, roll, request)]);
  return [lines, ...best.map((one) => `- ${caseLine(library, one, request)}`)].join('\n');
}

/** Lines of one paragraph; empty ones are left out. */
export function paragraph(lines: readonly (string | undefined)[]): string {
  return lines.filter((line) => line !== undefined && line !== '').join('  \n');
}

/** `**云数据库RDS** · ApsaraDB RDS · today: …`: both languages, and what became of it. */
export function namesLine(product: Product, lang: Lang): string {
  const names = product.zh === product.en ? [bold(product.zh)] : [bold(product.zh), escapeMarkdown(product.en)];
  const later = todayOf(product, lang);
  const today = later === undefined ? [] : [escapeMarkdown(phrase('today', lang, later))];
  return [...names, ...today].join(' · ');
}

/** `4 of 85 cases (via SLB) · all cases`; a team's own cases are counted apart. */
export function countLine(
  library: Library,
  evidence: Evidence,
  request: Pick<HoverRequest, 'productId' | 'lang' | 'commands'>,
): string {
  const { productId, lang, commands } = request;
  const via = viaText(library, evidence, productId, lang);
  const all = commandLink(phrase('allCases', lang), commands.openProduct, [productId]);
  return `${escapeMarkdown(countedIn(library, evidence.cases, lang) + via)} · ${all}`;
}

/** Whose cases they are, where the family stands in (`via SLB`) or adds its own (`with GPU`). */
function viaText(library: Library, { via }: Evidence, productId: string, lang: Lang): string {
  const others = via.filter((id) => id !== productId).map((id) => shortName(library, id, lang));
  if (others.length === 0) return '';
  return phrase(via.includes(productId) ? 'including' : 'via', lang, others.slice(0, 3).join(comma(lang)));
}

/** `4 of 85 cases`, with a team's cases beside: `4 + 1 team`. */
export function countedIn(library: Library, cases: readonly CaseStudy[], lang: Lang): string {
  const all = counts(library, library.cases);
  if (all.imported + all.team === 0) return countOf(cases.length, library.cases.length, lang);
  const [count, total] = [originCount(counts(library, cases), lang), originCount(all, lang)];
  return lang === 'zh' ? `案例：${count}（共 ${total}）` : `cases: ${count} (of ${total})`;
}

function companyLine(library: Library, roll: VotingRoll, request: HoverRequest): string | undefined {
  const company = companyOf(library, roll, request.productId, request.fileProducts);
  if (!company) return undefined;
  const names = company.companions.map((id) => shortName(library, id, request.lang));
  return escapeMarkdown(phrase('withYour', request.lang, listed(names, request.lang), company.count, company.of));
}

interface Best {
  readonly study: CaseStudy;
  /** What the file and the case share. */
  readonly shared: readonly SharedProduct[];
}

/** The cases of the evidence that are most like the file. */
export function bestFor(cases: readonly CaseStudy[], matches: readonly CaseMatch[], most = MOST_CASES): Best[] {
  const among = new Set(cases.map((study) => study.id));
  const best: Best[] = [];
  for (const { study, shared } of matches) {
    if (!among.delete(study.id)) continue;
    best.push({ study, shared });
    if (best.length === most) return best;
  }
  const rest = cases.filter((study) => among.has(study.id)).map((study) => ({ study, shared: [] }));
  return [...best, ...rest].slice(0, most);
}

const MOST_SHARED = 4;

function caseLine(library: Library, { study, shared }: Best, request: HoverRequest): string {
  const own = shared.find(({ productId }) => productId === request.productId)?.as;
  // Where a relative of the file met what it would have met, that is no further product.
  const family = own === undefined ? kinOf(library, request.productId) : [own];
  const ids = new Set(shared.map(({ as }) => as).filter((id) => !family.includes(id)));
  const others = [...ids].map((id) => shortName(library, id, request.lang));
  const also = others.length > 0 ? ` — ${escapeMarkdown(others.slice(0, MOST_SHARED).join(comma(request.lang)))}` : '';
  return `${caseLink(study, request)}${also}`;
}

/** `[customer](open) §1.26 p. 40` */
export function caseLink(
  study: CaseStudy,
  { lang, commands }: { readonly lang: Lang; readonly commands: HoverCommands },
): string {
  return `${commandLink(study.customer[lang], commands.openCase, [study.id])} ${escapeMarkdown(placeOf(study))}`;
}
