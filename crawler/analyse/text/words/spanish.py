"""Spanish: function words and words that bound no phrase."""

STOP = """
a acá ahí al algo algún alguna algunas alguno algunos allá allí ambos ante antes aquel aquella aquellas
aquello aquellos aquí así aún aunque bajo bien cabe cada casi como cómo con conmigo contigo contra cual
cuál cuales cuáles cualquier cualquiera cuando cuándo cuanto cuánto cuanta cuánta cuantos cuántos cuantas cuántas cuya cuyo de del desde donde dónde dos
durante e el él ella ellas ellos en entre era eran eres es esa esas ese eso esos esta está estaba estaban
estado están estar estas este esto estos estoy etc fue fueron fui ha haber había habían hace hacen hacer
hacia han hasta hay he hemos incluso incluyendo jamás junto la las le les lo los luego mas más me mediante
menos mi mí mientras mis misma mismas mismo mismos mucha muchas mucho muchos muy nada nadie ni ningún
ninguna ninguno no nos nosotros nuestra nuestras nuestro nuestros nunca o os otra otras otro otros para
pero poca pocas poco pocos por porque pues puede pueden poder que qué quien quién quienes se sea sean
según ser será si sí sido siempre sin sino so sobre son soy su sus suya suyo tal tales también tampoco tan
tanta tanto te tener tenemos tiene tienen tengo ti toda todas todavía todo todos tras tres tu tú tus tuya
tuyo u un una unas uno unos usted ustedes va vamos van vez veces vosotros voy y ya yo enero febrero marzo
abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre lunes martes miércoles jueves viernes
sábado domingo dr dra sr sra srta menú clic haga haz pulse boletín suscríbete facebook instagram twitter
youtube linkedin cookies cookie sitemap copyright derechos reservados http https www com cuatro cinco seis
siete ocho nueve diez primero primera segundo segunda once doce quince veinte treinta cuarenta cincuenta cien
"""

INNER = "en para por con sin a contra entre al y el"
JOINING = "y con"
NUMBERED = "tipo grado fase clase vitamina hepatitis"

LEADING = "primera primer nuevos nuevas nueva nuevo mejor"
LINK = "de del la los"

EDGE = """
aplicar ayuda ayudan ayudar año años mes meses semana semanas día días hora horas minuto minutos caso
casos cosa cosas ejemplo forma formas gran grande grandes bueno buena buenos buenas mejor mejores nuevo
nueva nuevos nuevas posible posibles importante importantes principal principales diferente diferentes
diverso diversos varios varias tipo tipos parte partes manera modo además actualmente generalmente
normalmente especialmente solo sólo solamente ahora hoy mañana después entonces través debe deben deber
debido permite permiten permitir realiza realizar realizan reduce reducir mejora mejorar trata tratar
causa causar causan produce producir suele suelen ofrece ofrecemos ofrecer encontrar encuentra necesita
necesitas necesario recomienda siguiente siguientes contacto contacta contactar contáctenos llame llámenos
llama reserve reserva leer saber conoce conocer ver inicio página enlace correo teléfono dirección nombre
número enviar anterior frecuente frecuentes última último últimas últimos persona personas gente menudo
"""

GENERIC = """
dolor paciente tratamiento terapia médico doctor cuerpo salud cuidado zona área resultado opción problema
síntoma cita consulta clínica equipo servicio procedimiento proceso función vida nivel técnica método
centro ciudad especialista profesional lesión enfermedad causa plan información calidad experiencia
preguntas
"""
