"""German: function words and words that bound no phrase."""

STOP = """
ab aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes auch auf aus
außerdem bei beim bereits besonders bis bin bist da dabei dadurch dafür dagegen daher dahin damit danach
daneben dann daran darauf daraus darf darin darüber darum darunter das dass davon davor dazu dein deine
dem den denen denn dennoch der deren derer des deshalb dessen desto die dies diese diesem diesen dieser
dieses doch dort du durch dürfen ebenso eher eigentlich ein eine einem einen einer eines einige einigen
einmal er erst es etwa etwas euch euer für gar gegen gegenüber genau gibt ganz habe haben hat hatte hatten
hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in innerhalb ins ist ja je
jede jedem jeden jeder jedes jedoch jene jetzt kann kannst kaum kein keine keinem keinen keiner können
könnte könnten lassen mal man manche mehr mehrere mehreren mehrerer mein meine meist mich mir mit möchten mögen muss müssen nach
nachdem nahe neben nicht nichts noch nun nur ob oben oder oft ohne per pro schon sehr sei seid sein seine
seinem seinen seiner seit selbst sich sie sind so sobald sofern sogar solche solchen soll sollen sollte
sollten somit sondern sonst soweit sowie sowohl statt stets trotz über überhaupt um und uns unser unsere
unserem unseren unserer unter viel viele vielen vielleicht vom von vor während wann war waren warum was
weder wegen weil weiter weitere welche welchem welchen welcher welches wenig weniger wenn wer werden wie
wieder will wir wird wirklich wo wobei wohl wollen worden wurde wurden würde würden z zu zuerst zum zur
zusammen zwar zwischen usw bzw ca januar jänner februar märz april mai juni juli august september oktober
november dezember montag dienstag mittwoch donnerstag freitag samstag sonntag dr prof herr frau menü
klicken klick cookies cookie facebook instagram twitter youtube linkedin newsletter impressum copyright
http https www com de eins zwei drei vier fünf sechs sieben acht neun zehn erste ersten zweite zweiten
"""

INNER = "für im in von vom zum zur bei am ohne mit nach und gegen an auf des"
JOINING = "und mit nach"
NUMBERED = "typ grad stadium phase klasse vitamin hepatitis"

LEADING = "erste ersten neue neuen neuer kostenlose freie"
LINK = "der des"

EDGE = """
ablauf bietet bieten führt führen hilft helfen ermöglicht ermöglichen reduziert reduzieren verbessert
verbessern behandeln behandelt jahr jahre jahren monat monate woche wochen tag tage tagen stunde stunden
minuten fall fälle fällen beispiel form formen groß große großen gut gute guten guter besser bessere beste
besten neu neue neuen neuer möglich mögliche möglichen wichtig wichtige wichtigen verschieden verschiedene
verschiedenen unterschiedliche art arten teil teile weise kontakt kontaktieren anrufen rufen erfahren
lesen mehr startseite seite link adresse telefon email heute morgen person personen menschen leute finden
findet lässt sorgt liegt steht kommt kommen geht gehen macht machen häufig meistens normalerweise
insbesondere zudem
"""

GENERIC = """
schmerz schmerzen patient patienten behandlung therapie arzt ärzte körper gesundheit bereich ergebnis
problem symptom termin praxis klinik team leistung leistungen verfahren prozess funktion leben methode
technik zentrum stadt spezialist verletzung erkrankung ursache information informationen qualität
erfahrung fragen beschwerden
"""
