import { SHARED_TEXTS } from '../common/texts/index.js';
import { TYPOGRAPHY } from '../../language/texts/index.js';
import type { Lang } from '../../language/format.js';
import type {
  Because,
  Difference,
  DifferenceFinding,
  RoleDifference,
  WorkloadDifference,
} from '../../language/schema/results/difference.js';
import { typeset } from '../../language/text/text.js';
import { basisOf, groundsOf, numberOf, originOf, placeOf, placesOf } from '../common/difference.js';
import { paragraph, type TextView } from './layout.js';

/** Causes beyond these are counted. */
const MAX_SHOWN_CAUSES = 6;

/** A difference as text: how many answers are other ones, each with its proven cause, then what else is otherwise. */
export function differenceLines(difference: Difference, view: TextView): string[] {
  return new DifferenceView(difference.lang, view).all(difference);
}

class DifferenceView {
  constructor(
    private readonly lang: Lang,
    private readonly view: TextView,
  ) {}

  all(difference: Difference): string[] {
    const { counts, workloads } = difference;
    const words = SHARED_TEXTS[this.lang].difference;
    const summary = this.say(words.summary(counts), '').map(this.view.paint.strong);
    if (workloads.length === 0) return summary;
    const lesser = workloads.filter(({ status }) => status === 'lesser');
    return [
      ...summary,
      ...this.say(basisOf(difference), ''),
      ...workloads.filter(({ status }) => status !== 'lesser').flatMap((workload) => ['', ...this.workload(workload)]),
      ...(lesser.length === 0 ? [] : ['', this.view.paint.heading(words.lesser)]),
      ...lesser.flatMap((workload, n) => [...(n === 0 ? [] : ['']), ...this.workload(workload)]),
    ];
  }

  private workload(workload: WorkloadDifference): string[] {
    const { title, roles, findings, unreadable } = workload;
    const { fullStop, sentenceGap } = TYPOGRAPHY[this.lang];
    const words = SHARED_TEXTS[this.lang].difference;
    const origin = originOf(workload, this.lang);
    return [
      ...this.say(title, '').map(this.view.paint.strong),
      ...(origin === undefined ? [] : this.say(origin, '  ').map(this.view.paint.faint)),
      ...(unreadable === undefined
        ? []
        : [
            ...this.say(words.unreadable[unreadable.side], '  ').map(this.view.paint.bad),
            ...unreadable.problems.flatMap(({ message, help, place }) => [
              ...this.say([message, help].filter(Boolean).join(fullStop + sentenceGap), '    · ', '      '),
              ...(place === undefined
                ? []
                : this.places([`${place.file}:${String(place.line)}:${String(place.column)}`])),
            ]),
            ...this.because(unreadable.because),
          ]),
      ...roles.flatMap((role) => this.role(role)),
      ...this.findings(findings.appeared, words.findings.appeared),
      ...this.findings(findings.gone, words.findings.gone),
    ];
  }

  private role(role: RoleDifference): string[] {
    const words = SHARED_TEXTS[this.lang].difference;
    const [before, after] = [role.before?.text ?? words.absent, role.after?.text ?? words.absent];
    const place = `${placeOf(role, this.lang)}${TYPOGRAPHY[this.lang].colon}`;
    return [
      ...this.say(role.answer ? `${place}${before} → ${after}` : `${place}${after}`, '  ', '    '),
      ...groundsOf(role, this.lang).flatMap((ground) =>
        this.say(
          `${ground.what}${TYPOGRAPHY[this.lang].colon}${ground.before} → ${ground.after}`,
          '    ',
          '      ',
        ).map(this.view.paint.faint),
      ),
      ...this.because(role.because),
    ];
  }

  private because({ proof, changes }: Because): string[] {
    const words = SHARED_TEXTS[this.lang].difference;
    const head = `${words.because(proof, numberOf(changes))}${changes.length === 0 ? '' : TYPOGRAPHY[this.lang].colon.trimEnd()}`;
    const more = changes.length - MAX_SHOWN_CAUSES;
    return [
      ...this.say(head, '    '),
      ...changes
        .slice(0, MAX_SHOWN_CAUSES)
        .flatMap((cause) => [...this.say(cause.text, '      · ', '        '), ...this.places(placesOf(cause))]),
      ...(more > 0 ? this.say(words.more(more), '        ') : []),
    ];
  }

  private findings(
    findings: readonly DifferenceFinding[],
    called: Readonly<Record<DifferenceFinding['severity'], string>>,
  ): string[] {
    return findings.flatMap(({ severity, message }) =>
      this.say(`${called[severity]}${TYPOGRAPHY[this.lang].colon}${message}`, '  ! ', '    '),
    );
  }

  private places(places: readonly string[]): string[] {
    return places.map((place) => this.view.paint.faint(`        ${place}`));
  }

  private say(text: string, first: string, next = first): string[] {
    const { lang } = this;
    return paragraph(typeset(text, lang), this.view.columns, lang, first, next);
  }
}
