import { describe, expect, it } from 'vitest';
import { loadAllPacks } from '../../src/law/packs/all.ts';
import { createLinter } from '../../src/linter/create-linter.ts';

interface Wordings {
  readonly country: string;
  /** A service message, the same with an offer, and advertising that says how to refuse. */
  readonly service: string;
  readonly offer: string;
  readonly refusable: string;
  readonly prize?: string;
}

const languages: Readonly<Record<string, Wordings>> = {
  Finnish: {
    country: 'FI',
    service: 'Kahvila Koivu: tilauksesi 44 on valmis, nouda ennen klo 18.',
    offer: 'Kahvila Koivu: tilauksesi 44 on valmis. Leivokset tänään puoleen hintaan!',
    refusable: 'Kahvila Koivu: pullat 2 euroa. Peru viestit: koivu.example/peru',
    prize: 'Koivu: olet voittanut puhelimen, lunasta heti. Peru viestit: koivu.example/peru',
  },
  Swedish: {
    country: 'SE',
    service: 'Cykel Björk: din cykel är klar, hämta före 18.',
    offer: 'Cykel Björk: din cykel är klar. Hjälmar till halva priset bara idag!',
    refusable: 'Cykel Björk: nya sadlar. Avregistrera dig: bjork.example/av',
    prize: 'Björk: du har vunnit en telefon. Avregistrera dig: bjork.example/av',
  },
  Danish: {
    country: 'DK',
    service: 'Bageri Lyng: din ordre 44 er klar til afhentning.',
    offer: 'Bageri Lyng: din ordre 44 er klar. Kager til halv pris kun i dag!',
    refusable: 'Bageri Lyng: friske boller. Afmeld: lyng.example/af',
  },
  Norwegian: {
    country: 'NO',
    service: 'Bakeri Lyng: bestillingen 44 er klar for henting.',
    offer: 'Bakeri Lyng: bestillingen 44 er klar. Kaker med 30% rabatt i dag!',
    refusable: 'Bakeri Lyng: ferske boller. Meld deg av: lyng.example/av',
  },
  Lithuanian: {
    country: 'LT',
    service: 'Kepykla Linas: jūsų užsakymas 44 paruoštas.',
    offer: 'Kepykla Linas: užsakymas 44 paruoštas. Tortams nuolaida tik šiandien!',
    refusable: 'Kepykla Linas: šilta duona. Atsisakyti: linas.example/n',
  },
  Hungarian: {
    country: 'HU',
    service: 'Kenyér Bolt: a 44-es rendelése átvehető 18 óráig.',
    offer: 'Kenyér Bolt: rendelése átvehető. Csak ma féláron a torták!',
    refusable: 'Kenyér Bolt: friss kalács. Leiratkozás: kenyer.example/le',
    prize: 'Bolt: ön nyert egy telefont! Leiratkozás: kenyer.example/le',
  },
  Romanian: {
    country: 'RO',
    service: 'Brutaria Spic: comanda 44 este gata.',
    offer: 'Brutaria Spic: comanda 44 este gata. Prajituri la jumatate de pret doar azi!',
    refusable: 'Brutaria Spic: cozonac cald. Dezabonare: spic.example/d',
    prize: 'Spic: ati castigat un telefon. Dezabonare: spic.example/d',
  },
  Bulgarian: {
    country: 'BG',
    service: 'Пекарна Клас: поръчка 44 е готова.',
    offer: 'Пекарна Клас: поръчка 44 е готова. Торти с отстъпка само днес!',
    refusable: 'Пекарна Клас: топъл хляб. Отписване: klas.example/o',
  },
  Croatian: {
    country: 'HR',
    service: 'Pekara Klas: narudzba 44 je spremna.',
    offer: 'Pekara Klas: narudzba 44 je spremna. Popust na torte samo danas!',
    refusable: 'Pekara Klas: topli kruh. Odjava: klas.example/o',
    prize: 'Klas: osvojili ste mobitel. Odjava: klas.example/o',
  },
  Hebrew: {
    country: 'IL',
    service: 'מאפיית שיבולת: הזמנה 44 מוכנה לאיסוף.',
    offer: 'מאפיית שיבולת: הזמנה 44 מוכנה. עוגות בחצי מחיר רק היום!',
    refusable: 'מאפיית שיבולת: לחם חם. להסרה: shibolet.example/r',
  },
  Thai: {
    country: 'TH',
    service: 'ร้านข้าวหอม: ออเดอร์ 44 พร้อมรับแล้ว',
    offer: 'ร้านข้าวหอม: ออเดอร์ 44 พร้อมรับแล้ว เค้กส่วนลด 20% วันนี้เท่านั้น',
    refusable: 'ร้านข้าวหอม: ขนมปังใหม่ ยกเลิกรับ sms: hom.example/u',
  },
  Vietnamese: {
    country: 'VN',
    service: 'Tiem banh Lua: don 44 da san sang.',
    offer: 'Tiem banh Lua: don 44 da san sang. Mua 1 tang 1 chi hom nay!',
    refusable: 'Tiem banh Lua: banh mi moi. Tu choi: lua.example/tc',
  },
  Indonesian: {
    country: 'ID',
    service: 'Toko Padi: pesanan 44 siap diambil.',
    offer: 'Toko Padi: pesanan 44 siap diambil. Kue setengah harga hanya hari ini!',
    refusable: 'Toko Padi: roti hangat. Berhenti: padi.example/b',
  },
  Armenian: {
    country: 'AM',
    service: 'Հացատուն: ձեր 44 պատվերը պատրաստ է:',
    offer: 'Հացատուն: ձեր 44 պատվերը պատրաստ է: Տորթերի զեղչ միայն այսօր!',
    refusable: 'Հացատուն: տաք հաց. Հրաժարվել: hats.example/h',
  },
  Georgian: {
    country: 'GE',
    service: 'საცხობი: შეკვეთა 44 მზადაა.',
    offer: 'საცხობი: შეკვეთა 44 მზადაა. ტორტებზე ფასდაკლება მხოლოდ დღეს!',
    refusable: 'საცხობი: თბილი პური. გაუქმება: puri.example/g',
  },
  Kyrgyz: {
    country: 'KG',
    service: 'Наабайкана: 44-заказ даяр.',
    offer: 'Наабайкана: 44-заказ даяр. Торттор бүгүн гана арзандатуу менен!',
    refusable: 'Наабайкана: жаңы нан. Баш тартуу: nan.example/b',
  },
  Tajik: {
    country: 'TJ',
    service: 'Нонвойхона: фармоиши 44 тайёр.',
    offer: 'Нонвойхона: фармоиши 44 тайёр. Тахфифи тортҳо танҳо имрӯз!',
    refusable: 'Нонвойхона: нони гарм. Рад кардан: non.example/r',
  },
  Azerbaijani: {
    country: 'AZ',
    service: 'Çörəkxana: 44 nömrəli sifariş hazırdır.',
    offer: 'Çörəkxana: sifariş hazırdır. Tortlara yalnız bu gün endirim!',
    refusable: 'Çörəkxana: isti çörək. İmtina: corek.example/i',
  },
  Belarusian: {
    country: 'BY',
    service: 'Пякарня Колас: замова 44 гатовая.',
    offer: 'Пякарня Колас: замова 44 гатовая. Зніжка на торты толькі сёння!',
    refusable: 'Пякарня Колас: цёплы хлеб. Адпісацца: kolas.example/a',
  },
};

describe('wordings of more languages', async () => {
  const linter = createLinter({ packs: await loadAllPacks(), today: '2026-11-23' });
  const found = (country: string, kind: 'marketing' | 'transactional', text: string): readonly string[] =>
    linter.lint({ country, channel: 'sms', kind, sender: '36180', text, at: '2026-11-17T14:00' }).map(({ rule }) => rule);

  it.each(Object.entries(languages))('%s: an offer inside a service message, a way out, a fake prize', (_language, words) => {
    expect(found(words.country, 'transactional', words.service)).not.toContain('marketing-in-transactional');
    expect(found(words.country, 'transactional', words.offer)).toContain('marketing-in-transactional');
    expect(found(words.country, 'marketing', words.refusable)).not.toContain('no-opt-out');
    expect(found(words.country, 'marketing', words.service)).toContain('no-opt-out');
    if (words.prize !== undefined) expect(found(words.country, 'marketing', words.prize)).toContain('deceptive-claim');
  });
});
