import { text } from '../../text.ts';
import { checklist, graded, level, point } from '../rules.ts';
import { group, leaf } from '../tree.ts';

export const decisionsAndLists = group('D1', text('决策与清单公开', 'Decisions and lists'), [
  leaf({
    code: 'D1-1',
    name: text('政府常务会议信息公开专栏', 'Executive-meeting column'),
    marks: { county: 2, department: null },
    rule: graded([
      level(
        'full',
        1,
        text('专栏集成、按次更新且注明议定事项', 'One column, updated after each meeting, decisions stated'),
      ),
      level('gaps', 0.5, text('有专栏但缺次', 'A column, but meetings are missing')),
      level('none', 0, text('无', 'None')),
    ]),
    ruleText: '专栏集成、按次更新且注明议定事项=1;有专栏但缺次=0.5;无=0',
    evidenceWanted: '专栏URL、截图',
    naCondition: null,
    clauses: [1],
    quote: '继续办好政府常务会议信息公开专栏',
    legalBasis: null,
  }),
  leaf({
    code: 'D1-2',
    name: text('规范性文件库', 'Normative-document library'),
    marks: { county: 2, department: 4 },
    rule: checklist([
      point('unified', 0.25, text('统一发布', 'Published in one place')),
      point('status', 0.25, text('标注时效期和有效、失效状态', 'Term and status (in force, expired) shown')),
      point(
        'updated',
        0.25,
        text('根据立改废动态更新', 'Kept current as documents are made, changed and repealed'),
      ),
      point('search', 0.25, text('有检索、下载功能', 'Search and download')),
    ]),
    ruleText: '统一发布25%;标注时效期和有效/失效状态25%;根据立改废动态更新25%;检索、下载功能25%',
    evidenceWanted: '文件库URL、抽查5件截图',
    naCondition: '部门文件由本级文件库统一发布的,按统一库评',
    clauses: [2],
    quote: '建立健全政府门户网站“文件库”',
    legalBasis: '条例第20条第(一)项',
  }),
  leaf({
    code: 'D1-3',
    name: text('涉企政策集中公开与兑现窗口', 'Business-policy column and redemption window'),
    marks: { county: 2, department: null },
    rule: checklist([
      point('column', 0.4, text('专栏集中公开', 'Published together in a column')),
      point('window', 0.3, text('政务大厅设兑现窗口', 'Redemption window in the service hall')),
      point(
        'consultation',
        0.3,
        text('听取企业或商会意见有记录', 'Views of businesses or chambers heard, on record'),
      ),
    ]),
    ruleText: '专栏集中公开40%;政务大厅设兑现窗口30%;听取企业或商会意见有记录30%',
    evidenceWanted: '专栏URL、窗口照片、征求意见记录',
    naCondition: null,
    clauses: [3],
    quote: '各级政务大厅设立涉企政策兑现窗口',
    legalBasis: null,
  }),
  leaf({
    code: 'D1-4',
    name: text('权责清单公布与动态调整', 'Powers-and-duties list'),
    marks: { county: 2, department: 3 },
    rule: graded([
      level(
        'current',
        1,
        text(
          '清单含机构、职能、权限、程序、责任且本年度动态更新',
          'States body, function, power, procedure and liability, and was updated this year',
        ),
      ),
      level('incomplete', 0.5, text('公布但未更新或缺要素', 'Published, but not updated or incomplete')),
      level('none', 0, text('未公布', 'Not published')),
    ]),
    ruleText: '清单含机构、职能、权限、程序、责任且本年度动态更新=1;公布但未更新或缺要素=0.5;未公布=0',
    evidenceWanted: '清单URL、更新记录',
    naCondition: '非行政机关',
    clauses: [4],
    quote: '公布机构、职能、权限、程序、责任等信息',
    legalBasis: null,
  }),
]);
