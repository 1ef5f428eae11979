// How a review is worded, in both languages: formats and why, reasons, confidence, tiers. Sentences live here so that
// Markdown, HTML and the page say the same.
import { type Library, shortName } from '../library';
import type { CaseMatch, SharedProduct } from '../match';
import type { CaseStudy, Lang } from '../model';
import { chinese, comma, plural } from '../words';
import type { DocumentNote, SignTier, UnreadReason } from './architecture';
import type { OpenQuestion } from './questions';
import type { ReviewMatch, ThinReason } from './review';

const TIERS: Readonly<Record<SignTier, Record<Lang, string>>> = {
  declared: { zh: '声明的资源', en: 'declared' },
  configured: { zh: '配置中引用', en: 'configured' },
  written: { zh: '写在脚本或嵌套文本里', en: 'written in a script' },
  image: { zh: '自建镜像', en: 'self-hosted image' },
};

export function tierWord(tier: SignTier, lang: Lang): string {
  return TIERS[tier][lang];
}

/** `4 declared, 2 self-hosted images` */
export function restsOnWords({ restsOn }: ReviewMatch, lang: Lang): string {
  const parts = restsOn.map(({ tier, count }) => {
    if (lang === 'zh') return `${tierWord(tier, lang)} ${count} 个`;
    return tier === 'image' ? plural(count, tierWord(tier, lang)) : `${count} ${tierWord(tier, lang)}`;
  });
  return parts.join(comma(lang));
}

const CONFIDENCE: Readonly<Record<ReviewMatch['confidence'], Record<Lang, string>>> = {
  strong: { zh: '强', en: 'strong' },
  fair: { zh: '一般', en: 'fair' },
  thin: { zh: '弱', en: 'thin' },
};

export function confidenceWord(confidence: ReviewMatch['confidence'], lang: Lang): string {
  return CONFIDENCE[confidence][lang];
}

/** Names joined as one would write them: `RDS MySQL、OSS` or `RDS MySQL, OSS`. */
export function nameList(library: Library, ids: readonly string[], lang: Lang): string {
  return ids.map((id) => shortName(library, id, lang)).join(comma(lang));
}

/** `RDS MySQL、SLB 和 OSS`, `RDS MySQL, SLB and OSS`: a list inside a sentence. */
export function sentenceList(library: Library, ids: readonly string[], lang: Lang): string {
  const names = ids.map((id) => shortName(library, id, lang));
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  const others = names.slice(0, -1).join(comma(lang));
  return lang === 'zh' ? chinese`${others} 和 ${last}` : `${others} and ${last}`;
}

/**
 * The sum that makes the score: `OSS 14 + ALB (SLB) 11 = 25 of 40, also ECS`. A family member says what it met; what
 * counts nothing stands behind.
 */
export function scoreWords(match: CaseMatch, library: Library, lang: Lang): string {
  const name = ({ productId, as }: SharedProduct) =>
    as === productId
      ? shortName(library, productId, lang)
      : `${shortName(library, productId, lang)} (${shortName(library, as, lang)})`;
  const terms = match.shared.filter(({ points }) => points > 0).map((one) => `${name(one)} ${one.points}`);
  const others = match.shared.filter(({ points }) => points === 0).map(name);
  const sum = terms.length > 1 ? `${terms.join(' + ')} = ${match.points}` : (terms[0] ?? '0');
  const whole = lang === 'zh' ? `${sum}，满分 ${match.of}` : `${sum} of ${match.of}`;
  if (others.length === 0) return whole;
  return lang === 'zh' ? `${whole}；另有 ${others.join('、')}` : `${whole}; also ${others.join(', ')}`;
}

/** How points are counted, once beside the list. */
export const POINTS_NOTE: Readonly<Record<Lang, string>> = {
  zh: '共有的产品按稀有程度计分：用到它的案例越少，分越高；ECS 这类通用产品与其他产品并列时不计分，没有案例的产品计 10 分；手写、配置和镜像等较弱的迹象，以及由同族产品代替的，只计一部分。满分是本架构全部产品的得分，加上案例多出的产品得分的五分之一。计分由我们推算，不出自原文。',
  en: 'A shared product counts more points the fewer cases use it; generic ones such as ECS score nothing beside others, and one without a case scores 10; weaker signs (configured, written, images) and relatives that stand in score a part. Full marks are the points of all products here plus a fifth of the points of those that only the case has. The points are ours, not the source’s.',
};

const FORMATS: Readonly<Record<string, Record<Lang, string>>> = {
  ros: { zh: 'ROS 模板', en: 'ROS template' },
  oos: { zh: 'OOS 模板', en: 'OOS template' },
  kubernetes: { zh: 'Kubernetes 清单', en: 'Kubernetes manifest' },
  helm: { zh: 'Helm Chart', en: 'Helm chart' },
  compose: { zh: 'Compose 文件', en: 'Compose file' },
  'serverless-devs': { zh: 'Serverless Devs', en: 'Serverless Devs' },
  pulumi: { zh: 'Pulumi', en: 'Pulumi' },
  crossplane: { zh: 'Crossplane', en: 'Crossplane' },
  kubevela: { zh: 'KubeVela', en: 'KubeVela' },
  ansible: { zh: 'Ansible', en: 'Ansible' },
  architecture: { zh: '架构草图', en: 'Architecture sketch' },
};

export function formatWord(format: string, lang: Lang): string {
  return FORMATS[format]?.[lang] ?? format;
}

/**
 * Among which names of a format those of no known product are looked for: all that it has, or some. What is not in the
 * table is not looked through at all. The YAML layer's `unknownNames` is what does it.
 */
const SOUGHT: Readonly<Record<string, 'all' | Record<Lang, string>>> = {
  ros: 'all',
  oos: 'all',
  kubernetes: 'all',
  compose: 'all',
  'serverless-devs': 'all',
  pulumi: 'all',
  architecture: 'all',
  crossplane: {
    zh: '阿里云 Provider 的资源类型和容器镜像',
    en: 'resource types of Alibaba Cloud’s providers and container images',
  },
  helm: { zh: '写明的镜像和阿里云资源类型', en: 'images and Alibaba Cloud types that are written out' },
  kubevela: { zh: 'alibaba- 开头的组件类型和镜像', en: 'component types that start with alibaba- and images' },
  ansible: {
    zh: '阿里云模块（ali_ 等）和容器镜像',
    en: 'modules of Alibaba Cloud (ali_ and so on) and container images',
  },
};

/** What a report must say of a format before it may say that it knew every name; `undefined` where there is nothing to say. */
export function soughtWords(format: string, lang: Lang): string | undefined {
  const sought = SOUGHT[format];
  if (sought === 'all') return undefined;
  if (!sought) return lang === 'zh' ? '不查找无法识别的名称' : 'unknown names are not looked for';
  return lang === 'zh'
    ? chinese`只在 ${sought.zh} 中查找无法识别的名称`
    : `unknown names are looked for only among ${sought.en}`;
}

/** Why a document was taken for its format. */
export function reasonWords({ code, detail }: DocumentNote, lang: Lang): string {
  const zh = lang === 'zh';
  switch (code) {
    case 'override':
      return zh ? '由你指定' : 'as you set it';
    case 'key':
      return zh ? `有键 ${detail}` : `key ${detail}`;
    case 'keys':
      return zh ? `有 ${detail}` : `holds ${detail}`;
    case 'file-name':
      return zh ? `文件名 ${detail}` : `file name ${detail}`;
    case 'language':
      return zh ? `编辑器语言 ${detail}` : `editor language ${detail}`;
    default:
      return detail || code;
  }
}

export function unreadWords({ code, detail }: UnreadReason, lang: Lang): string {
  const zh = lang === 'zh';
  switch (code) {
    case 'too-large':
      return zh ? `文件过大（${detail} 个字符）` : `too large (${detail} characters)`;
    case 'long-line':
      return zh ? `有过长的行（${detail} 个字符）` : `a line is too long (${detail} characters)`;
    case 'binary':
      return zh ? '不是文本文件' : 'not a text file';
    case 'cancelled':
      return zh ? '已取消' : 'cancelled';
    case 'silenced':
      return zh ? '文件中的注释要求忽略' : 'a comment in the file asks to leave it out';
    case 'unreadable':
      return zh ? '无法读取' : 'could not be read';
  }
}

/** Why no case stands close enough. */
export function thinWords(reason: ThinReason, library: Library, lang: Lang): string {
  const zh = lang === 'zh';
  switch (reason.code) {
    case 'no-products':
      return zh ? '没有识别出任何产品。' : 'No product was recognised.';
    case 'services-only':
      return zh
        ? '只有支持与护航服务，它们不说明架构。'
        : 'There are only support services, which are no part of an architecture.';
    case 'no-evidence':
      return zh ? '案例库里没有案例使用这些产品。' : 'No case in the library uses these products.';
    case 'generic-only': {
      const names = sentenceList(library, reason.productIds, lang);
      return zh
        ? `能与案例对照的只有通用产品（${names}），看不出是什么架构。`
        : `Only generic products (${names}) can be compared with cases, and they say little of an architecture.`;
    }
    case 'one-product': {
      const names = sentenceList(library, reason.productIds, lang);
      const isOne = reason.productIds.length === 1;
      if (zh) return chinese`通用产品之外，能与案例对照的只有${isOne ? '' : '同族的'} ${names}，不足以看出架构。`;
      const family = isOne ? '' : ', of one family,';
      return `Generic products aside, only ${names}${family} can be compared with cases: too little to tell an architecture by.`;
    }
    case 'images-only':
      return zh
        ? '只有自建镜像，对应的托管产品是推断出来的，证据偏弱。'
        : 'There are only self-hosted images; their managed counterparts are an inference.';
    case 'rare-only':
      return zh
        ? '与最接近的案例共有的，主要是只有它用到的产品，说明不了架构相似。'
        : 'What the nearest case shares is mostly used by no other case, which says little of the architecture.';
    case 'one-shared': {
      const names = sentenceList(library, reason.productIds, lang);
      const isOne = reason.productIds.length === 1;
      if (zh) return chinese`通用产品之外，最接近的案例只共有${isOne ? '' : '同族的'} ${names}，说明不了架构相似。`;
      const family = isOne ? '' : ', of one family';
      return `Generic products aside, the nearest case shares only ${names}${family}, which says little of the architecture.`;
    }
    case 'shared-images':
      return zh
        ? '与最接近的案例共有的只来自自建镜像，对应的托管产品是推断出来的。'
        : 'What the nearest case shares comes from self-hosted images only; their managed counterparts are an inference.';
    case 'low-score':
      return zh
        ? '最接近的案例也只与本架构共有一小部分产品。'
        : 'Even the nearest case shares only a small part of the products.';
  }
}

/** "5 of 7 cases like this also used CDN — left out on purpose?" */
export function questionWords(question: OpenQuestion, library: Library, lang: Lang): string {
  const name = shortName(library, question.productId, lang);
  return lang === 'zh'
    ? chinese`相近的 ${question.of} 个案例中有 ${question.count} 个还用了 ${name}，这里是有意不用吗？`
    : `${question.count} of ${question.of} cases like this also used ${name} — left out on purpose?`;
}

/** What the picture of a case in the report shows. */
export function pictureLabel(study: CaseStudy, lang: Lang): string {
  const customer = study.customer[lang];
  return lang === 'zh'
    ? `${customer}用到的产品，分层；虚线为仅正文提及`
    : `Products of ${customer} by layer; dashed: mentioned in the text only`;
}
