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
      'मत भेजो|मत भेजें|मत भेजिए|ना भेजें|न भेजें|मैसेज नहीं चाहिए|नहीं चाहिए|नहीं चाहता|नहीं चाहती|परेशान मत|परेशान न|रुचि नहीं|मेरा नंबर हटा*|mat bhejo|mat bhejna|mat bheje|message mat|nahi chahiye|nahin chahiye|pareshan mat|pareshan na|interest nahi|band karo ye|number hata*|{मैसेज,संदेश,एसएमएस,sms,message,msg,मेसेज} {_ मत,_ बंद कर*,_ बंद कीजिए,_ ना भेज*,_ न भेज*,_ नहीं चाहिए,_ mat,_ band kar*,_ band kijiye,_ nahi chahiye,_ na bhej*}|{मत,ना,न,mat,na} {भेज*,करो मैसेज,bhej*,karo message}|{मेरा,मुझे,mera,mujhe} {_ नंबर हटा*,_ नंबर निकाल*,_ लिस्ट से,_ सूची से,_ number hata*,_ list se,_ number nikal*,_ number delete,_ परेशान,_ pareshan}|{परेशान,तंग,pareshan,tang} {मत,ना,न,mat,na}|{नहीं,नही,nahi,nahin} {चाहिए,चाहता,चाहती,chahiye,chahta,chahti}|{लिस्ट,सूची,list} से {हटा*,निकाल*,hata*,nikal*}|{रुचि,दिलचस्पी,interest} {नहीं,nahi}|{सहमति} वापस|{बंद,band} {करो,करें,कर दो,कीजिए,करिए,karo,kro,kar do,kijiye,karein} {_ मैसेज,यह,ये,ye,yeh,_ message,_ sms}|interest nahi|interested nahi',
    ),
    denial: list(
      'गलत नंबर|यह मेरा नंबर नहीं|wrong number|galat number|गुजर गए|मृत्यु|{गलत,galat,रॉन्ग} {नंबर,number,आदमी,व्यक्ति}|{यह,ये,ye,yeh} {_ नंबर नहीं,_ number nahi}|{मैं,main} {_ नहीं हूं,_ नहीं हूँ,_ nahi hu*}|{देहांत,निधन,मृत्यु,गुजर}',
    ),
    complaint: list(
      'शिकायत*|shikayat*|trai|पुलिस|police|वकील|कोर्ट|अदालत|धोखा*|dhokha*|fraud|ठगी|कहां से मिला|कहाँ से मिला|kahan se mila|कभी अनुमति नहीं|बिना अनुमति|गैरकानूनी|1909|{नंबर,number} {_ कहां से,_ कहाँ से,_ किसने,_ kahan se,_ kaha se,_ kisne}|{कहां,कहाँ,kahan,kaha} से {_ नंबर,_ number}|{शिकायत,shikayat,complaint,complain} {_ करूंगा,_ करूँगा,_ करूंगी,_ karunga,_ karungi,_ kar}|{उपभोक्ता,consumer}|{बिना} {_ अनुमति,_ इजाजत,_ सहमति}|{केस,case} {_ करूंगा,_ kar}|रिपोर्ट {कर*}',
    ),
    hostile: list('स्पैम|spam|धोखेबाज*|चोर|chor|fraud*|कितनी बार|kitni baar|बकवास|bakwas|ठग*'),
    optInPhrases: list('फिर से शुरू|चाहता हूं ऑफर|सदस्य बनना|phir se shuru|subscribe karna'),
    helpPhrases: list('कैसे बंद करें|कैसे बंद करूं|कैसे रोकें|kaise band|kaise roke|कौन बोल रहे|आप कौन|aap kaun|कौन सी कंपनी|लिंक नहीं'),
    innocent: list(
      'ऑर्डर रद्द|order cancel|दुकान बंद|दुकान कब बंद|dukan band|बंद होता|बंद होती|कब बंद|बंद है|बंद मत|band mat|बंद ना करें|kab band|band hai|बस स्टॉप|शिकायत नहीं|चाहिए या नहीं|मिला नहीं|आया नहीं|नहीं मिला|नहीं आया|{बंद,band} {मत,mat,है,hai,हो गई,होता}|{ऑर्डर,order} {_ रद्द,_ cancel}',
    ),
    objects: list('ऑर्डर|order*|कूरियर|courier|delivery|डिलीवरी|पार्सल|दुकान|dukan|appointment'),
    how: list(
      'कैसे {बंद,रोक*,हटा*,निकल*,अनसब्सक्राइब}|{बंद,रोकने} {_ कैसे,के लिए}|kaise {band,roke*,rok*,hata*,unsubscribe,nikal*}|{band,stop} {_ kaise}|kya {likhna,bhejna}',
    ),
    keep: list('सिर्फ|केवल|sirf|bas|ठीक'),
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
      'jangan kirim*|jangan hantar*|jangan hubungi*|jangan sms|jangan wa|jangan ganggu*|tidak mau terima|tidak ingin menerima|tidak mau lagi|tidak tertarik|tidak minat|tak berminat|tak nak terima|hapus nomor*|hapus data*|keluarkan saya|keluarkan nomor*|berhenti kirim*|berhenti hantar|mau berhenti langganan|ingin berhenti|nak berhenti|padam nombor*|saya cabut persetujuan|capek|bosan|{hapus,keluarkan,hapuskan,cabut,buang,padam,delete,remove,coret} {_ nomor,_ nomer,_ nombor,_ no,saya,aku,data,nama}|{berhenti,stop,hentikan,setop} {mengirim*,kirim*,sms*,hubungi*,pesan*,ganggu*,spam*,promosi*,langganan,hantar*,mesej*}|{tidak,tak,gak,nggak,ga,tdk,ngga} {mau,ingin,nak,perlu,butuh,berminat,tertarik,minat,pengen} {_ terima,_ menerima,_ dapat,lagi,_ sms,_ pesan,_ promo,_ mesej,}|{tidak,tak,gak,nggak,ga,tdk} {tertarik,berminat,minat,butuh,perlu}|{mau,ingin,nak,mohon,tolong,minta} {_ berhenti,_ dihapus,_ dihentikan,_ unsubscribe,_ unreg,_ dikeluarkan,_ stop}|{tarik,cabut,batalkan} {_ persetujuan,_ izin,_ langganan}|{bosan,muak,capek,risih,rimas}|ganggu {banget,sangat,aja,terus}|mengganggu',
    ),
    denial: list(
      'salah nomor|salah sambung|salah nombor|salah orang|bukan saya|bukan nomor|sudah meninggal|telah meninggal|tidak kenal|salah {nomor,nomer,sambung,nombor,orang,kirim,no}|{bukan} {nomor,nomer,nombor,saya,no} {_ dia,_ beliau,}|{bukan saya,saya bukan}|{sudah,telah,dah} {meninggal,ganti nomor,tukar nombor}|{nomor,nombor} {ini,ni} {bukan,milik,sudah}|{tidak,tak,gak} kenal',
    ),
    complaint: list(
      'lapor*|aduan|laporkan|adukan|kominfo|mcmc|ojk|pengacara|peguam|polisi|polis|ilegal|penipu*|tipu|penipuan|dapat nomor saya|dari mana dapat|dari mana anda|mana dapat nombor|tidak pernah daftar|tidak pernah setuju|tak pernah daftar|tanpa izin|ylki|{dapat,dapet,dpt,tahu,ambil} {_ nomor,_ nomer,_ nombor}|{dari mana,darimana,mana,siapa} {_ nomor,_ nomer,_ nombor,_ dapat,_ dapet,_ kasih}|{akan,mau,saya} {_ laporkan,_ lapor}|{tidak,tak,gak} pernah {_ daftar,_ setuju,_ berlangganan,_ izin,_ kasih}|tanpa {izin,persetujuan,kebenaran}|{bocor,kebocoran}',
    ),
    hostile: list('spam|scam|penipu*|bohong|berapa kali|kurang ajar|scam*|menipu'),
    optInPhrases: list('mau langganan|ingin berlangganan|mau terima promo|daftarkan saya|nak langgan'),
    helpPhrases: list(
      'ini dari mana|ini toko apa|toko mana ini|ini perusahaan apa|bagaimana cara berhenti|cara berhenti|gimana cara|bagaimana saya|macam mana nak|siapa ini|ini siapa|siapa ni|perusahaan apa|link tidak|berapa biaya',
    ),
    innocent: list(
      'batal pesanan|batalkan pesanan|batalkan order|batal order|hapus dari pesanan|jangan berhenti|tidak ada keluhan|halte|perhentian bas|jangan kirim kurir|jangan lupa|pesanan saya|pesan nasi|pesan makan*|mau pesan|ingin pesan|{batal,batalkan,cancel} _ {pesanan,order,janji,reservasi,tempahan}|jangan {berhenti,lupa,pakai,pake,taruh}|{bukan saya} yang|{saya bukan} {tidak}|{tidak,tak} ada {keluhan,aduan}',
    ),
    objects: list('kurir|paket|pesanan|order|pengiriman|barang|janji|reservasi|pintu|ukuran|bawang|tempahan|penghantaran|baju'),
    not: list('jangan|tidak|tak|gak|nggak|tdk|stop|berhenti|gausah|usah|jgn'),
    contact: list(
      'kirim*|mengirim*|hubungi*|menghubungi*|sms|wa|chat|ganggu*|mengganggu*|telp*|telepon*|hantar*|menghantar*|mesej|spam*|kontak*|ngirim*|krim|kirimi*',
    ),
    how: list(
      '{bagaimana,gimana,gmn,macam mana,cam mana} {cara,caranya,saya,nak,aku,untuk,berhenti,mau}|cara {berhenti,unsubscribe,menghentikan,stop,batal,hentikan,unreg,membatalkan}|{apa yang,apa} _ {ketik,kirim,harus}|{kirim,ketik} apa',
    ),
    keep: list('hanya|cuma|boleh|kecuali|saja|oke|ok|tetap|aja|sahaja'),
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
      'từ chối nhận|đừng nhắn|đừng gửi|đừng làm phiền|không muốn nhận|không nhận|không muốn _ tin|không quan tâm|không có nhu cầu|ngừng gửi|ngưng gửi|dừng gửi|xóa số|xoá số|hủy đăng ký|dung nhan|dung gui|khong muon nhan|khong quan tam|làm phiền|{đừng,không,ngừng,dừng,ngưng,thôi,xin đừng} {_ gửi,_ nhắn,_ làm phiền,_ spam,_ gọi,_ quảng cáo,_ liên hệ}|{không,ko,khong,k} {_ muốn nhận,_ muốn _ tin,cần,có nhu cầu,quan tâm,_ nhận tin,_ muon nhan,quan tam,co nhu cau}|{xóa,xoá,bỏ,gỡ,loại,xoa} {_ số,_ tên,_ thông tin,tôi,_ so}|{hủy,huỷ,huy} {đăng ký,nhận tin,dang ky,dịch vụ}|{phiền,phiền phức,bực mình} quá|{rút,thu hồi} {_ đồng ý,_ sự đồng}|đừng làm phiền',
    ),
    denial: list(
      'nhầm số|sai số|gửi nhầm|không phải tôi|đã mất|{nhầm,sai} {số,người}|{không phải} {_ số,tôi,người}|{đã} {mất,qua đời,đổi số}|{số này} {_ của,không}',
    ),
    complaint: list(
      'khiếu nại|tố cáo|báo cáo|kiện|luật sư|công an|lừa đảo|lua dao|lấy số tôi ở đâu|sao có số|chưa từng đăng ký|bất hợp pháp|156|5656|{sao,đâu,ai,lấy} {_ số tôi,_ số của tôi,_ số điện thoại,_ cho số,_ có số}|{chưa,không} {bao giờ,từng} {_ đăng ký,_ đồng ý}|{không có,chưa có} {_ đồng ý}|{báo,trình} {công an,cơ quan}|{kiện,tố cáo,khiếu nại}',
    ),
    hostile: list('spam|lừa*|bao nhiêu lần|mất dạy|vô duyên'),
    optInPhrases: list('muốn đăng ký|muốn nhận lại|muốn nhận tin'),
    helpPhrases: list(
      'shop nào đây|cửa hàng nào đây|công ty nào đây|làm sao để hủy|làm sao hủy|cách hủy|làm thế nào|ai vậy|công ty nào|link không|phí bao nhiêu',
    ),
    innocent: list(
      'hủy đơn|huỷ đơn|hủy lịch|hủy đặt|đừng hủy|đừng dừng|xóa khỏi đơn|trạm dừng|không khiếu nại|tin vui|gửi hàng|số điện thoại shop|gửi tôi|{hủy,huỷ,dời} {đơn,lịch,hẹn,đặt,vé}|đừng {hủy,dừng,quên}|{không có} khiếu nại',
    ),
    objects: list('đơn|hàng|lịch|shipper|đặt|giao|phòng|bàn|bưu'),
    not: list('đừng|không|ngừng|dừng|ngưng|thôi|dung|khong|ko|k|chớ'),
    contact: list('nhắn|gửi|gởi|gọi|phiền|spam|liên|nhan|gui|quảng'),
    how: list(
      'làm {sao,thế nào,cách nào} {_ hủy,_ huỷ,_ dừng,_ ngừng,_ chặn,_ từ chối,_ để}|{cách,hướng dẫn} {_ hủy,_ huỷ,_ dừng,_ ngừng,_ chặn,_ từ chối}|{hủy,huỷ,dừng,từ chối} {_ như thế nào,_ thế nào,_ bằng cách nào,_ kiểu gì,_ sao}|soạn {tin gì,gì}',
    ),
    keep: list('chỉ|vẫn|được|trừ|thôi'),
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
      'ไม่รับข้อความ|หยุดส่ง|เลิกส่ง|อย่าส่ง|ไม่ต้องส่ง|ไม่อยากรับ|ไม่ต้องการรับ|ไม่สนใจ|ยกเลิกรับข้อความ|ยกเลิกข้อความ|ยกเลิกการรับ|ลบเบอร์|ลบหมายเลข|เอาเบอร์ผมออก|เอาเบอร์ออก|อย่ารบกวน|ถอนความยินยอม|รำคาญ|หยุดส่ง|เลิกส่ง|อย่าส่ง|ไม่ต้องส่ง|อย่า_ส่ง|ไม่ต้อง_ส่ง|ไม่อยากได้|ไม่อยาก_รับ|ไม่ต้องการ|ยกเลิก_ข้อความ|ลบ_เบอร์|เอา_เบอร์_ออก|เอา_ชื่อ_ออก|รำคาญ|อย่าโทร|อย่ารบกวน|เลิกยุ่ง|ถอน_ยินยอม',
    ),
    denial: list('ผิดเบอร์|เบอร์ผิด|ไม่ใช่ฉัน|ไม่ใช่เบอร์|เสียชีวิตแล้ว|ผิดเบอร์|ผิดคน|ไม่ใช่เบอร์|เสียแล้ว|เสียชีวิต'),
    complaint: list(
      'ร้องเรียน|แจ้งความ|ฟ้อง|ทนาย|ตำรวจ|หลอกลวง|มิจฉาชีพ|ได้เบอร์มาจากไหน|เอาเบอร์มาจากไหน|ไม่เคยสมัคร|ไม่เคยยินยอม|ผิดกฎหมาย|กสทช|เอาเบอร์_จากไหน|ได้เบอร์_จากไหน|ไม่เคย_สมัคร|ไม่เคย_ยินยอม|ไม่ได้_สมัคร|สคบ',
    ),
    hostile: list('สแปม|หลอกลวง|มิจฉาชีพ|โกง'),
    optInPhrases: list('อยากสมัคร|ต้องการสมัคร|ขอสมัคร|อยากรับข่าว'),
    helpPhrases: list('ร้านไหน|บริษัทไหน|ยกเลิกยังไง|ยกเลิกอย่างไร|วิธียกเลิก|จะหยุดยังไง|คุณคือใคร|บริษัทอะไร|ลิงก์เปิดไม่ได้|ค่าใช้จ่ายเท่าไหร่'),
    innocent: list(
      'มีไซส์|มีสี|ยกเลิกออเดอร์|ยกเลิกคำสั่งซื้อ|ยกเลิกนัด|ยกเลิกการจอง|ยกเลิกจอง|อย่าหยุด|อย่ายกเลิก|ป้ายรถเมล์|วันหยุด|หยุดวันไหน|ไม่มีข้อร้องเรียน|ยกเลิก_ออเดอร์|ยกเลิก_นัด|ยกเลิก_จอง|ไม่ต้องการ_ถุง|ไม่ต้องส่ง_พรุ่งนี้',
    ),
    how: list('ยกเลิกยังไง|ยกเลิกอย่างไร|วิธียกเลิก|จะหยุด_ยังไง|จะยกเลิก_ยังไง|ทำยังไง_ยกเลิก|ยกเลิก_ได้ยังไง|ยกเลิก_ที่ไหน'),
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
      '보내지마|보내지말|그만보내|그만좀|문자그만|문자하지|연락하지|수신거부|받고싶지않|받기싫|원하지않|관심없|번호삭제|번호지워|번호를삭제|번호빼|삭제해주세요|삭제해줘|빼주세요|동의철회|동의를철회|철회합니다|구독취소|구독해지|귀찮|짜증|차단해|보내지않|안받고싶|안받을|광고그만|광고보내지|보내지마|보내지말|보내지_마|문자_보내지|그만_보내|그만보내|그만_해|문자그만|문자_그만|광고_그만|광고_싫|문자_싫|연락하지마|연락하지말|연락_마세요|수신거부|수신_거부|수신_철회|받고싶지않|받고_싶지|받기_싫|안받고싶|안_받|원하지않|원치않|관심없|관심_없|번호_삭제|번호_지워|번호_빼|명단_빼|명단_삭제|목록_빼|목록_삭제|리스트_빼|리스트_삭제|정보_삭제|개인정보_삭제|삭제해|빼주세요|빼줘|동의_철회|철회합니다|구독_취소|구독_해지|귀찮|짜증|차단_하|보내지않|필요없|필요_없|지겹|꺼져|문자_사절|광고_사절|사절|중단해|중지해|끊어|스팸_그만|탈퇴',
    ),
    denial: list(
      '잘못보내|번호가바뀌|번호잘못|다른사람|돌아가셨|사망|번호주인|잘못_보내|번호_바뀌|번호_바꼈|번호_잘못|잘못된번호|다른_사람|돌아가셨|사망|번호_주인|아닙니다_번호|사람_아닙|아닌데요|잘못_거|모르는_사람|전화번호_아니',
    ),
    complaint: list(
      '신고|고소|고발|변호사|소송|불법|방통위|방송통신위원회|개인정보침해|번호어떻게|번호를어떻게|어떻게알았|어디서얻|어디서구|동의한적없|동의한적이없|가입한적|경찰|118|신고_하|신고할|신고합|신고했|고소|고발|변호사|소송|불법|방통위|방송통신위|침해|번호_어떻게|번호_어디서|어떻게_알|어디서_알|어디서_구|어디서_났|누가_번호|번호_누가|동의한_적|동의한_없|동의하지|가입한_적|가입한_없|신청한_적|경찰|118|법적|정보통신망법|소비자원|무단|유출',
    ),
    hostile: list('스팸|사기|스팸|사기|몇번|도대체|미친|양아치|기분나쁘|어이없'),
    optInPhrases: list('다시받고싶|구독하고싶|수신동의합니다|다시신청|신청하고싶|받고싶어요|받고싶습니다'),
    helpPhrases: list(
      '어느가게|어느회사|어디가게|무슨가게|어떻게거부|어떻게해지|어떻게취소|수신거부어떻게|거부하려면|해지하려면|누구세요|어디세요|무슨회사|링크가안|비용이',
    ),
    innocent: list(
      '주문취소|예약취소|주문을취소|예약을취소|거부감|취소하지|중지하지|거부하지마|정류장|신고할게없|불만없|그만두지|거부반응|회원카드해지|카드해지|보험해지|적금해지|주문삭제|주문에서|주문_취소|예약_취소|거부감|취소하지|중지하지|거부하지_마|정류장|신고할_없|불만_없|주문_삭제|카드_해지|보험_해지|문앞|벨_누르지|초인종|전화하지|안_받았|못_받|안_왔|필요없나|사기_힘|사기_전|사고_싶|택배',
    ),
    how: list(
      '수신거부_어떻게|거부_어떻게|해지_어떻게|차단_어떻게|취소_어떻게|어떻게_거부|어떻게_해지|어떻게_취소|어떻게_중단|어떻게_차단|어떻게_안받|어떻게_멈|거부하려면|해지하려면|취소하려면|거부방법|해지방법|수신거부방법|중단하려면|차단방법|어디서_거부|어디서_해지|방법_수신거부',
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
      '配信停止|配信を停止|配信を止め|配信止め|停止してください|送らないで|送ってこないで|送信しないで|メッセージ不要|もう要らない|もういらない|いらないです|受け取りたくない|受信したくない|希望しません|興味ありません|興味がありません|興味ない|番号を削除|番号削除|リストから外|登録を解除|登録解除|退会したい|退会します|同意を撤回|撤回します|迷惑です|うざい|しつこい|連絡しないで|やめてください|止めてください|やめてほしい|止めてほしい|送らないで|送らないで|送ってこないで|送信しないで|送るな|送りつけ|送って来ないで|連絡しないで|連絡不要|配信_停止|配信_止め|配信_解除|配信_やめ|配信_不要|メッセージ_停止|メッセージ_やめ|メッセージ_不要|メール_停止|メール_不要|メール_やめ|SMS_停止|sms_停止|sms_不要|sms_やめ|登録_解除|登録_削除|登録_抹消|リスト_外|リスト_削除|番号_削除|番号_消|情報_削除|受け取りたくない|受信したくない|希望しません|望みません|いりません|要りません|必要ありません|必要ないです|興味ありません|興味がない|興味ない|興味がありません|同意_撤回|同意_取り消|うざい|しつこい|もう結構|退会し|解約し|やめてほしい|止めてほしい|止めてください|止めて下さい|やめてください|やめて下さい|ブロックし',
    ),
    denial: list(
      '間違い電話|番号が違|番号違い|人違い|別人です|亡くな|番号が変わ|宛先間違|番号_違|番号_間違|間違い_番号|間違い電話|別人|人違い|違う人|ではありません_番号|亡くな|他界|番号が変わ|番号_変わりました|使っていません_番号|本人ではありません|宛先',
    ),
    complaint: list(
      '通報|苦情|クレーム|訴え|弁護士|違法|詐欺|消費者センター|消費生活センター|総務省|警察|どこで番号|どこで知|なぜ番号を知|同意していない|同意した覚え|登録した覚え|登録していない|どこで_番号|どこから_番号|なぜ_番号|なんで_番号|どうやって_番号|誰_番号|同意し_ない|同意した覚え|同意していません|登録した覚え|登録していません|登録してない|許可なく|無断|法律違反|特定電子メール|訴訟|法的|通報し|消費生活|国民生活',
    ),
    hostile: list('スパム|迷惑メール|個人情報|詐欺|スパム|迷惑|何度|いい加減に|非常識|ふざけ|騙|嘘|だまし'),
    optInPhrases: list('登録したい|配信希望|再登録|もう一度受け取|受け取りたいです|購読したい'),
    helpPhrases: list(
      'どちらのお店|どちらの会社|どこのお店|どこの会社|停止方法|解除方法|どうやって停止|どうすれば停止|どうやって解除|解除するには|停止するには|どなたですか|どちら様|何の会社|リンクが開|料金はかか',
    ),
    innocent: list(
      '注文をキャンセル|注文キャンセル|予約をキャンセル|予約キャンセル|バス停|停留所|停止しないで|解除しないで|やめないで|苦情はありません|注文から削除|一時停止ボタン|袋は不要|袋不要|領収書不要|レシート不要|不要不急|注文_キャンセル|予約_キャンセル|キャンセルし_予約|停止しないで|解除しないで|やめないで|苦情はありません|注文_削除|一時停止|袋_不要|領収書_不要|置き配|バス停|停留所|不在|迷惑でなければ|ご迷惑|届いていません|箸_不要|いりませんか|必要ありませんか',
    ),
    how: list(
      '停止するには|止めるには|解除するには|やめるには|どうすれば_いい|どうしたら_いい|停止方法|解除方法|配信停止の方法|どうやって_停|どうすれば_停|どうやって_解除|どうすれば_解除|どうしたら_止|どうしたら_停|どうやったら_止|どうすれば_届かな|解除するには|停止するには|退会するには|やめ方|止め方|退会方法|どこ_解除|どこ_停止',
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
      '不要再发|不要发|别发|别再发|勿发|停止发|不想收|不想再收|不要给我发|别给我发|取消订阅|退订|删除我的号码|删掉我的号码|把我的号码删|移除我|不感兴趣|没兴趣|撤回同意|不要騷擾|不要骚扰|别骚扰|烦死|不要再發|別再發|不想收到|不需要这些|把我移出|不要_发|不要_發|别_发|別_發|勿_发|勿_發|请勿|停止_发|停止_發|停止_短信|停止_打扰|停止_骚扰|不要_打扰|别_打扰|不要_骚扰|不要_联系|别_联系|不要_聯絡|不想_收|不愿_收|不需要_短信|不需要_广告|不需要_推销|不用_发|别_烦|取消_订阅|取消_推送|取消_短信|关闭_推送|关掉_短信|删除_号码|删掉_号码|删了_号码|刪除_號碼|移除_号码|移出_名单|从_名单_删|从_列表_删|拒绝接收|拒收|拒绝_短信|撤回_同意|撤销_同意|烦死|滚开|快滚|没兴趣|没有兴趣|不感兴趣|够了_发|屏蔽你|拉黑',
    ),
    denial: list(
      '打错了|发错了|号码错|不是本人|换号了|已经去世|已去世|不是我的号|打错|发错|号码错|错号|不是_本人|我不是_|换号|换了号|去世|过世|机主_换|不是_号码|不认识|找错人',
    ),
    complaint: list(
      '投诉|投訴|举报|舉報|起诉|律师|律師|违法|違法|诈骗|詐騙|骗子|12321|12315|工信部|报警|報警|哪里弄到我的号码|哪来的我的号码|怎么有我的号码|怎么知道我的|没有同意|没同意过|从未订阅|哪里_号码|哪儿_号码|哪来_号码|怎么_号码|怎么_电话|谁_号码|谁把_电话|从哪_号码|没有_同意|没_授权|未经_同意|未经_许可|没_订阅过|从没_订阅|从来没_订阅|从未_订阅|消费者协会|消协|侵犯|告你|法院|泄露|工商|通信管理局|公安',
    ),
    hostile: list('垃圾短信|个人信息|隐私|骗子|骗人|垃圾|骚扰|无耻|欺诈|诈骗|几次了|过分'),
    optInPhrases: list('我要_订阅|想_订阅|重新_订阅|想_收到_优惠|恢复_订阅|继续_发|请_订阅|我同意接收|误退|不小心退订'),
    helpPhrases: list(
      '哪家店|哪家公司|哪个公司|您是哪位|你是哪位|什么公司|什么店|怎么退订|如何退订|怎么取消|如何取消订阅|怎样退订|你是谁|哪家公司|什么公司|链接打不开|收费吗',
    ),
    innocent: list(
      '有没有|还有没有|取消订单|取消预约|取消訂單|取消預約|不要取消|不要停|别停|没有投诉|停车|公交站|不要香菜|不要辣|不用找|不要袋子|订单删除|从订单|不要_取消|别_取消订单|订单_取消|取消_订单|取消_预约|取消_外卖|没有_投诉|不投诉|不要_放|别放|别_停|不要_辣|不要_袋|我不是很|我不是不|不要_打电话_送|没收到|没有收到|还没发|别发错|不要发错|不是_质量',
    ),
    how: list(
      '怎么_退订|怎样_退订|如何_退订|怎么_取消|如何_取消|怎么_停止|怎么_关闭|如何_停止|怎么才能不|怎麼_退訂|如何_退訂|怎麼取消|怎么屏蔽|回复什么',
    ),
  },
];
