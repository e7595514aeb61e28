import { error, oneOf, type ExpectedNames } from './entry.js';

/** What can be wrong with the request for an output format. */
export const OUTPUT_CATALOGUE = {
  'format-unknown': error<{ format: string } & ExpectedNames>(
    [({ format }) => `there is no format \`${format}\``, ({ format }) => `没有名为 \`${format}\` 的格式`],
    oneOf,
  ),
  'format-refuses-kind': error<{ format: string; kind: string } & ExpectedNames>(
    [
      ({ format, kind }) => `the format \`${format}\` does not accept a document of kind \`${kind}\``,
      ({ format, kind }) => `\`${format}\` 格式不接受类型为 \`${kind}\` 的文档`,
    ],
    oneOf,
  ),
  'format-lacks-option': error<{ format: string; option: string } & ExpectedNames>(
    [
      ({ format, option }) => `the format \`${format}\` has no option \`${option}\``,
      ({ format, option }) => `\`${format}\` 格式没有选项 \`${option}\``,
    ],
    oneOf,
  ),
};
