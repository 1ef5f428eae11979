// What the view of the active file shows, as plain nodes: what the file was taken for, its products by line, the cases
// nearest to it, what they ask. Nothing here touches the editor's widgets.
import * as vscode from 'vscode';

import { placeOf } from '../core/cite';
import { type Library, productName, shortName } from '../core/library';
import type { CaseStudy, Lang } from '../core/model';
import { kOfN } from '../core/pages/pageWords';
import type { Architecture, Sign } from '../core/review/architecture';
import type { OpenQuestion } from '../core/review/questions';
import type { Review, ReviewMatch } from '../core/review/review';
import { reviewFiles } from '../core/review/reviewFiles';
import { questionWords, thinWords, tierWord, unreadWords } from '../core/review/reviewWords';
import type { Reading } from '../yaml/reader';
import { formatName, reasonText } from './formatWords';
import { linesOfDocument } from './readings';
import type { Services } from './services';
import { contentLanguage } from './settings';
import type { FileNode } from './treeNodes';

const MOST_CASES = 8;

/** The rows for a document; one row that says why when there is nothing to show. */
export function fileNodes(services: Services, document: vscode.TextDocument): readonly FileNode[] {
  const library = services.store.library();
  const roll = services.store.roll();
  if (!library || !roll) return [note('library', services.store.failure ?? '')];
  const reading = services.readings.of(document);
  const formats = formatNodes(reading);
  if (reading.mentions.length === 0) {
    return [...formats, note('nothing', vscode.l10n.t('No cloud product was recognised in this file.'))];
  }
  const lang = contentLanguage();
  const { signsOf } = require('../yaml/signs') as typeof import('../yaml/signs');
  const signs = signsOf(reading, linesOfDocument(document), vscode.workspace.asRelativePath(document.uri));
  const { unread } = signs.file;
  if (unread) return [...formats, note('unread', unreadWords(unread, lang))];
  const review = reviewFiles(library, roll, [signs]);
  return [
    ...formats,
    productGroup(review.architecture, library, lang),
    caseGroup(review, library, lang),
    ...questionGroup(review, library, lang),
  ];
}

function formatNodes({ documents, skipped }: Reading): FileNode[] {
  if (skipped) return [note('skipped', vscode.l10n.t('not read: {0}', unreadWords(skipped, contentLanguage())))];
  const known = documents.filter(({ format }) => format !== 'none');
  return (known.length > 0 ? known : documents.slice(0, 1)).map(({ format, because }, i) => ({
    id: `format/${i}`,
    kind: 'format',
    label: formatName(format),
    description: reasonText(because),
    icon: format === 'none' ? 'question' : 'file-code',
  }));
}

function productGroup({ products }: Architecture, library: Library, lang: Lang): FileNode {
  const children = [...products]
    .sort((a, b) => (a.signs[0]?.line ?? 0) - (b.signs[0]?.line ?? 0))
    .map(({ productId, tier, signs }): FileNode => {
      const places = signs.map((sign, i) => placeNode(sign, `product/${productId}/${i}`, lang));
      const line = signs[0]?.line ?? 0;
      return {
        id: `product/${productId}`,
        kind: 'product',
        label: shortName(library, productId, lang),
        description: `${vscode.l10n.t('line {0}', line + 1)} · ${tierWord(tier, lang)}`,
        icon: tier === 'image' ? 'server-environment' : 'package',
        line,
        productId,
        tooltip: productName(library, productId, lang),
        ...(places.length > 1 && { children: places }),
      };
    });
  return group('products', vscode.l10n.t('Products'), String(children.length), children);
}

function placeNode({ line, tier, because }: Sign, id: string, lang: Lang): FileNode {
  const description = `${because} · ${tierWord(tier, lang)}`;
  return { id, kind: 'place', label: vscode.l10n.t('line {0}', line + 1), description, icon: 'location', line };
}

function caseGroup(review: Review, library: Library, lang: Lang): FileNode {
  const { matches, thin } = review;
  const reasons = thin.map((reason, i) => note(`thin/${i}`, thinWords(reason, library, lang)));
  const cases = matches.slice(0, MOST_CASES).map((match) => matchNode(match, library, lang));
  const count = cases.length < matches.length ? kOfN(cases.length, matches.length, lang) : String(matches.length);
  const description = thin.length > 0 ? vscode.l10n.t('no strong match') : count;
  return group('cases', vscode.l10n.t('Closest cases'), description, [...reasons, ...cases]);
}

function matchNode(match: ReviewMatch, library: Library, lang: Lang): FileNode {
  const { study } = match;
  const names = (ids: readonly string[]) => ids.map((id) => shortName(library, id, lang)).join(' · ') || '–';
  const shared = names(match.shared.map(({ productId }) => productId));
  return {
    ...caseNode(study, `case/${study.id}`, lang),
    description: `${vscode.l10n.t('{0} shared', match.shared.length)} · ${placeOf(study)}`,
    tooltip: [
      study.title[lang],
      vscode.l10n.t('Shared: {0}', shared),
      vscode.l10n.t('Only in this file: {0}', names(match.missing)),
      vscode.l10n.t('Only in the case: {0}', names(match.extra)),
    ].join('\n'),
  };
}

function questionGroup({ questions }: Review, library: Library, lang: Lang): FileNode[] {
  if (questions.length === 0) return [];
  const nodes = questions.map((question) => questionNode(question, library, lang));
  return [group('questions', vscode.l10n.t('Open questions'), String(nodes.length), nodes)];
}

function questionNode(question: OpenQuestion, library: Library, lang: Lang): FileNode {
  const { productId, cases } = question;
  return {
    id: `question/${productId}`,
    kind: 'question',
    label: questionWords(question, library, lang),
    icon: 'comment-discussion',
    productId,
    children: cases.map((study) => caseNode(study, `question/${productId}/${study.id}`, lang)),
  };
}

function caseNode(study: CaseStudy, id: string, lang: Lang): FileNode {
  return {
    id,
    kind: 'case',
    label: study.customer[lang],
    description: placeOf(study),
    icon: 'book',
    caseId: study.id,
    tooltip: study.title[lang],
  };
}

function group(id: string, label: string, description: string, children: readonly FileNode[]): FileNode {
  const icon = { products: 'package', cases: 'library', questions: 'comment-discussion' }[id] ?? 'list-unordered';
  return { id, kind: 'group', label, description, icon, children };
}

function note(id: string, label: string): FileNode {
  return { id, kind: 'note', label, icon: 'info' };
}
