import { error } from './entry.js';

/** Why a file cannot be read, by the code of the system, in English and in Chinese. */
const REASONS: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ['there is no such file', '文件不存在'],
  EISDIR: ['it is a folder', '这是一个目录'],
  ENOTDIR: ['it is not a folder', '这不是一个目录'],
  EACCES: ['permission denied', '没有权限'],
  EPERM: ['permission denied', '没有权限'],
  EROFS: ['it is read-only', '该位置只读'],
};

const FOLDER_REASONS: typeof REASONS = { ...REASONS, ENOENT: ['there is no such folder', '目录不存在'] };

/** What can be wrong with files and folders, by its stable code. */
export const FILE_CATALOGUE = {
  'file-unreadable': error<{ name: string; reason: string }>(
    [
      ({ name, reason }) => `cannot read ${name}: ${REASONS[reason]?.[0] ?? reason}`,
      ({ name, reason }) => `无法读取 ${name}：${REASONS[reason]?.[1] ?? reason}`,
    ],
    [() => 'Check the path, or pass `-` to read standard input.', () => '请检查路径；要从标准输入读取，请使用 `-`。'],
  ),
  'folder-unreadable': error<{ name: string; reason: string }>(
    [
      ({ name, reason }) => `cannot read the folder ${name}: ${FOLDER_REASONS[reason]?.[0] ?? reason}`,
      ({ name, reason }) => `无法读取目录 ${name}：${FOLDER_REASONS[reason]?.[1] ?? reason}`,
    ],
    [() => 'Name a folder with documents in YAML or JSON.', () => '请指定一个含有 YAML 或 JSON 文档的目录。'],
  ),
  'folder-empty': error<{ name: string }>(
    [({ name }) => `${name} holds no document in YAML or JSON`, ({ name }) => `${name} 中没有 YAML 或 JSON 文档`],
    [
      () => '`whichstack init knowledge DIR` writes a package of knowledge to start from.',
      () => '`whichstack init knowledge DIR` 可生成一个起步用的知识包。',
    ],
  ),
  'file-too-large': error<{ name: string; size: string; limit: string }>(
    [
      ({ name, size, limit }) => `${name} has ${size}; a document may have ${limit} at most`,
      ({ name, size, limit }) => `${name} 有 ${size}，而一个文件最多 ${limit}`,
    ],
    [
      () => 'A workload takes a few kilobytes: check that this is the right file.',
      () => '一个工作负载只需几 KB，请确认文件是否正确。',
    ],
  ),
  'file-not-text': error<{ name: string }>(
    [({ name }) => `${name} is not UTF-8 text`, ({ name }) => `${name} 不是 UTF-8 文本`],
    [() => 'Save it as UTF-8 and try again.', () => '请另存为 UTF-8 后重试。'],
  ),
  'file-exists': error<{ name: string }>(
    [({ name }) => `${name} is there already`, ({ name }) => `${name} 已经存在`],
    [() => 'Choose another name, or pass --force to overwrite it.', () => '请换一个文件名，或用 --force 覆盖。'],
  ),
  'package-exists': error<{ name: string; id: string }>(
    [
      ({ name, id }) => `${name} holds the package \`${id}\`, and a folder is one package`,
      ({ name, id }) => `${name} 中已有知识包 \`${id}\`，而一个文件夹只能是一个知识包`,
    ],
    [
      () => 'Choose a folder of its own for the new package; nothing was written.',
      () => '请为新的知识包另选一个文件夹；未写入任何内容。',
    ],
  ),
  'file-unwritable': error<{ name: string; reason: string }>(
    [
      ({ name, reason }) => `cannot write ${name}: ${REASONS[reason]?.[0] ?? reason}`,
      ({ name, reason }) => `无法写入 ${name}：${REASONS[reason]?.[1] ?? reason}`,
    ],
    [() => 'Check the path and its folder.', () => '请检查路径及其所在目录。'],
  ),
  'file-empty': error<{ name: string }>(
    [({ name }) => `${name} holds no document`, ({ name }) => `${name} 中没有文档`],
    [
      () => 'A workload begins with `apiVersion: whichstack/v1` and `kind: Workload`.',
      () => '工作负载以 `apiVersion: whichstack/v1` 和 `kind: Workload` 开头。',
    ],
  ),
} as const;
