// Commands of imports and exports: choose a file, look at the dry run, decide about unknown names, take it over; remove a
// volume; write cases to a file. The core reads and decides, this asks and stores.
import * as vscode from 'vscode';

import type { ExportFormat } from '../core/importing/exportCases';
import type { ImportOptions, ImportPlan, ImportResult, UnknownName } from '../core/importing/importModel';
import type { NameMapping } from '../core/importing/productNames';
import { type Library, originOf } from '../core/library';
import type { CaseStudy } from '../core/model';
import { originLabel } from '../core/words';
import { casesText } from './counts';
import { COMMANDS } from './ids';
import { ImportedVolumes } from './importedVolumes';
import { planDocument, planSummary, wordedProblem } from './importWords';
import type { Services } from './services';
import { contentLanguage } from './settings';

/** Global state: printed product name → product id, or null for none; what the user decided in earlier imports. */
const MAPPING = 'casebook.productNames';

export function registerImporting(services: Services): vscode.Disposable {
  const volumes = new ImportedVolumes(services);
  const command = (id: string, run: (argument: unknown) => Promise<void>) =>
    services.doors.command(id, async (argument?: unknown) => {
      try {
        await run(argument);
      } catch (error) {
        services.log.error(`${id} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        const detail = error instanceof Error ? error.message : String(error);
        void vscode.window.showErrorMessage(vscode.l10n.t('That did not work, and nothing was changed: {0}', detail));
      }
    });
  return vscode.Disposable.from(
    command(COMMANDS.importVolume, (uri) => importVolume(services, volumes, uri)),
    command(COMMANDS.removeVolume, () => removeVolume(volumes)),
    command(COMMANDS.exportCases, (chosen) => exportCommand(services, chosen)),
  );
}

async function importVolume(services: Services, volumes: ImportedVolumes, argument: unknown): Promise<void> {
  const uri = argument instanceof vscode.Uri ? argument : await askForDocument();
  const base = services.store.base();
  if (!uri || !base) return;
  const { IMPORT_CEILING } = require('../core/importing/decode') as typeof import('../core/importing/decode');
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size > IMPORT_CEILING) return refuse(wordedProblem({ code: 'too-large', detail: String(size) }));
  const bytes = await vscode.workspace.fs.readFile(uri);
  const present = await volumes.all();
  const { aliases } = services.store.workspaceAliases;
  const fileName = uri.path.split('/').at(-1) ?? '';
  const today = new Date().toISOString().slice(0, 10);
  for (;;) {
    const mapping = services.context.globalState.get<NameMapping>(MAPPING, {});
    const result = await read(bytes, { base, present, mapping, aliases, fileName, today });
    if (!result) return;
    if (result.problem) return refuse(wordedProblem(result.problem));
    const decision = await decide(result.plans, base.products);
    if (decision === undefined) return;
    if (decision === 'import') return take(volumes, result.plans);
    await services.context.globalState.update(MAPPING, { ...mapping, ...decision });
  }
}

async function askForDocument(): Promise<vscode.Uri | undefined> {
  const filters = { [vscode.l10n.t('Case library')]: ['txt', 'md', 'markdown', 'json'] };
  const [uri] = (await vscode.window.showOpenDialog({ filters, openLabel: vscode.l10n.t('Import') })) ?? [];
  return uri;
}

/** Reads in steps with progress; `undefined` when cancelled, and then nothing happened. */
async function read(bytes: Uint8Array, options: ImportOptions): Promise<ImportResult | undefined> {
  const { importSteps } =
    require('../core/importing/importDocument') as typeof import('../core/importing/importDocument');
  const title = vscode.l10n.t('Reading {0}', options.fileName);
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
    const steps = importSteps(bytes, options);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value;
      progress.report({ message: `${step.value.done}/${step.value.total}` });
      await new Promise((resolve) => setTimeout(resolve));
      if (token.isCancellationRequested) return undefined;
    }
  });
}

interface Choice extends vscode.QuickPickItem {
  readonly act?: 'import' | 'details' | UnknownName;
}

type Decision = 'import' | NameMapping | undefined;

/** The dry run as a list: take it over, read it in full, or say what an unknown name means. */
async function decide(plans: readonly ImportPlan[], products: ImportOptions['base']['products']): Promise<Decision> {
  const { l10n } = vscode;
  const unknown = plans.flatMap((plan) => plan.unknown);
  const canImport = plans.some((plan) => plan.entries.length > 0);
  const choices: Choice[] = [
    ...(canImport
      ? [{ label: `$(check) ${l10n.t('Import')}`, detail: plans.map(planSummary).join(' · '), act: 'import' as const }]
      : []),
    { label: `$(list-unordered) ${l10n.t('Show the plan in full')}`, act: 'details' },
    ...(unknown.length > 0 ? [{ label: l10n.t('Unknown names'), kind: vscode.QuickPickItemKind.Separator }] : []),
    ...unknown.map((one) => ({
      label: `$(question) ${one.name}`,
      description: one.suggestions.map(({ id }) => id).join(', '),
      act: one,
    })),
  ];
  const title = plans.map(({ volume }) => `${volume.title[contentLanguage()]} (${volume.edition})`).join(', ');
  const choice = await vscode.window.showQuickPick(choices, { title, ignoreFocusOut: true });
  if (!choice?.act) return undefined;
  if (choice.act === 'import') return 'import';
  if (choice.act !== 'details') return meaningOf(choice.act, products);
  const content = planDocument(plans);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
  return undefined;
}

async function meaningOf(
  { name, suggestions }: UnknownName,
  products: ImportOptions['base']['products'],
): Promise<NameMapping> {
  const near = new Set(suggestions.map(({ id }) => id));
  const ordered = [
    ...suggestions.flatMap(({ id }) => products.filter((product) => product.id === id)),
    ...products.filter(({ id }) => !near.has(id)),
  ];
  const choices = [
    ...ordered.map(({ id, zh, en }) => ({ label: id, description: zh, detail: en, id: id as string | null })),
    { label: vscode.l10n.t('No product of the library'), description: '', detail: '', id: null },
  ];
  const title = vscode.l10n.t('What is “{0}”?', name);
  const choice = await vscode.window.showQuickPick(choices, { title, matchOnDescription: true, matchOnDetail: true });
  return choice ? { [name]: choice.id } : {};
}

async function take(volumes: ImportedVolumes, plans: readonly ImportPlan[]): Promise<void> {
  const { applyPlan } = require('../core/importing/plan') as typeof import('../core/importing/plan');
  await volumes.keep(plans.filter((plan) => plan.entries.length > 0).map(applyPlan));
  void vscode.window.showInformationMessage(vscode.l10n.t('Imported. {0}', plans.map(planSummary).join(' · ')));
}

function refuse(message: string): void {
  void vscode.window.showWarningMessage(message);
}

async function removeVolume(volumes: ImportedVolumes): Promise<void> {
  const all = await volumes.all();
  if (all.length === 0) return refuse(vscode.l10n.t('No volume has been imported.'));
  const choices = all.map(({ volume, cases }) => ({
    label: volume.title[contentLanguage()],
    description: `${volume.id} · ${volume.edition}`,
    detail: casesText(cases.length),
    id: volume.id,
  }));
  const choice = await vscode.window.showQuickPick(choices, { title: vscode.l10n.t('Remove an imported volume') });
  if (choice) await volumes.remove(choice.id);
}

async function exportCommand({ store }: Services, chosen: unknown): Promise<void> {
  const library = store.library();
  const cases = library && (casesNamed(library, chosen) ?? (await askForCases(library)));
  if (!library || !cases || cases.length === 0) return;
  const formats: { label: string; format: ExportFormat }[] = [
    { label: 'JSON', format: 'json' },
    { label: 'Markdown', format: 'md' },
    { label: 'HTML', format: 'html' },
  ];
  const choice = await vscode.window.showQuickPick(formats, {
    title: vscode.l10n.t('Export {0} as', casesText(cases.length)),
  });
  if (!choice) return;
  const home = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = await vscode.window.showSaveDialog({
    filters: { [choice.label]: [choice.format] },
    ...(home && { defaultUri: vscode.Uri.joinPath(home, `cases.${choice.format}`) }),
  });
  if (!uri) return;
  const { exportCases } = require('../core/importing/exportCases') as typeof import('../core/importing/exportCases');
  const text = exportCases(cases, library, choice.format, contentLanguage());
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** Case ids handed over by a view; anything else asks. */
function casesNamed(library: Library, chosen: unknown): CaseStudy[] | undefined {
  if (!Array.isArray(chosen)) return undefined;
  return chosen.flatMap((id) => (typeof id === 'string' ? (library.caseById.get(id) ?? []) : []));
}

async function askForCases(library: Library): Promise<readonly CaseStudy[] | undefined> {
  const lang = contentLanguage();
  const scope = (label: string, cases: readonly CaseStudy[]) => ({ label, description: String(cases.length), cases });
  const inVolume = (id: string) => library.cases.filter((study) => study.volume === id);
  const scopes = [
    scope(vscode.l10n.t('All cases'), library.cases),
    ...library.data.volumes.map(({ id, title }) => scope(title[lang], inVolume(id))),
    scope(
      originLabel('team', lang),
      library.cases.filter((study) => originOf(library, study) === 'team'),
    ),
  ].filter(({ cases }) => cases.length > 0);
  return (await vscode.window.showQuickPick(scopes, { title: vscode.l10n.t('Which cases?') }))?.cases;
}
