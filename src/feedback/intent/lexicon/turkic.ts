import type { ReplyLexicon } from '../lexicon.ts';
import { list, phrases } from './expand.ts';

/** Turkish, Azerbaijani, Kazakh, Uzbek, Kyrgyz, and Tajik, whose readers use the same keyboards. */
export const turkic: readonly ReplyLexicon[] = [
  {
    lang: 'tr',
    optOut: list(
      'ret|iptal|dur|durdur|durdurun|stop|abonelikten çık|çıkmak istiyorum|listeden çıkar|listeden çıkarın|beni çıkarın|mesaj atmayın|istemiyorum|göndermeyin|sms istemiyorum|mesaj istemiyorum|yeter artık|silin|numaramı silin|red|reddediyorum|kaldır|beni silin|rahatsız etmeyin',
    ),
    ambiguous: list('hayır|son|yok|yeter'),
    filler: list('lütfen|teşekkürler|teşekkür|ederim|artık|beni|bana|hemen|sms|mesaj|reklam|hepsi|arkadaşlar'),
    optIn: list('onay|başla|abone ol|kabul|katıl'),
    yes: list('evet|tamam|onaylıyorum|kabul ediyorum|olur'),
    help: list('yardım|bilgi|kimsiniz|kim bu|destek'),
    stopVerbs: list(
      'sil|silin|silinsin|silmenizi|çıkar|çıkarın|çıkarılsın|çıkarılmak|çıkarmanızı|durdur*|kes|kesin|kaldır|kaldırın|bırakın|iptal|vazgeç*|geri|sonlandır*|yeter|bıktım|istemiyorum|engelle*',
    ),
    mailing: list('mesaj*|sms*|numara*|liste*|reklam*|spam*|abonelik*|kampanya*|bildirim*|rıza*|izin*|onay*|iletişim*|tanıtım*|veri*|rehber*'),
    requests: phrases(
      'mesaj atmayın|mesaj göndermeyin|sms atmayın|sms göndermeyin|göndermeyin|yollamayın|yazmayın|atmayın artık|bir daha mesaj|bir daha yaz*|bir daha gönder*|bir daha at*|mesaj istemiyorum|mesaj almak istemiyorum|sms almak istemiyorum|almak istemiyorum|reklam istemiyorum|listenizden çık*|listeden çık*|beni listeden|numaramı sil*|numaramı list*|numaramı kaldır*|rahatsız etmeyin|ilgilenmiyorum|iznimi geri|rızamı geri|onayımı geri|iptal etmek istiyorum aboneli*|bıktım|mesajları durdur*|mesajlarınızı kes*|aramayın|{mesaj,sms,reklam,ileti,bildirim,kampanya} {_ atma*,_ gönderme*,_ yollama*,_ istemiyor*,_ almak istemi*}|{göndermeyin*,gönderme,göndermeyiniz,yollamayın*,yazmayın*,yazma,atmayın*,aramayın*,atma artık}|{bir daha,artık,lütfen} {_ gönderme*,_ yazma*,_ atma*,_ arama*,_ yollama*,_ rahatsız etme*}|rahatsız {etmeyin*,etme,ediyorsunuz}|{listenizden,listeden,sistemden,sisteminizden,rehberinizden,aboneliğinizden,abonelikten,gruptan} {_ çık*,_ sil*,_ kaldır*}|{numaramı,numaram*,beni,telefonumu,kaydımı,verilerimi} {_ sil*,_ çıkar*,_ kaldır*,_ listenizden,_ listeden}|{istemiyorum,istemiyoruz,istemiyom} {artık,mesaj,böyle,daha}|{bıktım,bıktık,usandım,yeter} {artık,be,sizden,mesajlarınızdan,reklamlarınızdan}|{bıktım,usandım}|{iznimi,onayımı,rızamı} {_ geri,_ iptal}|{aboneliğimi,üyeliğimi,sms aboneliğimi} {_ iptal,_ sonlandır*}|ilgilenmiyor*|ilgimi çekmiyor|{çıkmak,ayrılmak} istiyor*|reddediyor*',
    ),
    denial: phrases(
      'yanlış numara|yanlış kişi|ben değilim|bu numara artık|vefat etti|öldü|tanımıyorum|numara değişti|{yanlış} {numara,kişi,kişiye}|{bu,artık} {numara} {_ değil,_ bana ait,_ başkas*}|{ben} {o,o kişi} değil*|{vefat,öldü,hayatını kaybetti}|{numara} {sahibi,el değiştirdi}|böyle biri yok|{değilim}',
    ),
    complaint: phrases(
      'şikayet*|şikâyet*|btk|iys|savcılı*|avukat*|dava|mahkeme|yasal|yasadışı|dolandırıcı*|sahtekar*|nereden buldunuz|nereden aldınız|nasıl buldunuz|izin vermedim|onay vermedim|kaydolmadım|izinsiz|tüketici hakem|polis*|suç duyurusu|{numaramı,telefonumu,numaram*} {_ nereden,_ nerden,_ kimden,_ nasıl,_ kim}|{nereden,nerden,kimden,nasıl} {_ numaramı,_ numaram*,buldunuz,aldınız,ulaştınız}|{şikayet,şikâyet} {edeceğim,ediyorum,ettim,edicem}|{izin,onay,rıza} {vermedim,vermemiştim,vermediğim}|{hiç,asla} {_ kaydol*,_ üye ol*,_ izin}|{suç duyurusu,tüketici,emniyet*,savcı*}|iznim olmadan|hukuki',
    ),
    hostile: phrases('kvkk|spam|taciz|dolandır*|sahtekar*|kaç kere|kaç defa|rezil*|utanmaz*|yalancı*|hırsız*'),
    optInPhrases: phrases(
      'abone olmak istiyorum|mesaj almak istiyorum|tekrar almak istiyorum|beni ekleyin|kayıt olmak istiyorum|yanlışlıkla çıktım|yanlışlıkla iptal',
    ),
    helpPhrases: phrases(
      'hangi {mağaza,şirket,marka}|kim {yazıyor,gönderiyor}|nasıl iptal|nasıl çıkabilirim|nasıl çıkarım|nasıl durdur*|nasıl abonelikten|kimsiniz|kim bu|hangi firma|bu nedir|yardım lazım|yardım eder misiniz|link açılmıyor|ücretli mi|nerede bulabilirim',
    ),
    innocent: phrases(
      'siparişimi iptal|siparişi iptal|randevumu iptal|randevuyu iptal|rezervasyonumu iptal|rezervasyonu iptal|durak*|durma|durmayın|durdurmayın|silmeyin|çıkarmayın|iptal etmeyin|son gün*|son tarih|sona|siparişten çıkar*|sepetten çıkar*|kargoyu durdur*|şikayetim yok|kurye göndermeyin|kargoyu göndermeyin|yok mu|var mı yok|stok yok|son durum|{siparişimi,siparişi,randevumu,randevuyu,rezervasyonu,rezervasyonumu} {_ iptal,_ ertele*}|durak*|{iptal,sil,çıkar,durdur} {etmeyin}|{şikayetim,şikayet} yok|{müsait,emin,evde,hazır,uygun,memnun} değilim|değilim şu an',
    ),
    objects: list('sipariş*|kargo*|kurye*|randevu*|rezervasyon*|teslimat*|ürün*|fatura*|beden|kapı*|zil*|masa|soğan*|paket*'),
    how: phrases(
      'nasıl {iptal,çıkabilirim,çıkarım,çık*,durdur*,kapat*,engelle*,silebil*,vazgeç*,abonelikten,listeden,ret}|{hangi} {numaraya,kelime}|{nereye} {yaz*,gönder*}|{iptal etmek,çıkmak,durdurmak} için _ {ne,nasıl,nereye,hangi}|{edersem,çıkarsam}',
    ),
    keep: list('sadece|yalnızca|hariç|dışında|olur|tamam|kalsın|gelsin'),
  },
  {
    lang: 'az',
    optOut: list('dayandır|dayandırın|stop|imtina|imtina edirəm|abunəlikdən çıx|göndərməyin|yazmayın|silin|nömrəmi silin|istəmirəm'),
    ambiguous: list('xeyr|ləğv|yox'),
    filler: list('zəhmət|olmasa|xahiş|edirəm|artıq|mənə|sağ|ol|sağol|təşəkkür'),
    optIn: list('başla|abunə|abunə ol'),
    yes: list('bəli|hə|razıyam|təsdiq'),
    help: list('kömək|məlumat|kimsiniz'),
    stopVerbs: list('silin|sil|dayandır*|çıxarın|çıxar|ləğv|kəsin|bəsdir'),
    mailing: list('mesaj*|sms*|nömrə*|reklam*|spam*|siyahı*|abunə*|kampaniya*'),
    requests: phrases(
      'mesaj göndərməyin|göndərməyin|yazmayın|mesaj istəmirəm|almaq istəmirəm|reklam istəmirəm|siyahıdan çıx*|nömrəmi sil*|narahat etməyin|maraqlı deyil|{mesaj,sms,reklam} {_ göndərmə*,_ yazma*,_ atma*,_ istəmi*,_ yollama*}|{bir də,daha,artıq,mənə} {_ göndərmə*,_ yazma*,_ zəng etmə*,_ narahat etmə*}|{siyahıdan,siyahınızdan,bazadan,bazanızdan} {_ çıxar*,_ sil*}|{nömrəmi,məni} {_ sil*,_ çıxar*}|{istəmirəm,istəmirik,lazım deyil,lazım döyül}|{bezdim,bezdir*,yoruldum}|{razılığımı} {_ geri,_ ləğv}|maraqlı deyil|maraqlanmıram|{göndərmə,göndərməyin,yazma,yazmayın,dayandırın}',
    ),
    denial: phrases(
      'səhv nömrə|yanlış nömrə|mən deyiləm|vəfat|{səhv,yanlış,başqa} {nömrə*,adam}|{bu} {_ nömrəsi deyil}|mən _ deyiləm|{vəfat,rəhmətə,ölüb}|səhv salmısınız',
    ),
    complaint: phrases(
      'şikayət*|məhkəmə|vəkil*|fırıldaq*|haradan aldınız|haradan tapdınız|icazə verməmişəm|razılıq verməmişəm|polis*|{nömrəmi} {_ haradan,_ hardan,_ kim*}|{hardan,haradan} {_ aldı*,_ tapdı*}|şikayət {edəcə*,edirəm}|{icazə,razılıq} {_ vermə*}|{icazəsiz,qanunsuz}',
    ),
    hostile: phrases('spam|fırıldaq*|yalan*|neçə dəfə|utan*|dələduz*'),
    optInPhrases: phrases('abunə olmaq istəyirəm|almaq istəyirəm|məni əlavə'),
    helpPhrases: phrases('necə imtina|necə çıx*|necə dayandır*|kimsiniz|hansı şirkət|link açılmır'),
    innocent: phrases(
      'sifarişi ləğv|sifarişimi ləğv|rezervi ləğv|dayanacaq|dayandırmayın|silməyin|şikayətim yoxdur|sifariş* {_ ləğv}|{dayandırmayın}|dayanacaq*',
    ),
    objects: list('sifariş*|kuryer*|çatdırılma*|məhsul*|ölçü|qapı*|randevu*|rezerv*|bağlama*'),
    how: phrases('necə {imtina,çıx*,dayandır*,ləğv,sil*,söndür*}|{hara,hansı nömrəyə} {_ yaz*,_ göndər*}'),
    keep: list('yalnız|təkcə|olar|qalsın|yaxşıdır'),
  },
  {
    lang: 'kk',
    optOut: list(
      'тоқтату|тоқта|тоқтатыңыз|тоқтатыңыздар|стоп|бас тарту|бас тартамын|жазылымнан бас тарту|жазбаңыз|жазбаңыздар|жібермеңіз|жібермеңіздер|керек емес|өшіріңіз|өшіріңіздер|нөмірімді өшіріңіз|мазаламаңыз|қажет емес|хабарлама жібермеңіз|toqtat|toqtatu|zhazbanyz',
    ),
    ambiguous: list('жоқ|болды|жетер|jok'),
    filler: list('өтінемін|рахмет|рақмет|маған|мені|енді|өтініш|смс|хабарлама|жарнама|тізімнен|сәлеметсіз|бе'),
    optIn: list('бастау|жазылу|жазыламын|старт'),
    yes: list('иә|ия|келісемін|растаймын|жарайды|ия келісемін'),
    help: list('көмек|анықтама|бұл кім|сіз кімсіз'),
    stopVerbs: list(
      'тоқтат|тоқтатың*|тоқтатсаң*|тоқтатуды|өшір|өшірің*|өшірсең*|өшіруді|алып|алыңыз|шығар|шығарың*|қой|қойың*|доғар|доғарың*|бас|қайтар*|сызып',
    ),
    mailing: list('хабарлама*|смс*|жарнама*|нөмір*|тізім*|спам*|база*|жіберу*|келісім*|хат*|акция*|хабарландыру*|жазуды|жіберуді'),
    requests: phrases(
      'жазбаңыз*|жібермең*|жібермеңіз*|мазаламаң*|керек емес|қажет емес|алғым келмейді|алғым келмей*|хабарлама алғым|қызықтырмайды|қызық емес|бас тартамын|бас тартқым|келісімімді қайтар*|енді жазба*|енді жіберме*|базадан өшір*|тізімнен шығар*|тізімнен өшір*|жарнама керек емес|шаршадым|жалықтым|мезі болдым|{хабарлама,хабарламалар,смс,жарнама} {_ жібермең*,_ жазбаң*,_ салмаң*,_ жіберме,_ керек емес,_ керегі жоқ}|{енді,бұдан былай,маған} {_ жазба*,_ жіберме*,_ хабарласпа*,_ звондама*,_ қоңырау шалма*}|{жазба,жазбаңдар,жіберме,жібермеңдер,мазаламаңдар,мазаламаңыз*}|{тізімнен,базадан,рассылкадан} {_ шығар*,_ өшір*,_ алып,_ алыңыз*}|{нөмірімді,номерімді,мені} {_ өшір*,_ алып,_ шығар*}|{керегі жоқ,керек жоқ,қажет емес}|жарнамаларың* {_ қажет,_ керек}|{мезі,шаршат*,жалық*} {_ қылды*,_ болдым,}|{алғым,көргім,оқығым} келмей*|келісімімді {_ қайтар*,_ кері}|тоқтат{ыңдар,сай,сайшы}',
    ),
    denial: phrases(
      'қате нөмір|нөмірден қателес*|қателестіңіз*|бұл менің нөмірім емес|қайтыс бол*|мен емеспін|мен ол емеспін|танымаймын|{қате,басқа} {нөмір,номер,адам}*|{бұл} {_ нөмірі емес,_ номері емес,_ менікі}|{мен} {_ емеспін}|қайтыс|{шатастыр*,қателес*}',
    ),
    complaint: phrases(
      'шағым*|шағымдан*|прокуратура*|сот|сотқа|заңгер|адвокат*|заңсыз|алаяқ*|алдау|нөмірімді қайдан|қайдан алдыңыз*|келісім бермедім|келісім берген жоқпын|рұқсатсыз|полиция*|{нөмірімді,номерімді,нөмірім*} {_ қайдан,_ кімнен,_ кім}|қайдан {_ алдың*,_ тапт*,_ білд*}|{шағым} {_ түсір*,_ жаз*,_ айт*}|келісім {_ бермег*,_ бермед*}|{рұқсатсыз,келісімсіз,заңға қайшы}|{полиция*,прокуратура*,сотқа}|жазылмаған*',
    ),
    hostile: phrases('спам|алаяқ*|өтірік*|ұят|неше рет|алдамшы*'),
    optInPhrases: phrases('жазылғым келеді|алғым келеді|қайта қос*|мені қос*'),
    helpPhrases: phrases('қалай бас тарт*|қалай тоқтат*|қалай өшір*|сіз кімсіз|бұл кім|қандай дүкен|қандай компания|сілтеме ашылмай*|қанша тұрады'),
    innocent: phrases(
      'тоқтатпа*|тоқтамаң*|өшірмең*|тапсырысты тоқтат*|тапсырыстан бас тарт*|тапсырысты өшір*|аялдама*|шағымым жоқ|шағым жоқ|жазылудан бас тартпай*|курьер жібермең*|курьерді жібермең*|уақыты болды|дайын болды|жақсы болды|тапсырыс* {_ бас тарт*,_ тоқтат*}|{тоқтатпа*,шағым жоқ}|аялдама*|жеткіз* алмай*',
    ),
    objects: list('тапсырыс*|курьер*|жеткізу*|посылка*|тауар*|өлшем*|есік*|чек*'),
    how: phrases('қалай {бас,тоқтат*,өшір*,шығ*,алып,құтыл*,отпис*}|{қайда,қандай нөмірге} {_ жаз*,_ жібер*}|не {істеу,жазу} {_ керек}'),
    keep: list('ғана|тек|болады|қалсын|жарайды'),
  },
  {
    lang: 'uz',
    optOut: list(
      "to'xtatish|toxtatish|to'xtating|toxtating|stop|obunani bekor qilish|тўхтатиш|тўхтатинг|рад этиш|yozmang|yubormang|kerak emas|o'chiring|raqamimni o'chiring|bezovta qilmang|rad etaman|ёзманг|юборманг|керак эмас|ўчиринг",
    ),
    ambiguous: list("yo'q|bekor qilish|йўқ|bas|yoq"),
    filler: list('iltimos|rahmat|menga|meni|endi|sms|xabar|reklama|илтимос|рахмат|менга'),
    optIn: list("boshlash|obuna|obuna bo'lish|бошлаш|обуна"),
    yes: list('ha|roziman|tasdiqlayman|ҳа|розиман|xop'),
    help: list('yordam|ёрдам|kimsiz|bu kim'),
    stopVerbs: list("to'xtat*|toxtat*|o'chir*|ochir*|chiqar*|olib|bas|bekor|тўхтат*|ўчир*|чиқар*"),
    mailing: list("xabar*|sms*|reklama*|raqam*|nomer*|ro'yxat*|royxat*|spam*|baza*|obuna*|rozilik*|хабар*|смс*|рақам*|реклама*"),
    requests: phrases(
      "yozmang*|yubormang*|jo'natmang*|jonatmang*|xabar kerak emas|reklama kerak emas|kerak emas|olishni xohlamayman|xohlamayman|istamayman|bezovta qilmang*|qiziq emas|qiziqmayman|roziligimni qaytar*|ro'yxatdan chiqar*|bazadan o'chir*|ёзманг*|юборманг*|керак эмас|хоҳламайман|безовта қилманг*|{xabar,sms,reklama,xabarlar} {_ yubormang*,_ jo'natmang*,_ jonatmang*,_ yozmang*,_ kerak emas,_ tashlamang*}|{boshqa,endi,menga} {_ yozmang*,_ yubormang*,_ yubormanglar,_ bezovta qilma*,_ qo'ng'iroq qilma*}|{ro'yxatdan,royxatdan,bazadan,ro'yxatingizdan,royxatingizdan} {_ o'chir*,_ ochir*,_ chiqar*}|{raqamimni,nomerimni,meni,raqamni} {_ o'chir*,_ ochir*,_ chiqar*,_ olib}|kerak {emas,mas}|kerakmas|{xohlamayman,istamayman,hohlamayman}|{roziligimni,rozilikni} {_ qaytar*,_ bekor}|{bezor,charchad*} {_ qildi*,_ bo'ld*}|{обунани,хабарларни} {_ бекор,_ тўхтат*}|{хабар,смс} {_ юборманг*,_ керак эмас}|qiziqtirmaydi",
    ),
    denial: phrases(
      "noto'g'ri raqam|notogri raqam|raqam adashdi*|adashdingiz|men emasman|vafot etgan|нотўғри рақам|адашдингиз|{boshqa,notog'ri,noto'g'ri,xato} {raqam,nomer,odam}|{bu} {_ raqami emas,_ nomeri emas}|{adashdi*,adashyap*}|men {_ emasman}|vafot|o'lgan",
    ),
    complaint: phrases(
      "shikoyat*|sud|sudga|advokat*|prokuratura*|firibgar*|qayerdan oldingiz|qayerdan topdingiz|rozilik bermagan*|ruxsatsiz|noqonuniy|шикоят*|фирибгар*|қаердан олдингиз|розилик бермаган*|{raqamimni,nomerimni,raqamim*} {_ qayerdan,_ qayerda,_ kim*,_ qaerdan}|{qayerdan,qaerdan} {_ oldi*,_ topdi*}|{shikoyat} {_ qilaman,_ yoz*}|{rozilik,ruxsat} {_ bermagan*,_ berman*}|{politsiya,militsiya,ichki ishlar}|roziligimsiz|{obuna} _ {bo'lmagan*,bolmagan*}",
    ),
    hostile: phrases("spam|aldoq*|yolg'on*|necha marta|uyat|firib*"),
    optInPhrases: phrases("obuna bo'lmoqchiman|olishni xohlayman|qayta yoqing|meni qo'shing"),
    helpPhrases: phrases("qanday to'xtat*|qanday bekor|qanday o'chir*|kimsiz|bu kim|qaysi do'kon|qaysi kompaniya|havola ochilmayapti|qancha turadi"),
    innocent: phrases(
      "buyurtmani bekor|buyurtmamni bekor|to'xtatmang|toxtatmang|o'chirmang|bekat|shikoyat yo'q|shikoyatim yo'q|kuryer yubormang|buyurtma* {_ bekor}|{to'xtatmang,shikoyat yo'q}|bekat*",
    ),
    objects: list('buyurtma*|kuryer*|yetkaz*|posilka*|tovar*|mahsulot*|razmer*|eshik*'),
    how: phrases(
      "qanday {to'xtat*,toxtat*,bekor,o'chir*,chiq*,qilib,voz}|{qayerga,qaysi raqamga} {_ yoz*,_ yubor*}|nima {qilish,yozish} _ kerak|қандай {бекор,тўхтат*,ўчир*}",
    ),
    keep: list('faqat|mayli|qolsin|bo‘ladi|yaxshi|kerak'),
  },
  {
    lang: 'ky',
    optOut: list('токтот|токтотуу|токтотуңуз|токтоткула|стоп|баш тартуу|баш тартам|жазбаңыз|жибербеңиз|керек эмес|өчүрүңүз|кереги жок'),
    ambiguous: list('жок|болду'),
    filler: list('суранам|рахмат|ыракмат|мага|мени|эми'),
    optIn: list('баштоо|жазылуу'),
    yes: list('ооба|макул|макулмун'),
    help: list('жардам|бул ким'),
    stopVerbs: list('токтот*|өчүр*|чыгар*|алып'),
    mailing: list('билдирүү*|смс*|жарнама*|номер*|тизме*|спам*|база*|кабар*'),
    requests: phrases(
      'жазбаңыз*|жибербе*|керек эмес|кереги жок|алгым келбейт|тынчымды алба*|базадан өчүр*|тизмеден чыгар*|{билдирүү,смс,жарнама,кабар} {_ жөнөтпө*,_ жибербе*,_ жазба*,_ салба*,_ керек эмес,_ кереги жок}|{эми,мындан ары,мага} {_ жазба*,_ жөнөтпө*,_ жибербе*,_ чалба*}|жөнөтпө*|{тизмеден,базадан} {_ чыгар*,_ өчүр*,_ алып}|{номеримди,мени} {_ өчүр*,_ алып,_ чыгар*}|{керек эмес,кереги жок}|{тажат*,жадат*,тажад*}|{каалабай*,алгым келбей*}|макулдугумду {_ кайтар*,_ артка}|кызыктырбайт',
    ),
    denial: phrases(
      'туура эмес номер|башка номер|мен эмесмин|каза болгон|{ката,башка,туура эмес} {номер,адам}|{бул} {_ номери эмес,_ номерим эмес}|жаңылыш*|{мен} {_ эмесмин}|каза|өлгөн',
    ),
    complaint: phrases(
      'арыз*|даттан*|сот|прокуратура*|алдамчы*|кайдан алдыңар|макулдук берген эмесмин|полиция|{номеримди,номерим*} {_ кайдан,_ ким*}|кайдан {_ алды*,_ тапт*}|{арыз,даттан*} {_ жаз*,}|макулдук {_ берген эмес*,_ бербе*}|{милиция*,мыйзамсыз}',
    ),
    hostile: phrases('спам|алдамчы*|уят|канча жолу|калп*'),
    optInPhrases: phrases('жазылгым келет|алгым келет'),
    helpPhrases: phrases('кантип баш тарт*|кантип токтот*|бул ким|кимсиз'),
    innocent: phrases('токтотпо*|аялдама|буйрутманы токтот*|даттануу жок|курьер жибербе*|токтотпо*'),
    objects: list('буйрутма*|курьер*|жеткир*|товар*|эшик*|заказ*'),
    how: phrases('кантип {баш,токтот*,өчүр*,чык*,алып}|{кайда,кайсы номерге} {_ жаз*,_ жибер*}'),
    keep: list('гана|эле|болот|калсын'),
  },
  {
    lang: 'tg',
    optOut: list('қатъ|ист|стоп|қатъ кунед|нависед не|нафиристед|лозим нест|бекор кунед'),
    ambiguous: list('не'),
    filler: list('лутфан|раҳмат|илтимос|ба|ман'),
    optIn: list('оғоз|обуна'),
    yes: list('ҳа|розиам'),
    help: list('кӯмак|кумак|ёрдам'),
    stopVerbs: list('қатъ|бас|нест|хориҷ*|тоза|гиред'),
    mailing: list('паём*|смс*|реклама*|рақам*|рӯйхат*|спам*'),
    requests: phrases('нафиристед|нанависед|паём нафиристед|лозим нест|намехоҳам'),
    denial: phrases('рақами дигар|рақами нодуруст'),
    complaint: phrases('шикоят*|додгоҳ|прокуратура*|фиреб*|аз куҷо'),
    hostile: phrases('спам'),
  },
];
