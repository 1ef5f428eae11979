// Commands about cases: from the tree (one or many), from a page, from the palette. Every argument is data of a menu or a
// link: it is looked up before anything happens.
import * as vscode from 'vscode';

import { fullCitation, placeOf } from '../core/cite';
import type { CaseStudy } from '../core/model';
import { isOutlineNode, namedCases, wayOf } from '../core/namedCases';
import { casesMarkdown } from '../core/pages/caseMarkdown';
import { hasPage } from '../core/pages/hasPage';
import { listed } from '../core/pages/pageWords';
import { similarCases } from '../core/pages/similar';
import { MOST_COMPARED, type PageRef, parsePageRef } from '../core/protocol';
import { type CasesView, revealCase } from './casesView';
import { COMMANDS, isInfrastructure } from './ids';
import { favourites } from './memory';
import { setFavourite, step } from './pageActions';
import { pageContext } from './pageContent';
import type { Pages } from './pages';
import type { Services } from './services';
import { contentLanguage } from './settings';

interface Around {
  readonly services: Services;
  readonly pages: Pages;
  readonly cases: CasesView;
}

type Run = (around: Around, node?: unknown, nodes?: unknown) => unknown;

const RUNS: Readonly<Record<string, Run>> = {
  [COMMANDS.openBeside]: (around, node, nodes) => {
    const studies = chosen(around, node, nodes);
    const pages = studies.flatMap(({ id }) => parsePageRef({ kind: 'case', id, ...wayOf(node) }) ?? []);
    around.pages.openBeside(pages);
  },
  [COMMANDS.openOverview]: ({ pages }) => pages.open({ kind: 'overview' }),
  [COMMANDS.openMap]: ({ pages }) => pages.open({ kind: 'map' }),
  [COMMANDS.openGroup]: openGroup,
  [COMMANDS.openIndustry]: (around, id) => openTerm(around, 'industry', id),
  [COMMANDS.openProblem]: (around, id) => openTerm(around, 'problem', id),
  [COMMANDS.compareCases]: compare,
  [COMMANDS.compareWithFile]: compareWithFile,
  [COMMANDS.copyCitations]: copyCitations,
  [COMMANDS.copyCaseMarkdown]: copyMarkdown,
  [COMMANDS.exportSelection]: (around, node, nodes) => {
    const ids = chosen(around, node, nodes).map((study) => study.id);
    return vscode.commands.executeCommand(COMMANDS.exportCases, ids.length > 0 ? ids : undefined);
  },
  [COMMANDS.addFavourite]: (around, node, nodes) => favour(around, node, nodes, true),
  [COMMANDS.removeFavourite]: (around, node, nodes) => favour(around, node, nodes, false),
  [COMMANDS.surpriseMe]: surprise,
  [COMMANDS.revealCase]: async (around, node) => {
    const study = chosen(around, node)[0];
    if (study) await revealCase(around.cases, study.id);
  },
  [COMMANDS.previousCase]: ({ pages }) => step(pages, pages.active, 'previous'),
  [COMMANDS.nextCase]: ({ pages }) => step(pages, pages.active, 'next'),
  [COMMANDS.keepPage]: ({ pages }) => pages.keepActive(),
  [COMMANDS.pageBack]: ({ pages }) => pages.go('back'),
  [COMMANDS.pageForward]: ({ pages }) => pages.go('forward'),
};

export function registerCaseCommands(services: Services, pages: Pages, cases: CasesView): vscode.Disposable {
  const around = { services, pages, cases };
  const commands = Object.entries(RUNS).map(([id, run]) =>
    services.doors.command(id, async (node?: unknown, nodes?: unknown) => {
      try {
        await run(around, node, nodes);
      } catch (error) {
        services.log.error(`${id} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        void vscode.window.showErrorMessage(vscode.l10n.t('That did not work; the log says why.'));
      }
    }),
  );
  return vscode.Disposable.from(...commands);
}

/** The cases that a command is about: tree nodes, ids, else the page in front, else the tree's selection. */
function chosen({ services, pages, cases }: Around, node?: unknown, nodes?: unknown): CaseStudy[] {
  const library = services.store.library();
  if (!library) return [];
  const named = (Array.isArray(nodes) && nodes.length > 0 ? nodes : Array.isArray(node) ? node : [node]).flatMap(
    (one) => namedCases(library, one),
  );
  if (named.length > 0) return [...new Set(named)];
  if (node !== undefined) return [];
  const active = pages.active;
  if (active?.kind === 'case') return namedCases(library, active.id);
  return [...new Set(cases.view.selection.flatMap((one) => namedCases(library, one)))];
}

function openGroup({ services, pages }: Around, node: unknown): void {
  const library = services.store.library();
  const productId = (node as { productId?: unknown } | undefined)?.productId;
  const subject = isOutlineNode(node) && node.kind === 'group' ? node.subject : { kind: 'product', id: productId };
  const page = parsePageRef(subject);
  if (library && page && hasPage(library, page)) pages.open(page);
}

async function openTerm({ services, pages }: Around, kind: 'industry' | 'problem', id: unknown): Promise<void> {
  const library = services.store.library();
  if (!library) return;
  const terms = kind === 'industry' ? library.data.industries : library.data.problems;
  const cases = kind === 'industry' ? library.casesByIndustry : library.casesByProblem;
  if (typeof id === 'string' && terms.some((term) => term.id === id)) {
    pages.open({ kind, id });
    return;
  }
  const lang = contentLanguage();
  const items = terms.map((term) => ({
    label: term[lang],
    description: String(cases.get(term.id)?.length ?? 0),
    id: term.id,
  }));
  const placeHolder = kind === 'industry' ? vscode.l10n.t('Industry') : vscode.l10n.t('Problem');
  const picked = await vscode.window.showQuickPick(items, { placeHolder });
  if (picked) pages.open({ kind, id: picked.id });
}

/** Two to four cases; to a single one others are picked, the most alike first. */
async function compare(around: Around, node?: unknown, nodes?: unknown): Promise<void> {
  const context = pageContext(around.services);
  if (!context) return;
  const given = chosen(around, node, nodes);
  const first = given[0] ?? (await pickCase(context.library.cases, vscode.l10n.t('Case to compare')));
  if (!first) return;
  const others = given.length > 1 ? given.slice(1) : await pickOthers(around, first);
  const studies = [first, ...(others ?? [])];
  if (studies.length > MOST_COMPARED) tellLeftOut(studies.slice(MOST_COMPARED));
  const ids = studies.slice(0, MOST_COMPARED).map((study) => study.id);
  if (ids.length > 1) around.pages.open({ kind: 'compare', ids });
}

function tellLeftOut(studies: readonly CaseStudy[]): void {
  const lang = contentLanguage();
  const names = listed(
    studies.map((study) => study.customer[lang]),
    lang,
  );
  const message = vscode.l10n.t('A comparison holds {0} cases. Left out: {1}', MOST_COMPARED, names);
  void vscode.window.showInformationMessage(message);
}

async function pickOthers({ services }: Around, study: CaseStudy): Promise<CaseStudy[] | undefined> {
  const context = pageContext(services);
  if (!context) return undefined;
  const { library, roll, lang } = context;
  const alike = similarCases(library, roll, study, library.cases.length).map((similar) => similar.study);
  const rest = library.cases.filter((other) => other.id !== study.id && !alike.includes(other));
  const picked = await vscode.window.showQuickPick(
    [...alike, ...rest].map((other) => caseChoice(other)),
    {
      canPickMany: true,
      matchOnDescription: true,
      matchOnDetail: true,
      placeHolder: vscode.l10n.t('Up to three cases beside {0}, the most alike first', study.customer[lang]),
    },
  );
  return picked?.map((choice) => choice.study);
}

async function pickCase(cases: readonly CaseStudy[], placeHolder: string): Promise<CaseStudy | undefined> {
  const options = { matchOnDescription: true, matchOnDetail: true, placeHolder };
  return (await vscode.window.showQuickPick(cases.map(caseChoice), options))?.study;
}

function caseChoice(study: CaseStudy) {
  const lang = contentLanguage();
  return { label: study.customer[lang], description: placeOf(study), detail: study.title[lang], study };
}

/** The case beside the infrastructure file that was in front last. */
async function compareWithFile(around: Around, node?: unknown): Promise<void> {
  const library = around.services.store.library();
  const study =
    chosen(around, node)[0] ?? (library && (await pickCase(library.cases, vscode.l10n.t('Case to compare'))));
  if (!study) return;
  const document = around.pages.lastEditor.document();
  const file = document && isInfrastructure(document) ? document : await pickFile();
  if (!file) return;
  const page: PageRef = { kind: 'fileCompare', uri: file.uri.toString(), caseId: study.id };
  around.pages.open(page, vscode.ViewColumn.Beside);
}

async function pickFile(): Promise<vscode.TextDocument | undefined> {
  const open = vscode.workspace.textDocuments.filter((document) => isInfrastructure(document));
  if (open.length < 2) {
    if (!open[0])
      void vscode.window.showInformationMessage(vscode.l10n.t('Open the infrastructure file to compare first.'));
    return open[0];
  }
  const items = open.map((document) => ({ label: vscode.workspace.asRelativePath(document.uri), document }));
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('File to compare') }))?.document;
}

async function copyCitations(around: Around, node?: unknown, nodes?: unknown): Promise<void> {
  const library = around.services.store.library();
  const studies = chosen(around, node, nodes);
  if (!library || studies.length === 0) return;
  const lang = contentLanguage();
  await vscode.env.clipboard.writeText(studies.map((study) => fullCitation(study, library, lang)).join('\n'));
  const [first, ...others] = studies;
  const said =
    first && others.length === 0
      ? vscode.l10n.t('Citation of {0} copied.', first.id)
      : vscode.l10n.t('{0} citations copied.', studies.length);
  vscode.window.setStatusBarMessage(said, 3000);
}

async function copyMarkdown(around: Around, node?: unknown, nodes?: unknown): Promise<void> {
  const library = around.services.store.library();
  const studies = chosen(around, node, nodes);
  if (!library || studies.length === 0) return;
  await vscode.env.clipboard.writeText(casesMarkdown(studies, library, contentLanguage()));
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied as Markdown.'), 3000);
}

/** Cases that are gone can still be taken off the favourites. */
async function favour(around: Around, node: unknown, nodes: unknown, isWanted: boolean): Promise<void> {
  const kept = favourites(around.services.context);
  const all = Array.isArray(nodes) && nodes.length > 0 ? nodes : [node];
  const gone = all.flatMap((one) => (isOutlineNode(one) && one.kind === 'missing' ? [one.caseId] : []));
  for (const id of [...chosen(around, node, nodes).map((study) => study.id), ...gone]) {
    if (kept.includes(id) !== isWanted) await setFavourite(around.pages, id);
  }
}

/** Any case but the one in front. */
function surprise({ services, pages }: Around): void {
  const active = pages.active;
  const cases = (services.store.library()?.cases ?? []).filter(
    (study) => active?.kind !== 'case' || study.id !== active.id,
  );
  const study = cases[Math.floor(Math.random() * cases.length)];
  if (study) pages.open({ kind: 'case', id: study.id });
}
