export { countryOf } from './country-of.ts';
export { maskPhone } from './mask-phone.ts';
export { hasNumberingPlan } from './numbering-plan.ts';
export { isE164, type ParsePhoneOptions, parsePhone } from './parse-phone.ts';
export type { E164, ParsedPhone, PhoneKind, PhoneRefusal } from './phone-number.ts';
export { possibleZones, zonesOfCountry } from './possible-zones.ts';
