// The end of a report: what was not recognised, and where everything is from.
import { fullCitation } from '../cite';
import type { CaseStudy, Lang } from '../model';
import type { ArchitectureFile } from './architecture';
import type { Inline, ReportBlock, ReportContext } from './reportBlocks';
import { capped, MOST_CITED, MOST_FILES, paragraph, placesOf, TOLD } from './reportParts';
import { formatWord, soughtWords, unreadWords } from './reviewWords';

export function unreadBlocks({ review, lang }: ReportContext): ReportBlock[] {
  const zh = lang === 'zh';
  const { files } = review.architecture;
  const unread = files.flatMap((file) => unreadOf(file, lang));
  const names = new Map<string, { readonly file: string; readonly line: number }[]>();
  for (const { file, unknown } of files) {
    for (const { text, line } of unknown) names.set(text, [...(names.get(text) ?? []), { file, line }]);
  }
  const unknown = [...names].map(([text, places]): Inline[] => [
    { code: text },
    ' — ',
    ...placesOf(places, review.architecture, lang),
    zh ? '，不对应已知产品' : ': no product that we know',
  ]);
  const items = [...capped(unread, MOST_FILES, lang), ...capped(unknown, MOST_FILES, lang), ...unsoughtOf(files, lang)];
  if (items.length > 0) return [{ kind: 'list', items }];
  return [paragraph(zh ? '资源类型和镜像都已识别。' : 'Every resource type and image was recognised.')];
}

/** A file, or documents of it, that told nothing. */
function unreadOf({ file, unread, documents, formats }: ArchitectureFile, lang: Lang): Inline[][] {
  const zh = lang === 'zh';
  if (unread) return [[{ code: file }, ` — ${unreadWords(unread, lang)}`]];
  if (formats.length === 0) return [[{ code: file }, zh ? ' — 不是已知格式' : ' — of no known format']];
  const foreign = documents.filter(({ format, code }) => format === 'none' && code !== 'empty');
  return foreign.map(({ line }) => [
    { code: `${file}:${line + 1}` },
    zh ? ' — 文档不是已知格式' : ' — a document of no known format',
  ]);
}

/** The formats whose names were not all looked through: of those a report cannot say that it knew every one. */
function unsoughtOf(files: readonly ArchitectureFile[], lang: Lang): Inline[][] {
  const formats = [...new Set(files.flatMap((file) => file.formats))].sort();
  return formats.flatMap((format): Inline[][] => {
    const words = soughtWords(format, lang);
    return words === undefined ? [] : [[`${formatWord(format, lang)} — ${words}`]];
  });
}

/** Every case that the report names, and how old what it says is. */
export function sourceBlocks({ review, library, lang }: ReportContext): ReportBlock[] {
  const zh = lang === 'zh';
  const cited = new Map<string, CaseStudy>();
  for (const { study } of review.matches.slice(0, TOLD)) cited.set(study.id, study);
  const asked = [...review.questions, ...review.answered.map(({ question }) => question)];
  for (const { cases } of asked) for (const study of cases.slice(0, MOST_CITED)) cited.set(study.id, study);
  if (cited.size === 0) return [paragraph('—')];
  const items = [...cited.values()].map((study): Inline[] => [
    { text: study.id, caseId: study.id },
    ` — ${fullCitation(study, library, lang)}`,
  ]);
  const dates = [...new Set([...cited.values()].map((study) => library.volumeById.get(study.volume)?.date ?? ''))]
    .filter(Boolean)
    .sort();
  const age = zh
    ? `数字与产品名以资料日期为准：${dates.join('、')}。`
    : `Figures and product names are as of the source: ${dates.join(', ')}.`;
  return [{ kind: 'list', items }, ...(dates.length > 0 ? [paragraph(age)] : [])];
}
