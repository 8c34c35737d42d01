import type { LawPack } from '../pack.ts';

/**
 * Loads a pack by id, `undefined` for one licet does not ship. Each pack is a module of its own: what is not asked for is not loaded.
 * @example
 * const pack = await loadPack('gb');
 */
export async function loadPack(id: string): Promise<LawPack | undefined> {
  return Object.hasOwn(loaders, id) ? loaders[id]?.() : undefined;
}

/** Every pack licet ships, loaded: for the command line and for audits over many countries. */
export async function loadAllPacks(): Promise<readonly LawPack[]> {
  return Promise.all(Object.values(loaders).map((load) => load()));
}

const loaders: Readonly<Record<string, () => Promise<LawPack>>> = {
  ae: async () => (await import('./ae.ts')).ae(),
  am: async () => (await import('./am.ts')).am(),
  ar: async () => (await import('./ar.ts')).ar(),
  at: async () => (await import('./at.ts')).at(),
  au: async () => (await import('./au.ts')).au(),
  az: async () => (await import('./az.ts')).az(),
  be: async () => (await import('./be.ts')).be(),
  bg: async () => (await import('./bg.ts')).bg(),
  br: async () => (await import('./br.ts')).br(),
  by: async () => (await import('./by.ts')).by(),
  ca: async () => (await import('./ca.ts')).ca(),
  ch: async () => (await import('./ch.ts')).ch(),
  cl: async () => (await import('./cl.ts')).cl(),
  cn: async () => (await import('./cn.ts')).cn(),
  co: async () => (await import('./co.ts')).co(),
  cz: async () => (await import('./cz.ts')).cz(),
  de: async () => (await import('./de.ts')).de(),
  dk: async () => (await import('./dk.ts')).dk(),
  ee: async () => (await import('./ee.ts')).ee(),
  eg: async () => (await import('./eg.ts')).eg(),
  es: async () => (await import('./es.ts')).es(),
  fi: async () => (await import('./fi.ts')).fi(),
  fr: async () => (await import('./fr.ts')).fr(),
  gb: async () => (await import('./gb.ts')).gb(),
  ge: async () => (await import('./ge.ts')).ge(),
  hk: async () => (await import('./hk.ts')).hk(),
  hr: async () => (await import('./hr.ts')).hr(),
  hu: async () => (await import('./hu.ts')).hu(),
  id: async () => (await import('./id.ts')).id(),
  ie: async () => (await import('./ie.ts')).ie(),
  il: async () => (await import('./il.ts')).il(),
  in: async () => (await import('./in.ts')).india(),
  it: async () => (await import('./it.ts')).it(),
  jo: async () => (await import('./jo.ts')).jo(),
  jp: async () => (await import('./jp.ts')).jp(),
  ke: async () => (await import('./ke.ts')).ke(),
  kg: async () => (await import('./kg.ts')).kg(),
  kr: async () => (await import('./kr.ts')).kr(),
  kw: async () => (await import('./kw.ts')).kw(),
  kz: async () => (await import('./kz.ts')).kz(),
  lt: async () => (await import('./lt.ts')).lt(),
  lv: async () => (await import('./lv.ts')).lv(),
  md: async () => (await import('./md.ts')).md(),
  mn: async () => (await import('./mn.ts')).mn(),
  mx: async () => (await import('./mx.ts')).mx(),
  my: async () => (await import('./my.ts')).my(),
  ng: async () => (await import('./ng.ts')).ng(),
  nl: async () => (await import('./nl.ts')).nl(),
  no: async () => (await import('./no.ts')).norway(),
  nz: async () => (await import('./nz.ts')).nz(),
  ph: async () => (await import('./ph.ts')).ph(),
  pk: async () => (await import('./pk.ts')).pk(),
  pl: async () => (await import('./pl.ts')).pl(),
  pt: async () => (await import('./pt.ts')).pt(),
  qa: async () => (await import('./qa.ts')).qa(),
  ro: async () => (await import('./ro.ts')).ro(),
  rs: async () => (await import('./rs.ts')).rs(),
  ru: async () => (await import('./ru.ts')).ru(),
  sa: async () => (await import('./sa.ts')).sa(),
  se: async () => (await import('./se.ts')).se(),
  sg: async () => (await import('./sg.ts')).sg(),
  sms: async () => (await import('./sms.ts')).sms(),
  th: async () => (await import('./th.ts')).th(),
  tj: async () => (await import('./tj.ts')).tj(),
  tr: async () => (await import('./tr.ts')).tr(),
  ua: async () => (await import('./ua.ts')).ua(),
  us: async () => (await import('./us.ts')).us(),
  uz: async () => (await import('./uz.ts')).uz(),
  vn: async () => (await import('./vn.ts')).vn(),
  whatsapp: async () => (await import('./whatsapp.ts')).whatsapp(),
  za: async () => (await import('./za.ts')).za(),
};

/** Ids of all packs, in alphabetical order; `sms` and `whatsapp` are the platforms. */
export const packIds: readonly string[] = Object.keys(loaders).toSorted();
