// The end of a report: what was not recognised, and where everything is from.
import { fullCitation } from '../cite';
import type { CaseStudy } from '../model';
import type { Inline, ReportBlock, ReportContext } from './reportBlocks';
import { capped, MOST_CITED, MOST_FILES, MOST_PLACES, paragraph, TOLD } from './reportParts';
import { nameList, unreadWords } from './reviewWords';

export function unreadBlocks({ review, library, lang }: ReportContext): ReportBlock[] {
  const zh = lang === 'zh';
  const { files } = review.architecture;
  const isLone = files.length === 1;
  const unread = files.flatMap((file): Inline[][] => {
    if (file.unread) return [[{ code: file.file }, ` — ${unreadWords(file.unread, lang)}`]];
    const foreign = file.documents.filter(({ format, code }) => format === 'none' && code !== 'empty');
    if (file.formats.length === 0) return [[{ code: file.file }, zh ? ' — 不是已知格式' : ' — of no known format']];
    return foreign.map(({ line }) => [
      { code: `${file.file}:${line + 1}` },
      zh ? ' — 文档不是已知格式' : ' — a document of no known format',
    ]);
  });
  const names = new Map<string, string[]>();
  for (const file of files) {
    for (const { text, line } of file.unknown) {
      const place = isLone ? String(line + 1) : `${file.file}:${line + 1}`;
      names.set(text, [...(names.get(text) ?? []), place]);
    }
  }
  const unknown = [...names].map(([text, places]): Inline[] => [
    { code: text },
    ` — ${isLone && !zh ? 'line ' : isLone ? '行 ' : ''}${places.slice(0, MOST_PLACES).join(', ')}${places.length > MOST_PLACES ? ` (+${places.length - MOST_PLACES})` : ''}${zh ? '，不对应已知产品' : ': no product that we know'}`,
  ]);
  const without = zh
    ? `没有案例用到：${nameList(library, review.withoutCase, lang)}`
    : `No case uses ${nameList(library, review.withoutCase, lang)}.`;
  const items = [
    ...capped(unread, MOST_FILES, lang),
    ...capped(unknown, MOST_FILES, lang),
    ...(review.withoutCase.length > 0 ? [[without]] : []),
  ];
  return items.length > 0 ? [{ kind: 'list', items }] : [paragraph(zh ? '全部已识别。' : 'Everything was recognised.')];
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
