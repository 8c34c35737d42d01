import type { ConsentBook } from '../consent/consent-book.ts';
import type { Evidence, SubjectRef } from '../consent/record/record.ts';
import type { Channel } from '../law/vocabulary.ts';
import { countryOf, type E164 } from '../phone/index.ts';
import { type ConfirmedWithdrawal, withdrawalToConfirm } from './opt-out-confirmation.ts';

/** A template that answers, by id. It is a service message: nothing in it may advertise, and the clearance refuses it when it does. */
export interface AnswerMessage {
  readonly template: string;
  readonly values?: Readonly<Record<string, string>> | undefined;
  /** BCP 47 language by ISO country of the number; the messenger's `fallbackLocale` elsewhere. */
  readonly locales?: Readonly<Record<string, string>> | undefined;
}

/** What a person who writes "start" is asked for. */
export interface OptInQuestion extends AnswerMessage {
  readonly purposes: readonly string[];
  /** @default the channel they wrote on */
  readonly channels?: readonly Channel[] | undefined;
  /** The text of the question as evidence names it: what `keepNotices` gives for it. */
  readonly notice: NonNullable<Evidence['notice']>;
  /**
   * ISO countries where the word alone is a consent, because an advertisement has said what it means; everywhere else the person is asked, and only
   * their yes counts.
   * @default []
   */
  readonly wordSufficesIn?: readonly string[] | undefined;
}

/** What is said back to people who write. Nothing is sent that stands not here. */
export interface ReplyAnswers {
  /** Confirms an opt-out, once, where the law of the number's country allows it. */
  readonly optOut?: AnswerMessage | undefined;
  /** Says who writes, how to reach them and how to stop. Once an hour per person, so that two machines do not talk for ever. */
  readonly help?: AnswerMessage | undefined;
  readonly optIn?: OptInQuestion | undefined;
  /** Ids of configured providers, or of their carriers' numbers, that answer stop words themselves: a second confirmation would be one too many. */
  readonly confirmedByProvider?: readonly string[] | undefined;
}

/** A person who wrote, and where: answers go back the same way. */
export interface Correspondent {
  readonly subject: SubjectRef;
  readonly phone: E164;
  readonly sender: string;
  /** Id of the configured provider. */
  readonly provider: string;
  readonly channel: Channel;
  readonly now: Date;
}

/** A message back, to be stored under a key that names it for ever. */
export interface Answer {
  readonly key: string;
  readonly to: Correspondent;
  readonly message: AnswerMessage;
  readonly locale?: string;
  readonly validUntil: Date;
  readonly confirms?: ConfirmedWithdrawal;
}

export interface ReplyAnswererDeps {
  readonly answers: ReplyAnswers;
  readonly consent: Pick<ConsentBook, 'load' | 'request' | 'confirm' | 'grant'>;
  /** Minutes after an opt-out within which the law of a country allows one confirmation; `undefined` when it allows none. */
  readonly confirmationWithinMinutes: (country: string, channel: Channel, now: Date) => number | undefined;
  /** Stores a message; told once more under the same key it stores nothing. */
  readonly send: (answer: Answer) => Promise<void>;
}

/** Answers people, with what the host has put in and the law allows. Every act may be repeated: it is one. */
export interface ReplyAnswerer {
  optOut(to: Correspondent): Promise<void>;
  help(to: Correspondent): Promise<void>;
  /** A word that asks for messages, and a yes to the question: `act` names it, `proofHash` is that of the raw webhook. */
  optIn(to: Correspondent, act: { readonly id: string; readonly proofHash: string }): Promise<void>;
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** How long a question waits for its yes. */
const QUESTION_MS = 48 * HOUR_MS;
/** A question about a form is answered where the form says, not by a yes to something else. */
const FORM_PREFIX = 'form:';

export function createReplyAnswerer({ answers, consent, confirmationWithinMinutes, send }: ReplyAnswererDeps): ReplyAnswerer {
  const answer = (key: string, to: Correspondent, message: AnswerMessage, validForMs: number): Omit<Answer, 'confirms'> => {
    const locale = message.locales?.[countryOf(to.phone) ?? ''];
    return { key, to, message, ...(locale === undefined ? {} : { locale }), validUntil: new Date(to.now.getTime() + validForMs) };
  };
  const chainOf = async ({ subject }: Correspondent) => (await consent.load([subject])).get(subject) ?? [];

  return {
    async optOut(to) {
      const country = countryOf(to.phone);
      if (answers.optOut === undefined || country === null || answers.confirmedByProvider?.includes(to.provider) === true) return;
      const minutes = confirmationWithinMinutes(country, to.channel, to.now);
      const confirms = minutes === undefined ? null : withdrawalToConfirm(await chainOf(to), to.sender);
      if (minutes === undefined || confirms === null) return;
      const leftMs = confirms.withdrawnAt.getTime() + minutes * MINUTE_MS - to.now.getTime();
      if (leftMs <= 0) return;
      await send({ ...answer(`opt-out-confirmation/${to.subject}/${confirms.recordId}`, to, answers.optOut, leftMs), confirms });
    },

    async help(to) {
      if (answers.help === undefined) return;
      const hour = Math.floor(to.now.getTime() / HOUR_MS);
      await send(answer(`help/${to.subject}/${to.sender}/${hour}`, to, answers.help, HOUR_MS));
    },

    async optIn(to, { id, proofHash }) {
      const chain = await chainOf(to);
      const pending = chain.findLast(({ kind }) => kind === 'requested');
      // the word that made us ask is no answer to the question, however often its webhook comes
      const isOpen = pending?.validUntil !== undefined && pending.validUntil > to.now && !pending.id.startsWith(FORM_PREFIX) && pending.id !== id;
      if (isOpen && pending !== undefined) {
        const { confirmed } = await consent.confirm({ subject: to.subject, requestId: pending.id, replyProofHash: proofHash });
        if (confirmed) return;
      }
      const { optIn } = answers;
      if (optIn === undefined) return;
      const country = countryOf(to.phone);
      const act = {
        id,
        address: to.phone,
        sender: to.sender,
        channels: optIn.channels ?? [to.channel],
        purposes: optIn.purposes,
        evidence: { method: 'keyword', grade: 'A', actor: to.provider, notice: optIn.notice, proofHash },
        ...(country === null ? {} : { jurisdiction: country }),
      } as const;
      if (country !== null && optIn.wordSufficesIn?.includes(country) === true) {
        await consent.grant(act);
        return;
      }
      await consent.request({ ...act, by: 'reply', ttlMs: QUESTION_MS });
      await send(answer(`opt-in-question/${to.subject}/${id}`, to, optIn, HOUR_MS));
    },
  };
}
