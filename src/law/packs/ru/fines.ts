import type { LocalText } from '../../vocabulary.ts';

/** Fines in thousands of roubles by role: `citizen / official / legal entity`. `null` where the article names no fine for the role. */
function fine(article: string, citizen: string | null, official: string, entity: string, more: LocalText = { en: '', ru: '' }): LocalText {
  const en = [citizen === null ? '' : `citizen ${citizen}k, `, `official ${official}k, legal entity ${entity}k roubles`].join('');
  const ru = [citizen === null ? '' : `гражданин ${citizen} тыс., `, `должностное лицо ${official} тыс., юридическое лицо ${entity} тыс. руб.`].join(
    '',
  );
  return { en: `Code on administrative offences ${article}: ${en}${more.en}`, ru: `КоАП ${article}: ${ru}${more.ru}` };
}

const unverified: LocalText = { en: ' (amounts not verified)', ru: ' (суммы не проверены)' };

/** Fines that rules name. Source: facts on Russian law, section 9. */
export const fines: Readonly<
  Record<'general' | 'networks' | 'medical' | 'credit' | 'marking' | 'vpn' | 'tobacco' | 'personalData' | 'debt', LocalText>
> = {
  general: fine('14.3(1)', '2–2.5', '4–20', '100–500'),
  networks: fine('14.3(4.1)', '10–20', '20–100', '300–1000'),
  medical: fine('14.3(5)', '2–2.5', '10–20', '200–500', unverified),
  credit: fine('14.3(6)', null, '40–100', '600–1600'),
  marking: fine('14.3(16)', '30–100', '100–200', '200–500'),
  vpn: fine('14.3(18)', '50–80', '80–150', '200–500', unverified),
  tobacco: fine('14.3.1(4)', '3–4', '10–25', '150–600', unverified),
  personalData: fine('13.11(1)', '10–15', '50–100', '150–300'),
  debt: {
    en: 'Code on administrative offences 14.57: creditor 20–200k, registered collector 50–500k roubles (amounts not verified)',
    ru: 'КоАП 14.57: кредитор 20–200 тыс., коллектор из реестра 50–500 тыс. руб. (суммы не проверены)',
  },
};
