// Ranking sets over the real library: the whole expected order of what somebody types, and why it is that order.
import { describe, expect, test } from 'vitest';

import { ask, sections } from './check';

const RANKED: readonly (readonly [query: string, expected: string, reason: string])[] = [
  // Names
  ['虎牙', '56 1.12', 'the customer’s whole name before 虎牙直播'],
  ['优酷', '1.24 24', 'both whole; title and customer agree in the first'],
  ['小打卡', '31 35', 'both whole, in the order of the volume'],
  ['映客', '1.14 37', 'the whole name before the beginning of 映客直播'],
  ['UC', '1.20', 'two letters are a whole word, not part of another'],
  ['115', '1.6', 'digits begin the name'],
  ['喜氏', '1.26', 'the beginning of a company name'],
  ['原神', '55', 'what the customer makes stands in the brackets of its name'],
  ['米哈游', '55', 'the name before the brackets'],
  ['墨迹天气', '9', 'the name in the brackets'],
  ['招商银行', '1.4', 'the beginning of a longer name'],
  ['bilibili', '1.23', 'a Latin name'],
  ['BILIBILI', '1.23', 'case does not matter'],
  ['ｂｉｌｉｂｉｌｉ', '1.23', 'neither does the width of the letters'],
  ['wework', '1.10', 'a Latin name in lower case'],
  ['huya', '56 1.12', 'the English name is a name, not pinyin'],
  ['changsha', '3', 'the English name has it'],
  // Two words mean both
  ['虎牙 训练', '56', 'only one case of the customer is about training'],
  ['优酷 迁云', '24', 'only one case of the customer is about moving'],
  ['小打卡 推荐', '31 35', 'the title says so; the other has it in a statement'],
  ['斗鱼 hadoop', '34', 'customer and technology'],
  ['映客 直播', '1.14 37', 'the customer’s whole name before the beginning of another'],
  ['ack pts', '1.2 45', 'both products; the first needs them most'],
  ['eip nat', '1.24', 'both products'],
  ['bill financing', '1.26', 'both words of the English title'],
  ['kubernetes migration', '46 49', 'the title has both; the other uses the product and moved'],
  // Products, old names and nicknames
  ['k8s', '46 49 1.2 45', 'a nickname of ACK; listed by the case before used in its text'],
  ['ONS', '52 1.26 42', 'the former name of RocketMQ'],
  ['OTS', '13 35 30', 'the former name of Tablestore'],
  ['rocketmq', '52 42 1.26', 'the product; the Latin word also stands in the English text'],
  ['rds postgresql', '18', 'two words that are one product'],
  ['游戏盾', '38', 'a product is one thing: 游戏 alone is not asked for'],
  // Problems and phrases
  ['消息堆积', '52 47 42 1.26 30 23', 'filed under the problem and saying so, then filed, then in other words'],
  ['薅羊毛', '27 5 22 23 24 26', 'risk control first; then the cases that speak of fraud'],
  ['自带容灾', '48', 'a quotation: both words far apart are something else'],
  ['疫情', '45 37', 'two cases speak of it, one of them more often'],
  ['秒级切换', '1.29', 'letter by letter in one statement'],
  ['主备', '1.29 1.12', 'in summary and solution before in the solution alone'],
  ['短视频', '1.30 1.28', 'letter by letter; 视频 alone is another word'],
  ['世界杯', '24', 'one statement'],
  ['跨境电商', '18 6 40', 'in the title, in a statement, and by its two parts'],
  ['票务系统', '1.29 1.26 1.21', 'system says little, ticketing all'],
  // Pinyin and initials
  ['huyazhibo', '1.12', 'full pinyin of the customer'],
  ['mojitianqi', '9', 'pinyin of the name in brackets'],
  ['zhaoshangyinhang', '1.4', '银行 is yin hang'],
  ['mjtq', '9', 'initials of the name in brackets'],
  ['zsyh', '1.4', 'initials from the start of a longer name'],
  ['hyzb', '1.12', 'initials'],
  ['yk', '1.24 1.14 24 37', 'title and customer agree; then whole names, then a longer one'],
  ['yes', '29 16', 'initials of a whole name before syllables inside of a title'],
  ['xdk', '31 35', 'three initials, only from the start of a name'],
  // Slips
  ['kafak', '22 30 47 52', 'swapped letters of a product'],
  ['reids', '1.11 1.26 1.30 7 30 46 53', 'swapped letters inside'],
  ['tabelstore', '13 30 35', 'swapped letters of a long word'],
  ['rockermq', '1.26 42 52', 'a wrong letter'],
  ['weworl', '1.10', 'a wrong letter of a customer'],
  ['虎某直播', '1.12', 'a wrong sign'],
  ['招某银行', '1.4', 'a wrong sign in a name that goes on'],
  ['罗某思维', '45', 'a wrong sign of the name in brackets'],
  ['虎呀直播', '1.12', 'a sign of the same sound'],
  ['优库', '1.24 24', 'two signs, one of the same sound'],
  // Numbers and facets
  ['70%', '9 29', 'the very figure'],
  ['page:41', '1.26', 'the case that reaches over the page'],
  ['industry:live problem:ddos', '1.14 48', 'both facets'],
  ['problem:ddos 游戏', '38', 'a facet and a word'],
  ['行业:直播 产品:cdn', '1.12 1.16', 'Chinese facet words, full-width or not'],
];

describe('ranking', () => {
  test.each(RANKED)('%s → %s: %s', (query, expected) => {
    expect(sections(query).join(' ')).toBe(expected);
  });

  test('scores fall', () => {
    for (const [query] of RANKED) {
      const scores = ask(query).map(({ score }) => score);
      expect(scores, query).toEqual([...scores].sort((a, b) => b - a));
    }
  });
});

const NOTHING = [
  '量子纠缠',
  '红烧肉做法',
  '火星移民',
  '足球世界杯赛程表',
  '区块链养猪',
  '咖啡机维修',
  'asdfghjkl',
  'qwertyuiop',
  'xyzzy plugh',
  'quantum banana',
  'purple monkey dishwasher',
  'zzzz',
  'mysql 红烧肉',
];

test.each(NOTHING)('%s: nothing is said as nothing', (query) => {
  expect(sections(query)).toEqual([]);
});

describe('reasons', () => {
  const why = (query: string) => ask(query)[0]?.why;

  test('an alias says what it stands for', () => {
    expect(why('ODPS')).toMatchObject({ tier: 'alias', text: 'ODPS', subject: { kind: 'product', id: 'maxcompute' } });
  });

  test('a statement is shown with its place and the words marked', () => {
    const shown = why('秒级切换');
    expect(shown).toMatchObject({ tier: 'statement', place: 'solution-0' });
    const [start, end] = shown?.ranges[0] ?? [0, 0];
    expect(shown?.text.slice(start, end)).toBe('秒级切换');
  });

  test('a figure leads to its statement', () => {
    expect(why('70%')).toMatchObject({ tier: 'number', place: expect.stringMatching(/^outcomes-\d$/) });
  });

  test('spelling and slips are named as such', () => {
    expect(why('gaobingfa')).toMatchObject({ tier: 'pinyin', text: '高并发' });
    expect(why('xiaoxiduilie')).toMatchObject({ tier: 'pinyin', text: '消息队列' });
    expect(why('mojitianqi')?.tier).toBe('pinyin');
    expect(why('mjtq')?.tier).toBe('initials');
    expect(why('虎某直播')).toMatchObject({ tier: 'typo', text: '虎牙直播' });
  });

  test('a problem that no statement words so leads to the statement that is filed under it', () => {
    const hit = ask('数据孤岛').find(({ why: { tier } }) => tier === 'facet');
    expect(hit?.why).toMatchObject({ subject: { kind: 'problem', id: 'data-silos' } });
    expect(hit?.why.place).toMatch(/^(challenges|solution)-\d+$/);
  });

  test('where no case has every word, each hit says which it lacks', () => {
    const hits = ask('eip nat vpc');
    expect(hits.map(({ study }) => study.section)).toEqual(['1.24', '39']);
    expect(hits.map(({ missing }) => missing)).toEqual([['vpc'], ['nat']]);
  });
});
