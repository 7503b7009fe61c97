"""What the words around a number ask for: class, and the words with # for the number, by language."""

ENGLISH = """
call_now   Call now: #
call_now   Call us today at #
call_now   # – call today!
call_now   Call Now! #
call_now   Call Today | #
call_now   Please call our office right away: #
call_now   Call our nurses 24/7 on #
call_now   You can call us any time at #
call_now   Don't wait! Call #
call_now   Do not delay, call #
call_now   Ready to feel better? Call us today at #
call_now   Speak to us. Call # now
call_now   Contact us today at #
call_book  To schedule an appointment, call #
call_book  Call # to book your visit
call_book  Book by phone: #
call_book  Appointments: #
call_book  Appointments #
call_book  Request a consultation: #
call_book  Scheduling: #
call_book  Schedule your consultation at #
call_book  Call the office to reschedule at #
call_book  Need an appointment? Call #
call_book  Ready to book? #
call_book  To make an appointment with Dr. Smith, please call #
call_book  # to schedule an appointment
call_book  # for appointments
call_book  Contact us to book your appointment: #
call_book  To book, call us Mon.–Fri. between 9 a.m. and 5 p.m. on #
call_book  Schedule your visit! Phone: #
call_book  Reservations: #
call_info  Questions? Call #
call_info  Questions? #
call_info  Have questions about your bill? Call us at #
call_info  Call # with any questions
call_info  Speak with a nurse: #
call_info  To learn more, call #
call_info  For more information: #
call_info  For insurance call #
call_info  Insurance questions: #
call_info  General inquiries #
call_info  Contact us at #
call_info  Contact us: #
call_info  You can contact the clinic by phone at #
call_info  Get in touch on #
call       Call #
call       Call us: #
call       Give us a call at #
call       Give us a ring on #
call       Reach us at #
call       You can reach our office by phone at #
call       Dial #
call       Ring #
call       Ring us on #
call       Please telephone #
call       Please call Dr. Jones at #
call       Call us Monday through Friday, 9 a.m. to 5 p.m., at #
call       Call (8:00–17:00): #
call       Call or text #
call       Call or Text: #
call       Text or call #
call       Call, text or email us: #
call       Call/Text #
call       # (call or text)
call       Call us or send us a text at #
call       Call or fax #
call       Call us, do not fax: #
call       Please don't text this number, call #
call       Can't text? Call #
call       We will send you a text to confirm. Call #
call       We are in-network with most insurance plans. Call #
call       Frequently closed? No. Call #
call       No appointment needed: walk in or call #
call       Call 911 in an emergency, otherwise call #
call       If this is an emergency, dial 911; otherwise call us at #
call       In an emergency, call 911. For all else call #
call       In an emergency hang up and dial 911. Otherwise, call #
call       If you are in crisis call 988, or call us at #
call       Call # (in an emergency, dial 911)
call       Call us at #. In an emergency go to hospital.
call       For non-emergency care call #
call       Not an emergency? Call #
call       Who should I call? Dial #
call_book  In an emergency call 911. For appointments call #
call_book  For emergencies call 911; for appointments, #
label      Office: #
label      P: #
label      p. #
label      Tel #
label      Tel.: #
label      Phone #
label      Phone number: #
label      Our number is #
label      Toll-free #
label      Free call #
label      Cell: #
label      Main line: #
label      Fax/Phone: #
label      Phone & Fax: #
label      Phone/Text: #
label      TTY: #
label      TDD #
label      TTY/TDD: #
label      Billing: #
label      Billing office #
label      Billing Department: #
label      Medical records: #
label      Pharmacy #
label      Pager #
label      Reception: #
label      Front desk – #
label      New patients: #
label      After hours: #
label      Call center: #
label      Call-back number: #
label      Springfield location: #
label      Dr. Jane Smith: #
label      Urgent Care: #
label      Emergency: call 911 / Office: #
label      Call 911 for emergencies. Office: #
label      We will call you back. Tel: #
label      No fax. Phone: #
label      We don't fax or email records. Office #
label      Do not use for emergencies. Phone: #
label      # (office)
label      Contact us #
bare       #
bare       The house stands # in the old harbour
bare       House calls in all of the county #
bare       Our doctor is on call #
bare       Your call matters, # says the sign
bare       We reach patients everywhere #
bare       See the text below #
bare       Download the full text #
bare       Open by day, # by night
bare       We accept most insurance. #
bare       Facebook, #
bare       The ring finger #
text       Text us at #
text       Text #
text       Text: #
text       Or text #
text       SMS: #
text       Send a text message to #
text       Text us to book your appointment: #
text       You may also text our front desk. Text us: #
text       # (text only)
text       Can't call? Text us at #
text       Prefer texting? Text #
text       Book by text at #
whatsapp   WhatsApp: #
whatsapp   Message us on WhatsApp #
whatsapp   # (WhatsApp)
call       Call or WhatsApp #
fax        Fax: #
fax        F: #
fax        f. #
fax        # (fax)
fax        # (F)
fax        Fax number: #
fax        Fax referrals to #
fax        Send records by fax to #
fax        efax: #
fax        e-Fax #
fax        Facsimile #
fax        Please do not call; fax #
fax        Fax your referral to #
emergency  Emergency: #
emergency  Emergency? Call #
emergency  Dental emergency? We are here. Call #
emergency  After-hours emergencies #
emergency  24-hour emergency line #
emergency  Urgent? Call #
emergency  Crisis line #
emergency  Suicide prevention #
emergency  For emergencies, call #
emergency  In an emergency call #
emergency  Poison control: #
"""

SPANISH = """
call_now   Llame ahora al #
call_now   Llámenos hoy: #
call_now   ¡Llama ya! #
call_now   Llame hoy mismo al #
call_now   No espere, llame al #
call_now   Llámanos 24 horas: #
call_book  Pida su cita: #
call_book  Pide cita #
call_book  Cita previa: #
call_book  Cita previa #
call_book  Haga su cita #
call_book  Solicite una cita al #
call_book  Para agendar una cita llame al #
call_book  Reserve su consulta llamando al #
call_book  Llámenos al # para una cita
call_book  Citas: #
call_book  ¿Necesita una cita? Llame al #
call_book  Turnos: #
call_info  ¿Tiene preguntas? Llame al #
call_info  ¿Dudas? #
call_info  Más información: #
call_info  Para mayor información llame al #
call_info  Hable con un especialista: #
call       Comuníquese con nosotros al #
call       Contáctenos al #
call       Contáctanos: #
call       Llámanos al #
call       Llame al #
call       Puede llamarnos al #
call       Marque #
call       Llamar: #
call       Llame o envíe un mensaje de texto al #
call       Sin cita previa: llame al #
call       Si es una emergencia llame al 911; si no, llámenos al #
call       En caso de emergencia, marque el 112. Para todo lo demás, llame al #
label      Teléfono: #
label      Tel.: #
label      Móvil #
label      Celular: #
label      Consultorio: #
label      Oficina: #
label      Oficina #
label      Clínica: #
label      Línea gratuita #
label      Atención al paciente: #
label      Facturación: #
label      Teléfono/Fax: #
bare       La doctora se llama Paz, # veces
bare       Una marca de salud #
text       Envíe un mensaje de texto al #
text       Envíenos un mensaje al #
text       Mándenos un texto al #
whatsapp   Escríbenos por WhatsApp #
fax        Fax: #
fax        Envíe su informe por fax al #
emergency  Emergencias: #
emergency  Urgencias #
emergency  Urgencias 24 horas: #
emergency  ¿Es urgente? Llame al #
"""

FRENCH = """
call_now   Appelez maintenant le #
call_now   Appelez-nous dès aujourd’hui au #
call_now   Appelez sans attendre, tout de suite : #
call_book  Prise de rendez-vous #
call_book  Prise de rendez-vous : #
call_book  Prenez rendez-vous au #
call_book  Prendre RDV #
call_book  Pour prendre rendez-vous, appelez le #
call_book  Rendez-vous par téléphone : #
call_book  Réservez votre consultation au #
call_info  Renseignements : #
call_info  Pour plus d’informations : #
call_info  Une question ? #
call_info  Des questions ? Appelez le #
call       Contactez-nous au #
call       Appelez-nous au #
call       Joignable au #
call       Téléphonez au #
call       Composez le #
call       Sans rendez-vous, appelez le #
call       En cas d’urgence vitale, appelez le 15. Sinon, appelez-nous au #
call       En cas d’urgence, composez le 112 ; sinon appelez le #
label      Tél. : #
label      Téléphone #
label      Cabinet : #
label      Secrétariat #
label      GSM #
label      Numéro vert #
label      Tél./Fax : #
text       Envoyez un SMS au #
fax        Télécopieur : #
fax        Fax #
emergency  Urgences : #
emergency  Numéro d’urgence #
emergency  Urgence ? Appelez le #
"""

GERMAN = """
call_now   Jetzt anrufen: #
call_now   Rufen Sie uns heute noch an: #
call_now   Rufen Sie jetzt an: #
call_book  Termin vereinbaren: #
call_book  Termine unter #
call_book  Terminvereinbarung: #
call_book  Terminvereinbarung #
call_book  Vereinbaren Sie einen Termin unter #
call_book  Für einen Termin rufen Sie uns an: #
call_info  Fragen? #
call_info  Haben Sie Fragen? Rufen Sie uns an: #
call_info  Weitere Informationen: #
call       Kontaktieren Sie uns unter #
call       Rufen Sie uns an: #
call       Sie erreichen uns unter #
call       Telefonisch erreichbar unter #
call       Wählen Sie #
call       Im Notfall wählen Sie die 112, sonst rufen Sie uns an: #
call       Ohne Termin: rufen Sie an unter #
label      Telefon: #
label      Tel. #
label      Praxis: #
label      Mobil #
label      Anmeldung: #
label      Notruf 112. Praxis: #
label      Telefon/Fax: #
bare       Der gute Ruf # der Klinik
text       SMS an #
fax        Fax: #
fax        Faxnummer #
fax        Telefax: #
emergency  Notfall: #
emergency  Im Notfall: #
emergency  Ärztlicher Notdienst #
emergency  Bereitschaftsdienst: #
"""

PHRASES = [
    (words.strip(), kind)
    for language in (ENGLISH, SPANISH, FRENCH, GERMAN)
    for kind, _, words in (line.partition(" ") for line in language.strip().splitlines())
]
