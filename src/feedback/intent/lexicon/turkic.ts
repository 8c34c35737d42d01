import type { ReplyLexicon } from '../lexicon.ts';
import { list } from './expand.ts';

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
    requests: list(
      'mesaj atmayın|mesaj göndermeyin|sms atmayın|sms göndermeyin|göndermeyin|yollamayın|yazmayın|atmayın artık|bir daha mesaj|bir daha yaz*|bir daha gönder*|bir daha at*|mesaj istemiyorum|mesaj almak istemiyorum|sms almak istemiyorum|almak istemiyorum|reklam istemiyorum|listenizden çık*|listeden çık*|beni listeden|numaramı sil*|numaramı list*|numaramı kaldır*|rahatsız etmeyin|ilgilenmiyorum|iznimi geri|rızamı geri|onayımı geri|iptal etmek istiyorum aboneli*|bıktım|mesajları durdur*|mesajlarınızı kes*|aramayın',
    ),
    denial: list('yanlış numara|yanlış kişi|ben değilim|bu numara artık|vefat etti|öldü|tanımıyorum|numara değişti'),
    complaint: list(
      'şikayet*|şikâyet*|btk|iys|savcılı*|avukat*|dava|mahkeme|yasal|yasadışı|dolandırıcı*|sahtekar*|nereden buldunuz|nereden aldınız|nasıl buldunuz|izin vermedim|onay vermedim|kaydolmadım|izinsiz|tüketici hakem|polis*|suç duyurusu',
    ),
    hostile: list('kvkk|spam|taciz'),
    optInPhrases: list(
      'abone olmak istiyorum|mesaj almak istiyorum|tekrar almak istiyorum|beni ekleyin|kayıt olmak istiyorum|yanlışlıkla çıktım|yanlışlıkla iptal',
    ),
    helpPhrases: list(
      'nasıl iptal|nasıl çıkabilirim|nasıl çıkarım|nasıl durdur*|nasıl abonelikten|kimsiniz|kim bu|hangi firma|bu nedir|yardım lazım|yardım eder misiniz|link açılmıyor|ücretli mi|nerede bulabilirim',
    ),
    innocent: list(
      'siparişimi iptal|siparişi iptal|randevumu iptal|randevuyu iptal|rezervasyonumu iptal|rezervasyonu iptal|durak*|durma|durmayın|durdurmayın|silmeyin|çıkarmayın|iptal etmeyin|son gün*|son tarih|sona|siparişten çıkar*|sepetten çıkar*|kargoyu durdur*|şikayetim yok|kurye göndermeyin|kargoyu göndermeyin|yok mu|var mı yok|stok yok|son durum',
    ),
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
    requests: list(
      'mesaj göndərməyin|göndərməyin|yazmayın|mesaj istəmirəm|almaq istəmirəm|reklam istəmirəm|siyahıdan çıx*|nömrəmi sil*|narahat etməyin|maraqlı deyil',
    ),
    denial: list('səhv nömrə|yanlış nömrə|mən deyiləm|vəfat'),
    complaint: list('şikayət*|məhkəmə|vəkil*|fırıldaq*|haradan aldınız|haradan tapdınız|icazə verməmişəm|razılıq verməmişəm|polis*'),
    hostile: list('spam'),
    optInPhrases: list('abunə olmaq istəyirəm|almaq istəyirəm|məni əlavə'),
    helpPhrases: list('necə imtina|necə çıx*|necə dayandır*|kimsiniz|hansı şirkət|link açılmır'),
    innocent: list('sifarişi ləğv|sifarişimi ləğv|rezervi ləğv|dayanacaq|dayandırmayın|silməyin|şikayətim yoxdur'),
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
    requests: list(
      'жазбаңыз*|жібермең*|жібермеңіз*|мазаламаң*|керек емес|қажет емес|алғым келмейді|алғым келмей*|хабарлама алғым|қызықтырмайды|қызық емес|бас тартамын|бас тартқым|келісімімді қайтар*|енді жазба*|енді жіберме*|базадан өшір*|тізімнен шығар*|тізімнен өшір*|жарнама керек емес|шаршадым|жалықтым|мезі болдым',
    ),
    denial: list('қате нөмір|нөмірден қателес*|қателестіңіз*|бұл менің нөмірім емес|қайтыс бол*|мен емеспін|мен ол емеспін|танымаймын'),
    complaint: list(
      'шағым*|шағымдан*|прокуратура*|сот|сотқа|заңгер|адвокат*|заңсыз|алаяқ*|алдау|нөмірімді қайдан|қайдан алдыңыз*|келісім бермедім|келісім берген жоқпын|рұқсатсыз|полиция*',
    ),
    hostile: list('спам'),
    optInPhrases: list('жазылғым келеді|алғым келеді|қайта қос*|мені қос*'),
    helpPhrases: list('қалай бас тарт*|қалай тоқтат*|қалай өшір*|сіз кімсіз|бұл кім|қандай дүкен|қандай компания|сілтеме ашылмай*|қанша тұрады'),
    innocent: list(
      'тоқтатпа*|тоқтамаң*|өшірмең*|тапсырысты тоқтат*|тапсырыстан бас тарт*|тапсырысты өшір*|аялдама*|шағымым жоқ|шағым жоқ|жазылудан бас тартпай*|курьер жібермең*|курьерді жібермең*|уақыты болды|дайын болды|жақсы болды',
    ),
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
    requests: list(
      "yozmang*|yubormang*|jo'natmang*|jonatmang*|xabar kerak emas|reklama kerak emas|kerak emas|olishni xohlamayman|xohlamayman|istamayman|bezovta qilmang*|qiziq emas|qiziqmayman|roziligimni qaytar*|ro'yxatdan chiqar*|bazadan o'chir*|ёзманг*|юборманг*|керак эмас|хоҳламайман|безовта қилманг*",
    ),
    denial: list("noto'g'ri raqam|notogri raqam|raqam adashdi*|adashdingiz|men emasman|vafot etgan|нотўғри рақам|адашдингиз"),
    complaint: list(
      'shikoyat*|sud|sudga|advokat*|prokuratura*|firibgar*|qayerdan oldingiz|qayerdan topdingiz|rozilik bermagan*|ruxsatsiz|noqonuniy|шикоят*|фирибгар*|қаердан олдингиз|розилик бермаган*',
    ),
    hostile: list('spam'),
    optInPhrases: list("obuna bo'lmoqchiman|olishni xohlayman|qayta yoqing|meni qo'shing"),
    helpPhrases: list("qanday to'xtat*|qanday bekor|qanday o'chir*|kimsiz|bu kim|qaysi do'kon|qaysi kompaniya|havola ochilmayapti|qancha turadi"),
    innocent: list("buyurtmani bekor|buyurtmamni bekor|to'xtatmang|toxtatmang|o'chirmang|bekat|shikoyat yo'q|shikoyatim yo'q|kuryer yubormang"),
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
    requests: list('жазбаңыз*|жибербе*|керек эмес|кереги жок|алгым келбейт|тынчымды алба*|базадан өчүр*|тизмеден чыгар*'),
    denial: list('туура эмес номер|башка номер|мен эмесмин|каза болгон'),
    complaint: list('арыз*|даттан*|сот|прокуратура*|алдамчы*|кайдан алдыңар|макулдук берген эмесмин|полиция'),
    hostile: list('спам'),
    optInPhrases: list('жазылгым келет|алгым келет'),
    helpPhrases: list('кантип баш тарт*|кантип токтот*|бул ким|кимсиз'),
    innocent: list('токтотпо*|аялдама|буйрутманы токтот*|даттануу жок|курьер жибербе*'),
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
    requests: list('нафиристед|нанависед|паём нафиристед|лозим нест|намехоҳам'),
    denial: list('рақами дигар|рақами нодуруст'),
    complaint: list('шикоят*|додгоҳ|прокуратура*|фиреб*|аз куҷо'),
    hostile: list('спам'),
  },
];
