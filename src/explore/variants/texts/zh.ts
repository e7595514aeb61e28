import type { VariantTexts } from './texts.js';

export const zh: VariantTexts = {
  nothingChosen: { 'not-needed': '不需要', none: '没有可运行的选项', open: '待定', absent: '不在技术栈中' },
};
