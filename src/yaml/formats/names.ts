// File names that tell a format when the content does not: values of a chart, variables of a role, an empty s.yaml.
import type { Format } from '../model';

export interface NameRule {
  readonly format: Format;
  /** Matches the path; what it matches is shown as the reason. */
  readonly pattern: RegExp;
  /** Top keys that speak against it. */
  readonly unless?: readonly string[];
}

/** `architecture.yaml`, `arch.yaml`, alone or behind a name: `shop.arch.yaml`. An empty file of that name is to become a sketch. */
export const SKETCH_NAME = /(?:^|\/)(?:[^/]+\.)?arch(?:itecture)?\.ya?ml$/;

/** In order; the first that matches decides. */
export const NAME_RULES: readonly NameRule[] = [
  { format: 'architecture', pattern: SKETCH_NAME },
  { format: 'helm', pattern: /(?:^|\/)Chart\.ya?ml$/ },
  { format: 'helm', pattern: /(?:^|\/)values[\w.-]*\.ya?ml$/ },
  { format: 'helm', pattern: /(?:^|\/)[\w.-]+[-_]values\.ya?ml$/ },
  { format: 'helm', pattern: /(?:^|\/)charts?\/(?:[^/]+\/)*templates\/[^/]+\.(?:ya?ml|tpl)$/ },
  { format: 'helm', pattern: /(?:^|\/)ci\/[\w.-]*values[\w.-]*\.ya?ml$/ },
  { format: 'compose', pattern: /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/ },
  { format: 'pulumi', pattern: /(?:^|\/)(?:Pulumi|PulumiPlugin)(?:\.[\w-]+)?\.ya?ml$/ },
  { format: 'serverless-devs', pattern: /(?:^|\/)s(?:_\w+|\.\w+)?\.ya?ml$/ },
  {
    format: 'ansible',
    pattern: /(?:^|\/)roles\/[^/]+\/(?:[^/]+\/)*(?:tasks|handlers|defaults|vars|meta)\/(?:[^/]+\/)*[^/]+\.ya?ml$/,
  },
  { format: 'ansible', pattern: /(?:^|\/)(?:group_vars|host_vars)\/(?:[^/]+\/)*[^/]+\.ya?ml$/ },
  { format: 'ansible', pattern: /(?:^|\/)playbooks?\/(?:[^/]+\/)*[^/]+\.ya?ml$/ },
  { format: 'ansible', pattern: /(?:^|\/)(?:galaxy|site|requirements)\.ya?ml$/, unless: ['dependencies', 'services'] },
];
