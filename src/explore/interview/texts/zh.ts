import { listed } from '../../../language/text/text.js';
import type { InterviewTexts } from './texts.js';

export const zh: InterviewTexts = {
  whichItems: (collection) => `有哪些${collection}？`,
  choicePerItem: (collection, places) => `每一项${collection}都要单独作出选择：${listed(places, 'zh', 'and')}。`,
  nothing: '不选',
  why: {
    whetherNeeded: (place) => `它决定是否需要${place}。`,
    between: (place, one, other) => `在${place}方面，它决定选用${listed([one, other], 'zh')}。`,
    among: (place, choices) => `在${place}方面，它决定选用${listed(choices, 'zh')}。`,
    amongOthers: (place, choices) => `在${place}方面，它决定在${choices.join('、')}等选项中选用哪个。`,
    notExcluded: '尚不能证明它对结果没有影响。',
  },
  howToFind: {
    figure: (examples) => `写出大致数值和单位即可，如${listed(examples, 'zh')}。`,
    closest: '选择最接近的一项；不确定时可询问该工作负载的负责人。',
  },
};
