import type { ReplyLexicon } from '../lexicon.ts';
import { list, phrases } from './expand.ts';

/** Spanish, Portuguese, French, Italian, Romanian. */
export const latin: readonly ReplyLexicon[] = [
  {
    lang: 'es',
    optOut: list(
      'dar de vaja|darme de vaja|deme de vaja|dame de vaja|vaja|alto|baja|dar de baja|darme de baja|dame de baja|denme de baja|stop|cancelar|salir|no mas|basta|no mas mensajes|cancelar suscripcion|borrame|borrar|eliminar|eliminarme|no molestar|quiero darme de baja|baja por favor|quitar|quitenme',
    ),
    ambiguous: list('cancelar envio|cancelar envios|detener envios|suspender envios|para|no|parar|pare|ya no|no gracias'),
    filler: list('por|favor|gracias|ya|mi|numero|todo|mensajes|ahora|de|la|lista|porfa|hola|señores|inmediatamente'),
    optIn: list('alta|inicio|suscribir|suscribirme|comenzar|empezar'),
    yes: list('si|acepto|confirmo|de acuerdo|claro|vale'),
    help: list('ayuda|info|quien es|quienes son|informacion'),
    stopVerbs: list('dej*|par*|elimin*|borr*|quit*|cancel*|retir*|revoc*|saque*|saqu*|sac*|suspend*|desuscrib*|desinscrib*|anul*'),
    mailing: list(
      'mensaj*|sms|texto*|numero*|telefono*|lista*|base|publicidad|promocion*|oferta*|spam|suscripcion*|consentimiento|enviar*|mandar*|escribir*|molestar*|contactar*|newsletter|boletin*|notificacion*|correo*',
    ),
    requests: phrases(
      'no me escriban|no me escriba*|no me envi*|no me mand*|no envien|no manden|no quiero _ mensajes|no quiero recibir|no quiero mas|no deseo recibir|no deseo|no me interesa*|dejen de|deja de|deje de|dejad de|parad de|paren de|basta de|borrenme|borrame|eliminenme|eliminen mi|eliminar mi|borren mi|quitenme|sacame|saquenme|quiero salir de|darme de baja|denme de baja|dame de baja|dar de baja|damme de baja|me quiero dar de baja|no autorizo|retiro mi consentimiento|revoco mi|no me contacten|no me molest*|no molesten|estoy hart*|ya no quiero|ya no deseo|sin publicidad|nunca mas|{no,nunca} {me,nos} {_ escrib*,_ mand*,_ envi*,_ llam*,molest*,contact*,_ spam*}|{quit*,borr*,elimin*,saqu*,sac*,retir*,dar,den,dame} {me,mi,nos,nuestro,este,mis} {de,numero,telefono,datos,baja}|{quitenme,quiteme,saquenme,saqueme,borrenme,borreme,eliminenme,elimineme,sacadme,quitadme,borradme,desuscribanme,desuscribirme,retirenme,remuevanme,desapuntadme,desapuntame,desapuntarme}|{darme,dadme,denme,deme,dame,dar,solicito,pido,quiero} _ {baja,la baja}|{dejen,deja,dejad,deje,paren,parad,pare,basta} {de,ya}|{no quiero,no queremos,no deseo,no deseamos,no necesito} {_ mensajes,_ sms,_ publicidad,_ ofertas,_ promociones,recibir,mas,nada,saber,esto,sus,vuestros,vuestras}|{ya,no} {no me interesa,no quiero,me interesa,estoy interesad*}|{retiro,revoco,cancelo} {mi,el,la} {consentimiento,autorizacion,suscripcion,permiso}|{estoy,me tienen,ya me tienen} {hart*,cansad*}|{dejenme,dejadme,dejame} {en paz,tranquil*}|que pesad*|{larguense,vayanse}|{no mas,basta de,nada de} {mensajes,sms,publicidad,promociones,ofertas,spam}',
    ),
    denial: phrases(
      'numero equivocado|se equivocan|se equivoco|equivocado de|no es el numero|ya no es|fallecio|murio|ha fallecido|no conozco|este numero ya|numero {equivocado,incorrecto,erroneo}|{se,te,os,estan,estas} {equivoc*,confund*}|{yo,aqui} {no soy,no vive}|no {soy,conozco a,vive aqui} {esa,ese,la persona,el,ella,ningun*,nadie}|{este,ese} numero {ya no,no es,no pertenece,es de otra,ahora}|{murio,fallecio,ha muerto,ha fallecido}|otra persona',
    ),
    complaint: phrases(
      'denuncia*|denunciar|denunciare|queja|quejarme|reclamo|reclamacion|reclamar|abogad*|demanda|demandar|aepd|profeco|consumo|ilegal|estafa*|fraude|engaño|mentira|ladrones|de donde sac*|de donde tien*|quien les dio|como consigui*|nunca di|nunca autorice|nunca me suscribi|no di mi|yo no me suscribi|sin mi consentimiento|sin mi permiso|policia|{de donde,como,donde,quien} _ {sac*,tien*,obtuv*,consigu*,dio,dieron,ha dado,vendio} _ {numero,telefono,datos}|{voy a,los voy a,les voy a,os voy a} {denunciar,demandar,reportar}|{yo,nunca,jamas} _ {autorice,suscribi,apunte,consenti,di mi,he dado}|{sin mi,sin} {autorizacion,consentimiento,permiso}|agencia {de proteccion,espanola}|guardia civil|ya {pedi,solicite,me di de baja,les dije}|{autocontrol,facua,indecopi,sernac,ocu}',
    ),
    hostile: phrases(
      'proteccion de datos|spam|acoso|estaf*|timo|timador*|ladron*|mentiros*|cuantas veces {tengo,debo,mas,hay}|verguenza|abus*|pesados|engan*',
    ),
    optInPhrases: phrases(
      'quiero suscribirme|quiero recibir|suscribanme|denme de alta|darme de alta|dame de alta|quiero volver a recibir|me di de baja por error|vuelvan a enviar|agreguenme|inscribanme',
    ),
    helpPhrases: phrases(
      '{que,cual} {tienda,negocio,marca,sitio}|de parte de quien|como me doy de baja|como cancelo|como puedo cancelar|como dejar|como darme de baja|como puedo dejar|como elimino|quien es|quienes son|que empresa|que es esto|necesito ayuda|el enlace no|el link no|cuanto cuesta {el sms,este sms,el mensaje,este mensaje,responder,contestar}|donde puedo|me pueden ayudar|como funciona',
    ),
    innocent: phrases(
      'para el|para la|para los|para las|para mi|para que|para cuando|para hoy|para mañana|para dos|para una|para un|no pares|no paren|nunca paren|no dejen de|no me den de baja|cancelar mi cita|cancelar la cita|cancelar mi pedido|cancelar el pedido|cancelar mi reserva|cancelar la reserva|cancelar el envio|baja temporada|mas baja|planta baja|talla baja|precio mas alto|alto y|parada de|sin quejas|no es queja|eliminar del pedido|quitar del pedido|basta con|salir a|salir de casa|salir del trabajo|dejen el paquete|dejar el paquete|dejen en|parar en|mi numero es|llego a spam|{para,baja,alto,basta,no} {el,la,los,las,mi,que,con,cuando,hoy,manana,un,una}|{cancelar,cancelo,anular,cambiar,mover} _ {cita,pedido,reserva,envio,clase,mesa}|{no dejen,no paren,no pares,nunca dejen}|parada|{sin,ninguna} queja*|{no puedo,no pude,no olviden}|no {tengo,hay} {queja*}|no soy {capaz,buen*,muy}|no quiero {esperar,perder,cebolla,ese color,la talla}',
    ),
    objects: list(
      'pedido|pedidos|paquete*|mensajer*|repartidor*|cita|citas|reserva*|entrega*|envio|envios|producto*|factura*|talla*|mesa|clase|tarjeta|puerta|timbre|cebolla',
    ),
    not: list('no|nunca|ni|dejen de|deja de|jamas|paren de|basta de'),
    contact: list(
      'escrib*|envi{en,es,e,eis,ar,arme,arnos}|mand{en,es,e,eis,ar,arme}|llam{en,es,ar}|molest{en,es,ar,eis}|contact{en,es,ar,eis}|fastidi*|spame*|text{een,ear}|remit{an,ir}|jod{an,er}|insist*|acos*',
    ),
    how: phrases(
      'como {me,puedo,puede,se,hago,dejo,cancelo,cancelar,darme,dar,salir,salgo,elimino,quito,paro,desactivo}|{puedo,se puede,es posible} _ {darme,cancelar,salir,dejar}|{a que,que} {numero,palabra} _ {envio,mando,escribo}|donde _ {baja,cancelo,cancelar}|si me doy de baja',
    ),
    keep: list('si|solo|solamente|esta bien|dejen|dejar|mantengan|pueden|excepto|menos|ok|bien|quiero'),
  },
  {
    lang: 'pt',
    optOut: list(
      'sair|pare|parar|cancelar|descadastrar|stop|remover|me descadastra|me descadastrem|quero sair|cancelar inscricao|parem|remova|remover meu numero|excluir|nao quero mais|descadastre|me tira dessa lista',
    ),
    ambiguous: list('cancelar envio|cancelar envios|parar envio|suspender envio|nao|para|sai|chega|nao obrigado|nao obrigada'),
    filler: list('por|favor|obrigado|obrigada|ja|meu|numero|tudo|mensagens|agora|da|lista|pf|pfv'),
    optIn: list('voltar|inicio|assinar|inscrever|quero receber|comecar'),
    yes: list('sim|aceito|confirmo|concordo|claro'),
    help: list('ajuda|info|quem e|quem sao voces|informacao'),
    stopVerbs: list('par*|remov*|tir*|exclu*|cancel*|apag*|delet*|descadastr*|retir*|revog*|deix*|suspend*'),
    mailing: list(
      'mensage*|sms|numero*|telefone*|lista*|base|cadastro|propaganda*|publicidade|promoc*|oferta*|spam|inscricao|consentimento|enviar|mandar|escrever|contato*|newsletter|notificac*|marketing|perturbar|incomodar',
    ),
    requests: phrases(
      'nao me envi*|nao me mand*|nao envie*|nao mande*|nao mandem|nao quero receber|nao quero mais|nao quero essas|nao desejo|nao tenho interesse|nao me interess*|parem de|pare de|para de mandar|para de enviar|me tira*|me tirem|tirem meu|tira meu|removam meu|remova meu|excluam meu|apaguem meu|me remov*|me descadastr*|quero sair|quero cancelar|quero me descadastrar|sair da lista|chega de|deixem de|nao autorizo|revogo|retiro meu|nao me perturb*|nao me incomod*|estou cansad* de|nunca mais|me deixem em paz|me deixa em paz|{nao,nunca} _ {me,nos} {mand*,envi*,escrev*,incomod*,perturb*,lig*}|{nao,nunca} {mais} {me}|{tir*,remov*,exclu*,apag*,delet*,retir*,elimin*,cancel*} {me,meu,minha,este,esse,o meu,o meu numero,meus}|me {tir*,exclu*,remov*,retir*,descadastr*,desinscrev*,elimin*,apag*}|{retirem,tirem,removam,excluam,apaguem,eliminem,retire,tire,removam} {me,meu,o meu,meus}|{parem,pare,para,parar,deixem,deixa,chega,pode parar} {de,com,por,ja} {me,mandar,enviar,encher,esse*,spam,mensag*,sms,propaganda,perturbar,incomodar,escrever}|nao {quero,queremos,desejo,preciso} {receber,mais,essas,isso,mensag*,sms,propaganda*,ofertas,promoc*,nada,saber}|{nao tenho,sem} {mais interesse,interesse}|nao {me interess*,estou interessad*}|{retiro,revogo,cancelo} {o meu,meu,minha} {consentimento,autorizacao,inscricao}|{estou,to,ja} {cansad*,fart*,de saco cheio}|saco cheio|{me deixa,me deixem,deixem me} em paz|que {saco,chatice}|{quero,gostaria de,desejo} {sair,cancelar,me descadastrar,ser removid*,deixar de}|{chega de,basta de,sem mais} {mensag*,sms,spam,propaganda,promoc*}',
    ),
    denial: phrases(
      'numero errado|engano|esse numero nao|este numero nao|nao conheco|faleceu|morreu|pessoa errada|numero {errado,incorreto,trocado}|{foi,e} engano|{voce*,vcs} {se enganaram,erraram,estao enganad*,ligaram errado}|{este,esse} {numero,telefone,celular} {nao e,nao pertence,agora,ja nao,e de outra}|{nao sou} {ela,ele,essa pessoa,a pessoa,o dono,a dona}|{aqui nao,nao mora,nao tem ningu*}|{faleceu,morreu}|pessoa errada',
    ),
    complaint: phrases(
      'denuncia*|denunciar|procon|anatel|anpd|reclamac*|reclamar|reclame aqui|advogad*|processar|processo judicial|ilegal|golpe|golpistas|fraude|enganos*|mentira|onde consegui*|como consegui*|quem deu|quem passou|nunca autorizei|nunca me cadastrei|nao autorizei|nao me cadastrei|sem minha|sem meu consentimento|policia|{onde,como,quem} _ {consegui*,pegaram,arranj*,obtiv*,passou,deu,vendeu,tem,tiveram} _ {numero,contato,telefone,dados}|{vou,irei} _ {denunciar,processar,reclamar,acionar}|{nunca,nao} _ {autorizei,cadastrei,inscrevi,consenti,dei permissao,dei autorizacao}|sem {minha autorizacao,autorizacao,permissao,minha permissao,consentimento}|{ja pedi,ja solicitei,ja cancelei}|cnpd|deco|senacon|ministerio publico',
    ),
    hostile: phrases('lgpd|spam|golp*|estelionat*|mentiros*|ladr*|quantas vezes|vergonha|abus*|absurdo|burla'),
    optInPhrases: phrases(
      'quero receber|quero me inscrever|me inscreva*|me cadastr*|voltar a receber|sai por engano|cancelei por engano|me adiciona*',
    ),
    helpPhrases: phrases(
      '{que,qual,de qual} {loja,marca,site}|como faco para sair|como faco para parar|como cancelo|como sair|como cancelar|como me descadastro|quem e voce*|quem sao|que empresa|o que e isso|preciso de ajuda|o link nao|quanto custa|onde posso|como funciona',
    ),
    innocent: phrases(
      'para o|para a|para os|para as|para mim|para que|para hoje|para amanha|para dois|para um|para uma|nao parem|nao pare|nao me descadastr*|cancelar meu pedido|cancelar o pedido|cancelar minha consulta|cancelar a consulta|cancelar minha reserva|cancelar a reserva|sair do trabalho|sair de casa|vou sair|sair as|sai de|que horas sai|quando sai|remover do pedido|tirar do pedido|sem reclamac*|chega hoje|chega amanha|quando chega|chega que horas|deixar o pacote|deixe na portaria|parada de|{nao posso,nao esquec*,nao consigo}|{cancelar,cancelo,remarcar,mudar} _ {pedido,consulta,reserva,entrega,aula}|{sem,nenhuma} {reclamac*,queixa}|{vou,vamos,posso,pode,quero} sair {de casa,as,daqui,cedo,do trabalho,agora}|nao quero {esperar,cebola,perder}|ponto de onibus',
    ),
    objects: list(
      'pedido|pedidos|encomenda*|entrega*|entregador|motoboy|consulta*|reserva*|produto*|nota|pacote*|tamanho|mesa|aula|cartao|cebola|porta|campainha',
    ),
    not: list('nao|nunca|parem de|pare de|para de|chega de|jamais'),
    contact: list('mand*|envi{em,e,ar,es}|escrev*|lig{uem,ue,ar}|contat*|incomod*|perturb*|encha*|enche*|spam*|chate*|insist*'),
    how: phrases(
      'como {eu,faco,posso,se,cancelo,cancelar,sair,saio,paro,parar,remov*,desativ*,descadastr*,me}|{posso,da pra,da para,tem como,e possivel} _ {cancelar,sair,parar,descadastrar}|{qual,que} {numero,palavra} _ {envio,mando}|onde _ {cancelo,cancelar,saio,descadastro}|se eu {sair,cancelar,parar}',
    ),
    keep: list('so|somente|apenas|pode|podem|tudo bem|ok|mantenham|deixem|menos|exceto|quero'),
  },
  {
    lang: 'fr',
    optOut: list(
      'je me désinscris|je me désabonne|je me retire|je résilie|stop|arret|arrêt|arretez|désabonner|desabonnement|désinscrire|désinscription|me désabonner|me désinscrire|désabonnez moi|désinscrivez moi|supprimer|supprimez mon numéro|plus de sms|plus de pub|stop pub|stop sms|résilier|retirez moi|se désabonner|radiez moi',
    ),
    ambiguous: list('non|annuler|assez|non merci|ca suffit'),
    filler: list(
      'c|bon|cest|tout|svp|stp|merci|s il vous plait|sil|vous|plaît|plait|bonjour|maintenant|tout|cordialement|immédiatement|moi|de|suite|mon|numéro|la|liste',
    ),
    optIn: list('start|inscrire|abonner|inscription|abonnez moi|inscrivez moi|m inscrire|reprendre'),
    yes: list('oui|ok|d accord|daccord|j accepte|jaccepte|je confirme|confirme'),
    help: list('aide|contact|info|infos|qui est ce|qui êtes vous|renseignement'),
    stopVerbs: list('arret*|cess*|supprim*|retir*|enlev*|désabonn*|désinscri*|effac*|radi*|révoqu*|stopp*|ray*|annul*'),
    mailing: list(
      'sms|message*|texto*|pub|pubs|publicité*|numéro*|liste*|base|fichier*|envoi*|envoyer|spam*|newsletter|consentement|démarchage|promo*|offre*|sollicitation*|notification*|harceler|contacter|écrire|données|coordonnées',
    ),
    requests: phrases(
      'ne m envoyez plus|ne menvoyez plus|n envoyez plus|nenvoyez plus|ne me contactez plus|ne plus recevoir|ne plus m envoyer|ne plus envoyer|ne plus me contacter|ne plus m écrire|ne plus me solliciter|ne m écrivez plus|ne plus être|plus recevoir|ne souhaite plus|ne souhaite pas|ne veux plus|ne veux pas|je veux plus|veux plus de|veux pas de|arrêtez de|arrêtez vos|arrêtez les|arrêter de m|cessez|retirez moi|retirez mon|enlevez moi|enlevez mon|supprimez moi|supprimez mon|supprimez mes|effacez mon|désabonnez moi|désinscrivez moi|me désabonner|me désinscrire|pas intéressé*|plus intéressé*|pas intéress*|laissez moi tranquille|foutez moi la paix|fichez moi la paix|marre de vos|marre de vous|je retire mon consentement|je révoque|m oppose|moppose|droit d opposition|plus jamais|ras le bol|plus de messages|plus de sms|plus de pub*|plus de textos|{ne,n} {m,me,nous} {_ envoy*,_ contact*,_ écri*,_ appel*,_ dérang*,_ sollicit*,_ harcel*}|{merci de,veuillez,prière de,je souhaite,je veux,je voudrais,j aimerais,je demande à,demande} {_ retirer,_ supprimer,_ désinscrire,_ désabonner,_ radier,_ enlever,_ cesser,_ arrêter,_ effacer,ne plus,être retiré*,être supprimé*,être désinscrit*,être désabonné*,être radié*}|{retirez,enlevez,supprimez,effacez,désabonnez,désinscrivez,radiez,rayez,sortez,ôtez,virez,virer,enlève,supprime,retire} {moi,mon,mes,nous,ce,ma,le}|{je,j} {ne,n} {veux,souhaite,désire} {plus,pas}|{plus,pas} {de,aucun} {sms,pub,publicité*,message*,texto*,promo*,offre*,mails}|{arrêtez,arretez,arrêter,cessez,stop,stoppez} {de,vos,les,avec,tout,ça,aux,la pub,ces,votre}|{je,j} {_ retire,_ révoque,m oppose,_ annule} {mon,ma,à} {consentement,accord,autorisation,tout*}|{pas,plus} {du tout,} {intéress*}|{foutez,fichez,lâchez} moi|{ras le bol,marre,j en ai marre,j en ai assez,ça suffit}|{laissez,laisse} moi {tranquille,en paix}',
    ),
    denial: phrases(
      'mauvais numéro|erreur de numéro|vous vous trompez|trompé* de numéro|plus le numéro|est décédé*|décédé*|ne connais pas|nouveau propriétaire|{mauvais,faux} {numéro,destinataire}|erreur {de,sur le} {numéro,destinataire,personne}|{vous vous,tu te} {trompez,êtes trompé*,trompes}|{ce,c} {n est,nest} {pas,plus} {son,le,mon,sa,le bon} {numéro,téléphone}|{je ne suis,je suis} {pas,plus} {la,cette,celle,celui,lui,elle,la bonne}|{décédé*,mort,morte} {il y a,depuis,le}|est {mort,morte}|{n habite} {pas,plus}|{numéro,il} {a changé,n appartient}|connais pas cette',
    ),
    complaint: phrases(
      'plainte|porter plainte|je vais porter|signale*|signaler|signalement|33700|cnil|dgccrf|avocat*|tribunal|justice|illégal*|arnaque*|escroc*|fraude|d où avez vous|dou avez vous|où avez vous eu|ou avez vous eu|comment avez vous eu|qui vous a donné|jamais donné|jamais inscrit*|jamais autorisé|sans mon accord|sans mon consentement|mensonge*|menteurs|réclamation|{d où,où,comment,qui} _ {avez,vous,a} _ {numéro,coordonnées,donné,vendu,eu mon}|{je vais,je vous,vais} _ {signaler,porter plainte,dénoncer,poursuivre,attaquer}|{jamais,pas} _ {donné,inscrit*,abonné*,autorisé,consenti,accepté}|sans {mon accord,mon autorisation,mon consentement,accord,autorisation}|signal conso|bloctel|{déjà,j ai déjà} {demandé,dit,envoyé stop,répondu}|mise en demeure|infraction|{police,gendarmerie}',
    ),
    hostile: phrases(
      'spam|harcèlement|harcelement|rgpd|honteux|scandaleux|arnaqu*|voleur*|combien de fois {faut,dois,je,encore}|honte|menteu*|insupportable|rgpd|inadmissible|escroc*',
    ),
    optInPhrases: phrases(
      'je veux m inscrire|je souhaite m inscrire|inscrivez moi|abonnez moi|je souhaite recevoir|je veux recevoir|réabonn*|désabonné par erreur|réinscri*|recevoir à nouveau',
    ),
    helpPhrases: phrases(
      '{quelle,quel,c est quelle,c est quel} {boutique,magasin,marque,site,enseigne}|de la part de qui|comment me désabonner|comment se désabonner|comment arrêter|comment me désinscrire|comment ne plus|comment faire pour|comment annuler|qui êtes vous|c est qui|cest qui|quelle société|quelle entreprise|c est quoi|cest quoi|besoin d aide|le lien ne|combien coûte {ce sms,le sms,ce message,cette réponse,de répondre}|où puis je|pouvez vous m aider|comment ça marche|comment vous joindre',
    ),
    innocent: phrases(
      'arrêt de bus|arrêt bus|arrêt de tram|à l arrêt|l arrêt|prochain arrêt|arrêt maladie|annuler ma commande|annuler la commande|annuler mon rendez|annuler le rendez|annuler ma réservation|annuler mon rdv|annuler le rdv|supprimer de la commande|supprimer un article|retirer ma commande|retirer mon colis|retirer le colis|retirer la commande|enlever de la commande|n arrêtez pas|narrêtez pas|ne me désabonnez pas|surtout n arrêtez|pas de plainte|aucune plainte|bon numéro|mon numéro est|stop ou encore|auto stop|plus de détails|plus d infos|plus dinfos|plus de tailles|plus tard|un peu plus|assez grand|dans mes spams|dans les spams|{annuler,annule,décaler,reporter,déplacer} _ {rendez,rdv,commande,réservation,livraison,cours}|{n arrêtez,ne vous arrêtez} {pas,jamais,surtout}|{ne peux,n arrive,ne pourrai,n ai,ne suis,je suis} {pas,pas encore,plus disponible}|{aucune,pas de} {plainte,réclamation}|{à l,l,prochain,cet,un} arrêt|plus de {détail*,info*,tailles,choix,temps,place,stock}|ne veux pas {attendre,rater,d oignons,de sac}|{pas,n ai} {reçu}|{ne quittez} pas',
    ),
    objects: list(
      'commande*|colis|livreur*|livraison*|rendez|rdv|réservation*|facture*|article*|produit*|taille*|table|cours|carte|porte|sonnette|oignons|ticket*',
    ),
    not: list('ne|n|plus|pas|jamais|arrêtez de|arretez|arrête|cessez|marre|stop'),
    contact: list(
      'envoy{ez,er,é}|envoi{e,es,ent}|contact{ez,er,e}|écri{vez,re,s}|appel{ez,er}|dérang{ez,er}|harcel{ez,er}|embêt{ez,er}|sollicit{ez,er}|spamm*|importun{ez,er}|texto*|soul{ez,er}|rappel{ez,er}|démarch{ez,er}',
    ),
    how: phrases(
      'comment {je,on,puis,faire,me,se,ne,arrêter,stopper,annuler,supprimer,désactiver,résilier,vous}|{est ce que je,puis je,peut on,je peux} _ {désabonner,arrêter,désinscrire,stopper}|{quel,à quel} {numéro,mot}|où _ {désabonner,stop,désinscrire}|si je me désabonne|{faut il,dois je} {envoyer,répondre}|que faire pour',
    ),
    keep: list('uniquement|seulement|sauf|ok|gardez|garder|laissez|juste|mais|oui|pas de problème'),
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
    requests: phrases(
      'non mandatemi|non inviatemi|non scrivetemi|non mandate|non inviate|non voglio _ messaggi|non voglio ricevere|non voglio più|non desidero|non mi interess*|non sono interessat*|smettete di|smettetela|smetti di|basta con|basta messaggi|basta sms|basta pubblicità|cancellatemi|cancellami|cancellate il mio|toglietemi|rimuovetemi|rimuovete il mio|eliminate il mio|eliminatemi|voglio disiscrivermi|vorrei disiscrivermi|voglio cancellarmi|revoco il consenso|ritiro il consenso|lasciatemi in pace|mai più|non contattatemi|non disturbate|non {mi,ci} {_ mandat*,_ inviat*,_ scrivet*,_ contattat*,_ chiamat*,_ disturbat*,_ scriver*}|{cancella*,rimuov*,togli*,toglie*,elimin*,disiscriv*,depenn*,leva*} {mi,mio,il mio,dalla,dal,questo,i miei,temi}|{cancellatemi,cancellateci,rimuovetemi,toglietemi,eliminatemi,disiscrivetemi,levatemi,depennatemi,cancellarmi,disiscrivermi,rimuovermi,togliermi,toglieteci}|{smettetela,smettila,finitela,piantatela,finiscila}|{non,nn} {voglio,vogliamo,desidero,desideriamo,gradisco,intendo} {_ messaggi,_ pubblicità,_ sms,_ offerte,_ promozioni,ricevere,più,essere}|{basta,stop,niente} {con,messaggi,sms,pubblicità,spam,promozioni,offerte,più}|{revoco,ritiro} {il,il mio,ogni} {consenso,autorizzazione}|{non,nn} {sono,mi} {_ interess*}|{lasciatemi,lasciami} in pace|{chiedo,richiedo,vorrei,voglio,desidero,prego di} {_ cancellazione,_ rimozione,la disiscrizione,disiscrivermi,cancellarmi,essere cancellat*,essere rimoss*,non ricevere,cancellare il mio,togliere}|mi {avete stufato,avete rotto,avete stancato}|{avete,hai} {rotto,stufato,stancato}|{mi oppongo}',
    ),
    denial: phrases(
      'numero sbagliato|avete sbagliato|ha sbagliato|non è più|non è il numero|è deceduto|è morto|è morta|non conosco|{numero,persona} {sbagliat*,errat*}|{avete,ha,hai,state} {sbagliato,sbagliando}|{questo,non} {non è,è} {più,il} {il numero,numero,suo numero,mio numero}|{non sono} {io,lei,lui,la persona,il signor*,la signor*,questa}|{è morto,è morta,deceduto,deceduta,scompars*}|{non abita,non vive} {più,qui}|{questo numero} {ora,adesso,non,appartiene}|non conosco {nessun*,questa}',
    ),
    complaint: phrases(
      'denuncia|denuncio|denuncerò|denunciare|segnalo|segnalerò|garante|agcom|avvocato|tribunale|illegale|truffa|truffatori|frode|reclamo|dove avete preso|come avete avuto|chi vi ha dato|mai dato|mai iscritto|mai iscritta|mai autorizzato|senza consenso|senza il mio|polizia|ingannevole|{dove,come,chi} {avete,ha,hanno,vi} _ {preso,avuto,dato,numero,trovato,ottenuto,venduto}|{vi,farò,faccio,sporgo,presento} {denuncio,segnalo,denuncia,una denuncia,un esposto,esposto,segnalazione,querelo}|{mai,non} _ {dato,autorizzato,iscritt*,acconsentito,prestato} _ {consenso,permesso,numero,servizio,a}|senza {il mio,mio,alcun} {consenso,permesso,autorizzazione}|{carabinieri,procura,querela,codacons,altroconsumo,registro delle opposizioni}|già {chiesto,detto,richiesto,cancellat*}|esposto',
    ),
    hostile: phrases(
      'legale|legali|spam|molestie|vergogna|vergognatevi|gdpr|truff*|ladri|imbroglion*|bugiard*|quante volte|vergogn*|schifo|scandalo*|illegittim*',
    ),
    optInPhrases: phrases(
      'voglio iscrivermi|vorrei iscrivermi|voglio ricevere|vorrei ricevere|iscrivetemi|riattiva*|disiscritto per errore|disiscritta per errore',
    ),
    helpPhrases: phrases(
      '{che,quale} {negozio,ditta,marca,sito}|come mi disiscrivo|come mi cancello|come faccio a|come posso cancellare|come disiscriversi|come annullare|chi siete|chi è|che azienda|cos è questo|ho bisogno di aiuto|il link non|quanto costa {il messaggio,questo messaggio,rispondere,l sms}|dove posso|come funziona',
    ),
    innocent: phrases(
      'annulla il mio ordine|annulla l ordine|annullare l ordine|annullare il mio ordine|annullare la prenotazione|annulla la prenotazione|annullare l appuntamento|cancellare l appuntamento|cancellare la prenotazione|cancellare l ordine|cancellare il mio ordine|togliere dall ordine|togliete dall ordine|fine settimana|fine mese|alla fine|fine maggio|basta una|basta un|basta così il|mi basta|non smettete|nessun reclamo|fermata|il mio numero è|finito nello spam|non sono a casa|non sono in casa|non sono ancora|non sono riuscit*|non sono sicur*|non sono disponibil*|non sono potut*|{annullare,annullo,disdire,disdico,spostare,cancellare} _ {appuntamento,ordine,prenotazione,consegna,lezione}|non smettete|{nessun*,senza} {reclam*,lamentel*}|{non posso,non riesco,non dimenticate}|{basta,fine} {così,un,una,il,che,settimana,mese}|non sono {a casa,in casa,sicur*,ancora,riuscit*,disponibil*,potut*,d accordo con il prezzo}|non voglio {aspettare,perdere,il sacchetto}|mi basta',
    ),
    objects: list(
      'ordine|ordini|pacco|corriere|consegna|appuntamento|prenotazione|prodotto|prodotti|fattura|taglia|tavolo|lezione|carta|porta|citofono|cipolla|sacchetto',
    ),
    not: list('non|mai|smettete di|smettetela|smetti di|basta|né|niente'),
    contact: list(
      'mandat*|mandar*|inviat*|inviar*|scrivet*|scriver*|contattat*|contattar*|chiamat*|chiamar*|disturbat*|disturbar*|rompet*|romper*|spammar*|tempestat*|assillat*|importunat*|spedit*',
    ),
    how: phrases(
      'come {mi,posso,faccio,si,devo,disiscriv*,cancell*,annull*,disattiv*,fermo,smettere}|{posso,si può,è possibile} _ {disiscrivermi,cancellarmi,annullare,disattivare}|{a che,quale,a quale} {numero,parola}|dove _ {cancell*,disiscriv*}|se mi cancello|cosa devo {scrivere,inviare,fare}',
    ),
    keep: list('solo|soltanto|va bene|vanno bene|tranne|lasciate|tenete|ok|eccetto|sì|mantenete'),
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
    requests: phrases(
      'nu mai trimiteti|nu imi mai|nu îmi mai|nu mai vreau|nu doresc|nu vreau sa primesc|nu ma intereseaza|scoateti ma|ștergeți ma|stergeti ma|vreau sa ma dezabonez|retrag consimtamantul|lasati ma in pace|{nu,sa nu} {_ mai} {trimit*,scrie*,suna*,contacta*,deranj*,primesc}|{nu mai,nu} {doresc,vreau} {sa,mesaj*,sms*,reclam*,ofert*,nimic}|{scoateti,stergeti,eliminati,dezabonati,radiati,scoate,sterge} {ma,mi,numarul,din,de pe,imi}|{ma,mă} {dezabonez,retrag}|{vreau,doresc,as dori,rog} {sa ma dezabonez,dezabonarea,stergerea,sa fiu scos,sa fiu scoasa,sa nu}|{lasati,lasa} ma in pace|{m am,sunt} {saturat,satul}|{incetati,opriti,terminati} {cu,sa,mesajele}|{retrag,revoc} {consimt*,acordul}|nu {ma,mă} interes*',
    ),
    denial: phrases(
      'numar gresit|ati gresit|nu sunt eu|nu este numarul|a decedat|a murit|{ati gresit,numar gresit,greseala}|{nu sunt} {eu,persoana,el,ea}|{acest,nu mai e,nu este} {numar nu,numarul,numarul lui}|{a murit,a decedat}',
    ),
    complaint: phrases(
      'plangere|plângere|reclamatie|anspdcp|anpc|avocat*|ilegal|inselatorie|escroc*|de unde aveti|nu am dat|fara acord*|politie|tribunal|{de unde,cum} {aveti,ati} _ {numar*,luat,obtinut}|{cine} {v a,va} dat|nu {am dat,mi am dat,am} {acord*,consimt*,abonat}|{fac,voi,depun} {plangere,reclamati*}|fara {acordul,consimt*}|dau in judecata',
    ),
    hostile: phrases('spam|escroc*|hot*ii|inselat*|de cate ori|rusine|teapa|nesimtit*'),
    optInPhrases: phrases('vreau sa ma abonez|vreau sa primesc|abonati ma'),
    helpPhrases: phrases('ce magazin|de la ce|cum ma dezabonez|cum pot|cine sunteti|ce firma|linkul nu'),
    innocent: phrases(
      'anulare comanda|anulati comanda|anulez programarea|anulati programarea|nu opriti|stergeti din comanda|{anula*,anulez,reprogram*,muta} _ {comand*,program*,rezerv*,livrar*}|nu {opriti,pot,uitati}|statie*|fara reclamati*|nu vreau sa astept',
    ),
    objects: list('comand*|colet*|curier*|programare*|rezervar*|livrar*|produs*|factur*|măsur*|marime*'),
    not: list('nu|niciodata|nici|incetati'),
    contact: list('trimit*|scrie*|suna*|contacta*|deranj*|mesaj*|spam*|expedia*|trimet*'),
    how: phrases(
      'cum {pot,sa,să,ma,mă,fac,se,opresc,anulez,dezabonez}|{pot sa,se poate} _ {dezabon*,opri*}|unde {pot,ma}|{ce,la ce} {numar,trimit,scriu}',
    ),
    keep: list('doar|numai|ok|lasati|pastrati|sunt bune|in afara'),
  },
];
