import { all, good, method, scores, tree, type BundleCase } from './bundle-change.ts';

const utf16 = (text: string): Uint8Array =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

export const badBundles: readonly BundleCase[] = [
  [
    'its own parent',
    tree('A,A,A,\nA1,,A1,5\nA2,,A2,5\n'),
    'indicators.csv, line 2, column parent: The indicator “A” is its own ancestor; break the cycle of parents.',
  ],
  [
    'a cycle of three',
    tree('A,C,A,\nB,A,B,\nC,B,C,\nA1,,A1,5\nA2,,A2,5\n'),
    'indicators.csv, line 2, column parent: The indicator “A” is its own ancestor; break the cycle of parents.',
  ],
  [
    'a code twice',
    tree('A,,A,\nA1,A,A1,5\nA1,A,A1,5\nA2,A,A2,5\n'),
    'indicators.csv, line 4, column code: The indicator code “A1” occurs twice.',
  ],
  [
    'an empty code',
    tree('A,,A,\n,A,x,5\nA1,A,A1,5\nA2,A,A2,5\n'),
    'indicators.csv, line 3, column code: A code must not be empty.',
  ],
  [
    'the reserved code',
    tree('total,,A,\nA1,total,A1,5\nA2,total,A2,5\n'),
    'indicators.csv, line 2, column code: “total” is reserved for the root; use another code.',
  ],
  [
    'a unit twice',
    { 'units.csv': 'code,name,kind\nC01,One,county\nC01,Two,county\n' },
    'units.csv, line 3, column code: The unit code “C01” occurs twice.',
  ],
  [
    'a unit without kind',
    { 'units.csv': 'code,name,kind\nC01,One,\nC02,Two,county\n' },
    'units.csv, line 2, column kind: The unit “C01” has no kind.',
  ],
  ['a byte order mark', all((text) => `\uFEFF${text}`), 90],
  ['CRLF', all((text) => text.replaceAll('\n', '\r\n')), 90],
  ['CR alone', all((text) => text.replaceAll('\n', '\r')), 90],
  ['mixed line ends', all((text) => text.replace('\n', '\r\n')), 90],
  ['blank lines', all((text) => text.replaceAll('\n', '\n\n')), 90],
  ['no line end at the end', all((text) => text.trimEnd()), 90],
  ['all cells quoted', all((text) => text.replace(/[^,\n]+/g, '"$&"')), 90],
  [
    'UTF-16',
    { 'units.csv': utf16(String(good['units.csv'])) },
    'units.csv: The file is UTF-16; save it as “CSV UTF-8” and try again.',
  ],
  [
    'GBK',
    { 'units.csv': Buffer.from('636f64652c6e616d652c6b696e640a4330312ccccccfd8', 'hex') },
    'units.csv: The file is not UTF-8 (it may be GBK); save it as UTF-8 (“CSV UTF-8”) and try again.',
  ],
  [
    'semicolons',
    all((text) => text.replaceAll(',', ';')),
    'units.csv, line 1, column code: The header line has no column “code”; it needs code, kind. The cells seem to be separated by semicolons or tabs; save the file with commas.',
  ],
  [
    'tabs',
    all((text) => text.replaceAll(',', '\t')),
    'units.csv, line 1, column code: The header line has no column “code”; it needs code, kind. The cells seem to be separated by semicolons or tabs; save the file with commas.',
  ],
  [
    'headers in capitals',
    all((text) => text.replace(/^.*\n/, (line) => line.toUpperCase())),
    'units.csv, line 1, column code: The header line has no column “code”; it needs code, kind. Write “CODE” in lower case.',
  ],
  ['further columns', { 'units.csv': 'note,code,name,kind\nx,C01,One,county\n,C02,Two,county\n' }, 90],
  ['blanks around a number', scores(' 4 '), 90],
  ['a plus sign', scores('+4'), 90],
  ['minus zero', scores('-0'), 50],
  ['an exponent', scores('4e0'), 90],
  [
    'a thousands separator',
    scores('"1,000"'),
    'scores.csv, line 3, column value: “1,000” has a comma; write a point for decimals, for example 1.000, and nothing between thousands.',
  ],
  [
    'a Chinese minus',
    scores('－4'),
    'scores.csv, line 3, column value: “－4” has full-width digits or signs; write -4.',
  ],
  [
    'a full-width number',
    scores('４'),
    'scores.csv, line 3, column value: “４” has full-width digits or signs; write 4.',
  ],
  [
    'a number with its unit',
    scores('4分'),
    'scores.csv, line 3, column value: “4分” is not a number; write a decimal such as 12.5.',
  ],
  [
    'a percentage',
    scores('80%'),
    'scores.csv, line 3, column value: “80%” is not a number; write a decimal such as 12.5.',
  ],
  [
    'two points',
    scores('4.0.0'),
    'scores.csv, line 3, column value: “4.0.0” is not a number; write a decimal such as 12.5.',
  ],
  ['too small to tell from 0', scores('1e-400'), 50],
  [
    'too large',
    scores('1e400'),
    'scores.csv, line 3, column value: “1e400” is too large to be represented; use a smaller scale.',
  ],
  [
    'a formula',
    scores('=2+2'),
    'scores.csv, line 3, column value: “=2+2” is not a number; write a decimal such as 12.5.',
  ],
  [
    'a date',
    scores('2020-04-29'),
    'scores.csv, line 3, column value: “2020-04-29” is not a number; write a decimal such as 12.5.',
  ],
  [
    'an unscored leaf',
    scores(''),
    'scores.csv, column value: Unscored leaves: 1. The method refuses them; score them, or set “unscored” to exclude or zero.',
  ],
  [
    'a score at an inner node',
    { 'scores.csv': 'unit,indicator,value\nC01,A,5\n' },
    'scores.csv, line 2, column indicator: “A” is not a leaf, so it cannot be scored directly.',
  ],
  [
    'a negative weight',
    tree('A,,A,-1\nB,,B,1\nA1,A,A1,1\nA2,B,A2,1\n', 'code,parent,name,weight'),
    'indicators.csv, line 2, column weight: The weight -1 of “A” must be a number from 0 to 1e100.',
  ],
  ['all weights zero', tree('A,,A,\nA1,A,A1,0\nA2,A,A2,0\n', 'code,parent,name,weight'), null],
  [
    'negative marks',
    tree('A,,A,\nA1,A,A1,-5\nA2,A,A2,5\n'),
    'indicators.csv, line 3, column marks: The marks -5 of “A1” must be a number from 0 to 1e100.',
  ],
  [
    'marks for another kind only',
    tree('A,,A,\nA1,A,A1,5\nA2,A,A2,5\n', 'code,parent,name,marks_city'),
    'indicators.csv, line 3, column marks: “A1” has no marks for the kind “county”: give marks or marks_county (0 where it does not count), or limit it with applies_to.',
  ],
  [
    'an unknown normalisation',
    tree('A1,,A1,5,best\nA2,,A2,5,\n', 'code,parent,name,marks,normalisation'),
    'indicators.csv, line 2, column normalisation: The normalisation “best” of “A1” is not understood; for example share, minmax:0:100, goalposts:0:50:0:100.',
  ],
  [
    'goalposts the wrong way',
    tree('A1,,A1,5,goalposts:9:1\nA2,,A2,5,\n', 'code,parent,name,marks,normalisation'),
    'indicators.csv, line 2, column normalisation: The normalisation “goalposts:9:1” of “A1” is not understood; for example share, minmax:0:100, goalposts:0:50:0:100.',
  ],
  [
    'a direction of 2',
    tree('A1,,A1,5,2\nA2,,A2,5,\n', 'code,parent,name,marks,direction'),
    'indicators.csv, line 2, column direction: “2” is not one of 1, -1.',
  ],
  [
    'values without a range',
    {
      ...tree('A1,,A1,,minmax\nA2,,A2,,none\n', 'code,parent,name,marks,normalisation'),
      'scores.csv': 'unit,indicator,value\nC01,A1,3\nC02,A1,3\nC01,A2,4\nC02,A2,2\n',
    },
    4,
  ],
  [
    'a veto of 2',
    {
      ...tree('A1,,A1,5,\nA2,,A2,5,\nV,,V,,veto\n', 'code,parent,name,marks,role'),
      'scores.csv': `${String(good['scores.csv'])}C01,V,2\n`,
    },
    'scores.csv, line 6, column value: The veto “V” takes 0 or 1, not 2.',
  ],
  ['method: a list', method('[]'), 'method.json: The method must be an object.'],
  ['method: null', method('null'), 'method.json: The method must be an object.'],
  [
    'method: version 2',
    method('{"version":2}'),
    'method.json, column version: The method’s “version” must be 1, not 2.',
  ],
  [
    'method: a huge number',
    method('{"scale":1e999}'),
    'method.json, column scale: The method’s “scale” must be a number above 0, not Infinity.',
  ],
  [
    'method: a scale of 0',
    method('{"scale":0}'),
    'method.json, column scale: The method’s “scale” must be a number above 0, not 0.',
  ],
  [
    'method: __proto__',
    method('{"__proto__":{"scale":1}}'),
    'method.json, column __proto__: The method has no key “__proto__”; check the spelling.',
  ],
  [
    'method: an unknown rule',
    method('{"ranking":{"ties":"random"}}'),
    'method.json, column ranking.ties: The method’s “ranking.ties” must be "competition", "dense", "average", "ordinal", not "random".',
  ],
  [
    'method: bands twice',
    method('{"bands":[{"code":"a","name":"","minimum":0},{"code":"a","name":"","minimum":1}]}'),
    'method.json, column bands.1: The band “a” repeats a code or a minimum.',
  ],
  [
    'method: a veto without its band',
    method('{"veto":{"band":"fail"}}'),
    'method.json, column veto.band: The veto’s band “fail” is not among the bands.',
  ],
  [
    'method: cut off',
    method('{"version":1'),
    'method.json, line 1, column 13: Not valid JSON; check brackets, quotes and commas.',
  ],
  [
    'method: empty',
    method(''),
    'method.json, line 1, column 1: Not valid JSON; check brackets, quotes and commas.',
  ],
  [
    'components of more than the whole',
    {
      ...method(
        '{"components":[{"code":"s","file":"s.csv","weight":0.7},{"code":"t","file":"s.csv","weight":0.7}]}',
      ),
      's.csv': 'unit,value\nC01,1\n',
    },
    'method.json, column components: The weights of the components add up to 1.4, which is above 1.',
  ],
  [
    'a component that leads outside',
    method('{"components":[{"code":"s","file":"../s.csv","weight":0.2}]}'),
    'method.json, column components.0.file: The path “../s.csv” leads out of the bundle; put the file into it and give a path relative to it.',
  ],
  [
    'a data package that leads outside',
    { 'datapackage.json': '{"resources":[{"name":"units","path":"../../etc/passwd"}]}' },
    'datapackage.json, column resources.0.path: The path “../../etc/passwd” leads out of the bundle; put the file into it and give a path relative to it.',
  ],
  [
    'a data package with an absolute path',
    { 'datapackage.json': '{"resources":[{"name":"units","path":"/etc/passwd"}]}' },
    'datapackage.json, column resources.0.path: The path “/etc/passwd” leads out of the bundle; put the file into it and give a path relative to it.',
  ],
  [
    'a data package of a missing file',
    { 'datapackage.json': '{"resources":[{"name":"units","path":"people.csv"}]}' },
    'people.csv: The bundle has no such file; add it.',
  ],
];
