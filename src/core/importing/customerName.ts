// The customer's name, guessed from what the title says and how the introduction shortens it.

/** What titles put behind the customer's name. */
const TAIL =
  /(?:的?(?:(?:APP|业务|系统|平台|整站|架构){0,3}(?:上云|迁云|升级|搭建)|项目拓展|.{0,8}实践|.{0,4}护航))?案例(?:实践|分享)?$|(?:APP)?上云$/i;

/** A title about a thing rather than of somebody. */
const THING = /^基于|上云|系统|平台|项目|搭建|架构|交易|^.{13,}$/;

/** `墨迹天气：分析日志大数据` → `墨迹天气`; `云途时代上云案例` → `云途时代`. The whole title where nothing tells. */
export function customerName(title: string, intro: string): string {
  const colon = /^([^:：]{2,20})[:：]/.exec(title)?.[1];
  if (colon) return colon.trim();
  const short = /以下简称[：:]?\s*[“"]?([^“”"）)，,、]{2,12})/.exec(intro)?.[1];
  if (short && title.includes(short)) return short.trim();
  const dash = /^([^-—–]{2,12})[-—–]/.exec(title)?.[1];
  if (dash && !/^[A-Za-z]+$/.test(dash)) return dash.trim();
  const bare = title.replace(TAIL, '').trim();
  const company = /我们公司是([^，。；]{2,24}?)(?:股份)?(?:有限)?(?:公司)?[，。；]/.exec(intro)?.[1];
  if (THING.test(bare)) return company?.trim() ?? (bare.length > 1 && bare.length < 13 ? bare : title);
  return bare.length > 1 ? bare : title;
}
