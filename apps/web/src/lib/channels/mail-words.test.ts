import { expect, it } from 'vitest';
import { failureSentence } from './mail-words.ts';

it.each([
  ['EENVELOPE 550', true, '收件方不接受这个地址（550）。请核对邮箱后重新发放，或补发纸条。'],
  ['EENVELOPE 451', false, '收件方暂时不收（451）。稍后自动再试。'],
  ['EAUTH 535', false, '邮件服务器不接受登录。请管理员检查邮件设置。稍后自动再试。'],
  ['ECONNECTION', true, '连不上邮件服务器。请管理员检查邮件设置和网络。'],
  ['EMESSAGE 554', true, '邮件服务器不接受这封邮件（554）。请管理员检查发件人和邮件内容。'],
  ['unknown', true, '没有送出（unknown）。'],
])('says what %s means', (failure, isGivenUp, sentence) => {
  expect(failureSentence(failure, isGivenUp)).toBe(sentence);
});
