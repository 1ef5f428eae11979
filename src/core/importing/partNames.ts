// The headings that the vendor's case libraries use, in every spelling met so far, and the part that each opens.
import type { TextPart } from '../model';

const PART_NAMES: readonly (readonly [TextPart, RegExp])[] = [
  ['intro', /^(?:公司|客户|企业|项目|公司项目|案例)(?:介绍|简介|背景|概况)$/],
  ['intro', /^(?:about (?:the )?(?:customer|company)|company profile|customer profile|background)$/i],
  ['challenges', /^(?:业务|客户|面临的?)?(?:痛点|挑战)$|^(?:场景|业务|客户)需求$/],
  ['challenges', /^(?:business )?(?:challenges?|pain points?|requirements)$/i],
  ['solution', /^.{0,8}解决方案$|^(?:产品|技术)方案$|^(?:为什么)?选择(?:阿里云|[A-Za-z][\w ]{0,20})$/],
  ['solution', /^(?:the )?solutions?$|^why (?:choose )?[\w ]{1,30}$/i],
  ['outcomes', /^(?:上云|客户|业务|应用|方案)价值$|^(?:获得的?)?(?:成效|收益|效果)$/],
  ['outcomes', /^(?:outcomes?|results?|benefits?|(?:business |customer )?value)$/i],
  ['testimonial', /^(?:客户|案例)?证言$|^(?:testimonials?|customer quotes?)$/i],
  ['products', /^(?:选用的?|相关|使用的?|涉及的?)产品(?:和服务|与服务)?$/],
  ['products', /^(?:related |selected )?products(?: (?:and|&) services)?(?: used)?$|^products used$/i],
  ['services', /^(?:选用的?|相关)服务$|^(?:related |selected )?services$/i],
  ['practices', /^(?:相关)?(?:场景的?)?最佳实践$|^best practices$/i],
];

/** The part that a line opens, if the line is such a heading; Markdown signs, colons and question marks do not matter. */
export function partOf(line: string): TextPart | undefined {
  if (line.length > 60) return undefined;
  const bare = line
    .trim()
    .replace(/^#{1,6}\s+/, '')
    .replace(/^\*\*(.*)\*\*$/, '$1')
    .replace(/[:：?？]\s*$/, '')
    .trim();
  return PART_NAMES.find(([, name]) => name.test(bare))?.[0];
}
