export { compareRows, countRanks } from './rows';
export { fillKeys, place } from './totals';
export { placeGroup, rankGroup } from './ranks';
export { drawFactors, fillWeights, placeWeights } from './weights';
