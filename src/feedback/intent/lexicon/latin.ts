import type { ReplyLexicon } from '../lexicon.ts';
import { list } from './expand.ts';

/** Spanish, Portuguese, French, Italian, Romanian. */
export const latin: readonly ReplyLexicon[] = [
  {
    lang: 'es',
    optOut: list(
      'alto|baja|dar de baja|darme de baja|dame de baja|denme de baja|stop|cancelar|salir|no mas|basta|no mas mensajes|cancelar suscripcion|borrame|borrar|eliminar|eliminarme|no molestar|quiero darme de baja|baja por favor|quitar|quitenme',
    ),
    ambiguous: list('para|no|parar|pare|ya no|no gracias'),
    filler: list('por|favor|gracias|ya|mi|numero|todo|mensajes|ahora|de|la|lista|porfa|hola|señores|inmediatamente'),
    optIn: list('alta|inicio|suscribir|suscribirme|comenzar|empezar'),
    yes: list('si|acepto|confirmo|de acuerdo|claro|vale'),
    help: list('ayuda|info|quien es|quienes son|informacion'),
    stopVerbs: list('dej*|par*|elimin*|borr*|quit*|cancel*|retir*|revoc*|saque*|saqu*|sac*|suspend*|desuscrib*|desinscrib*|anul*'),
    mailing: list(
      'mensaj*|sms|texto*|numero*|telefono*|lista*|base|publicidad|promocion*|oferta*|spam|suscripcion*|consentimiento|enviar*|mandar*|escribir*|molestar*|contactar*|newsletter|boletin*|notificacion*|correo*',
    ),
    requests: list(
      'no me escriban|no me escriba*|no me envi*|no me mand*|no envien|no manden|no quiero _ mensajes|no quiero recibir|no quiero mas|no deseo recibir|no deseo|no me interesa*|dejen de|deja de|deje de|dejad de|parad de|paren de|basta de|borrenme|borrame|eliminenme|eliminen mi|eliminar mi|borren mi|quitenme|sacame|saquenme|quiero salir de|darme de baja|denme de baja|dame de baja|dar de baja|damme de baja|me quiero dar de baja|no autorizo|retiro mi consentimiento|revoco mi|no me contacten|no me molest*|no molesten|estoy hart*|ya no quiero|ya no deseo|sin publicidad|nunca mas',
    ),
    denial: list(
      'numero equivocado|se equivocan|se equivoco|equivocado de|no soy|no es el numero|no es mi|ya no es|fallecio|murio|ha fallecido|no conozco|este numero ya',
    ),
    complaint: list(
      'denuncia*|denunciar|denunciare|queja|quejarme|reclamo|reclamacion|reclamar|abogad*|demanda|demandar|aepd|profeco|consumo|ilegal|estafa*|fraude|engaño|mentira|ladrones|de donde sac*|de donde tien*|quien les dio|como consigui*|nunca di|nunca autorice|nunca me suscribi|no di mi|yo no me suscribi|sin mi consentimiento|sin mi permiso|policia',
    ),
    hostile: list('proteccion de datos|spam|acoso'),
    optInPhrases: list(
      'quiero suscribirme|quiero recibir|suscribanme|denme de alta|darme de alta|dame de alta|quiero volver a recibir|me di de baja por error|vuelvan a enviar|agreguenme|inscribanme',
    ),
    helpPhrases: list(
      'como me doy de baja|como cancelo|como puedo cancelar|como dejar|como darme de baja|como puedo dejar|como elimino|quien es|quienes son|que empresa|que es esto|necesito ayuda|el enlace no|el link no|cuanto cuesta|donde puedo|me pueden ayudar|como funciona',
    ),
    innocent: list(
      'para el|para la|para los|para las|para mi|para que|para cuando|para hoy|para mañana|para dos|para una|para un|no pares|no paren|nunca paren|no dejen de|no me den de baja|cancelar mi cita|cancelar la cita|cancelar mi pedido|cancelar el pedido|cancelar mi reserva|cancelar la reserva|cancelar el envio|baja temporada|mas baja|planta baja|talla baja|precio mas alto|alto y|parada de|sin quejas|no es queja|eliminar del pedido|quitar del pedido|basta con|salir a|salir de casa|salir del trabajo|dejen el paquete|dejar el paquete|dejen en|parar en|mi numero es|llego a spam',
    ),
  },
  {
    lang: 'pt',
    optOut: list(
      'sair|pare|parar|cancelar|descadastrar|stop|remover|me descadastra|me descadastrem|quero sair|cancelar inscricao|parem|remova|remover meu numero|excluir|nao quero mais|descadastre|me tira dessa lista',
    ),
    ambiguous: list('nao|para|sai|chega|nao obrigado|nao obrigada'),
    filler: list('por|favor|obrigado|obrigada|ja|meu|numero|tudo|mensagens|agora|da|lista|pf|pfv'),
    optIn: list('voltar|inicio|assinar|inscrever|quero receber|comecar'),
    yes: list('sim|aceito|confirmo|concordo|claro'),
    help: list('ajuda|info|quem e|quem sao voces|informacao'),
    stopVerbs: list('par*|remov*|tir*|exclu*|cancel*|apag*|delet*|descadastr*|retir*|revog*|deix*|suspend*'),
    mailing: list(
      'mensage*|sms|numero*|telefone*|lista*|base|cadastro|propaganda*|publicidade|promoc*|oferta*|spam|inscricao|consentimento|enviar|mandar|escrever|contato*|newsletter|notificac*|marketing|perturbar|incomodar',
    ),
    requests: list(
      'nao me envi*|nao me mand*|nao envie*|nao mande*|nao mandem|nao quero receber|nao quero mais|nao quero essas|nao desejo|nao tenho interesse|nao me interess*|parem de|pare de|para de mandar|para de enviar|me tira*|me tirem|tirem meu|tira meu|removam meu|remova meu|excluam meu|apaguem meu|me remov*|me descadastr*|quero sair|quero cancelar|quero me descadastrar|sair da lista|chega de|deixem de|nao autorizo|revogo|retiro meu|nao me perturb*|nao me incomod*|estou cansad* de|nunca mais|me deixem em paz|me deixa em paz',
    ),
    denial: list('numero errado|engano|nao sou|esse numero nao|este numero nao|nao e mais|nao conheco|faleceu|morreu|pessoa errada'),
    complaint: list(
      'denuncia*|denunciar|procon|anatel|anpd|reclamac*|reclamar|reclame aqui|advogad*|processar|processo judicial|ilegal|golpe|golpistas|fraude|enganos*|mentira|onde consegui*|como consegui*|quem deu|quem passou|nunca autorizei|nunca me cadastrei|nao autorizei|nao me cadastrei|sem minha|sem meu consentimento|policia',
    ),
    hostile: list('lgpd|spam'),
    optInPhrases: list('quero receber|quero me inscrever|me inscreva*|me cadastr*|voltar a receber|sai por engano|cancelei por engano|me adiciona*'),
    helpPhrases: list(
      'como faco para sair|como faco para parar|como cancelo|como sair|como cancelar|como me descadastro|quem e voce*|quem sao|que empresa|o que e isso|preciso de ajuda|o link nao|quanto custa|onde posso|como funciona',
    ),
    innocent: list(
      'para o|para a|para os|para as|para mim|para que|para hoje|para amanha|para dois|para um|para uma|nao parem|nao pare|nao me descadastr*|cancelar meu pedido|cancelar o pedido|cancelar minha consulta|cancelar a consulta|cancelar minha reserva|cancelar a reserva|sair do trabalho|sair de casa|vou sair|sair as|sai de|que horas sai|quando sai|remover do pedido|tirar do pedido|sem reclamac*|chega hoje|chega amanha|quando chega|chega que horas|deixar o pacote|deixe na portaria|parada de',
    ),
  },
  {
    lang: 'fr',
    optOut: list(
      'stop|arret|arrêt|arretez|désabonner|desabonnement|désinscrire|désinscription|me désabonner|me désinscrire|désabonnez moi|désinscrivez moi|supprimer|supprimez mon numéro|plus de sms|plus de pub|stop pub|stop sms|résilier|retirez moi|se désabonner|radiez moi',
    ),
    ambiguous: list('non|annuler|assez|non merci|ca suffit'),
    filler: list(
      'svp|stp|merci|s il vous plait|sil|vous|plaît|plait|bonjour|maintenant|tout|cordialement|immédiatement|moi|de|suite|mon|numéro|la|liste',
    ),
    optIn: list('start|inscrire|abonner|inscription|abonnez moi|inscrivez moi|m inscrire|reprendre'),
    yes: list('oui|ok|d accord|daccord|j accepte|jaccepte|je confirme|confirme'),
    help: list('aide|contact|info|infos|qui est ce|qui êtes vous|renseignement'),
    stopVerbs: list('arret*|cess*|supprim*|retir*|enlev*|désabonn*|désinscri*|effac*|radi*|révoqu*|stopp*|ray*|annul*'),
    mailing: list(
      'sms|message*|texto*|pub|pubs|publicité*|numéro*|liste*|base|fichier*|envoi*|envoyer|spam*|newsletter|consentement|démarchage|promo*|offre*|sollicitation*|notification*|harceler|contacter|écrire|données|coordonnées',
    ),
    requests: list(
      'ne m envoyez plus|ne menvoyez plus|n envoyez plus|nenvoyez plus|ne me contactez plus|ne plus recevoir|ne plus m envoyer|ne plus envoyer|ne plus me contacter|ne plus m écrire|ne plus me solliciter|ne m écrivez plus|ne plus être|plus recevoir|ne souhaite plus|ne souhaite pas|ne veux plus|ne veux pas|je veux plus|veux plus de|veux pas de|arrêtez de|arrêtez vos|arrêtez les|arrêter de m|cessez|retirez moi|retirez mon|enlevez moi|enlevez mon|supprimez moi|supprimez mon|supprimez mes|effacez mon|désabonnez moi|désinscrivez moi|me désabonner|me désinscrire|pas intéressé*|plus intéressé*|pas intéress*|laissez moi tranquille|foutez moi la paix|fichez moi la paix|marre de vos|marre de vous|je retire mon consentement|je révoque|m oppose|moppose|droit d opposition|plus jamais|ras le bol|plus de messages|plus de sms|plus de pub*|plus de textos',
    ),
    denial: list(
      'mauvais numéro|erreur de numéro|vous vous trompez|trompé* de numéro|ce n est pas|ce nest pas|je ne suis pas|plus le numéro|est décédé*|décédé*|ne connais pas|nouveau propriétaire',
    ),
    complaint: list(
      'plainte|porter plainte|je vais porter|signale*|signaler|signalement|33700|cnil|dgccrf|avocat*|tribunal|justice|illégal*|arnaque*|escroc*|fraude|d où avez vous|dou avez vous|où avez vous eu|ou avez vous eu|comment avez vous eu|qui vous a donné|jamais donné|jamais inscrit*|jamais autorisé|sans mon accord|sans mon consentement|mensonge*|menteurs|réclamation',
    ),
    hostile: list('spam|harcèlement|harcelement|rgpd|honteux|scandaleux'),
    optInPhrases: list(
      'je veux m inscrire|je souhaite m inscrire|inscrivez moi|abonnez moi|je souhaite recevoir|je veux recevoir|réabonn*|désabonné par erreur|réinscri*|recevoir à nouveau',
    ),
    helpPhrases: list(
      'comment me désabonner|comment se désabonner|comment arrêter|comment me désinscrire|comment ne plus|comment faire pour|comment annuler|qui êtes vous|c est qui|cest qui|quelle société|quelle entreprise|c est quoi|cest quoi|besoin d aide|le lien ne|combien coûte|où puis je|pouvez vous m aider|comment ça marche|comment vous joindre',
    ),
    innocent: list(
      'arrêt de bus|arrêt bus|arrêt de tram|à l arrêt|l arrêt|prochain arrêt|arrêt maladie|annuler ma commande|annuler la commande|annuler mon rendez|annuler le rendez|annuler ma réservation|annuler mon rdv|annuler le rdv|supprimer de la commande|supprimer un article|retirer ma commande|retirer mon colis|retirer le colis|retirer la commande|enlever de la commande|n arrêtez pas|narrêtez pas|ne me désabonnez pas|surtout n arrêtez|pas de plainte|aucune plainte|bon numéro|mon numéro est|stop ou encore|auto stop|plus de détails|plus d infos|plus dinfos|plus de tailles|plus tard|un peu plus|assez grand|dans mes spams|dans les spams',
    ),
  },
  {
    lang: 'it',
    optOut: list(
      'stop|basta|cancellami|cancellatemi|disiscrivi|disiscrivetemi|rimuovi|rimuovetemi|disiscrizione|cancella iscrizione|cancellazione|toglietemi|smettetela|smettila|annulla iscrizione|non scrivetemi|eliminatemi',
    ),
    ambiguous: list('no|fine|annulla|no grazie|cancella'),
    filler: list('per|favore|grazie|subito|mi|tutto|messaggi|sms|ora|il|mio|numero|prego|cortesemente'),
    optIn: list('attiva|iscrivi|iscrivimi|inizia|iscrivetemi'),
    yes: list('si|confermo|accetto|va bene|certo|ok'),
    help: list('aiuto|info|chi siete|chi è|assistenza|informazioni'),
    stopVerbs: list('smett*|cancell*|rimuov*|togli*|disiscri*|elimin*|revoc*|ferm*|interromp*|sospend*|leva*'),
    mailing: list(
      'messagg*|sms|numero|numeri|lista|database|pubblicità|promozion*|offert*|spam|iscrizione|consenso|mandar*|inviar*|scriver*|contatt*|newsletter|notific*|marketing|comunicazion*|disturbar*',
    ),
    requests: list(
      'non mandatemi|non inviatemi|non scrivetemi|non mandate|non inviate|non voglio _ messaggi|non voglio ricevere|non voglio più|non desidero|non mi interess*|non sono interessat*|smettete di|smettetela|smetti di|basta con|basta messaggi|basta sms|basta pubblicità|cancellatemi|cancellami|cancellate il mio|toglietemi|rimuovetemi|rimuovete il mio|eliminate il mio|eliminatemi|voglio disiscrivermi|vorrei disiscrivermi|voglio cancellarmi|revoco il consenso|ritiro il consenso|lasciatemi in pace|mai più|non contattatemi|non disturbate',
    ),
    denial: list('numero sbagliato|avete sbagliato|ha sbagliato|non sono|non è più|non è il numero|è deceduto|è morto|è morta|non conosco'),
    complaint: list(
      'denuncia|denuncio|denuncerò|denunciare|segnalo|segnalerò|garante|agcom|avvocato|tribunale|illegale|truffa|truffatori|frode|reclamo|dove avete preso|come avete avuto|chi vi ha dato|mai dato|mai iscritto|mai iscritta|mai autorizzato|senza consenso|senza il mio|polizia|ingannevole',
    ),
    hostile: list('legale|legali|spam|molestie|vergogna|vergognatevi|gdpr'),
    optInPhrases: list(
      'voglio iscrivermi|vorrei iscrivermi|voglio ricevere|vorrei ricevere|iscrivetemi|riattiva*|disiscritto per errore|disiscritta per errore',
    ),
    helpPhrases: list(
      'come mi disiscrivo|come mi cancello|come faccio a|come posso cancellare|come disiscriversi|come annullare|chi siete|chi è|che azienda|cos è questo|ho bisogno di aiuto|il link non|quanto costa|dove posso|come funziona',
    ),
    innocent: list(
      'annulla il mio ordine|annulla l ordine|annullare l ordine|annullare il mio ordine|annullare la prenotazione|annulla la prenotazione|annullare l appuntamento|cancellare l appuntamento|cancellare la prenotazione|cancellare l ordine|cancellare il mio ordine|togliere dall ordine|togliete dall ordine|fine settimana|fine mese|alla fine|fine maggio|basta una|basta un|basta così il|mi basta|non smettete|nessun reclamo|fermata|il mio numero è|finito nello spam|non sono a casa|non sono in casa|non sono ancora|non sono riuscit*|non sono sicur*|non sono disponibil*|non sono potut*',
    ),
  },
  {
    lang: 'ro',
    optOut: list('stop|dezabonare|renunt|renunț|dezabonați mă|dezabonati ma|opriti|opriți|nu mai vreau|stergeti|ștergeți numărul|dezaboneaza ma'),
    ambiguous: list('nu|anulare|gata'),
    filler: list('va|rog|vă|multumesc|mulțumesc|acum|tot|mesaje'),
    optIn: list('start|abonare|abonati ma|înscriere'),
    yes: list('da|de acord|confirm'),
    help: list('ajutor|info|cine sunteti|cine este'),
    stopVerbs: list('opri*|sterge*|șterge*|scoate*|dezabon*|incet*|încet*|retrag*|elimin*'),
    mailing: list('mesaj*|sms*|numar*|număr*|list*|reclam*|spam*|trimit*|abonament*|consimt*|newsletter|oferte*|baza'),
    requests: list(
      'nu mai trimiteti|nu imi mai|nu îmi mai|nu mai vreau|nu doresc|nu vreau sa primesc|nu ma intereseaza|scoateti ma|ștergeți ma|stergeti ma|vreau sa ma dezabonez|retrag consimtamantul|lasati ma in pace',
    ),
    denial: list('numar gresit|ati gresit|nu sunt eu|nu este numarul|a decedat|a murit'),
    complaint: list(
      'plangere|plângere|reclamatie|anspdcp|anpc|avocat*|ilegal|inselatorie|escroc*|de unde aveti|nu am dat|fara acord*|politie|tribunal',
    ),
    hostile: list('spam'),
    optInPhrases: list('vreau sa ma abonez|vreau sa primesc|abonati ma'),
    helpPhrases: list('cum ma dezabonez|cum pot|cine sunteti|ce firma|linkul nu'),
    innocent: list('anulare comanda|anulati comanda|anulez programarea|anulati programarea|nu opriti|stergeti din comanda'),
  },
];
