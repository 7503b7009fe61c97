"""English: function words, words that bound no phrase, words that mean little alone.

Words such as back, side, front, system, call, top, bottom, full and thin are in no stop list: general
lists delete *low back pain* and *side effects* with them.
"""

STOP = """
a about above across after again against ago all almost alone along already also although always am among
an and another any anybody anyone anything anywhere are aren't around as at away be became because become
becomes been before behind being below beside besides between beyond both but by can can't cannot could
couldn't did didn't do does doesn't doing don't done down during each either else enough especially etc
even ever every everybody everyone everything everywhere except few for from further furthermore get gets
getting got had hadn't has hasn't have haven't having he he'd he'll hence her here hers herself him
himself his how however i i'd i'll i'm i've if in indeed instead into is isn't it it'd it'll its itself
just least less let let's lets like likely lot lots many may maybe me meanwhile might mine more moreover
most mostly much must my myself namely near nearly neither never nevertheless next no nobody none nor not
nothing now nowhere of off often oh on once one ones only onto or other others otherwise ought our ours
ourselves out over own per perhaps please plus quite rather really regarding same several shall she she'd
she'll should shouldn't since so some somebody somehow someone something sometimes somewhere soon still
such than that that'll that're the their theirs them themselves then there thereby therefore these they
they'd they'll they're they've this those though through throughout thus till to together too toward
towards under unless unlike until up upon us usually versus very via vs was wasn't way ways we we'd we'll
we're we've well were weren't what what'll whatever when whenever where whereas wherever whether which
whichever while who who'd who'll who's whoever whole whom whose why will with within without won't would
wouldn't yes yet you you'd you'll you're you've your yours yourself yourselves s t d m ll re ve eg ie et
al ok okay am pm dr mr mrs ms mx jr sr st md do dc dpm dds dmd phd pt dpt np rn llc inc pllc pc ltd co
corp january february march april june july august september october november december jan feb mar apr jun
jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu
thur thurs fri sat sun zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty sixty seventy eighty ninety
mondays tuesdays wednesdays thursdays fridays saturdays sundays thirty forty fifty hundred thousand million dozen first second third fourth fifth twice menu login logout
signin signup skip click tap scroll toggle expand collapse submit subscribe unsubscribe newsletter
facebook instagram linkedin youtube twitter tiktok pinterest whatsapp yelp tweet copyright reserved
amp nbsp sitemap website webpage homepage www http https html com org net pdf cookie cookies javascript browser
username password loading wishlist doi pubmed pmid vol pp issn isbn journal
"""

INNER = "in on for per to vs versus without with at from and"
"""Function words that one may stand of inside a phrase: bone on bone, price per session."""

JOINING = "and from with"
"""Of these, those that mostly join two things."""

NUMBERED = "type stage grade class phase vitamin hepatitis omega"
"""Nouns whose number belongs to the phrase: type 2 diabetes."""

LEADING = """first second new free minor early late severe private regular single good best common old primary general mild
acute complete normal contact bad safe lost shared personal minimally waiting"""
"""They begin a phrase where it stands alone: first visit, minor surgery."""

TRAILING = "time times hours numbers types examples tips facts answers parts expert experts stages steps"
"""They end a phrase of two words or more, but begin none: recovery time, blood pressure numbers."""

LINK = "of"
"""Function words that may stand inside a phrase: range of motion."""

IDIOMS = (
    "state of the art", "cutting edge", "leading edge", "breath of fresh air", "peace of mind", "rule of thumb",
    "word of mouth", "point of view", "state of mind", "matter of fact", "way of life", "top notch", "world class",
    "second to none", "one stop shop", "first time",
)  # fmt: skip
"""None of their words belongs to a phrase: dental technology, not art dental technology."""

EDGE = """
question questions able actual additional ago amazing answer answers appropriate available aware bad basic beautiful best
better big bit brief busy capable case cases certain clear close comfortable committed common complete
comprehensive confident consistent convenient correct crucial current dear dedicated different difficult
due eager easy effective eligible entire entirely essential eventual exact example examples excellent
exceptional excited experienced expert extra fact facts fast favorite fewer final fine fortunate free
frequent friendly general gentle given glad goal goals good great half happy hard helpful highly hope huge
ideal immediate important impossible incredible individual integral interested involved issue issues key
kind kinds large largest larger last lasting late later latest leading little living long longer look main
major matter maximum meaningful mild minimal minor minute minutes moderate modern moment months month
multiple necessary need needs new newer newest nice normal number numbers numerous obvious old only open
order overall part parts particular past people person personal place places plenty point points poor
popular possible potential powerful precise present pretty previous primary prior private promising proper
properly proud proven qualified quick quicker rare ready real reason reasons recent regular related
relevant reliable remarkable responsible rest right safe secondary serious severe short significant
similar simple single slight slow small smaller special specific step steps straight strong stronger
subject successful such suitable sure term terms thank thanks thing things thorough time times tired today
tomorrow tonight total traditional true truly trusted type types typical ultimate understanding unique
unusual useful usual valuable varied variety various vast vital week weeks welcome wide wonderful world
worse worst worth wrong year years yesterday young younger day days hour hours contact contacts email
emails phone fax tel address page pages link links previous comment comments reply replies posted post
posts author category categories tag tags archive archives share shares print section sections article
articles blog blogs info details detail tips
"""

VERBS = """
achieve act adapt add address adopt advise affect agree aim allow alleviate answer appear apply appreciate
approach arise arrive ask assess assist assume attach attempt attend avoid base bear begin believe belong
benefit boost bring build call carry cause change check choose claim combine come commit compare complain
complete concern conclude conduct confirm connect consider consist consult contain continue contribute
control cope correct cost create cure cut deal decide decrease define deliver demand demonstrate depend
describe deserve design desire determine develop differ diminish disappear discover discuss disrupt draw
drive ease elect eliminate embark employ empower enable encourage end endure engage enhance enjoy ensure
enter establish evaluate examine exist expect experience explain explore express extend face facilitate
fail fall feel fight find finish fit fix focus follow force form gain gather generate give go grow
guarantee guide handle happen heal hear help hesitate hold hope identify ignore illustrate imagine impact
implement improve include increase indicate inform initiate inject insist inspire integrate intend
introduce invite involve join keep kick know lack last lead learn leave lessen let lie limit list live
look lose love lower maintain make manage matter maximize mean measure meet mention minimize miss mix move
need notice obtain occur offer optimize order overcome participate pay perform persist pick place plan
play point prefer prepare prescribe preserve prevent proceed produce progress promise promote protect
prove provide publish pull pursue push put raise range reach react read realize receive recommend reduce
refer reflect regain regard reject relate release relieve rely remain remember remove repair replace reply
report represent require resolve respond rest restore restrict result resume return reveal reverse rid run
save say schedule see seek seem select send serve set share show simplify slow solve sound speak
specialize specialise spend stabilize start state stay stop strengthen strive struggle submit succeed
suffer suggest suit supply suppose surround sustain tailor take talk target tell tend thank think tighten
tolerate transform travel trust try turn undergo understand unlock use utilize value vary view visit wait
want watch wear welcome wish wonder work worry worsen write study recruit
analyse analyze announce argue accuse converge elucidate exceed exhibit formulate infer investigate kill oppose
outperform possess predict propose quantify reproduce urge validate verify warn
sell buy listen collaborate accommodate acknowledge admit afford anticipate await behave blame borrow bother celebrate communicate
compete convince cooperate dedicate deny distinguish educate embrace emerge emphasize emphasise enrol enroll evolve foster fulfill greet
impress incorporate interact interrupt kneel negotiate obey operate praise pray qualify quit recall recognize recognise satisfy
settle spread suspect teach threaten underestimate undermine withdraw
"""
"""Their -s, -ed and -ing forms bound no phrase either."""

IRREGULAR = """
been began begun brought built came chose chosen cut dealt drew drawn driven fallen fell felt found given
gave gone went rose risen grew grown heard held kept knew known led left lost made meant met paid put read said saw
seen sent shown spent spoke spoken stood taken took taught told thought understood used wore worn written
wrote stopping getting putting letting setting beginning planning cutting fitting dying lying tried tries
trying identified identifies applied applies relies relied varies varied worries worried studied
"""

NOUN_ANYWAY = """
treatment running walking stretching strengthening training imaging swelling aching healing burning healed
planning result results cost costs control change changes plan plans measure form forms guide play experience
face fall falls force cause causes trigger release repair replacement rest set progress use visit visits value
hearing checks return returns testing work stem report reports impact injected cuts list rated design limited lower move range
travel check reverse study studies sitting standing sleeping driving lifting bending biting chewing breathing feeding
"""
"""Forms of the verbs above that stand as nouns in titles: *cost*, *falls*, *plan*. They may end a phrase."""

GENERIC = """
pain patient treatment therapy doctor body care health area result option problem condition symptom cause
appointment office practice clinic team staff service procedure process tissue function ability life level
amount approach method technique technology center city location medicine medical specialist provider
physician surgeon professional expert consultation session visit plan program goal solution benefit
quality experience question concern need support relief recovery injury damage disease disorder change use
work cost system side top bottom front back call full thin information access news event review story
history research study evidence trial paper university school department member partner client customer
child adult man woman family friend age effect factor risk role activity movement position point form list
size shape color home house room hand eye world community company business job product material tool
device equipment hospital insurance payment price money offer choice decision difference advice guide tip
attention stage source feeling sense idea thought comfort stress strength structure series course rate
percent percentage average
"""
"""Alone they say nothing of a page; in a phrase they may."""

ADJECTIVES = """
active acute advanced aesthetic affordable alternative annual anterior arthritic artificial athletic atypical autologous
available awake bacterial basic beautiful bilateral biologic biological bright calm central cervical chronic classic clean
clear clinical close collaborative common compassionate complete complex comprehensive connective convenient conventional correct
cosmetic cranial current cutaneous daily deep degenerative diabetic diagnostic different difficult digital direct distal dorsal
dry dull dynamic eager early easy effective efficient elastic elective emotional endoscopic entire environmental esthetic
ethical exact excellent excessive experienced external extra facial familiar fast fatal female fertile fibrous final firm
flat flexible focal foreign former fresh friendly functional future gastric general genetic gentle genuine glad global gradual
grateful great hard healthy heavy high holistic honest hormonal hot human identical ill immune important independent
individual inflammatory informative inherent initial innovative integrative intensive internal intense invasive
investigational irregular kind large lasting late lateral legal lifelong local long loose low lumbar magnetic
main major male malignant manual medial mental metabolic mild minimal minor mobile moderate modern modest mutual narrow nasal
natural naturopathic nearby negative nervous neural neurologic new nice nocturnal normal novel nutritional obese obvious older
optimal optional oral organic original orthodontic orthopedic outstanding painless particular passive patellar peaceful
pediatric pelvic perfect periodic peripheral permanent personal pharmaceutical physical pleasant plantar polite poor popular
positive postoperative posterior powerful preoperative present prior private proactive professional prompt proper
protective proximal psychological public pulsed quick quiet radial rapid rare real recent regenerative regular reliable
renal repetitive residual restorative rich right rigid robotic rough routine sacral safe scientific secure sedentary
sensitive separate serious severe sharp short significant silent similar simple single slight slow small smooth social soft solid
solo special specific spinal stable standard steady sterile stiff strategic stressful strong structural subtle
sudden suitable superb superficial superior surgical sustained swift symptomatic synthetic systemic temporary tender
terrific therapeutic thermal thick thorough tight tiny topical toxic traditional transparent traumatic true typical ulnar unable
unique urgent usual vaginal valid valuable varicose various vast vertebral vibrant viral virtual visible visual vital
warm weak weekly wet wide wonderful worldwide wrong young
"""
"""Nobody searches for one of them alone; chronic, oral and spinal are parts of phrases."""

TEMPLATES = (
    "learn more", "read more", "find out more", "contact us", "call us", "call now", "call today", "book now",
    "book online", "book appointment", "schedule appointment", "request appointment", "make appointment",
    "schedule consultation", "free consultation", "get started", "privacy policy", "terms of use",
    "terms of service", "skip content", "back top", "rights reserved", "follow us", "sign up", "log in",
    "email address", "phone number", "office hours", "opening hours", "leave comment", "related posts",
    "recent posts", "previous post", "next post", "table of contents", "medical advice", "informational purposes",
    "healthcare provider", "social media", "view all", "see all", "get directions", "image credit", "last updated",
    "written by", "reviewed by", "frequently asked questions", "years of experience", "main content", "new window",
    "patient after patient", "side by side", "step by step",
)  # fmt: skip
"""Phrases of templates and footers; compared by stems."""
