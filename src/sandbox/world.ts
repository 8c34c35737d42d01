import type { Clock } from '../clock.ts';
import type { Behaviour, PersonScript } from './behaviour.ts';
import { entryOf, pauseOf } from './booking.ts';
import { type BookedMessage, type Books, happenedTo, track } from './books.ts';
import type { Draw } from './draw.ts';
import { hexOf } from './draw.ts';
import type { LedgerEntry, PlannedEvent } from './ledger.ts';
import type { SandboxOptions } from './options.ts';
import { decideFate, type Fate } from './plan.ts';
import {
  type ApiAnswer,
  type AskedMessage,
  codesOf,
  type Desk,
  type Happening,
  type ProviderApi,
  type Taken,
  type WebhookLink,
} from './provider-api.ts';
import { createSchedule } from './schedule.ts';
import { createWebhookSender } from './webhook-sender.ts';

/** What the inbox page is told about. */
export type WorldNews =
  | { readonly news: 'message'; readonly entry: LedgerEntry }
  | { readonly news: 'event'; readonly seq: number; readonly event: PlannedEvent; readonly at: string };

export interface WorldSetting {
  readonly options: SandboxOptions;
  readonly seed: string;
  readonly behaviour: Behaviour;
  readonly clock: Clock;
  readonly draw: Draw;
  readonly books: Books;
  readonly apis: readonly ProviderApi[];
  readonly closed: AbortSignal;
}

/** What the connection of one send suffers after its answer is made. */
type Drop = 'none' | 'cut' | 'held';

/** The sandbox's people, networks and platforms: takes messages, makes things happen to them and tells the host. */
export interface World {
  /** A desk for one request; `drop` says afterwards what becomes of its connection. */
  open(api: ProviderApi, parallel: number): Desk & { readonly drop: Drop };
  script(to: string, behaviour: PersonScript): void;
  /** Makes something happen to a message now. */
  act(seq: number, event: Omit<PlannedEvent, 'afterMs'>): boolean;
  listen(listener: (news: WorldNews) => void): () => void;
  /** Things that are still to happen. */
  readonly pending: number;
}

/** Builds the world and takes up whatever the books say is still to happen. */
export function createWorld(setting: WorldSetting): World {
  const { options, behaviour, clock, draw, books, apis, closed } = setting;
  const schedule = createSchedule(clock, closed);
  const sender = createWebhookSender(clock, closed);
  const scripts = new Map(Object.entries(options.scripts ?? {}));
  const listeners = new Set<(news: WorldNews) => void>();
  const throttled = new Set<string>();
  const burstUntil = new Map<string, number>();
  const shelves = new Map<string, Map<string, unknown>>();
  const shelfOf = (id: string) => {
    const shelf = shelves.get(id) ?? new Map<string, unknown>();
    shelves.set(id, shelf);
    return shelf;
  };

  const apiOf = (id: string) => apis.find((api) => api.id === id);
  const tell = (news: WorldNews) => {
    for (const listener of listeners) listener(news);
  };

  function happening(message: BookedMessage, number: number): Happening | undefined {
    const event = message.plan[number];
    if (event === undefined) return undefined;
    const at = new Date(Date.parse(message.entry.at) + event.afterMs);
    return { entry: message.entry, event, at, toldAt: clock.now(), id: hexOf(24, setting.seed, String(message.entry.seq), String(number)) };
  }

  function callFor(message: BookedMessage, number: number) {
    const api = apiOf(message.entry.provider);
    const what = happening(message, number);
    const url = options.webhooks?.[message.entry.provider];
    return api === undefined || what === undefined || url === undefined ? null : api.webhook(what, linkOf(options, api.id, url));
  }

  function run(message: BookedMessage, number: number): void {
    const event = message.plan[number];
    if (event === undefined || message.acked.has(number)) return;
    tell({ news: 'event', seq: message.entry.seq, event, at: clock.now().toISOString() });
    if (callFor(message, number) === null) return;
    void sender
      .deliver(() => callFor(message, number))
      .then((taken) => {
        if (taken && !closed.aborted) books.acked(message.entry.seq, number, clock.now());
      });
  }

  function scheduleAll(message: BookedMessage): void {
    const taken = Date.parse(message.entry.at);
    message.plan.forEach((event, number) => {
      if (!message.acked.has(number)) schedule.at(taken + event.afterMs, () => run(message, number));
    });
  }

  for (const message of books.messages) scheduleAll(message);

  const hasStopped = (api: ProviderApi, to: string, now: Date) =>
    books.sentTo(api.id, to).some((message) => happenedTo(message, now).some(({ event }) => api.keepsStop(event)));

  const isPaused = (template: AskedMessage['template']) =>
    options.pauseTemplate !== undefined &&
    template?.name === options.pauseTemplate.name &&
    books.templateCount(template.name) >= options.pauseTemplate.afterAccepted;

  function refusal(api: ProviderApi, message: AskedMessage, fate: Fate, ref: string, now: Date): ApiAnswer | undefined {
    const script = scripts.get(message.to);
    if (script?.refuse !== undefined) return api.refuse(script.refuse);
    const step = `${api.id} ${message.to} ${ref}`;
    if (fate.fault === 'throttled' && !throttled.has(step)) {
      throttled.add(step);
      burstUntil.set(api.id, now.getTime() + behaviour.burstMs);
    }
    const codes = codesOf(api, message.channel ?? api.channel);
    const leftMs = (burstUntil.get(api.id) ?? 0) - now.getTime();
    if (leftMs > 0) return api.refuse(codes.throttled, leftMs);
    if (hasStopped(api, message.to, now)) return api.refuse(codes.stopped);
    if (isPaused(message.template)) return api.refuse(codes.templatePaused ?? codes.stopped);
    return fate.absent && api.absence === 'in-answer' ? api.refuse(codes.absent) : undefined;
  }

  async function take(api: ProviderApi, message: AskedMessage, drop: (kind: Drop) => void): Promise<Taken> {
    const now = clock.now();
    const ref = message.clientRef ?? message.messageId ?? message.text;
    const validityMs = message.validUntil === undefined ? undefined : Math.max(0, message.validUntil.getTime() - now.getTime());
    const question = { api, channel: message.channel ?? api.channel, to: message.to, ref, doomed: message.doomed, validityMs };
    const fate = decideFate(question, behaviour, scripts.get(message.to) ?? {}, draw);
    const refused = refusal(api, message, fate, ref, now);
    if (refused !== undefined) return { refused };
    const early = fate.fault === 'early' && (fate.plan[0]?.type === 'sent' || fate.plan[0]?.type === 'failed');
    const plan = early ? fate.plan.map((event, index) => (index === 0 ? { ...event, afterMs: 0 } : event)) : fate.plan;
    const booked = books.take(entryOf(api, message, now, setting.seed, books.messages.length), [...plan, ...pauseOf(message, books, options)]);
    tell({ news: 'message', entry: booked.entry });
    if (early) await overtake(booked);
    scheduleAll(booked);
    if (fate.fault === 'cut' || fate.fault === 'held') drop(fate.fault);
    return { entry: booked.entry };
  }

  /** Tells the first receipt before the send is answered. */
  async function overtake(message: BookedMessage): Promise<void> {
    const call = message.plan[0]?.afterMs === 0 ? callFor(message, 0) : null;
    if (call !== null && (await sender.tryOnce(call))) books.acked(message.entry.seq, 0, clock.now());
  }

  return {
    open(api, parallel) {
      let dropped: Drop = 'none';
      return {
        get now() {
          return clock.now();
        },
        credential: options.credentials?.[api.id],
        templates: options.templates ?? [],
        shelf: shelfOf(api.id),
        parallel,
        take: (message) =>
          take(api, message, (kind) => {
            dropped = kind;
          }),
        find: (id) => trackAt(books.byId(api.id, id), clock.now()),
        sentTo: (to) => books.sentTo(api.id, to).map((message) => track(message, clock.now())),
        lastInbound: (to) => lastReply(books.sentTo(api.id, to), clock.now()),
        templateText: (name, language) => textOf(options, name, language),
        get drop() {
          return dropped;
        },
      };
    },
    script: (to, script) => void scripts.set(to, { ...scripts.get(to), ...script }),
    act(seq, event) {
      const message = books.bySeq(seq);
      if (message === undefined) return false;
      const number = books.plan(seq, { ...event, afterMs: Math.max(0, clock.now().getTime() - Date.parse(message.entry.at)) });
      run(message, number);
      return true;
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    get pending() {
      return schedule.pending;
    },
  };
}

function trackAt(message: BookedMessage | undefined, now: Date) {
  return message === undefined ? undefined : track(message, now);
}

function lastReply(messages: readonly BookedMessage[], now: Date): Date | undefined {
  const times = messages.flatMap((message) => happenedTo(message, now).flatMap(({ event, at }) => (event.type === 'reply' ? [at] : [])));
  return times.sort((a, b) => b.getTime() - a.getTime())[0];
}

function textOf(options: SandboxOptions, name: string, language: string): string | null | undefined {
  if (options.templates === undefined) return undefined;
  return options.templates.find((template) => template.name === name && template.language === language)?.body ?? null;
}

function linkOf(options: SandboxOptions, id: string, url: string): WebhookLink {
  return { url, publicUrl: options.publicUrls?.[id] ?? url, secret: options.secrets?.[id] ?? '' };
}
