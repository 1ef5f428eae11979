// The manifest and the code say the same: commands, views, settings, activation, and both languages of every string.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { TOOLS } from '../../../src/core/agents/tools';
import { COMMANDS, LANGUAGES, PANEL, REVIEW_PANEL, VIEWS } from '../../../src/host/ids';
import { SKETCH_NAME } from '../../../src/yaml/formats/names';
import { sourcesUnder } from '../../support/imports';

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const manifest = json('package.json');
const host = sourcesUnder('src').filter((file) => file.startsWith('src/host/') || file.startsWith('src/extension'));
const hostText = host.map((file) => readFileSync(file, 'utf8')).join('\n');

describe('manifest', () => {
  test('every declared command is in the code, and every command of the code is declared or internal', () => {
    const declared = manifest.contributes.commands.map((entry: { command: string }) => entry.command);
    expect([...declared].sort()).toEqual(
      Object.values(COMMANDS)
        .filter((id) => !id.includes('._'))
        .sort(),
    );
  });

  test('every declared view is in the code', () => {
    const declared = Object.values(manifest.contributes.views).flat() as { id: string }[];
    expect(declared.map((view) => view.id).sort()).toEqual(Object.values(VIEWS).sort());
  });

  test('the schema of sketches is for the names of sketches', () => {
    const schema = manifest.contributes.yamlValidation.find(({ url }: { url: string }) => /architecture/.test(url));
    const names = schema.fileMatch.map((glob: string) => glob.replace('*', 'shop'));
    expect(names.filter((name: string) => !SKETCH_NAME.test(name))).toEqual([]);
    for (const name of ['arch.yaml', 'architecture.yml', 'shop.arch.yml', 'shop.architecture.yaml'])
      expect(names).toContain(name);
  });

  test('every setting is read in the code', () => {
    const keys = Object.keys(manifest.contributes.configuration.properties);
    const conditions = [...JSON.stringify(manifest).matchAll(/config\.casebook\.\w+/g)].map(String);
    const unread = keys.filter(
      (key) => !hostText.includes(`'${key.replace(/^casebook\./, '')}'`) && !conditions.includes(`config.${key}`),
    );
    expect(unread).toEqual([]);
    expect(keys.length).toBeLessThanOrEqual(20);
  });

  test('starts on our languages, a folder of team cases, our panels, our links, our views and commands only', () => {
    const events: string[] = manifest.activationEvents;
    const expected = [
      ...LANGUAGES.map((language) => `onLanguage:${language}`),
      `onWebviewPanel:${PANEL}`,
      `onWebviewPanel:${REVIEW_PANEL}`,
      'onUri',
      'workspaceContains:.casebook/cases', // a plain path is looked up, a pattern would be searched for
    ];
    expect([...events].sort()).toEqual(expected.sort());
  });

  test('the language model tools are those of the core, word for word', () => {
    const declared = manifest.contributes.languageModelTools.map((tool: Record<string, unknown>) => ({
      name: String(tool.name).replace(/^casebook_/, ''),
      description: tool.modelDescription,
      inputSchema: tool.inputSchema,
    }));
    expect(declared).toEqual(TOOLS);
    for (const { name, displayName, userDescription } of manifest.contributes.languageModelTools) {
      expect([name, displayName, userDescription]).toEqual([
        expect.stringMatching(/^casebook_/),
        expect.stringMatching(/^%/),
        expect.stringMatching(/^%/),
      ]);
    }
  });

  test('the MCP server is declared as it is registered, and off until asked for', () => {
    const [provider] = manifest.contributes.mcpServerDefinitionProviders;
    expect(hostText).toContain(`MCP_PROVIDER = '${provider.id}'`);
    expect(manifest.contributes.configuration.properties['casebook.mcp'].default).toBe(false);
  });

  test('what the Marketplaces ask for is there', () => {
    expect(manifest.categories.length).toBeGreaterThan(0);
    expect(manifest.keywords.length).toBeLessThanOrEqual(30);
    expect(manifest.galleryBanner.color).toMatch(/^#[0-9a-f]{6}$/);
    const icon = readFileSync(manifest.icon);
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([256, 256]);
  });

  test('two runtime dependencies', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['fuse.js', 'yaml']);
  });
});

describe('walkthrough', () => {
  const steps: { id: string; media: { svg: string }; completionEvents: string[] }[] =
    manifest.contributes.walkthroughs.flatMap((walkthrough: { steps: object[] }) => walkthrough.steps);
  const words = ['package.nls.json', 'package.nls.zh-cn.json'].map(json);
  const commands: string[] = Object.values(COMMANDS);
  const known = (id: string) => commands.includes(id) || Object.values(VIEWS).some((view) => id === `${view}.focus`);

  test('has four or five steps, and every step ends by doing it', () => {
    expect([4, 5]).toContain(steps.length);
    for (const { completionEvents } of steps) {
      for (const event of completionEvents) {
        const [, kind, id = ''] = /^(onCommand|onView):(.+)$/.exec(event) ?? [];
        expect(kind === 'onView' ? Object.values(VIEWS) : commands, event).toContain(id);
      }
      expect(completionEvents.length).toBeGreaterThan(0);
    }
  });

  test('every step has one button, in both languages the same, to a command that exists', () => {
    for (const { id } of steps) {
      const links = words.map(
        (texts) => [...texts[`walkthrough.${id}.text`].matchAll(/\]\(command:([^)]+)\)/g)].flat()[1],
      );
      expect(links[0]).toBe(links[1]);
      const [command = '', argument] = String(links[0]).replace('toSide:', '').split('?');
      expect(known(command), command).toBe(true);
      if (argument) expect(Array.isArray(JSON.parse(decodeURIComponent(argument)))).toBe(true);
    }
  });

  test('its pictures take every colour from the theme', () => {
    for (const { media } of steps) {
      const colours = readFileSync(media.svg, 'utf8').match(/(?:fill|stroke)="[^"]*"/g) ?? [];
      expect(colours.filter((colour) => !/"(none|var\(--vscode-[\w-]+.*\))"/.test(colour))).toEqual([]);
    }
  });
});

describe('labels', () => {
  const commands: { command: string; title?: string; icon?: string; category?: string }[] =
    manifest.contributes.commands;

  test('every command has a title and our category, so that icons have a name', () => {
    expect(commands.filter(({ title, category }) => !title || category !== '%category%')).toEqual([]);
  });

  test('every view has a name, an icon for where it is moved, and accessible help', () => {
    const views = Object.values(manifest.contributes.views).flat() as Record<string, string>[];
    for (const { id, name, icon, accessibilityHelpContent } of views) {
      expect([id, name, icon, accessibilityHelpContent]).toEqual([
        id,
        expect.any(String),
        expect.any(String),
        expect.stringMatching(/^%help\./),
      ]);
    }
  });

  test('every submenu has a label', () => {
    expect(manifest.contributes.submenus.filter(({ label }: { label?: string }) => !label)).toEqual([]);
  });

  test('only favourites can be taken off the favourites, gone or not', () => {
    const menu: { command: string; when: string }[] = manifest.contributes.menus['view/item/context'];
    const patterns = menu
      .filter(({ command }) => command === COMMANDS.removeFavourite)
      .map(({ when }) => /viewItem (?:== (\S+)|=~ \/(.+)\/)/.exec(when) ?? [])
      .map(([, exactly, pattern]) => new RegExp(pattern ?? `^${exactly}$`));
    const offered = (viewItem: string) => patterns.some((pattern) => pattern.test(viewItem));
    expect(['case.favourite', 'missing.favourite', 'case', 'missing'].map(offered)).toEqual([true, true, false, false]);
  });

  test('commands that need an argument are not in the palette, or say what they need', () => {
    const hidden = manifest.contributes.menus.commandPalette.map(({ command }: { command: string }) => command);
    expect(hidden.filter((id: string) => !commands.some(({ command }) => command === id))).toEqual([]);
  });
});

describe('two languages', () => {
  const english = json('package.nls.json');
  const chinese = json('package.nls.zh-cn.json');

  test('every manifest string exists in both', () => {
    const used = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
    expect(Object.keys(english).sort()).toEqual([...new Set(used)].sort());
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
  });

  test('everything that the manifest shows is a localised string', () => {
    const shown = /^(title|label|displayName|userDescription|markdownDescription|description|contents|altText|name)$/;
    const literal: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, child] of Object.entries(value)) {
        const at = `${path}.${key}`;
        if (/\.(inputSchema|\w*[eE]numDescriptions)$/.test(at)) {
          if (Array.isArray(child))
            literal.push(...child.filter((text) => !/^%/.test(text)).map((text) => `${at}: ${text}`));
        } else if (typeof child !== 'string') walk(child, at);
        else if (shown.test(key) && !/^%[\w.-]+%$/.test(child)) literal.push(`${at}: ${child}`);
      }
    };
    walk(manifest.contributes, '');
    const names = /: (Cloud Casebook|casebook_\w+)$/; // the product's own name, and names for models
    expect(literal.filter((entry) => !names.test(entry))).toEqual([]);
  });

  test('no string is left in the other language', () => {
    const bare = (text: string) => text.replace(/\[[^\]]*\]\([^)]*\)|`[^`]*`/g, '');
    const missed = Object.keys(english).filter(
      (key) => bare(chinese[key]).trim() !== '' && !/\p{Script=Han}/u.test(chinese[key]),
    );
    expect(missed).toEqual([]);
    const names = new Set(['displayName', 'description']); // bilingual, as the Marketplaces show only these
    expect(Object.keys(english).filter((key) => !names.has(key) && /\p{Script=Han}/u.test(bare(english[key])))).toEqual(
      [],
    );
  });

  test('every run-time string has a Chinese one, and no Chinese one is left over', () => {
    const said = new Set<string>();
    for (const file of sourcesUnder('src')) for (const text of localised(readFileSync(file, 'utf8'))) said.add(text);
    expect(Object.keys(json('l10n/bundle.l10n.zh-cn.json')).sort()).toEqual([...said].sort());
    expect(readdirSync('l10n')).toEqual(['bundle.l10n.zh-cn.json']);
  });
});

/** The literal first arguments of `l10n.t(…)`. */
function localised(source: string): string[] {
  const single = source.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g);
  const double = source.matchAll(/l10n\.t\(\s*"((?:[^"\\]|\\.)*)"/g);
  return [...single, ...double].map(([, text = '']) => text.replace(/\\(['"\\])/g, '$1').replace(/\\n/g, '\n'));
}
