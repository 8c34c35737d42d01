const names =
  'info information infos informacion informazione informacja sms mms text texts txt msg message messages mensaje mensajes messaggio wiadomosc nachricht nachrichten mesaj mensagem notice notices notification notify avviso avvisi aviso avisos hinweis meldung bildirim duyuru bilgi bilgilendirme alert alerts alerta alerte allarme alarm warning urgent important ' +
  'news newsletter update updates promo promos promotion promotions promotie promozione promocja promocao offer offers offerta offerte oferta ofertas offre offres angebot angebote aktion kampanya firsat indirim sale sales saldi soldes deal deals discount sconto rabatt rabat descuento desconto bonus gift free prize winner win marketing advert ads ad reklam werbung ' +
  'service services servicio servizio servis support help helpdesk hotline admin system auth verify verification otp code codes pin password login security secure account accounts confirm reminder reminders ' +
  'bank banking credit loan loans finance payment payments delivery courier parcel post package shipping order orders tracking shop store market online mobile customer client clients test testing demo noreply donotreply sender unknown company business group office team brand';

/** Common words of several languages that stand as sender names and name nobody. */
export const genericWorldNames: ReadonlySet<string> = new Set(names.split(' '));
