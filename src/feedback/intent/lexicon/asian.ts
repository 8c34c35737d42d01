import type { ReplyLexicon } from '../lexicon.ts';
import { list } from './expand.ts';

/** Hindi, Indonesian and Malay, Vietnamese, Thai, Korean, Japanese, Chinese. */
export const asian: readonly ReplyLexicon[] = [
  {
    lang: 'hi',
    optOut: list(
      'रोकें|बंद करो|बंद करें|मैसेज बंद|stop|रोको|बंद कीजिए|मैसेज बंद करो|मैसेज मत भेजो|मत भेजो|हटाओ|हटा दो|मेरा नंबर हटाओ|band karo|mat bhejo|message band karo|band kijiye|nahi chahiye|number hatao|dnd',
    ),
    ambiguous: list('नहीं|बंद|नही|nahi|nahin'),
    filler: list('कृपया|धन्यवाद|अब|जी|please|plz|भाई|ये|यह|सब|kripya|dhanyavad|bhai|yaar|ji|ab|ye|sab'),
    optIn: list('शुरू|शुरू करें|सदस्यता|shuru|shuru karo|जोड़ें'),
    yes: list('हां|हाँ|जी हां|सहमत|haan|ha ji|han'),
    help: list('मदद|सहायता|madad|कौन हो|kaun ho'),
    stopVerbs: list('बंद|रोक*|हटा*|मिटा*|निकाल*|band|rok*|hata*|nikal*|mita*'),
    mailing: list('मैसेज*|संदेश*|एसएमएस|नंबर|सूची|लिस्ट|विज्ञापन*|स्पैम|message*|msg*|sms*|number|list|vigyapan|spam|भेजना|bhejna|सहमति|प्रचार'),
    requests: list(
      'मत भेजो|मत भेजें|मत भेजिए|ना भेजें|न भेजें|मैसेज नहीं चाहिए|नहीं चाहिए|नहीं चाहता|नहीं चाहती|परेशान मत|परेशान न|रुचि नहीं|मेरा नंबर हटा*|mat bhejo|mat bhejna|mat bheje|message mat|nahi chahiye|nahin chahiye|pareshan mat|pareshan na|interest nahi|band karo ye|number hata*',
    ),
    denial: list('गलत नंबर|यह मेरा नंबर नहीं|wrong number|galat number|गुजर गए|मृत्यु'),
    complaint: list(
      'शिकायत*|shikayat*|trai|पुलिस|police|वकील|कोर्ट|अदालत|धोखा*|dhokha*|fraud|ठगी|कहां से मिला|कहाँ से मिला|kahan se mila|कभी अनुमति नहीं|बिना अनुमति|गैरकानूनी|1909',
    ),
    hostile: list('स्पैम|spam'),
    optInPhrases: list('फिर से शुरू|चाहता हूं ऑफर|सदस्य बनना|phir se shuru|subscribe karna'),
    helpPhrases: list('कैसे बंद करें|कैसे बंद करूं|कैसे रोकें|kaise band|kaise roke|कौन बोल रहे|आप कौन|aap kaun|कौन सी कंपनी|लिंक नहीं'),
    innocent: list(
      'ऑर्डर रद्द|order cancel|दुकान बंद|दुकान कब बंद|dukan band|बंद होता|बंद होती|कब बंद|बंद है|बंद मत|band mat|बंद ना करें|kab band|band hai|बस स्टॉप|शिकायत नहीं|चाहिए या नहीं|मिला नहीं|आया नहीं|नहीं मिला|नहीं आया',
    ),
  },
  {
    lang: 'id',
    optOut: list(
      'berhenti|stop|henti|unreg|berhenti langganan|hapus|hapus nomor saya|jangan kirim|jangan kirim lagi|batal langganan|hentikan|henti langganan|keluarkan saya|jangan hantar|tolong berhenti|tak nak',
    ),
    ambiguous: list('tidak|batal|tak|cukup|tidak terima kasih|nggak|gak'),
    filler: list('tolong|terima|kasih|ya|saya|lagi|sekarang|mohon|pesan|makasih|kak|min|sila|semua|sms'),
    optIn: list('mulai|reg|langganan|daftar|mula'),
    yes: list('setuju|iya|baik|oke|ya'),
    help: list('bantuan|tolong|info|siapa ini|siapa'),
    stopVerbs: list('berhenti|hentikan|hapus*|keluarkan|stop|buang|padam|cabut|batalkan|henti'),
    mailing: list(
      'pesan*|sms*|nomor*|nombor*|daftar|iklan*|spam*|promosi*|promo|mesej*|langganan*|kirim*|hantar*|whatsapp|wa|database|persetujuan*|senarai',
    ),
    requests: list(
      'jangan kirim*|jangan hantar*|jangan hubungi*|jangan sms|jangan wa|jangan ganggu*|tidak mau terima|tidak ingin menerima|tidak mau lagi|tidak tertarik|tidak minat|tak berminat|tak nak terima|hapus nomor*|hapus data*|keluarkan saya|keluarkan nomor*|berhenti kirim*|berhenti hantar|mau berhenti langganan|ingin berhenti|nak berhenti|padam nombor*|saya cabut persetujuan|capek|bosan',
    ),
    denial: list('salah nomor|salah sambung|salah nombor|salah orang|bukan saya|bukan nomor|sudah meninggal|telah meninggal|tidak kenal'),
    complaint: list(
      'lapor*|aduan|laporkan|adukan|kominfo|mcmc|ojk|pengacara|peguam|polisi|polis|ilegal|penipu*|tipu|penipuan|dapat nomor saya|dari mana dapat|dari mana anda|mana dapat nombor|tidak pernah daftar|tidak pernah setuju|tak pernah daftar|tanpa izin|ylki',
    ),
    hostile: list('spam|scam'),
    optInPhrases: list('mau langganan|ingin berlangganan|mau terima promo|daftarkan saya|nak langgan'),
    helpPhrases: list(
      'bagaimana cara berhenti|cara berhenti|gimana cara|bagaimana saya|macam mana nak|siapa ini|ini siapa|siapa ni|perusahaan apa|link tidak|berapa biaya',
    ),
    innocent: list(
      'batal pesanan|batalkan pesanan|batalkan order|batal order|hapus dari pesanan|jangan berhenti|tidak ada keluhan|halte|perhentian bas|jangan kirim kurir|jangan lupa|pesanan saya|pesan nasi|pesan makan*|mau pesan|ingin pesan',
    ),
  },
  {
    lang: 'vi',
    optOut: list(
      'dung|dừng|huy|hủy|tc|từ chối|hủy đăng ký|huy dang ky|dừng lại|ngừng|ngưng|đừng nhắn|đừng gửi|xóa số tôi|không nhận|dung nhan tin|tu choi',
    ),
    ambiguous: list('không|khong|thôi'),
    filler: list('xin|vui|lòng|cảm|ơn|nhé|ạ|giúp|nha|cam|on|lại'),
    optIn: list('dk|đăng ký|bắt đầu|dang ky'),
    yes: list('có|co|đồng ý|xác nhận'),
    help: list('hd|trợ giúp|hướng dẫn|ai vậy|giúp đỡ'),
    stopVerbs: list('dừng|ngừng|ngưng|hủy|huỷ|xóa|xoá|bỏ|gỡ|đừng'),
    mailing: list('tin|nhắn|gửi|số|danh|sách|quảng|cáo|spam|sms|đăng'),
    requests: list(
      'đừng nhắn|đừng gửi|đừng làm phiền|không muốn nhận|không nhận|không muốn _ tin|không quan tâm|không có nhu cầu|ngừng gửi|ngưng gửi|dừng gửi|xóa số|xoá số|hủy đăng ký|dung nhan|dung gui|khong muon nhan|khong quan tam|làm phiền',
    ),
    denial: list('nhầm số|sai số|gửi nhầm|không phải tôi|đã mất'),
    complaint: list(
      'khiếu nại|tố cáo|báo cáo|kiện|luật sư|công an|lừa đảo|lua dao|lấy số tôi ở đâu|sao có số|chưa từng đăng ký|bất hợp pháp|156|5656',
    ),
    hostile: list('spam'),
    optInPhrases: list('muốn đăng ký|muốn nhận lại|muốn nhận tin'),
    helpPhrases: list('làm sao để hủy|làm sao hủy|cách hủy|làm thế nào|ai vậy|công ty nào|link không|phí bao nhiêu'),
    innocent: list(
      'hủy đơn|huỷ đơn|hủy lịch|hủy đặt|đừng hủy|đừng dừng|xóa khỏi đơn|trạm dừng|không khiếu nại|tin vui|gửi hàng|số điện thoại shop|gửi tôi',
    ),
  },
  {
    lang: 'th',
    compact: true,
    optOut: list('ยกเลิก|หยุด|stop|ยกเลิกการสมัคร|หยุดส่ง|เลิกส่ง|ไม่รับ|ยกเลิกรับข้อความ|ลบเบอร์'),
    ambiguous: list('ไม่|พอ|ไม่เอา'),
    filler: list('ครับ|ค่ะ|คะ|นะ|ด้วย|ขอบคุณ|กรุณา|โปรด|แล้ว'),
    optIn: list('สมัคร|เริ่ม|สมัครรับ'),
    yes: list('ใช่|ตกลง|ยืนยัน|โอเค'),
    help: list('ช่วยเหลือ|ข้อมูล|ใคร|นี่ใคร'),
    requests: list(
      'หยุดส่ง|เลิกส่ง|อย่าส่ง|ไม่ต้องส่ง|ไม่อยากรับ|ไม่ต้องการรับ|ไม่สนใจ|ยกเลิกรับข้อความ|ยกเลิกข้อความ|ยกเลิกการรับ|ลบเบอร์|ลบหมายเลข|เอาเบอร์ผมออก|เอาเบอร์ออก|อย่ารบกวน|ถอนความยินยอม|รำคาญ',
    ),
    denial: list('ผิดเบอร์|เบอร์ผิด|ไม่ใช่ฉัน|ไม่ใช่เบอร์|เสียชีวิตแล้ว'),
    complaint: list('ร้องเรียน|แจ้งความ|ฟ้อง|ทนาย|ตำรวจ|หลอกลวง|มิจฉาชีพ|ได้เบอร์มาจากไหน|เอาเบอร์มาจากไหน|ไม่เคยสมัคร|ไม่เคยยินยอม|ผิดกฎหมาย|กสทช'),
    hostile: list('สแปม'),
    optInPhrases: list('อยากสมัคร|ต้องการสมัคร|ขอสมัคร|อยากรับข่าว'),
    helpPhrases: list('ยกเลิกยังไง|ยกเลิกอย่างไร|วิธียกเลิก|จะหยุดยังไง|คุณคือใคร|บริษัทอะไร|ลิงก์เปิดไม่ได้|ค่าใช้จ่ายเท่าไหร่'),
    innocent: list('ยกเลิกออเดอร์|ยกเลิกคำสั่งซื้อ|ยกเลิกนัด|ยกเลิกการจอง|ยกเลิกจอง|อย่าหยุด|อย่ายกเลิก|ป้ายรถเมล์|วันหยุด|หยุดวันไหน|ไม่มีข้อร้องเรียน'),
  },
  {
    lang: 'ko',
    compact: true,
    optOut: list(
      '수신거부|거부|그만|해지|중지|stop|수신 거부|그만 보내세요|보내지 마세요|문자 그만|스톱|차단|삭제|구독취소|구독해지|수신거부합니다|그만하세요|멈춰',
    ),
    ambiguous: list('아니요|취소|아니오|아뇨|됐어요'),
    filler: list('요|해주세요|부탁합니다|부탁드립니다|부탁드려요|제발|감사합니다|합니다|할게요|해요|바랍니다|좀|원합니다|신청|신청합니다|처리'),
    optIn: list('동의|시작|구독|신청|수신동의|재개'),
    yes: list('네|예|동의합니다|확인|좋아요|넵'),
    help: list('도움말|도움|누구세요|문의|안내'),
    requests: list(
      '보내지마|보내지말|그만보내|그만좀|문자그만|문자하지|연락하지|수신거부|받고싶지않|받기싫|원하지않|관심없|번호삭제|번호지워|번호를삭제|번호빼|삭제해주세요|삭제해줘|빼주세요|동의철회|동의를철회|철회합니다|구독취소|구독해지|귀찮|짜증|차단해|보내지않|안받고싶|안받을|광고그만|광고보내지',
    ),
    denial: list('잘못보내|번호가바뀌|번호잘못|다른사람|돌아가셨|사망|번호주인'),
    complaint: list(
      '신고|고소|고발|변호사|소송|불법|방통위|방송통신위원회|개인정보침해|번호어떻게|번호를어떻게|어떻게알았|어디서얻|어디서구|동의한적없|동의한적이없|가입한적|경찰|118',
    ),
    hostile: list('스팸|사기'),
    optInPhrases: list('다시받고싶|구독하고싶|수신동의합니다|다시신청|신청하고싶|받고싶어요|받고싶습니다'),
    helpPhrases: list('어떻게거부|어떻게해지|어떻게취소|수신거부어떻게|거부하려면|해지하려면|누구세요|어디세요|무슨회사|링크가안|비용이'),
    innocent: list(
      '주문취소|예약취소|주문을취소|예약을취소|거부감|취소하지|중지하지|거부하지마|정류장|신고할게없|불만없|그만두지|거부반응|회원카드해지|카드해지|보험해지|적금해지|주문삭제|주문에서',
    ),
  },
  {
    lang: 'ja',
    compact: true,
    optOut: list(
      '停止|配信停止|解除|登録解除|ストップ|退会|配信解除|停止希望|配信停止希望|やめて|やめてください|送らないで|送らないでください|不要|いりません|削除|配信不要|stop',
    ),
    ambiguous: list('いいえ|キャンセル|結構です|終わり|もういい'),
    filler: list(
      'お願いします|お願い致します|してください|ください|希望|です|ます|願います|します|を|ありがとう|今すぐ|すぐに|下さい|致します|よろしく',
    ),
    optIn: list('開始|登録|再開|配信希望'),
    yes: list('はい|同意|同意します|確認|了解|承諾'),
    help: list('ヘルプ|問い合わせ|どちら様|誰ですか|助けて'),
    requests: list(
      '配信停止|配信を停止|配信を止め|配信止め|停止してください|送らないで|送ってこないで|送信しないで|メッセージ不要|もう要らない|もういらない|いらないです|受け取りたくない|受信したくない|希望しません|興味ありません|興味がありません|興味ない|番号を削除|番号削除|リストから外|登録を解除|登録解除|退会したい|退会します|同意を撤回|撤回します|迷惑です|うざい|しつこい|連絡しないで|やめてください|止めてください|やめてほしい|止めてほしい',
    ),
    denial: list('間違い電話|番号が違|番号違い|人違い|別人です|亡くな|番号が変わ|宛先間違'),
    complaint: list(
      '通報|苦情|クレーム|訴え|弁護士|違法|詐欺|消費者センター|消費生活センター|総務省|警察|どこで番号|どこで知|なぜ番号を知|同意していない|同意した覚え|登録した覚え|登録していない',
    ),
    hostile: list('スパム|迷惑メール|個人情報'),
    optInPhrases: list('登録したい|配信希望|再登録|もう一度受け取|受け取りたいです|購読したい'),
    helpPhrases: list(
      '停止方法|解除方法|どうやって停止|どうすれば停止|どうやって解除|解除するには|停止するには|どなたですか|どちら様|何の会社|リンクが開|料金はかか',
    ),
    innocent: list(
      '注文をキャンセル|注文キャンセル|予約をキャンセル|予約キャンセル|バス停|停留所|停止しないで|解除しないで|やめないで|苦情はありません|注文から削除|一時停止ボタン|袋は不要|袋不要|領収書不要|レシート不要|不要不急',
    ),
  },
  {
    lang: 'zh',
    compact: true,
    optOut: list(
      '退订|td|t|n|取消订阅|停止|退定|退訂|停止发送|别发了|不要发了|不要再发|勿扰|拒收|取消訂閱|停止發送|不要再發|别再发|退|退阅|tui ding|tuiding',
    ),
    ambiguous: list('不|取消|不用|不要|不需要'),
    filler: list('谢谢|請|请|了|吧|啊|谢|謝謝|麻烦|回复|短信|全部|马上|立即'),
    optIn: list('订阅|開始|开始|訂閱|恢复'),
    yes: list('是|好的|同意|确认|確認|好|可以'),
    help: list('帮助|幫助|你是谁|你是誰|你们是谁|客服'),
    requests: list(
      '不要再发|不要发|别发|别再发|勿发|停止发|不想收|不想再收|不要给我发|别给我发|取消订阅|退订|删除我的号码|删掉我的号码|把我的号码删|移除我|不感兴趣|没兴趣|撤回同意|不要騷擾|不要骚扰|别骚扰|烦死|不要再發|別再發|不想收到|不需要这些|把我移出',
    ),
    denial: list('打错了|发错了|号码错|不是本人|换号了|已经去世|已去世|不是我的号'),
    complaint: list(
      '投诉|投訴|举报|舉報|起诉|律师|律師|违法|違法|诈骗|詐騙|骗子|12321|12315|工信部|报警|報警|哪里弄到我的号码|哪来的我的号码|怎么有我的号码|怎么知道我的|没有同意|没同意过|从未订阅',
    ),
    hostile: list('垃圾短信|个人信息|隐私'),
    optInPhrases: list('我要订阅|想订阅|重新订阅|想收到|恢复订阅'),
    helpPhrases: list('怎么退订|如何退订|怎么取消|如何取消订阅|怎样退订|你是谁|哪家公司|什么公司|链接打不开|收费吗'),
    innocent: list('取消订单|取消预约|取消訂單|取消預約|不要取消|不要停|别停|没有投诉|停车|公交站|不要香菜|不要辣|不用找|不要袋子|订单删除|从订单'),
  },
];
