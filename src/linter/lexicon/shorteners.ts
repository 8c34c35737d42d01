const hosts =
  '9qr.de alturl.com app.link bc.vc bit.do bit.ly bitly.com bitly.ws budurl.com clicky.me cutt.ly is.gd lc.chat linki.la lnkd.in minm.xyz ow.ly rb.gy rebrand.ly s2r.co serveirc.com shrtco.de soo.gd t.ly tiny.cc tinyurl.com goo.gl t.co ' +
  'v.gd shorturl.at buff.ly adf.ly bl.ink short.io s.id shorte.st j.mp urlz.fr u.to clck.ru vk.cc kısa.link shorturl.gg tny.im x.gd qr.ae dub.sh t2m.io snip.ly han.gl me2.do vo.la bitly.kr url.kr n9.cl acortar.link encurtador.com.br abre.ai kutt.it tr.im';

/** Short domains that many senders share. Source: facts on world law, section 5.2, and well-known ones of the same kind. */
export const sharedShorteners: ReadonlySet<string> = new Set(hosts.split(' '));

/** True for a host that many senders share. */
export function isSharedShortener(host: string): boolean {
  const plain = host.toLowerCase().replace(/^www\./u, '');
  return sharedShorteners.has(plain) || [...sharedShorteners].some((short) => plain.endsWith(`.${short}`));
}
