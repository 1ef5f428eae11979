// Every id that the manifest and the code share; a test keeps both equal.

export const COMMANDS = {
  openCase: 'casebook.openCase',
  openProduct: 'casebook.openProduct',
  search: 'casebook.search',
  searchProblem: 'casebook.searchProblem',
  searchNumbers: 'casebook.searchNumbers',
  searchSelection: 'casebook.searchSelection',
  keepResults: 'casebook.keepResults',
  clearResults: 'casebook.clearResults',
  groupByIndustry: 'casebook.groupByIndustry',
  groupByProduct: 'casebook.groupByProduct',
  groupByProblem: 'casebook.groupByProblem',
  groupByCustomer: 'casebook.groupByCustomer',
  showLog: 'casebook.showLog',
  insertCitation: 'casebook.insertCitation',
  copyCitation: 'casebook.copyCitation',
  compareFileWithCase: 'casebook.compareFileWithCase',
  statusMenu: 'casebook.statusMenu',
  newCaseFromFile: 'casebook.newCaseFromFile',
  importVolume: 'casebook.importVolume',
  removeVolume: 'casebook.removeVolume',
  exportCases: 'casebook.exportCases',
  openBeside: 'casebook.openBeside',
  openIndustry: 'casebook.openIndustry',
  openProblem: 'casebook.openProblem',
  openOverview: 'casebook.openOverview',
  openMap: 'casebook.openMap',
  openGroup: 'casebook.openGroup',
  compareCases: 'casebook.compareCases',
  compareWithFile: 'casebook.compareWithFile',
  copyCitations: 'casebook.copyCitations',
  copyCaseMarkdown: 'casebook.copyCaseMarkdown',
  exportSelection: 'casebook.exportSelection',
  filterCases: 'casebook.filterCases',
  clearFilter: 'casebook.clearFilter',
  addFavourite: 'casebook.addFavourite',
  removeFavourite: 'casebook.removeFavourite',
  surpriseMe: 'casebook.surpriseMe',
  revealCase: 'casebook.revealCase',
  previousCase: 'casebook.previousCase',
  nextCase: 'casebook.nextCase',
  keepPage: 'casebook.keepPage',
  pageBack: 'casebook.pageBack',
  pageForward: 'casebook.pageForward',
  overrideFormat: 'casebook.overrideFormat',
  openSample: 'casebook.openSample',
  copyAgentInstructions: 'casebook.copyAgentInstructions',
  accessibilityHelp: 'casebook.accessibilityHelp',
  casesLikeThis: 'casebook.casesLikeThis',
  addSuggested: 'casebook.addSuggested',
  workspaceOverview: 'casebook.workspaceOverview',
  report: 'casebook.report',
  adr: 'casebook.adr',
} as const;

export const VIEWS = {
  cases: 'casebook.cases',
  inThisFile: 'casebook.inThisFile',
  results: 'casebook.results',
} as const;

/** Type of all our webview panels; the page inside is told by its state. */
export const PANEL = 'casebook.page';

/** Type of the panels that hold a review. */
export const REVIEW_PANEL = 'casebook.review';

/** Scheme of the read-only texts of cases that Go to Definition shows. */
export const CASE_SCHEME = 'casebook-case';

/** Scheme of the help for keyboard and screen reader users. */
export const HELP_SCHEME = 'casebook-help';

/** What a drag of cases carries: their ids, one a line. */
export const CASE_IDS = 'application/vnd.casebook.case-ids';

/** Language ids in which infrastructure YAML is written; plain selectors, so that we answer beside the YAML extension. */
export const LANGUAGES = ['yaml', 'dockercompose', 'ros-template-yaml', 'helm', 'ansible'] as const;

/** Selects the languages of infrastructure files. */
export const INFRASTRUCTURE = LANGUAGES.map((language) => ({ language }));

/** Whether a document is in one of these languages. */
export function isInfrastructure({ languageId }: { readonly languageId: string }): boolean {
  return LANGUAGES.some((language) => language === languageId);
}
