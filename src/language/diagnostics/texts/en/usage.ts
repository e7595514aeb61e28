import { listed } from '../../../text/text.js';
import type { DiagnosticTexts } from '../../diagnostic-codes.js';
import { oneOf } from './words.js';

const code = (text: string): string => `\`${text}\``;
const ALL_COMMANDS = '`whichstack --help` lists the commands.';

/** What can be wrong with a command line itself, whatever it names. */
export const usage = {
  'unknown-option': {
    title: 'An option that the command does not have',
    message: ({ option, command }) => `\`${command}\` has no option \`${option}\``,
    hint: ({ command, argument }) =>
      argument === undefined
        ? `\`${command} --help\` lists its options.`
        : `It takes \`${argument}\` without an option before it.`,
    help: '`whichstack COMMAND --help` lists the options of a command.',
  },
  'unknown-command': {
    title: 'A command that does not exist',
    message: ({ command }) => `there is no command \`${command}\``,
    hint: () => ALL_COMMANDS,
    help: ALL_COMMANDS,
  },
  'value-missing': {
    title: 'An option without its value',
    message: ({ option }) => `\`${option}\` needs a value`,
    hint: ({ form }) => `Write \`${form}\`.`,
    help: 'Write the value behind the option.',
  },
  'value-unexpected': {
    title: 'A value for an option that takes none',
    message: ({ option }) => `\`${option}\` takes no value`,
    help: 'Write the option alone.',
  },
  'argument-missing': {
    title: 'An argument that is missing',
    message: ({ command, argument }) => `\`${command}\` needs \`${argument}\``,
    hint: ({ argument, about }) => `\`${argument}\`: ${about}.`,
    help: '`whichstack COMMAND --help` says what a command takes.',
  },
  'argument-invalid': {
    title: 'An argument that is none of the allowed ones',
    message: ({ argument, value }) => `\`${value}\` is not a value that \`${argument}\` can have`,
    hint: ({ expected }) => oneOf(expected),
    help: 'Use one of the values that the message lists.',
  },
  'too-many-arguments': {
    title: 'More arguments than the command takes',
    message: ({ command, argument, takes }) =>
      `\`${argument}\` is one argument too many: \`${command}\` takes ${takes === '' ? 'none' : code(takes)}`,
    hint: ({ instead }) => (instead === undefined ? undefined : `Write \`${instead}\`.`),
    help: 'Run the command once for each.',
  },
  'option-missing': {
    title: 'An option that the command or another option needs',
    message: ({ by, options, word }) => `\`${by}\` needs ${listed(options.map(code), 'en', word)}`,
    hint: ({ example }) => `For example: \`${example}\`.`,
    help: 'Add the option that the message names.',
  },
  'options-conflict': {
    title: 'Options that exclude each other',
    message: ({ options }) => `${listed(options.map(code), 'en', 'and')} exclude each other`,
    help: 'Leave all but one of them out.',
  },
  'output-is-format': {
    title: 'A file to write to that has the name of a format',
    message: ({ name }) => `\`${name}\` is a format, and \`--output\` takes the name of a file`,
    hint: ({ name }) => `For a file of this name, write \`--output ./${name}\`.`,
    help: 'Choose a format with `--format`.',
  },
  'output-not-yaml': {
    title: 'A workload to write that is not called a YAML file',
    message: ({ name }) =>
      `\`${name}\` is not the name of a YAML file, and the workload is written in YAML, with comments`,
    help: 'Choose a name that ends in `.yaml` or `.yml`.',
  },
  'workload-missing': {
    title: 'A command without a workload',
    message: () => 'the command needs a workload',
    hint: ({ example, list }) =>
      `Name a file, or state one with options, such as \`${example}\`; \`whichstack ${list}\` lists the ${list}.`,
    help: 'Name a file, or state the workload with `--scenario`, `--set` and `--data`.',
  },
  'several-workloads': {
    title: 'A file with several workloads for a command that takes one',
    message: ({ command }) => `the file holds several workloads, and \`${command}\` takes one`,
    hint: ({ names, option }) =>
      option === undefined
        ? undefined
        : names.length === 0
          ? `Give each a \`metadata.name\`, and choose one with \`${option}\`.`
          : `Choose one with \`${option}\`: ${listed(names.map(code), 'en')}.`,
    help: 'Put the workload into a file of its own.',
  },
  'unknown-workload': {
    title: 'A workload that the file does not hold',
    message: ({ name }) => `the file holds no workload named \`${name}\``,
    hint: ({ expected }) =>
      expected.length === 0 ? 'None in it has a `metadata.name`, by which to choose one.' : oneOf(expected),
    help: 'Use a `metadata.name` of the file.',
  },
  'terminal-missing': {
    title: 'An interview without a terminal',
    message: () => 'an interview prints text at a terminal and takes the replies there',
    help: 'Without a terminal, or in another format, pass `--answers FILE`, or `--no-input` to see the next question.',
  },
  internal: {
    title: 'An error of Whichstack itself',
    message: ({ detail }) => `internal error: ${detail}`,
    help: 'Please report it; `--debug` shows where it occurred.',
  },
} satisfies Partial<DiagnosticTexts>;
