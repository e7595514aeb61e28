/** The shells that there is a script for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** The hidden command that the scripts ask for what completes some words. */
export const COMPLETE = '__complete';

/** The line that loads a script into a shell that runs. */
export const LOADING: Readonly<Record<Shell, string>> = {
  bash: 'source <(whichstack completion bash)',
  zsh: 'source <(whichstack completion zsh)',
  fish: 'whichstack completion fish | source',
};

/**
 * The script of each shell. It hands over the words up to the cursor and shows what comes back; all knowledge of commands is in the answer. That of bash suits
 * version 3.2, which macOS has.
 */
export const SCRIPTS: Readonly<Record<Shell, string>> = {
  // Bash breaks words at = and :, and replaces only what is behind the last of them: so words are put together again, and candidates cut.
  bash: String.raw`_whichstack() {
  local -a words
  local i n=0 glue= word typed part cut= line value names=
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=${'$'}{COMP_WORDS[i]}
    if [[ $n -gt 0 && ( -n $glue || $word == [=:]* ) ]]; then words[n - 1]+=$word; else words[n++]=$word; fi
    if [[ $word == *[=:] ]]; then glue=1; else glue=; fi
  done
  typed=${'$'}{words[n - 1]}
  part=$typed
  [[ $typed == --*=* ]] && part=${'$'}{typed#*=}
  [[ $COMP_WORDBREAKS == *=* && $typed == *=* ]] && cut=${'$'}{typed%=*}=
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :files | :folders) names=$line ;;
      :open) compopt -o nospace 2>/dev/null ;;
      *)
        value=${'$'}{line%%$'\t'*}
        [[ $value == *= ]] && compopt -o nospace 2>/dev/null
        COMPREPLY+=("${'$'}{value#"$cut"}")
        ;;
    esac
  done < <("${'$'}{1/#\~/$HOME}" ${COMPLETE} "${'$'}{words[@]}" 2>/dev/null)
  if [[ -n $names ]]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(
      if [[ $names == :folders ]]; then compgen -d -- "$part"; else compgen -f -- "$part"; fi
    )
  fi
}
complete -F _whichstack whichstack
`,
  zsh: String.raw`#compdef whichstack
_whichstack() {
  local line value text names= open=
  local -a closed opened
  while IFS= read -r line; do
    case $line in
      :files | :folders) names=$line ;;
      :open) open=1 ;;
      *)
        value=${'$'}{line%%$'\t'*}
        text=${'$'}{line#*$'\t'}
        if [[ -n $open || $value == *= ]]; then opened+=("${'$'}{value//:/\\:}:$text"); else closed+=("${'$'}{value//:/\\:}:$text"); fi
        ;;
    esac
  done < <("${'$'}{(Q)words[1]/#\~/$HOME}" ${COMPLETE} "${'$'}{(@Q)words[2,CURRENT]}" 2>/dev/null)
  (( $#closed )) && _describe -t values value closed
  (( $#opened )) && _describe -t values value opened -S ''
  if [[ -n $names ]]; then
    [[ $PREFIX == --*=* ]] && compset -P '*='
    if [[ $names == :folders ]]; then _files -/; else _files; fi
  fi
}
if [[ $funcstack[1] == _whichstack ]]; then
  _whichstack "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i; }
  compdef _whichstack whichstack
fi
`,
  fish: String.raw`function __whichstack_complete
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    for line in (command $words[1] ${COMPLETE} $words[2..] "$typed" 2>/dev/null)
        switch $line
            case :files
                __fish_complete_path (string replace -r -- '^--[^=]*=' '' "$typed")
            case :folders
                __fish_complete_directories (string replace -r -- '^--[^=]*=' '' "$typed")
            case :open
            case '*'
                printf '%s\n' $line
        end
    end
end
complete -c whichstack -f -a '(__whichstack_complete)'
`,
};
