import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.function_words import FUNCTION_WORDS
from crawler.language import language_of

_TEXTS = {
    "en": "The knee is the largest joint of the body and it carries most of our weight. When it hurts, walking becomes hard and sleep is poor. We look at how you move before we talk about what can be done.",
    "es": "La rodilla es la articulación más grande del cuerpo y soporta la mayor parte de nuestro peso. Cuando duele, caminar se vuelve difícil y se duerme mal. Primero miramos cómo se mueve usted antes de hablar de lo que se puede hacer.",
    "fr": "Le genou est la plus grande articulation du corps et il porte la plus grande partie de notre poids. Quand il fait mal, la marche devient difficile et le sommeil est mauvais. Nous regardons comment vous bougez avant de parler de ce qui peut être fait.",
    "de": "Das Knie ist das größte Gelenk des Körpers und trägt den größten Teil unseres Gewichts. Wenn es schmerzt, wird das Gehen schwer und der Schlaf ist schlecht. Wir sehen uns an, wie Sie sich bewegen, bevor wir darüber reden, was getan werden kann.",
    "it": "Il ginocchio è la più grande articolazione del corpo e porta la maggior parte del nostro peso. Quando fa male, camminare diventa difficile e si dorme male. Guardiamo come si muove prima di parlare di quello che si può fare.",
    "pt": "O joelho é a maior articulação do corpo e suporta a maior parte do nosso peso. Quando dói, andar torna-se difícil e o sono é mau. Vemos como se move antes de falar sobre o que pode ser feito por si.",
    "nl": "De knie is het grootste gewricht van het lichaam en draagt het grootste deel van ons gewicht. Als hij pijn doet, wordt lopen moeilijk en slaapt men slecht. We kijken hoe u beweegt voordat we praten over wat er gedaan kan worden.",
    "pl": "Kolano jest największym stawem ciała i przenosi większą część naszego ciężaru. Kiedy boli, chodzenie staje się trudne, a sen jest zły. Patrzymy, jak się pan porusza, zanim porozmawiamy o tym, co można zrobić.",
    "ro": "Genunchiul este cea mai mare articulație a corpului și poartă cea mai mare parte din greutatea noastră. Când doare, mersul devine greu și somnul este prost. Ne uităm la cum vă mișcați înainte de a vorbi despre ce se poate face.",
    "sv": "Knät är kroppens största led och bär den största delen av vår vikt. När det gör ont blir det svårt att gå och man sover dåligt. Vi tittar på hur du rör dig innan vi talar om vad som kan göras.",
    "da": "Knæet er kroppens største led og bærer det meste af vores vægt. Når det gør ondt, bliver det svært at gå, og man sover dårligt. Vi ser på, hvordan du bevæger dig, før vi taler om, hvad der kan gøres.",
    "no": "Kneet er kroppens største ledd og bærer mesteparten av vekten vår. Når det gjør vondt, blir det vanskelig å gå, og man sover dårlig. Vi ser på hvordan du beveger deg før vi snakker om hva som kan gjøres.",
    "fi": "Polvi on kehon suurin nivel ja se kantaa suurimman osan painostamme. Kun se on kipeä, käveleminen on vaikeaa ja uni on huonoa. Katsomme, miten te liikutte, ennen kuin puhumme siitä, mitä voidaan tehdä.",
    "cs": "Koleno je největší kloub těla a nese většinu naší váhy. Když bolí, chůze je těžká a spánek je špatný. Podíváme se, jak se hýbete, než budeme mluvit o tom, co se dá dělat.",
    "sk": "Koleno je najväčší kĺb tela a nesie väčšinu našej váhy. Keď bolí, chôdza je ťažká a spánok je zlý. Pozrieme sa, ako sa hýbete, skôr než budeme hovoriť o tom, čo sa dá urobiť.",
    "hu": "A térd a test legnagyobb ízülete, és a súlyunk nagy részét ez viseli. Ha fáj, nehéz a járás és rossz az alvás. Megnézzük, hogyan mozog, mielőtt arról beszélünk, hogy mit lehet tenni.",
    "tr": "Diz vücudun en büyük eklemidir ve ağırlığımızın çoğunu taşır. Ağrıdığında yürümek zor olur ve uyku kötü olur. Ne yapılabileceği hakkında konuşmadan önce nasıl hareket ettiğinize bakarız ve bunun için bir plan yaparız.",
    "vi": "Đầu gối là khớp lớn nhất của cơ thể và nó chịu phần lớn trọng lượng của chúng ta. Khi nó đau, việc đi lại trở nên khó khăn và giấc ngủ không tốt. Chúng tôi xem bạn di chuyển như thế nào trước khi nói về những gì có thể làm.",
    "id": "Lutut adalah sendi terbesar di tubuh dan menopang sebagian besar berat badan kita. Ketika sakit, berjalan menjadi sulit dan tidur tidak nyenyak. Kami melihat bagaimana Anda bergerak sebelum kita bicara tentang apa yang bisa dilakukan.",
    "ca": "El genoll és l'articulació més gran del cos i suporta la major part del nostre pes. Quan fa mal, caminar es torna difícil i es dorm malament. Mirem com es mou abans de parlar del que es pot fer.",
    "hr": "Koljeno je najveći zglob tijela i nosi veći dio naše težine. Kada boli, hodanje postaje teško, a san je loš. Gledamo kako se krećete prije nego što razgovaramo o tome što se može učiniti.",
    "ru": "Колено — самый большой сустав тела, и он несёт большую часть нашего веса. Когда оно болит, ходить становится трудно, а сон плохой. Мы смотрим, как вы двигаетесь, прежде чем говорить о том, что можно сделать.",
    "uk": "Коліно — найбільший суглоб тіла, і він несе більшу частину нашої ваги. Коли воно болить, ходити стає важко, а сон поганий. Ми дивимося, як ви рухаєтеся, перш ніж говорити про те, що можна зробити.",
    "bg": "Коляното е най-голямата става на тялото и носи по-голямата част от теглото ни. Когато боли, ходенето става трудно и сънят е лош. Гледаме как се движите, преди да говорим за това, което може да се направи.",
    "el": "Το γόνατο είναι η μεγαλύτερη άρθρωση του σώματος και σηκώνει το μεγαλύτερο μέρος του βάρους μας.",
    "ar": "الركبة هي أكبر مفصل في الجسم وهي تحمل معظم وزننا. عندما تؤلم يصبح المشي صعبا ويكون النوم سيئا. نحن ننظر إلى كيف تتحرك قبل أن نتحدث عن ما يمكن أن نفعله من أجلك في هذا اليوم.",
    "fa": "زانو بزرگترین مفصل بدن است و بیشتر وزن ما را تحمل می کند. وقتی درد می کند راه رفتن سخت می شود و خواب بد است. ما به این نگاه می کنیم که شما چگونه حرکت می کنید و بعد از آن با شما حرف می زنیم.",
    "he": "הברך היא המפרק הגדול ביותר בגוף והיא נושאת את רוב המשקל שלנו. כשהיא כואבת קשה ללכת והשינה גרועה.",
    "ja": "膝は体の中で最も大きな関節であり、体重の大部分を支えています。痛むと歩くことが難しくなり、眠りも悪くなります。",
    "zh": "膝盖是人体最大的关节，承受着我们大部分的体重。疼痛时，走路变得困难，睡眠也不好。我们先看您怎么活动，然后再谈可以做什么。",
    "ko": "무릎은 몸에서 가장 큰 관절이며 우리 체중의 대부분을 지탱합니다. 아프면 걷기가 어려워지고 잠도 잘 자지 못합니다.",
    "th": "เข่าเป็นข้อต่อที่ใหญ่ที่สุดของร่างกายและรับน้ำหนักส่วนใหญ่ของเรา เมื่อปวดการเดินจะลำบาก",
    "hi": "घुटना शरीर का सबसे बड़ा जोड़ है और यह हमारे वजन का अधिकांश भाग उठाता है। जब इसमें दर्द होता है तो चलना कठिन हो जाता है और नींद भी अच्छी नहीं होती है। हम पहले यह देखते हैं कि आप कैसे चलते हैं।",
    "sl": "Koleno je največji sklep v telesu in nosi večino naše teže. Ko boli, je hoja težka in spanec je slab. Pogledamo, kako se gibljete, preden se pogovarjamo o tem, kaj se da narediti.",
}  # fmt: skip


@pytest.mark.parametrize("language", _TEXTS)
def test_a_paragraph(language: str) -> None:
    assert language_of(_TEXTS[language]) == language
    assert language_of(_TEXTS[language].upper() * 20) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Knee pain, back pain and more",
        "Ann Smith, Bob Jones, Carla Diaz, Dan Evans, Emma Ford, Fred Gray, Gina Hall, Hugo Ives, Iris Jung, Jack King, Lena Moss",
        "Monday 9:00 Tuesday 10:00 " * 20,
        "12 34 56 " * 50,
        "Home / Videos / Dr. Anna Explains Natural Medicine on Harbor Midday Part I, Dr. Anna Explains Natural Medicine on Harbor Midday Part I",
        "膝関節",
        "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore magna aliqua",
    ],
)
def test_too_little_to_tell(text: str) -> None:
    assert language_of(text) is None


def test_greek_letters_in_english_text() -> None:
    assert language_of(_TEXTS["en"] + " The level of TNF-α and of β-endorphin was high in all of them.") == "en"


@given(st.text())
def test_any_text(text: str) -> None:
    found = language_of(text * 10)
    assert found is None or len(found) == 2


def test_the_lists_hold_a_hundred_words_each() -> None:
    assert {len(set(words.split())) for words in FUNCTION_WORDS.values()} == {100}
